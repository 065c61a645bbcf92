"""Parts of those counted before, in any words: ``eight of those``, ``of those arrested, 12``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.subsets.compared import is_measure
from crossfoot.relate.subsets.of_time import is_of_time
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import GENERIC, PERSONS, PLACES
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import family, head, taken_from
from crossfoot.relate.wording.stems import stem

_H = hedges("a total of", "estimated", "total of", "another", "a further")
_THAT_TOTAL = r"(?:that|this) (?:total|number|group|figure|sum|count|tally|caseload)"
# "Eight of those were"; "Thirty-one of those arrested"; "Of these, 40 were"; "Of that total, 40"
_THOSE = pattern(
    r"(?P<part>{n})\s(?P<tie>of (?:those|them|these|" + _THAT_TOTAL + r"))"
    r"(?:\s(?P<deed>[a-z]+(?:ed|en|ught|ld)))?\b"
    r"|(?:^|[;,]\s)\W*(?P<tie2>(?:out )?of (?:those|them|these|" + _THAT_TOTAL + r"))"
    r"(?:\s(?P<deed2>[a-z]+(?:ed|en|ught|ld)))?,\s" + _H + r"(?P<part2>{n})"
)
_WORD = lazy(r"[a-z]{4,}")
_CLAUSE = lazy(r"[\ue000-\uf8ff;,]| (?:and|but|while|where|whose) ")
_LEADS = lazy(r"\W*(?:(?:about|some|nearly|as many as|only|just|at least|more than|over)\s)?")
# "nine | of them rifles and eight of them pistols"
_OF_THEM = lazy(r"\sof them\b[^;]*$")
# "25, up 25 percent from | 20. Of these", "31 (2023: | 28). In eight of these"
_EARLIER = pattern(r"(?:\b(?:up|down|rise|rose|fell)\b[^.;]{{0,20}}\sfrom\s|\({date}:\s)$")
_INCLUDED = lazy(r"\b(?:those|they)\s[^.;]{0,30}\binclud(?:es?|ed|ing)\s[^.;]{0,60}$")
# "The others were held in smaller towns, | 12 of them"
_THE_OTHERS = lazy(
    r"[^\ue000-\uf8ff]*?\bthe (?:others|rest|remainder)\b(?! of\b)[^\ue000-\uf8ff]*$"
)
# "another 35 people", "35 so far": those arrested are more
_OF_MORE = lazy(
    r"\b(?:another|others?|more|additional|already|so far|initially|(?:first|[\ue000-\uf8ff])"
    r" (?:day|night|raid|wave|phase|group)|including|alone|of (?:the|those|them|these))\b"
)
_LED = 60  # characters that lead to such a number
_AT_LEAST = frozenset(("at least", "more than", "over", "up to"))
FEWEST = 5  # of fewer, "them" may be others: "Two vans came, with migrants. Forty of them"
REACH = 2  # sentences back that "those" can refer to
FAR = 8  # and "those arrested"
_BESIDE = 45  # characters around a count in which its deed is told


def of_those(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Each part that a sentence takes out of "those" counted before it."""
    for match in _THOSE.finditer(skeleton.text):
        yield from _of_those(reading, index, skeleton, match)


def _of_those(
    reading: Reading, index: int, skeleton: Skeleton, match: re.Match[str]
) -> Iterator[Relation]:
    """A part of what was counted before: "eight of those", "of those arrested, 12"."""
    mark = "2" if match["part2"] else ""
    part, deed = skeleton.group(match, "part" + mark), match["deed" + mark]
    if part and is_of_time(skeleton, part):
        return  # "on the bench for 13 years, eight of them in Ely"
    if part and _THE_OTHERS.match(skeleton.text, 0, skeleton.sign_of(part)):
        return  # "The others were held in smaller towns, 12 of them in Ely"
    whole = None
    if part and deed:
        whole = _done(reading, index, part, stem(deed))
    if part and whole is None:
        whole = _nearest(reading, index, part)
    if part and whole is None:
        whole = _only_one(reading, index, skeleton, match, part, stem(deed or ""))
    if part and whole:
        tie = skeleton.span(match, "tie" + mark)
        yield relation("subset", reading, [tie], part=part, whole=whole)


