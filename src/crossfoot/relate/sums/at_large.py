"""Those caught and those still sought, of all who are charged.

``Sixteen are in custody and three are on the run``, of the 19 whom an indictment charges; ``Ten
were arrested today. Six were already in custody. Three remain at large``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.fitting import by_member, shares_two
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.sums.unsure import of_others
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.wholes import restated

BACK, AHEAD = 12, 8  # sentences around those told, in which all of them are
MOST = 12  # figures of a sentence that are looked at
NEAR = 2  # of them, in which a number that does not fit is held against them
REACH = 3  # sentences before that of those sought, in which those caught are told

_CUES = frozenset("large run lam loose fugitive fugitives sought awaiting await awaits".split())
# "three people are on the run", "two remain at large", "11 are awaiting trial"
_SOUGHT = lazy(
    r"(?:\s[a-z'-]+){0,4}?\s(?P<tie>at large|on the (?:run|lam|loose)|fugitives?\b"
    r"|(?:being |still )?sought|awaiting trial|await trial)"
)
_CAUGHT = lazy(
    r"\b(?:arrested|custody|captured|apprehended|caught|jailed|detained|pleaded|pled|convicted"
    r"|sentenced|arraigned|appeared|surrendered)\b"
)
# of these states each who is charged is in one, so long as no more are told
_HELD = lazy(
    r"\b(?:arrest(?:ed|s)|custody|captured|apprehended|caught|jailed|detained|surrendered)\b"
)
# those of whom it is told how things stand, and not what was done on a day: none is left out
_STATE = lazy(
    r"\b(?:already (?:been )?(?:(?:in|taken into) (?:[a-z]+\s){0,2}?custody"
    r"|jailed|arrested|detained)"
    r"|(?:is|are|remains?) (?:now |currently |already )?(?:in (?:[a-z]+\s){0,2}?custody|jailed))\b"
)
_CHARGED = lazy(
    r"\b(?:charg(?:es?|ed|ing)|indict(?:ed|ments?|s)|accused|named|defendants?|suspects|fugitives"
    r"|targets)\b"
)
# "Seventeen | of those indicted": the first of all that are charged
_OF_CHARGED = lazy(
    r"\sof (?:the|those|these) (?:[a-z]+\s)?(?:charged|indicted|accused|named|defendants"
    r"|suspects)\b"
)
# "Another is in Mexico", "One died", "The other two": more of those charged
_MORE = lazy(
    r"\W*(?:[^.;:]{1,40}?\ssaid\s(?:that\s)?)?(?:(?:(?:an?|the)?other|others|an additional"
    r"|the (?:rest|last|remaining)|(?:an?|the) (?:[a-z-]+\s)?(?:defendant|suspect|man|woman))\b"
    r"|[\ue000-\uf8ff]\s)"
)
_OF_OTHERS = lazy(r"\b(?:another|related|separate|other|earlier|previous(?:ly)?)\b")


def at_large(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Sums of those caught and those sought; *known* are the members of those read otherwise."""
    sentences = worded(reading, _CUES)
    taken = by_member(known) if sentences else {}
    for index, skeleton in sentences:
        for figure in skeleton.figures[:MOST]:
            match = _SOUGHT.match(skeleton.text, skeleton.sign_of(figure) + 1)
            caught = _caught(reading, index, figure) if match and _counts(reading, figure) else ()
            if match is None or not caught:
                continue
            found = _sum(reading, index, (*caught, figure), skeleton.span(match, "tie"))
            if found is None:
                continue
            if not shares_two(frozenset(f.id for f in found.figures("parts")), taken):
                yield found


