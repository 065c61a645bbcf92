"""A number that takes up the row before it: ``…, 55 in Reno. Together the three cities``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.tallies.announced import announces, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.phrases import led_by
from crossfoot.relate.wording.rows import head, rows

FEWEST = 4  # items in a row that "the ten jurisdictions" takes up
FEW_PLACES = 3  # and "the three countries"

_THE_N = pattern(r"\b(?P<tie>the|all|those|these)\s(?P<n>{n})\s[a-z-]+")
_LED = led_by("the", "all", "those", "these")
# "the three offices together", "these three made up", "accounted for"
_SUMMED = lazy(
    r"\s?(?:together|combined|taken together|between them)\b"
    r"|\s(?:accounts?|accounted) for\b|\s(?:made|make|makes) up\b|\s(?:represent|compris)"
)
_SUMMED_BEFORE = lazy(r"\b(?:together|combined|between them|taken together|in all|all told),?\s$")
_BEGINS = lazy(r"\W*(?:(?:all|of|in|from) )*")  # no "one of" these two places
_NOUN = lazy(r"\s[a-z]+")
_A_NAME = lazy(r"[A-Z][a-z]")
# "It was followed by Reno (9)": the first is told before the row
_ANOTHER_FIRST = lazy(r"\b(?:follow|next|then|behind|also|other|besides?|trail|after|later)")
# what may stand behind a row that its sentence ends with, or that "were the three" ends
_ROW_ENDS = lazy(r"[^,;:A-Z]*[.;]?\s*$")
_WERE = lazy(r"\)?,? (?:were|are) $")
_SEMICOLON = lazy(r"[^,:A-Z]*; (?:together,? )?$")


def after_row(reading: Reading, index: int) -> Iterator[Relation]:
    """``the 10 jurisdictions`` after a row of ten; silent where another number is meant."""
    if all(
        len(figures) < FEW_PLACES for figures in reading.by_sentence[max(0, index - 2) : index + 1]
    ):
        return  # no such row
    skeleton = reading.sentences[index]
    if not any(map(skeleton.text.__contains__, _LED)):
        return
    for match in _THE_N.finditer(skeleton.text):
        figure = skeleton.group(match, "n")
        if figure is None or not announces(figure) or figure.value is None:
            continue
        of_places = head(skeleton, figure) in PLACES
        enough = figure.value >= (FEW_PLACES if of_places else FEWEST)
        listed = _row_of_as_many(reading, index, figure) if enough else ()
        if not listed and of_places and figure.hedge is None:
            listed = _row_summed(reading, index, match, figure.value)
        if listed:
            spans = tuple(f.span for f in listed)
            yield from tally(reading, [figure], Items.exactly(spans), skeleton.span(match, "tie"))
            return


def is_summed(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether "together" or "accounted for" stands behind the number and its noun."""
    noun = _NOUN.match(skeleton.text, skeleton.sign_of(figure) + 1)
    return noun is not None and _SUMMED.match(skeleton.text, noun.end()) is not None


def _row_of_as_many(reading: Reading, index: int, figure: Figure) -> tuple[Figure, ...]:
    """The row of as many as *figure* says in the sentences before."""
    for at in range(index, max(-1, index - 3), -1):
        if len(reading.by_sentence[at]) < FEW_PLACES:
            continue
        for row in rows(reading.sentences[at]):
            if row.figures[-1].end < figure.start and len(row.figures) == figure.value:
                return row.figures
    return ()


def _row_summed(
    reading: Reading, index: int, match: re.Match[str], told: Fraction
) -> tuple[Figure, ...]:
    """The only row of places right before "together the three offices", however many they are."""
    skeleton = reading.sentences[index]
    if listed := _row_in(reading, skeleton, skeleton.offset(match.start())):
        tail = skeleton.text[skeleton.sign_of(listed[-1]) + 1 : match.start()]
        summed = _SUMMED.match(skeleton.text, match.end()) and _SEMICOLON.match(tail)
        return listed if summed or _WERE.match(tail) else ()
    taken_up = (
        (match["tie"] in ("these", "those") and _BEGINS.fullmatch(skeleton.text, 0, match.start()))
        or _SUMMED.match(skeleton.text, match.end())
        or _SUMMED_BEFORE.search(skeleton.text, 0, match.start())
    )
    if not taken_up or not index:
        return ()
    before = reading.sentences[index - 1]
    listed = _row_in(reading, before, before.end)
    # "The two with the most were": they are told of, and counted, before
    if any(f.value == told for f in listed):
        return ()
    ends = listed and _ROW_ENDS.match(reading.document.text, listed[-1].end, before.end)
    return listed if ends else ()


def _row_in(reading: Reading, skeleton: Skeleton, end: int) -> tuple[Figure, ...]:
    """The figures of the sentence up to *end*, where they are one row with a name to each."""
    counts = tuple(
        f for f in skeleton.figures if f.kind not in ("date", "rank", "duration") and f.end <= end
    )
    found = [row for row in rows(skeleton) if row.figures == counts]
    if len(counts) < FEW_PLACES or not found:
        return ()
    text = reading.document.text
    edges = [skeleton.start, *(f.end for f in counts)]
    gaps = [text[a : f.start] for a, f in zip(edges, counts, strict=False)]
    return counts if all(map(_A_NAME.search, gaps)) and not _ANOTHER_FIRST.search(gaps[0]) else ()
