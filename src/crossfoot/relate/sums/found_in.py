"""What was found place by place: ``seized $9,100 … found $2,100 in a purse and $7,000 in a boot``.

Each amount was found in a place of its own, one sentence after another, right behind the amount
that was found or taken altogether; between them nothing else is told but what was declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.by_event import stuff
from crossfoot.relate.sums.ties import comes_to, rounded
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.wholes import restated

REACH = 5  # sentences in which the places are told
MOST = 9  # places
LEAD = 2  # sentences before the first place that may tell the whole
_WORDS = frozenset(
    "found finding discovered discovering located locating uncovered uncovering recovered"
    " recovering revealed revealing removed removing detected detecting concealed concealing"
    " hid hidden hiding retrieved retrieving pulled".split()
)
_FOUND = lazy(rf"\b(?:{'|'.join(sorted(_WORDS))})\b")
# "$2,100 in U.S. currency hidden in a purse", "12 pounds of meth under the seat"
_IN_A_PLACE = lazy(
    r"(?:\s(?:in|of)\s(?:[a-z.]+\s){0,2}?(?:cash|currency|bills|money|notes|dollars"
    r"|cocaine|heroin|fentanyl|meth|methamphetamine|marijuana|drugs|narcotics))?"
    r"(?:\s(?:was|were|that was|which was))?"
    r"(?:\s(?:more|also|all|hidden|concealed|stuffed|taped|strapped|wrapped|tucked|sewn|packed|located"
    r"|found))*\s(?:in|inside|under|underneath|beneath|behind|on|within|from|at|to|into|between)\s"
    r"(?:(?:a|an|the|his|her|their|its|one|each|another|some)\b|[a-z]+'s\b|[\ue000-\uf8ff]\s)"
)
# what leads to one more: "and an additional", "Officers then found", "Another"
_ANOTHER = lazy(
    r"(?:\b(?:an additional|another|a further|and|also|then|more|plus|along with|as well as)"
    r"|,)\s(?:[a-z]+\s){0,3}$"
)
# what someone said he had, was given back, or is worth
_TOLD_OF = lazy(
    r"\b(?:report|declar|claim|admit|verbally|stat(?:ed|ing)|said|told|return(?:ed|ing)|releas|remit"
    r"|fined?|penalt|worth|valued?|exceed|more than|over|up to|at least|limit|require|threshold)"
    r"[^.;\ue000-\uf8ff]{0,70}$"
)
_OR_MORE = lazy(r"\s(?:or more|or less|limit|penalty|fine|threshold|for humanitarian)\b")
_TAKEN = lazy(
    r"\b(?:seiz|confiscat|discover|found|find|uncover|recover|carry|carried|had\b|possess|conceal"
    r"|intercept|undeclared|unreported|hidden|smuggl|total)"
)


def found_in(reading: Reading) -> Iterator[Relation]:
    """An amount found altogether, and those found place by place right after it."""
    cued = [index for index, _ in worded(reading, _WORDS)]
    done = -1
    for index in cued:
        if index <= done or not index:
            continue
        parts, last = _places(reading, index)
        if not 2 <= len(parts) <= MOST:
            continue
        done = last
        whole = _whole(reading, index, parts)
        if whole is None:
            continue
        fits = comes_to(parts, whole)
        total = Interval.sum(f.range for f in parts)
        if not fits and (rounded(total, whole) or not is_a_slip_apart(whole, parts)):
            continue
        tie = Span(parts[0].end, parts[1].start)
        stated = restated(reading, whole, parts=parts)
        claim = {"claim": "weak" if fits else "full"}
        yield relation("sum", reading, [tie], claim, parts=parts, whole=stated)


def _places(reading: Reading, index: int) -> tuple[tuple[Figure, ...], int]:
    """The amounts found place by place from sentence *index* on; none where another is told."""
    found: list[Figure] = []
    for at in range(index, min(len(reading.sentences), index + REACH)):
        skeleton = reading.sentences[at]
        here = [f for f in skeleton.figures if _is_amount(f) and not _is_told_of(skeleton, f)]
        if found:
            here = [f for f in here if family(f) == family(found[0])]
        if not here:
            break
        if at > index and not (_FOUND.search(skeleton.text) and _adds(skeleton, here[0])):
            return (), at
        first, *later = here
        if not all(_IN_A_PLACE.match(skeleton.text, skeleton.sign_of(f) + 1) for f in here):
            return (), at
        if not all(_adds(skeleton, f) for f in later):
            return (), at
        if at == index and not _FOUND.search(skeleton.text, 0, skeleton.sign_of(first)):
            return (), at
        found += here
    return tuple(found), (found[-1].sentence if found else index)


def _is_amount(figure: Figure) -> bool:
    return figure.kind in ("money", "measure") and family(figure) is not None


def _adds(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* is told as one more: ``Officers then found $8,500``."""
    return _ANOTHER.search(skeleton.text, 0, skeleton.sign_of(figure)) is not None


def _is_told_of(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether it is no amount that was found: ``reported that he had $9,000``."""
    at = skeleton.sign_of(figure)
    return bool(_TOLD_OF.search(skeleton.text, 0, at) or _OR_MORE.match(skeleton.text, at + 1))


def _whole(reading: Reading, index: int, parts: Sequence[Figure]) -> Figure | None:
    """The only amount that is told as taken or found right before *parts*."""
    least = min(p.value or 0 for p in parts)
    for at in range(index - 1, max(-1, index - 1 - LEAD), -1):
        skeleton = reading.sentences[at]
        told = [
            f
            for f in skeleton.figures
            if family(f) == family(parts[0])
            and f.unit == parts[0].unit
            and not _is_told_of(skeleton, f)
            and stuff(skeleton, f) in (None, *(_stuffs(reading, parts)))
        ]
        if told:
            alone = len(told) == 1 and _TAKEN.search(skeleton.text)
            return told[0] if alone and (told[0].value or 0) >= least else None
    return None


def _stuffs(reading: Reading, parts: Sequence[Figure]) -> set[str | None]:
    return {stuff(reading.sentences[p.sentence], p) for p in parts}
