"""Whether the name of a place says where something was counted.

``Oakland Mayor``, ``from Haiti`` and ``living in the United States`` tell no such thing.
"""

from __future__ import annotations

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.english import PREPOSITIONS
from crossfoot.figures.context.place.gazetteer import Where
from crossfoot.figures.context.words import Words

_AWAY = frozenset("from to toward towards via".split())
_LOCATING = PREPOSITIONS - _AWAY
# "living in the United States" tells of people, not of where they were counted
_LIVING = frozenset(
    "been living live lives lived be remain stay enter entered entering came come coming "
    "residing settled arrived arrive return returned".split()
)
# "the San Francisco spokesman" is not in San Francisco
_BELONGING = frozenset(
    "mayor spokesman spokeswoman spokesperson officials official residents resident man woman "
    "police newspaper native lawmakers lawyer attorney judge governor senator radio television "
    "sheriff democrat republican activist activists".split()
)
_OFFICES = frozenset(
    "director spokesman spokeswoman spokesperson attorney lawyer judge organizer professor "
    "commissioner representative senator mayor chief agent researcher resident".split()
)
_MANNER = frozenset("illegally legally unlawfully without".split())


def locates(words: Words, mention: Mention[Where], begin: int, end: int) -> bool:
    """Whether the name says where: not ``Oakland Mayor``, not ``from Haiti``."""
    raw, lower = words.raw, words.lower
    position = mention.start - 1
    following = raw[mention.end] if mention.end < end else "."
    kind = mention.meaning.kind
    if kind == "home":
        return _is_home(words, mention, begin, following)
    if following in _BELONGING:
        return False
    while position > begin and lower[position] in ("the", "nearby", "downtown", "greater"):
        position -= 1
    before = lower[position] if position >= begin else ""
    if kind == "country":
        return before in ("in", "inside", "within")
    if before in _AWAY:
        return False
    named_on = following.isalpha() and following[0].isupper()
    if named_on and kind != "facility" and not (kind == "county" and following == "Jail"):
        return False
    name_before = position >= begin and raw[position][0].isupper() and raw[position].isalpha()
    if name_before and position > begin and before not in PREPOSITIONS:
        return False
    if kind == "facility" and before not in PREPOSITIONS:
        return False
    if before in ("in", "for", "of", "at") and _is_title(words, position, begin):
        return False
    return not (following == "-" and kind in ("state", "city"))


def _is_title(words: Words, preposition: int, begin: int) -> bool:
    """``the field office director in Boston`` says where the director sits."""
    window = words.lower[max(begin, preposition - 2) : preposition]
    return not _OFFICES.isdisjoint(window)


def _is_home(words: Words, mention: Mention[Where], begin: int, following: str) -> bool:
    """Whether the country is named as where something was: ``nationwide``, ``in the U.S.``."""
    lower = words.lower
    alone = mention.end - mention.start == 1
    if alone and lower[mention.start] in ("nationwide", "nationally"):
        return True
    window = lower[max(begin, mention.start - 5) : mention.start]
    if not _LIVING.isdisjoint(window) or lower[mention.end] in _MANNER:
        return False
    if lower[mention.start] in ("across", "around", "throughout", "national"):
        return lower[mention.start] != "national" or lower[mention.end] in ("total", "totals")
    if following[0].isupper() or following in ("citizens", "citizen", "government"):
        return False
    back = mention.start - 1
    while back > begin and lower[back] in ("the", "entire", "whole"):
        back -= 1
    possessive = following == "'s" or lower[mention.end - 1] == "'s"
    return lower[back] in _LOCATING or possessive


def seats_office(words: Words, mention: Mention[Where], begin: int) -> bool:
    """``ICE Houston``: a place that names an office of a body known by its letters."""
    before = words.raw[mention.start - 1]
    return mention.start > begin and before.isupper() and 2 < len(before) < 6
