"""Those caught and those still sought, of all who are charged.

``Sixteen are in custody and three are on the run``, of the 19 whom an indictment charges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

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
from crossfoot.relate.wording.slips import slips_between
from crossfoot.relate.wording.wholes import restated

BACK, AHEAD = 12, 8  # sentences around those told, in which all of them are
MOST = 12  # figures of a sentence that are looked at
NEAR = 2  # of them, in which a number that does not fit is held against them

_CUES = frozenset("large run lam fugitive fugitives sought awaiting await awaits".split())
# "three people are on the run", "two remain at large", "11 are awaiting trial"
_SOUGHT = lazy(
    r"(?:\s[a-z'-]+){0,4}?\s(?P<tie>at large|on the (?:run|lam)|fugitives?\b"
    r"|(?:being |still )?sought|awaiting trial|await trial)"
)
_CAUGHT = lazy(
    r"\b(?:arrested|custody|captured|apprehended|caught|jailed|detained|pleaded|pled|convicted"
    r"|sentenced|arraigned|appeared)\b"
)
_CHARGED = lazy(r"\b(?:charg(?:es?|ed|ing)|indict(?:ed|ments?|s)|accused|named|defendants?)\b")
_OF_OTHERS = lazy(r"\b(?:another|related|separate|other|earlier|previous(?:ly)?)\b")


def at_large(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Sums of those caught and those sought; *known* are the members of those read otherwise."""
    sentences = worded(reading, _CUES)
    taken = by_member(known) if sentences else {}
    for index, skeleton in sentences:
        for figure in skeleton.figures[:MOST]:
            match = _SOUGHT.match(skeleton.text, skeleton.sign_of(figure) + 1)
            caught = _caught(reading, index, figure) if match and _counts(reading, figure) else None
            if match is None or caught is None:
                continue
            found = _sum(reading, index, (caught, figure), skeleton.span(match, "tie"))
            if found is not None and not shares_two(frozenset((caught.id, figure.id)), taken):
                yield found


def _counts(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* is an exact number of persons, with their noun or without."""
    noun = head(reading.sentences[figure.sentence], figure)
    persons = noun is None or noun in PERSONS or noun in ("more", "other")
    return family(figure) == "count" and figure.range.is_exact and persons


def _caught(reading: Reading, index: int, sought: Figure) -> Figure | None:
    """The last number of persons before *sought*, where it is told that they were caught."""
    for at in (index, index - 1):
        told = [
            m
            for m in (mentions(reading, at) if at >= 0 else ())
            if m.figure.start < sought.start and not m.compared and _counts(reading, m.figure)
        ]
        if told:
            skeleton, figure = reading.sentences[at], told[-1].figure
            end = skeleton.sign_of(sought) if at == index else len(skeleton.text)
            caught = _CAUGHT.search(skeleton.text, skeleton.sign_of(figure), end)
            return figure if caught and told[-1].taken_from is None else None
    return None


def _sum(reading: Reading, index: int, parts: tuple[Figure, Figure], tie: Span) -> Relation | None:
    total = Interval.sum(f.range for f in parts)
    wholes = list(_wholes(reading, index, parts))
    for whole in wholes:
        if total.meets(whole.range):
            stated = restated(reading, whole, parts=parts)
            return relation("sum", reading, [tie], {"claim": "weak"}, parts=parts, whole=stated)
    near = [w for w in wholes if abs(w.sentence - index) <= NEAR]
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
    """Whether *whole* can be of nobody else and is less than *parts* by a slip.

    It may well be more: some were caught before.
    """
    if sum(f.value or 0 for f in parts) <= (whole.value or 0):
        return False
    skeleton = reading.sentences[whole.sentence]
    numbered = any(f.kind == "rank" for f in skeleton.figures)  # "the first indictment"
    if numbered or of_others(skeleton, whole) or _OF_OTHERS.search(skeleton.text):
        return False
    return any(slips_between(whole, parts))
