"""Numbers in digits: where they end, what they are worth, how exactly they are said.

``1,234.5``, ``1.2 million``, ``2½``, ``3/4``, ``45k``. What they count is not read here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from crossfoot.exact import ratio, whole
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import DOZENS, PARTS, ROUNDING_SCALE, SCALES, VULGAR

Form = Literal["exact", "rounded", "fraction", "rank"]


class Numeral(NamedTuple):
    """A number as written. `step` is one unit of its last written place.

    `form`: "exact" for a number in full, "rounded" where it carries decimals or a scale,
    "fraction" for parts of one, "rank" for an ordinal.
    """

    end: int
    value: Fraction
    step: Fraction
    form: Form
    words: bool = False

    def times(self, factor: Fraction | int, end: int | None = None) -> Numeral:
        """The number in another unit, perhaps ending later."""
        size = -factor if factor < 0 else factor
        stop = self.end if end is None else end
        return Numeral(stop, self.value * factor, self.step * size, self.form, self.words)

    def to(self, end: int) -> Numeral:
        """The same number, with its unit up to *end*."""
        return Numeral(end, self.value, self.step, self.form, self.words)

    def rounded(self) -> Numeral:
        """The number as one that was rounded to its last place."""
        return Numeral(self.end, self.value, self.step, "rounded", self.words)


_ONE = whole(1)
_GAP = "[ \u00a0]"
_DIGITS = lazy(
    r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\u00a0[0-9]{3}){1,7}|(?: [0-9]{3}){0,3}(?: 000){1,4})(?![0-9])"
    r"(?:\.[0-9]+)?"  # 1,234.5
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 12,34,567
    r"|[0-9]+(?:\.[0-9]+)?"  # 498, 47.5
    r"|\.[0-9]+"  # .278
)
_LONGEST = 24  # digits; what is longer is a code
_POWER = lazy(
    r"e(?P<e>[+-]?[0-9]{1,2})(?![0-9a-z])"  # 12.3e+14
    rf"|{_GAP}?[x×*]{_GAP}?(?P<base>10|2)\^(?P<t>[+-]?[0-9]{{1,2}})(?![0-9])"  # 1.3x10^6
    r"|\^(?P<p>[+-]{0,2}[0-9]{1,2})(?![0-9])"  # 1.1^23
)
_SCALE = lazy(rf"{_GAP}?-?({'|'.join((*SCALES, 'hundred', *DOZENS))})(?:(?<=ion)s)?(?![a-z])")
_PART = "|".join(VULGAR)
_MIXED = lazy(
    rf"{_GAP}{{0,2}}(?P<sign>{_PART})"  # 2½
    rf"|(?:{_GAP}{{1,2}}|-|{_GAP}and{_GAP})(?P<above>[0-9]{{1,2}})/(?P<below>[0-9]{{1,3}})(?![0-9/])"
)
_AND_A_HALF = lazy(
    rf"(?:{_GAP}and{_GAP}|-and-(?=a-))(?:(?P<half>a[ -]half)|(?P<quarter>a quarter)"
    r"|(?P<third>a third)|(?P<three>three[ -]quarters))(?![a-z]|-(?!year|month|week|day|hour|mile))"
)
_ADDED = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3),
    "three": Fraction(3, 4),
}  # fmt: skip
_FEW_PARTS = "|".join(word for word, below in PARTS.items() if 2 <= below <= 12)
_PARTS_AFTER = lazy(rf"(?:{_GAP}|-)({_FEW_PARTS})(?![a-z])")  # 2 thirds
_SLASH = lazy(r"/([0-9]{1,3})(?![0-9/.,-])")
# glued "45k", "1.2b", "45M"; "5m" only of money, "2.33 k" and "2.5 M" also apart;
# "$5 mill", but "two mill workers", "a 3.9-mill levy"
_LETTER = lazy(rf"({_GAP}{{0,2}})(k|b|g|mm|mill|m|t)(?![a-z0-9&'-])")
_LETTERS = {
    "k": 10**3, "m": 10**6, "mm": 10**6, "mill": 10**6, "b": 10**9, "g": 10**9, "t": 10**12,
}  # fmt: skip
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})
# what ends a number for good: a mark, or an ordinary word
_PLAIN_END = frozenset(",;:)\n\"'.%?!")
_WORD_AFTER = lazy(r" ([a-z]+)(?![a-z])")
GOING_ON = frozenset({"and", "x", "hundred", *SCALES, *DOZENS, *PARTS, *_LETTERS})


def digits(text: str, start: int, cased: str, *, money: bool = False) -> Numeral | None:
    """The number in digits at *start*, or None. *cased* tells "5 M" from "5 m"."""
    match = _DIGITS.match(text, start)
    if match is None or match.end() - start > _LONGEST:
        return None
    number = plain(match.group(), match.end())
    follow = text[number.end : number.end + 1]
    if not follow or follow in _PLAIN_END:
        return number
    word = _WORD_AFTER.match(text, number.end) if follow == " " else None
    if word is not None and word[1] not in GOING_ON:
        return number
    return _followed(text, cased, number, money)


def plain(surface: str, end: int) -> Numeral:
    """The number *surface*, in digits with or without commas and decimals, up to *end*."""
    before, _, decimals = surface.partition(".")
    if not before.isdigit():
        before = before.replace(",", "").replace("\u00a0", "").replace(" ", "") or "0"
    if not decimals:
        return Numeral(end, whole(int(before)), _ONE, "exact")
    parts = 10 ** len(decimals)
    return Numeral(end, ratio(int(before + decimals), parts), ratio(1, parts), "rounded")


def _followed(text: str, cased: str, number: Numeral, money: bool) -> Numeral:
    """*number* with the fraction, power, letter or scale that is written after it."""
    end = number.end
    if number.form == "exact":
        if slash := _SLASH.match(text, end):
            below = int(slash[1])
            if below in _DENOMINATORS and number.value < below:
                value = number.value / below
                return Numeral(slash.end(), value, Fraction(1, below), "fraction")
            return number
        if parts := _PARTS_AFTER.match(text, end):
            below = PARTS[parts[1]]
            return Numeral(parts.end(), number.value / below, Fraction(1, below), "fraction")
        mixed = _MIXED.match(text, end)
        if mixed and (part := _mixed_part(mixed)):
            step = Fraction(1, part.denominator)
            number = Numeral(mixed.end(), number.value + part, step, "rounded")
            end = number.end
    if power := _POWER.match(text, end):
        return _raised(number, power)
    letter = _LETTER.match(text, end)
    if letter and _is_scale_letter(letter, cased, money, number.value):
        return number.times(_LETTERS[letter[2]], letter.end()).rounded()
    return scaled(text, number)


def _mixed_part(match: re.Match[str]) -> Fraction | None:
    if match["sign"]:
        return VULGAR[match["sign"]]
    above, below = int(match["above"]), int(match["below"])
    return Fraction(above, below) if below in _DENOMINATORS and 0 < above < below else None


def _raised(number: Numeral, power: re.Match[str]) -> Numeral:
    if power["p"] is None:
        factor = Fraction(int(power["base"] or 10)) ** int(power["e"] or power["t"])
        return number.times(factor, power.end()).rounded()
    if not number.value:
        return number
    sign = -1 if power["p"].startswith("-") and not power["p"].startswith("--") else 1
    value = number.value ** (sign * int(power["p"].lstrip("+-")))
    return Numeral(power.end(), value, abs(value) / 100, "rounded")


def _is_scale_letter(match: re.Match[str], cased: str, money: bool, value: Fraction) -> bool:
    apart, letter = match[1], match[2]
    capital = cased[match.end() - 1].isupper()
    if letter == "g":  # "10G", but "5G" is a network and "10 g" a weight
        return capital and not apart and value >= 10
    if letter in ("m", "mm", "mill", "t") and not money:
        return letter == "m" and capital
    return not apart or letter in ("k", "mill") or (money and capital)


def scaled(text: str, number: Numeral) -> Numeral:
    """*number* times the scale words after it: ``1.2 million``, ``three lakh crore``."""
    while match := _SCALE.match(text, number.end):
        word = match[1]
        if word in DOZENS or word == "hundred":
            number = number.times(12 if word in DOZENS else 100, match.end())
            if number.value.denominator == 1 and number.form == "rounded" and number.step < 100:
                number = number._replace(form="exact", step=_ONE)
        else:
            number = number.times(SCALES[word], match.end())
            if not number.words or number.step >= ROUNDING_SCALE:
                number = number.rounded()
    return _and_a_half(text, number)


def _and_a_half(text: str, number: Numeral) -> Numeral:
    """``3 million and a half``, ``3 and a half``."""
    match = _AND_A_HALF.match(text, number.end)
    if match is None or match.lastgroup is None or number.form == "fraction":
        return number
    unit = number.step if number.step > 1 else _ONE
    part = _ADDED[match.lastgroup] * unit
    step = unit / _ADDED[match.lastgroup].denominator
    mixed = Numeral(match.end(), number.value + part, step, "rounded", number.words)
    return scaled(text, mixed) if step < 1 else mixed  # 2 and a half million
