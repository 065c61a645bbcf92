"""What to write in a figure's place, in the manner of what stands there."""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.figures.lexicon import ONES, TEENS, TENS
from crossfoot.model import Figure

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")  # "1,240.5"
_ONES, _TEENS, _TENS = ("|".join(words) for words in (ONES, TEENS, TENS))
# "six", "forty", "twenty-one"
_WORDS = re.compile(rf"\b(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})\b", re.IGNORECASE)
_LENGTH = re.compile(r"\s(?P<unit>minute|hour|day|week|month|year|decade)s?\b")
_SPELLED = 100  # from here on a number is not put in words
_NAMES = {n: word for table in (ONES, TEENS, TENS) for word, n in reversed(table.items())}


def in_manner(value: Fraction, figure: Figure) -> str | None:
    """*value* as it would stand there: "1.3 million" for "1.2 million", "seven" for "six".

    None where the figure is no plain number ("a dozen", "doubled", "five to seven").
    """
    for pattern, write in ((_DIGITS, _in_digits), (_WORDS, _in_words)):
        found = list(pattern.finditer(figure.text))
        if len(found) == 1 and (scale := _scale(figure, found[0].group())):
            number = write(value / scale, found[0].group())
            if number:
                start, end = found[0].span()
                after = _of_so_many(value / scale, figure, figure.text[end:])
                return figure.text[:start] + number + after
    return None


def _of_so_many(number: Fraction, figure: Figure, after: str) -> str:
    """What follows the number, one or several: " year" of one, " years" of two."""
    match = _LENGTH.match(after) if figure.kind == "duration" else None
    if match is None:
        return after
    return f"{after[: match.end('unit')]}{'' if number == 1 else 's'}{after[match.end() :]}"


def _scale(figure: Figure, number: str) -> Fraction | None:
    """What one of the printed *number* stands for: a million in "1.2 million"."""
    read = _read(number)
    if not read or not figure.value:
        return None
    scale = figure.value / read
    return scale if scale > 0 else None


def _read(number: str) -> Fraction:
    if number[0].isdigit():
        return Fraction(number.replace(",", "").rstrip("."))
    table = {**ONES, **TEENS, **TENS}
    return Fraction(sum(table[word] for word in re.split("[ -]", number.lower())))


def _in_digits(value: Fraction, like: str) -> str:
    """With the decimals and the commas of *like*."""
    places = len(like.partition(".")[2])
    if (value * 10**places).denominator != 1:
        return ""
    whole, rest = divmod(int(value * 10**places), 10**places)
    plain = "," not in like and len(like.partition(".")[0]) > 3  # "1240"
    return (f"{whole}" if plain else f"{whole:,}") + (f".{rest:0{places}d}" if places else "")


def _in_words(value: Fraction, like: str) -> str:
    if value.denominator != 1:
        return ""
    number = int(value)
    word = f"{number:,}" if number >= _SPELLED else _NAMES.get(number)
    if word is None:
        word = f"{_NAMES[number - number % 10]}-{_NAMES[number % 10]}"
    return word.capitalize() if like[0].isupper() else word