def _only_one(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    match: re.Match[str],
    part: Figure,
    deed: str,
) -> Figure | None:
    """The one number of persons of the sentence right before, which "of them" can but mean.

    Of "those arrested" where that is what it tells of them. A part is larger by a slip alone.
    """
    sentences = reading.document.sentences
    if not index or sentences[index - 1].block != sentences[index].block:
        return None
    if not _LEADS.fullmatch(skeleton.text, 0, match.start()) or part.range.low is None:
        return None
    before = reading.sentences[index - 1]
    counts = [f for f in before.figures if f.kind in ("count", "number", "fraction", "percent")]
    if len(counts) != 1 or (counts[0].value or 0) < FEWEST or counts[0].hedge in _AT_LEAST:
        return None
    noun = head(before, counts[0])
    if deed and noun not in GENERIC:
        return None  # "35 women. Of those arrested, 63 were men"
    if noun not in PERSONS or taken_from(before.text, before.sign_of(counts[0])):
        return None
    if deed:
        told = deed in _beside(before, counts[0]) and not _OF_MORE.search(before.text)
        high = counts[0].range.high
        above = high is not None and part.range.low > high
        return counts[0] if told and above and _is_exchanged(part, counts[0]) else None
    if any(one != noun and one in PERSONS for one in map(singular, before.words)):
        return None  # "The 12 officers met migrants. Forty of them"
    if any(
        larger(f, part)
        for at in range(max(0, index - FAR), index - 1)
        for f in reading.by_sentence[at]
    ):
        return None  # "It held 381 inmates. It has 12 guards. Of these, 47"
    high = counts[0].range.high
    return counts[0] if high is not None and part.range.low > high else None


def _is_exchanged(part: Figure, whole: Figure) -> bool:
    """Whether two digits beside each other, told in turn, make the part larger than its whole."""

    def turned(figure: Figure) -> Iterator[int]:
        told = str(int(figure.value or 0))
        for at in range(len(told) - 1):
            yield int(told[:at] + told[at + 1] + told[at] + told[at + 2 :])

    return any(n <= (whole.value or 0) for n in turned(part)) or any(
        n >= (part.value or 0) for n in turned(whole)
    )


def _done(reading: Reading, index: int, part: Figure, deed: str) -> Figure | None:
    """The count nearest before of those to whom that was done: "the arrest of 196 people"."""
    for at in range(index, max(-1, index - FAR), -1):
        skeleton = reading.sentences[at]
        found = [
            f
            for f in reading.by_sentence[at]
            if f.end <= part.start
            and larger(f, part)
            and deed in _beside(skeleton, f)
            and not _is_one_of(skeleton, f)
        ]
        if found:
            return max(found, key=lambda f: f.value or 0)
    return None


def _is_one_of(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* is itself some of those: ``Those arrested included 83 men``."""
    return _INCLUDED.search(skeleton.text, 0, skeleton.sign_of(figure)) is not None


def _beside(skeleton: Skeleton, figure: Figure) -> set[str]:
    """The words beside a count, as stems, up to the figures next to it."""
    at = skeleton.sign_of(figure)
    before = _CLAUSE.split(skeleton.text[max(0, at - _BESIDE) : at])[-1]
    after = _CLAUSE.split(skeleton.text[at + 1 : at + _BESIDE])[0]
    return {stem(word) for word in _WORD.findall(f"{before} {after}")}


def larger(figure: Figure, part: Figure) -> bool:
    """Whether *figure* counts at least as many as *part*."""
    if family(figure) != "count" or figure.value is None or part.value is None:
        return False
    return part.value.denominator == 1 and figure.value >= part.value  # no rate is a part


def _nearest(reading: Reading, index: int, part: Figure) -> Figure | None:
    """The last figure before *part* that counts something; it must be the larger one."""
    for at in range(index, max(-1, index - REACH), -1):
        skeleton = reading.sentences[at]
        for figure in reversed(reading.by_sentence[at]):
            if figure.end > part.start or family(figure) != "count":
                continue
            if head(skeleton, figure) in PLACES and len(reading.by_sentence[at]) > 1:
                continue  # "98 people from six countries. Of those, 67"
            sign = skeleton.sign_of(figure)
            if _EARLIER.search(skeleton.text, max(0, sign - _LED), sign):
                continue
            if is_measure(skeleton, figure):
                continue  # "3,100, fewer than the 4,200 of last year. Of those"
            if at == index and _OF_THEM.match(
                skeleton.text, sign + 1, skeleton.position(part.start)
            ):
                continue  # "nine of them rifles and eight of them pistols"
            return figure if larger(figure, part) else None
    return None
