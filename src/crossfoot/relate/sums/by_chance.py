"""Sums that come out by chance alone: an age, places or occasions among numbers of persons.

``One, 27, was hit in the arm and the other, 35, in the hip`` are no 36; ``22 Swedes. The rest came
from 19 other countries`` are no 41 of anything.
"""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import OF_THEM, TIMES, singular
from crossfoot.relate.wording.rows import family, noun_of, of_another

# "the other, | 35, in the hip", "children under | 18"
_AGE_AFTER = lazy(
    r"\b(?:(?:the other|one|another|he|she|man|woman|boy|girl|brother|sister|son|daughter|driver"
    r"|deputy|officer),|(?:children|those|people|anyone|minors|aged?|younger than|older than)"
    r" (?:under |over )?|(?:under|turned))\s?$"
)
_AGE_BEFORE = lazy(r"(?:,|\.|;|$|\sor (?:older|younger)\b)")
_LANDS = frozenset("country county city state nation province town village region".split())
_OTHER_LANDS = lazy(r"\s(?:other|more|different|further)\s(?:[a-z]+\s)?(?P<noun>[a-z]+s)\b")
_OTHERS = lazy(r"\sothers\b")
_CHARGES = frozenset("count charge offense indictment".split())
_BYGONE = lazy(
    r"\W*(?:In |During )?(?:[Ll]ast (?:week|weekend|month|year|night)"
    r"|A (?:week|month|year) (?:ago|earlier|before))\b"
)
_YOUNGEST, _OLDEST = 10, 99
_TINY = Fraction(1, 1000)  # of the whole: a price among sums, and none of them


def is_by_chance(reading: Reading, found: Relation) -> bool:
    """Whether a figure of *found* is none of what the others count."""
    wholes, parts = found.figures("whole"), found.figures("parts")
    if not wholes or "times" in found.options:
        return False
    told = [(reading.sentences[f.sentence], f) for f in (*parts, *wholes)]
    if any(_is_age(skeleton, figure) for skeleton, figure in told):
        return True
    often = {p.text.endswith(TIMES) for p in parts}
    if len(often) > 1 and not wholes[0].text.endswith(TIMES):
        return True  # "Eleven had been held before, one of them five times"
    if any(_is_bygone(reading, p) for p in parts if p.sentence != wholes[0].sentence):
        return not _is_bygone(reading, wholes[0])
    return (
        _takes_in_places(reading, found)
        or _holds_own_parts(reading, parts)
        or _are_of_others(reading, wholes[0], parts)
        or _is_priced(wholes, parts)
    )


def _is_age(skeleton: Skeleton, figure: Figure) -> bool:
    if not figure.text.isdigit() or not _YOUNGEST <= (figure.value or 0) <= _OLDEST:
        return False
    at = skeleton.sign_of(figure)
    after = _AGE_BEFORE.match(skeleton.text, at + 1)
    return after is not None and _AGE_AFTER.search(skeleton.text, max(0, at - 30), at) is not None


def _takes_in_places(reading: Reading, found: Relation) -> bool:
    """Whether some parts count places, and what they are to come to counts persons."""
    nouns = {_noun(reading, f) for f in found.figures("parts")} - {None}
    wholes = {noun_of(reading, w) for w in found.figures("whole")} - {None}
    others = any(
        _OTHERS.match(home.text, home.sign_of(p) + 1)
        for p in found.figures("parts")
        for home in (reading.sentences[p.sentence],)
    )
    if others and wholes & _CHARGES and not nouns & _CHARGES:
        return True  # "guilty on 23 of 24 counts … Eighteen others have pleaded guilty"
    return bool(nouns & _LANDS) and bool((nouns | wholes) - _LANDS) and not wholes & _LANDS


def _noun(reading: Reading, part: Figure) -> str | None:
    """What *part* counts: cities, in "six other cities", too."""
    skeleton = reading.sentences[part.sentence]
    match = _OTHER_LANDS.match(skeleton.text, skeleton.sign_of(part) + 1)
    return singular(match["noun"]) if match else noun_of(reading, part)


def _is_bygone(reading: Reading, figure: Figure) -> bool:
    """Whether its sentence opens with an earlier time: ``Last weekend 19 were shot``."""
    return _BYGONE.match(reading.text, reading.sentences[figure.sentence].start) is not None


def _are_of_others(reading: Reading, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether each part has a whole of its own: ``12 of 21 in Ely, 20 of 70 in Ayr``."""
    if any(p.sentence == whole.sentence for p in parts):
        return False
    told = ((reading.sentences[p.sentence], p) for p in parts)
    owners = [of_another(skeleton, skeleton.sign_of(p)) for skeleton, p in told]
    kind = family(whole)
    others = (o for o in owners if o is not None and family(o) == kind == "count")
    return sum(o.value != whole.value for o in others) > 1


def _holds_own_parts(reading: Reading, parts: tuple[Figure, ...]) -> bool:
    """Whether the first is what the others make with "five of them": they are its own parts."""
    first, *others = parts
    if not others or first.sentence != others[-1].sentence:
        return False
    skeleton = reading.sentences[first.sentence]
    between = skeleton.within(*map(skeleton.sign_of, (first, others[0])))[1:]
    rest = sum(f.value or Fraction(0) for f in others)
    return any(
        (f.value or 0) + rest == first.value
        and OF_THEM.match(skeleton.text, skeleton.sign_of(f) + 1)
        for f in between
    )


def _is_priced(wholes: tuple[Figure, ...], parts: tuple[Figure, ...]) -> bool:
    """Whether a rounded sum of money takes in one that is too small for it to tell."""
    if wholes[0].kind != "money" or wholes[0].range.is_exact:
        return False
    return any((p.value or 0) < _TINY * (wholes[0].value or 0) for p in parts) and len(parts) > 2
