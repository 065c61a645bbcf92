"""The wording that opens a list: what is counted, and whether the list tells all of it."""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.figures.roles import ROLES
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.tallies.announced import plural
from crossfoot.relate.tallies.items import Items, items_of
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import PAIRED, singular

# "former clerks", "24-year-old men"
NP = r"(?:\s{age})?(?:\s[a-z][a-z'-]*){{1,9}}?"
# "the first 50 participants: " opens no list of fifty
CHOSEN = lazy(r"\b(?:first|last|next|every|each)\s$")
_SOME_OF_THE = pattern(r"(?P<n>{n})\s(?:out )?of\s(?:the|its|their|all)?\s?$")
_PLACES = frozenset("state country nation province territory republic".split())
# "Ann Lee and others", "first Reno, then Elko", "May for two and June for the rest": no whole list
NO_LIST = pattern(
    r"\b(?:and|&) (?:others?|more|so on|so forth)\b|\bet al\b|\betc\b"
    r"|\b(?:the|and|some|among) (?:rest|others)\b|\bamong other\b|\bthe remaining\b"
    r"|^{rank} [^;]*, (?:and )?then\b|\bothers$"
)
# "one of three sites (along with Reno and Elko)": it counts itself
BESIDES = lazy(
    r"(?:along|together) with\b|in addition to\b|besides?\b|as well as\b|apart from\b|other than\b"
    r"|next to\b|(?:the )?others?\b"
)
# items that are more than one person: "a couple off Deal", "the Roe twins"
SEVERAL_IN_ONE = lazy(
    r"\b(?:couple|pair|family|families|trio|group|twins|siblings|brothers|sisters|parents)\b"
)
_AND_A = lazy(r"\sand\s(?:an?|one|other)\s")  # "two brothers and a cousin"
_OF_THEM = lazy(r"of (?:them|those|these|whom|which)\b")
# "They also charged", "charged officers Ann Lee and Bo Roy as well"
AS_WELL = lazy(r"\b(?:also|as well(?! as)|additional(?:ly)?|separate(?:ly)?)\b")
# "six current and former clerks", "four men and women": one number of both
_OF_BOTH = lazy(
    rf"\b(?:{'|'.join(sorted(PAIRED | {'state', 'federal', 'local'}))}) and\s"
    r"|\b(?:men|women|boys|girls|brothers|sisters|adults|children|members|associates|leaders) and"
    r"(?=\s(?:men|women|boys|girls|brothers|sisters|adults|children|members|associates)\b)"
)
CRIMES = frozenset("felonies misdemeanors crimes offenses charges counts".split())
# "four for theft, one for fraud": four is told of, and counts nothing here
PLACED = lazy(r"(?:for|in|from|at|on|with|to|by|against|under|over|during)\b")
# before persons: others than these, "a man and two women", "the owner and two clerks"
BESIDE = lazy(
    r"(?:\b(?:an?|one|the|its|their|his|her)|[\ue000-\uf8ff])\s[a-z-]+(?:\s[a-z-]+)?,?\sand\s$"
)


def of_several(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words counted are things to list, and are all that is counted."""
    words = match["np"].lstrip()
    if _OF_THEM.match(words):
        return True
    if not plural(words) or PLACED.match(words):
        return False
    words = _OF_BOTH.sub(" ", words)
    persons = of_persons(words)
    beside = BESIDE.search(skeleton.text, max(0, match.start("n") - 40), match.start("n"))
    return not (_AND_A.search(words) or (persons and (beside or " and " in words)))


def is_person(noun: str) -> bool:
    """Whether *noun*, one or several, says what a person is or does: ``brothers``, ``broker``."""
    one = singular(noun)
    return one in PERSONS or one in ROLES or one.endswith(("man", "men"))


def of_persons(words: str) -> bool:
    """Whether *words* name persons."""
    return any(singular(w) in PERSONS for w in words.split())


def items_in(
    reading: Reading, skeleton: Skeleton, start: int, end: int, *, places: bool = False
) -> Items | None:
    """The items of a stretch of the folded sentence."""
    stretch = skeleton.offset(start), skeleton.offset(end)
    return items_of(reading.document.text, *stretch, places=places)


def of_places(words: str) -> bool:
    """Whether the things announced are states or countries."""
    return bool(_PLACES & {singular(w) for w in words.split()})


def counted(skeleton: Skeleton, match: re.Match[str]) -> Figure | None:
    """The number announced: in "three of the four regions", three."""
    chosen = _SOME_OF_THE.search(skeleton.text, 0, match.start("n"))
    some = skeleton.group(chosen, "n") if chosen else None
    # "one of four groups: low, …" lists the four
    return some if some and some.value != 1 else skeleton.group(match, "n")
