"""So many in each of several places: ``eight, four in Texas and two each in Ohio and Iowa``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.each import NAMES, ONE_NAME
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import slip_for

_CUES = frozenset(("each",))
# "two each in Ohio and Iowa", "one each from Peru, Chile and Cuba"
_EACH = pattern(r"(?P<part>{n})\s(?P<tie>each)\s(?:in|at|from|to|for|on)\s(?=[a-z])")
_NAMES = lazy(rf"{NAMES}(?=[.;)]|,\s[a-z]|\s[a-z]|$)")
# between two parts: " in Texas, ", " in Texas and "
_PLACED = lazy(
    r"\s(?:[a-z]+\s)?(?:in|at|from|to|for|on)\s[^.;:()\ue000-\uf8ff]{2,40}?"
    r"(?:,\s(?:and\s)?|\sand\s)"
)
# ", and one in Ely": a last part of one place
_ONE_MORE = lazy(r",?\sand\s(?=[\ue000-\uf8ff]\s(?:[a-z]+\s)?(?:in|at|from|to|for|on)\s[a-z])")
# "one in Ely.": nothing follows
_CLOSES = lazy(
    r"[\ue000-\uf8ff]\s(?:[a-z]+\s)?(?:in|at|from|to|for|on)\s(?!each\b)"
    r"(?:(?!and\b)[\w.'’-]+\s?){1,5}\W*$"
)
# ", and one each in Utah", ", and a man in Nevada": the row goes on behind the names
_GOES_ON = lazy(r"[,;]?\s(?:(?:and|with|plus|as well as)\s)?(?:[\ue000-\uf8ff]|an?\s|another\s)")
# between the whole and its first part
_OPENS = lazy(r"\s[^.;()\ue000-\uf8ff]{2,80}?(?:,|:|\s-{1,2})\s(?:with\s)?")


def each_in(reading: Reading) -> Iterator[Relation]:
    """Sums with parts that stand for each of the places that are named behind them."""
    for _, skeleton in worded(reading, _CUES, fewest=3):
        often: dict[str, int] = {}
        for match in _EACH.finditer(skeleton.text):
            part = skeleton.group(match, "part")
            names = _NAMES.match(reading.document.text, skeleton.offset(match.end()), skeleton.end)
            if part is None or names is None or names.end() > skeleton.end:
                break  # for how many places it stands is not known, nor what the row comes to
            often[part.id] = len(ONE_NAME.findall(names["list"]))
            end = skeleton.position(names.end())
            last = _one_more(skeleton, end)
            if last or not _GOES_ON.match(skeleton.text, end):
                yield from _sum(reading, skeleton, last or part, often, skeleton.span(match, "tie"))


def _one_more(skeleton: Skeleton, end: int) -> Figure | None:
    """The part of one place that closes the row behind *end*: ``, and one in Ely``."""
    more = _ONE_MORE.match(skeleton.text, end)
    found = skeleton.within(more.end(), len(skeleton.text)) if more else ()
    if more is None or len(found) != 1 or not _CLOSES.match(skeleton.text, more.end()):
        return None
    return found[0]


def _sum(
    reading: Reading, skeleton: Skeleton, last: Figure, often: Mapping[str, int], tie: Span
) -> Iterator[Relation]:
    members = _row(skeleton, last)
    if len(members) < 3:
        return
    whole, parts = members[0], members[1:]
    times = [often.get(p.id, 1) for p in parts]
    total = sum((p.value or Fraction(0)) * t for p, t in zip(parts, times, strict=True))
    off = (whole.value or Fraction(0)) - total
    slips = slip_for(whole, int(total)) or any(
        t == 1 and slip_for(p, int((p.value or 0) + off)) for p, t in zip(parts, times, strict=True)
    )
    if not off or slips:
        options = {"claim": "full", "times": ",".join(map(str, times))}
        yield relation("sum", reading, [tie], options, parts=parts, whole=whole)


def _row(skeleton: Skeleton, last: Figure) -> Sequence[Figure]:
    """The whole and its parts up to *last*, each with a place of its own."""
    figures = list(skeleton.figures)
    members = [last]
    for figure in reversed(figures[: figures.index(last)]):
        if family(figure) != "count" or not figure.range.is_exact:
            return ()
        gap = skeleton.text[skeleton.sign_of(figure) + 1 : skeleton.sign_of(members[0])]
        members.insert(0, figure)
        if not _PLACED.fullmatch(gap):
            return members if _OPENS.fullmatch(gap) else ()
    return ()
