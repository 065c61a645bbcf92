"""A change told again by its ends: up 40% "in 2019," 84 "robberies compared with" 60 "in 2018"."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.relate.changes.cues import Cue
from crossfoot.relate.changes.stock import DATE, LIGHT
from crossfoot.relate.wording.stems import stem

_SET_AGAINST = r"(?:compared (?:with|to)|versus|vs\.?|against|(?:up|down) from)"
# "in the county in 2019,"
_AND_WHEN = lazy(
    r"(?: (?!(?:and|but|or|while|since|between|than|among|when|as|after|of|if|per|past"
    r"|decade|average|adjusted|expected)\b)[a-z'-]+"
    rf"| {DATE}){{0,8}}, (?:with )?{LIGHT}"
)
# 84 "robberies so far this year compared with" 60
_FIRST = lazy(
    r"(?P<what>(?: (?!(?:in|for|during|so|at|by|this)\b)[a-z'-]+){0,2}?)"
    rf"(?: (?:(?:in|for|during|so far|the|at|by|this|that|point)\b|{DATE}))*"
    rf",? {_SET_AGAINST} {LIGHT}(?:the )?"
)
# 60 "robberies in 2018", not 60 "in the north"
_SECOND = lazy(
    r"(?P<what>(?: (?!(?:in|for|during|the|at|by|a|last|same)\b)[a-z'-]+){0,2}?)"
    r"(?: (?:reported|recorded))?"
    rf"(?=\W*$|[.,;)]| {DATE}|"
    r" (?:in|for|during|by|at) (?:the (?:same|previous|prior|first)|fiscal|all of"
    rf"|(?:this|that) (?:point|time)|{DATE})"
    r"| (?:the|a) (?:year|month|week|quarter|same|previous|prior)\b)"
)
# what anything that is counted is called
_GENERAL = frozenset(map(stem, "incidents cases reports instances occurrences".split()))
# what is no count of things, though it is called by their name: "the robbery rate"
_RATES = frozenset("rate rates share shares proportion percentage average".split())


def is_told_again(cues: Sequence[Cue], following: Cue) -> bool:
    """Whether the last of *cues* tells with *following* what the change before it led to.

    The two count what is said to change, or name nothing at all.
    """
    if following.tag != "from" or not _AND_WHEN.fullmatch(cues[-1].before):
        return False
    first, second = _FIRST.fullmatch(following.before), _SECOND.match(following.after)
    if first is None or second is None:
        return False
    said = [word for cue in cues for word in cue.before.replace(",", " ").split()]
    named = {stem(word) for told in (first, second) for word in told["what"].split()}
    return named <= _GENERAL.union(map(stem, said)) and not (named and not _RATES.isdisjoint(said))
