"""All of those just told: ``The first trailer held 22 migrants. The second held 31. The 53``.

A number with "the" or "all" before it, or told as a total, is of those counted right before it. It
is called wrong only where it was told nowhere before, so that it can be of nobody else, where those
before it stand side by side, and where one slip of the pen accounts for the misfit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.fitting import by_member, shares_two
from crossfoot.relate.sums.last_one import last_of_row
from crossfoot.relate.sums.members import Member, are_alike, members
from crossfoot.relate.sums.topic import stems_of
from crossfoot.relate.sums.unsure import WIDER, of_others
from crossfoot.relate.wording.kinds import PERSONS, is_kind
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head, taken_from
from crossfoot.relate.wording.slips import slips_between
from crossfoot.relate.wording.wholes import is_heading

REACH = 4  # sentences with those counted, back from the one that takes them together
SILENT = 2  # sentences without any between two of them
MOST = 9  # that are taken together
SMALL = 12  # above it, persons are not counted one by one without a number

# "The 53 people", "All 51", "In all, 42", "A total of 13 people", "bringing the total to 13"
_TAKES = lazy(
    r"(?:^\W*|[,;]\s|\s)(?P<tie>(?P<all>all(?: of)?(?: the| these| those)?)"
    r"|(?P<the>the|(?<!of )(?<!among )(?:these|those))"
    r"|(?P<total>in all|in total|altogether|all told|together|a total of|for a total of|total of"
    r"|br(?:inging|ings|ought) the (?:total|number|count)(?: number)?(?: of [a-z ]{3,30})?\sto"
    r"|the total (?:stands at|is|was|comes to|came to|now stands at)))"
    r"(?:,? (?:about|some|total|combined|new)|,)?\s$"
)
# what stands last before such a number, which is sooner looked for
_LAST = tuple(
    f"{word} "
    for word in "the these those all of to is was at total altogether told together about some"
    " combined new , all, total, altogether, told, together,".split()
)
_TAKERS = frozenset("the these those all total altogether together".split())
# "the other had three people", "All 33 died, including the driver of the truck": not all counted
_WITH_OTHERS = lazy(
    r"\bthe others?\b|\bincluding (?:the|an?)\b|\b(?:state|nation|country)wide\b"
    r"|\b(?:across|throughout) the (?:state|country|county|nation|region)\b"
)
_BARE = lazy(r"\s(?:were|are|have|had|will|face|all)\b")  # "The 23 were charged"


def taken_together(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Sums of those counted right before a number; *known* are members of those read otherwise."""
    for index, skeleton in worded(reading, _TAKERS):
        for at, whole in zip(skeleton.signs, skeleton.figures, strict=True):
            tie = _takes(skeleton, whole, at) if skeleton.text.endswith(_LAST, 0, at) else None
            found = _sum(reading, index, whole, tie) if tie is not None else None
            if found is not None and not shares_two(_ids(found), by_member(known)):
                yield found


def _ids(found: Relation) -> frozenset[str]:
    members = (*found.figures("parts"), *found.figures("whole"))
    return frozenset(f.id for f in members)


def _takes(skeleton: Skeleton, whole: Figure, at: int) -> re.Match[str] | None:
    """The words that take those before together, where *whole* is a number of things."""
    if family(whole) != "count" or (whole.value or 0) < 2 or not whole.range.is_exact:
        return None
    if taken_from(skeleton.text, at):
        return None
    match = _TAKES.search(skeleton.text, max(0, at - 64), at)
    if head(skeleton, whole) == "survivor":
        return None  # they are those left of others, and not the dead and the missing
    named = head(skeleton, whole) is not None or _BARE.match(skeleton.text, at + 1)
    return match if match and (match["the"] is None or named) else None


def _sum(reading: Reading, index: int, whole: Figure, match: re.Match[str]) -> Relation | None:
    skeleton = reading.sentences[index]
    noun = head(skeleton, whole)
    tie = skeleton.span(match, "tie")
    near: list[tuple[Member, ...]] = []
    few = (whole.value or 0) <= SMALL and noun in PERSONS
    for singles in (False, True) if few else (False,):
        for told in _accounts(reading, index, whole, noun, singles=singles):
            if sum(m.value for m in told) == whole.value:
                return _relation(reading, tie, told, whole, "weak")
            near.append(told)
    if near and _is_misfit(reading, near, whole, match):
        return _relation(reading, tie, near[0], whole, "full")
    return None


