"""The whole that a row of parts belongs to, where it stands in another sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import Row, family, head

FAR = 60  # sentences of a story
MANY = 40  # figures of one sentence that are looked at
SAME = 12  # figures of one value that are looked at
SMALL = 12  # numbers up to it say many things in one text
MENTIONS = 2  # of a whole beside the one that is tied to the parts
REACH = 4  # sentences back that a list can refer to
LEDE = 6  # sentences of running text that a headline is measured against

TOP = 8  # blocks at the top of a text among which its headlines stand
_JUST_BEFORE = 2  # sentences back in which what else fills a whole is told
_PARTS_BEFORE = 6  # figures there that are looked at, the last
# "nearly all of the | 210 workers, 114 men and 90 women, are": those are fewer
SOME_OF = lazy(
    r"\b(?:(?:nearly|almost) all|most|many|some|several|much|part|few|half|majority) of"
    r" (?:(?:the|its|their|all|his|her)\s)*$"
)
_STOPS = frozenset(".!?:;”\"'’)")
_AMONG = re.compile(r"\b(?:including|includes|among|of (?:them|whom|which|those))\b")
_WORD = re.compile(r"[a-z]{4,}")
_IDLE = frozenset(
    "from with that were have been their this which more than other also over about total including"
    " each against under into after before felony counts count".split()
)


def earlier_wholes(reading: Reading, index: int, row: Row) -> Iterator[Figure]:
    """Figures before *row* of the same things and above any member, nearest first."""
    yield from _candidates(reading, range(index, max(-1, index - REACH - 1), -1), row)


def restated(
    reading: Reading, whole: Figure, *, parts: Sequence[Figure] = ()
) -> tuple[Figure, ...]:
    """*whole* and the first figures of the text that say the same number of the same thing."""
    noun = head(reading.sentences[whole.sentence], whole)
    taken_up = noun is None and _is_taken_up(reading, whole)
    value = whole.value if whole.value is not None else Fraction(-1)
    again = [
        f
        for f in reading.by_value.get(value, ())[:SAME]
        if f is not whole
        and family(f) == family(whole)
        and f not in parts
        and (family(f) != "count" or taken_up or _is_same(reading, whole, noun, f))
    ]
    return tuple(sorted((whole, *again[:MENTIONS]), key=lambda f: f.start))


def _is_same(reading: Reading, whole: Figure, noun: str | None, other: Figure) -> bool:
    """Whether *other*, of the same number, counts what *whole* does, its noun left out or not.

    A headline leaves it out: ``78 arrested`` over ``arrested 78 people``.
    """
    own = _own_noun(reading, other, noun)
    if noun is not None and own is not None:
        return alike(noun, own)
    if noun is None and own is None:
        return False
    bare = whole if noun is None else other
    counted = (noun or own) in PERSONS or (whole.value or 0) > SMALL
    return counted and is_heading(reading, bare.sentence)


def _is_taken_up(reading: Reading, figure: Figure) -> bool:
    """Whether "the 118" can only be the number told before."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    definite = skeleton.text[max(0, at - 4) : at] == "the "
    return definite and (figure.value or 0) > SMALL


def _own_noun(reading: Reading, figure: Figure, other: str | None) -> str | None:
    """What *figure* counts; of ``the 78`` without a noun, what the same number counts elsewhere."""
    noun = head(reading.sentences[figure.sentence], figure)
    return noun or (other if _is_taken_up(reading, figure) else None)


def any_wholes(reading: Reading, index: int, row: Row) -> Iterator[Figure]:
    """As `earlier_wholes`, from as far back as a story reaches."""
    yield from _candidates(reading, range(index, max(-1, index - FAR), -1), row)


def headline_wholes(reading: Reading, index: int, row: Row) -> Iterator[Figure]:
    """The numbers of headlines above *row*, where it stands in the first paragraphs."""
    if is_heading(reading, index):
        return
    bodies = 0
    headings: list[int] = []
    for at in range(index):
        if is_heading(reading, at):
            headings.append(at)
        else:
            bodies += 1
        if bodies > LEDE:
            return
    yield from _candidates(reading, headings, row)


def is_heading(reading: Reading, index: int) -> bool:
    """Whether a sentence is a headline: marked as one, or at the top and without a stop."""
    document = reading.document
    number = document.sentences[index].block
    block = document.blocks[number]
    unstopped = document.text[block.end - 1 : block.end] not in _STOPS
    return block.kind == "heading" or (number < TOP and unstopped)


