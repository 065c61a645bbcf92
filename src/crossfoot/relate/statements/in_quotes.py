"""What an official says of what was just told: "That is 98 pounds of poison", of 96 pounds.

"That's" and "those" in a quote go back to the number right before, where no other is told of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import distinct
from crossfoot.relate.statements.antecedents import could_be
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.slips import is_slip
from crossfoot.relate.statements.statement import Statement

_NEAR = 3  # sentences back to what was told
_CLOSE = 30  # characters behind a number that say what it is of
_MANY = 10  # of which nobody picks out "those nine"
# "That's |", "Those |"
_THAT_IS = lazy(r"\"\W*(?:(?:and|but|so)\s)?(?:that's|that is|this is|that means)\s$")
_THOSE = lazy(r"\"\W*(?:(?:and|but|so)\s)?(?:those|these)\s$")
_MORE = lazy(
    r"\b(?:more|fewer|less|other|another|additional|each|every|per|already|second|earlier|including)\b"
)
_TIME = lazy(r"\b(?:year|month|week|since|so far|previous\w*|today|last|now|past)\b")
# "pounds | of poison", "guns | that will"
_OF_IT = lazy(
    r"(?:\s[a-z'-]+){0,2}?\s(?:of\s(?P<what>[a-z]+)\b|(?:that|which|who|off|out)\b)"
    r"|[,.;\"]"
)
# what an official calls drugs
_CALLED = frozenset("poison poisons drugs narcotics death dope product misery contraband".split())


def in_their_words(field: Field) -> Iterator[Pair]:
    """Numbers in a quote with the only one told shortly before that they can be."""
    for odd in field.lonely if '"' in field.story.text else ():
        if odd.group not in ("count", "measure") or odd.zone == "title":
            continue
        one = _just_told(field, odd) if _goes_back(odd) else None
        if one is not None and is_slip(one, odd):
            yield one, odd


def _goes_back(odd: Statement) -> bool:
    """Whether the quote begins with "that is" or "those", and says it of all of them."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    if '"' not in text:  # as most sentences have none
        return False
    if odd.step or odd.part or odd.joined or _MORE.search(text, 0, sign + _CLOSE):
        return False
    if _TIME.search(text):
        return False
    if _THAT_IS.search(text, 0, sign):
        match = _OF_IT.match(text, sign + 1)
        return match is not None and match["what"] in (None, *_CALLED)
    return (odd.figure.value or 0) >= _MANY and _THOSE.search(text, 0, sign) is not None


def _just_told(field: Field, odd: Statement) -> Statement | None:
    """The only number of its kind in the sentences right before."""
    told = [
        s
        for s in field.back_from(odd, _NEAR)
        if s.figure.sentence < odd.figure.sentence and _is_kin(s, odd)
    ]
    if not told or distinct(told) != 1:
        return None
    one = told[-1]
    return one if not (one.step or one.part or one.joined or one.listed) else None


def _is_kin(one: Statement, odd: Statement) -> bool:
    """Whether they count one noun, or persons, or are measured in one unit."""
    if odd.group == "measure":
        return one.figure.unit == odd.figure.unit
    return one.head == odd.head or (one.of_persons and odd.of_persons and could_be(one, odd))
