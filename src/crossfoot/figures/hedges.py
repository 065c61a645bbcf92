"""What a wording allows: the interval of a number with its hedge.

The table under "Precision" in the architecture is the rule; each branch here is one row of it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple, cast

from crossfoot.exact import last_place
from crossfoot.figures.lazy import lazy
from crossfoot.figures.numerals import Numeral
from crossfoot.interval import Interval
from crossfoot.model import Kind

Bend = Literal["about", "nearly", "over", "under"]


class Hedge(NamedTuple):
    """Words that widen a number, which way, and where they stand."""

    start: int
    end: int
    words: str
    bend: Bend


_TENTH = Fraction(1, 10)
_POINTS = Fraction(1, 40)  # two and a half points of a fraction
_TWENTIETH = Fraction(1, 20)  # "three times" in words
_ZERO = Fraction(0)
_GAP = "[ \u00a0]"

# "no more than" is tried before "more than"
_UNDER = (
    r"no (?:more|greater|higher|larger) than|not (?:more than|over|exceeding)|not to exceed"
    r"|(?:(?:far|much|well|slightly|significantly|a little|a bit) )?(?:(?:fewer|less|lower|smaller)"
    r" than|under|below)|up to|at (?:the )?most|as (?:many|much|high|long|large) as"
    r"|a maximum of|maximum of"
)
_OVER = (
    r"(?:no|not) (?:fewer|less|lower) than"
    r"|(?:(?:slightly|far|much|well|just|significantly|a little|a bit) )?(?:(?:more|greater|higher"
    r"|larger|better) than|over|above|in excess of|upwards? of|north of|beyond)"
    r"|at (?:the very )?least|a minimum of|minimum of|as (?:few|little) as"
    r"|exceed(?:ed|s|ing)?|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)"
)
_NEARLY = (
    r"nearly|almost|close to|just (?:under|below|shy of|short of)|shy of|approaching|not quite"
    r"|virtually"
)
_ABOUT = (
    r"about|around|roughly|some|approximately|approx\.?|circa|ca\.|an? estimated"
    r"|estimated(?: at| to be)?"
    r"|in the (?:neighborhood|region|vicinity) of|on the order of|somewhere around|more or less"
    r"|or so"
)
_FILLER = (
    rf"(?:(?:another|an additional|additional|a total of|an average of|a combined|a further"
    # "more than cut in | half"
    rf"|(?:cut|slashed|sliced|reduced){_GAP}in)"
    rf"{_GAP})?"
)
_BEFORE = lazy(
    rf"(?<![a-z-])(?:(?P<nearly>{_NEARLY})|(?P<under>{_UNDER})|(?P<over>{_OVER})"
    rf"|(?P<about>{_ABOUT})){_GAP}{_FILLER}$"
)
# the word before a number that can end a hedge: the pattern is tried only there
_LAST = frozenset(
    "about around roughly some approximately approx approx. circa ca. estimated of less so nearly"
    " almost to under below approaching quite virtually than over above beyond exceed exceeded"
    " exceeds exceeding topped topping tops surpassed surpasses surpassing least most as at"
    " another additional combined further in".split()
)
_LAST_LETTERS = frozenset(word[-2:] for word in _LAST)
# words that end some hedges and much else: the words before them, where it is a hedge
_LEADING = {
    "of": (
        "excess", "upward", "upwards", "north", "maximum", "minimum", "shy", "short",
        "neighborhood", "region", "vicinity", "order", "total", "average",
    ),
    "to": ("close", "up"),
    "in": ("cut", "slashed", "sliced", "reduced"),
    "as": ("many", "much", "high", "long", "large", "few", "little"),
    "at": ("estimated",),
}  # fmt: skip
_SIGNS: dict[str, Bend] = {
    "~": "about", "≈": "about", ">": "over", "≥": "over", "<": "under", "≤": "under",
}  # fmt: skip
_BLANKS = frozenset(" \u00a0")
_NEAR = 20  # characters that hold the longest of these
_REACH = 48
_AFTER = lazy(
    rf"(?P<over>-plus(?![a-z])|\+(?![0-9])|{_GAP}\+(?!{_GAP}?[$€£]?[0-9])|{_GAP}(?:or|and){_GAP}(?:more|up|over|above)"
    rf"(?![a-z])(?!{_GAP}(?:than|of|the)))"
    rf"|(?P<under>{_GAP}or{_GAP}(?:fewer|less)(?![a-z])|{_GAP}and{_GAP}under(?![a-z])"
    rf"|{_GAP}at{_GAP}(?:the{_GAP})?most(?![a-z]))"
    rf"|(?P<about>{_GAP}or{_GAP}(?:so|thereabouts)(?![a-z])|[ -]odd(?![a-z])|-ish(?![a-z])"
    rf"|{_GAP}more{_GAP}or{_GAP}less(?![a-z]))"
)
_AFTER_LETTERS = frozenset("oam+")
_AFTER_SIGNS = frozenset(" -+\u00a0")
# "over four days" is in their course, "for over four days" is more than four
_LASTING = lazy(
    r"(?:for|to|last(?:s|ed|ing)|took|takes?|spent|serv(?:ed|ing)|after|of|by|is|was|are|were|a|ago"
    r"|gets?|got|fac(?:es?|ing))"
    r"[ \u00a0]$"
)
# "a 12% increase over 500": not more than 500
_COMPARING = lazy(r"(?:%|percent|increase|decrease|gain|rise|growth|improvement)[ \u00a0]$")
# "50 more than 200", "12 percent below 4,570": a comparison; "in 2017 more than 200" is none
_COUNTED = lazy(
    r"(?:[0-9](?<!\b(?:19|20)[0-9]{2})|%|\bper ?cent|\bpoints?|\btimes|\bhalf|\bthird|\bdozen"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))[ \u00a0]$"
)
# "went up to 120", "add up to 120", "brought the total up to 120"
_LED_UP = lazy(
    r"\b(?:(?:went|gone|going|shot|moved|crept|ticked|built|add(?:s|ed|ing)?|sum(?:s|med)?"
    r"|c[ao]mes?|coming)"
    r"|(?:brought|br(?:ing|ings|inging)|push(?:ed|es|ing)?|drove|driv(?:en|es|ing)|took|taken"
    r"|taking|takes?) (?:it|them|that|this|(?:the|its|their|his|her) [a-z]+(?: [a-z]+)?))[ \u00a0]$"
)
_LED_FAR = 40
# "a guaranteed minimum of 900": a thing of that size, and no bound
_LEAST_NAMED = lazy(
    r"(?<![a-z])(?:an?|the|its|their|his|her|this|that)[ \u00a0]"
    r"(?:(?!absolute|bare|strict)[a-z-]+[ \u00a0]){0,2}$"
)
_NAMED_FAR = 48
_NAMED = frozenset({"minimum of", "maximum of"})


def before(text: str, start: int, kind: Kind) -> Hedge | None:
    """The hedge that ends where a number of *kind* begins at *start*."""
    previous = text[start - 1 : start]
    if previous in _SIGNS or (previous == " " and text[start - 2 : start - 1] in _SIGNS):
        return _sign_before(text, start)
    if previous not in _BLANKS or text[start - 3 : start - 1] not in _LAST_LETTERS:
        return None
    words = text[max(0, start - _NEAR) : start].rsplit(None, 2)
    if not words or (last := words[-1].lstrip('("-')) not in _LAST:
        return None
    if last in _LEADING and (len(words) < 2 or not words[-2].endswith(_LEADING[last])):
        return None
    opening = max(0, start - _REACH)
    match = _BEFORE.search(text[opening:start])
    if match is None or match.lastgroup is None:
        return None
    said = match[match.lastgroup]
    if said in ("over", "under", "above") and not _is_hedge(text, opening + match.start(), kind):
        return None
    at = opening + match.start()
    compares = said.endswith(" than") or said in ("below", "above")
    if compares and _COUNTED.search(text, max(0, at - 12), at):
        return None
    if said == "up to" and _LED_UP.search(text, max(0, at - _LED_FAR), at):
        return None
    if said in _NAMED and _LEAST_NAMED.search(text, max(0, at - _NAMED_FAR), at):
        return None
    bend = cast(Bend, match.lastgroup)
    return Hedge(opening + match.start(), opening + match.end(), said, bend)


def _sign_before(text: str, start: int) -> Hedge:
    """``~500``, ``> 500``."""
    at = start - 2 if text[start - 1] == " " else start - 1
    return Hedge(at, start, text[at], _SIGNS[text[at]])


def _is_hedge(text: str, at: int, kind: Kind) -> bool:
    floor = max(0, at - 12)
    if kind == "duration":
        return _LASTING.search(text, floor, at) is not None
    return _COMPARING.search(text, floor, at) is None


def after(text: str, end: int) -> Hedge | None:
    """The hedge that begins where a number ends: ``-plus``, ``or more``, ``or so``."""
    follow = text[end : end + 1]
    if follow not in _AFTER_SIGNS or (
        follow == " " and text[end + 1 : end + 2] not in _AFTER_LETTERS
    ):
        return None
    match = _AFTER.match(text, end)
    if match is None or match.lastgroup is None:
        return None
    return Hedge(end, match.end(), match.group().strip(" \u00a0-"), cast(Bend, match.lastgroup))


def significant(value: Fraction, step: Fraction) -> Fraction:
    """One unit of the last significant place; trailing zeros are not significant."""
    units = value / step
    if not value or units.denominator != 1:
        return step
    return step * last_place(units.numerator)


def slack(number: Numeral, kind: Kind) -> Fraction:
    """How far "about" may be off: one significant unit, at most a tenth of the value.

    But never less than the bare number may: "about 2 million" is no narrower than "2 million".
    """
    if kind == "fraction":
        return _POINTS
    most = abs(number.value) * _TENTH
    if kind == "multiple":
        return most
    width = min(significant(number.value, number.step), most)
    exact = number.form == "exact" and kind in _EXACT
    return width if exact else max(width, number.step / 2)


_EXACT = frozenset({"count", "number", "age", "duration", "rank", "measure"})


def bare(number: Numeral, kind: Kind) -> Interval:
    """The interval of a number without a hedge."""
    value = number.value
    if kind == "fraction":
        return Interval(
            max(_ZERO, value - _POINTS) if value >= 0 else value - _POINTS, value + _POINTS
        )
    if kind == "multiple" and number.words:
        return Interval.around(value, abs(value) * _TWENTIETH)
    if number.form == "exact" and kind in _EXACT:
        return Interval(value, value)
    return Interval.rounded(value, number.step)


def bent(number: Numeral, kind: Kind, base: Interval, bend: Bend) -> Interval:
    """The interval of a number with a hedge."""
    value = number.value
    if bend == "over":
        return Interval(value, None)
    if bend == "under":
        return Interval(min(_ZERO, value), max(_ZERO, value))
    width = slack(number, kind)
    return Interval(value - width, value if bend == "nearly" else value + width)


def stacked(inner: Interval, value: Fraction, bend: Bend) -> Interval:
    """``at least about 50``: the outer hedge opens what the inner one allows."""
    if bend == "over":
        return Interval(inner.low, None)
    if bend == "under":
        return Interval(min(_ZERO, value), inner.high)
    return inner
