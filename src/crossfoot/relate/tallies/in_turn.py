"""Events announced by number and told by their turn: ``two seizures. … The second took place``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import IN_TURN
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.told_singly import EVENTS, is_over
from crossfoot.relate.wording.phrases import phrase, singular

# "The second seizure", "In the second, officers", "a third bust", "the third happened"
_NTH = lazy(
    rf"\b(?:the|a)\s(?P<nth>{'|'.join(IN_TURN)})(?:\sand\s(?:final|last))?"
    r"(?:\s(?P<noun>(?:[a-z-]+\s){0,2}?[a-z]+)\b|(?=,))"
)
_TOLD = lazy(r"(?:happened|occurred|took|came|was|began|involved|followed|resulted|one)\b")
# where such an event takes place: "two stash houses … The second incident"
_PLACES = frozenset("house load vehicle truck van car home residence".split())
WORDS = 4  # words behind a number in which its noun stands
LEDE = 6  # sentences, headings included, in which the number of events is announced
REACH = 60  # sentences that tell of them
MOST = 8


def events_in_turn(reading: Reading) -> Iterator[Relation]:
    """The only number of events up front, where the last of them is told as the last."""
    if "second" not in reading.text:
        return
    figures = [
        f
        for index, row in announced(reading)
        for f in row
        if index < LEDE and f.value is not None and f.value <= MOST and f.hedge is None
        and _of_events(reading, f)
    ]  # fmt: skip
    if len({f.value for f in figures}) != 1:
        return
    told = _told(reading, figures)
    # what comes first may be told without a word of its turn
    turns = sorted(IN_TURN.index(nth) + 1 for nth in told)
    if turns and turns in (_upto(turns[-1]), _upto(turns[-1])[1:]):
        spans = [told[IN_TURN[turn - 1]] for turn in turns]
        opening = [] if turns[0] == 1 else [_opening(reading, figures[-1], spans[0])]
        items = Items.exactly([*opening, *spans])
        sure = turns[0] == 1 and len(turns) > 1 and is_over(reading, spans[-1])
        yield from tally(reading, figures, items, spans[0], sure=sure)


def _upto(last: int) -> list[int]:
    return list(range(1, last + 1))


def _of_events(reading: Reading, figure: Figure) -> bool:
    if reading.text.startswith("-", figure.end):
        return False  # "a two-car crash" is one
    return not (EVENTS | _PLACES).isdisjoint(_counted(reading, figure))


def _counted(reading: Reading, figure: Figure) -> Iterator[str]:
    """The words that *figure* counts, up to a verb: ``fires broke out`` counts fires."""
    return map(singular, phrase(reading.sentences[figure.sentence], figure)[:WORDS])


def _told(reading: Reading, figures: list[Figure]) -> dict[str, Span]:
    """Where each turn is first told behind the number."""
    nouns = EVENTS.union(*(_counted(reading, f) for f in figures))
    sentences = reading.document.sentences
    end = sentences[min(figures[0].sentence + REACH, len(sentences) - 1)].end
    found: dict[str, Span] = {}
    for match in _NTH.finditer(reading.text, figures[0].end, end):
        words = match["noun"] or ""
        if not words or _TOLD.match(words) or nouns & set(map(singular, words.split())):
            found.setdefault(match["nth"], Span(*match.span("nth")))
    return found


def _opening(reading: Reading, figure: Figure, second: Span) -> Span:
    """The sentence behind the number, which begins to tell of the first."""
    sentences = reading.document.sentences
    after = min(figure.sentence + 1, len(sentences) - 1)
    return Span(sentences[after].start, min(sentences[after].end, second.start))
