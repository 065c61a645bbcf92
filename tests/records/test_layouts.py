"""Tables are found by their labels, prove themselves by their sums, and fail closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

pytest.importorskip("openpyxl")

from crossfoot.model import InputError
from crossfoot.packs.observations import LayoutError, Loaded
from crossfoot.packs.us_immigration.loaders.ice_workbook import load_workbook
from tests.records.workbook import Layout, build


def numbers(loaded: Loaded) -> dict[tuple[object, ...], float]:
    return {
        (o.measure, tuple(sorted(o.dims.items())), o.start, o.end): o.value
        for o in loaded.observations
    }


def load(tmp_path: Path, layout: Layout | None = None) -> Loaded:
    return load_workbook(build(tmp_path / "FY23_detentionStats.xlsx", layout))


@pytest.mark.parametrize(
    "layout",
    [
        Layout(down=3),
        Layout(down=17),
        Layout(family="FRC"),
        Layout(sheet=" Detention FY23 YTD "),
        Layout(extra_title="ICE DETENTION DATA, FY2023"),
    ],
)
def test_moving_tables_changes_no_number(tmp_path: Path, layout: Layout) -> None:
    moved, plain = numbers(load(tmp_path, layout)), numbers(load(tmp_path))
    families = "removals_with_"  # named for the family centers of the time
    assert {k: v for k, v in moved.items() if families not in str(k[0])} == {
        k: v for k, v in plain.items() if families not in str(k[0])
    }


def test_cells_are_named_as_the_sheet_has_them(tmp_path: Path) -> None:
    loaded = load(tmp_path, Layout(down=3, right=2))
    total = next(o for o in loaded.observations if o.measure == "bookins" and not o.dims)
    assert total.cell == "L10"
    assert total.sheet == "Detention FY23"


def test_a_month_to_come_is_no_observation(tmp_path: Path) -> None:
    months = [o for o in load(tmp_path).observations if o.kind == "month"]
    assert max(o.end for o in months) == date(2023, 2, 28)
    assert min(o.start for o in months) == date(2022, 10, 1)


def test_a_cut_month_ends_with_the_data(tmp_path: Path) -> None:
    loaded = load(tmp_path, Layout(through="02/11/2023"))
    last = max((o for o in loaded.observations if o.measure == "adp" and o.kind == "month"),
               key=lambda o: o.start)  # fmt: skip
    assert (last.start, last.end) == (date(2023, 2, 1), date(2023, 2, 11))


def test_shares_of_the_row_are_not_loaded(tmp_path: Path) -> None:
    held = [o for o in load(tmp_path).observations if o.measure == "detained"]
    assert all(o.value > 1 for o in held)


def test_every_sum_is_proved(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert len(loaded.proofs) > 30
    assert all(p.holds for p in loaded.proofs)


def test_sums_that_do_not_hold_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="sums do not hold"):
        load(tmp_path, Layout(spoil=True))


def test_a_table_that_every_year_has_may_not_be_missing(tmp_path: Path) -> None:
    layout = Layout(without=frozenset({"adp"}))
    book = build(tmp_path / "a.xlsx", layout)
    from openpyxl import load_workbook as edit

    sheets = edit(book)
    sheets[layout.sheet].delete_rows(79, 8)
    sheets.save(book)
    with pytest.raises(LayoutError, match="no table of adp"):
        load_workbook(book)


def test_an_unknown_table_is_named_and_left_out(tmp_path: Path) -> None:
    title = "ICE Initial Book-Ins by Favourite Colour of the Officer"
    loaded = load(tmp_path, Layout(extra_title=title, down=1))
    assert any("Favourite Colour" in note for note in loaded.notes)


def test_no_as_of_date_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="of what year or day"):
        load(tmp_path, Layout(through="soon", snapshot="later"))


def test_technologies_belong_to_the_area_above_them(tmp_path: Path) -> None:
    found = numbers(load(tmp_path))
    day = date(2023, 2, 28)
    assert found["atd_active", (("aor", "St Paul"), ("technology", "ankle")), day, day] == 50
    assert found["atd_active", (("aor", "Washington"),), day, day] == 400
    assert not any(value == 777 for value in found.values())


def test_rows_without_a_label_are_told(tmp_path: Path) -> None:
    notes = [n for n in load(tmp_path).notes if "without a label" in n]
    assert len(notes) == 2


def test_facilities_of_one_name_stay_apart(tmp_path: Path) -> None:
    found = numbers(load(tmp_path))
    span = date(2022, 10, 1), date(2023, 2, 28)
    rivers = {
        dict(k[1])["facility"]: v
        for k, v in found.items()
        if k[0] == "adp" and [d for d, _ in k[1]] == ["facility"] and k[2:] == span
    }
    assert rivers["RIVER COUNTY JAIL, ASHTON, NY"] == 10
    assert rivers["RIVER COUNTY JAIL, OAKTON, CA"] == 100
    assert rivers["WILLOW COUNTY DET CENTER, ELMVILLE, TX"] == 135.25  # the footnote's 1 is gone


def test_text_where_a_number_should_be_is_no_number(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    lists = [o for o in loaded.observations if o.measure == "adp"]
    assert not any("STILL WATERS" in o.dims.get("facility", "") for o in lists)
    assert any("STILL WATERS" in note for note in loaded.notes)


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    from crossfoot.packs.us_immigration.loaders.choose import load_file

    path = tmp_path / "budget.xlsx"
    Workbook().save(path)
    with pytest.raises(InputError, match="not ICE's detention statistics"):
        load_file(path, duckdb.connect())


def test_a_damaged_workbook_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "FY23.xlsx"
    path.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(InputError, match="no workbook that can be read"):
        load_workbook(path)
