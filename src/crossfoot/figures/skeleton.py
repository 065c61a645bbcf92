"""A sentence with each figure folded into one sign, so that wording can be matched by pattern.

``fell by 20% to 48 from 60 in May`` reads ``fell by P to C from C in D``, where each
capital stands for one private-use character that tells the figure's kind. Rules about wording
(context, relations) are regular expressions over that text; a match gives figures back, and
spans of the document. Letters are lowered and quotes, dashes and blanks made plain, each
one character for one, so that every position maps back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache, wraps
from typing import Any, TypeVar

from crossfoot.figures.dates import anchor_date
from crossfoot.figures.lazy import fixed, lazy, once
from crossfoot.model import KINDS, Document, Figure, Span

# one sign a kind, from the private use area
SIGNS: dict[str, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
_QUOTE = re.compile('"')
# of each byte the letter it is, or a blank
_LETTERS = bytes(byte if byte in b"abcdefghijklmnopqrstuvwxyz" else 32 for byte in range(256))
# a word (with its hyphens), a figure's sign, or a stop; "u.s." is one
TOKEN = lazy(
    r"[a-z]++(?=[ ,])"  # most words
    r"|[^\sa-z]|[a-z](?:\.(?:[a-z]\.)+|[a-z'-]*(?<!['-]))"
)
_ANY = "[" + SIGNS[KINDS[0]] + "-" + SIGNS[KINDS[-1]] + "]"
# what adds up: people, things, money, lengths
AMOUNTS = frozenset({"count", "number", "money", "measure"})
# a sentence with other figures alone gives no number to reckon with
QUANTITIES = frozenset(KINDS) - {"date", "identifier", "rank", "age"}
# names usable in patterns: {count}, {percent}, … and these classes
CLASSES = {
    **SIGNS,
    "any": _ANY,
    # a number of things, with or without a noun we know
    "n": f"[{SIGNS['count']}{SIGNS['number']}]",
    "amount": "[" + "".join(sign for kind, sign in SIGNS.items() if kind in AMOUNTS) + "]",
    # a part of a whole
    "portion": f"[{SIGNS['percent']}{SIGNS['fraction']}]",
}
_PLAIN = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "‑": "-", "‒": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\n": " ", "\r": " ", "\t": " ",
}  # fmt: skip

_PRIVATE = re.compile("[\ue000-\uf8ff]")


def plain(text: str) -> str:
    """*text* lowered, with plain quotes, dashes and blanks, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" lowers to two characters
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for odd, usual in _PLAIN.items():
        lowered = lowered.replace(odd, usual)
    # a text's own private-use characters must not pass for the signs of figures
    return lowered if lowered.isascii() else _PRIVATE.sub("\u25a1", lowered)


SET_OFF = " - "  # how a tight dash is folded
# "men—Roe", "men--Roe", "Roe, 24—were"
_TIGHT = lazy(r"(?:—(?<=[\w.,'’\"”)%]—)|--(?<=[\w.,'’\"”)%]--))(?=[\w'‘\"“($])")


@lru_cache(maxsize=1024)
def pattern(source: str, **parts: str) -> re.Pattern[str]:
    """The pattern *source*, in which ``{count}``, ``{any}``, … stand for figures of a kind.

    A regular expression's own braces are doubled, as in :meth:`str.format`. *parts* adds
    names of the caller's own.
    """
    return lazy(source.format(**CLASSES, **parts))


