"""Of what a text counts: its figures sentence by sentence, with the topic carried on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from crossfoot.figures.context.attach import is_base
from crossfoot.figures.context.english import AUXILIARIES
from crossfoot.figures.context.lexicon import Hit, Sought
from crossfoot.figures.context.measure.carried import GOVERNING
from crossfoot.figures.context.measure.composite import composed
from crossfoot.figures.context.measure.counting import count_of
from crossfoot.figures.context.measure.noun import REACH
from crossfoot.figures.context.measure.sentence import COUNTED, Counted, Sentence, is_memorable
from crossfoot.figures.context.measure.table import MeasureTable, Term
from crossfoot.figures.context.words import Words
from crossfoot.model import Figure

_GOVERNING_BUT_FROM = GOVERNING - {"from"}
_OF_THE = ["of", "the"]
_MEASURING = frozenset("above below beyond exceeding".split())


class MeasureReader:
    """Reads the figures of one sentence after the other, carrying the topic on."""

    def __init__(self, table: MeasureTable, words: Words, text: str) -> None:
        """Read *words* of *text* by the measures of *table*."""
        self.table = table
        self._words = words
        self._text = text
        self._terms = Sought(table.terms, words)
        self._values: dict[Fraction, Counted] = {}
        self._named: list[str] = []  # measures in the order of the text, to settle open terms
        self.topic: Counted | None = None
        self.headline = False

    def read(
        self,
        figures: Sequence[tuple[int, Figure]],
        begin: int,
        end: int,
        masked: Mapping[int, int],
    ) -> dict[int, Counted]:
        """What each figure of words *begin* to *end* counts.

        *masked* are the words that qualify people and measure nothing here (``ordered deported``),
        with where the phrase of each ends.
        """
        sentence = self._sentence(figures, begin, end, masked)
        read: dict[int, Counted] = {}
        stops = [at for at, _ in figures[1:]] + [end]
        previous: list[Counted] = []
        start = begin
        for (at, figure), stop in zip(figures, stops, strict=True):
            if figure.kind not in COUNTED:
                name = self.table.by_kind.get(figure.kind)
                found = Counted(figure.unit, name, at + 1, True)
                read[at] = composed(sentence, found, at, start, stop)
            else:
                of_the = self._words.lower[at + 1 : at + 3] == _OF_THE
                sentence.topic = (self._whole_said(at) if of_the else None) or self.topic
                found = (
                    self._recalled(at, figure)
                    or self._compared(at, read.get(start - 1))
                    or count_of(sentence, at, figure, start, stop, previous)
                )
                read[at] = found = composed(sentence, found, at, start, stop)
                if of_the and previous and self._is_parallel(at, previous[-1], found):
                    read[start - 1] = previous[-1]._replace(measure=found.measure)
                previous.append(found)
                if not self._is_yardstick(at, found):
                    self._note(found, figure)
            start = at + 1
        return read

    def _sentence(
        self,
        figures: Sequence[tuple[int, Figure]],
        begin: int,
        end: int,
        masked: Mapping[int, int],
    ) -> Sentence:
        """The sentence of words *begin* to *end*, with the phrases of the pack in it."""
        named = not COUNTED.isdisjoint([figure.kind for _, figure in figures])
        hits = self._hits(begin, end) if named else []
        free = [h for h in hits if h.end > masked.get(h.start, h.start)] if masked else hits
        return Sentence(
            self.table, self._words, self._text, hits, free, {hit.start: hit for hit in hits},
            begin, end, self._named, bool(masked),
        )  # fmt: skip

    def _whole_said(self, at: int) -> Counted | None:
        """What the 35 counted of which ``18 of the 35`` are a part."""
        number = self._words.figure[at + 3]
        return self._recalled(at + 3, self._words.figures[number]) if number >= 0 else None

    def _is_parallel(self, at: int, before: Counted, counted: Counted) -> bool:
        """``ICE arrested 36 and CBP arrested 4 of the 40 people booked``: both are of the 40."""
        if self._words.figure[at + 3] < 0:
            return False
        absorbed = before.measure in self.table.absorbs.get(counted.measure or "", ())
        return absorbed and "and" in self._words.lower[before.until : at]

    def _is_yardstick(self, at: int, counted: Counted) -> bool:
        """``53,000, well above the 45,274 beds``: a plan to compare with is no topic."""
        if counted.measure not in self.table.plans or self.topic is None:
            return False
        window = self._words.lower[at - 4 : at]
        return not _MEASURING.isdisjoint(window) or is_base(self._words.lower, at)

    def _recalled(self, at: int, figure: Figure) -> Counted | None:
        """``of the 32,809``: a large number said again counts what it did."""
        lower, value = self._words.lower, figure.value
        if lower[at - 1] not in ("the", "that", "those") or value is None:
            return None
        if lower[at + 1] not in AUXILIARIES and lower[at + 1] not in (",", ".", ";", ")"):
            return None
        known = self._values.get(value)
        return known._replace(until=at + 1) if known is not None else None

    def _compared(self, at: int, before: Counted | None) -> Counted | None:
        """``171 days on average, up from 37``: the base of a length is a length."""
        if before is None or before.measure not in self.table.known or before.until > at:
            return None
        lower, length = self._words.lower, before.until - 1
        if at - length > REACH or lower[length - 1] in _GOVERNING_BUT_FROM:
            return None
        bare = lower[at + 1] in (".", ",", ";", ")", "in", "a", "last")
        if bare and lower[at - 1] == "to" and length == at - 2:  # "from 23 days to 17"
            return before._replace(until=at + 1)
        return before._replace(until=at + 1) if bare and is_base(self._words.lower, at) else None

    def introduce(self, begin: int, end: int) -> None:
        """A heading or a line that opens a list names what is counted below it."""
        for hit in self._hits(begin, end):
            name = hit.meaning.measures[0] if hit.meaning.measures else None
            if hit.meaning.role in ("noun", "event") and name in self.table.topical:
                unit = self._text[self._words.start[hit.start] : self._words.stop[hit.end - 1]]
                self.topic = Counted(unit, name, hit.end, False)
                return

    def _hits(self, begin: int, end: int) -> list[Hit[Term]]:
        found = self._terms.find(begin, end)
        if self.headline:  # Where Every Word Has a Capital
            return found
        titled = self._words.titled
        return [
            hit for hit in found if not (titled[hit.start] and self._in_a_name(hit.start, begin))
        ]

    def _note(self, counted: Counted, figure: Figure) -> None:
        if counted.measure == self.table.people and self.topic is None:
            self.topic = counted
        if counted.measure in self.table.topical and figure.kind != "rank":
            self.topic = counted
            if figure.value is not None and is_memorable(figure.value):
                self._values.setdefault(figure.value, counted)
            self._named.append(counted.measure or "")

    def _in_a_name(self, position: int, begin: int) -> bool:
        """Whether the word, which has a capital, is part of a proper name: ``Cook County``."""
        raw = self._words.raw
        if position == begin or raw[position].isupper():
            return False
        before, after = raw[position - 1], raw[position + 1]
        return (before[0].isupper() and before.isalpha()) or (
            after[0].isupper() and after.isalpha() and before != "•"
        )
