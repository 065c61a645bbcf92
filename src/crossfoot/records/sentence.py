"""A sentence taken apart for records: its numbers, and which words narrow which of them."""

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
from crossfoot.records.periods import When, read_periods
from crossfoot.records.words import (
    Facilities,
    Measure,
    Mention,
    Uncovered,
    area_mentions,
    country_mentions,
    facility_mentions,
    measure_named,
    measures,
    member_mentions,
    names_of_others,
    state_mentions,
    table,
    uncovered,
    unknown_facility,
)

# where a number stands in the sentence; no figure where a word such as "none" says it
Number = tuple[int, int, Figure | None]


@dataclass(frozen=True)
class Held:
    """What the store holds that words may name."""

    countries: tuple[str, ...]
    facilities: Facilities


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
    """A sentence with its numbers, and all that its words name.

    `text` is lowered and plain; its offsets are the document's less `start`.
    """

    text: str
    start: int
    numbers: tuple[Number, ...]
    held: Held
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
        """Members, countries, facilities, areas and states named, in order."""
        facilities = facility_mentions(self.text, self.held.facilities)
        if not facilities and (stranger := unknown_facility(self.original)):
            facilities = [stranger]
        areas = list(area_mentions(self.text))
        states = [s for s in state_mentions(self.text) if not _within(s, areas)]
        found = [
            *member_mentions(self.text),
            *country_mentions(self.text, self.held.countries),
            *areas,
            *states,
        ]
        if facilities:  # a city or state beside a facility says where that is
            found = [m for m in found if m.dimension not in {"state", "aor", "city"}]
            found = [m for m in found if not _within(m, facilities)]
        return tuple(sorted([*found, *facilities], key=lambda m: (m.start, m.end)))

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
        """Dimensions whose words belong to naming what the number counts."""
        measure = measure_of(self, index)
        if not isinstance(measure, Measure):
            return frozenset()
        only = table()["only"]
        return measure.ignores | {d for d, names in only.items() if measure.name not in names}

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
        measure = measure_of(self, index)
        return isinstance(measure, Measure) and measure.kind == "stock"

    def clause_of(self, index: int) -> Clause:
        """The clause that holds a number."""
        return next(c for c in self.clauses if index in c.numbers)

    def clause_at(self, position: int) -> Clause:
        """The clause that holds a character."""
        return next(c for c in self.clauses if c.start <= position < c.end)


def _overlaps(match: re.Match[str], spans: Iterable[tuple[int, int]]) -> bool:
    return any(s < match.end() and match.start() < e for s, e in spans)


def _within(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.start < mention.end and mention.start < o.end for o in others)


def sentence_of(
    skeleton: Skeleton, document_text: str, held: Held, published: date | None
) -> Sentence:
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
    return Sentence(text, skeleton.start, numbers, held, published, original)


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


_OF_DAYS = re.compile(r"[ -](?:consecutive |cumulative |straight |calendar )?days?\b")


def _of_days(text: str, start: int, figure: Figure) -> Figure:
    """A number of days is a length of time, whoever spent it."""
    if figure.kind in {"age", "count", "number"} and _OF_DAYS.match(text, figure.end - start):
        return replace(figure, kind="duration", unit="days")
    return figure


# --- the period of a number --------------------------------------------------------------


def when_of(sentence: Sentence, index: int) -> When | None:
    """The period of a number: beside it in its clause, else the sentence's, else the last one's."""
    if (paired := _paired_period(sentence, index)) is not None:
        return paired
    start, end, _ = sentence.numbers[index]
    clause = sentence.clause_of(index)
    beyond = index + (2 if sentence.part_of_next(index) else 1)
    next_ = min((n[0] for n in sentence.numbers[beyond:]), default=len(sentence.text))
    last = max((n[1] for n in sentence.numbers if n[1] <= start), default=0)
    after = [w for w in sentence.periods if end <= w.at[0] < min(next_, clause.end)]
    before = [w for w in sentence.periods if max(last, clause.start) <= w.at[0] < start]
    if after and before and index and before[-1].at[0] - last <= _BESIDE:
        return after[0]  # "16 in the third quarter to 20 in the fourth": each its own
    if after and before:
        if sentence.of_a_day(index):
            days = [w for w in (after[0], before[-1]) if w.grain in {"day", "part", "edge"}]
            after, before = (days or after)[:1], before if len(days) != 1 else days
        return min(after[0], before[-1], key=lambda w: _gap(w, start, end))
    if after or before:
        return (after or before[-1:])[0]
    return _shared_period(sentence, index)


