"""Money: signs, codes and words before and after a number."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures import words
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import SCALES
from crossfoot.figures.numerals import Numeral, digits
from crossfoot.figures.units import (
    AMBIGUOUS,
    APART,
    CENTS,
    CURRENCIES,
    DOLLARS,
    NATIONS,
    SYMBOLS,
)

SIGNS = "".join(SYMBOLS)
_GAP = "[ \u00a0]"
# "USD 200", "MAUD 60", "dollar 22.5 million": codes that stand before a number
CODES = {
    **{c: c.upper() for c in "usd eur gbp cad aud nzd hkd sgd jpy cny chf mxn inr".split()},
    "rmb": "CNY", "rs": "INR", "rs.": "INR", "rm": "MYR", "dollar": "USD", "sen": "SEN",
}  # fmt: skip
_COUNTRY = lazy(rf"(?<![a-z0-9])({'|'.join(map(re.escape, DOLLARS))})({_GAP}?)$")
_AFTER_SIGN = lazy(rf"{_GAP}?(-?)(?=\.?[0-9])")
_NATION = "|".join(map(re.escape, NATIONS))
# " million U.S. dollars", "-cent", " USD"
_NAME = lazy(
    rf"(?:{_GAP}|-)?(?:(?P<land>{_NATION}){_GAP})?(?P<name>pounds?{_GAP}sterling|[a-zó']+)(?![a-z0-9$])"
)
_SIGN_AFTER = lazy(rf"{_GAP}?([{SIGNS}])(?!{_GAP}?[0-9])")
_SCALE_AFTER = lazy(rf"{_GAP}(thousand|million|billion|trillion)(?![a-z])")
_MILLIONS = lazy(rf"{_GAP}?([mk])(usd|eur|gbp|aud|cad|chf)(?![a-z0-9])")
_CHANGE = lazy(rf"{_GAP}(?P<and>and{_GAP})?(?=[a-z0-9])")
_CHANGE_END = lazy(r"[.,;:!?)]|\n|$")


class Sum(NamedTuple):
    """An amount of money: where it begins, its number, its ISO 4217 code."""

    start: int
    number: Numeral
    unit: str


def by_sign(text: str, cased: str, at: int) -> Sum | None:
    """``$1.3 million``, ``C $ 16.4 million``, ``-$5``: the sign stands at *at*."""
    gap = _AFTER_SIGN.match(text, at + 1)
    number = digits(text, gap.end(), cased, money=True) if gap else None
    if gap is None or number is None:
        return None
    start, unit = _country(text, at)
    if gap[1]:
        number = number.times(-1)
    elif start and text[start - 1] == "-" and not text[start - 2 : start - 1].strip(" (\u00a0\n"):
        start, number = start - 1, number.times(-1)
    number = (number.times(Fraction(1, 100)) if text[at] == "¢" else number).rounded()
    name = _NAME.match(text, number.end)
    if name and name["name"] not in AMBIGUOUS and name["name"] in CURRENCIES:
        code = NATIONS.get(name["land"] or "", CURRENCIES[name["name"]])
        if unit in (code, "USD"):
            return Sum(start, number.to(name.end()), code)
    return Sum(start, number, unit)


def _country(text: str, at: int) -> tuple[int, str]:
    """Where an amount whose sign is at *at* begins, and its code."""
    unit = SYMBOLS[text[at]]
    match = _COUNTRY.search(text, max(0, at - 6), at) if text[at] == "$" else None
    if match and (not match[2] or match[1] in APART):
        return match.start(), DOLLARS[match[1]]
    return at, unit


def by_code(text: str, cased: str, at: int, code: str, number_at: int) -> Sum | None:
    """``USD 200``, ``MAUD 60``: *code* stands at *at*, the number at *number_at*."""
    number = digits(text, number_at, cased, money=True)
    if number is None:
        return None
    if code not in CODES:
        number = number.times({"m": 10**6, "k": 10**3}[code[0]])
        code = code[1:]
    return Sum(at, number.rounded(), CODES[code])


def by_name(text: str, cased: str, number: Numeral) -> tuple[Numeral, str] | None:
    """The money whose name follows *number*: ``five million yen``, ``12-cent``, ``10 €``."""
    end = number.end
    if sign := _SIGN_AFTER.match(text, end):
        scale = Fraction(1, 100) if sign[1] == "¢" else 1
        return number.times(scale, sign.end()).rounded(), SYMBOLS[sign[1]]
    if millions := _MILLIONS.match(text, end):
        factor = {"m": 10**6, "k": 10**3}[millions[1]]
        return number.times(factor, millions.end()).rounded(), CODES[millions[2]]
    match = _NAME.match(text, end)
    if match is None or (unit := _unit(match, number)) is None:
        return None
    if match["name"] in CENTS:
        return number.times(Fraction(1, 100), match.end()).rounded(), unit
    named = number.to(match.end())
    if scale_word := _SCALE_AFTER.match(text, match.end()):
        named = named.times(SCALES[scale_word[1]], scale_word.end())
    else:
        named = _with_cents(text, cased, named)
    return named.rounded(), unit


def _unit(match: re.Match[str], number: Numeral) -> str | None:
    name, land = match["name"], match["land"]
    if name.endswith("sterling"):
        return "GBP"
    unit = CENTS.get(name) or CURRENCIES.get(name)
    if unit is None:
        # pounds that are a weight were read before
        return NATIONS.get(land or "british") if name in ("pound", "pounds") else None
    if (
        name in AMBIGUOUS
        and not land
        and (number.form == "exact" or name in ("sen", "mad", "real"))
    ):
        return None
    return NATIONS.get(land, unit) if land else unit


def _with_cents(text: str, cased: str, number: Numeral) -> Numeral:
    """``thirteen dollars and forty-five cents``, ``15 dollars 50``."""
    gap = _CHANGE.match(text, number.end)
    if gap is None or number.form != "exact":
        return number
    small = digits(text, gap.end(), cased) or words.number(text, gap.end())
    if small is None or small.form != "exact" or not 0 < small.value < 100:
        return number
    name = _NAME.match(text, small.end)
    if name and name["name"] in CENTS:
        end = name.end()
    elif gap["and"] is None and _CHANGE_END.match(text, small.end):
        end = small.end
    else:
        return number
    return Numeral(end, number.value + small.value / 100, Fraction(1, 100), "rounded", number.words)
