"""The dead of one event: those who died at once and those who died later fill its toll.

``A crash killed 14 people … Nine died on the spot and five in hospital``; who died where may be
told of a single one: ``and a fourth died at a hospital``. So do the causes of which they died, the
others last: ``A total of 45 died of other causes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept, pattern
from crossfoot.model import Figure, Relation, Role
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart, slip_for

_WHERE = frozenset("scene spot instantly immediately outright site".split())
_LATER = frozenset("hospital hospitals surgery injuries wounds".split())
_FATAL = frozenset(
    "killed killing kills died dead deaths fatalities toll lives claimed claiming".split()
)
FAR = 12  # sentences from a toll to what fills it
MENTIONS = 3  # of one toll
_WHO = (
    r"(?:\sof (?:them|those|the [a-z]+))?(?:\s(?:other|more))?"
    r"(?:\s(?:people|persons?|victims?|others|passengers?|m[ae]n|wom[ae]n|child(?:ren)?|workers?"
    r"|drivers?|of them))?"
)
_AT_ONCE = (
    r"(?:instantly|immediately|outright|on the spot"
    r"|(?:right )?at the (?:scene|site|spot)(?: of the (?:[a-z]+\s)?[a-z]+)?)"
)
_DIED = (
    r"(?:(?:had )?died|perished|(?:was|were|had been)\s"
    r"(?:killed|dead|(?:found|pronounced|declared|confirmed) dead))"
)
# "nine people died on the spot", "killing nine people instantly"
_FIRST = pattern(
    r"(?:(?P<n>{n}){who}\s{died}\s{at_once}|\bkill(?:ed|ing)\s(?P<m>{n}){who}\s{at_once})\b",
    who=_WHO, died=_DIED, at_once=_AT_ONCE,
)  # fmt: skip
# "and five in hospital", "while another died of her wounds", ". Two others died on the way to"
_THEN = pattern(
    r"(?P<tie>,?\s(?:and|while|but)\s|;\s(?:and\s)?|^\W*)(?:the\s|the other\s|another\s(?={n}))?"
    r"(?:(?P<n>{n}){who}|(?P<one>another|one|an?\s{rank}|the\s{rank})(?:\sof them)?"
    r"(?:\s(?:person|victim|man|woman|passenger))?)\s"
    r"(?:(?:later\s|subsequently\s)?(?:died|succumbed|passed away|(?:was|were) pronounced dead)\s"
    r"[^.;,{any_}]{{0,60}}?|(?:in|at|of)\s(?:[a-z]+\s){{0,2}}?)"
    r"\b(?:hospitals?|surgery|injuries|wounds|infirmary)\b",
    who=_WHO, any_="\ue000-\uf8ff",
)  # fmt: skip
# "hit and killed a rider, while | one passenger died at the scene"
_ALSO_KILLED = lazy(r"\bkilled\s(?P<one>an?\s[a-z]+(?:\s[a-z]+)?),?\s(?:and|while)\s$")
# "14 people were killed", "killing 14 people", "the death toll rose to 14", "left 14 dead"
_TOLLS = pattern(
    r"(?:(?P<a>{n}){who}\s(?:(?:are|is|were|was|have been|has been|have|had)\s)?(?:confirmed\s)?"
    r"(?:killed|dead|died|lost their lives)\b"
    r"|\b(?:kill(?:ed|ing|s)|claim(?:ed|ing|s) the lives of|claimed)\s(?:at least\s)?(?P<b>{n})"
    r"(?:\s(?:people|persons|lives|of them))?(?![\s-](?:miles|acres|animals|birds))"
    r"|\b(?:leaving|left)\s(?P<c>{n}){who}\sdead\b"
    r"|\btoll\b[^.;,]{{0,60}}?\s(?P<rose>rose to|risen to|rising to|climbed to|to|at|is|was|of)\s"
    r"(?P<d>{n})|(?P<e>{n})\s(?:deaths|fatalities)\b)",
    who=_WHO,
)  # fmt: skip
# others who died, another event, or what was known at first
_MORE_DIED = lazy(r"\b(?:died|dead|dies|killed|bod(?:y|ies)|fatal|succumbed|perished|deaths?)\b")
_APART = lazy(
    r"\b(?:(?:two|three|both|several|separate|another|other|previous|earlier)\s(?:[a-z]+\s){0,2}?"
    r"(?:crash|accident|incident|attack|shooting|blast|explosion|collision|bombing)(?:s|es)?\b"
    r"|last (?:week|month|year|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b|years? ago|earlier|previously|initially|at first|so far|alone"
    r"|had (?:said|reported|put)|in one|in (?:the )?(?:first|second|third)|in (?:19|20)\d\d\b)"
)

# "A total of 460 people also died due to various other reasons"
_OF_OTHER_CAUSES = pattern(
    r"\W*(?:(?:an?\s)?(?:total|additional)(?: of)?\s|another\s|the other\s)?(?P<n>{n}){who}"
    r"(?:\s(?:more|also|deaths|fatalities|were|died)){{0,3}}\s[^.;:]{{0,40}}?"
    r"\b(?P<tie>(?:due to|because of|from|of|for|by)\s(?:[a-z]+\s)?other\s(?:reasons|causes))\b"
    r"(?!\s(?:such as|including|like|in)\b)",
    who=_WHO,
)
_CAUSES = frozenset(("reasons", "causes"))


def deaths(reading: Reading) -> Iterator[Relation]:
    """Those who died at once and later, or of each cause, against the one toll of the text."""
    yield from _by_causes(reading)
    if _WHERE.isdisjoint(reading.words) or _LATER.isdisjoint(reading.words):  # as of most texts
        return
    for index, skeleton in worded(reading, _WHERE):
        for first in _FIRST.finditer(skeleton.text):
            one = skeleton.group(first, "n") or skeleton.group(first, "m")
            found = _then(reading, index, skeleton, first.end())
            if one is None or found is None:
                continue
            where, then = found
            also = _ALSO_KILLED.search(skeleton.text, 0, first.start())
            alone = (skeleton.span(also, "one"),) if also else ()
            parts = (*alone, one, where.group(then, "n") or where.span(then, "one"))
            whole = _toll(reading, index, parts)
            if whole and _is_told(reading, index, whole, parts, (where, then)):
                tie = where.span(then, "tie")
                yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _by_causes(reading: Reading) -> Iterator[Relation]:
    """Those who died of other causes, and of each of the causes told in the sentence before."""
    for index, skeleton in worded(reading, _CAUSES):
        match = _OF_OTHER_CAUSES.match(skeleton.text) if index else None
        rest = skeleton.group(match, "n") if match else None
        told = [m for m in mentions(reading, index - 1) if family(m.figure) == "count"]
        if match is None or rest is None or len(told) < 2 or any(m.compared for m in told):
            continue
        parts = (*(m.figure for m in told if not m.nested), rest)
        whole = _toll(reading, index - 1, parts)
        total = sum((_value(part) for part in parts), Fraction(0))
        if not whole or (whole[0].value or 0) <= max(map(_value, parts)):
            continue
        short = total < (whole[0].value or 0)
        alleged = (whole[0].range.is_exact or short) and is_a_slip_apart(whole[0], parts)
        alleged = alleged and not any(map(_APART.search, _around(reading, index - 1)))
        if whole[0].range.contains(total) or alleged:
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _then(
    reading: Reading, index: int, skeleton: Skeleton, start: int
) -> tuple[Skeleton, re.Match[str]] | None:
    """Those who died later, told behind *start* or at the head of the next sentence."""
    for match in _THEN.finditer(skeleton.text, start):
        if match.start() and not skeleton.within(start, match.start()):
            return skeleton, match
    if _MORE_DIED.search(skeleton.text, start) or index + 1 >= len(reading.sentences):
        return None
    following = reading.sentences[index + 1]
    then = _THEN.match(following.text)
    return (following, then) if then else None


@kept
def tolls(reading: Reading) -> list[tuple[Figure, bool]]:
    """The numbers of dead that a text tells, and of each whether it was still rising."""
    found: dict[Figure, bool] = {}
    for _, skeleton in worded(reading, _FATAL):
        for match in _TOLLS.finditer(skeleton.text):
            name = next(name for name in "abcde" if match[name] is not None)
            figure = skeleton.group(match, name)
            if figure is not None and figure.value is not None:
                found[figure] = "ros" in (match["rose"] or "") or "ris" in (match["rose"] or "")
    return list(found.items())


def _toll(reading: Reading, index: int, parts: tuple[Role, ...]) -> list[Figure]:
    """The one toll told before sentence *index* or in it; none where two are told."""
    told = [
        figure
        for figure, _ in tolls(reading)
        if figure not in parts and figure.end <= parts[0].start
    ]
    near = [figure for figure in told if index - figure.sentence <= FAR]
    return near[:MENTIONS] if len({figure.value for figure in told}) == 1 else []


def _is_rising(reading: Reading, whole: list[Figure]) -> bool:
    """Whether the toll *whole* is told to have risen: some died later than those told of."""
    return any(rose for figure, rose in tolls(reading) if figure in whole)


def _is_told(
    reading: Reading,
    index: int,
    whole: list[Figure],
    parts: tuple[Role, ...],
    last: tuple[Skeleton, re.Match[str]],
) -> bool:
    """Whether *parts* make *whole*, or the words leave no doubt that they were to."""
    total = sum((_value(part) for part in parts), Fraction(0))
    if whole[0].range.contains(total):
        return True
    stated = whole[0].value or Fraction(0)
    if not whole[0].range.is_exact or any(_APART.search(text) for text in _around(reading, index)):
        return False
    if total > stated:
        return True
    skeleton, match = last
    after = index + 1 + (skeleton is not reading.sentences[index])
    behind = [skeleton.text[match.end() :], *(s.text for s in reading.sentences[after : after + 2])]
    if any(map(_MORE_DIED.search, behind)) or _is_rising(reading, whole):
        return False
    figures = [part for part in parts if isinstance(part, Figure)]
    slip = len(figures) == len(parts) and is_a_slip_apart(whole[0], figures)
    return slip or slip_for(whole[0], int(total)) is not None


def _around(reading: Reading, index: int) -> Iterator[str]:
    """The sentence of a part, those before and behind it, and those that open the text."""
    near = {*range(max(0, index - 1), index + 2), *range(min(2, index))}
    for at in near:
        if at >= len(reading.sentences):
            continue
        yield reading.text[reading.sentences[at].start : reading.sentences[at].end]


def _value(part: Role) -> Fraction:
    return (part.value or Fraction(0)) if isinstance(part, Figure) else Fraction(1)