def _paired_period(sentence: Sentence, index: int) -> When | None:
    """``rose from A to B between May and June``: the first period is A's, the second B's."""
    first = index if sentence.runs_to_next(index) else index - 1
    if first < 0 or not sentence.runs_to_next(first):
        return None
    start, end = sentence.numbers[first][0], sentence.numbers[first + 1][1]
    if any(start < w.at[0] < sentence.numbers[first + 1][0] for w in sentence.periods):
        return None  # each has its own beside it
    periods = [p for w in sentence.periods for p in (w.ends or (w,))]
    points = [w for w in periods if w.at[0] >= end] or periods
    return points[index - first] if len(points) == 2 else None


_BESIDE = 12  # characters: ", in " and the like between a number and its period


def _gap(when: When, start: int, end: int) -> int:
    return when.at[0] - end if when.at[0] >= end else start - when.at[1]


def _shared_period(sentence: Sentence, index: int) -> When | None:
    """Of a clause without numbers; else that of the number before; else the first named."""
    at = {w: sentence.clause_at(w.at[0]) for w in sentence.periods}
    loose = [w for w in sentence.periods if not at[w].numbers and not at[w].compares]
    if loose:
        return loose[0]
    if index:
        return when_of(sentence, index - 1)
    return sentence.periods[0] if sentence.periods else None


# --- whom a number counts ----------------------------------------------------------------


# dimensions that single out some of the people counted
NARROW = frozenset(
    {"criminality", "agency", "reason", "technology", "disposition", "sex", "country", "threat",
     "level", "placement_reason", "family_status", "time_in_custody", "population"}
)  # fmt: skip


def dims_of(sentence: Sentence, index: int) -> dict[str, tuple[str, ...]]:
    """The members that narrow a number.

    Those of its clause, of clauses without numbers, and of earlier ones; of one dimension the
    nearest stands.
    """
    own = sentence.clause_of(index)
    chosen: dict[str, tuple[int, tuple[str, ...]]] = {}
    figure = sentence.numbers[index][2]
    level = figure is None or figure.kind not in _RATIOS
    whole = index > 0 and level and wording.WHOLE.search(own.text) is not None
    for mention in sentence.mentions:
        clause = sentence.clause_at(mention.start)
        rank = _rank(sentence, mention, clause, own, index)
        if rank is None or (whole and clause is not own and mention.dimension in NARROW):
            continue
        held = chosen.get(mention.dimension)
        if held is None or rank < held[0]:
            chosen[mention.dimension] = rank, mention.members
        elif rank == held[0] and _joined(sentence, mention):
            both = "+".join(dict.fromkeys((*held[1], *mention.members)))
            chosen[mention.dimension] = rank, (both,)
    ignored = sentence.ignored(index)
    sentence.inherits[index] = any(
        rank > INHERITED and d in NARROW and d not in ignored for d, (rank, _) in chosen.items()
    )
    return {d: members for d, (_, members) in chosen.items() if d not in ignored}


_TOGETHER = re.compile(r"(?:s|ns)?,? (?:and|or|and/or|plus) (?:the |had |were |with |those )*")


def _joined(sentence: Sentence, mention: Mention) -> bool:
    """Whether it goes with another of its dimension: ``Guatemalans and Hondurans``."""
    return any(
        m.dimension == mention.dimension
        and m.members != mention.members
        and _TOGETHER.fullmatch(sentence.text[m.end : mention.start]) is not None
        for m in sentence.mentions
        if m.end <= mention.start
    )


def _rank(
    sentence: Sentence, mention: Mention, clause: Clause, own: Clause, index: int
) -> int | None:
    """How near a mention is to a number, 0 nearest; None where it belongs to another one."""
    start, end, _ = sentence.numbers[index]
    if clause is own:
        between = any(
            end <= n[0] < mention.start or mention.end <= n[0] < start
            for i, n in enumerate(sentence.numbers)
            if i != index and not (i == index + 1 and sentence.part_of_next(index))
        )
        if between:
            return 4 if mention.start < start else None
        return int(any(n[1] <= mention.start for n in sentence.numbers if n[1] <= start
                       and n[0] >= own.start) and mention.end <= start)  # fmt: skip
    if not clause.numbers:
        if clause.compares:
            return None
        return 2 if clause.start < own.start else 3
    steps = sentence.clauses.index(own) - sentence.clauses.index(clause)
    bare = wording.BARE.match(sentence.text[own.start : start]) is not None
    if steps == 1 and bare and mention.start > sentence.numbers[clause.numbers[-1]][1]:
        return 1  # "… those to Peru, 96"
    return INHERITED + steps if steps > 0 else None


# ranks above this are of words that stand with an earlier number
INHERITED = 4


# --- what a number counts ----------------------------------------------------------------


_DIGITS = re.compile(r"\d[\d,.]*(?<![,.])")
_SITES = re.compile(r"facilit|center|jail|site|prison")
_UNITS = {"duration": "days", "money": "USD"}
_RATIOS = frozenset({"percent", "fraction", "multiple", "points"})


