"""Numbers in words: ``two hundred and forty-one``, ``two-thirds``, ``twenty-first``.

A run of number words is cut into tokens, and the longest number at its head is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from crossfoot.exact import whole
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import (
    DOZENS,
    ORDINALS,
    PARTS,
    ROUNDING_SCALE,
    SCALES,
    SMALL,
)
from crossfoot.figures.numerals import Form, Numeral, scaled

_GAP = "[ \u00a0]"
_FIRST = lazy(r"[a-z]+|[0-9]+(?:\.[0-9]+)?")
_NEXT = lazy(
    rf"(?P<joint>{_GAP}{{1,3}}(?:and|&){_GAP}{{1,3}}|-and-(?=an?-)|{_GAP}{{0,2}}-{_GAP}{{0,2}}"
    rf"|,{_GAP}(?:and{_GAP})?|{_GAP}{{1,3}})(?:(?P<an>an?)(?:{_GAP}|-))?"
    r"(?P<word>[a-z]+|[0-9]{1,3}(?:\.[0-9]+)?)(?![a-z0-9]|,[0-9])"
)
_POINT = lazy(rf"{_GAP}point((?:[ \u00a0-](?:oh|{'|'.join(SMALL)})){{1,12}})(?![a-z])")
_MOST_TOKENS = 24
_ONE = whole(1)
_JOINTS = {
    "and": "and",
    "&": "and",
    ",": ",",
    ", and": ",",
    ",and": ",",
    "-": "-",
    "": "",
    "-and-": "and",
}


class _Token(NamedTuple):
    word: str
    joint: str  # what stands before: "", "-", "and", ","
    start: int
    end: int
    article: bool = False


class _Sum(NamedTuple):
    """A cardinal being added up: closed groups in `total`, the open one in `chunk`."""

    total: int
    chunk: int | None
    room: int  # what may still be added to the chunk lies below this
    scale: int  # the next scale must be smaller
    unit: int  # one unit of the last word


_START = _Sum(0, None, 10**18, 10**18, 1)


_NUMBER_WORDS = frozenset(
    (*SMALL, *SCALES, *ORDINALS, *PARTS, *DOZENS, "hundred", "half", "quarter")
)


def _is_number_word(word: str) -> bool:
    return word in _NUMBER_WORDS or word[0].isdigit()


def _tokens(text: str, start: int) -> list[_Token]:
    """The run of number words at *start*."""
    match = _FIRST.match(text, start)
    if match is None:
        return []
    tokens = [_Token(match.group(), "", start, match.end())]
    while len(tokens) < _MOST_TOKENS and (match := _NEXT.match(text, tokens[-1].end)):
        word = match["word"]
        if not _is_number_word(word) or (word[0].isdigit() and not tokens[0].word[0].isdigit()):
            break
        joint = _JOINTS[match["joint"].strip(" \u00a0").replace("\u00a0", " ")]
        article = match["an"] is not None
        if article and (joint != "and" or not _is_part(word)):
            break
        tokens.append(_Token(word, joint, match.start("word"), match.end(), article))
    return tokens


def _is_part(word: str) -> bool:
    return word in ("half", "quarter") or ORDINALS.get(word, 0) > 2


def _add(state: _Sum, token: _Token) -> _Sum | None:
    """*state* with *token* added, or None where it begins another number."""
    word, joint = token.word, token.joint
    if word in SMALL or word.isdigit():
        return _add_small(state, SMALL[word] if word in SMALL else int(word), joint)
    if joint in ("and", ","):
        return None
    if word == "hundred":
        if state.chunk is None:
            return None if state.total else _Sum(0, 100, 100, state.scale, 100)
        if not 0 < state.chunk < 100:
            return None
        return state._replace(chunk=state.chunk * 100, room=100, unit=100)
    factor = SCALES.get(word)
    if factor is None:
        return None
    if state.chunk is None:
        total = state.total * factor if state.total else factor
        return _Sum(total, None, factor, factor, total)
    if factor >= state.scale or not state.chunk:
        return None
    return _Sum(state.total + state.chunk * factor, None, factor, factor, factor)


def _add_small(state: _Sum, small: int, joint: str) -> _Sum | None:
    room = 1 if small < 20 or small % 10 else 10
    if state.chunk is None:
        if state.total and (joint == "-" or small == 0):
            return None
        return state._replace(chunk=small, room=room, unit=1)
    if not 0 < small < state.room or joint == "," or (joint == "and" and state.room < 100):
        return None
    return state._replace(chunk=state.chunk + small, room=room, unit=1)


def _cardinal(tokens: Sequence[_Token], at: int) -> tuple[_Sum, int] | None:
    """The longest cardinal of *tokens* from *at*, and the index after it."""
    state = _add(_START, tokens[at]._replace(joint=""))
    if state is None:
        return None
    states = [state]
    for token in tokens[at + 1 :]:
        following = _add(states[-1], token)
        if following is None:
            # "two hundred and three hundred" are two numbers: go back before the "and"
            if token.joint == "" and (token.word in SCALES or token.word == "hundred"):
                states = _before_joint(tokens[at : at + len(states)], states)
            break
        states.append(following)
    return states[-1], at + len(states)


def _before_joint(tokens: Sequence[_Token], states: list[_Sum]) -> list[_Sum]:
    for k in range(len(states) - 1, 0, -1):
        if tokens[k].joint in ("and", ","):
            return states[:k]
    return states


def _value(state: _Sum) -> int:
    return state.total + (state.chunk or 0)


def _as_cardinal(word: str) -> str:
    """The cardinal word of an ordinal: "fifths" and "fifth" are "five"."""
    value = ORDINALS.get(word) or PARTS[word]
    for table in (SMALL, SCALES):
        for name, number in table.items():
            if number == value:
                return name
    return "hundred"


def _ordinal(tokens: Sequence[_Token], first: int, last: int) -> int | None:
    """The ordinal that all of ``tokens[first..last]`` spell, the last being an ordinal word."""
    spelled = [*tokens[first:last], tokens[last]._replace(word=_as_cardinal(tokens[last].word))]
    found = _cardinal(spelled, 0)
    return _value(found[0]) if found and found[1] == len(spelled) else None


def _denominator(tokens: Sequence[_Token], at: int, last: int) -> tuple[int, int] | None:
    """Where the denominator that ends at *last* begins (after *at*), and what it is.

    The longest that leaves a numerator: "one hundred thirty fifths" is 100/35, but a hyphen
    holds "thirty-two fifths" together: 32/5.
    """
    for first in range(at + 1, last + 1):
        bare = tokens[first].word in SCALES or tokens[first].word == "hundred"
        if first == last or (tokens[first].joint == "" and not bare):
            value = _ordinal(tokens, first, last)
            if value and value > 1:
                return first, value
    return None


def number(text: str, start: int) -> Numeral | None:
    """The number in words at *start*: a cardinal, an ordinal or a fraction."""
    tokens = _tokens(text, start)
    if not tokens or not _is_number_word(tokens[0].word):
        return None
    if len(tokens) == 1 and (said := SMALL.get(tokens[0].word)) is not None:  # most of them
        return _pointed(text, Numeral(tokens[0].end, whole(said), _ONE, "exact", True))
    found = _cardinal(tokens, 0)
    if found is None:
        return _rank(tokens, 0) if tokens[0].word in ORDINALS else None
    state, after = found
    read = _ended(tokens, state, after)
    if read.form == "exact":
        return _pointed(text, read)
    return scaled(text, read) if read.form == "rounded" and read.step < 1 else read


def _ended(tokens: Sequence[_Token], state: _Sum, after: int) -> Numeral:
    """The cardinal of the first *after* tokens with what the next one makes of it."""
    plain = _numeral(tokens, state, after)
    if after == len(tokens):
        return plain
    last = after
    while (
        last < len(tokens) and tokens[last].word not in ORDINALS and tokens[last].word not in PARTS
    ):
        if tokens[last].word in ("half", "quarter", *DOZENS) or tokens[last].joint in ("and", ","):
            break
        last += 1
    token = tokens[after]
    if token.joint == "and":
        return _mixed(tokens, plain, after) or plain
    if token.word in DOZENS and token.joint != ",":
        return Numeral(token.end, plain.value * 12, whole(12), "exact", True)
    if last == len(tokens) or token.joint == ",":
        return plain
    if tokens[last].word in ORDINALS or tokens[last].word in PARTS:
        return _parts_or_rank(tokens, plain, after, last)
    if token.word in ("half", "quarter") and plain.value == 1:
        return _fraction(tokens, after, Fraction(1, 2 if token.word == "half" else 4))
    return plain


def _numeral(tokens: Sequence[_Token], state: _Sum, after: int) -> Numeral:
    form: Form = "rounded" if state.unit >= ROUNDING_SCALE else "exact"
    step = whole(state.unit if form == "rounded" else 1)
    return Numeral(tokens[after - 1].end, whole(_value(state)), step, form, True)


def _rank(tokens: Sequence[_Token], last: int) -> Numeral:
    value = ORDINALS[tokens[last].word]
    return Numeral(tokens[last].end, whole(value), whole(1), "rank", True)


def _fraction(tokens: Sequence[_Token], last: int, value: Fraction) -> Numeral:
    """A fraction, times a scale that may follow: "three quarters billion"."""
    end = tokens[last].end
    if last + 1 < len(tokens) and tokens[last + 1].word in SCALES and not tokens[last + 1].joint:
        factor = SCALES[tokens[last + 1].word]
        step = Fraction(factor, value.denominator)
        return Numeral(tokens[last + 1].end, value * factor, step, "rounded", True)
    return Numeral(end, value, Fraction(1, value.denominator), "fraction", True)


def _parts_or_rank(tokens: Sequence[_Token], plain: Numeral, after: int, last: int) -> Numeral:
    word = tokens[last].word
    if word in PARTS or (plain.value == 1 and after == 1):
        split = _denominator(tokens, 0, last)
        if split and (word in PARTS or split[0] == 1) and ORDINALS.get(word) != 2:
            return _over(tokens, split, last)
    if word in ORDINALS and last == after and (rank := _ordinal(tokens, 0, last)):
        return Numeral(tokens[last].end, whole(rank), whole(1), "rank", True)
    return plain


def _over(tokens: Sequence[_Token], split: tuple[int, int], last: int) -> Numeral:
    """The fraction whose denominator begins at token ``split[0]``; "and" parts a mixed number."""
    first, below = split
    joints = [k for k in range(1, first) if tokens[k].joint == "and"]
    if joints and (front := _cardinal(tokens[: joints[-1]], 0)):
        plain = _numeral(tokens, front[0], front[1])
        return _mixed(tokens, plain, joints[-1]) or plain
    above = _cardinal(tokens[:first], 0)
    return _fraction(tokens, last, Fraction(_value(above[0]) if above else 1, below))


def _mixed(tokens: Sequence[_Token], plain: Numeral, after: int) -> Numeral | None:
    """``three and a fifth``, ``five billion and three quarters``, ``twenty and three fifths``."""
    token = tokens[after]
    if token.word in ORDINALS and not token.article:  # three hundred and first
        rank = _ordinal(tokens, 0, after)
        return Numeral(token.end, whole(rank), whole(1), "rank", True) if rank else None
    if token.article or token.word in ("half", "quarter"):
        below = {"half": 2, "quarter": 4}.get(token.word) or ORDINALS.get(token.word, 0)
        part = _fraction(tokens, after, Fraction(1, below)) if below > 1 else None
    else:
        found = _cardinal(tokens, after)
        if found is None or found[1] == len(tokens):
            return None
        rest = [tokens[after]._replace(joint=""), *tokens[after + 1 :]]
        part = _ended(rest, found[0], found[1] - after)
    if part is None or (
        part.form != "fraction" and part.step.denominator == 1 and part.step < 1000
    ):
        return None
    if part.form == "fraction" and part.value < 1 and plain.step > 1:
        part = part.times(plain.step)
    if part.value >= plain.value:
        return _half_scaled(tokens, plain, part)
    return Numeral(part.end, plain.value + part.value, part.step, "rounded", True)


def _half_scaled(tokens: Sequence[_Token], plain: Numeral, part: Numeral) -> Numeral | None:
    """``two and a half million``: the scale belongs to both."""
    last = next((t.word for t in tokens if t.end == part.end), "")
    if last not in SCALES or plain.value >= 1000:
        return None
    value = plain.value * SCALES[last] + part.value
    return Numeral(part.end, value, part.step, "rounded", True)


def _pointed(text: str, number: Numeral) -> Numeral:
    """``five point five``: decimals said one by one, or as a number ("point seventy-one")."""
    if not text.startswith("point", number.end + 1):
        return number
    match = _POINT.match(text, number.end)
    if match is None:
        return number
    said = ""
    for word in re.split(r"[ \u00a0-]", match[1][1:]):
        figure = SMALL.get(word, 0)
        tens = len(said) > 1 and said[-1] == "0" and said[-2] > "1" and 0 < figure < 10
        said = said[:-1] + str(figure) if tens else said + str(figure)
    step = Fraction(1, 10 ** len(said))
    return Numeral(match.end(), number.value + int(said) * step, step, "rounded", True)