def _relation(
    reading: Reading, tie: Span, told: Sequence[Member], whole: Figure, claim: str
) -> Relation:
    parts = [m.role for m in told]
    return relation("sum", reading, [tie], {"claim": claim}, parts=parts, whole=whole)


def _accounts(
    reading: Reading, index: int, whole: Figure, noun: str | None, *, singles: bool
) -> Iterator[tuple[Member, ...]]:
    """Those counted in the sentence before *whole*, in the two before it, and so on."""
    told: tuple[Member, ...] = ()
    sentences = silent = 0
    over = False
    for at in range(index, -1, -1):
        if is_heading(reading, at):
            return
        here = _of(reading, at, whole, noun, singles=singles)
        if not here and at < index:
            silent += 1
        told = here + told
        if silent > SILENT or sentences > REACH or len(told) > MOST:
            return
        if here:
            sentences, silent = sentences + 1, 0
            if len(told) > 1 and told[0].noun is not None:
                yield told
            over = over or any(m.value >= (whole.value or 0) for m in here)
            if over and len(told) > 1:
                return


def _of(
    reading: Reading, at: int, whole: Figure, noun: str | None, *, singles: bool
) -> tuple[Member, ...]:
    """Those of one sentence, before *whole*, that it can be said of."""
    return tuple(
        m
        for m in members(reading, at, singles=singles)
        if m.role.end < whole.start and are_alike(noun, m.noun)
    )


def _is_misfit(
    reading: Reading, near: Sequence[tuple[Member, ...]], whole: Figure, match: re.Match[str]
) -> bool:
    """Whether *whole* can only be of the nearest of those told, and is off by a slip."""
    told = near[0]
    parts = [m.role for m in told if isinstance(m.role, Figure)]
    if len(parts) < len(told) or any(f.range.is_open for f in parts) or told[0].noun is None:
        return False
    most = max(m.value for m in told)
    if sum(m.value for m in told) == 2 * most - (whole.value or 0):
        return False  # "18 packages. Two were opened. The 16 packages": what is left
    if last_of_row(reading.sentences[parts[-1].sentence], parts[-1]):
        return False  # "three in Alder, five in Birch and the ninth in Cedar"
    if not all(are_alike(one.noun, other.noun) for one, other in pairwise(told)):
        return False  # "27 people at two plants"
    noun = head(reading.sentences[whole.sentence], whole)
    if noun is not None and is_kind(noun) and noun not in {m.noun for m in told}:
        return False  # of six men and four women eight may be Peruvians
    if noun in ("count", "charge") and match["the"] is None:
        return False  # "Jones was convicted of all four counts"
    before = reading.by_value.get(whole.value or Fraction(), ())
    slips = {slip for slip, _ in slips_between(whole, parts)}
    if any(f.start < whole.start and family(f) == "count" for f in before) and "order" not in slips:
        return False  # of those told before, of whom these may be but some
    skeleton = reading.sentences[whole.sentence]
    tellings = [reading.sentences[m.sentence] for m in told]
    bare = match["tie"].endswith(("is", "was")) and whole.sentence - told[-1].sentence == 1
    if match["total"] and not bare and not one_deed(reading, whole, *tellings):
        return False  # "The total was 143" tells no deed
    at = skeleton.sign_of(whole)
    if of_others(skeleton, whole) or WIDER.search(skeleton.text, 0, at):
        return False
    last = reading.sentences[parts[-1].sentence]
    if _WITH_OTHERS.search(skeleton.text, at) or _WITH_OTHERS.search(
        last.text, last.sign_of(parts[-1])
    ):
        return False
    return bool(slips) and _side_by_side(reading, told, whole)


def _side_by_side(reading: Reading, told: Sequence[Member], whole: Figure) -> bool:
    """Whether *told* stand in one sentence or tell one deed, right before *whole*."""
    if whole.sentence - told[-1].sentence > 1:
        return False
    deeds = [stems_of(reading.sentences[m.sentence].text) for m in told]
    return all(
        a.sentence == b.sentence or (b.sentence - a.sentence == 1 and one & other)
        for (a, b), (one, other) in zip(pairwise(told), pairwise(deeds), strict=True)
    )