def measure_of(sentence: Sentence, index: int) -> Measure | Uncovered | None:
    """The measure of a number: by its clause, else those without numbers, else earlier ones."""
    if index not in sentence.told:
        sentence.told[index] = _measure_of(sentence, index)
    return sentence.told[index]


def _measure_of(sentence: Sentence, index: int) -> Measure | Uncovered | None:
    figure = sentence.numbers[index][2]
    own = sentence.clause_of(index)
    if index and sentence.runs_to_next(index - 1):  # both ends of "from … to …" count one thing
        first = measure_of(sentence, index - 1)
        if isinstance(first, Measure):
            return first
    loose = [c for c in sentence.clauses if not c.numbers and not c.compares]
    everything = " ".join(_said(sentence, c) for c in sorted([*loose, own], key=lambda c: c.start))
    missing = _uncovered(everything, figure)
    if missing is not None:
        return missing
    earlier = [c for c in reversed(sentence.clauses) if c.numbers and c.start < own.start]
    for text in (_said(sentence, own), everything, *(_said(sentence, c) for c in earlier)):
        found = measure_in(text, figure, everything)
        if found is not None:
            return _refined(found, figure, everything)
    for text in (own.text, sentence.text):  # nothing but arrests, or removals of one kind, is meant
        plain_text = _DIGITS.sub("9", names_of_others().sub(" ", text))
        found = measure_in(plain_text, figure, sentence.text)
        if found is not None:
            return _refined(found, figure, sentence.text)
    if any(m.dimension == "technology" for m in sentence.mentions):
        return measure_named("atd_active")
    missing = _uncovered(" ".join(_said(sentence, c) for c in earlier), figure)
    return missing or _named_by_context(figure)


def _said(sentence: Sentence, clause: Clause) -> str:
    """A clause less what only looks like a measure: who arrested people, names of offices."""
    text = sentence.text
    for m in sentence.mentions:
        if (
            m.dimension in {"agency", "disposition"}
            and m.start < clause.end
            and clause.start < m.end
        ):
            text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
    text = names_of_others().sub(lambda m: " " * len(m[0]), text)
    return _DIGITS.sub("9", text[clause.start : clause.end])


def measure_in(text: str, figure: Figure | None, everything: str) -> Measure | None:
    """The first measure whose words *text* has and whose unit the figure states."""
    for measure in measures():
        needs = measure.needs
        if needs and not (needs.search(everything) or needs.search(text)):
            continue
        if measure.unit == "days" and not _long(figure, everything):
            continue
        if _fits(measure, figure) and measure.words.search(text):
            return measure
    return None


_LENGTH = re.compile(r"\b(?:stays?|days?|long(?:er)?|length|time in)\b")


def _long(figure: Figure | None, text: str) -> bool:
    """A ratio is one of days only where the sentence speaks of time."""
    if figure is None or figure.kind not in _RATIOS:
        return True
    return _LENGTH.search(text) is not None


def _fits(measure: Measure, figure: Figure | None) -> bool:
    if figure is None:
        return measure.unit not in {"days", "USD"}
    if figure.kind in _UNITS:
        return measure.unit == _UNITS[figure.kind]
    if figure.kind in _RATIOS:
        return True
    if (figure.unit or "").lower().endswith(("day", "days")) and figure.kind != "rate":
        return measure.unit == "days"
    if measure.unit == "facilities":
        return _SITES.search((figure.unit or "").lower()) is not None
    if figure.kind == "number" and measure.unit == "days":
        return not figure.unit
    return measure.unit not in {"days", "USD"}


def _refined(found: Measure, figure: Figure | None, text: str) -> Measure:
    """People detained "a day" or "on average" are a mean, whatever verb is used."""
    adp = measure_named("adp")
    rate = figure is not None and figure.kind == "rate"
    if found is adp and rate:  # "booked an average of 50 people a day": a flow, by the day
        flows = (measure_named(name) for name in ("bookins", "bookouts", "removals", "releases"))
        return next((m for m in flows if m.words.search(text)), adp)
    if found.name == "detained" and (rate or adp.words.search(text)):
        return adp
    return found


def _uncovered(text: str, figure: Figure | None) -> Uncovered | None:
    for thing in uncovered():
        money = figure is not None and figure.kind == "money"
        if thing.unit == "USD" and (not money or measure_in(text, figure, text)):
            continue
        if thing.words.search(text) and not (thing.unless and thing.unless.search(text)):
            return thing
    return None


def _named_by_context(figure: Figure | None) -> Measure | None:
    if figure is None or figure.measure is None:
        return None
    return next((m for m in measures() if figure.measure in m.names and _fits(m, figure)), None)
