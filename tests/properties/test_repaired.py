"""A text whose findings are repaired, one after another, checks clean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossfoot import check
from crossfoot.checks._findings import printed
from crossfoot.model import Finding

MOST = 12  # repairs of one text; more go round in a circle

TEXTS = (
    "Officers arrested 30 people: 12 in Denver, 9 in Boston and 10 in Tampa.",
    "Of the 1,200 people arrested, 645, or 47 percent, had convictions.",
    "Arrests fell from 480 to 360, a drop of 52 percent.",
    "Officers worked in three cities: Denver, Boston, Tampa and Miami.",
    "Seven men charged in fraud\n\nProsecutors in Denver said on Monday that they have charged nine"
    " men with defrauding banks and insurers over a period of many years.",
    "Agents made 1,240 arrests in 31 days, an average of 45 a day.",
    "Six men were held: two in Reno, three in Elko and two in Ely.",
    "Officers came on Friday, December 31, 2020, and left again.",
    "The court sits again on Thursday, June 31, 2021.",
    "About half, or 94.9 percent, of the 200 people arrested had no record.",
)


def broken(text: str) -> list[Finding]:
    return [f for f in check(text).findings if f.verdict == "inconsistent"]


def is_mended(text: str) -> bool:
    """Whether the best repair of each first finding in turn leaves none."""
    for _ in range(MOST):
        findings = broken(text)
        if not findings:
            return True
        if not findings[0].repairs:
            return False
        best = findings[0].repairs[0]
        text = text[: best.figure.start] + printed(best) + text[best.figure.end :]
    return False


@pytest.mark.parametrize("text", TEXTS)
def test_repaired_texts_check_clean(text: str) -> None:
    assert broken(text)
    assert is_mended(text)


def test_repaired_releases_check_clean(shared: Path) -> None:
    gold = shared / "eval" / "relations-dev.jsonl"
    lines = [line for line in gold.read_text("utf-8").split("\n") if line]
    texts = [t for t in (json.loads(line)["text"] for line in lines) if broken(t)]
    assert len(texts) > 50
    circles = [text[:60] for text in texts if not is_mended(text)]
    assert not circles
