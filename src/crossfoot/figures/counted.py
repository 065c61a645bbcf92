"""A number becomes a figure by what stands around it: percent, age, money, length, rate, range."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures import ages, dates, identifiers, money, words
from crossfoot.figures.drafts import Draft, Found, Scan, dated, hedged, identifier, rank
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import PER, SMALL, TIMES
from crossfoot.figures.numerals import Numeral, digits
from crossfoot.figures.terms import are_terms
from crossfoot.figures.units import CENTS, CURRENCIES, MEASURES, NATIONS, SYMBOLS
from crossfoot.interval import Interval
from crossfoot.model import Kind

_GAP = "[ \u00a0]"
# what moves or lies apart by points: "a 5-point increase", and no "five-point plan"
_MOVED = (
    rf"(?={_GAP}(?:[a-z]+{_GAP})?(?:increase|decrease|rise|fall|drop|decline|gain|loss|jump|dip"
    r"|climb|slide|uptick|swing|gap|lead|margin|difference|improvement|reduction|surge|slump)(?![a-z]))"
)
_PERCENT = lazy(
    rf"{_GAP}?-?(?:(?:%|percents?(?![a-z])|per{_GAP}cents?(?![a-z])|pct\.?(?![a-z])"
    rf"|percentages?(?![a-z]))(?P<points>(?:{_GAP}|-)points?(?![a-z]))?)"
    rf"|{_GAP}(?P<basis>basis{_GAP}|bps(?![a-z]))?(?P<bare>points(?![a-z])|point(?![a-z]|{_GAP}[0-9a-z])|point{_MOVED})?"
    rf"|-(?P<apart>points?{_MOVED})"
)
_AHEAD = lazy(rf"{_GAP}?-?{_GAP}?(?P<word>[a-z]+)(?![a-z])")
# "4 square miles", "4km^2", "4 km squared", "km/s2"
_AREA = lazy(rf"(?:{_GAP}|-)(?P<unit>[a-z]+)(?![a-z])")
_POWER_OF_UNIT = lazy(rf"\^?[23](?![0-9%]|[.,][0-9])|²|³|{_GAP}(?:squared|cubed)(?![a-z])")
_PER_UNIT = lazy(r"/[a-z]{1,4}[²³23]?(?![a-z0-9])")
# "2 1/2 in thick": "in" is mostly a preposition
_INCHES = lazy(rf"{_GAP}?in(?:\.|(?={_GAP}(?:thick|wide|long|deep|tall|high|diameter)))(?![a-z])")
_PER_WORDS = "second|minute|hour|day|night|week|month|quarter|year|decade|person|capita|annum|head"
# "seven arrests | in a week" are a count, and when
_NOT_WHEN = "".join(
    f"(?<!{_GAP}{word})"
    for word in "in within over after for during before since about than of".split()
)
_RATE = lazy(
    rf"(?P<noun>(?:{_GAP}[a-z]+(?:-[a-z]+)*){{0,3}}?)"
    rf"(?:(?:{_NOT_WHEN}{_GAP}an?|{_GAP}(?:per|each|every)){_GAP}"
    rf"(?P<unit>{_PER_WORDS})(?![a-z']|-(?:long|old))(?!{_GAP}(?:after|before|earlier|later|ago|and{_GAP}a))"
    rf"|{_GAP}per{_GAP}(?P<base>[0-9][0-9,]*[0-9])(?![0-9]))"
)
_DAILY = lazy(
    rf"{_GAP}(?P<ly>hourly|daily|nightly|weekly|monthly|yearly|annually)(?![a-z])"
    rf"(?!{_GAP}(?:figures|reports|counts|updates|totals|tables|charts|posts|briefings|releases"
    r"|papers|newspapers|editions|numbers|averages|meetings|shows)(?![a-z]))"
)
_TIMES = lazy(rf"(?:{_GAP}|-)times?(?![a-z'])|x(?![a-z0-9])|-?fold(?![a-z])")
_COMPARED = lazy(
    rf"{_GAP}(?:as|more|the|that|those|this|higher|larger|greater|bigger|lower|less|fewer|its|their"
    r"|his|her|what|than|over|normal|likelier|faster|older|heavier)(?![a-z])"
)
_ORDINAL = lazy(r" ?(?:st|nd|rd|th)(?![a-z])")
# "10-20", "10 to 20", "10-to-20", "six- to 12-month"
_TO = lazy(rf"-?{_GAP}(?P<word>to|and|or|through){_GAP}|-(?P<hyphened>to)-|{_GAP}?-{_GAP}?")
_FROM = lazy(rf"(?<![a-z])from{_GAP}(?:[a-z]+{_GAP}){{0,4}}[{money.SIGNS}]?$")
_RANGING = lazy(
    rf"(?<![a-z])(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|ages|aged|sentences?|terms?)"
    rf"(?:{_GAP}[a-z]+){{0,2}}{_GAP}from{_GAP}[{money.SIGNS}]?$"
)
_BETWEEN = lazy(
    rf"(?<![a-z])between{_GAP}(?:the{_GAP}ages{_GAP}of{_GAP})?(?:about{_GAP}|roughly{_GAP})?"
    rf"[{money.SIGNS}]?$"
)
# "ticked up by one to 99": a change and its result
_CHANGED = lazy(
    rf"(?<![a-z])(?:by|up|down|rose|fell|dropped|declined|grew|climbed|jumped|increased|decreased)"
    rf"{_GAP}(?:(?:about|nearly|some|almost|over|by){_GAP})?$"
)
_PLUS_MINUS = lazy(
    rf"{_GAP}?(?:±|\+/-|\+-|plus{_GAP}or{_GAP}minus|give{_GAP}or{_GAP}take){_GAP}?(?=\.?[0-9])"
)
_LETTERS = lazy(r"[a-z]+")
# letters that may be glued to digits without making a code of them
_GLUED = frozenset("percent pct x yo million billion thousand usd eur gbp rmb cad yen ml".split())


class Read(NamedTuple):
    """A number with what it is of."""

    kind: Kind
    unit: str | None
    number: Numeral


def counted(scan: Scan, start: int, number: Numeral) -> Found:
    """The figure of *number*, which begins at *start*, by what stands around it."""
    text, end = scan.text, number.end
    if number.form == "rank":
        return rank(start, end, number.value)
    if _stands_alone(text, end):
        return alone(scan, start, number)
    if text[end] == "%" and _stands_alone(text, end + 1):
        return hedged(scan, start, number.to(end + 1), "percent", "%")
    if number.form == "exact" and not number.words:
        if (ordinal := _ORDINAL.match(text, end)) and _may_end_ordinal(ordinal, scan):
            return _ordinal(scan, start, number, ordinal.end())
        if text[end].isalpha() and _is_code(text, end):
            return identifier(*_code_span(text, start))
    if (joint := _TO.match(text, end)) and (found := _range(scan, start, number, joint)):
        return found
    read = _read(scan, start, number)
    later = _TO.match(text, read.number.end) if joint is None else None
    if later and (found := _range_of_units(scan, start, read, later)):
        return found
    spread = _PLUS_MINUS.match(text, read.number.end)
    if spread and (found := _spread(scan, start, read, spread.end())):
        return found
    return hedged(scan, start, read.number, read.kind, read.unit)


# Most numbers are followed by a stop or by an ordinary noun: then no unit need be looked for.
_STOPS = frozenset(",.;:)?!\n\"'")
_NOUN = lazy(r" ([a-z]+)(?![a-z'])")
_NUMBERED = lazy(r"-[0-9]")  # "two MS-13 recruits": a name, and no milliseconds
TELLING = frozenset(
    {
        *TIMES, *MEASURES, *PER, *CURRENCIES, *CENTS, *(land.split()[0] for land in NATIONS),
        *("to and or through percent percents per pct percentage percentages basis bps points"
          " point square cubic sq in time times fold a an each every plus give st nd rd th yo"
          " pound pounds y u k m musd meur mgbp maud mcad mchf kusd keur").split(),
    }
)  # fmt: skip
_RATED = lazy(r" (?:an?|per|each|every) ")


def _stands_alone(text: str, end: int) -> bool:
    """Whether a number that ends at *end* has no unit after it, at a glance."""
    follow = text[end : end + 1]
    if follow != " ":
        return not follow or follow in _STOPS
    match = _NOUN.match(text, end)
    if match is None:
        return False
    return match[1] not in TELLING or _NUMBERED.match(text, match.end()) is not None


def alone(scan: Scan, start: int, number: Numeral) -> Found:
    """The figure of a number that has no unit after it: an age, a fraction, a rate or a count."""
    text, end = scan.text, number.end
    if ages.before(text, scan.cased, start, number):
        return hedged(scan, start, number, "age", "years")
    if number.form == "fraction":
        read = _of_one_percent(text, number) or Read("fraction", None, number)
        return hedged(scan, start, read.number, read.kind, read.unit)
    if _RATED.search(text, end, end + 64) and (rate := _RATE.match(text, end)):
        per = rate["unit"] or rate["base"]
        return hedged(scan, start, number, "rate", f"per {PER.get(per, per)}")
    return hedged(scan, start, number, "count")


def _may_end_ordinal(match: re.Match[str], scan: Scan) -> bool:
    return match.group()[0] != " " or scan.cased[match.end() - 1].islower()


def _ordinal(scan: Scan, start: int, number: Numeral, end: int) -> Found:
    if written := dates.quarter(scan.text, start, scan.anchor):
        return dated(written)
    if stop := identifiers.names_ordinal(scan.cased, end):
        return identifier(start, stop)
    return rank(start, end, number.value)


def _is_code(text: str, end: int) -> bool:
    """Whether the letters right after digits make a code of them: ``13WF2395``, ``4G``."""
    match = _LETTERS.match(text, end)
    word = match.group() if match else ""
    if word in MEASURES or word in TIMES or word in _GLUED or word in CURRENCIES:
        return False
    return not word.startswith(("year", "percent", "day", "month"))


def _code_span(text: str, start: int) -> tuple[int, int]:
    return start, max(identifiers.token(text, start)[1], start + 1)


# --- what a number is of -------------------------------------------------------------------------


def _read(scan: Scan, start: int, number: Numeral) -> Read:
    """The kind and unit of *number*, and where it ends with its unit."""
    text, end = scan.text, number.end
    if (percent := _PERCENT.match(text, end)) and percent.end() > end + 1:
        if read := _percent(percent, number):
            return read
    elif text[end : end + 1] == "%":
        return Read("percent", "%", number.to(end + 1))
    if (aged := ages.after(text, number)) is not None:
        return Read("age", "years", aged)
    if ages.before(text, scan.cased, start, number):
        return Read("age", "years", number)
    if read := _measured(text, number):
        return read
    if number.form == "fraction":
        return _of_one_percent(text, number) or Read("fraction", None, number)
    if (amount := money.by_name(text, scan.cased, number)) is not None:
        return Read("money", amount[1], amount[0])
    return _plain(text, number)


_OF_ONE = lazy(
    rf"{_GAP}(?:of{_GAP})?(?:an?|one|1){_GAP}?-?(?:(?P<percent>%|per{_GAP}?cent(?![a-z]))"
    rf"|(?P<points>(?:percentage{_GAP})?point(?![a-z])))"
)


def _of_one_percent(text: str, number: Numeral) -> Read | None:
    """``half a percent``, ``a quarter of a percentage point``, ``one-tenth of 1%``."""
    match = _OF_ONE.match(text, number.end)
    if match is None:
        return None
    part = number._replace(end=match.end(), form="rounded")
    return Read("percent", "%", part) if match["percent"] else Read("points", "points", part)


def _percent(match: re.Match[str], number: Numeral) -> Read | None:
    if match["basis"]:
        return Read("points", "points", number.times(Fraction(1, 100), match.end()))
    if match["points"] or match["bare"] or match["apart"]:
        return Read("points", "points", number.to(match.end()))
    if match.group().strip(" \u00a0-"):
        return Read("percent", "%", number.to(match.end()))
    return None


def _measured(text: str, number: Numeral) -> Read | None:
    """A length of time or a physical measure."""
    match = _AHEAD.match(text, number.end)
    if match is None:
        return None
    word, end = match["word"], match.end()
    if word in TIMES and not (word == "second" and number.value != 1):
        unit = TIMES[word]
        if unit == "years" and (both := _in_two_units(text, number, end)):
            return both
        return Read("duration", unit, number.to(end))
    if word in ("square", "cubic", "sq"):
        area = _AREA.match(text, end)
        if area and area["unit"] in MEASURES:
            unit = f"{'cubic' if word == 'cubic' else 'square'} {MEASURES[area['unit']]}"
            return Read("measure", unit, number.to(area.end()))
    if (word in MEASURES and number.form != "fraction") or word in ("mile", "miles", "cup", "cups"):
        if word in ("pound", "pounds") and _is_paid(text, number, end):
            return None
        for pattern in (_POWER_OF_UNIT, _PER_UNIT):
            if more := pattern.match(text, end):
                end = more.end()
        return Read("measure", MEASURES[word], number.to(end))
    if word == "in" and (inches := _INCHES.match(text, number.end)) and number.form == "rounded":
        return Read("measure", "inches", number.to(inches.end()))
    return None


_MONTHS = 12
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven"
_AND_MONTHS = lazy(
    rf"(?:{_GAP}and{_GAP}|,{_GAP}(?:and{_GAP})?)(?P<n>{_SMALL}|[1-9]|1[01])(?:{_GAP}|-)"
    # "three years, six months and 18 months", "six months of them", "six months of probation"
    rf"months?(?![a-z'’-])(?!,?{_GAP}(?:of{_GAP}(?:it|which|that|them|those|supervised|probation"
    rf"|home|community|post)|(?:supervised|probation|suspended|apiece|respectively|later|earlier)|and{_GAP}[0-9])"
    rf"|,?{_GAP}(?:and|or){_GAP}(?:{_SMALL}|[0-9]+)(?:{_GAP}|-)(?:year|month))"
)


# what lasted so long: "sentenced to", "gets", "or", "for"; "in prison", "later"
_LASTING_BEFORE = lazy(
    r"(?<![a-z])(?:sentenc[a-z]+|serv[a-z]+|terms?|gets?|got|given|received?|jailed|prison|held|or|for"
    r"|took|lasted|spent|lasting|after|over|within|from|about|nearly)(?![a-z])"
)
_LASTING_AFTER = lazy(
    rf"(?:{_GAP}|-)(?:in{_GAP}(?:[a-z]+{_GAP})?(?:prison|jail|custody)|after|before|ago"
    r"|behind|old|sentence|term)(?![a-z])"
)
_LASTING = 60  # characters before a length in which it is told what lasted


def _in_two_units(text: str, number: Numeral, end: int) -> Read | None:
    """``sentenced to 12 years and six months``: 150 months."""
    if number.value.denominator != 1 or number.form != "exact":
        return None
    match = _AND_MONTHS.match(text, end)
    if match is None:
        return None
    after = _LASTING_AFTER.match(text, match.end())
    if not after and not _LASTING_BEFORE.search(text, max(0, end - _LASTING), end):
        return None
    months = int(match["n"]) if match["n"].isdigit() else SMALL[match["n"]]
    return Read(
        "duration", "months", number.to(match.end())._replace(value=number.value * _MONTHS + months)
    )


_PAID = lazy(
    r"(?<![a-z])(?:costs?|paid|pays?|paying|price[ds]?|worth|spen[dt]|fined?|fees?|salary|earn(?:s|ed)?"
    r"|bid|owed?|charged|lost|raised)(?![a-z])"
)


def _is_paid(text: str, number: Numeral, end: int) -> bool:
    """Whether pounds are money: ``5 million pounds``, ``paid 20 pounds``."""
    if text.startswith(" of ", end):
        return False
    if number.step >= 10**6 or text.startswith(" sterling", end):
        return True
    return _PAID.search(text, max(0, number.end - 48), number.end) is not None


def _plain(text: str, number: Numeral) -> Read:
    """A rate, a multiple or a count."""
    end = number.end
    times = _TIMES.match(text, end)
    if times and (times.group().strip() != "times" or _COMPARED.match(text, times.end())):
        return Read("multiple", None, number.to(times.end()))
    if times and number.form == "rounded":
        return Read("multiple", None, number.to(times.end()))
    rate = _RATE.match(text, end) or _DAILY.match(text, end)
    if rate is not None:
        parts = rate.groupdict()
        word = parts.get("unit") or parts.get("ly") or parts.get("base") or ""
        stop = times.end() if times else end if parts.get("noun") else rate.end()
        return Read("rate", f"per {PER.get(word, word)}", number.to(stop))
    if times:
        return Read("count", "times", number.to(times.end()))
    return Read("count", None, number)


# --- ranges --------------------------------------------------------------------------------------


def _said(joint: re.Match[str]) -> str:
    """The word between two ends, or the hyphen."""
    return joint["word"] or joint["hyphened"] or "-"


def _range(scan: Scan, start: int, first: Numeral, joint: re.Match[str]) -> Found | None:
    """``10 to 20``, ``between 5 and 8``, ``1.3-1.5 million``: one figure from low to high."""
    second = _second(scan, joint, first.words)
    if second is None or second.form == "fraction" or first.form == "fraction":
        return None
    if joint.group() == "-" and second.value <= first.value and not first.words:
        return identifier(start, second.end) if first.form == "exact" else None  # a 72-21 vote
    bare, first = first, _share_scale(first, second)
    read = _read(scan, start, second)
    if second.value <= first.value or not _may_range(scan, start, first, second, joint):
        if first.value != bare.value and _said(joint) == "to":  # from 1.2 to 1.5 million
            return hedged(scan, start, first.rounded(), read.kind, read.unit)
        return _shared_unit(scan, start, bare, read, joint)
    if _said(joint) == "to" and read.kind == "count" and _is_changed(scan.text, start):
        return None
    if second.value and read.number.value != second.value:  # "6 to 18 months old"
        first = first.times(read.number.value / second.value)
    return _draft(start, first, read)


_SHARED = {
    "and": frozenset({"percent", "points", "measure", "age"}),
    "or": frozenset({"measure", "age", "duration"}),  # "317 or 64 percent" is a share
    "to": frozenset({"percent", "points", "measure", "age", "duration"}),
}  # fmt: skip


_THOUSAND = 1000  # percent, which are told as so many times


def _shared_unit(
    scan: Scan, start: int, first: Numeral, read: Read, joint: re.Match[str]
) -> Found | None:
    """``from 10 to 20 percent``, ``45 and 50 mg``: two figures, and the unit belongs to both."""
    punished = read.kind == "duration" and are_terms(scan.text, start, read.number.end)
    if read.kind not in _SHARED.get(_said(joint), ()) and not punished:
        return None
    if read.kind == "percent" and first.value >= _THOUSAND:
        return None  # "rose to 2,350 and 12 percent more"
    return hedged(scan, start, first, read.kind, read.unit)


def _second(scan: Scan, joint: re.Match[str], in_words: bool) -> Numeral | None:
    text, at = scan.text, joint.end()
    if text[at : at + 1].isdigit() or text[at : at + 1] == ".":
        second = digits(text, at, scan.cased)
        if second is None or (second.form == "exact" and _ORDINAL.match(text, second.end)):
            return None
        glued = text[second.end : second.end + 1]
        if glued == "-" and text[second.end + 1 : second.end + 2].isdigit():
            return None
        if text.startswith(("'s", "’s"), second.end):  # "from 2019's 400 to 2020's 500"
            return None
        return None if glued.isalpha() and _is_code(text, second.end) else second
    if not in_words and _said(joint) == "-":
        return None
    second = words.number(text, at)
    return second if second and second.form in ("exact", "rounded") else None


def _share_scale(first: Numeral, second: Numeral) -> Numeral:
    """The scale of the second belongs to the first too: ``1.2 to 1.5 million``."""
    scale = 1
    while scale * 1000 <= second.value and second.step % 10 == 0 and scale < 10**12:
        scale *= 1000
    scale = scale if scale <= second.step * 1000 else 1
    if second.form == "rounded" and scale > 1 and first.value < 1000 and first.step <= 1:
        return first.times(scale)
    return first


def _may_range(
    scan: Scan, start: int, first: Numeral, second: Numeral, joint: re.Match[str]
) -> bool:
    """Whether the words allow a range: ``rose from 5 to 8`` says two numbers."""
    word, text = _said(joint), scan.text
    floor = max(0, start - 40)
    if word == "and":
        return _BETWEEN.search(text, floor, start) is not None
    if word == "or":
        return first.form == "exact" and second.value == first.value + 1
    if word in ("to", "through"):
        if _FROM.search(text, floor, start):
            return _RANGING.search(text, floor, start) is not None
        return True
    return first.form != "exact" or first.value > 0


def _is_changed(text: str, start: int) -> bool:
    return _CHANGED.search(text, max(0, start - 24), start) is not None


def _range_of_units(scan: Scan, start: int, first: Read, joint: re.Match[str]) -> Found | None:
    """``5% to 8%``, ``44 mg to 50 mg``: both ends with their unit."""
    if first.kind in ("count", "fraction", "rate", "multiple", "age"):
        return None
    second = _second(scan, joint, first.number.words)
    if second is None or second.value <= first.number.value:
        return None
    read = _read(scan, joint.end(), second)
    if (read.kind, read.unit) != (first.kind, first.unit):
        return None
    if not _may_range(scan, start, first.number, read.number, joint):
        return None
    return _draft(start, first.number, read) if _said(joint) != "or" else None


def _draft(start: int, first: Numeral, read: Read) -> Found:
    low, high = first.value, read.number.value
    step = min(first.step, read.number.step)
    draft = Draft(
        start,
        read.number.end,
        read.kind,
        (low + high) / 2,
        Interval(low, high),
        step,
        None,
        read.unit,
    )
    return draft, draft.end


def _spread(scan: Scan, start: int, read: Read, at: int) -> Found | None:
    """``47% ± 3``."""
    width = digits(scan.text, at, scan.cased)
    if width is None or width.form == "fraction":
        return None
    end = _read(scan, at, width).number.end
    interval = Interval.around(read.number.value, width.value)
    number = read.number
    return Draft(start, end, read.kind, number.value, interval, number.step, None, read.unit), end


def amount(scan: Scan, first: money.Sum) -> Found:
    """The figure of an amount of money, with the second end of its range."""
    text, number = scan.text, first.number
    joint = _TO.match(text, number.end)
    second = _second_amount(scan, first, joint) if joint else None
    if joint and second is not None and _said(joint) != "or":
        low = _share_scale(number, second)
        may = _may_range(scan, first.start, low, second, joint)
        if may and second.value > low.value and not _is_changed(text, first.start):
            return _draft(first.start, low, Read("money", first.unit, second))
        number = low if _said(joint) == "to" else number  # from $1.2 to $1.5 million
    return hedged(scan, first.start, number, "money", first.unit)


def _second_amount(scan: Scan, first: money.Sum, joint: re.Match[str]) -> Numeral | None:
    at = joint.end()
    if scan.text[at : at + 1] in SYMBOLS:
        pair = money.by_sign(scan.text, scan.cased, at)
        return pair.number if pair and pair.unit == first.unit else None
    if _said(joint) in ("and", "or"):
        return None
    second = digits(scan.text, at, scan.cased, money=True)
    if second is None or _read(scan, at, second).kind not in ("count", "rate"):
        return None
    return second.rounded()
