"""When: which of the periods that a sentence names is that of a number."""

from __future__ import annotations

from crossfoot.records.periods import When
from crossfoot.records.sentence import Sentence

_BESIDE = 12  # characters: ", in " and the like between a number and its period


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
