"""A majority told with its counts in the next sentence, or in the one before, by the same words.

"Most of those arrested had convictions. Of the 60 people arrested, 41 had convictions": what is
said of the part is what is said of the most, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.predicates import (
    ANYONE,
    TURNS,
    VERBS,
    in_one_voice,
    predicate,
    who,
)

# "The majority of those arrested had convictions", and not "nationally, most have"
_MOST = pattern(
    r"(?:^\W*(?:the |a )?|,\s(?:the |a )?(?=(?:most|majority) of whom))"
    r"(?:(?P<limit>majority|most)|(?P<half>{fraction}))"
    r"(?: of (?:whom|those|them|the(?! {n}))(?P<who>(?: [a-z'-]+){{0,4}}?))?"
    r" (?P<told>{verbs} [^.;:,\ue000-\uf8ff]{{3,60}}?)(?=[.,;]|$)",
    verbs=VERBS,
)
# "Of the 60 people arrested, 41 had convictions"; "41 of the 60 had convictions"
_COUNTED = pattern(
    r"^\W*of (?:the |those |all )?(?P<whole>{n})(?P<who>(?: [a-z'-]+){{0,4}}?),"
    r" (?P<part>{n})(?: of them)? (?P<told>{verbs} [^.;:,\ue000-\uf8ff]{{3,60}}?)(?=[.,;]|$)"
    r"|^\W*(?P<part2>{n}) (?:out )?of (?:the |those |all )?(?P<whole2>{n})"
    r"(?P<who2>(?: [a-z'-]+){{0,4}}?)"
    r" (?P<told2>{verbs} [^.;:,\ue000-\uf8ff]{{3,60}}?)(?=[.,;]|$)",
    verbs=VERBS,
)
_MAJORITIES = ("majority", "more than half", "over half")
_NUMBERS = (SIGNS["count"], SIGNS["number"])
# "28 had convictions, and six more had them abroad"
_MORE = lazy(r"\b(?:another|additional|others?|more(?! than\b)|also)\b")
_OTHERS = lazy(r"\b(?:last (?:year|month|week)|another|others?|in (?:19|20)\d\d)\b")


def most_again(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The counts of a sentence, and the majority that the one beside it tells in its words."""
    match = _COUNTED.search(skeleton.text)
    if match is None:
        return
    mark = "2" if match["part2"] else ""
    part, whole = skeleton.group(match, f"part{mark}"), skeleton.group(match, f"whole{mark}")
    told, whom = predicate(match[f"told{mark}"]), who(match[f"who{mark}"] or "")
    if "who" in (match[f"who{mark}"] or "").split() or _goes_on(reading, index):
        return
    for at in (index - 1, index + 1, index + 2):
        if part and whole and told and 0 <= at < len(reading.sentences):
            beside = reading.sentences[at]
            if in_one_voice(beside.text, skeleton.text):
                yield from _held(reading, beside, part, whole, told, whom)


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether more are counted in the sentence, or in the one behind it."""
    told = reading.sentences[index : index + 2]
    return any(s.amounts and _MORE.search(s.text) for s in told)


def _held(
    reading: Reading,
    beside: Skeleton,
    part: Figure,
    whole: Figure,
    told: frozenset[str],
    whom: frozenset[str],
) -> Iterator[Relation]:
    """The majority that the sentence *beside* tells of the same persons, in the same words."""
    if any(sign in beside.text for sign in _NUMBERS) or _OTHERS.search(beside.text):
        return
    match = _MOST.search(beside.text)
    if match is None or not _are_same(whom, who(match["who"] or "")):
        return
    # who had convictions are all who had criminal ones, and more
    most = predicate(match["told"])
    if not told <= most or " or " in match["told"] or (most - told) & TURNS:
        return
    half = beside.group(match, "half")
    if half and not half.text.lower().endswith(_MAJORITIES):
        return
    limit = half or beside.span(match, "limit")
    yield relation(
        "bound", reading, [beside.span(match)], {"side": "half"},
        figure=part, limit=limit, whole=whole,
    )  # fmt: skip


def _are_same(whom: frozenset[str], most: frozenset[str]) -> bool:
    """Whether those counted are they of whom the majority is told: "of the 60 people arrested"."""
    return whom - most <= ANYONE and most - whom <= ANYONE