def begins_another_story(reading: Reading, first: int, last: int) -> bool:
    """Whether a headline with a number stands below a text between two sentences.

    ``Three die in mine fire | … | Two drown in Kent lake | …``: a digest of several stories.
    """
    return any(
        is_heading(reading, at)
        and not is_heading(reading, at - 1)
        and any(family(f) == "count" for f in reading.by_sentence[at])
        for at in range(max(first + 1, last - LEDE), last)
    )


def _candidates(reading: Reading, indices: Iterable[int], row: Row) -> Iterator[Figure]:
    for at in indices:
        told = reading.by_sentence[at]
        before = bisect_left(told, row.figures[0].start, key=lambda f: f.start)
        for figure in reversed(told[max(0, before - MANY) : before]):
            if family(figure) != row.kind or _is_serial(reading, figure):
                continue
            if figure.value is None or figure.value <= row.largest:
                continue
            if alike(row.noun, head(reading.sentences[at], figure)):
                yield figure


def _is_serial(reading: Reading, figure: Figure) -> bool:
    """Whether a headline's number stands alone in brackets: ``FEVER UPDATE (14): COAST``."""
    return reading.text[figure.start - 1 : figure.start] == "(" and reading.text.startswith(
        ")", figure.end
    )


def tells_one_part(above: Skeleton, whole: Figure, row: Row) -> bool:
    """Whether a headline has one part beside the number of the other: ``2 killed, 21 hurt``."""
    if row.total.meets(whole.range) or _AMONG.search(above.text):
        return False
    beside = (f for f in above.figures if f is not whole and family(f) == row.kind)
    of_it = {f.value for f in beside if alike(row.noun, head(above, f))}
    return not {part.value for part in row.figures}.isdisjoint(of_it)


def names_parts(skeleton: Skeleton, row: Row) -> bool:
    """Whether the sentence of the whole names each part: ``from victims and banks``."""
    words = [_content(row, k) for k in range(len(row.figures))]
    text = frozenset(map(singular, _WORD.findall(skeleton.text)))
    often = Counter(chain.from_iterable(words))
    return all(any(often[word] == 1 and word in text for word in own) for own in words)


def _content(row: Row, number: int) -> frozenset[str]:
    """The words that tell member *number* from the others."""
    at = row.skeleton.sign_of(row.figures[number]) + 1
    last = number + 1 == len(row.figures)
    end = at + 60 if last else row.skeleton.sign_of(row.figures[number + 1])
    words = frozenset(_WORD.findall(row.skeleton.text[at : min(end, at + 60)])) - _IDLE
    return frozenset(map(singular, words))


def _filled_before(
    reading: Reading, parts: Sequence[Figure], total: Interval, whole: Figure
) -> bool:
    """Whether the parts make the whole with what is told of a like thing just before them.

    ``$694,000 on Monday. On Tuesday, $421,000 of one and $285,000 of the other``.
    """
    index = parts[0].sentence
    before = [
        f
        for at in range(max(whole.sentence + 1, index - _JUST_BEFORE), index)
        for f in reading.by_sentence[at]
        if family(f) == family(whole) and f.value is not None
    ][-_PARTS_BEFORE:]
    return any((total + f.range).meets(whole.range) for f in before) or (
        len(before) > 1 and (total + Interval.sum(f.range for f in before)).meets(whole.range)
    )


def filled_otherwise(
    reading: Reading, parts: Sequence[Figure], total: Interval, whole: Figure
) -> bool:
    """Whether the parts make the whole without the last, or with the figure that follows.

    The last is then another cut (``30 men, 15 women and 12 minors``), the next a part besides.
    """
    if len(parts) > 2 and Interval.sum(f.range for f in parts[:-1]).meets(whole.range):
        skeleton = reading.sentences[parts[0].sentence]
        ends = [skeleton.position(f.start) for f in (parts[0], parts[-1])]
        row = Row(skeleton, tuple(parts), ends[0], ends[1] + 1)
        return parts[-1].sentence != parts[0].sentence or not row.alike_told
    if whole.end < parts[0].start and _filled_before(reading, parts, total, whole):
        return True
    later = (f for f in reading.by_sentence[parts[-1].sentence] if f.start > parts[-1].end)
    following = next((f for f in later if family(f) == family(whole)), None)
    return following is not None and (total + following.range).meets(whole.range)