@fixed(frozen=True, eq=False)
class Skeleton:
    """One stretch of text (a sentence, a block) with its figures folded.

    `text` is what patterns match on. `figures` are in text order; the k-th sign in `text`
    is the k-th figure, and `signs` has where it stands there.
    """

    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]
    signs: list[int]
    # room for what several readers of wording work out of this stretch, once
    memo: dict[object, Any] = field(default_factory=dict, init=False)

    @once
    def _starts(self) -> list[int]:
        return [figure.start for figure in self.figures]

    @once
    def _shifts(self) -> list[int]:
        """After the k-th sign, how far document positions run ahead of `text` positions."""
        shifts, ahead = [], self.start
        for figure in self.figures:
            ahead += figure.end - figure.start - 1
            shifts.append(ahead)
        return shifts

    @once
    def tokens(self) -> list[str]:
        """Its words, each with its hyphens, signs and stops, in order."""
        return TOKEN.findall(self.text)

    @once
    def words(self) -> frozenset[str]:
        """Its different words: where one is missing, a pattern that needs it is not tried."""
        # a look-up of each byte takes a fifth of what a search for [a-z]+ does
        letters = self.text.encode("ascii", "replace").translate(_LETTERS)
        return frozenset(letters.decode("ascii").split())

    @once
    def amounts(self) -> int:
        """How many of its figures can be a part of another or its whole."""
        return sum([figure.kind in AMOUNTS for figure in self.figures])

    def up_to(self, end: int) -> Skeleton:
        """The sentence without what it goes on to say from *end* on."""
        figures = self.within(0, end)
        signs = self.signs[: len(figures)]
        return Skeleton(self.start, self.offset(end), self.text[:end], figures, signs)

    def offset(self, position: int) -> int:
        """The document offset of *position* in `text`."""
        k = bisect_left(self.signs, position)  # signs wholly before the position
        return position + (self._shifts[k - 1] if k else self.start)

    def position(self, offset: int) -> int:
        """The position in `text` of a document *offset*; inside a figure, that of its sign."""
        k = bisect_right(self._starts, offset)
        if k and offset < self.figures[k - 1].end:
            return self.signs[k - 1]
        return offset - (self._shifts[k - 1] if k else self.start)

    def figure_at(self, position: int) -> Figure:
        """The figure whose sign stands at *position* of `text`.

        Raises:
            LookupError: no sign stands there.
        """
        k = bisect_left(self.signs, position)
        if k == len(self.signs) or self.signs[k] != position:
            raise LookupError(position)
        return self.figures[k]

    def sign_of(self, figure: Figure) -> int:
        """The position of *figure*'s sign in `text`."""
        return self.signs[bisect_left(self._starts, figure.start)]

    def group(self, match: re.Match[str], name: str | int) -> Figure | None:
        """The figure that group *name* of *match* starts with, or None where it took no part."""
        at = match.start(name)
        return None if at < 0 else self.figure_at(at)

    def span(self, match: re.Match[str], name: str | int = 0) -> Span:
        """The stretch of the document that group *name* of *match* covers."""
        return Span(self.offset(match.start(name)), self.offset(match.end(name)))

    def within(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures whose signs lie in ``text[start:end]``."""
        return self.figures[bisect_left(self.signs, start) : bisect_left(self.signs, end)]


@fixed(frozen=True, eq=False)
class Dashed(Skeleton):
    """A stretch whose tight dashes ("men—Roe and Day—were") are set off by blanks in `text`.

    Else "men-roe" would pass for a word; patterns know dashes by the blanks around them.
    """

    dashes: tuple[Span, ...]

    @once
    def _folded(self) -> list[tuple[int, int, int, int]]:
        """Of each figure and dash in order: where it begins in `text`, how long, and its span."""
        spans = [(f.start, f.end, 1) for f in self.figures]
        spans += [(d.start, d.end, len(SET_OFF)) for d in self.dashes]
        found, ahead = [], self.start
        for start, end, length in sorted(spans):
            found.append((start - ahead, length, start, end))
            ahead += end - start - length
        return found

    def offset(self, position: int) -> int:
        """The document offset of *position* in `text`."""
        k = bisect_left(self._folded, position, key=lambda f: f[0])
        if not k:
            return position + self.start
        at, length, start, end = self._folded[k - 1]
        if position < at + length:  # at the dash itself, or right behind it
            return start if position == at + 1 else end
        return end + position - at - length

    def position(self, offset: int) -> int:
        """The position in `text` of a document *offset*; inside a figure or dash, that of it."""
        k = bisect_right(self._folded, offset, key=lambda f: f[2])
        if not k:
            return offset - self.start
        at, length, _, end = self._folded[k - 1]
        return at + length // 2 if offset < end else at + length + offset - end


def fold(
    text: str, start: int, end: int, figures: Sequence[Figure], dashes: Sequence[Span] = ()
) -> Skeleton:
    """Fold the stretch ``[start, end)`` of plain *text*; *figures* lie in it, in order.

    The tight *dashes* of the text that lie in it are set off by blanks.
    """
    if dashes and (tight := _between(dashes, start, end, figures)):
        pieces: list[str] = []
        at = start
        signs = ((f.start, f.end, SIGNS[f.kind]) for f in figures)
        for first, last, sign in sorted((*signs, *((d.start, d.end, SET_OFF) for d in tight))):
            pieces += (text[at:first], sign)
            at = last
        folded = "".join((*pieces, text[at:end]))
        return Dashed(start, end, folded, tuple(figures), _signs(folded, figures), tight)
    if not figures:
        return Skeleton(start, end, text[start:end], (), [])
    pieces, at = [], start
    for figure in figures:
        pieces.append(text[at : figure.start])
        pieces.append(SIGNS[figure.kind])
        at = figure.end
    pieces.append(text[at:end])
    folded = "".join(pieces)
    return Skeleton(start, end, folded, tuple(figures), _signs(folded, figures))


def _signs(folded: str, figures: Sequence[Figure]) -> list[int]:
    """Where the sign of each of *figures* stands in *folded* text."""
    signs, at = [], -1
    for figure in figures:
        at = folded.index(SIGNS[figure.kind], at + 1)
        signs.append(at)
    return signs


def _between(
    dashes: Sequence[Span], start: int, end: int, figures: Sequence[Figure]
) -> tuple[Span, ...]:
    """Those of *dashes* that lie in a stretch, and in none of its figures."""
    first, last = (bisect_left(dashes, at, key=lambda d: d.start) for at in (start, end))
    starts = [f.start for f in figures]
    before = ((d, bisect_right(starts, d.start)) for d in dashes[first:last])
    return tuple(d for d, k in before if not k or figures[k - 1].end <= d.start)


@dataclass(frozen=True)
class Reading:
    """A document with its figures, and its sentences and blocks folded once.

    This is what context and relations are read from.
    """

    document: Document
    figures: tuple[Figure, ...]

    @once
    def memo(self) -> dict[object, Any]:
        """Room for what several readers of wording work out of the document, once."""
        return {}

    @once
    def text(self) -> str:
        """The document's text made plain, each character where it stood."""
        return plain(self.document.text)

    @once
    def today(self) -> date | None:
        """The day that "today" means in the text, where it or the reader tells."""
        return anchor_date(self.document)

    @once
    def by_sentence(self) -> tuple[tuple[Figure, ...], ...]:
        """The figures of each sentence."""
        rows: list[list[Figure]] = [[] for _ in self.document.sentences]
        for figure in self.figures:
            rows[figure.sentence].append(figure)
        return tuple(map(tuple, rows))

    @once
    def by_value(self) -> dict[Fraction, list[Figure]]:
        """The figures of each value, in text order."""
        found: dict[Fraction, list[Figure]] = {}
        for figure in self.figures:
            if figure.value is not None:
                found.setdefault(figure.value, []).append(figure)
        return found

    @once
    def dashes(self) -> tuple[Span, ...]:
        """The dashes that stand tight between two words, in order."""
        text = self.document.text
        if "—" not in text and "--" not in text:
            return ()
        return tuple(Span(m.start(), m.end()) for m in _TIGHT.finditer(text))

    @once
    def sentences(self) -> tuple[Skeleton, ...]:
        """Every sentence folded; index as `Sentence.index`."""
        return tuple(
            fold(
                self.text,
                s.start,
                max(s.end, figures[-1].end if figures else 0),
                figures,
                self.dashes,
            )
            for s, figures in zip(self.document.sentences, self.by_sentence, strict=True)
        )

    @once
    def with_figures(self) -> tuple[int, ...]:
        """The indices of sentences that hold a figure."""
        return tuple(i for i, figures in enumerate(self.by_sentence) if figures)

    @once
    def figured(self) -> tuple[tuple[int, Skeleton], ...]:
        """The folded sentences that hold a figure, with their index."""
        return tuple((index, self.sentences[index]) for index in self.with_figures)

    @once
    def quantified(self) -> tuple[tuple[int, Skeleton], ...]:
        """Those of them that hold a quantity: not dates, ages, ranks and names alone."""
        kinds = ([figure.kind for figure in skeleton.figures] for _, skeleton in self.figured)
        return tuple(
            told
            for told, here in zip(self.figured, kinds, strict=True)
            if not QUANTITIES.isdisjoint(here)
        )

    @once
    def paired(self) -> tuple[tuple[int, Skeleton], ...]:
        """Those of them that hold two figures or more."""
        return tuple(told for told in self.figured if len(told[1].figures) > 1)

    @once
    def words(self) -> frozenset[str]:
        """The different words of the sentences that hold a figure."""
        return frozenset().union(*(skeleton.words for _, skeleton in self.figured))

    @once
    def quotations(self) -> tuple[Span, ...]:
        """The stretches between quotation marks, in order; one left open ends with its block."""
        spans: list[Span] = []
        text = self.document.text
        for block in self.document.blocks if '"' in self.text else ():
            opened: int | None = None
            for mark in _QUOTE.finditer(self.text, block.start, block.end):  # one plain character
                printed = text[mark.start()]
                if opened is None and printed in '“"':
                    opened = mark.start()
                elif opened is not None and printed in '”"':
                    spans.append(Span(opened, mark.end()))
                    opened = None
            if opened is not None:
                spans.append(Span(opened, block.end))
        return tuple(spans)

    def stretch(self, first: int, last: int) -> Skeleton:
        """Sentences *first* to *last* (inclusive) folded as one."""
        figures: Iterable[Figure] = (f for row in self.by_sentence[first : last + 1] for f in row)
        return fold(
            self.text, self.sentences[first].start, self.sentences[last].end, tuple(figures),
            self.dashes,
        )  # fmt: skip


T = TypeVar("T")
Text = TypeVar("Text", Skeleton, Reading)


def kept(work: Callable[[Text], T]) -> Callable[[Text], T]:
    """A reading of one sentence or document, done once: the second time it is looked up there."""

    @wraps(work)
    def known(text: Text) -> T:
        memo = text.memo
        if work not in memo:
            memo[work] = work(text)
        found: T = memo[work]
        return found

    return known
