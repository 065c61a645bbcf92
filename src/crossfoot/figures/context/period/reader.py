"""When something was, by the words of a sentence: its times, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.figures.context.period.calendar import NamedDate
from crossfoot.figures.context.period.dated import dated
from crossfoot.figures.context.period.lengths import from_length
from crossfoot.figures.context.period.times import Times, When
from crossfoot.figures.context.period.turning import coming_year, turning
from crossfoot.figures.context.period.worded import WORDED, worded
from crossfoot.figures.context.words import openings, within
from crossfoot.model import Period


@dataclass(slots=True)
class PeriodReader:
    """Reads the periods of sentences in order; keeps the last one for "that day"."""

    times: Times
    named: Lexicon[NamedDate]  # days that the field knows by a name: "took office"
    timely: list[int] = field(init=False)  # the words that may name a time

    def __post_init__(self) -> None:
        """Sort out the words that may name a time: dates, lengths, and such as "that day"."""
        words = self.times.words
        lower, opening = words.lower, words.opening
        named = openings(lower, self.named.openers, opening)
        undated = openings(lower, WORDED, opening)
        numbered = zip(words.at, words.figures, strict=True)
        timed = [at for at, figure in numbered if figure.kind in ("date", "duration")]
        self.timely = sorted({*named, *undated, *timed})

    def read(self, begin: int, end: int) -> list[Mention[When]]:
        """The periods that words *begin* to *end* name, in order."""
        out: list[Mention[When]] = []
        times = self.times
        times.last = times.topic or times.last  # "1,279 the year before. That year": the later one
        lower, named, done = times.words.lower, self.named.firsts, begin
        for position in within(self.timely, begin, end):
            if position < done:
                continue
            if lower[position] in named:
                out += self._by_name(position, begin)
                continue
            found = self._at(position, begin, end, out)
            if found is not None:
                out.append(found)
                done = found.end
                times.remember(found.meaning)
        return out

    def _by_name(self, position: int, begin: int) -> list[Mention[When]]:
        """``since the president took office``."""
        times = self.times
        lower = times.words.lower
        hit = self.named.at(lower, position)
        opened = "since" in lower[max(begin, position - 7) : position]
        if hit is None or not opened or times.anchor is None:
            return []
        day = hit.meaning.last(times.anchor)
        then = lower[hit.end : hit.end + 2] == [",", "when"]
        found = times.mention(position, hit.end, Period(day, day if then else None), relative=then)
        times.remember(found.meaning)
        return [found]

    def _at(
        self, position: int, begin: int, end: int, out: list[Mention[When]]
    ) -> Mention[When] | None:
        """The time that a word opens, by a date, a length or neither."""
        times = self.times
        figure = times.figure_at(position)
        if figure is None:
            return worded(times, position, begin, end)
        if figure.kind == "duration":
            return from_length(times, position, figure, begin, end)
        plain = figure.kind == "date" and figure.text.lower().endswith("fiscal year")
        if plain and (found := turning(times, position, begin, end)) is not None:
            return found
        period = times.date_at(position, end)
        if period is not None:
            return dated(times, position, period, begin, end, out)
        return coming_year(times, position) if plain else None
