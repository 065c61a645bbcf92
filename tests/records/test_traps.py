"""The traps of the released files, each by what the store holds (see ../shared/data/README.md)."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest


def one(store: Any, measure: str, dims: str = "", **where: Any) -> float:
    """The number of *measure* that fits; two tables of a sheet may print the same."""
    found = [
        r
        for r in store.records(measure, dims)
        if all(str(getattr(r, k, None) or getattr(r.edition, k, None)) == str(v)
               for k, v in where.items())
    ]  # fmt: skip
    assert len({round(float(r.value), 3) for r in found}) == 1, [r.cell for r in found]
    return float(found[0].value)


FY21A, FY21 = "FY21_detention-stats_0414.xlsx", "FY21-detentionstats.xlsx"
FY22, FY24 = "FY22-detentionStats.xlsx", "FY24_detentionStats.xlsx"
FY25, FY26 = "FY25_detentionStats09242025.xlsx", "FY26_detentionStats02022026.xlsx"
FY19 = "FY19-detentionstats.xlsx"


def edition(store: Any, file: str) -> Any:
    return next(e for e in store.editions if e.file == file)


def test_every_sum_but_the_agencys_slips_holds(released: Any) -> None:
    by_file = {e.file: (e.sums, e.sums_held) for e in released.editions if e.sums}
    assert by_file[FY25] == (1137, 1137)
    assert by_file[FY21A][0] - by_file[FY21A][1] == 9  # Bonded Out, October to January
    assert by_file[FY24][0] - by_file[FY24][1] == 1  # Philadelphia is listed twice


def test_a_fiscal_year_begins_in_october(released: Any) -> None:
    assert one(released, "adp", file=FY25, start=date(2024, 10, 1), kind="month") == pytest.approx(
        38711.774194
    )


def test_the_as_of_date_is_in_the_footnotes(released: Any) -> None:
    assert edition(released, FY22).as_of == date(2022, 9, 24)  # its titles say FY2022
    assert edition(released, FY25).as_of == date(2025, 9, 20)
    assert edition(released, FY24).edition == "FY2024"


def test_tables_have_as_of_dates_of_their_own(released: Any) -> None:
    assert one(released, "detained", file=FY25, start=date(2025, 9, 21)) == 59762
    assert one(released, "atd_active", file=FY21, start=date(2021, 10, 23)) == 136026
    ends = {r.end for r in released.records("adp", "aor=SEA") if r.edition.file == FY25}
    assert ends == {date(2025, 9, 14)}


def test_averages_and_head_counts_are_different_numbers(released: Any) -> None:
    assert one(released, "adp", file=FY25, start=date(2025, 8, 1)) == 60930
    assert one(released, "detained", file=FY25, start=date(2025, 8, 15)) == 63327
    assert one(released, "detained", file=FY25, start=date(2025, 8, 31)) == 61050


def test_months_that_have_not_happened_are_no_observations(released: Any) -> None:
    months = [
        r for r in released.records("adp", "") if r.edition.file == FY26 and r.kind == "month"
    ]
    assert max(r.end for r in months) == date(2026, 1, 25)
    assert all(r.value > 0 for r in months)


def test_blanked_history_is_no_observation(released: Any) -> None:
    assert not [r for r in released.records("bond_posted", "")
                if r.edition.file == FY26 and r.start < date(2025, 10, 1)]  # fmt: skip
    assert not [r for r in released.records("removals", "group=parents of US citizens")
                if r.edition.file == FY26 and r.end > date(2024, 10, 1)]  # fmt: skip
    assert one(released, "removals", "group=parents of US citizens", file=FY25,
               start=date(2024, 10, 1)) == 3700  # fmt: skip
    assert (
        one(released, "parole_granted", file=FY25, start=date(2024, 10, 1), kind="to_date") == 2852
    )


def test_revised_numbers_stay_with_their_editions(released: Any) -> None:
    parents = "group=parents of US citizens"
    assert one(released, "removals", parents, file=FY22, start=date(2020, 10, 1)) == 5523
    assert one(released, "removals", parents, file=FY25, start=date(2020, 10, 1)) == 64
    assert one(released, "adp", file=FY21A, start=date(2020, 10, 1), kind="month") == pytest.approx(
        18747, abs=0.5
    )


def test_shares_of_the_row_are_left_out(released: Any) -> None:
    rows = released.query("SELECT min(value) FROM observations WHERE measure = 'detained' AND "
                          "dims LIKE 'agency=%'")  # fmt: skip
    assert rows[1][0] > 1


def test_releases_and_book_outs_are_kept_apart(released: Any) -> None:
    assert one(released, "bookouts", file=FY24, kind="fiscal_year", sheet="Detention FY24",
               cell="O37") == 268480  # fmt: skip
    found = [r for r in released.records("releases", "")
             if r.edition.file == FY24 and r.kind == "fiscal_year"]  # fmt: skip
    assert {float(r.value) for r in found} == {106490}
    assert found[0].cell == "O38+O50+O54+O58"


def test_the_bond_sheet_changes_meaning_halfway(released: Any) -> None:
    before = [r for r in released.records("releases", "")
              if r.edition.file == FY24 and r.sheet == "Monthly Bond Statistics"]  # fmt: skip
    assert {r.start for r in before} == {date(2023, 8, 1), date(2023, 9, 1)}


def test_agency_rows_may_stand_in_either_order(released: Any) -> None:
    assert one(released, "bookins", "agency=CBP", file=FY19, kind="fiscal_year") == 373770
    assert one(released, "bookins", "agency=CBP", file=FY25, kind="to_date") == 87349


def test_text_in_number_columns_is_told(released: Any) -> None:
    notes = edition(released, FY19).notes
    assert sum("has no population by level" in n for n in notes) == 2


def test_facilities_of_one_name_are_kept_apart(released: Any) -> None:
    keys = {p.key for p in released.places if p.name == "ORANGE COUNTY JAIL"}
    assert len(keys) >= 2


def test_a_hidden_row_without_a_label_is_no_part(released: Any) -> None:
    assert any("A115" in n and "no part of" in n for n in edition(released, FY21).notes)
    rows = released.query("SELECT count(*) FROM observations WHERE value = 117682")
    assert rows[1][0] == 0


def test_footnote_digits_are_taken_off_names(released: Any) -> None:
    assert not released.query("SELECT key FROM places WHERE name LIKE '%CENTER1'")[1:]


def test_last_years_sheet_keeps_its_year(released: Any) -> None:
    assert one(released, "atd_active", file=FY24, start=date(2023, 9, 30)) == 194427
    assert one(released, "atd_active", file=FY24, start=date(2024, 9, 30)) == 179071


def test_a_sheet_that_claims_to_be_wide_is_read_by_what_it_holds(released: Any) -> None:
    assert one(released, "segregation_people", file=FY25, start=date(2025, 8, 1)) == 1151


def test_a_block_without_a_heading_row_is_read(released: Any) -> None:
    assert one(released, "segregation_people", file=FY25, start=date(2025, 2, 1)) > 100


def test_january_2026_stands_under_2025(released: Any) -> None:
    assert one(released, "detained", file=FY26, start=date(2026, 1, 15)) == 75831
    assert one(released, "detained", file=FY25, start=date(2025, 1, 15)) == 40500


def test_nobody_was_counted_before_a_designation(released: Any) -> None:
    haiti = released.records("arrests", "country=HAITI")
    assert min(r.start for r in haiti) == date(2021, 8, 3)


def test_half_a_year_is_spelled_out_in_a_label(released: Any) -> None:
    ends = {r.end for r in released.records("arrests", "group=US citizens")
            if r.edition.file == FY22 and r.start == date(2021, 10, 1)}  # fmt: skip
    assert ends == {date(2022, 3, 31)}


def test_people_are_in_a_note_and_placements_in_the_table(released: Any) -> None:
    quarter = {"file": FY26, "start": date(2025, 10, 1)}
    assert one(released, "segregation_people", "vulnerable=yes", **quarter) == 469
    assert one(released, "segregation_placements", "vulnerable=yes", **quarter) == 585


def test_a_renamed_reason_is_one_reason(released: Any) -> None:
    dims = "placement_reason=medical;vulnerable=yes"
    assert len({r.start for r in released.records("segregation_placements", dims)}) > 12


def test_redacted_rows_that_look_alike_are_counted(released: Any) -> None:
    dims = "aor=Seattle;disposition=expedited removal"
    assert max(r.value for r in released.records("removals", dims)) == 6529


def test_the_country_table_has_no_total_row(released: Any) -> None:
    sums = {float(r.value) for r in released.records("removals", "") if r.cell.startswith("SUM")}
    assert sums == {226119, 256085}


def test_man_days_become_a_mean(released: Any) -> None:
    facility = "facility=OTERO COUNTY PROCESSING CENTER, CHAPARRAL, NM"
    august = [r for r in released.records("adp", facility) if r.start == date(2020, 8, 1)]
    assert [round(float(r.value), 2) for r in august] == [298.87]


def test_a_filled_in_price_is_no_price(released: Any) -> None:
    rows = released.query("SELECT count(*) FROM observations WHERE measure = 'per_diem' AND "
                          "value = 123.04")  # fmt: skip
    assert rows[1][0] == 0


def test_a_long_series_may_end_in_a_part_year(released: Any) -> None:
    last = [r for r in released.records("adp", "")
            if r.edition.file.startswith("Immigration_Detention")][-1]  # fmt: skip
    assert (last.end, last.kind) == (date(2021, 4, 30), "to_date")


def test_daily_counts_are_a_series_of_their_own(released: Any) -> None:
    day = date(2025, 6, 10)
    assert one(released, "detained_daily", "count=midnight", start=day) == 54769
    assert one(released, "detained_daily", "count=any time", start=day) == 58524


def test_loading_is_faster_than_opening_with_openpyxl(shared: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from crossfoot.packs.us_immigration.loaders.ice_workbook import load_workbook

    path = shared / "data" / "ice" / FY24
    begun = time.perf_counter()
    load_workbook(path)
    loaded = time.perf_counter() - begun
    openpyxl.load_workbook(path, data_only=True)
    assert loaded < time.perf_counter() - begun - loaded
