# ruff: noqa: E501
"""Numbers in digits and in words: where they end, what they are worth, how exactly they are said.

``1,234.5``, ``1.2 million``, ``2½``, ``two hundred and forty-one``, ``half a million``,
``two-thirds``, ``twenty-first``. What they count is not read here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from crossfoot.figures.lexicon import (
    DOZENS,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    TEENS,
    TENS,
    VULGAR,
)

Form = Literal["exact", "rounded", "fraction", "rank"]


class Numeral(NamedTuple):
    """A number as written. `step` is one unit of its last written place.

    `form`: "exact" for a number in full, "rounded" where it carries decimals or a scale word,
    "fraction" for parts of one, "rank" for an ordinal.
    """

    end: int
    value: Fraction
    step: Fraction
    form: Form
    words: bool = False


@lru_cache(maxsize=4096)
def whole(number: int) -> Fraction:
    """*number* as a fraction; the small ones are made once."""
    return Fraction(number)


_ONE = whole(1)
_HALF = Fraction(1, 2)
_DIGITS = re.compile(
    r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\u00a0[0-9]{3})+|(?: 000)+)(?![0-9])(?:\.[0-9]+)?"  # 1,234.5
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 12,34,567
    r"|[0-9]+(?:\.[0-9]+)?"  # 498, 47.5
    r"|\.[0-9]+"  # .278
)
_POWER = re.compile(r"e([+-]?[0-9]{1,3})(?![0-9a-z.])|\s?[x×*]\s?10\^([+-]?[0-9]{1,3})(?![0-9])")
# what may follow digits and belong to the number
_SCALE = re.compile(
    r"[ \u00a0]?-?(thousand|million|billion|trillion|quadrillion|mil|mln|mn|bn|bil|bln|tn|tln|trn"
    r"|lakhs?|crores?|hundred|doz(?:en|s)?)(?![a-z])"
)
_MIXED = re.compile(
    r"[ \u00a0]{0,2}([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])|[ \u00a0-]{1,2}([0-9]{1,2})/([0-9]{1,3})(?![0-9/])"
)
_AND_PART = re.compile(
    r"[ \u00a0](?:and )?(?:(a|one|two|three) ?-?)?(half|thirds?|quarters?|fourths?|fifths?|sixths?"
    r"|eighths?)(?![a-z-])"
)
_SLASH = re.compile(r"/([0-9]{1,3})(?![0-9/.,-])")
_LETTER = re.compile(r"(k|b|m)(?![a-z0-9&'-])")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})


def digits(text: str, start: int, cased: str, *, money: bool = False) -> Numeral | None:
    """The number in digits at *start*; "m" is a million only in money or as a capital."""
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    surface, end = match.group(), match.end()
    before, dot, decimals = surface.partition(".")
    number = int(before.replace(",", "").replace("\u00a0", "").replace(" ", "") or 0)
    if decimals:
        step = Fraction(1, 10 ** len(decimals))
        value = number + int(decimals) * step
    else:
        value, step = whole(number), _ONE
    follow = text[end : end + 1]
    if not follow or follow in ",;:)\n" or (follow == "." and not dot):
        return Numeral(end, value, step, "rounded" if decimals else "exact")
    return _followed(
        text, end, cased, Numeral(end, value, step, "rounded" if decimals else "exact"), money
    )


def _followed(text: str, end: int, cased: str, bare: Numeral, money: bool) -> Numeral:
    """*bare* with the fraction, power, letter or scale that is written after it."""
    value, step, form = bare.value, bare.step, bare.form
    if form == "exact":
        if slash := _SLASH.match(text, end):
            below = int(slash[1])
            if below in _DENOMINATORS and value < below:
                return Numeral(slash.end(), value / below, Fraction(1, below), "fraction")
            return bare
        if mixed := _MIXED.match(text, end):
            part = VULGAR[mixed[1]] if mixed[1] else _slashed(mixed)
            if part is not None:
                value, step, end = value + part, Fraction(1, part.denominator), mixed.end()
                bare = Numeral(end, value, step, "rounded")
    if power := _POWER.match(text, end):
        factor = Fraction(10) ** int(power[1] or power[2])
        return Numeral(power.end(), value * factor, step * factor, "rounded")
    letter = _LETTER.match(text, end)
    if letter and (letter[1] != "m" or money or cased[end] == "M"):
        factor = whole({"k": 10**3, "m": 10**6, "b": 10**9}[letter[1]])
        return Numeral(letter.end(), value * factor, step * factor, "rounded")
    return _scaled(text, bare)


def _slashed(match: re.Match[str]) -> Fraction | None:
    above, below = int(match[2]), int(match[3])
    return Fraction(above, below) if below in _DENOMINATORS and 0 < above < below else None


def _scaled(text: str, number: Numeral) -> Numeral:
    """*number* times the scale words after it: ``1.2 million``, ``three lakh crore``."""
    value, step, end, form = number.value, number.step, number.end, number.form
    while match := _SCALE.match(text, end):
        word = match[1]
        if word == "hundred" or word in DOZENS:
            factor = 100 if word == "hundred" else 12
            # "2.5 hundred" is as exact as it looks, "3 dozen" counts dozens
            value, step, end = value * factor, step * factor, match.end()
            form = "exact" if value.denominator == 1 else form
        else:
            value, step, end = value * SCALES[word], step * SCALES[word], match.end()
            form = "rounded"
        number = Numeral(end, value, step, form, number.words)
    if number.form == "rounded" and number.step > 1 and (part := _AND_PART.match(text, end)):
        share = Fraction(
            {"a": 1, "one": 1, "two": 2, "three": 3}.get(part[1] or "a", 1), _part(part[2])
        )
        return Numeral(part.end(), value + share * step, share * step, "rounded", number.words)
    return number


def _part(word: str) -> int:
    return PARTS.get(word) or ORDINALS[word]


# --- words -------------------------------------------------------------------------------------

_SMALL = {**ONES, **TEENS, **TENS}
_NEXT = re.compile(
    r"([ \u00a0]{1,3}(?:and|&)[ \u00a0]{1,3}|[ \u00a0]{0,2}-[ \u00a0]{0,2}|,[ \u00a0](?:and )?|[ \u00a0]{1,3})([a-z]+)(?![a-z])"
)
_WORD = re.compile(r"[a-z]+")
_POINT = re.compile(
    r"[ \u00a0]point((?:[ \u00a0-](?:zero|oh|nought|naught|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))+)(?![a-z])"
)


class _Sum(NamedTuple):
    """A cardinal being added up: `total` of the closed groups, `chunk` the open one (< 1000)."""

    total: int
    chunk: int | None
    floor: int  # what the chunk may still take lies below this
    scale: int  # the last scale; the next must be smaller
    end: int
    step: int


def cardinal(text: str, start: int) -> Numeral | None:
    """The number in words at *start*: ``a hundred and five``, ``twenty-one trillion``."""
    match = _WORD.match(text, start)
    if match is None:
        return None
    first = _add(_Sum(0, None, 10**18, 10**18, match.end(), 1), match.group(), "", match.end())
    if first is None:
        return None
    state, safe = first, first
    while match := _NEXT.match(text, state.end):
        joint = match[1].strip(" \u00a0")
        after = _add(state, match[2], joint, match.end())
        if after is None:
            # "two hundred and three hundred" are two numbers: go back before the "and"
            if joint == "" and state is not safe and _is_scale(match[2]):
                state = safe
            break
        if joint in ("and", "&", ",", ", and"):
            safe = state
        elif _is_scale(match[2]):
            safe = after
        state = after
        if joint == "-" or joint == "":
            continue
    value = state.total + (state.chunk or 0)
    form: Form = "rounded" if state.step >= 10**6 else "exact"
    number = Numeral(state.end, whole(value), whole(state.step), form, True)
    return _pointed(text, number)


def _is_scale(word: str) -> bool:
    return word == "hundred" or word in SCALES


def _add(state: _Sum, word: str, joint: str, end: int) -> _Sum | None:
    """*state* with *word* added, or None where the word opens another number."""
    small = _SMALL.get(word)
    if small is not None:
        return _add_small(state, small, joint, end)
    if word == "hundred":
        chunk = state.chunk if state.chunk is not None else 1
        if not 0 < chunk < 100 or joint in ("and", "&", ","):
            return None
        if state.chunk is None and state.total:
            return None
        return state._replace(chunk=chunk * 100, floor=100, end=end, step=1)
    factor = SCALES.get(word)
    if factor is None or joint in ("and", "&", ","):
        return None
    if state.chunk is None:
        if state.total == 0:
            return _Sum(factor, None, factor, factor, end, factor)
        return state._replace(total=state.total * factor, end=end, step=state.step * factor)
    if factor >= state.scale:
        return None
    return _Sum(state.total + state.chunk * factor, None, factor, factor, end, factor)


def _add_small(state: _Sum, small: int, joint: str, end: int) -> _Sum | None:
    if state.chunk is None:
        if state.total and joint == "-":
            return None
        level = 1 if small < 20 else 10
        return state._replace(chunk=small, floor=level, end=end, step=1)
    if small == 0 or small >= state.floor or joint == ",":
        return None
    if joint in ("and", "&") and state.floor < 100:
        return None
    level = 1 if small < 20 else 10
    return state._replace(chunk=state.chunk + small, floor=level, end=end, step=1)


def _pointed(text: str, number: Numeral) -> Numeral:
    """``five point five``: the decimals said one by one, or as a number (``point seventy-one``)."""
    match = _POINT.match(text, number.end)
    if match is None:
        return number
    said = ""
    for word in re.split(r"[ \u00a0-]", match[1].strip(" \u00a0-")):
        figure = 0 if word == "oh" else _SMALL[word]
        if (
            figure < 10
            and said.endswith("0")
            and len(said) > 1
            and word not in ("zero", "oh", "nought", "naught")
        ):
            said = said[:-1] + str(figure) if said[-2:-1] in "23456789" else said + str(figure)
        else:
            said += str(figure)
    step = Fraction(1, 10 ** len(said))
    return Numeral(match.end(), number.value + int(said) * step, step, "rounded", True)
