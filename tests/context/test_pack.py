"""The engine knows no field: a pack about municipal trees is read as well as the one that ships."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crossfoot.figures import read_figures
from crossfoot.model import KINDS, Figure, InputError
from crossfoot.packs import load_pack
from crossfoot.read import read_text

# names that mean something else to the engine: kinds of figures, keys of tables
TABLES = {"people", "countries", "offices", "places"}
GARDEN = load_pack(str(Path(__file__).parent / "garden"))
SOURCE = Path(__file__).resolve().parents[2] / "src" / "crossfoot"


def figures(text: str) -> list[Figure]:
    document = read_text(text, published=date(2024, 6, 3))
    found = read_figures(document, GARDEN)
    return [f for f in found if f.kind not in ("date", "identifier")]


def test_a_sentence_of_another_field() -> None:
    (planted,) = figures("The Municipal Tree Office said it planted 412 oaks in Pirna in May 2024.")
    assert planted.measure == "trees_planted"
    assert planted.population == ("species:oak",)
    assert planted.place == "Pirna, Saxony"
    assert planted.period is not None
    assert (planted.period.start, planted.period.end) == (date(2024, 5, 1), date(2024, 5, 31))
    assert planted.source is not None
    assert planted.source.name == "Tree Office"


def test_partitives_lists_and_changes_need_no_field() -> None:
    text = "Workers felled 90 trees. Of those, 60 were beeches. Fürth (31) and Pirna (29) led."
    whole, part, first, second = figures(text)
    assert [f.measure for f in (whole, part)] == ["trees_planted", "trees_planted"]
    assert part.population == ("species:beech",)
    assert [f.place for f in (first, second)] == ["Fürth, Bavaria", "Pirna, Saxony"]


def test_the_fiscal_year_is_the_pack_s() -> None:
    (count,) = figures("In the fiscal year that ended March 31, 8,000 people visited.")[:1]
    assert count.measure == "visitors"
    assert count.period is not None
    assert count.period.start == date(2023, 4, 1)


def test_words_of_one_field_mean_nothing_in_another() -> None:
    (count,) = figures("Officers made 12 arrests.")
    assert (count.unit, count.measure) == ("arrests", None)


def test_the_engine_names_no_measure() -> None:
    pack = load_pack()
    names = {row["name"] for row in pack.measures["measures"]} - {*KINDS, *TABLES}
    for module in (SOURCE / "figures" / "context").glob("*.py"):
        text = module.read_text("utf-8")
        assert not [name for name in names if f'"{name}"' in text], module


def test_an_unknown_pack_is_a_clear_error() -> None:
    with pytest.raises(InputError, match=r"pack 'nowhere' not found; known packs: us_immigration"):
        load_pack("nowhere")


def test_a_broken_table_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "measures.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match=r"measures\.json"):
        load_pack(str(tmp_path))
