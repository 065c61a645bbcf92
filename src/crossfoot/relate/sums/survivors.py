"""The dead and the survivors of a craft: ``killing 17 people … carrying 31 … the 14 survivors``.

The three numbers stand paragraphs apart. They are held to each other where each is told as one
number only, where "the survivors" are all of them, and nobody is missing or was hit from outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.aboard import CRAFT, all_aboard
from crossfoot.relate.sums.deaths import tolls
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.slips import is_a_slip_apart, slip_for

_WORDS = frozenset(("survivors", "survived"))
FAR = 30  # sentences from the first of the three to the last
# "the 14 survivors", "the other 14 survived", "and 14 survived"
_SURVIVED = pattern(
    r"\bthe\s(?:other\s|remaining\s)?(?P<the>{n})\s(?:other\s)?(?P<tie>survivors)\b"
    r"|\b(?:and|while|the other|the remaining)\s(?P<n>{n})\s(?:(?:people|others|passengers)\s)?"
    r"(?P<did>survived)\b"
)
# not all who died were aboard, not all who were aboard are dead or saved, or not all is known
_VEHICLE = rf"(?:{CRAFT}|car|van|truck|lorry)"
_OTHERWISE = lazy(
    r"\b(?:missing|unaccounted|on the ground|rescuers?|pedestrians?|bystanders?|later died"
    r"|since died|died later|so far|swam|jumped|escaped|stowaways?|gunm[ae]n|attackers?"
    rf"|hijackers?|bombers?|(?:another|second) {_VEHICLE}"
    rf"|(?:hit|struck|into|collided with) an?\s(?:[a-z]+\s)?"
    rf"(?:{_VEHICLE}|house|home|school|building|crowd|village|street|market)"
    r"|last (?:year|month)|years ago|in (?:19|20)\d\d)\b"
)
FEW = 2  # by so many the three miss each other for somebody who was not counted


def survivors(reading: Reading) -> Iterator[Relation]:
    """The dead and the survivors, against all who were aboard."""
    if _WORDS.isdisjoint(reading.words):  # as of most texts
        return
    wholes = all_aboard(reading)
    alive = _alive(reading)
    dead = [figure for figure, rising in tolls(reading) if not rising]
    sets = (wholes, [figure for figure, _ in alive], dead)
    if not all(sets) or any(len({f.value for f in told}) != 1 for told in sets):
        return
    whole, (saved, tie) = wholes[0], alive[0]
    parts = tuple(sorted((dead[0], saved), key=lambda f: f.start))
    total = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    if whole in parts or len(parts) != len({f.id for f in parts}):
        return
    if whole.range.contains(total) or _is_sure(reading, whole, parts, total):
        yield relation("sum", reading, [tie], parts=parts, whole=wholes)


def _alive(reading: Reading) -> list[tuple[Figure, Span]]:
    """Those who survived, all of them, each with the word that says so."""
    found = []
    for _, skeleton in worded(reading, _WORDS):
        for match in _SURVIVED.finditer(skeleton.text):
            name, tie = ("the", "tie") if match["the"] else ("n", "did")
            figure = skeleton.group(match, name)
            if figure is not None and figure.value is not None:
                found.append((figure, skeleton.span(match, tie)))
    return found


def _is_sure(reading: Reading, whole: Figure, parts: tuple[Figure, ...], total: Fraction) -> bool:
    """Whether one slip parts the three, and nothing told of leaves room for others."""
    told = (whole, *parts)
    if any(f.hedge or not f.range.is_exact for f in told):
        return False
    ends = sorted(f.sentence for f in told)
    if ends[-1] - ends[0] > FAR or _OTHERWISE.search(reading.text):
        return False
    if abs(total - (whole.value or 0)) <= FEW:
        return False
    return is_a_slip_apart(whole, parts) or slip_for(whole, int(total)) is not None
