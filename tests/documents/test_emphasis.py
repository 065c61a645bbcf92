"""Marks of emphasis in plain text change nothing but where things stand."""

from __future__ import annotations

import re

import pytest

from crossfoot import check
from crossfoot.figures.skeleton import Reading
from crossfoot.read import read_text
from crossfoot.read.printed import printed
from crossfoot.records.plainly import plainly

TEXTS = (
    "Agents arrested **13 people** — **seven men** and **five women** — on Friday.",
    "**45 arrested** in raid\n\nAgents arrested __54__ people in a raid at the harbor.",
    "Of **40** people, *30* (**70%**) had convictions.\n\n**Officials** said *so* on Friday.",
    "Seized were **$1.2** million and __12__ pounds, **40%** more than the *9* pounds of May.",
    "_Of the 40_, `12` (`30%`) had convictions, and _all_ 40 were held at `Alder` jail.",
    "The two accused: **Ann Roe**, 31, and **Bo Day**, 40, **of Dover**.\n\nBoth were held.",
)


def _plain(text: str) -> str:
    return re.sub(r"[*_`]", "", text)


@pytest.mark.parametrize("text", TEXTS)
def test_marks_of_emphasis_are_read_over(text: str) -> None:
    marked, plain = check(text), check(_plain(text))
    assert [_plain(f.message) for f in marked.findings] == [f.message for f in plain.findings]
    assert [_plain(f.text) for f in marked.figures] == [f.text for f in plain.figures]
    for figure in marked.figures:
        assert text[figure.start : figure.end] == figure.text
        sentence = marked.document.sentences[figure.sentence]
        assert sentence.start <= figure.start < figure.end <= sentence.end
    for block, same in zip(marked.document.blocks, plain.document.blocks, strict=True):
        there = _plain(text)[same.start : same.end]
        assert _plain(text[block.start : block.end]).strip() == there.strip()


@pytest.mark.parametrize(
    "text",
    [
        "* 12 held\n* 14 freed",
        "2 * 3 * 4 is 24",
        "a file_name_of_2 and __init__.py",
        "** 12 **",
    ],
)
def test_what_is_no_emphasis_stays(text: str) -> None:
    found = printed(read_text(text))
    assert found is None or found.document.text.count("*") == text.count("*")


def test_what_is_found_without_marks_is_put_back_among_them() -> None:
    text = "Of **40** people, _30_ (`70%`) had convictions.\n\nThe other **12** had none."
    report = check(text)
    reading = Reading(report.document, report.figures)
    found = list(plainly(reading, lambda plain: check(plain.document.text).findings))
    assert [f.message for f in found] == [f.message for f in report.findings]
    for one, same in zip(found, report.findings, strict=True):
        assert one.relation.licence == same.relation.licence
        assert [f.start for f in one.figures()] == [f.start for f in same.figures()]
        assert [r.figure for r in one.repairs] == [r.figure for r in same.repairs]
