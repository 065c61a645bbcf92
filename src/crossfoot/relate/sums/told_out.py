"""Groups of a whole, told sentence by sentence after it.

``104 people were arrested. Forty were buyers; 52 were sellers. Eleven … And one man …``, and ``Of
the 36, 30 are in custody. Six are fugitives``. Each group opens a sentence or a clause of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.fitting import by_member, shares_two
from crossfoot.relate.sums.members import are_alike
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.sums.topic import topic
from crossfoot.relate.wording.ends import are_ends, ends
from crossfoot.relate.wording.kinds import PERSONS, complementary, fates
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import Row, family, head
from crossfoot.relate.wording.slips import slips_between
from crossfoot.relate.wording.wholes import is_heading, restated

MOST = 12  # groups
NEARLY = Fraction(1, 2)  # of the whole: groups that make less are not all of it

# "And one man", "Of those, 12", "Another 12", "The other 12": what opens a sentence with its group
_OPENS = lazy(
    r"\W*(?:[^.;:,\ue000-\uf8ff]{2,40}\s(?:said|reported)\s(?:that\s)?)?"
    r"(?:(?:and|but|also|meanwhile|while|police said|officials said|there were),?\s)?"
    r"(?:of (?:those|them|these|the total),?\s)?"
    r"(?:another|an additional|the (?:other|remaining|last)|about|only|just)?\s?(?=[\ue000-\uf8ff])"
)
# the last word of it, where it has one
_OPENING = frozenset(
    "said reported that and but also meanwhile while were those them these total another additional"
    " other remaining last about only just".split()
)
# "; 52 were", ", and 12 were", "while six remain": what opens a clause with the next
_GOES_ON = lazy(
    r"(?:[;,]|\s-)\s(?:and\s|while\s|but\s)?(?:the other\s|another\s)?(?=[\ue000-\uf8ff])"
    r"|\s(?:and|while)\s(?:the other\s|another\s)?(?=[\ue000-\uf8ff])"
)
# what is told of a group: "were buyers", "are in custody", "of them had"
_OF_GROUP = lazy(
    r"(?:\s(?!(?:of|per|(?:year|month|day|week|hour)s?)\b)[a-z'-]+){0,4}?"
    r"\s(?:of (?:them|those|these)\s)?(?:were|was|are|is|had|have|has|face|faces|remain|remains"
    r"|came|live|lives|come|did|died|could|will|went|got|hail|await|include|made|[a-z]{3,}ed)\b"
)
# "and of those" 36 "drivers, 20": the 36 again, of whom some are told
_TAKEN_UP = lazy(r"\s[a-z]+(?:\s[a-z]+)?,\s")
_FOR = lazy(r"\s(?:for|in|from|on|of them|by)\s")  # "There were eight for theft"
# "Two have fled, one | of them to Ely": no group besides the two
_OF_THE_LAST = lazy(
    r"\sof (?:them|those|these|whom|which)(?!\s(?:were|are|is|was|had|have|has|came|face|remain)\b)"
)
_OF_THOSE = ("of those ", "of them ", "of these ")
_CLOSES = lazy(r"\b(?:and|another|others?|the (?:other|remaining|last|rest))\b")
# "Two of them | were women," and nothing else is told of them
_ARE_KIND = lazy(
    r"\s(?:of (?:them|those|these)\s)?(?:were|are|was|is)\s(?:an?\s)?[a-z]+\b(?=[.,;]| and )"
)

# "17 arrests were made for other offenses": a last group of all that are left
_OTHER_KINDS = lazy(
    r"[^.;,\ue000-\uf8ff]{3,60}?\b(?:for|on|of|with|by)\s(?:various\s)?other\s(?:[a-z-]+\s){0,2}?"
    r"(?:charges?|counts?|crimes?|offen[cs]es?|violations?|reasons?|means|causes?)\b"
)


def told_out(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Sums of groups told in sentences of their own; *known* are members of those read already."""
    taken: Mapping[str, Sequence[frozenset[str]]] | None = None
    done = -1
    opened = {index for index, skeleton in reading.quantified if _opener(skeleton) is not None}
    for index in reading.with_figures:
        if index <= done or index + 1 not in opened:  # as nearly always
            continue
        taken = by_member(known) if taken is None else taken
        for whole, first in _wholes(reading, index):
            parts, last = _run(reading, index, whole, first)
            found = _sum(reading, whole, parts) if len(parts) > 1 and last > index else None
            if found is None:
                continue
            ids = frozenset(f.id for f in (*found.figures("parts"), whole))
            done = last
            if not shares_two(ids, taken):
                yield found
            break


