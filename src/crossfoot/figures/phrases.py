"""Quantities said by words alone: ``dozens``, ``doubled``, ``half``, ``both``, ``a year later``."""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.exact import whole
from crossfoot.figures import dates, identifiers, money, words
from crossfoot.figures.counted import amount, counted
from crossfoot.figures.drafts import (
    ONE,
    Draft,
    Found,
    Scan,
    dated,
    exactly,
    hedged,
    nothing,
    rank,
)
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import (
    DOZENS,
    FLOORS,
    ORDINALS,
    SCALES,
    SMALL,
    TIMES,
)
from crossfoot.figures.numerals import Form, Numeral, digits
from crossfoot.figures.units import AMBIGUOUS, CURRENCIES, MEASURES
from crossfoot.interval import Interval
from crossfoot.model import Kind

_GAP = "[ \u00a0]"
_WORD = lazy(r"[a-z]+")
_ARTICLE = lazy(rf"(?<![a-z0-9'])an?(?:{_GAP}|-)$")

# --- number words --------------------------------------------------------------------------------

# "a criminal one", "this one", "no one": a pronoun
_PRONOUN_BEFORE = lazy(
    rf"(?<![a-z])(?:(?:an?|the){_GAP}[a-z-]+|an?|this|that|the|no|any|every|each|which|some|only"
    rf"|last|next|first|it's|loved|square|day){_GAP}$|(?<![a-z])(?:no|some|any|every)-$"
)
_PRONOUN_AFTER = lazy(
    rf"'s?(?![a-z])|{_GAP}(?:another|might|may|can|cannot|could|should|would|must|never|of{_GAP}a"
    rf"{_GAP}kind|by{_GAP}one)(?![a-z])|-(?:sided|way|off|liner|on|time|stop|size|to-one)(?![a-z])"
    r"|self(?![a-z])"
)
_COUNTED_ONE = lazy(rf"(?<![a-z])(?:only|first|last|next){_GAP}$")
# "one in four", "two out of five"
OUT_OF = lazy(
    rf"{_GAP}(?P<how>in|out{_GAP}of|of(?={_GAP}every{_GAP})|over){_GAP}(?:every{_GAP})?(?=[a-z0-9])"
)
_IN_ENDS = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000})
# "a third of", but "a third suspect"
_PART_END = lazy(
    rf"{_GAP}(?:of|more|less|fewer|as|the|from|to|in|since|were|was|are|is|had|have|came|over"
    rf"|compared|between|who|that|and|or)(?![a-z])|{_GAP}\([0-9]|[,.;:)?!\"]|\n|$"
)
_HALF_SCALE = lazy(
    rf"(?:{_GAP}|-)(?:(?:of{_GAP})?an?{_GAP})?(hundred|dozen|{'|'.join(SCALES)})(?![a-z])"
)
_HALF_TIME = lazy(
    rf"(?:{_GAP}|-)(?:(?:of{_GAP})?an?{_GAP})?(hours?|days?|years?|centur(?:y|ies)|decades?)(?![a-z])"
)
_HALF_MILE = lazy(rf"(?:{_GAP}|-)(?:an?{_GAP})?miles?(?![a-z])")
_HALF_WORD = lazy(rf"-[a-z]|{_GAP}(?:past|brother|sister|mast|time)(?![a-z])")
_OTHER_HALF = lazy(rf"(?<![a-z])(?:first|second|other|better|latter|last){_GAP}$|-and-an?-$")


def at_word(scan: Scan, at: int, floor: int) -> Found:
    """What the number word at *at* begins; a figure may take an article from *floor* on."""
    text = scan.text
    match = _WORD.match(text, at)
    word = match.group() if match else ""
    start = at
    near = text[at - 2 : at - 1] in ("a", "n")
    article = _ARTICLE.search(text, max(0, at - 4), at) if near else None
    if article is not None and article.start() >= floor:
        start = article.start()
    if word in ("half", "quarter"):
        return _half(scan, start, at, at + len(word), Fraction(1, 2 if word == "half" else 4))
    if word == "dozen":
        return _dozen(scan, start, at)
    if word in ORDINALS:
        return _ordinal(scan, start, at, at + len(word))
    number = words.number(text, at)
    if number is None:
        return nothing(at + len(word))
    if scan.cased[at].isupper() and identifiers.names_number(scan.cased, at, number.end):
        return nothing(number.end)  # "the Six Nations squad" counts nothing
    return _number(scan, start, at, word, number)


_OF_SCALE = lazy(rf"{_GAP}of{_GAP}an?{_GAP}({'|'.join(SCALES)})(?![a-z])")


