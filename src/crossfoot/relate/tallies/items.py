"""Items listed after an announced number: how many a stretch of text can be read as.

Commas and "and" stand inside items as well as between them, so a list has a least and a greatest
reading; a number between the two contradicts neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import and_

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import NAME_PARTICLES
from crossfoot.model import Span

_FULL = frozenset(  # places told behind a place that is in them
    "alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;georgia;"
    "hawaii;idaho;illinois;indiana;iowa;kansas;kentucky;louisiana;maine;maryland;massachusetts;"
    "michigan;minnesota;mississippi;missouri;montana;nebraska;nevada;ohio;oklahoma;oregon;"
    "pennsylvania;tennessee;texas;utah;vermont;virginia;washington;wisconsin;wyoming;new york;"
    "new jersey;new mexico;new hampshire;north carolina;south carolina;north dakota;south dakota;"
    "west virginia;rhode island;puerto rico;costa rica;el salvador;canada;mexico;afghanistan;"
    "iraq;syria".split(";")
)
STATES = _FULL | frozenset(
    "d.c. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. "
    "kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.c. n.d. n.h. n.j. n.m. "
    "n.y. okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. wash. w.va. wis. wyo. jr. sr. inc. "
    "llc ltd. l.l.c. llp l.l.p. pllc corp. co. p.c. pc p.a. l.p. lp n.a. s.a. gmbh plc m.d. d.o. "
    "ph.d. esq. r.n. ny ca nj iii ii".split()
)
# told as parts of places and as places: "Lima, Peru", "Australia, Canada and Peru"; "Denver, New
# York and Reno"
_EITHER = frozenset(
    "canada;mexico;afghanistan;iraq;syria;costa rica;el salvador;georgia;puerto rico;new york"
    ";washington".split(";")
)
_BLANKS = str.maketrans("\u00a0\u2009\u202f\n\r\t", " " * 6)
_NESTED = lazy(r"\([^()]*\)|\[[^\[\]]*\]|“[^”]*”|\"[^\"]*\"")
_NUMBERED = lazy(r"(?P<sep>^|[\s;,])\(?(?:\d{1,2}|[a-h])\),?\s")  # "(1) fraud; (2) theft"
_ITEM_END = lazy(r"[\s,;.]*(?:\b(?:and|or))?\s*$")
_OPENS_AT_ONE = lazy(r"\W*\([1a]\),?\s")
# no item opens with "and Sons"
_AND = lazy(
    r"\s(?:and|&|as well as|along with|plus)\s"
    r"(?!(?:Co|Sons?|Company|Partners|Associates|Bros|Brothers)\b(?!\s[A-Z]))"
)
_LEAD = lazy(r"\s*(?:and |or |& |as well as |plus )?\s*")
_AGE = lazy(r"\s*(?:age[ds]? )?\d{1,3}\b(?:\s*years? old)?\s*$")
_NAME = rf"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|{NAME_PARTICLES})){{1,5}}"
AND_ANOTHER = lazy(rf"\band (?:his|her|their)\b|{_NAME} and {_NAME}")
# two persons in one chunk: "Mina Reyes and Ann Cole of Central Court"
_TWO_NAMES = lazy(rf"{_NAME} and {_NAME}(?=\s*$|\s(?:of|at|from|in)\b)")
_CLAUSE = lazy(r"\b(?:is|are|was|were|has|have|had|said|says|will|would|can|could|faces?)\b")
# words that open no item: "three men - between the ages of 20 and 30"
_NO_ITEM = lazy(
    r"(?:between|who|whom|which|that|while|after|before|with|as|when|where|because|all|both|most|many"
    r"|some|according|up|down|about|nearly|more|less|every|not|but|if|including|mostly|ranging)\b"
)
_ARTICLES = ("a ", "an ")
SHORT = 4  # words in an item that is no sentence


@dataclass(frozen=True)
class Items:
    """The items as most readers would tell them apart, as finely as they can be, and the fewest."""

    spans: tuple[Span, ...]
    finest: tuple[Span, ...]
    least: int

    @classmethod
    def exactly(cls, spans: Sequence[Span]) -> Items:
        """Items that can be told apart in one way only."""
        return cls(tuple(spans), tuple(spans), len(spans))

    def reading(self, number: int) -> tuple[Span, ...] | None:
        """The items for an announced *number*; None where no reading is sure to differ or agree."""
        for spans in (self.spans, self.finest):
            if len(spans) == number:
                return spans
        if self.least < number < len(self.finest) or number == self.least:
            return None
        return self.finest if number > len(self.finest) else self.spans


def items_of(text: str, start: int, end: int, *, places: bool = False) -> Items | None:
    """The items of ``text[start:end]``; None where it is no list.

    Where the items are *places*, "Ohio" after a comma is one of them, no part of the one before.
    """
    plain = text[start:end].translate(_BLANKS)
    body = _NESTED.sub(lambda m: "_" * len(m.group()), plain)
    if " and " not in body:
        body = body.replace(" or ", " &  ")  # "one of two jails: Alder or Dane"
    if numbered := _by_number(plain if _OPENS_AT_ONE.match(plain) else body):
        if any(AND_ANOTHER.search(plain, a, b) for a, b in numbered):
            return None  # "(3) Sam Doe and his brother, 24"
        return Items.exactly([Span(start + a, start + b) for a, b in numbered])
    if groups := _by_semicolon(body):
        inner = [_by_comma(start + a, body[a:b], places) for a, b in groups]
        finest = [
            s
            for (a, b), i in zip(groups, inner, strict=True)
            for s in (i.finest if i else (Span(start + a, start + b),))
        ]
        spans = tuple(Span(start + a, start + b) for a, b in groups)
        return Items(spans, tuple(finest), len(spans))
    return _by_comma(start, body, places)


def _by_number(body: str) -> list[tuple[int, int]]:
    marks = list(_NUMBERED.finditer(body))
    if len(marks) < 2 or marks[0].start() > 2:
        return []
    bounds = [*(m.end("sep") for m in marks), len(body)]
    return [(a, a + len(_ITEM_END.sub("", body[a:b]))) for a, b in pairwise(bounds)]


def _by_semicolon(body: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for piece in body.split(";"):
        lead = _LEAD.match(piece)
        skip = lead.end() if lead else 0
        if piece.strip(" ."):
            out.append((at + skip, at + len(piece.rstrip(" ."))))
        at += len(piece) + 1
    return out if len(out) > 1 else []


def _by_comma(start: int, body: str, places: bool) -> Items | None:
    """Chunks between commas, each attached to the one before, counted, or split at its "and"."""
    chunks = _chunks(body)
    if not chunks:
        return None
    named = not chunks[0].words[0].islower()
    places = places or chunks[0].words.lower() in STATES
    if not named and (_CLAUSE.search(chunks[0].words) or _NO_ITEM.match(chunks[0].words)):
        return None
    articled = chunks[0].words.startswith(_ARTICLES)
    spans: list[tuple[int, int]] = []
    finest: list[tuple[int, int]] = []
    closed = False  # the final "and" has been passed
    # "Chile, Peru, Mexico and Cuba": no place is told with the one that holds it
    one_by_one = len(chunks) > 2 and not any(_in_state(c.words) for c in chunks[1:-1])
    # "Reno, Nevada, Provo, Utah"
    by_twos = len(chunks) % 2 == 0 and all(_in_state(c.words) for c in chunks[1::2])
    full = [_first_of(c.words) in _FULL for c in chunks]
    going_on = _all_behind(
        _goes_on(c.words, named, places) and not (articled and c.words.startswith(_ARTICLES))
        for c in chunks
    )
    without_and = _all_behind(not (c.begins or _AND.search(c.words)) for c in chunks)
    for number, chunk in enumerate(chunks):
        if closed and not chunk.begins:
            break
        pair = _TWO_NAMES.match(chunk.words)
        ends = going_on[number]
        ands = [m.span() for m in _AND.finditer(chunk.words)]
        own = articled and chunk.words.startswith(_ARTICLES)  # "a rifle, a pistol and a knife"
        if spans and not chunk.begins and not own and _goes_on(chunk.words, named, places):
            ands = [(x, y) for x, y in ands if chunk.words[y : y + 1].isupper()] if ends else []
            # a state behind another is told for itself
            alike = full[number] and (full[number - 1] or any(full[number + 1 : number + 2]))
            itself = not by_twos and (alike or _first_of(chunk.words) in _EITHER)
            if not _sure_to_go_on(chunk.words, places) or one_by_one or itself:
                finest += chunk.pieces(ands[-1:])[:1]
            if ands:  # "46 Oak Street, Queens and 9 Elm Street"
                spans.append((chunk.end - len(chunk.words) + ands[-1][1], chunk.end))
                finest.append(spans[-1])
                closed = True
            continue
        cut = ands[:1] if pair else (ands[-1:] if ends and not chunk.begins else [])
        spans += chunk.pieces(cut)
        finest += chunk.pieces(ands)
        closed = chunk.begins or bool(cut and (not pair or without_and[number]))
    if len(finest) < 2:
        return None
    long = not named and any(len(body[a:b].split()) > SHORT for a, b in spans)
    return Items(
        tuple(Span(start + a, start + b) for a, b in spans),
        tuple(Span(start + a, start + b) for a, b in finest),
        min(len(spans), 2) if long else len(spans),
    )


def _all_behind(flags: Iterable[bool]) -> list[bool]:
    """Of each, whether all that follow it are true."""
    from_here = list(accumulate(reversed([*flags, True]), and_))
    return from_here[-2::-1]


@dataclass(frozen=True)
class _Chunk:
    """A stretch between commas, without the "and" that may open it; `end` is where it ends."""

    words: str
    end: int
    begins: bool  # opened by "and"

    def pieces(self, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where its parts stand when it is cut at *cuts*."""
        first = self.end - len(self.words)
        edges = [0, *(x for cut in cuts for x in cut), len(self.words)]
        return [(first + a, first + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _chunks(body: str) -> list[_Chunk]:
    out, at = [], 0
    for piece in body.split(","):
        bare = piece.rstrip(" .")
        lead = _LEAD.match(bare)
        words = bare[lead.end() :] if lead else bare
        if words:
            out.append(_Chunk(words, at + len(bare), bool(lead and lead.group().strip())))
        at += len(piece) + 1
    return out


def _goes_on(words: str, named: bool, places: bool) -> bool:
    """Whether a chunk goes on with the item before: "Oregon", "46", "a driver"."""
    if _sure_to_go_on(words, places):
        return True
    return named and words[0].islower() and not words.startswith(("the ", "al-"))


def _first_of(words: str) -> str:
    return words.lower().split(" and ")[0].strip(" _")


def _in_state(words: str) -> bool:
    place = words.lower().rstrip(" _")  # a bracket behind it
    return place in STATES or f"{place}." in STATES or _AGE.match(words) is not None


def _sure_to_go_on(words: str, places: bool) -> bool:
    if _AGE.match(words) or words.startswith(("of ", "from ", "who ", "both ", "aka ", "a ")):
        return True
    place = _first_of(words)
    return not places and (place in STATES or f"{place}." in STATES)  # "N.J." has lost its stop
