"""Figures told after a whole that are set apart from it: the next of a ranking, another event.

``Danes were the largest group with 402. There were 336 Poles, …``; ``A second chase ended with …``;
``… and one was caught. Deputies are still looking for Roe``.
"""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.rows import family, noun_of

_FIRST = r"(?:largest|biggest|most|highest|greatest|leading|top|commonest)"
# "were the largest group, with | 96", "led with | 33", "the most, | 41": the first of a ranking
_IS_FIRST = lazy(
    rf"(?:\b(?:was|were|is|are|had|has|have|made|saw|as|formed)\s(?:by far\s)?the\s{_FIRST}\b"
    r"[^.;:\ue000-\uf8ff]{0,60}$"
    r"|\b(?:led|leads?|topped|tops)\b(?! to\b)[^.;:,\ue000-\uf8ff]{0,30}?,?\s(?:with|at)\s$)"
)
# "| , the largest group": told behind the number
_AS_FIRST = lazy(rf"[^.;:\ue000-\uf8ff]{{0,40}}?,\s(?:by far\s)?the\s{_FIRST}\b")
# "Birch (120) and Moor (40) | follow"
_FOLLOW = lazy(
    r"\)?(?:\s[a-z]+){0,2}\s(?:follow(?:ed|s)?|(?:come|came|are|were|ranked?) (?:next|second))\b"
)
_OF_IT = lazy(r"\W*(?:of (?:these|those|them)|they|these|those|the group|all)\b")
_FIRST_WORDS = frozenset(
    "largest biggest most highest greatest leading top commonest led leads lead topped tops".split()
)
_NEXT_WORDS = frozenset("follow followed follows next second".split())
# "A second chase", "In a later raid", "Another boat": no more of the one told before
_ANOTHER = lazy(
    r"\W*(?:(?:in|on|at|during|after|by|from)\s)?(?:another|"
    rf"an?\s(?:{SIGNS['rank']}|separate|later|different|similar|further|earlier))\s[a-z]+"
)
# "Deputies are still looking for Roe": one more, told by name or not at all
_STILL_SOUGHT = lazy(
    r"\b(?:still (?:at large|missing|being sought|sought|wanted|free|on the run|unaccounted)"
    r"|(?:looking|searching|hunting|search|hunt|manhunt) for|at large|on the run"
    r"|remain(?:s|ed)? (?:missing|free|at large|on the run)|(?:is|are|was|were) (?:still )?"
    r"(?:sought|missing|wanted)|(?:search|hunt|manhunt) (?:goes on|went on|continue[sd]?))\b"
)
_SEEKING = frozenset(
    "large missing sought wanted free run unaccounted looking searching hunting search hunt"
    " manhunt".split()
)
FEW = 2  # so many at most are still sought without a number
LARGE = 10  # smaller numbers are lacking by chance


def is_next_in_rank(reading: Reading, found: Relation) -> bool:
    """Whether the whole is but the first of a ranking, and the parts are those behind it."""
    parts, wholes = found.figures("parts"), found.figures("whole")
    if len(wholes) != 1 or not parts or wholes[0].start > parts[0].start:
        return False
    whole = wholes[0]
    home, here = (reading.sentences[f.sentence] for f in (whole, parts[-1]))
    if whole.sentence == parts[0].sentence:
        follow = not _NEXT_WORDS.isdisjoint(here.words)
        return follow and _FOLLOW.match(here.text, here.sign_of(parts[-1]) + 1) is not None
    if _FIRST_WORDS.isdisjoint(home.words) or _OF_IT.match(here.text):
        return False
    at = home.sign_of(whole)
    return bool(_IS_FIRST.search(home.text, 0, at) or _AS_FIRST.match(home.text, at + 1))


def are_apart(reading: Reading, found: Relation, made: Interval) -> bool:
    """Whether parts that miss their whole are of another event, or leave out who is told so."""
    whole, parts = found.figures("whole")[0], found.figures("parts")
    last = reading.sentences[parts[-1].sentence]
    if whole.sentence < parts[-1].sentence and _ANOTHER.match(last.text):
        return True
    lacking = Fraction(whole.value or 0) - (made.low or 0)
    if lacking >= LARGE:
        own = any(p.value == lacking for p in parts)
        return not own and _is_told_above(reading, whole, parts[0], lacking)
    return 0 < lacking <= FEW and any(
        not _SEEKING.isdisjoint(s.words) and not s.amounts and _STILL_SOUGHT.search(s.text)
        for s in reading.sentences[parts[-1].sentence + 1 :][:1]
    )


def _is_told_above(reading: Reading, whole: Figure, part: Figure, lacking: Fraction) -> bool:
    """Whether those lacking are told before: of 34 ``thirty have been sentenced``."""
    noun = noun_of(reading, whole)
    if noun not in PERSONS:
        return False
    return any(
        f.start < part.start
        and f is not whole
        and family(f) == family(whole)
        and f.range.is_exact
        and noun_of(reading, f) in PERSONS
        for f in reading.by_value.get(lacking, ())
    )
