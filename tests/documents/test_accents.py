"""Accents are read over, and printed as they stand."""

from __future__ import annotations

import pytest

import crossfoot


@pytest.mark.parametrize("word", ["Peñasco", "Pen\u0303asco"])
def test_what_is_quoted_keeps_its_accents(word: str) -> None:
    text = f"Officers arrested 12 {word} workers. The 21 {word} workers face charges."
    (finding,) = crossfoot.check(text).findings
    assert finding.verdict == "inconsistent"
    assert f"12 {word} workers" in finding.message


def test_places_and_sources_keep_their_accents() -> None:
    text = "In Doña Ana County, 12 people were arrested, Gov. Inés Peña said."
    (figure,) = crossfoot.check(text).figures
    assert text[figure.start : figure.end] == "12"
    assert figure.place == "Doña Ana County, New Mexico"
    assert figure.source is not None
    assert figure.source.name == "Inés Peña"


def test_what_is_no_latin_letter_stays() -> None:
    report = crossfoot.check("The £12 ticket, the €9 meal: ½ of the Ελλάδα tours cost $20.")
    assert [f.text for f in report.figures] == ["£12", "€9", "½", "$20"]
