"""What a number spelled out begins: ``twelve``, ``half a million``, ``two out of five``."""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.exact import whole
from crossfoot.figures import dates, identifiers, words
from crossfoot.figures.counted import counted
from crossfoot.figures.drafts import ONE, Found, Scan, dated, exactly, hedged, nothing, rank
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import DOZENS, ORDINALS, SCALES, TIMES
from crossfoot.figures.numerals import Form, Numeral, digits

_GAP = "[ \u00a0]"
_WORD = lazy(r"[a-z]+")
_ARTICLE = lazy(rf"(?<![a-z0-9'])an?(?:{_GAP}|-)$")

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
# "said that one in four drivers"
_SAID_THAT = lazy(rf"(?<![a-z])that{_GAP}$")
_IN_SO_MANY = lazy(
    rf"{_GAP}(?:in|out{_GAP}of){_GAP}(?:every{_GAP})?(?:three|four|five|six|seven|eight|nine|ten|1?[0-9])"
    rf"{_GAP}(?:of|people|men|women|children|[a-z]+[a-z]s)(?![a-z'])"
)
_COUNTED_ONE = lazy(rf"(?<![a-z])(?:only|first|last|next){_GAP}$")
# "not one of the 12"
_NOT = lazy(rf"(?<![a-z])not{_GAP}$")
_ONE_OF = lazy(rf"{_GAP}(?:of{_GAP}(?:the|those|them|these)|was|has)(?![a-z])")
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
    if _SAID_THAT.search(text, floor, at) and _IN_SO_MANY.match(text, end):
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
