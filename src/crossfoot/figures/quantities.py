"""Quantities in prose: value, interval, kind, hedge. Context is added afterwards.

One pattern finds the places where a quantity may begin. What stands there is read by small
patterns, tried only where they can match, and the search goes on where the reading ended: the
text is gone through once, whatever it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from crossfoot.exact import whole
from crossfoot.figures import dates, identifiers, money, no_days, no_years, words
from crossfoot.figures.counted import TELLING, alone, amount, counted
from crossfoot.figures.drafts import (
    Draft,
    Found,
    Scan,
    dated,
    identifier,
    nothing,
    rank,
)
from crossfoot.figures.flat import Flat, flatten
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS, ORDINALS, SCALES, SMALL, VULGAR, WEEKDAYS
from crossfoot.figures.numerals import GOING_ON, Numeral, digits, plain
from crossfoot.figures.phrases import (
    DATE_WORDS,
    LONG_AHEAD,
    PHRASE_WORDS,
    TIME_AHEAD,
    at_date_word,
    at_phrase,
)
from crossfoot.figures.spelled import OUT_OF, at_word, out_of
from crossfoot.figures.units import SYMBOLS
from crossfoot.model import Document, Figure, Period

_GAP = "[ \u00a0]"


def read_quantities(document: Document) -> tuple[Figure, ...]:
    """All quantities of *document*, in text order, never overlapping, without context."""
    flat = flatten(document)
    scan = Scan(flat.text, flat.cased, dates.anchor_date(document), _listed(flat.text))
    starts = [s.start for s in document.sentences]
    return tuple(
        _figure(document, flat, starts, number, draft)
        for number, draft in enumerate(_drafts(scan), start=1)
    )


def _figure(document: Document, flat: Flat, starts: list[int], number: int, draft: Draft) -> Figure:
    start, end, kind, value, interval, step, hedge, unit, days = draft
    if flat.origin is not None:
        start, end = flat.start(start), flat.end(end)
    text = document.text[start:end]
    period = Period(days[0], days[1], text) if days and days[0] else None
    sentence = max(0, bisect_right(starts, start) - 1)
    return Figure(
        f"f{number}", start, end, text, sentence, kind, value, interval, step, hedge, unit,
        None, (), None, period,
    )  # fmt: skip


def _drafts(scan: Scan) -> Iterator[Draft]:
    """The quantities in text order; each reading begins where the last one ended."""
    text, never = scan.text, len(scan.text)
    floor = 0
    words = _WORDED.finditer("\n" + text)  # a word begins where the mark before it stood
    word, digit = next(words, None), _MARKED.search(text)
    word_at = word.start() if word is not None else never
    digit_at = digit.start() if digit is not None else never
    while (start := min(word_at, digit_at)) < never:
        trigger = word[1] if word is not None and word_at < digit_at else text[start]
        found, resume = _READER.get(trigger, at_phrase)(scan, start, floor)  # "threefold"
        if found is not None and (found.start >= floor or found.kind == "identifier"):
            yield found._replace(start=floor) if found.start < floor else found
            floor = found.end
        at = max(resume, start + 1)
        while word_at < at:
            word = next(words, None)
            word_at = word.start() if word is not None else never
        if digit_at < at:
            digit = _MARKED.search(text, at)
            digit_at = digit.start() if digit is not None else never


# "(1) … (2) …", at the start of blocks or after a stop: the items of a list, not counts
_BRACKETED = lazy(r"\(([0-9]{1,2})\)(?=[ \u00a0][a-z])")
_PARTED = lazy(rf"(?:[\n;:,.]{_GAP}?|[;,]?{_GAP}(?:and|or){_GAP})$")


def _listed(text: str) -> frozenset[int]:
    """Where numbers in brackets stand that count the items of a list: from 1, without a gap."""
    found: list[int] = []
    run: list[int] = []
    for mark in _BRACKETED.finditer(text):
        number, opens = int(mark[1]), mark.start()
        follows = number == len(run) + 1 and (
            number == 1 or _PARTED.search(text, max(0, opens - 8), opens) is not None
        )
        if not follows:
            found += run if len(run) > 1 else []
            run = []
        if follows or number == 1:
            run.append(mark.start(1))
    return frozenset([*found, *(run if len(run) > 1 else [])])


# --- digits --------------------------------------------------------------------------------------

_FOOTNOTE = lazy(r"[0-9]{1,3}\]")
_LEADER = lazy(r"\.[ .]?\.[ .]?\. ?$")  # "Removals ...... 18": a page
_DIALLED = lazy(r"[0-9]{1,3}[ .-]?\(?[0-9]{2,4}\)?[ .-][0-9]")  # +1-222-555
_ALONE = lazy(r"[0-9][0-9 ,./]{0,30}(?:\n|$)")  # "- 1 4/5", and nothing else in the block
_ADDRESSED = frozenset("_/\\@#=+.&?^")
# words that may be glued to a number by a hyphen
_PREFIX = lazy(
    r"(?<![a-z0-9])(?:mid|pre|post|early|late|since|circa|ca|plus|under|over|top|non|nearly|about"
    r"|sub|and|or|to|age)-$"
)
_OPENING = frozenset(' \u00a0(\n",')
_NUMBERED = lazy(rf"(?<![a-z])(?P<no>no\.|nos\.|number|#){_GAP}?$")
_HEADED = lazy(r"(?:^|\n)#{1,6} $")  # a heading of Markdown
_YEAR = lazy(r"(?:1[6-9]|20|21)[0-9]{2}(?![0-9]|,[0-9]|\.[0-9]|%)")
# "2000 people" is a count
_NOT_A_YEAR = lazy(
    rf"{_GAP}?(?:%|(?:percent|per{_GAP}cent|people|persons?|individuals|arrests|immigrants|migrants"
    r"|men|women|children|officers|agents|dollars|[mbt]illion|thousand|hundred|miles|pounds|euros"
    r"|hours|days|times|cases|more|fewer|others|jobs|votes|troops|inmates|detainees|refugees"
    r"|km|kilomet|meters|feet|square|degrees|yen|yuan|words|students|residents|words|over))"
    rf"(?![a-rt-z])|-(?:year|day|mile|foot|person|page|bed|member)(?![a-z])"
)
# "Since 2024 arrests have", and at the head of a clause "In 2024 officers made"
_DATING = lazy(
    rf"(?<![a-z])(?:since|until|during|throughout){_GAP}$"
    rf"|(?:^|[.!?:;,\n\"(*-]|(?<![a-z])(?:and|but|that|while)(?={_GAP})){_GAP}?(?:in|by|after|before){_GAP}$"
)
_RECENT = lazy(r"19[5-9][0-9]|20(?:0[1-9]|[1-3][0-9])")
_DATING_REACH = len(" throughout ")


def _at_digits(scan: Scan, at: int, floor: int) -> Found:
    text = scan.text
    previous = text[at - 1] if at else "\n"
    if previous == " " and text[at - 2 : at - 1].isalpha() and text[at] != ".":
        pass  # most of them: behind a word
    elif text[at] == ".":
        if previous.isalnum() or previous in "\"')]":  # "arrests.12": a mark of a note
            return identifier(at + 1, identifiers.tail(text, at + 1))
        if previous == ".":  # "...12 left"
            return _number(scan, at + 1, at + 1)
    elif previous.isalnum() or previous == "-" or previous in _ADDRESSED:
        taken = _attached(scan, at, previous)
        if taken is not None:
            return taken
    elif text[max(0, at - 3) : at] in ("- ", "\n- ") and _ALONE.match(text, at):
        return _number(scan, at - 2, at)
    elif text[at - 2 : at] == ". " and _LEADER.search(text, max(0, at - 6), at):
        return identifier(at, identifiers.tail(text, at))
    elif previous == "\n" or at in scan.listed:
        if end := (at in scan.listed and at + 1) or identifiers.list_number(scan.cased, at):
            return identifier(at, max(end, identifiers.tail(text, at)) if end == at + 1 else end)
    elif previous == "[" and _FOOTNOTE.match(text, at):
        return identifier(at, identifiers.tail(text, at))
    mere = _mere(scan, at)
    return (
        _named_or_dated(scan, at, mere)
        or (mere and _plainly(scan, at, mere))
        or _number(scan, at, at)
    )


# "1,200 arrests", "12%", "40,", "30-day": most numbers, which what follows makes no names of, and
# no dates unless they are years; but 911 may have been called, and a ")" before digits closes an
# area code
_MERE = lazy(
    r"(?!911)(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{4})(?:\.[0-9]+)?)"
    r"(?:%|(?P<stop>[.,;:)])(?=[ \n][^0-9])"
    r"| (?P<word>[a-z]{5,}(?![a-z'-])|[a-z]+(?![a-z.'-]))|-(?P<joined>[a-z]{3,})(?![a-z]))"
)
# but these may: "8 USC 1325", "300 block", "5 to 6 p.m.", "0900 hours", "9 mm pistol", "21 st of
# the Main Street"
_MADE_OF_NUMBERS = frozenset(
    {
        *MONTHS,
        *("day of the st nd rd th to and am pm block hours gmt utc u us usc c cf cfr mm caliber"
          " calibre gauge").split(),
    }
)  # fmt: skip


# words that lead on from a number: to its scale, its unit, or the number it is a part of
_LEADING_ON = GOING_ON | TELLING | frozenset({"in", "out", "of", "over"})


def _mere(scan: Scan, at: int) -> re.Match[str] | None:
    """The digits at *at* where they are a number and no more, as far as what follows tells."""
    match = _MERE.match(scan.text, at)
    if match is None or (part := match.lastgroup) is None or part in ("number", "stop"):
        return match
    fits = match[part] not in _MADE_OF_NUMBERS and scan.cased[match.start(part)].islower()
    return match if fits else None


def _plainly(scan: Scan, at: int, mere: re.Match[str]) -> Found | None:
    """The figure of a number behind which a stop or an ordinary noun stands: most of them."""
    word = mere["word"]
    if mere["stop"] or (word and word not in _LEADING_ON):
        return alone(scan, at, plain(mere["number"], mere.end("number")))
    return None


def _named_or_dated(scan: Scan, at: int, mere: re.Match[str] | None) -> Found | None:
    """The identifier, rank or date that begins with the digits at *at*."""
    text = scan.text
    if not mere and (end := identifiers.here(text, scan.cased, at)):
        opened = text[at - 1 : at] == "(" and ")" in text[at:end]
        return identifier(at - opened, end)
    if (not mere or text[at : at + 4].isdigit()) and (written := _date(scan, at)):
        return dated(written)
    if end := identifiers.named(text, scan.cased, at) or no_years.here(text, at):
        return identifier(at, end)
    if not mere and (end := identifiers.chained(text, at) or identifiers.issue(scan.cased, at)):
        return identifier(at, end)
    if text[at - 1 : at] in ("#", " ", "\u00a0") and text[at - 2 : at - 1] in (".", "#", "r", " "):
        return _numbered(text, at)
    return None


def _number(scan: Scan, start: int, at: int) -> Found:
    """The figure of the number at *at*; *start* may lie before it, on a sign."""
    number = digits(scan.text, at, scan.cased)
    if number is None:
        return identifier(at, identifiers.tail(scan.text, at))
    if start < at:
        number = number.times(-1)
    elif share := _share(scan.text, number):
        return counted(scan, start, share)
    if number.step.numerator >= 100 and _GOES_ON.match(scan.text, number.end):
        number = _in_parts(scan, at, number)
    return counted(scan, start, number)


_SHORT = lazy(r"[0-9]{1,3}(?![0-9.,])")
# "3 hundred and 21", "4 thousand 3 hundred"
_GOES_ON = lazy(rf"{_GAP}(?:and{_GAP})?(?:[0-9]{{1,3}}(?![0-9,.])|[a-z]+)")


def _share(text: str, number: Numeral) -> Numeral | None:
    """``1 in 4``, ``8 out of 10``."""
    match = OUT_OF.match(text, number.end) if number.form == "exact" else None
    if match is None:
        return None
    share = out_of(text, number, match)  # "9 in 10", but not "63 in 100"
    few = share is None or number.value == 1 or share.step >= Fraction(1, 10)
    return share if match["how"] != "in" or few else None


def _in_parts(scan: Scan, at: int, number: Numeral) -> Numeral:
    """``3 hundred and 21``: digits and words mixed."""
    longer = words.number(scan.text, at) if _SHORT.match(scan.text, at) else None
    return longer if longer and longer.end > number.end else number


def _attached(scan: Scan, at: int, previous: str) -> Found | None:
    """Digits glued to what stands before them: a code, unless it is a sign or a word we know."""
    text = scan.text
    if previous == "-":
        if text[at - 2 : at - 1] in _OPENING or at == 1:
            return _named_or_dated(scan, at, _mere(scan, at)) or _number(scan, at - 1, at)
        if _PREFIX.search(text, max(0, at - 8), at) or text[at - 2 : at] == "--":
            return None
    elif previous == "^":  # a note: [^1]
        return identifier(at, identifiers.tail(text, at))
    elif previous == "#":
        return _numbered(text, at) or identifier(at - 1, identifiers.tail(text, at))
    elif previous in "+.&=" and not identifiers.is_url(text, *identifiers.token(text, at)):
        return identifier(at - 1, identifiers.tail(text, at)) if _is_dialled(text, at) else None
    start, end = identifiers.token(text, at)
    if previous == "/" and not identifiers.has_letter(text, start, end):  # 64%/36%
        return None
    return identifier(min(start, at), max(end, at + 1))


def _is_dialled(text: str, at: int) -> bool:
    return text[at - 1] == "+" and _DIALLED.match(text, at) is not None


def _numbered(text: str, at: int) -> Found | None:
    """``No. 10`` and ``#1`` are ranks; longer numbers are identifiers."""
    match = _NUMBERED.search(text, max(0, at - 8), at)
    if match is None or (match["no"] == "number" and text[at - 2] != "r"):
        return None
    if match.end() > match.end("no") and _HEADED.search(text, max(0, at - 8), at):
        return None  # "## 500 arrested"
    end = identifiers.tail(text, at)
    if not text[at:end].isdigit() or end - at > 3:
        return identifier(match.start(), end) if match["no"] != "number" else None
    if match["no"] == "number":
        return None
    return rank(match.start(), end, whole(int(text[at:end])))


