"""Totals by noun of what is told event by event, each with several counts.

``arrested 22 smugglers and nine forgers … Eight smugglers and five forgers were caught in Lund …
held 14 smugglers and four forgers in Malmo``. That one noun comes out says of the others that they
should.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family, head, noun_of
from crossfoot.relate.wording.slips import is_a_slip_apart

_Counts = dict[str, Figure]  # what a sentence counts, each noun once

REACH = 15  # sentences from the totals to the last event
TOP = 4  # sentences at the head of a text in which its totals stand
FEWEST = 3  # sentences: the totals and two events
AFTER = 8  # sentences behind the last event in which another is told
SEVERAL = 3  # nouns that come out, or are told once
BY_CHANCE = 5  # a smaller total says nothing of the others
_IN_ALL = lazy(
    r"\b(?:total|totals|totall?ed|in all|all told|altogether|overall|combined|between them)\b"
)
# some are told nowhere, or what is told is not of the totals
_ELSE = lazy(
    r"\b(?:another|others?|also|further|besides|elsewhere|additional(?:ly)?|separate(?:ly)?|rest"
    r"|remain(?:ing|der)?|including|included?|among|of (?:them|those|these|whom|which)|most"
    r"|mostly|some|several|more|at least|earlier|previous(?:ly)?|last (?:year|month|week)|later"
    r"|already|both|unidentified|unknown|which)\b"
)
_OTHER_TIME = lazy(r"\b(?:earlier|previous(?:ly)?|last (?:year|month|week))\b")
# what is told between them is of another event
_LATER = lazy(
    r"\b(?:another|further|besides|elsewhere|additional(?:ly)?|separate(?:ly)?|meanwhile|later|third"
    r"|also)\b|\ban?\s(?:[^.;:]{1,60}\s)?(?:was|is|has been)\b"  # "a visitor was arrested"
)
# one person caught more than once
_TWICE = lazy(r"\b(?:again|twice|re-?arrested|both (?:days|times|places|raids)|double)\b")
_SINGLE = lazy(r"\b(?:an?|one)\s(?:[a-z-]+\s)??([a-z]+)\b")
_OF_THE = lazy(r"\sof (?:the|those|them|these|whom)\b")


def by_noun(reading: Reading) -> Iterator[Relation]:
    """Sums noun by noun, where what several sentences count makes what one counts."""
    told = _tallies(reading)
    if len(told) < FEWEST:
        return
    sentences = list(told)
    for place, (index, totals) in enumerate(told.items()):
        in_all = _IN_ALL.search(reading.sentences[index].text) is not None
        if in_all or index < TOP:
            after = [at for at in sentences[place + 1 : place + 1 + REACH] if at <= index + REACH]
            yield from _of_events(reading, index, totals, [(at, told[at]) for at in after])
        if in_all:
            before = [at for at in sentences[max(0, place - REACH) : place] if at >= index - REACH]
            yield from _of_events(reading, index, totals, [(at, told[at]) for at in before])


def _tallies(reading: Reading) -> dict[int, _Counts]:
    """What each sentence counts that counts two things or more which another counts as well."""
    named = {
        index: nouns
        for index, skeleton in reading.paired
        if skeleton.amounts > 1 and len(nouns := _nouns(skeleton)) > 1
    }
    if len(named) < FEWEST:
        return {}
    often = Counter(chain.from_iterable(named.values()))
    shared = {noun for noun, times in often.items() if times > 1}
    told = [index for index, nouns in named.items() if len(nouns & shared) > 1]
    if len(told) < FEWEST:
        return {}
    found = ((index, _counts(reading, index)) for index in told)
    return {index: counts for index, counts in found if len(counts) > 1}


def _nouns(skeleton: Skeleton) -> set[str]:
    counted = (head(skeleton, f) for f in skeleton.figures if family(f) == "count")
    return {noun for noun in counted if noun is not None}


def _counts(reading: Reading, index: int) -> _Counts:
    """What a sentence counts, each noun once; nothing where it tells of some of those told."""
    skeleton = reading.sentences[index]
    how = {mention.figure.id: mention for mention in mentions(reading, index)}
    counts: _Counts = {}
    for figure in skeleton.figures:
        noun = head(skeleton, figure) if family(figure) == "count" else None
        mention = how.get(figure.id)
        if noun is None or (mention and (mention.nested or mention.compared)):
            continue
        part = mention and (mention.marked or mention.taken_from)
        if part or not figure.range.is_exact or noun in counts:
            return {}
        counts[noun] = figure
    return counts


def _of_events(
    reading: Reading, index: int, totals: _Counts, told: Sequence[tuple[int, _Counts]]
) -> Iterator[Relation]:
    """The sums of the *totals* of sentence *index* whose parts the *told* sentences count."""
    events = [
        (at, {noun: f for noun, f in counts.items() if noun in totals})
        for at, counts in told
        if len(totals.keys() & counts.keys()) > 1
    ]
    for size in range(len(events), 1, -1):
        parts: dict[str, list[Figure]] = {}
        for _, counts in events[:size]:
            for noun, figure in counts.items():
                parts.setdefault(noun, []).append(figure)
        fit = [noun for noun, own in parts.items() if _sum(own) == totals[noun].value]
        summed = [totals[noun].value or 0 for noun in fit if len(parts[noun]) > 1]
        if not summed or (max(summed) < BY_CHANCE and len(fit) < SEVERAL):
            continue
        other = (_OTHER_TIME.search(reading.sentences[at].text) for at, _ in events[:size])
        if any(other) or any(_are_of_other_times(totals[n], own) for n, own in parts.items()):
            continue
        for noun, own in parts.items():
            if len(own) < 2:
                continue
            if noun in fit:
                if len(fit) > 1:
                    yield _relation(reading, totals[noun], own, "weak")
            elif _is_sure(
                reading, index, totals[noun], own, [at for at, _ in events[:size]], len(fit)
            ):
                yield _relation(reading, totals[noun], own, "full")
        return


def _sum(figures: Sequence[Figure]) -> Fraction:
    return sum((f.value or Fraction(0) for f in figures), Fraction(0))


def _relation(reading: Reading, whole: Figure, parts: Sequence[Figure], claim: str) -> Relation:
    tie = Span(parts[0].end, parts[1].start)
    return relation("sum", reading, [tie], {"claim": claim}, parts=parts, whole=whole)


def _are_of_other_times(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a part is told of another time than the whole."""
    if whole.period is None:
        return False
    start, end = whole.period.start, whole.period.end
    return any(
        p.period is not None
        and (
            (p.period.end and start and p.period.end < start)
            or (p.period.start and end and p.period.start > end)
        )
        for p in parts
    )


