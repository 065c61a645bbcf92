"""How alike two stretches of text are: how many of their words of meaning both have.

Two parts of one text share names, numbers and words; two texts hardly more than those of the field.
"""

from __future__ import annotations

import math

_STEM = 6  # letters: "arrests" and "arrested" are one word
_SHORT = 3  # letters: "in", "the" tell nothing
# of each character of Latin-1 the letter it is, or what numbers are made of, or a blank
_LETTERS = bytes(byte if chr(byte).isalpha() or byte == ord("_") else 32 for byte in range(256))
_NUMERALS = bytes(byte if byte in b"0123456789,." else 32 for byte in range(256))
_COMMON = frozenset(
    w[:_STEM]
    for w in (
        "about after again also among another because been before being between both could does"
        " down during each ever every first from have here into just like made make many more most"
        " much must only other over said same says several should since some still such than that"
        " their them then there these they this those through under until very were what when"
        " where which while will with without would year years your"
    ).split()
)
# what texts of this field have in common whatever they tell of
_OF_THE_FIELD = frozenset(
    w[:_STEM]
    for w in (
        "arrest attorney according against charge county department district enforcement federal"
        " five four include last month number office officer people police state three today total"
        " united week"
    ).split()
)


def meaning(text: str) -> frozenset[str]:
    """The stems of the words of *text* that say something."""
    # a look-up of each byte takes a third of what a search for words does
    plain = text.lower().encode("latin-1", "replace")
    words = plain.translate(_LETTERS).decode("latin-1").split()
    numbers = plain.translate(_NUMERALS).decode("latin-1").split()
    stems = {w.rstrip("s")[:_STEM] for w in words if len(w) > _SHORT}
    stems.update(n.strip(",.")[:_STEM] for n in numbers)
    return frozenset(stems - _COMMON - {""})


def shared(one: str, other: str) -> int:
    """How many in a thousand of the words of two stretches both have."""
    here, there = (meaning(text) - _OF_THE_FIELD for text in (one, other))
    if not here or not there:
        return 1000
    return 1000 * len(here & there) // math.isqrt(len(here) * len(there))
