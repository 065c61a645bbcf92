"""Ranges of ages told again of one group: "ages 18 to 52", further on "between 18 and 52".

The same two ages told twice are of one group. Where one end differs, the group must be named
alike: a range within the other can be of some of them, so that there the noun must be the same
and nothing may narrow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.stems import is_person, may_be_one, never_one, stem

_WORDS = frozenset("ages aged age old between".split())
_ENDS = lazy(r"(\d{1,2})(?:\s?(?:to|through|and)\s?|\s?[-–—]\s?)(\d{1,2})(?:[ -]years?[ -]old)?")
# "the men, ages | 18 to 52", "range in age from", "between the ages of", "who are between"
_LED = lazy(
    r"(?:^|[,(]\s?|\s)(?:(?:who|which|all|and|mostly)\s)*(?:(?:are|is|were|was|be)\s)?"
    r"(?P<lead>aged?|ages|aged between|between(?: the)?(?: ages(?: of)?)?"
    r"|(?:rang(?:e|es|ed|ing)|var(?:y|ied|ying))\s(?:in age\s)?from(?: age)?|in age from)\s$"
)
_AFTER = lazy(r"\s?(?:[.,;:)\"]|$|years\b|(?:are|were|was|is|have|had|will|face)\b)")
_WORD = lazy(r"[a-z][a-z'’-]*|[\ue000-\uf8ff]")
_FAR = 8  # words before a range among which those are told whose ages it gives
_MOST = 12  # ranges of a text that are held against one another
_THOSE = frozenset(
    map(stem, "people persons individuals suspects defendants arrestees victims those".split())
)
# what stands before a noun and narrows nothing
_IDLE = frozenset(
    "the those these all of a an and who said that were was are is in with says to".split()
)
_KNOWN = frozenset("the those these all".split())
# others, or some of them
_APART = lazy(
    rf"{SIGNS['rank']}|\b(?:another|others?|second|remaining|rest|some|most|one of|as adults"
    r"|whose|except|youngest|including|include[sd]?)\b"
)


@dataclass(frozen=True, slots=True)
class _Range:
    """The ages of a group: both ends, the stem of its noun, and the words of its sentence."""

    figure: Figure
    low: int
    high: int
    head: str
    told: frozenset[str]  # what narrows the noun
    after: frozenset[str]  # what stands between it and the range
    known: bool  # "the men", "those arrested"
    skeleton: Skeleton


def age_ranges(reading: Reading) -> Iterator[Relation]:
    """Ranges of ages, each with the earlier one that it repeats."""
    if _WORDS.isdisjoint(reading.words):
        return
    ranges = [r for _, skeleton in reading.figured for r in _ranges(skeleton)]
    if not 1 < len(ranges) <= _MOST:
        return
    told: list[_Range] = []
    for later in ranges:
        before = [r for r in told if r.skeleton is not later.skeleton]
        same = next((r for r in before if (r.low, r.high) == (later.low, later.high)), None)
        told.append(later)
        if same is not None:
            if not never_one(same.head, later.head):
                yield _relation(reading, same, later)
        elif len(before) == 1 == len(ranges) - 1 and _is_mistyped(before[0], later):
            yield _relation(reading, before[0], later)


def _ranges(skeleton: Skeleton) -> Iterator[_Range]:
    """The ranges of ages in a sentence."""
    text = skeleton.text
    for figure in skeleton.figures:
        if figure.kind not in ("age", "count") or (ends := _ENDS.fullmatch(figure.text)) is None:
            continue
        sign = skeleton.sign_of(figure)
        led = _LED.search(text, 0, sign)
        if led is None or not _AFTER.match(text, sign + 1):
            continue
        if figure.kind == "count" and not led["lead"].startswith(("between", "rang")):
            continue
        low, high = map(int, ends.groups())
        group = _group(text[: led.start()])
        if group and low < high:
            yield _Range(figure, low, high, *group, skeleton)


def _group(before: str) -> tuple[str, frozenset[str], frozenset[str], bool] | None:
    """The noun of those whose ages follow, what narrows it before and after, whether known."""
    words = _WORD.findall(before)[-_FAR:]
    stems = [stem(w) for w in words]
    found = [at for at, s in enumerate(stems) if is_person(s) or words[at] == "those"]
    if not found:
        return None
    at = found[-1]
    first = next((k + 1 for k in range(at - 1, -1, -1) if words[k] in _IDLE), 0)
    led = frozenset(s for s in stems[first:at] if s.isalpha())
    after = frozenset(s for s, w in zip(stems, words, strict=True) if w not in _IDLE)
    after = frozenset(stems[at + 1 :]) & after
    known = words[at] in _KNOWN or (first > 0 and words[first - 1] in _KNOWN)
    return stems[at], led, after, known


def _is_mistyped(one: _Range, later: _Range) -> bool:
    """Whether one end was mistyped, and both are of one group."""
    if (one.low == later.low) is (one.high == later.high) or not later.known:
        return False
    if _APART.search(later.skeleton.text) or _APART.search(one.skeleton.text):
        return False
    if not later.after <= one.after | frozenset(map(stem, one.skeleton.words)):
        return False  # "those killed", of those hurt
    alike = one.head == later.head or later.head in _THOSE
    if one.low <= later.low and later.high <= one.high:
        return alike and not later.told - one.told - one.skeleton.words
    kin = alike or one.head in _THOSE or may_be_one(one.head, later.head)
    return kin and not (later.told - one.told - one.skeleton.words and one.told)


def _relation(reading: Reading, one: _Range, later: _Range) -> Relation:
    spans = [Span(r.figure.start, r.figure.end) for r in (one, later)]
    ends = ((one.low, later.low), (one.high, later.high))
    swapped = all(a == b or sorted(str(a)) == sorted(str(b)) for a, b in ends)
    options = {"alike": "1", "of": "ages", **({"sure": "1"} if swapped else {})}
    return relation("restatement", reading, spans, options, figures=[one.figure, later.figure])
