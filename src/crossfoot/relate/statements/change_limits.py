"""What limits a change: the part of a year or place, the year it is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import is_nationality
from crossfoot.relate.wording.stems import stem

__all__ = ["Lead", "narrowed"]


_HEDGE = hedges("an average of", "a", "by")
# what holds for a part of the time or place only, or against another time
_NARROW = lazy(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|(?<!same )(?:quarters?|weeks?|weekend|months?)|half|since|decades?|peak|peaked"
    r"|(?:in|of) the (?:north|south|east|west|rest)"
    r"|among\s(?!the\s(?:most|least|largest|biggest))[a-z]+"
    r"|without|excluding|(?:leaving|left) out|pandemic"
    r"|nationwide|nationally|citywide|statewide|countywide|elsewhere|alone|of them)\b"
    rf"|\b(?:past|last)\s(?:{CLASSES['any']}|two|three|four|five|several)\b|-year\b"
)
_PLACE = lazy(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Tt]hroughout|[Ff]or)\s(?:the\s)?"
    r"((?:[A-Z]\w+[ -]?|\d+(?:st|nd|rd|th)\s)+)"
)
_OPENING = lazy(r"\W*(?:In|At|Across|Throughout)\s(?:the\s)?((?:[A-Z][\w'’-]*\s?)+),")
_AREA = lazy(r"\b[A-Z]\w+\s(?:County|City|State|Township|Parish)\b")
# "than in | 2020", "compared to | 2020"
_BASE = lazy(r"\b(?:than|with|to|from|over|previous)\s(?:in\s)?$")
# where the clause of a percentage begins and ends
_BREAK = lazy(rf"[;\n]|{CLASSES['portion']}")
_END = lazy(rf"[,;\n]|{CLASSES['portion']}")
_BESIDE = 12  # characters within which "since" still tells of the change
_IN_FRONT = lazy(r"\b(?:in|on|by|during|over|for|since)\s(?:the\s)?$")
_ASIDE = frozenset("since peak decade decades pandemic".split())
_UNTIL = lazy(rf"\s(?:through|to|until)\s{CLASSES['date']}")
_SINCE = lazy(rf"{CLASSES['date']}\s(?:through|to|until)\s$")
# "Meanwhile, cities with fewer residents saw a | 21%"
_SAWS = frozenset("saw sees recorded had reported posted experienced".split())
_SAW = lazy(
    rf"(?P<who>[^,.;:\n]{{3,80}})\s(?:{'|'.join(sorted(_SAWS))})\s{_HEDGE}"
    r"(?:an\s)?$"
)
_FOUR = lazy(r"\b(?:19|20)\d\d\b")
_WORD = lazy(r"[a-z]\w+")


@dataclass(frozen=True, slots=True)
class Lead:
    """What title and lede tell: the places they name, and the year before theirs."""

    text: str  # of the document
    words: frozenset[str]
    title: frozenset[str]
    places: frozenset[str]  # stems: "the Salem County jail" is the jail
    bases: frozenset[int]

    @classmethod
    def of(cls, reading: Reading, statements: Sequence[Statement]) -> Lead:
        """Of the *statements* of title and lede."""
        end = max(s.skeleton.end for s in statements)
        title = max((s.skeleton.end for s in statements if s.zone == "title"), default=0)
        dates = [f for f in reading.figures if f.end <= end and f.kind == "date"]
        bare = [(f, year) for f in dates if (year := _year(f))]
        headed = {y for f, y in bare if f.end <= title}
        days = [f.period.start for f in dates if f.end <= title and f.period and not _year(f)]
        # a report released in winter tells of the year before
        headed |= {
            y for d in days if d for y in ((d.year, d.year - 1) if d.month < 4 else (d.year,))
        }
        bases = {y - 1 for y in headed or {max((y for _, y in bare), default=0)}}
        text = reading.document.text
        words, headline = (frozenset(_WORD.findall(text[:at].lower())) for at in (end, title))
        named = {stem(w) for m in _AREA.finditer(text, 0, end) for w in m.group().lower().split()}
        return cls(text, words, headline, frozenset(named), frozenset(bases))


def narrowed(lead: Lead, text: str, skeleton: Skeleton, sign: int) -> frozenset[str]:
    """What limits a change to a part of the year or the place, in its clause."""
    start, end = _clause(text, sign)
    words = (m for m in _NARROW.finditer(text, start, end))
    limits = [m.group() for m in words if _limits(text, m.start(), m.end(), sign, m.group())]
    limits += [
        f.text.lower() for f in skeleton.within(start, end) if _dates(text, f, skeleton, sign)
    ]
    limits += _elsewhere(lead, skeleton, start, end)
    limits += [
        w for w in _WORD.findall(text, start, sign) if is_nationality(w) and w not in lead.words
    ]
    saw = None if _SAWS.isdisjoint(skeleton.words) else _SAW.search(text, start, sign)
    if saw:
        limits += [w for w in _WORD.findall(saw["who"]) if w not in lead.words]
    for figure in skeleton.within(sign + 1, end)[:1]:
        year, base = _year(figure), _BASE.search(text, sign, skeleton.sign_of(figure))
        if year and base and lead.bases and year not in lead.bases:
            limits.append(figure.text)
    return frozenset(limits)


def _dates(text: str, figure: Figure, skeleton: Skeleton, sign: int) -> bool:
    """Whether a figure says when within the year: a month, "the first two months"."""
    at = skeleton.sign_of(figure)
    if figure.kind == "duration":
        return at - sign < 2 * _BESIDE and _limits(text, at, at + 1, sign, "months")
    dated = figure.kind == "date" and _NARROW.search(figure.text.lower()) is not None
    return dated and not _ranged(text, at) and _limits(text, at, at + 1, sign, figure.text)


def _elsewhere(lead: Lead, skeleton: Skeleton, start: int, end: int) -> list[str]:
    """The words of places that the headline, or title and lede, do not name."""
    opening = _OPENING.match(lead.text, skeleton.start, skeleton.end)
    first = opening.group(1).lower().split() if opening else []
    places = _PLACE.finditer(lead.text, skeleton.offset(start), skeleton.offset(end))
    named = (w for place in places for w in place.group(1).lower().split())
    return [w for w in first if w not in lead.title] + [w for w in named if w not in lead.words]


def _ranged(text: str, sign: int) -> bool:
    """Whether a date is an end of "from October 1 through March 31", the time of the whole."""
    return bool(_UNTIL.match(text, sign + 1) or _SINCE.search(text, 0, sign))


def _clause(text: str, sign: int) -> tuple[int, int]:
    """Around a percentage: from the one before or a semicolon, to the next comma or percentage."""
    start = max((m.end() for m in _BREAK.finditer(text, 0, sign)), default=0)
    found = _END.search(text, sign + 1)
    return start, found.start() if found else len(text)


def _limits(text: str, start: int, end: int, sign: int, word: str) -> bool:
    """Whether a word that limits does so here: not "safest year since 2015, with murders"."""
    if start > sign:  # "to their lowest number since 1998"
        return word not in _ASIDE or start - sign < _BESIDE
    before = _IN_FRONT.sub("", text[:start]).rstrip()
    return "," not in text[end:sign] or not before or before[-1] in ".;,\n"


def _year(figure: Figure) -> int | None:
    """The year that a figure names and nothing else."""
    return int(figure.text) if figure.kind == "date" and _FOUR.fullmatch(figure.text) else None