_NUMERIC = lazy(r"[0-9]{1,4}[-/.][0-9]")


def _date(scan: Scan, at: int) -> dates.Written | None:
    text, anchor = scan.text, scan.anchor
    if _NUMERIC.match(text, at) and (written := dates.numeric(text, at)):
        return written
    if text[at : at + 3].isdigit():
        if _YEAR.match(text, at) and (not _NOT_A_YEAR.match(text, at + 4) or _is_led(text, at)):
            return dates.years(text, at)
    elif written := dates.by_day(text, at, anchor):
        return written if scan.cased[written.month_at].isupper() else None
    return dates.decade(text, at)


def _is_led(text: str, at: int) -> bool:
    """Whether words before four digits make them a year, whatever noun follows.

    Of long ago, and of round thousands, there may be so many: ``After 1800 migrants crossed``.
    """
    if not _RECENT.match(text, at) or text.startswith(("-", "%"), at + 4):
        return False
    return _DATING.search(text, max(0, at - _DATING_REACH), at) is not None


# --- signs, months and weekdays ------------------------------------------------------------------


def _at_sign(scan: Scan, at: int, floor: int) -> Found:
    first = money.by_sign(scan.text, scan.cased, at)
    if first is None:
        return nothing(at + 1)
    return amount(scan, first if first.start >= floor else first._replace(start=at))