def _wholes(reading: Reading, index: int) -> Iterator[tuple[Figure, Figure]]:
    """What the first group of a sentence can be taken from, with that group."""
    skeleton = reading.sentences[index]
    told = [m for m in mentions(reading, index) if not m.nested and not m.compared]
    for mention in told[:1]:
        if mention.taken_from is not None:
            yield mention.taken_from, mention.figure
            return
    first = _opener(skeleton)
    if first is None or index == 0:
        return
    above = reading.sentences[index - 1]
    before = [m.figure for m in mentions(reading, index - 1) if not m.nested and not m.compared]
    for figure in reversed(before):
        if _is_whole(above, figure, skeleton, first):
            yield figure, first
    subject = topic(reading, "", first)
    if subject is not None and not before:
        yield subject, first


def _is_whole(above: Skeleton, whole: Figure, skeleton: Skeleton, first: Figure) -> bool:
    return (
        family(whole) == family(first)
        and ((whole.value or 0) > (first.value or 0) or head(above, whole) in PERSONS)
        and are_alike(head(above, whole), head(skeleton, first))
    )


def _opener(skeleton: Skeleton) -> Figure | None:
    """The count that opens a sentence as a group of those told before."""
    if not skeleton.figures:
        return None
    last = skeleton.text[: skeleton.signs[0]].rstrip(" ,").rpartition(" ")[2]
    if last.isalpha() and last not in _OPENING:  # as nearly always
        return None
    match = _OPENS.match(skeleton.text)
    if match is None:
        return None
    figure = skeleton.figure_at(match.end())
    if family(figure) != "count":
        return None
    at = match.end() + 1
    if match.group().endswith(_OF_THOSE) and _TAKEN_UP.match(skeleton.text, at):
        return None
    counted = match.group().endswith("there were ") and _FOR.match(skeleton.text, at)
    told = counted or _OF_GROUP.match(skeleton.text, at)
    return figure if told or (match.end() and head(skeleton, figure) in PERSONS) else None


def _run(
    reading: Reading, index: int, whole: Figure, first: Figure
) -> tuple[tuple[Figure, ...], int]:
    """The groups from *first* on, sentence after sentence, until they make *whole*."""
    parts: list[Figure] = []
    last = index
    for at in range(index, len(reading.sentences)):
        skeleton = reading.sentences[at]
        opener = first if at == index else _opener(skeleton)
        if opener is None or is_heading(reading, at) or len(parts) > MOST:
            break
        if not are_alike(head(reading.sentences[whole.sentence], whole), head(skeleton, opener)):
            break
        parts += [opener, *_beside(skeleton, opener)]
        last = at
        if Interval.sum(f.range for f in parts).meets(whole.range):
            break
    return tuple(parts), last


def _beside(skeleton: Skeleton, opener: Figure) -> Iterator[Figure]:
    """The groups that later clauses of the sentence open with."""
    for match in _GOES_ON.finditer(skeleton.text, skeleton.sign_of(opener) + 1):
        figure = skeleton.figure_at(match.end())
        if _OF_THE_LAST.match(skeleton.text, match.end() + 1):
            continue
        if family(figure) == "count" and are_alike(head(skeleton, opener), head(skeleton, figure)):
            yield figure


