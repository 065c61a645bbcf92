"""All but one, and that one: ``Five of the six live in Boise. The sixth is from Nampa``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import led_by, relation, worded
from crossfoot.relate.wording.rows import family, noun_of, rows
from crossfoot.relate.wording.slips import slip_for

_CUES = frozenset(("of",))
_LEFT = frozenset(("other", "remaining"))
_THEM = frozenset(("them", "whom", "those", "these", "which"))
MOST = 40  # of more, the last is told by no number
# "Five of the six arrested", "Eleven of the 12 men"
_OF_FEW = pattern(r"(?P<part>{n})\s(?:[a-z]+\s)?of\s(?:the\s|those\s|these\s|all\s)?(?P<whole>{n})")
_OF_N = led_by("of", "of the", "of those", "of these", "of all")
_DOES = r"(?:is|was|has|had|lives|remains|faces|came|comes|died|pleaded)\b"
_WHO = (
    r"(?:of (?:them|those)|man|woman|person|one|suspect|defendant|victim|arrested|charged|child"
    r"|officer|house|home|case|count)"
)
# "the sixth is", "the sixth person arrested is", "the other was", "the remaining man has"
_ONE = (
    rf"the\s(?:(?P<last>{{rank}})\s(?:(?:{_WHO}|[a-z-]{{{{3,}}}}(?<!s))\s){{{{0,2}}}}?"
    rf"|(?P<other>other|remaining)\s(?:{_WHO}\s){{{{0,2}}}}?){_DOES}"
)
# "three men, two of them from Reno and the other from Elko"
_OF_THEM = pattern(
    r"(?P<whole>{n})\s[^.;:\ue000-\uf8ff]{{2,110}}?(?:(?:,|:|;|\s-)\s|\s\(|\sand\sthat\s)(?:with\s)?"
    r"(?P<part>{n})\sof\s(?:them|whom|those|these|which)\b"
)
# "and the other from Elko", "and the third by a guard"; no "the other two", "the other men"
_OTHER = pattern(
    r"(?:[;,]\s(?:and\s|while\s|but\s)?|\sand\s|\swhile\s)the\s"
    r"(?:(?P<last>{rank})|(?P<other>other|remaining\sone))\s"
    r"(?:(?:is|was|has)\b|(?!(?:men|women|people|children|half|side|hand|day|way|end|time)\b)"
    r"[a-z-]+(?<!s)\b)"
)
_NEXT = pattern(rf"\W*(?:and\s)?(?:[a-z]+\s(?:said|says|added)\s(?:that\s)?)?{_ONE}")
# "Five of them were", "Five were", "seven are": each a group of those told before
_GROUP = pattern(
    r"(?P<part>{n})(?:\s(?:of (?:them|those|these)|[a-z-]+)){{0,2}}?"
    r"\s(?:were|was|are|is|had|have|has|came|come|live|face|pleaded|remain)\b"
)
# "; the sixth is", "and the other was"
_THEN = pattern(rf"(?:[;,]\s(?:and\s|while\s|but\s)?|\sand\s|\swhile\s){_ONE}")


# "and the sixth was", "; the other was", "and the remaining man has"; no "the sixth floor was"
_THEN_LAST = pattern(
    r"(?:[;,]\s(?:and\s|while\s|but\s)?|\sand\s|\swhile\s)the\s"
    rf"(?:(?P<last>{{rank}})|(?P<other>other|remaining))\s(?:{_WHO}\s){{{{0,2}}}}?{_DOES}"
)
# "…, the fourth was found on Tuesday, | and the other on Friday": another one still
_ONE_MORE = pattern(
    r"(?:\bthe\s(?:{rank}|(?:other|last|final|remaining)(?:\sone)?)"
    rf"\s(?:{_WHO}\s)?(?:{_DOES}|in\b|on\b|at\b|from\b|by\b|to\b))"
    rf"|\banother\s(?:{_WHO}\s)?(?:{_DOES}|in\b|on\b|at\b|from\b|by\b|to\b)"
)
# "three in Alder, five in Birch, | and the ninth in Cedar", "and the ninth, a boy, in Cedar"
_ROW_AND_LAST = pattern(
    rf"(?:[^.;:()\ue000-\uf8ff]|{{date}}){{{{2,60}}}}?,?\sand\sthe\s(?P<last>{{rank}})"
    rf"(?:,\s[a-z][^,;.:()\ue000-\uf8ff]{{{{1,30}}}},)?\s(?:(?:{_WHO})\s)?(?:in|at|on|from|to|by|near)\b"
)
_AND_THE_NTH = f" and the {SIGNS['rank']}"
_SET_OFF = lazy(r"[:;]\s|\s-{1,2}\s")


def last_one(reading: Reading) -> Iterator[Relation]:
    """Sums of all but one of a few and of the last, in that sentence or the next."""
    for index, skeleton in worded(reading, _CUES):
        told = any(map(skeleton.text.__contains__, _OF_N))
        match = _OF_FEW.search(skeleton.text) if told else None
        if match is None:
            yield from _of_them(reading, skeleton)
            continue
        part, whole = skeleton.group(match, "part"), skeleton.group(match, "whole")
        last = _last(reading, index, match.end())
        if part and whole and last and _is_few(part, whole) and not _is_one_of(reading, *last):
            yield from _sum(reading, (part,), whole, *last)
    ranked = {f.sentence for f in reading.figures if f.kind == "rank"}
    for index in sorted(ranked):
        yield from _in_row(reading, reading.sentences[index])
    for index in sorted(ranked.union(index for index, _ in worded(reading, _LEFT))):
        yield from _in_groups(reading, index, reading.sentences[index])


def _of_them(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``three men, two of them from Reno and the other from Elko``."""
    if "the" not in skeleton.words or _THEM.isdisjoint(skeleton.words):
        return
    for match in _OF_THEM.finditer(skeleton.text):
        part, whole = skeleton.group(match, "part"), skeleton.group(match, "whole")
        told = _OTHER.search(skeleton.text, match.end())
        if not told or not part or not whole or not _is_few(part, whole):
            continue
        if all(family(f) != "count" for f in skeleton.within(match.end(), told.start())):
            yield from _sum(reading, (part,), whole, skeleton, told)