def _of_scale(text: str, number: Numeral) -> Numeral:
    """``two-thirds of a million`` is a count; any other number is as it was."""
    if number.form != "fraction" or (scale := _OF_SCALE.match(text, number.end)) is None:
        return number
    value = number.value * SCALES[scale[1]]
    return Numeral(scale.end(), value, value / 10, "rounded", True)


_BAKERS = lazy(rf"(?<![a-z])(?:an?{_GAP})?baker's{_GAP}$")


def _dozen(scan: Scan, start: int, at: int) -> Found:
    if bakers := _BAKERS.search(scan.text, max(0, at - 11), at):
        number = Numeral(at + 5, whole(13), ONE, "exact", True)
        return counted(scan, bakers.start(), number)
    return counted(scan, start, Numeral(at + 5, whole(12), ONE, "exact", True))


def _number(scan: Scan, start: int, at: int, word: str, number: Numeral) -> Found:
    text = scan.text
    if word == "hundred" or word in SCALES:
        if start == at and text[at - 1 : at] not in ("", "\n"):
            return nothing(number.end)  # "several thousand" is read elsewhere
    elif number.form == "rank" and start < at and _PART_END.match(text, number.end):
        return counted(scan, start, _of_scale(text, _part(number.end, number.value)))
    else:
        start = at
    negated = _NOT.search(text, max(0, at - 4), at) if word == "one" else None
    if negated and number.value == 1:  # "not one word" counts nothing
        if _ONE_OF.match(text, number.end):
            return exactly(negated.start(), number.end, 0)
        return nothing(number.end)
    if word == "one" and number.value == 1 and _is_pronoun(text, at, number.end):
        return nothing(number.end)
    match = OUT_OF.match(text, number.end) if number.form == "exact" else None
    if match is not None and (share := out_of(text, number, match)):
        return counted(scan, start, share)
    return counted(scan, start, _of_scale(text, number))


def _is_pronoun(text: str, at: int, end: int) -> bool:
    floor = max(0, at - 24)
    if _PRONOUN_AFTER.match(text, end):
        return True
    if _COUNTED_ONE.search(text, floor, at) and text[end : end + 1] == " ":
        return False
    return _PRONOUN_BEFORE.search(text, floor, at) is not None


def out_of(text: str, number: Numeral, match: re.Match[str]) -> Numeral | None:
    """``one in four``, ``two out of five``, ``one over three``: *match* is the joint."""
    at = match.end()
    whole_of = digits(text, at, text) if text[at].isdigit() else words.number(text, at)
    if whole_of is None or whole_of.form != "exact" or not number.value > 0:
        return None
    how, below, end = match["how"], whole_of.value, whole_of.end
    if below <= (1 if how == "over" else number.value):
        return None
    if how == "over" and (_counts_on(text, end) or 1900 <= below < 2100):  # 20 over 2018
        return None
    if how == "in" and (below not in _IN_ENDS or number.value > 9 or _counts_time(text, end)):
        return None
    if number.value > 9 and below not in _IN_ENDS:  # 420 out of 640: two counts
        return None
    return Numeral(end, number.value / below, 1 / below, "fraction", True)