def _at_vulgar(scan: Scan, at: int, floor: int) -> Found:
    value = VULGAR[scan.text[at]]
    step = whole(1) / value.denominator
    return counted(scan, at, Numeral(at + 1, value, step, "fraction"))


_MONTH_ALONE = lazy(
    r"(?<![a-z])(?:in|since|by|until|of|last|late|early|mid|this|next|through|from|to|and|during"
    r"|between|for|or|before|after|following|previous|prior|that|same|each|past)[ \u00a0-]$"
)


def _at_month(scan: Scan, at: int, floor: int) -> Found:
    """A date whose month's name stands at *at*; "may" and "march" need more than a capital."""
    if not scan.cased[at].isupper():
        return nothing(at + 3)
    written = dates.by_month(scan.text, at, scan.anchor)
    if written is None:
        return nothing(at + 3)
    if not scan.text[written.end - 1].isdigit():
        written = no_days.by_month(scan.text, at) or written
    alone = scan.text[at : written.end] in ("may", "march", "mar", "jan", "dec", "august")
    if alone and not _MONTH_ALONE.search(scan.text, max(0, at - 10), at):
        return nothing(written.end)
    return dated(written)


def _at_weekday(scan: Scan, at: int, floor: int) -> Found:
    if not scan.cased[at].isupper():
        return nothing(at + 3)
    written = dates.by_weekday(scan.text, at, scan.anchor)
    if written and not written.month_at:
        written = no_days.by_weekday(scan.text, at, written.end) or written
    return dated(written) if written else nothing(at + 3)


