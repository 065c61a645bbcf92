"""The year of a crime told again: "held in 1985 murder", and below it "the 1986 murder of a nurse".

Headline and text, or "a 1985 murder" and then "the 1986 murder": where the text tells one such
crime and no third year of it, two years a slip of the pen apart are one year mistyped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.dates_again import is_another_event
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation

_WORDS = frozenset(
    "murder killing slaying homicide death rape assault robbery arson kidnapping abduction shooting"
    " stabbing bombing fire disappearance".split()
)
_CRIME = (
    rf"(?P<noun>{'|'.join(sorted(_WORDS))})"  # and not the "robbery trial"
    r"(?=[.,;:\"]|$|\s(?:of|in|at|on|near|outside|by|case|committed|that|was|is|has|had|remains?)\b)"
)
_SORT = (
    r"(?:cold[ -]case|fatal|deadly|armed|unsolved|brutal|double|triple|quadruple|bank|drive-by|gang"
    r"|stabbing|shooting|beating|strangulation|execution-style|sexual)"
)
# "the 1985 cold case murder of a nurse", "a murder committed in 1985"
_IN_A_YEAR = lazy(
    rf"(?P<the>\b(?:the|that|his|her)\s)?(?P<year>{SIGNS['date']})\s(?:{_SORT}\s){{0,2}}{_CRIME}"
    r"(?:\sof\s(?P<whom>[^.,;]{1,40}))?"
    rf"|\b{_CRIME.replace('noun', 'deed')}\s(?:(?:that\s)?(?:was\s)?(?:committed|happened|occurred"
    rf"|took\splace)\s)?(?:in|of)\s(?P<then>{SIGNS['date']})"
)
# "Poe had served time for the 1986 murder", "the gun of the 1986 murder": of another case
_BEFORE = lazy(
    r"\b(?:had|acquitted|cleared|serv(?:ed|ing|es)|paroled?|already|prior|gun"
    r"|weapon|pistol|rifle)\b"
)
_YEAR = lazy(r"(?:19|20)\d\d")
_NAME = lazy(r"[A-Z][a-z]+")
_CLOSE = 2


class _Told(NamedTuple):
    """A crime with its year."""

    figure: Figure
    skeleton: Skeleton
    noun: str
    whom: str
    known: bool

    @property
    def year(self) -> str:
        return self.figure.text


def years_again(reading: Reading) -> Iterator[Relation]:
    """The year of one crime, and that of it mistyped."""
    if _WORDS.isdisjoint(reading.words):
        return
    by_noun: dict[str, list[_Told]] = defaultdict(list)
    for _, skeleton in reading.figured:
        if SIGNS["date"] in skeleton.text and not _WORDS.isdisjoint(skeleton.words):
            for one in _told(reading, skeleton):
                by_noun[one.noun].append(one)
    for told in by_noun.values():
        first, years = told[0], {t.year for t in told}
        other = next((t for t in told[1:] if len(years) == 1 or t.year != first.year), None)
        if other is None or len(years) > 2 or first.skeleton is other.skeleton:
            continue
        if not (other.known or _is_headed(reading, first)) or _are_of_two(first, other):
            continue
        by_year = first.known and other.known and not _is_headed(reading, first)
        if len(years) == 1 or (not by_year and _is_mistyped(reading, told, other)):
            spans = [Span(t.figure.start, t.figure.end) for t in (first, other)]
            options = {"of": "day", **({"apart": "1"} if len(years) > 1 else {})}
            figures = [first.figure, other.figure]
            yield relation("restatement", reading, spans, options, figures=figures)


def _is_mistyped(reading: Reading, told: Sequence[_Told], odd: _Told) -> bool:
    """Whether one year is the other mistyped, and nothing tells of two crimes."""
    first = told[0]
    if not _is_slip(first.year, odd.year) or any("also" in t.skeleton.words for t in told):
        return False
    if _BEFORE.search(odd.skeleton.text):
        return False
    plural = f"{odd.noun}s"
    return not is_another_event(reading, first.skeleton, odd.skeleton, odd.figure, plural)


def _told(reading: Reading, skeleton: Skeleton) -> Iterator[_Told]:
    for match in _IN_A_YEAR.finditer(skeleton.text):
        then = match["then"] is not None
        figure = skeleton.group(match, "then" if then else "year")
        if figure is None or not _YEAR.fullmatch(figure.text):
            continue
        noun = match["deed"] if then else match["noun"]
        start, end = match.span("whom")
        whom = (
            reading.document.text[skeleton.offset(start) : skeleton.offset(end)]
            if start > 0
            else ""
        )
        yield _Told(figure, skeleton, noun, whom, match["the"] is not None)


def _is_headed(reading: Reading, told: _Told) -> bool:
    block = reading.document.sentences[told.figure.sentence].block
    return block < zones(reading).lede


def _are_of_two(one: _Told, other: _Told) -> bool:
    """Whether each is of somebody, by other names: "of Ann Roe", "of Sue Poe"."""
    names = [frozenset(_NAME.findall(t.whom)) for t in (one, other)]
    return bool(one.whom and other.whom) and not names[0] & names[1]


def _is_slip(one: str, other: str) -> bool:
    """Whether two years are close, or one digit or the order of them apart."""
    if abs(int(one) - int(other)) <= _CLOSE or sorted(one) == sorted(other):
        return True
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
