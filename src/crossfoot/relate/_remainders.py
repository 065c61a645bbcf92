"""Remainders: ``the remaining 595``, ``the other 50``, ``which means 189``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._kinds import alike
from crossfoot.relate._rows import family, head, rows
from crossfoot.relate._wholes import restated
from crossfoot.relate._wording import relation

REACH = 5  # sentences back that a remainder can refer to
NEAR = 5  # figures back among which its fellow parts are looked for
FAR = 30  # figures back among which its whole is looked for

# "the remaining 595" / "that leaves 595" / "implying that 189" / "meaning the actual count was 101"
_REST = pattern(
    r"(?P<tie>\b(?:the (?:remaining|other|remainder|rest|balance)|leaving"
    r"|implying(?: that)?|(?:which|that|this) (?:means|meant|implies|leaves|left)(?: that)?"
    r"|meaning(?: that)?|therefore|thus|so that))[\s,-]+"
    r"(?:only |just |another |the (?:remaining|other) "
    r"|[^.;:]{{0,75}}?\b(?:was|is|were|of|totaled) )?"
    r"(?P<rest>{amount}|{percent})"
)
_MARKS = lazy(r"the (?:remain|other|rest|balance)|leav|left|impl|mean|therefore|thus|so that")
# what marks a figure as a part of something: "331 of those", "nine of which", "of them, 12"
_PART_AFTER = lazy(r"\s*(?:[a-z]+ ){0,2}of (?:the|those|these|them|which|whom|its|their|all)\b")
_PART_BEFORE = lazy(r"\b(?:of|out of|among) (?:the|those|these|them|which|whom)\b[^.;]{0,40}$")


# "four of the 14": the second is the whole
_IS_WHOLE = lazy(r"\bof (?:the|all|those|these) $")
_OF_WHOLE = pattern(r"\s(?:[a-z]+ )?of (?:the|all|those|these)\s(?P<whole>{n})")


def remainders(reading: Reading) -> Iterator[Relation]:
    """Sums of the parts named before and the remainder."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if not _MARKS.search(skeleton.text):
            continue
        for match in _REST.finditer(skeleton.text):
            rest = skeleton.group(match, "rest")
            if rest is None or rest.value is None or (kind := family(rest)) is None:
                continue
            tie = skeleton.span(match, "tie")
            found = _sum(reading, index, skeleton, rest, kind, tie)
            if found is not None:
                yield found


def _sum(
    reading: Reading, index: int, skeleton: Skeleton, rest: Figure, kind: str, tie: Span
) -> Relation | None:
    row = next((r for r in rows(skeleton) if rest in r.figures[1:]), None)
    parts = row.figures[: row.figures.index(rest) + 1] if row else (rest,)
    earlier = _earlier(reading, index, parts[0], kind)
    if kind == "percent":
        return _to_hundred(reading, earlier, parts, tie)
    sets = list(_sets(reading, earlier, parts))
    for members in sets:
        for whole in _wholes(reading, earlier, members):
            if Interval.sum(f.range for f in members).meets(whole.range):
                stated = restated(reading, whole, parts=members)
                return relation("sum", reading, [tie], parts=members, whole=stated)
    definite = skeleton.text.startswith("the ", skeleton.position(tie.start))
    return _unfit(reading, earlier, parts, tie, definite=definite)


def _sets(
    reading: Reading, earlier: Sequence[Figure], parts: Sequence[Figure]
) -> Iterator[tuple[Figure, ...]]:
    """The sets of parts that the remainder may complete, likeliest first."""
    if len(parts) > 1:
        yield tuple(parts)
    mains = [f for f in earlier[:NEAR] if not _is_aside(reading, f)]
    for figure in mains:
        yield (figure, *parts)
    for more in range(2, len(mains) + 1):
        yield (*reversed(mains[:more]), *parts)


def _wholes(
    reading: Reading, earlier: Sequence[Figure], members: Sequence[Figure]
) -> Iterator[Figure]:
    """Larger figures before the parts whose nouns agree with theirs, nearest first."""
    largest = max(f.value for f in members if f.value is not None)
    nouns = [_noun(reading, f) for f in members]
    for figure in earlier:
        if figure.value is None or figure.value <= largest or figure in members:
            continue
        own = _noun(reading, figure)
        if not figure.range.is_open and all(alike(noun, own) for noun in nouns):
            yield figure


def _unfit(
    reading: Reading,
    earlier: Sequence[Figure],
    parts: Sequence[Figure],
    tie: Span,
    *,
    definite: bool,
) -> Relation | None:
    """Nothing comes out: the part that the text calls one, and the nearest whole of its noun."""
    members = tuple(parts)
    if len(parts) > 1 and not definite:
        return None
    if len(parts) == 1:
        fellow = next((f for f in earlier[:NEAR] if _is_part(reading, f)), None)
        if fellow is None or _is_aside(reading, fellow):
            return None
        members = (fellow, *parts)
    first = members[0]
    beside = _named_whole(reading, first)
    if beside is not None and beside.value is not None and beside.value > (first.value or 0):
        return relation("sum", reading, [tie], parts=members, whole=beside)
    for whole in earlier:
        if whole.start >= first.start or whole.value is None or first.value is None:
            continue
        noun, own = _noun(reading, whole), _noun(reading, first)
        if noun and whole.value > first.value and (own is None or alike(noun, own)):
            stated = restated(reading, whole, parts=members)
            return relation("sum", reading, [tie], parts=members, whole=stated)
    return None


def _named_whole(reading: Reading, part: Figure) -> Figure | None:
    """The 14 of "four of the 14"."""
    skeleton = reading.sentences[part.sentence]
    match = _OF_WHOLE.match(skeleton.text, skeleton.sign_of(part) + 1)
    return skeleton.group(match, "whole") if match else None


def _noun(reading: Reading, figure: Figure) -> str | None:
    return head(reading.sentences[figure.sentence], figure)


def _is_part(reading: Reading, figure: Figure) -> bool:
    """Whether the words beside *figure* make it a part: ``331 of those``, ``of them, 12``."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    if _IS_WHOLE.search(skeleton.text, max(0, at - 20), at):
        return False
    return bool(
        _PART_AFTER.match(skeleton.text, at + 1)
        or _PART_BEFORE.search(skeleton.text, max(0, at - 80), at)
    )


def _is_aside(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* is a part of a part: ``645 …, and eight of those``."""
    skeleton = reading.sentences[figure.sentence]
    after = skeleton.text[skeleton.sign_of(figure) + 1 :]
    first = next((f for f in skeleton.figures if family(f) == family(figure)), None)
    return first is not figure and re.match(r"\s*of (?:those|them|these)\b", after) is not None


def _to_hundred(
    reading: Reading, earlier: Sequence[Figure], parts: Sequence[Figure], tie: Span
) -> Relation | None:
    """Shares named before and the last one make 100."""
    full = Interval.exactly(100)
    for more in range(0 if len(parts) > 1 else 1, NEAR):
        members = (*reversed(earlier[:more]), *parts)
        if len(members) > 1 and Interval.sum(f.range for f in members).meets(full):
            return relation("sum", reading, [tie], parts=members)
    return relation("sum", reading, [tie], parts=parts) if len(parts) > 1 else None


def _earlier(reading: Reading, index: int, first: Figure, kind: str) -> tuple[Figure, ...]:
    """Figures of one family before *first*, nearest first."""
    out: list[Figure] = []
    for at in range(index, max(-1, index - REACH - 1), -1):
        for figure in reversed(reading.by_sentence[at]):
            if figure.start < first.start and family(figure) == kind:
                out.append(figure)
    return tuple(out[:FAR])
