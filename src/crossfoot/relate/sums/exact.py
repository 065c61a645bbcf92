"""The exact number that a round or hedged whole stands for: ``214 members``, "more than 200"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from crossfoot.figures.hedges import significant
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.ties import asserted
from crossfoot.relate.sums.topic import LEDE
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import is_a_slip_apart

BESIDE = 2  # parts that no other reading of their sentence gives
TWO_DIGITS, HALF = 10, 5  # of a number of two digits "over" may be up to five of its units more
CLOSE = Fraction(11, 10)  # times a hedged number: "more than 200" is said of up to 220


def on_exact(reading: Reading, found: Relation) -> Relation:
    """*found* against the exact number, where the opening tells one that its loose whole is for.

    Parts that only have to make "more than 200" make the 214 told beside it, or miss it by a slip.
    """
    wholes, parts = found.figures("whole"), found.figures("parts")
    if not wholes or not parts or any(not _is_loose(w) for w in wholes):
        return found
    if (
        found.figures("minus")
        or "times" in found.options
        or len(parts) != len(found.roles["parts"])
    ):
        return found
    total = Interval.sum(f.range for f in parts)
    for exact in _exact(reading, wholes[0], parts):
        fits = total.meets(exact.range)
        closed = not any(f.range.is_open for f in parts)
        if found.options.get("claim") == "open" and not asserted("open", total, exact.range):
            continue  # "included" 311 of them
        if fits or (closed and _is_plain(found) and is_a_slip_apart(exact, parts)):
            same = (w for w in wholes if w is not exact and (fits or w.value == exact.value))
            stated = tuple(sorted((exact, *same), key=lambda f: f.start))
            return replace(found, roles={**found.roles, "whole": stated})
    return found


def closely(found: Relation) -> Relation:
    """*found* with "more than" taken as closely as it is told, where it would hold only by that.

    "Over $470,000" and "over $124,000" are not "more than $684,000", for all that each may be more.
    Only where the words make the parts all of the whole.
    """
    wholes, parts = found.figures("whole"), found.figures("parts")
    if found.options.get("claim") != "full" or not any(f.range.is_open for f in parts):
        return found
    if found.figures("minus") or "times" in found.options or len(parts) < len(found.roles["parts"]):
        return found
    narrow = tuple(map(_narrowed, parts))
    stated = tuple(map(_narrowed, wholes))
    total = Interval.sum(f.range for f in narrow)
    if total.is_open or any(w.range.is_open or w.range.meets(total) for w in stated):
        return found
    return replace(found, roles={**found.roles, "parts": narrow, "whole": stated})


def _narrowed(figure: Figure) -> Figure:
    """*figure*, if it is "more than" a number of two digits or more, up to the next of them."""
    if figure.range.high is not None or figure.value is None or not _is_over(figure):
        return figure
    unit = significant(figure.value, figure.step)
    digits = figure.value / unit
    if digits < TWO_DIGITS:
        return figure
    room = unit if digits >= TWO_DIGITS * 10 else unit * HALF
    return replace(figure, range=Interval(figure.value, figure.value + room))


def _is_over(figure: Figure) -> bool:
    """Whether it is told as "over" or "more than" a number: "at least 12" may be many more."""
    return figure.hedge is not None and figure.hedge.endswith(("over", "more than"))


def _is_plain(found: Relation) -> bool:
    """Whether the words, and not that they fit a loose whole, make the parts those of it."""
    return found.options.get("claim", "weak") != "weak" or len(found.roles["parts"]) <= BESIDE


def _is_loose(figure: Figure) -> bool:
    if figure.hedge is not None or figure.range.is_open:
        return True
    return figure.kind == "measure" and figure.value is not None and figure.step >= 1


def _exact(reading: Reading, loose: Figure, parts: tuple[Figure, ...]) -> Iterator[Figure]:
    """Exact numbers of the opening that *loose* can be said of, above each of *parts*."""
    noun, value = head(reading.sentences[loose.sentence], loose), loose.value or Fraction(1)
    largest = max(f.value or 0 for f in parts)
    for at in range(min(LEDE, parts[0].sentence + 1)):
        for figure in reading.by_sentence[at]:
            if (
                family(figure) == family(loose)
                and not _is_loose(figure)
                and figure.value is not None
                and figure not in parts
                and largest < figure.value
                and value / CLOSE <= figure.value <= value * CLOSE
                and (loose.range.contains(figure.value) or figure.kind == "measure")
                and alike(noun, head(reading.sentences[at], figure))
            ):
                yield figure
