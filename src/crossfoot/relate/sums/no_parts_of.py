"""Parts that their own words keep from being all of a whole: women of men, some of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import excludes
from crossfoot.relate.wording.rows import noun_of

_REMAINS = frozenset("rest remainder other others remaining leaving leaves left balance".split())
# "The rest, | 20 men and 18 women", "leaving | 20 men"; no number between
_OF_THE_REST = lazy(
    r"\b(?:the (?:rest|remainder|balance|remaining|others?)|leav(?:ing|es)|left)\b"
    r"[^.;:\ue000-\uf8ff]{0,40}[:\s(-]*$"
)
_CLOSE = 80  # characters before a part in which the words stand
# "2,800 this year, 180 | of them on Sunday", "180 | on Sunday alone"
_TAKEN_OUT = lazy(
    r"(?:\s[a-z-]+)?\sof (?:them|those|these|whom|which)\b|[^.;:,\ue000-\uf8ff]{0,30}"
    r"(?:[\ue000-\uf8ff])?\salone\b"
)
_AND_OTHERS = lazy(r"\s[a-z-]+(?:,\s[a-z-]+)*,?\s(?:and|or)\s[a-z]")  # "women | and children"


def are_none_of(reading: Reading, found: Relation) -> bool:
    """Whether the parts of *found* are of what is left, or of a kind that its whole shuts out."""
    wholes, parts = found.figures("whole"), found.figures("parts")
    whole = wholes[0]
    return (
        _of_the_rest(reading, parts, whole)
        or _of_another_kind(reading, parts, whole)
        or any(_is_said_again(reading, part, whole) for part in parts)
        or any(_is_taken_out(reading, w) for w in wholes if w.sentence != parts[0].sentence)
    )


def _of_the_rest(reading: Reading, parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the first part stands behind "the rest": others of the whole were told before it."""
    first = parts[0]
    skeleton = reading.sentences[first.sentence]
    if _REMAINS.isdisjoint(skeleton.words) or whole.start > first.start:
        return False
    at = skeleton.sign_of(first)
    start = skeleton.sign_of(whole) if whole.sentence == first.sentence else 0
    return _OF_THE_REST.search(skeleton.text, max(start, at - _CLOSE), at) is not None


def _of_another_kind(reading: Reading, parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether a part is of a kind that no one of the whole is of: women, of so many men."""
    own = noun_of(reading, whole)
    if own is None or not any(excludes(own, noun_of(reading, part)) for part in parts):
        return False
    skeleton = reading.sentences[whole.sentence]
    return _AND_OTHERS.match(skeleton.text, skeleton.sign_of(whole) + 1) is None


def _is_said_again(reading: Reading, part: Figure, whole: Figure) -> bool:
    """Whether *whole* is a part itself, told in another sentence: so many Danes, and again."""
    noun = noun_of(reading, part)
    same = part.value == whole.value and part.sentence != whole.sentence
    return same and noun is not None and noun == noun_of(reading, whole)


def _is_taken_out(reading: Reading, whole: Figure) -> bool:
    """Whether *whole* is itself taken out of another: those of one day, no number of all."""
    skeleton = reading.sentences[whole.sentence]
    return _TAKEN_OUT.match(skeleton.text, skeleton.sign_of(whole) + 1) is not None