def _counts(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* is an exact number of persons, with their noun or without."""
    noun = head(reading.sentences[figure.sentence], figure)
    persons = noun is None or noun in PERSONS or noun in ("more", "other")
    return family(figure) == "count" and figure.range.is_exact and persons


def _caught(reading: Reading, index: int, sought: Figure) -> tuple[Figure, ...]:
    """The numbers of persons told without a gap up to *sought*, each of them caught or tried."""
    found: list[Figure] = []
    for at in range(index, max(-1, index - REACH - 1), -1):
        told = [
            m
            for m in mentions(reading, at)
            if m.figure.start < sought.start and not m.compared and _counts(reading, m.figure)
        ]
        skeleton = reading.sentences[at]
        end = skeleton.sign_of(sought) if at == index else len(skeleton.text)
        for mention in reversed(told):
            start = skeleton.sign_of(mention.figure)
            first = _OF_CHARGED.match(skeleton.text, start + 1)
            if mention.taken_from is not None and not first:
                return tuple(found)
            if not _CAUGHT.search(skeleton.text, start, end):
                return tuple(found)
            found.insert(0, mention.figure)
            if first:
                return tuple(found)
            end = start
        if at < index and not told:
            break
    return tuple(found)


def _sum(reading: Reading, index: int, parts: tuple[Figure, ...], tie: Span) -> Relation | None:
    wholes = list(_wholes(reading, index, parts))
    for k in range(len(parts) - 1):
        members = parts[k:]
        total = Interval.sum(f.range for f in members)
        for whole in wholes:
            if total.meets(whole.range):
                options = {"claim": "weak"}
                stated = restated(reading, whole, parts=members)
                return relation("sum", reading, [tie], options, parts=members, whole=stated)
    first, last = parts[0].sentence, parts[-1].sentence
    near = [w for w in wholes if first - NEAR <= w.sentence <= last + NEAR]
    if len({w.value for w in wholes}) != 1 or not near or not _is_slip(reading, near[0], parts):
        return None
    stated = restated(reading, near[0], parts=parts)
    return relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=stated)


def _wholes(reading: Reading, index: int, parts: Sequence[Figure]) -> Iterator[Figure]:
    """The numbers of those charged, told around the two."""
    least = max(f.value or 0 for f in parts)
    for at in range(max(0, index - BACK), min(len(reading.sentences), index + AHEAD)):
        skeleton = reading.sentences[at]
        if not skeleton.figures or not _CHARGED.search(skeleton.text):
            continue
        for mention in mentions(reading, at):
            figure = mention.figure
            above = (figure.value or 0) > least and figure not in parts
            apart = mention.compared or mention.marked or mention.nested
            if above and not apart and _counts(reading, figure):
                yield figure


def _is_slip(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether *whole* can be of nobody else and misses *parts* by a slip.

    It may well be more, where no part says how all of them stand: some were caught before.
    """
    total = sum((f.value for f in parts if f.value is not None), Fraction(0))
    told = [reading.text[a.end : b.start] for a, b in pairwise(parts)]
    set_out = len(parts) > 2 and 0 < parts[0].sentence - whole.sentence <= NEAR
    short = total < (whole.value or 0)
    if short and not (any(map(_STATE.search, told)) or set_out):
        return False
    if short and _goes_on(reading, parts[-1]):
        return False
    if len(parts) > 2 and not all(map(_HELD.search, told)):
        return False  # those who pleaded guilty are of those who were arrested
    skeleton = reading.sentences[whole.sentence]
    numbered = any(f.kind == "rank" for f in skeleton.figures)  # "the first indictment"
    if numbered or of_others(skeleton, whole) or _OF_OTHERS.search(skeleton.text):
        return False
    return is_a_slip_apart(whole, parts)


def _goes_on(reading: Reading, last: Figure) -> bool:
    """Whether more of those charged are told right behind *last*: ``Another is in Mexico``."""
    told = reading.by_sentence[last.sentence]
    if any(f.start > last.start and family(f) == "count" for f in told):
        return True
    index = last.sentence + 1
    if index >= len(reading.sentences):
        return False
    skeleton = reading.sentences[index]
    return _MORE.match(skeleton.text) is not None