def _sum(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> Relation | None:
    total = Interval.sum(f.range for f in parts)
    tie = Span(parts[0].end, parts[1].start)
    stated = restated(reading, whole, parts=parts)
    if any(f.value is None for f in parts) or _is_another_end(reading, whole, parts[0]):
        return None
    leaves_none = _leaves_none(reading, parts)
    if any((f.value or 0) >= (whole.value or 0) for f in parts) and not leaves_none:
        return None
    if total.meets(whole.range):
        options = {"claim": "weak"}
        return relation("sum", reading, [tie], options, parts=parts, whole=stated)
    if any(f.range.is_open or f.hedge for f in (*parts, whole)) or total.low is None:
        return None
    slips = {slip for slip, _ in slips_between(whole, parts)}
    if total.low < NEARLY * (whole.value or 0) or not slips:
        return None
    if total.low < (whole.value or 0) and "order" not in slips and not leaves_none:
        return None  # some may be left out
    if leaves_none and total.low < (whole.value or 0) and not _are_all_told(reading, parts):
        return None  # "Five were held. Two men were fined. Two women were freed"
    if not (leaves_none or _is_closed(reading, whole, parts)) or _leaves_out(reading, whole, parts):
        return None
    return relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=stated)


def _leaves_out(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a sentence of the groups tells of one more that could not be read as such."""
    counted = {f.id for f in (whole, *parts)}
    return any(
        family(f) == "count" and f.id not in counted
        for at in {p.sentence for p in parts}
        for f in reading.by_sentence[at]
        if f.start > parts[0].start
    )


def _are_all_told(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether the kinds are all that is told of the groups, or the last is told as the last."""
    told = [(reading.sentences[f.sentence], f) for f in parts]
    last, at = told[-1][0], told[-1][0].sign_of(parts[-1])
    if _CLOSES.search(last.text, max(0, at - 24), at):
        return True
    return all(_ARE_KIND.match(skeleton.text, skeleton.sign_of(f) + 1) for skeleton, f in told)


def _is_closed(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the last group is told as the last, or as what the others cannot be."""
    last = parts[-1]
    skeleton = reading.sentences[last.sentence]
    at = skeleton.sign_of(last)
    if _CLOSES.search(skeleton.text, max(0, at - 24), at):
        return True
    if _OTHER_KINDS.match(skeleton.text, at + 1) or fates(_words(reading, parts)):
        return True
    if sum(family(f) == "count" for f in reading.by_sentence[whole.sentence]) > 1 + (
        whole.sentence == parts[0].sentence
    ):
        return False  # "63 in May and 20 in June"
    told = [(reading.sentences[f.sentence], f) for f in parts]
    before = reading.sentences[whole.sentence]
    found = ends(
        ((skeleton, skeleton.sign_of(f)) for skeleton, f in told),
        whole=(before, before.sign_of(whole)) if whole.start < parts[0].start else None,
    )
    over = sum(f.value or 0 for f in parts) > (whole.value or 0)
    return found is not None and (over or found.leave_none)


def _is_another_end(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether the seeming whole is a group, too: "Fifteen were deported. Ten were freed"."""
    if part.start < whole.start:
        return False  # "Sixty of the 102 have left"
    told, then = reading.sentences[whole.sentence], reading.sentences[part.sentence]
    return are_ends((told, told.sign_of(whole)), (then, then.sign_of(part)))


def _leaves_none(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether the groups are kinds that fill a whole: adults and children."""
    return complementary(_words(reading, parts))


def _words(reading: Reading, parts: Sequence[Figure]) -> list[frozenset[str]]:
    """The words that tell each group."""
    told = [(reading.sentences[f.sentence], f) for f in parts]
    return [Row(skeleton, (f,), skeleton.sign_of(f), 0).words[0] for skeleton, f in told]
