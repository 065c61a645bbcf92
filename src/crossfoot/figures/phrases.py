"""Quantities said by words that are no numbers: ``dozens``, ``doubled``, ``a year later``."""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.exact import whole
from crossfoot.figures import dates, money, words
from crossfoot.figures.counted import amount, counted
from crossfoot.figures.drafts import ONE, Draft, Found, Scan, dated, exactly, hedged, nothing
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import FLOORS, SCALES, SMALL, TIMES
from crossfoot.figures.numerals import Numeral, digits
from crossfoot.figures.units import AMBIGUOUS, CURRENCIES, MEASURES
from crossfoot.interval import Interval
from crossfoot.model import Kind

_GAP = "[ \u00a0]"
_WORD = lazy(r"[a-z]+")
_ARTICLE = lazy(rf"(?<![a-z0-9'])an?(?:{_GAP}|-)$")

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
