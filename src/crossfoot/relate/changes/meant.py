"""Which figures of its sentence a change is told of, where that is not the nearest ones."""

from __future__ import annotations

from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.cues import Statement
from crossfoot.relate.changes.elsewhere import fits, runs_against
from crossfoot.relate.changes.neighbours import Ends
from crossfoot.relate.wording.rows import family

# 51 people, "including about" 12 women
_INCLUDING = lazy(r"\bincluding (?:at least |about |some |another |the )?$")
# 12 "of the" 51 boats, 191 "of the year's" 432
_PART_OF = partial(
    pattern,
    r"(?P<part>{n}|{portion})(?: [a-z-]+){{0,2}} (?:out )?of (?:(?:the|its|their) )?"
    r"(?:[a-z]+'s? )?$",
)
_PART_BEFORE = 60
# a quarter "of girls (24.5%)"
_ITS_NUMBER = partial(pattern, r"[^.;,()\ue000-\uf8ff]{{0,40}}\((?P<share>{percent})\)")


def as_meant(skeleton: Skeleton, statement: Statement, ends: Ends) -> Ends:
    """The ends of a change in a sentence, where not the nearest figures are meant.

    A fraction's number in brackets is told for it: "a gap of" 5.1 points is one of those.
    """
    base, result = ends.base, ends.result
    ends = Ends(base and _in_brackets(skeleton, base), result and _in_brackets(skeleton, result))
    return _of_the_part(skeleton, statement, _of_the_whole(skeleton, statement, ends))


def _in_brackets(skeleton: Skeleton, end: Figure) -> Figure:
    if end.kind != "fraction" or not skeleton.start <= end.start < skeleton.end:
        return end
    match = _ITS_NUMBER().match(skeleton.text, skeleton.sign_of(end) + 1)
    return (skeleton.group(match, "share") if match else None) or end


def _of_the_whole(skeleton: Skeleton, statement: Statement, ends: Ends) -> Ends:
    """The ends without what "including" tells a part of, where the words are true of the whole.

    "It moved 51 people, including 12 women, in May, 20 more than the 31 in April".
    """
    base, part = ends.base, ends.result
    if not (base and part) or part not in skeleton.figures or fits(statement, ends):
        return ends
    if not _INCLUDING.search(skeleton.text, 0, skeleton.sign_of(part)):
        return ends
    whole = next((f for f in reversed(skeleton.figures) if f.end <= part.start), None)
    if whole is None or whole.kind != part.kind:
        return ends
    told = Ends(base, whole)
    against = runs_against(statement, ends) and not runs_against(statement, told)
    return told if against or fits(statement, told) else ends


def _of_the_part(skeleton: Skeleton, statement: Statement, ends: Ends) -> Ends:
    """The ends with the part of which a whole is told, and no earlier figure of the whole.

    "410 of the 1,250 claims, up 22 percent from 336" tells of the 410; where its earlier figure
    stands in another sentence, it cannot be told from one of the whole.
    """
    base, whole = ends.base, ends.result
    if not (base and whole) or whole not in skeleton.figures or fits(statement, ends):
        return ends
    at = skeleton.sign_of(whole)
    match = _PART_OF().search(skeleton.text, max(0, at - _PART_BEFORE), at)
    part = skeleton.group(match, "part") if match else None
    if part is None:
        return ends
    beside = skeleton.start <= base.start < skeleton.end
    return Ends(base, part) if beside and family(part) == family(base) else Ends()
