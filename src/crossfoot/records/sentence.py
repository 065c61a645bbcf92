"""A sentence taken apart for records: its numbers, and the clauses they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import pairwise

from crossfoot.figures.skeleton import Skeleton, plain
from crossfoot.model import Figure
from crossfoot.records import wording
from crossfoot.records.mentions import Mention
from crossfoot.records.periods import When, read_periods
from crossfoot.records.vocabulary import Measure, Uncovered

_OF_DAYS = re.compile(r"[ -](?:consecutive |cumulative |straight |calendar )?days?\b")
# kinds of figures that say how two numbers compare
RATIOS = frozenset({"percent", "fraction", "multiple", "points"})
# where a number stands in the sentence; no figure where a word such as "none" says it
Number = tuple[int, int, Figure | None]


@dataclass(frozen=True)
class Clause:
    """A stretch of the sentence with the numbers in it, by index."""

    start: int
    end: int
    numbers: tuple[int, ...]
    text: str

    @property
    def compares(self) -> bool:
        """Whether it only says what the number is set against."""
        return not self.numbers and wording.COMPARES.match(self.text) is not None


@dataclass(frozen=True)
class Sentence:
    """A sentence with its numbers; what its words name is told by the data it is held against.

    `text` is lowered and plain; its offsets are the document's less `start`.
    """

    text: str
    start: int
    numbers: tuple[Number, ...]
    published: date | None = None
    original: str = ""  # as printed: capitals tell names
    inherits: dict[int, bool] = field(default_factory=dict, compare=False)
    told: dict[int, Measure | Uncovered | None] = field(default_factory=dict, compare=False)

    @cached_property
    def periods(self) -> tuple[When, ...]:
        """Periods named, less those that belong to a superlative."""
        found = read_periods(self.text, self.published)
        return tuple(
            w for w in found
            if not wording.OF_SUPERLATIVE.search(self.text[max(0, w.at[0] - 60) : w.at[0]])
        )  # fmt: skip

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What the words name that narrows a number, in order."""
        return ()

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The sentence cut where a number is said of something else."""
        inside = [*(w.at for w in self.periods), *((m.start, m.end) for m in self.mentions),
                  *((s, e) for s, e, _ in self.numbers)]  # fmt: skip
        cuts = sorted(
            {
                m.start() if m[0][0].isalpha() else m.end()
                for m in wording.BREAK.finditer(self.text)
                if not _overlaps(m, inside) and not (m[0] == ":" and self._number_at(m.end()))
            }
        )
        cuts += self._cuts_at_and(cuts, inside)
        edges = [0, *sorted(set(cuts)), len(self.text)]
        return tuple(
            Clause(s, e, tuple(i for i, n in enumerate(self.numbers) if s <= n[0] < e),
                   self.text[s:e])
            for s, e in pairwise(edges) if e > s
        )  # fmt: skip

    def _number_at(self, position: int) -> bool:
        """Whether a number follows at once: ``arrested by CBP: 11``."""
        return any(position <= n[0] <= position + 2 for n in self.numbers)

    def _cuts_at_and(self, cuts: Sequence[int], inside: Sequence[tuple[int, int]]) -> list[int]:
        """``and`` cuts where numbers stand on both sides of it within one clause."""
        found = []
        for start, end in pairwise([0, *cuts, len(self.text)]):
            at = [n[0] for n in self.numbers if start <= n[0] < end]
            for left, right in pairwise(at):
                joins = wording.AND.finditer(self.text, left, right)
                found.extend([m.start() for m in joins if not _overlaps(m, inside)][-1:])
        return found

    def ignored(self, index: int) -> frozenset[str]:
        """Dimensions that the number is not narrowed by, whatever the words name."""
        return frozenset()

    def part_of_next(self, index: int) -> bool:
        """Whether it is ``310`` in ``310 of the 1,240 …``: what follows is of both."""
        if index + 1 >= len(self.numbers):
            return False
        gap = self.text[self.numbers[index][1] : self.numbers[index + 1][0]]
        return wording.N_OF.match(gap) is not None

    def runs_to_next(self, index: int) -> bool:
        """Whether it is ``310`` in ``from 310 in fiscal 2014 to 450 …``."""
        if index + 1 >= len(self.numbers):
            return False
        start, end, _ = self.numbers[index]
        gap = self.text[end : self.numbers[index + 1][0]]
        opened = wording.FROM.search(self.text[max(0, start - 40) : start])
        return opened is not None and wording.TO.search(gap) is not None and ";" not in gap

    def of_a_day(self, index: int) -> bool:
        """Whether the number counts what there was on one day."""
        return False

    def clause_of(self, index: int) -> Clause:
        """The clause that holds a number."""
        return next(c for c in self.clauses if index in c.numbers)

    def clause_at(self, position: int) -> Clause:
        """The clause that holds a character."""
        return next(c for c in self.clauses if c.start <= position < c.end)


def _overlaps(match: re.Match[str], spans: Iterable[tuple[int, int]]) -> bool:
    return any(s < match.end() and match.start() < e for s, e in spans)


def sentence_of(skeleton: Skeleton, document_text: str, published: date | None) -> Sentence:
    """Take a folded sentence apart; dates, identifiers, ages and ranks are no counts."""
    text = plain(document_text[skeleton.start : skeleton.end])
    periods = [w.at for w in read_periods(text, published)]
    spans = [(f.start - skeleton.start, f.end - skeleton.start) for f in skeleton.figures]
    figures = _with_units(text, skeleton.start, skeleton.figures)
    stated: list[Number] = [
        (s, e, figure)
        for (s, e), figure in zip(spans, figures, strict=True)
        if figure.kind not in {"date", "identifier", "age", "rank"}
        and not any(a < e and s < b for a, b in periods)
    ]
    zeros: list[Number] = [
        (*m.span(), None)
        for m in wording.ZERO.finditer(text)
        if not any(s < m.end() and m.start() < e for s, e in spans)
    ]
    numbers = tuple(sorted([*stated, *zeros], key=lambda n: n[0]))
    original = document_text[skeleton.start : skeleton.end]
    return Sentence(text, skeleton.start, numbers, published, original)


def _with_units(text: str, start: int, figures: Sequence[Figure]) -> list[Figure]:
    """Days said once of two numbers are days of both: ``75 days against 30``."""
    found: list[Figure] = []
    for figure in map(partial(_of_days, text, start), figures):
        last = found[-1] if found else None
        bare = figure.kind in {"count", "number"} and not figure.unit
        gap = text[last.end - start : figure.start - start] if last else ""
        goes_on = last is not None and last.kind == "duration" and wording.AGAINST.match(gap)
        found.append(replace(figure, kind="duration", unit="days") if bare and goes_on else figure)
    return found


def _of_days(text: str, start: int, figure: Figure) -> Figure:
    """A number of days is a length of time, whoever spent it."""
    if figure.kind in {"age", "count", "number"} and _OF_DAYS.match(text, figure.end - start):
        return replace(figure, kind="duration", unit="days")
    return figure
