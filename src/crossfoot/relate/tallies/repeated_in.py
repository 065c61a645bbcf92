"""Places and times each told with its own word: ``three sites. They were in A, in B and in C``.

Two of those counted may be of one place or month, so that a list that differs says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import plural, tally
from crossfoot.relate.tallies.items import Items, items_of
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.phrases import phrase, singular

_D = SIGNS["date"]
_ITEM = r"[^,;.:()]{2,60}?"
_ROW = rf"(?P<p>in|at|on|near) {_ITEM}(?:, (?P=p) {_ITEM})*,? and (?P=p) {_ITEM}(?=[.,;]|$)"
_DATES = rf"(?P<p2>in|on) {_D}(?:, {_D})*,? and (?:(?P=p2) )?{_D}(?=[.,;]|$)"
# "three sites, in Reno, in Elko and in Ely"; "two earlier sweeps like it, in May and June 2023"
_IN_SENTENCE = pattern(
    r"(?P<n>{n})(?P<np>(?:\s[a-z-]+){{1,5}}?),\s(?P<row>{row}|{dates})",
    row=_ROW,
    dates=_DATES,
)
# "The checkpoints were in Dover, in Milford and in Magnolia."
_TAKEN_UP = lazy(
    r"\W*(?:the|these|those) (?:[a-z]+ )?(?P<noun>[a-z]+s) (?:were|are|took place|happened|came"
    rf"|occurred|stood|will be)(?: [a-z]+ed)?(?: up)? (?P<row>{_ROW})"
)
_STEP = lazy(r"(?:^|, (?:and )?| and )(?P<p>in|at|on|near) (?P<item>[^,;]+?)(?=, | and (?P=p) |$)")
_DATE = lazy(_D)
_REACH = 3  # sentences back in which the number stands
# "Utah is one of four states in the division, with Ohio, Iowa and Maine"
_ONE_OF = pattern(
    r"\W*(?P<who>[a-z][a-z .'-]{{1,40}}?)\s(?:is|was)\s(?P<one>{n})\sof\s"
    r"(?:the\s|only\s|just\s)*(?P<n>{n})"
    r"(?P<np>(?:\s[a-z-]+){{1,8}}?),\s(?P<tie>(?:along\s|together\s)?with)\s(?P<list>[^.;:()]+)\.?$"
)

_RUNS_ON = lazy(r"(?<!\w)(?!(?:of|the|and|de|la)\b)[a-z]")


def repeated_in(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The number of a sentence and its places or months, each with a word of its own."""
    text = skeleton.text
    if " and " not in text or not any(map(text.__contains__, (", in ", ", at ", ", on "))):
        return
    for match in _IN_SENTENCE.finditer(text):
        if plural(match["np"]):
            spans = _spans(skeleton, match)
            figure = skeleton.group(match, "n")
            tie = skeleton.span(match, "row")
            yield from tally(reading, [figure], Items.exactly(spans), tie, sure=False)


def one_of_them(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``Utah is one of four states …, with Ohio, Iowa and Maine``: it and the others."""
    if " of " not in skeleton.text or ", " not in skeleton.text or "with " not in skeleton.text:
        return
    match = _ONE_OF.match(skeleton.text)
    if match is None or not PLACES & {singular(word) for word in match["np"].split()}:
        return
    others = items_of(reading.document.text, *_ends(skeleton, match), places=True)
    figure = skeleton.group(match, "n")
    one = skeleton.group(match, "one")
    if others is None or figure is None or one is None or one.value != 1:
        return
    listed = (skeleton.span(match, "who"), *others.spans)
    # "with Reno and Elko the largest", "with Ohio and Iowa sharing the third place": some of them
    names = reading.document.text[others.spans[-1].start : _ends(skeleton, match)[1]]
    ends = not _RUNS_ON.search(names.rstrip(" .\"'"))
    named = reading.document.text[listed[1].start].isupper()
    sure = ends and named and len(others.finest) == len(others.spans)
    yield from tally(
        reading, [figure], Items.exactly(listed), skeleton.span(match, "tie"), sure=sure
    )


def _ends(skeleton: Skeleton, match: re.Match[str]) -> tuple[int, int]:
    return skeleton.offset(match.start("list")), skeleton.offset(match.end("list"))


def taken_up_in(reading: Reading) -> Iterator[Relation]:
    """``three checkpoints … The checkpoints were in Dover, in Milford and in Magnolia``."""
    if ", in " not in reading.text and ", at " not in reading.text:
        return
    for index, sentence in enumerate(reading.document.sentences):
        if not index or not reading.text.startswith(("the ", "these ", "those "), sentence.start):
            continue
        skeleton = reading.sentences[index]
        match = _TAKEN_UP.match(skeleton.text)
        figure = _number(reading, index, singular(match["noun"])) if match else None
        if match and figure:
            items = Items.exactly(_spans(skeleton, match))
            yield from tally(reading, [figure], items, skeleton.span(match, "noun"), sure=False)


def _spans(skeleton: Skeleton, match: re.Match[str]) -> Sequence[Span]:
    """The places of a row, or its dates."""
    at = match.start("row")
    groups = match.groupdict()
    if groups.get("p2"):
        return [skeleton.span(m) for m in _DATE.finditer(skeleton.text, at, match.end("row"))]
    return [
        Span(skeleton.offset(at + m.start("item")), skeleton.offset(at + m.end("item")))
        for m in _STEP.finditer(match["row"])
    ]


def _number(reading: Reading, index: int, noun: str) -> Figure | None:
    """The only number of them in the sentences before."""
    found = [
        figure
        for at in range(max(0, index - _REACH), index)
        for figure in reading.by_sentence[at]
        if figure.kind in ("count", "number")
        and noun in map(singular, phrase(reading.sentences[at], figure))
    ]
    return found[0] if len(found) == 1 else None
