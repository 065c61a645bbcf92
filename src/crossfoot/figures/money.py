# ruff: noqa: E501, SIM102
"""Money: symbols, codes and words before and after a number."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures.numerals import Numeral, cardinal, digits
from crossfoot.figures.units import CENTS, CURRENCIES, DOLLARS, SYMBOLS

SIGNS = "".join(SYMBOLS)
_COUNTRY = re.compile(
    r"(?<![a-z0-9])(us|u\.s\.|c|ca|cad|can|a|au|aud|nz|hk|s|nt|mex|mx|mxn|r|usd)[ \u00a0]?$"
)
_AFTER_SIGN = re.compile(r"[ \u00a0]?(-?)(?=[0-9.])")
# "million U.S. dollars", "-cent", " USD", "€"
_NAME = re.compile(
    r"[ \u00a0-]?(?:(?P<land>u\.?s\.?|american|canadian|australian|hong kong|new zealand|singapore|taiwan|chinese|japanese|mexican|turkish|british|swiss|indian|euro)[ \u00a0])?(?P<name>[a-z$ó]+)(?![a-z0-9])"
)
_SCALED = re.compile(r"[ \u00a0](million|billion|trillion|thousand)(?![a-z])")
_CHANGE = re.compile(r"[ \u00a0](?:and[ \u00a0])?(?=[a-z0-9])")


class Sum(NamedTuple):
    """An amount of money."""

    start: int
    number: Numeral
    unit: str


def country(text: str, at: int) -> tuple[int, str | None]:
    """Where letters that name the country of the sign at *at* begin, and its code."""
    match = _COUNTRY.search(text, max(0, at - 6), at)
    return (match.start(), DOLLARS[match[1]]) if match else (at, None)


def by_sign(text: str, cased: str, at: int) -> Sum | None:
    """``$1.3 million``, ``c $ 16.4 million``: the sign stands at *at*."""
    unit = SYMBOLS[text[at]]
    start = at
    if text[at] == "$":
        start, code = country(text, at)
        unit = code or unit
    gap = _AFTER_SIGN.match(text, at + 1)
    if gap is None:
        return None
    number = digits(text, gap.end(), cased, money=True)
    if number is None:
        return None
    if (
        text[number.end : number.end + 1] in ("t",)
        and not text[number.end + 1 : number.end + 2].isalnum()
    ):
        factor = 10**12
        number = Numeral(number.end + 1, number.value * factor, number.step * factor, "rounded")
    elif (
        text[number.end : number.end + 2] in ("mm",)
        and not text[number.end + 2 : number.end + 3].isalnum()
    ):
        number = Numeral(number.end + 2, number.value * 10**6, number.step * 10**6, "rounded")
    if gap[1] or (start and text[start - 1] == "-" and not text[start - 2 : start - 1].isalnum()):
        number = number._replace(value=-number.value)
        if not gap[1]:
            start -= 1
    name = _NAME.match(text, number.end)
    if name and (
        CURRENCIES.get(name["name"]) in (unit, "USD")
        or (name["name"] in DOLLARS and name["name"] in ("usd", "cad", "aud", "canadian"))
    ):
        code = DOLLARS.get(name["name"]) or (
            DOLLARS.get(name["land"] or "") or CURRENCIES.get(name["name"]) or unit
        )
        number, unit = number._replace(end=name.end()), code
    return Sum(start, number, unit)


def by_name(text: str, cased: str, number: Numeral) -> tuple[Numeral, str] | None:
    """The money whose name follows *number*: ``five million yen``, ``12-cent``, ``10 €``."""
    end = number.end
    sign = (
        text[end : end + 1]
        if text[end : end + 1] in SYMBOLS
        else text[end + 1 : end + 2]
        if text[end : end + 1] in (" ", "\u00a0")
        else ""
    )
    if sign in SYMBOLS and sign:
        close = end + (1 if text[end] == sign else 2)
        if not text[close : close + 2].strip()[:1].isdigit() or sign != "$":
            return number._replace(end=close), SYMBOLS[sign]
    match = _NAME.match(text, end)
    if match is None:
        return None
    name = match["name"]
    if name in CENTS:
        cents = number.value / 100
        return number._replace(
            end=match.end(), value=cents, step=number.step / 100, form="rounded"
        ), CENTS[name]
    unit = CURRENCIES.get(name)
    if unit is None:
        return None
    if (
        name in ("mark", "marks", "won", "real", "sen", "colon", "rand", "buck")
        and not number.words
        and text[end] == " "
        and name in ("won", "real", "mark", "marks", "colon")
    ):
        if name in ("won", "real", "mark", "colon"):
            return None
    if unit == "USD" and match["land"]:
        unit = DOLLARS.get(match["land"].replace("u.s.", "us").replace("u.s", "us"), unit)
    number = number._replace(end=match.end())
    if scale := _SCALED.match(text, number.end):
        factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}[
            scale[1]
        ]
        number = Numeral(
            scale.end(), number.value * factor, number.step * factor, "rounded", number.words
        )
    return _with_cents(text, cased, number), unit


def _with_cents(text: str, cased: str, number: Numeral) -> Numeral:
    """``thirteen dollars and forty-five cents``, ``15 dollars 50``."""
    gap = _CHANGE.match(text, number.end)
    if gap is None or number.form != "exact":
        return number
    small = digits(text, gap.end(), cased) or cardinal(text, gap.end())
    if small is None or small.form != "exact" or not 0 < small.value < 100:
        return number
    name = _NAME.match(text, small.end)
    if name and name["name"] in CENTS:
        end = name.end()
    elif "and" in gap.group() or (name and text[small.end : small.end + 1] == " "):
        return number
    else:
        end = small.end
    return Numeral(end, number.value + small.value / 100, Fraction(1, 100), "rounded", number.words)