def _counts_on(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


_NEXT_WORD = lazy(rf"(?:{_GAP}|-)([a-z]+)")
_PLACES = frozenset({"states", "cities", "counties", "countries", "places"})


def _counts_time(text: str, end: int) -> bool:
    match = _NEXT_WORD.match(text, end)
    return match is not None and (match[1] in TIMES or match[1] in _PLACES)


def _part(end: int, below: Fraction) -> Numeral:
    return Numeral(end, 1 / below, 1 / below, "fraction", True)


def _ordinal(scan: Scan, start: int, at: int, end: int) -> Found:
    """``second``, ``a third of``, ``fourth quarter``, ``Fifth Avenue``."""
    text = scan.text
    if written := dates.quarter(text, at, scan.anchor):
        return dated(written)
    value = whole(ORDINALS[text[at:end]])
    if start < at and value > 2 and _PART_END.match(text, end):
        return counted(scan, start, _part(end, value))
    if identifiers.names_ordinal(scan.cased, end):
        return nothing(end)  # "Fifth Avenue" has no digits to be taken for a number
    return rank(at, end, value)


def _half(scan: Scan, start: int, at: int, end: int, share: Fraction) -> Found:
    """``half of``, ``half a million``, ``a half-hour``, ``quarter million``."""
    text = scan.text
    if scale := _HALF_SCALE.match(text, end):
        factor = {"hundred": 100, **dict.fromkeys(DOZENS, 12), **SCALES}[scale[1]]
        form: Form = "exact" if factor <= 100 else "rounded"
        step = ONE if factor <= 100 else share * factor / 10
        return counted(scan, start, Numeral(scale.end(), share * factor, step, form, True))
    if time := _HALF_TIME.match(text, end):
        number = Numeral(time.end(), share, share, "rounded", True)
        return hedged(scan, start, number, "duration", TIMES[time[1]])
    if mile := _HALF_MILE.match(text, end):
        return hedged(scan, start, Numeral(mile.end(), share, share, "rounded"), "measure", "miles")
    bare_quarter = share < Fraction(1, 2) and (start == at or not _PART_END.match(text, end))
    if bare_quarter or _HALF_WORD.match(text, end):
        return nothing(end)
    if _OTHER_HALF.search(text, max(0, at - 8), at):
        return nothing(end)
    return counted(scan, start, Numeral(end, share, share, "fraction", True))


# --- other words ---------------------------------------------------------------------------------

_MULTIPLES = {
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "triple": 3, "tripled": 3,
    "tripling": 3, "triples": 3, "quadruple": 4, "quadrupled": 4, "quintuple": 5,
    "quintupled": 5, "twice": 2, "thrice": 3,
}  # fmt: skip
_VERBS = frozenset(
    "doubled doubling doubles tripled tripling triples quadrupled quintupled".split()
)
_MULTIPLIED = lazy(
    rf"{_GAP}(?:the|that|what|its|their|his|her|as|those|this|last|from|in|over|since|to|by"
    rf"|compared|between|during|and)(?![a-z])|[,.;:)\"]|\n|$"
)
_FOLD = lazy(r"([a-z]+)-?fold")
_FLOOR = lazy(
    rf"(?P<word>{'|'.join(FLOORS)})(?:{_GAP}of{_GAP}(?P<scale>thousands|millions|billions"
    r"|trillions))?(?![a-z])"
)
_TENS_OF = lazy(rf"(?<![a-z])tens{_GAP}of{_GAP}$")
_SEVERAL = lazy(
    rf"(?:several|few|couple(?:{_GAP}of)?)(?:{_GAP}|-)(?P<scale>dozen|hundred|thousand|million|billion)(?![a-z])"
)
_BOTH_AND = lazy(rf"(?:{_GAP}[a-z'-]+){{1,6}},?{_GAP}and{_GAP}")
_NONE = lazy(rf"{_GAP}(?:of|were|was|had|have|has|are|is|died)(?![a-z])")
_THAN_NONE = lazy(rf"(?<![a-z])compared{_GAP}(?:with|to){_GAP}$")
_NO_ONE = lazy(
    rf"(?:no{_GAP}one|nobody){_GAP}(?:was|were|has{_GAP}been){_GAP}(?:arrested|hurt|injured|killed"
    r"|charged|detained|deported|removed|released)(?![a-z])"
)
_NO = lazy(
    rf"no{_GAP}(?:arrests|deaths|injuries|fatalities|detainees|removals|deportations|detainers"
    r"|releases|assaults|shootings|homicides|murders)(?![a-z])"
)
# "no injuries were reported", "no people were killed"
_BEFELL = lazy(
    rf"no{_GAP}(?:arrests|deaths|injuries|fatalities|detainees|people|migrants|officers|agents"
    rf"|charges|complaints|children){_GAP}(?:were|have{_GAP}been){_GAP}"
    r"(?:reported|recorded|made|arrested|hurt|injured|killed|charged|detained|deported|removed"
    r"|released|filed)(?![a-z])"
)
# "not a single arrest", "not one of the 12"
_NOT_A = lazy(rf"(?<![a-z])(?:not|without|nor){_GAP}a{_GAP}$")
_NOT = lazy(rf"(?<![a-z])not{_GAP}$")
_ONE_OF = lazy(rf"{_GAP}(?:of{_GAP}(?:the|those|them|these)|was|has)(?![a-z])")
_COUNTABLE = lazy(
    rf"{_GAP}(?:arrest|death|injury|fatality|detainee|removal|deportation|release|person|migrant|man"
    r"|woman|child|officer|agent|case|charge|complaint|conviction|homicide|one)(?![a-z])"
)
_MADE = lazy(rf"(?<![a-z])(?:made|reported|recorded|saw|were|was|had|with|found|listed){_GAP}$")
_MAJORITY = lazy(rf"majority(?={_GAP}of(?![a-z]))")
_A_TIME = lazy(
    rf"an?{_GAP}(?P<unit>year|month|week|day|decade|century|hour|minute)"
    rf"(?P<half>{_GAP}and{_GAP}a{_GAP}half)?(?![a-z'-])"
)
_TIME_AFTER = lazy(rf"{_GAP}(?:ago|later|earlier|before|after|prior|from{_GAP}now)(?![a-z])")
_TIME_BEFORE = lazy(
    rf"(?<![a-z])(?:over|for|in|within|than|about|nearly|almost|least|only|under|around|roughly"
    rf"|just|every|and|spent|took|lasted){_GAP}$"
)
_PERCENT_OF = lazy(rf"per{_GAP}?cent{_GAP}of{_GAP}(?=[0-9])")
_SIGN = lazy(rf"(?:minus|negative){_GAP}")
_CODED = lazy(rf"(?P<code>[mk]?(?:{'|'.join(re.escape(c) for c in money.CODES)})){_GAP}?(?=[0-9])")


# "a week-long sweep", "a yearlong inquiry"
_LASTING = tuple(
    f"{unit}{end}" for unit in ("day", "week", "month", "year") for end in ("", "long")
)
_LONG = lazy(r"(?P<unit>[a-z]+?)(?:[- ]?long)(?![a-z])")
LONG_AHEAD = r"[- ]long(?![a-z])"
# the words that begin what is read here
PHRASE_WORDS = (
    *_MULTIPLES, *FLOORS, *money.CODES, *("m" + code for code in ("usd", "eur", "gbp", "aud")),
    "both", "none", "single", "no", "nobody", "majority", "several", "few", "couple", "a", "an",
    "minus", "negative",
    "percent", "per", *_LASTING,
)  # fmt: skip
DATE_WORDS = (
    "fiscal", "fy", "q1", "q2", "q3", "q4", "today", "tonight", "yesterday", "tomorrow", "this",
    "last", "past", "previous", "prior", "current", "next", "coming",
)  # fmt: skip
TIME_AHEAD = rf"{_GAP}(?:year|month|week|day|decade|century|hour|minute)(?![a-z])"


def at_phrase(scan: Scan, at: int, floor: int) -> Found:
    """What the word at *at*, no numeral, begins."""
    match = _WORD.match(scan.text, at)
    word = match.group() if match else ""
    end = at + max(1, len(word))
    if word in _MULTIPLES:
        return _multiple(scan, at, end, word)
    if word in FLOORS:
        return _floored(scan, at, end, floor)
    if word in ("few", "several", "couple"):
        return _several(scan, at, end, floor)
    if word in ("a", "an"):
        return _a_time(scan, at)
    if word in _LASTING:
        return _lasting(scan, at, end)
    if word in ("both", "none", "single", "no", "nobody", "majority"):
        return _said(scan, at, end, word)
    if word in ("minus", "negative"):
        return _signed(scan, at, end)
    if word in ("percent", "per"):
        return _percent_of(scan, at, end)
    if fold := _FOLD.match(scan.text, at):
        factor = SMALL.get(fold[1]) or (100 if fold[1] == "hundred" else 0)
        number = Numeral(fold.end(), whole(factor), ONE, "exact", True)
        return hedged(scan, at, number, "multiple") if factor else nothing(fold.end())
    if coded := _CODED.match(scan.text, at):
        sum_ = money.by_code(scan.text, scan.cased, at, coded["code"], coded.end())
        return amount(scan, sum_) if sum_ else nothing(end)
    return nothing(end)


def at_date_word(scan: Scan, at: int, floor: int) -> Found:
    """``fiscal 2015``, ``Q1 2024``, ``last week``, ``today`` at *at*."""
    del floor  # a date takes nothing from before
    text, anchor = scan.text, scan.anchor
    written = (
        dates.fiscal(text, at, anchor)
        or dates.quarter(text, at, anchor)
        or dates.relative(text, at, anchor)
    )
    return dated(written) if written else nothing(at + 1)


def _multiple(scan: Scan, at: int, end: int, word: str) -> Found:
    if scan.text.startswith(" down", end) and word in _VERBS:
        return nothing(end)
    if word not in _VERBS and not _MULTIPLIED.match(scan.text, end):
        return nothing(end)
    number = Numeral(end, whole(_MULTIPLES[word]), ONE, "exact", True)
    return hedged(scan, at, number, "multiple")


def _floored(scan: Scan, at: int, end: int, floor: int) -> Found:
    """``dozens``, ``hundreds of thousands``, ``tens of thousands``."""
    match = _FLOOR.match(scan.text, at)
    if match is None:
        return nothing(end)
    lowest, start = FLOORS[match["word"]], at
    if match["scale"]:
        lowest *= SCALES[match["scale"][:-1]]
    tens = _TENS_OF.search(scan.text, max(0, at - 8), at)
    if tens and tens.start() >= floor:
        lowest, start = lowest * 10, tens.start()
    low = whole(lowest)
    kind, unit, end = _counted_after(scan.text, match.end())
    return Draft(start, end, kind, None, Interval(low, None), low / 2, None, unit), end


def _several(scan: Scan, at: int, end: int, floor: int) -> Found:
    """``several hundred`` lies between two and ten of them."""
    match = _SEVERAL.match(scan.text, at)
    if match is None:
        return nothing(end)
    article = _ARTICLE.search(scan.text, max(0, at - 4), at)
    start = article.start() if article and article.start() >= floor else at
    unit = whole({"dozen": 12, "hundred": 100, **SCALES}[match["scale"]])
    interval = Interval(unit * 2, unit * 10)
    kind, of, end = _counted_after(scan.text, match.end())
    return Draft(start, end, kind, None, interval, unit, None, of), end


_UNIT_AFTER = lazy(rf"(?:{_GAP}of)?{_GAP}([a-z]+)(?![a-z])")


def _counted_after(text: str, end: int) -> tuple[Kind, str | None, int]:
    """The kind of ``thousands of dollars``, ``several hundred hours``; else a count."""
    match = _UNIT_AFTER.match(text, end)
    word = match[1] if match else ""
    tables: tuple[tuple[Kind, dict[str, str]], ...] = (
        ("money", CURRENCIES), ("duration", TIMES), ("measure", MEASURES),
    )  # fmt: skip
    for kind, table in tables:
        if match and word in table and word.endswith("s") and word not in AMBIGUOUS:
            return kind, table[word], match.end()
    return "count", None, end


def _said(scan: Scan, at: int, end: int, word: str) -> Found:
    """``both``, ``none of``, ``no arrests``, ``the majority of``."""
    text = scan.text
    if word == "both":
        return nothing(end) if _BOTH_AND.match(text, end) else exactly(at, end, 2)
    if word == "majority":
        share = Interval(Fraction(1, 2), None)
        if _MAJORITY.match(text, at):
            return Draft(at, end, "fraction", None, share, Fraction(1, 20)), end
        return nothing(end)
    if word == "none" and (_NONE.match(text, end) or _THAN_NONE.search(text, max(0, at - 16), at)):
        return exactly(at, end, 0)
    if word == "single":
        negated = _NOT_A.search(text, max(0, at - 12), at)
        if negated and _COUNTABLE.match(text, end):
            return exactly(negated.start(), end, 0)
        return nothing(end)
    if _NO_ONE.match(text, at):
        return exactly(at, at + 6, 0)
    if _BEFELL.match(text, at):
        return exactly(at, end, 0)
    if _NO.match(text, at) and _MADE.search(text, max(0, at - 10), at):
        return exactly(at, end, 0)
    return nothing(end)


def _a_time(scan: Scan, at: int) -> Found:
    """``a year`` where it is a length: ``a year later``, ``for over a year``."""
    text = scan.text
    match = _A_TIME.match(text, at)
    if match is None:
        return nothing(at + 1)
    end = match.end()
    is_length = match["half"] or _TIME_AFTER.match(text, end)
    if not is_length and not _TIME_BEFORE.search(text, max(0, at - 10), at):
        return nothing(end)
    number = Numeral(end, ONE, ONE, "exact", True)
    if match["half"]:
        number = Numeral(end, Fraction(3, 2), Fraction(1, 2), "rounded", True)
    return hedged(scan, at, number, "duration", TIMES[match["unit"]])


def _lasting(scan: Scan, at: int, end: int) -> Found:
    """``week-long``, ``yearlong``."""
    match = _LONG.match(scan.text, at)
    if match is None:
        return nothing(end)
    number = Numeral(match.end(), ONE, ONE, "exact", True)
    return hedged(scan, at, number, "duration", TIMES[match["unit"]])


def _signed(scan: Scan, at: int, end: int) -> Found:
    """``minus five percent``, ``negative one``."""
    sign = _SIGN.match(scan.text, at)
    if sign is None:
        return nothing(end)
    stop = sign.end()
    number = digits(scan.text, stop, scan.cased) or words.number(scan.text, stop)
    if number is None or number.form == "rank":
        return nothing(end)
    return counted(scan, at, number.times(-1))


def _percent_of(scan: Scan, at: int, end: int) -> Found:
    """``percent of 10`` where no number stands before."""
    match = _PERCENT_OF.match(scan.text, at)
    if match is None or scan.text[max(0, at - 2) : at].strip():
        return nothing(end)
    number = digits(scan.text, match.end(), scan.cased)
    return hedged(scan, at, number, "percent", "%") if number else nothing(end)
