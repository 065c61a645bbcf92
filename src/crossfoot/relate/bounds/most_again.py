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
from crossfoot.relate.wording.stems import meaning, stem

_VERBS = r"(?:had|have|were|are|was|lacked|came|face|faced|voted|live|lived|died|pleaded)"
# "The majority of those arrested had convictions", and not "nationally, most have"
_MOST = pattern(
    r"(?:^\W*(?:the |a )?|,\s(?:the |a )?(?=(?:most|majority) of whom))"
    r"(?:(?P<limit>majority|most)|(?P<half>{fraction}))"
    r"(?: of (?:whom|those|them|the(?! {n}))(?P<who>(?: [a-z'-]+){{0,4}}?))?"
    r" (?P<told>{verbs} [^.;:,\ue000-\uf8ff]{{3,60}}?)(?=[.,;]|$)",
    verbs=_VERBS,
)
# "Of the 60 people arrested, 41 had convictions"; "41 of the 60 had convictions"
_COUNTED = pattern(
    r"^\W*of (?:the |those |all )?(?P<whole>{n})(?P<who>(?: [a-z'-]+){{0,4}}?),"
    r" (?P<part>{n})(?: of them)? (?P<told>{verbs} [^.;:,\ue000-\uf8ff]{{3,60}}?)(?=[.,;]|$)"
    r"|^\W*(?P<part2>{n}) (?:out )?of (?:the |those |all )?(?P<whole2>{n})"
    r"(?P<who2>(?: [a-z'-]+){{0,4}}?)"
    r" (?P<told2>{verbs} [^.;:,\ue000-\uf8ff]{{3,60}}?)(?=[.,;]|$)",
    verbs=_VERBS,
)
# whoever was told of before
_ANYONE = frozenset(
    map(
        stem,
        "people persons individuals those suspects defendants detainees arrested detained charged"
        " held encountered apprehended migrants total board".split(),
    )
)
_MAJORITIES = ("majority", "more than half", "over half")
_NUMBERS = (SIGNS["count"], SIGNS["number"])
_OTHERS = lazy(r"\b(?:last (?:year|month|week)|another|others?|in (?:19|20)\d\d)\b")


def most_again(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The counts of a sentence, and the majority that the one beside it tells in its words."""
    match = _COUNTED.search(skeleton.text)
    if match is None:
        return
    mark = "2" if match["part2"] else ""
    part, whole = skeleton.group(match, f"part{mark}"), skeleton.group(match, f"whole{mark}")
    told, who = _meant(match[f"told{mark}"]), _meant(match[f"who{mark}"] or "")
    if "who" in (match[f"who{mark}"] or "").split():
        return
    for at in (index - 1, index + 1, index + 2):
        if part and whole and told and 0 <= at < len(reading.sentences):
            yield from _held(reading, reading.sentences[at], part, whole, told, who)


def _held(
    reading: Reading,
    beside: Skeleton,
    part: Figure,
    whole: Figure,
    told: frozenset[str],
    who: frozenset[str],
) -> Iterator[Relation]:
    """The majority that the sentence *beside* tells of the same persons, in the same words."""
    if any(sign in beside.text for sign in _NUMBERS) or _OTHERS.search(beside.text):
        return
    match = _MOST.search(beside.text)
    if match is None or not _are_same(who, _meant(match["who"] or "")):
        return
    # who had convictions are all who had criminal ones, and more
    if not told <= _meant(match["told"]) or " or " in match["told"]:
        return
    half = beside.group(match, "half")
    if half and not half.text.lower().endswith(_MAJORITIES):
        return
    limit = half or beside.span(match, "limit")
    yield relation(
        "bound", reading, [beside.span(match)], {"side": "half"},
        figure=part, limit=limit, whole=whole,
    )  # fmt: skip


def _are_same(who: frozenset[str], most: frozenset[str]) -> bool:
    """Whether those counted are they of whom the majority is told: "of the 60 people arrested"."""
    return who - most <= _ANYONE and most - who <= _ANYONE


def _meant(words: str) -> frozenset[str]:
    """What a predicate tells, but for idle words."""
    return frozenset(m for w in words.split() if (m := meaning(w)))
