"""What only the print of a text changes, its findings do not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crossfoot import check

TEXTS = (
    "Officers arrested 30 people in Dover’s harbor: 12 men, 10 women and eight minors.\n\n"
    "Of the 30 people arrested, 12, or 40%, had convictions — “all of them old,” she said.",
    "Arrests fell from 480 in May to 360 in June, a drop of 25 percent.\n"
    "The office seized $1,200,000 and 12 guns; the two raids cost $400,000 & took three days.",
    "Nine men charged in fraud\n\nProsecutors in Alder said on Monday that they have charged nine"
    " men with defrauding banks. Four of the nine were held, and the other five were freed.",
    "The county’s 10-day sweep of 2019–20 led to 25 arrests:\n"
    "- 14 drivers\n- nine cooks\n- two nurses\n\nThe 25 were freed within 10 days.",
)
Change = Callable[[str], str]
_DIGITS = {"two": 2, "three": 3, "four": 4, "five": 5, "eight": 8, "nine": 9}


def _each(pattern: str, meant: str | Callable[[re.Match[str]], str]) -> Change:
    return lambda text: re.sub(pattern, meant, text)


def _misread(codec: str) -> Change:
    return _each("[’“”—–]", lambda m: m.group().encode().decode(codec, "ignore"))


def _wrapped(text: str) -> str:
    """Lines broken before the 72nd character, and indented."""
    return re.sub(r"(?m)(?=.{70})(.{40,68}\S)[ ]+", "\\1\n  ", text)


CHANGES: dict[str, Change] = {
    "emphasis": _each(r"(?<![\w$,.-])(\d[\d,]*)(?= [a-z])", r"**\1**"),
    "links": _each(r"(?<![\w$,.-])(\d[\d,]*)(?= [a-z])", r"[\1](https://example.org/a_1_(b))"),
    "escapes": _each(r"(?=[$])", r"\\"),
    "entities": _each(
        "[&’“”—$]",
        lambda m: {"&": "&amp;", "’": "&#8217;", "“": "&ldquo;", "”": "&#x201D;", "—": "&mdash;",
                   "$": "&#36;"}[m.group()],
    ),
    "entities coded twice": _each("’", "&amp;#8217;"),
    "entities for blanks": _each(r"(?<=\d) ", "&nbsp;"),
    "UTF-8 read as Windows-1252": _misread("cp1252"),
    "UTF-8 read as Latin-1": _misread("latin-1"),
    "blanks that do not break": _each(r"(?<=\d) ", "\u00a0"),
    "thin blanks": _each(r"(?<=\d) ", "\u2009"),
    "narrow blanks": _each(r"(?<=\d) ", "\u202f"),
    "wide blanks": _each(r"(?<=\d) ", "\u2002"),
    "soft hyphens": _each(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad"),
    "zero-width blanks": _each(r"(?<= )(?=\d)", "\u200b"),
    "marks of direction": _each(r"(\d+)", "\u200e\\1\u200e"),
    "hyphens that do not break": _each("-(?=[a-z])", "\u2011"),
    "primes": _each("’", "′"),
    "full-width digits": _each(r"\d", lambda m: chr(0xFF10 + int(m.group()))),
    "typewriter quotes": _each("[’“”]", lambda m: "'" if m.group() == "’" else '"'),
    "numbers said twice": _each(
        r"\b(two|three|four|five|eight|nine)\b(?= [a-z])",
        lambda m: f"{m.group()} ({_DIGITS[m.group()]})",
    ),
    "numbered notes": _each(r"(?<=[a-z]{3})(?=[.,])", "[3]"),
    "numbered notes behind stops": _each(r"(?<=[a-z]{3}[.,])(?=\s)", "[12]"),
    "raised notes": _each(r"(?<=[a-z]{3}[.,])(?=\s)", "²"),
    "starred notes": _each(r"(?<![\w$,.-])(\d[\d,]*)(?= [a-z])", r"\1*"),
    "quoted lines": _each(r"(?m)^(?=.)", "> "),
    "headings": _each(r"\A(?=Nine)", "# "),
    "sentences without a blank between": _each(r"(?<=[a-z]{3}\.) (?=[A-Z])", ""),
    "blanks that break no line": _each(" ", "\u00a0"),
    "lost marks": _each("[’“”—–]", "\ufffd"),
    "marks lost as question marks": _each("[’“”—]", "?"),
    "Windows line ends": _each("\n", "\r\n"),
    "indented lines": _each(r"(?m)^(?=.)", "    "),
    "blanks at line ends": _each("\n", " \n"),
    "double blanks": _each(" ", "  "),
    "broken, indented lines": _wrapped,
}  # fmt: skip


def _told(text: str) -> list[tuple[str, str, list[int]]]:
    """The findings of *text*, each with where its figures stand among all that are no echoes."""
    report = check(text)
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.text
    echoes = {f.start for f in report.figures if text[f.start - 1 : f.start] == "("}
    order = [f.start for f in report.figures if f.start not in echoes]
    told = (
        (f.code, f.verdict, [order.index(g.start) for g in f.figures() if g.start not in echoes])
        for f in report.findings
    )
    return sorted(row for row in told if len(row[2]) > 1 or row[0] != "CF201")


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", TEXTS)
def test_findings_are_those_of_the_text_as_meant(text: str, change: str) -> None:
    assert _told(CHANGES[change](text)) == _told(text)


def test_the_texts_have_findings() -> None:
    assert all(_told(text) for text in TEXTS)


def test_every_change_changes_a_text() -> None:
    assert all(any(change(text) != text for text in TEXTS) for change in CHANGES.values())