def _is_sure(
    reading: Reading,
    index: int,
    whole: Figure,
    parts: Sequence[Figure],
    events: Sequence[int],
    fit: int,
) -> bool:
    """Whether *parts* that miss *whole* must be all: nothing more of the noun is told.

    *fit* is how many other nouns come out. Fewer than the whole can be told where the events are
    neither counted nor said to be all, unless several nouns come out.
    """
    if whole.hedge or any(p.hedge for p in parts) or not is_a_slip_apart(whole, parts):
        return False
    first, last = min((index, *events)), max((index, *events))
    if any(_ELSE.search(reading.sentences[at].text) for at in (index, *events)):
        return False
    if _counts_more(reading, whole, parts, (first, last)):
        return False
    near = reading.sentences[first : last + AFTER]
    if _sum(parts) > (whole.value or 0):
        return not any(_TWICE.search(s.text) for s in near)
    above = reading.sentences[index]
    between = [s for at, s in enumerate(near, first) if at not in (index, *events)]
    if any(_LATER.search(s.text) for s in between):
        return False
    noun = noun_of(reading, whole)
    if any(noun in _SINGLE.findall(s.text) for s in between):
        return False  # "A smuggler gave himself up"
    numbered = any(f.value == len(events) and f is not whole for f in above.figures)
    return numbered or fit >= SEVERAL or _IN_ALL.search(above.text) is not None


def _counts_more(
    reading: Reading, whole: Figure, parts: Sequence[Figure], told: tuple[int, int]
) -> bool:
    """Whether another number of the noun is told from the totals to some way behind the events."""
    noun = noun_of(reading, whole)
    for skeleton in reading.sentences[told[0] : told[1] + REACH]:
        for figure in skeleton.figures:
            if figure in parts or figure.value == whole.value or family(figure) != "count":
                continue
            if head(skeleton, figure) == noun and not _OF_THE.match(
                skeleton.text, skeleton.sign_of(figure) + 1
            ):
                return True
    return False
