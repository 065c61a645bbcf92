"""Parties by a proper name: an outlet, an organisation, a person of office, or someone else.

Organisations, and people who hold an office or speak for one, are named; anyone else is
``a person``.
"""

from __future__ import annotations

from crossfoot.figures.context.source.cast import Cast, Party
from crossfoot.figures.context.source.directory import Body
from crossfoot.figures.context.source.wording import JOINTS, PREFIXED, TITLES

_PERSON = "a person"
# these speak for an organisation only where one is named with them
_HIRED = frozenset("lawyer attorney researcher analyst economist fellow professor expert".split())


def proper(cast: Cast, position: int, begin: int, end: int) -> Party | None:
    """A run of capitals: an outlet, an organisation, a person of office, or someone else."""
    raw, lower = cast.words.raw, cast.words.lower
    stop = _run_end(cast, position, end)
    while stop > position + 1 and raw[stop - 1] == ".":
        stop -= 1
    if stop <= position + 1:
        return _lone(cast, position) if stop > position else None
    body = _as_body(cast, position, stop)
    if body is not None:
        cast.bodies.append(body)
        return Party(position, stop, body.name, body.kind)
    if lower[stop - 1] in PREFIXED:  # "the District Attorney"
        return cast.office(position - 1, stop - 1)
    first = position
    if not PREFIXED.isdisjoint(lower[position : stop - 1]):
        first = max(k for k in range(position, stop - 1) if lower[k] in PREFIXED) + 1
    while first < stop - 1 and lower[first] in (".", "general", "acting", "former"):
        first += 1
    name = cast.slice(first, stop)
    known = cast.recall(name)
    if known is None and " " in name:
        if first == position and not _titled(cast, position, stop, begin, end):
            private = not cast.is_place(name)
            return Party(position, stop, _PERSON, "private") if private else None
        known = cast.people[name] = cast.people[name.rpartition(" ")[2]] = name
    return Party(position, stop, known, "person") if known is not None else None


def _lone(cast: Cast, position: int) -> Party | None:
    """One word with a capital: letters of an organisation, or a last name known by now."""
    raw, words = cast.words.raw, cast.words
    word = raw[position]
    letters = word.isupper() and word.isalpha() and 2 < len(word) < 7
    if letters and not words.titled[position + 1]:
        cast.bodies.append(Body(word, "body"))
        return Party(position, position + 1, word, "body")
    if words.lower[position] in PREFIXED:
        return cast.office(position - 1, position)
    known = cast.recall(cast.text[words.start[position] : words.stop[position]])
    return Party(position, position + 1, known, "person") if known is not None else None


def _as_body(cast: Cast, start: int, stop: int) -> Body | None:
    """A run of capitals that names an organisation by its last word, or by one of it."""
    raw = cast.words.raw
    last = raw[stop - 1]
    if last in cast.table.outlets:
        return Body(cast.slice(start, stop).removeprefix("The "), "outlet")
    if last in cast.table.endings:
        return Body(cast.slice(start, stop), last.lower())
    if JOINTS.isdisjoint(raw[start:stop]):
        return None
    headed = next((w for w in raw[start:stop] if w in cast.table.endings), None)
    # "the Department of Corrections"
    return Body(cast.slice(start, stop), headed.lower()) if headed else None


def _run_end(cast: Cast, position: int, end: int) -> int:
    """Where a run of capitals ends; "and", "of" belong to it where an organisation follows."""
    raw, titled = cast.words.raw, cast.words.titled
    stop, joint, last = position, 0, min(end, position + 9)
    while stop < last:
        word = raw[stop]
        if titled[stop]:
            if not (word.isalpha() or "." in word):
                break
        elif stop == position:
            break
        elif word in JOINTS and titled[stop + 1]:
            joint = joint or stop
        elif word != "." or len(raw[stop - 1]) > 3:  # an initial, or the end
            break
        stop += 1
    if joint and cast.table.endings.isdisjoint((raw[stop - 1], raw[joint - 1])):
        return joint
    return stop


def _titled(cast: Cast, start: int, stop: int, begin: int, end: int) -> bool:
    """Whether an office stands by the name: ``X, the deputy director``, ``spokesman X``."""
    lower = cast.words.lower
    if start > begin and lower[start - 1] in TITLES:
        return True
    aside = start > begin + 1 and lower[start - 1] == ","
    if aside and not TITLES.isdisjoint(lower[max(begin, start - 11) : start]):
        return True
    if lower[stop] == ",":
        ahead = stop + 1
        while ahead < min(end, stop + 9) and lower[ahead] not in (",", ".", "said"):
            if lower[ahead] in TITLES:
                return True
            ahead += 1
    first, last = max(begin, start - 12), min(end, stop + 12)
    if _HIRED.isdisjoint(lower[first:last]):
        return False
    return _speaks(cast, first, start) or _speaks(cast, stop, last)


def _speaks(cast: Cast, start: int, stop: int) -> bool:
    """Whether the words make a lawyer or researcher one of an organisation."""
    words = cast.words.lower[start:stop]
    if _HIRED.isdisjoint(words) or "," not in words:
        return False
    named = any(cast.table.names.at(cast.words.lower, k) for k in range(start, stop))
    return named or not cast.table.endings.isdisjoint(cast.words.raw[start:stop])
