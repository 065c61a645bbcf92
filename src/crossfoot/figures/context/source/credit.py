"""Whether the words around a party credit it: ``X said``, ``according to X``, ``X data show``."""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.figures.context.source.cast import PEOPLE, Cast, Party
from crossfoot.figures.context.source.wording import DATA, MADE, SAYING
from crossfoot.figures.skeleton import SIGNS

# verbs with which a body acts as well as tells; credit needs a "that" or a number after them
_ACTING = frozenset("released found called identified recorded logged tracked put puts".split())
# "X, which warned of a raid" tells nothing of what follows
_NOT_THAT = frozenset("of for to against about over".split())
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson official officials".split())
_SKIP = frozenset("'s also later then has have had just first only now again".split())
_BY = frozenset("by from".split())
_GOT = frozenset("obtained reviewed analyzed leaked compiled".split())
# what a body does with its own data: "figures the agency released"
_HANDING = frozenset(
    "released posted published provided issued shared disclosed gave compiled obtained "
    "collected keeps".split()
)


class Credit(NamedTuple):
    """A party credited in a sentence, with all of its figures or with some."""

    party: Party
    reach: tuple[int, int] | None = None  # only figures between these words


def credit_of(cast: Cast, party: Party, begin: int, end: int) -> Credit | None:
    """The credit that the words around *party* give it, if any."""
    lower = cast.words.lower
    before = party.start - 1
    while before > begin and lower[before] in ("the", "an", "a", "u.s.", "federal", "own"):
        before -= 1
    if before >= begin and _credits_before(cast, before, party, begin):
        quoted = lower[before] in ("said", "says", "announced", "reported")
        return Credit(party, (begin, before) if quoted else None)
    after = _past_label(cast, party.end)
    if lower[after] == "," and party.kind in PEOPLE:
        after = _past_apposition(cast, after, end)
    while after < end and (lower[after] in _SKIP or lower[after] == "'s" or _is_rank(cast, after)):
        after += 1
    if after >= end:
        return None
    word = lower[after]
    if word in _HANDING and _is_of_data(cast, party.start, begin):
        return Credit(party)
    if word in SAYING:
        return _said(cast, party, after, begin, end)
    if lower[party.end] == "'s" or party.kind not in PEOPLE:
        return _data(cast, party, after, begin, end)
    return None


def _is_of_data(cast: Cast, start: int, begin: int) -> bool:
    """``figures the agency released``, ``a tally that the group keeps``."""
    lower = cast.words.lower
    back = start - 1 - (lower[start - 1] == "the")
    back -= lower[back] in ("that", "which")
    return back > begin and lower[back] in DATA and cast.words.figure[back - 1] < 0


def _is_rank(cast: Cast, position: int) -> bool:
    """``ICE first reported``: an ordinal is read as a figure."""
    return cast.words.raw[position] == SIGNS["rank"]


def _past_label(cast: Cast, position: int) -> int:
    """Past what a name may carry: ``(ICE)``, ``agency``, ``officials``."""
    lower = cast.words.lower
    if lower[position] == "(" and lower[position + 2] == ")":
        position += 3
    if lower[position] in cast.table.generic or lower[position] in _SPEAKERS:
        position += 1
    return position


def _credits_before(cast: Cast, before: int, party: Party, begin: int) -> bool:
    """``according to X``, ``said X``, ``data obtained by X``."""
    lower = cast.words.lower
    if lower[before] == "to" and lower[before - 1] == "according":
        return True
    if lower[before] == "per" and cast.words.raw[party.start][0].isupper():
        return True
    if lower[before] in ("said", "says", "told", "announced", "reported"):
        return lower[before] != "told" and lower[before - 1] in (",", '"', "”", "“", "'")
    if lower[before] in _BY:
        window = lower[max(begin, before - 7) : before]
        if lower[before] == "by" and (
            not MADE.isdisjoint(window[-2:])
            or "according" in lower[max(begin, before - 9) : before]
        ):
            return True
        return not DATA.isdisjoint(window[-2:])
    return False


def _past_apposition(cast: Cast, comma: int, end: int) -> int:
    """Past what stands between commas behind a name: ``X, the sheriff, said``."""
    lower, verb = cast.words.lower, comma + 1
    while lower[verb] in ("has", "have", "had", "also", "later"):
        verb += 1
    if lower[verb] in SAYING:
        return verb
    for position in range(comma + 1, min(end, comma + 16)):
        if lower[position] == ",":
            return position + 1
    return comma


def _said(cast: Cast, party: Party, verb: int, begin: int, end: int) -> Credit | None:
    """What a verb of saying credits its subject with, where it tells and does not act."""
    lower = cast.words.lower
    aside = lower[party.start - 1] in ("what", "before", "after", "when")
    if aside or lower[verb + 1] in _NOT_THAT:
        return None
    closing = lower[party.start - 1] == "," and lower[verb + 1] in (".", ",", ";")
    if lower[verb] in _HANDING and not DATA.isdisjoint(lower[verb + 1 : verb + 4]):
        return Credit(party)  # "ICE released its figures"
    if lower[verb] in _ACTING and lower[verb + 1] != "that" and not closing:
        numbered = any(cast.words.figure[k] >= 0 for k in range(verb + 1, min(end, verb + 4)))
        if lower[verb] in ("released", "called", "identified") or not numbered:
            return None if lower[verb] not in ("put", "puts") else Credit(party)
    if lower[verb - 1] == "that" and party.end != verb:
        return None
    return _relative(cast, party, begin) or Credit(party)


def _relative(cast: Cast, party: Party, begin: int) -> Credit | None:
    """``the 956 arrests the agency announced``: credit for that figure alone."""
    lower, figure = cast.words.lower, cast.words.figure
    back = party.start - 1
    while back >= begin and lower[back].isalpha() and figure[back] < 0 and back > party.start - 5:
        back -= 1
    adjoining = back >= begin and figure[back] >= 0 and back < party.start - 1
    if adjoining and "," not in lower[back : party.start]:
        return Credit(party, (back, back + 1))
    return None


def _data(cast: Cast, party: Party, after: int, begin: int, end: int) -> Credit | None:
    """``ICE statistics show``, ``the agency's official number of 956``."""
    lower, figure = cast.words.lower, cast.words.figure
    limit = min(end, after + 5)
    noun = next((k for k in range(after, limit) if lower[k] in DATA or lower[k] == "number"), None)
    if noun is None or any(lower[k] in (",", ";", ".") for k in range(after, noun)):
        return None
    if lower[noun + 1] in _GOT and lower[noun + 2] == "by":
        return None  # "ICE data obtained by Reuters": the outlet vouches
    if lower[noun + 1] == "of" and lower[party.end] == "'s":
        number = next((k for k in range(noun + 2, min(end, noun + 5)) if figure[k] >= 0), None)
        if number is not None:
            return Credit(party, (number, number + 1))
    tail = lower[noun + 1 : min(end, noun + 12)]
    told = any(w in SAYING or w in ("indicate", "suggest", "suggests") for w in tail)
    lead = lower[max(begin, party.start - 3) : party.start]
    if told or "to" in lead[-2:] or lower[party.start - 1] in ("by", "in"):
        return Credit(party)
    return None