# --- where a quantity may begin ------------------------------------------------------------------

Reader = Callable[[Scan, int, int], Found]
_READER: dict[str, Reader] = {
    **dict.fromkeys("0123456789.", _at_digits),
    **dict.fromkeys(SYMBOLS, _at_sign),
    **dict.fromkeys(VULGAR, _at_vulgar),
    **dict.fromkeys((*SMALL, *ORDINALS, *SCALES, "dozen", "hundred", "half", "quarter"), at_word),
    **dict.fromkeys(MONTHS, _at_month),
    **dict.fromkeys(WEEKDAYS, _at_weekday),
    **dict.fromkeys(DATE_WORDS, at_date_word),
    **dict.fromkeys(PHRASE_WORDS, at_phrase),
}
# frequent words, of interest only before some others
_BEFORE = {
    "a": TIME_AHEAD, "an": TIME_AHEAD,
    **dict.fromkeys(("day", "week", "month", "year"), LONG_AHEAD),
    "no": rf"{_GAP}(?:one|people|children|[acdfimors][a-z]+s)(?![a-z])",
    "per": rf"{_GAP}cent{_GAP}of", "percent": rf"{_GAP}of", "few": rf"(?:{_GAP}|-)[dhtmb]",
    "several": rf"(?:{_GAP}|-)[dhtmb]", "couple": rf"{_GAP}[odhtmb]",
}  # fmt: skip


def _trie(words: Iterable[str], known: str = "") -> str:
    """A pattern of *words* that looks at each letter once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None)
    branches = [
        re.escape(letter) + _trie(rest, known + letter) for letter, rest in by_letter.items()
    ]
    if ends:
        ahead = f"(?={_BEFORE[known]})" if known in _BEFORE else ""
        fold = "(?:-?fold)?" if known in SMALL else ""
        branches.append(f"{fold}(?![a-z]){ahead}")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_SINGLE = re.escape("".join((*SYMBOLS, *VULGAR)))
# both begin with a class of characters, by which a search runs ten times as fast
_MARKED = lazy(rf"[0-9.{_SINGLE}](?:(?<!\.)|(?=[0-9]))")
_WORDED = lazy(rf"[^a-z0-9'_@]({_trie(w for w in _READER if len(w) > 1 or w == 'a')})")