def _in_groups(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``Twelve people: seven were from Peru, four were from Chile and the other was from Cuba``."""
    if not skeleton.amounts or "the" not in skeleton.words:
        return
    if (told := _THEN_LAST.search(skeleton.text)) is None:
        return
    before = [f for f in skeleton.within(0, told.start()) if family(f) == "count"]
    groups = (skeleton.group(m, "part") for m in _GROUP.finditer(skeleton.text, 0, told.start()))
    parts = [f for f in groups if f is not None]
    # "Twelve people were held: seven were", where the twelve too are told as a group
    set_off = len(parts) > 1 and _SET_OFF.search(
        skeleton.text, skeleton.sign_of(parts[0]), skeleton.sign_of(parts[1])
    )
    parts = parts[1:] if set_off else parts
    above = [f for f in before if f not in parts]
    if not above and index:
        above = [f for f in reading.by_sentence[index - 1] if family(f) == "count"]
    whole = above[0] if len(above) == 1 else None
    if whole is None or not parts or whole.start > parts[0].start or not _is_few(parts[0], whole):
        return
    if alike(noun_of(reading, whole), noun_of(reading, parts[0])):
        yield from _sum(reading, parts, whole, skeleton, told)


def _in_row(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``Nine arrests: three in Alder, five in Birch, and the ninth in Cedar``."""
    for row in rows(skeleton):
        told = last_of_row(skeleton, row.figures[-1])
        if told is None or row.kind != "count":
            continue
        rank = skeleton.group(told, "last")
        before = [f for f in skeleton.within(0, row.start) if family(f) == "count"]
        first = row.figures[0]
        opens = rank is not None and first.value == rank.value
        whole = first if opens else before[-1] if before else None
        parts = row.figures[1:] if opens else row.figures
        if whole is None or rank is None or whole.value != rank.value or len(parts) < 2:
            continue
        if _is_few(parts[0], whole):
            yield from _sum(reading, parts, whole, skeleton, told)


def last_of_row(skeleton: Skeleton, figure: Figure) -> re.Match[str] | None:
    """The last one, told by its rank right behind the last *figure* of a row."""
    if _AND_THE_NTH not in skeleton.text:
        return None
    return _ROW_AND_LAST.match(skeleton.text, skeleton.sign_of(figure) + 1)


def _is_few(part: Figure, whole: Figure) -> bool:
    if family(part) != "count" or family(whole) != "count":
        return False
    return 1 < (part.value or 0) < (whole.value or 0) <= MOST and part.range.is_exact


def _last(reading: Reading, index: int, start: int) -> tuple[Skeleton, re.Match[str]] | None:
    """Where the last one is told: later in the sentence, or where the next begins."""
    skeleton = reading.sentences[index]
    if then := _THEN.search(skeleton.text, start):
        return skeleton, then
    if index + 1 == len(reading.sentences):
        return None
    following = reading.sentences[index + 1]
    told = _NEXT.match(following.text)
    return (following, told) if told else None


def _is_one_of(reading: Reading, skeleton: Skeleton, told: re.Match[str]) -> bool:
    """Whether one more is told behind the one: ``the fourth was found, and the other was lost``."""
    if _ONE_MORE.search(skeleton.text, told.end()):
        return True
    after = reading.sentences.index(skeleton) + 1
    return after < len(reading.sentences) and bool(_NEXT.match(reading.sentences[after].text))


def _sum(
    reading: Reading,
    parts: Sequence[Figure],
    whole: Figure,
    skeleton: Skeleton,
    told: re.Match[str],
) -> Iterator[Relation]:
    number = int(sum((p.value or 0 for p in parts), 0)) + 1
    rank = skeleton.group(told, "last")
    if rank and rank.value not in (number, whole.value):
        return  # "The third annual raid"
    off = int(whole.value or 0) - number
    slips = slip_for(whole, number) or any(slip_for(p, int(p.value or 0) + off) for p in parts)
    if off and not slips:
        return
    last = skeleton.span(told, "last" if rank else "other")
    yield relation("sum", reading, [last], {"claim": "full"}, parts=(*parts, last), whole=whole)
