"""Lists that a sentence of their own opens: ``in the following states: Iowa (25), Utah (12) …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items, items_of
from crossfoot.relate.tallies.words import NO_LIST
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import head

# "arrests were made in the following states:"
_FOLLOWING = lazy(
    r"\bthe following (?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+s|people|men|women)"
    r"(?: (?:were|was|are|have been) [a-z]+(?: [a-z]+){0,4})?(?P<tie>:)(?=\s|$)"
)
_BRACKET = lazy(r"[^(),;]{2,60}\s\([^()]{1,30}\)")


def following_listed(reading: Reading) -> Iterator[Relation]:
    """The number of a noun, and the list that "the following" opens of the same noun."""
    if "the following " not in reading.text:
        return
    for index, sentence in enumerate(reading.document.sentences):
        if not (match := _FOLLOWING.search(reading.text, sentence.start, sentence.end)):
            continue
        numbers = _numbers(reading, singular(match["noun"]), match.start())
        if not numbers:
            continue
        items = _items(reading, index, match.end())
        alike = {figure.value for figure in numbers}
        fits = [f for f in numbers if items and f.value == len(items.spans)]
        tie = Span(match.start("tie"), match.end("tie"))
        yield from tally(reading, (fits or numbers)[-1:], items, tie, sure=len(alike) == 1)


def _numbers(reading: Reading, noun: str, before: int) -> list[Figure]:
    """The numbers told of *noun* before a place in the text."""
    return [
        figure
        for at, figures in announced(reading)
        for figure in figures
        if figure.end < before and figure.hedge is None
        and _counts(reading.sentences[at], figure, noun)
    ]  # fmt: skip


def _counts(skeleton: Skeleton, figure: Figure, noun: str) -> bool:
    return (
        head(skeleton, figure) == noun
        and " other " not in skeleton.text[skeleton.sign_of(figure) : skeleton.sign_of(figure) + 8]
    )


def _items(reading: Reading, index: int, start: int) -> Items | None:
    """What is listed behind the colon: names with their brackets, names, or the bullets below."""
    document = reading.document
    sentence = document.sentences[index]
    text = document.text
    if text[start : sentence.end].strip():
        listed = [Span(m.start(), m.end()) for m in _BRACKET.finditer(text, start, sentence.end)]
        if len(listed) > 1:
            return Items.exactly(listed)
        if NO_LIST.search(reading.text[start : sentence.end]):
            return None
        return items_of(text, start, sentence.end)
    block = sentence.block + 1
    spans = []
    while block < len(document.blocks) and document.blocks[block].kind == "item":
        spans.append(Span(document.blocks[block].start, document.blocks[block].end))
        block += 1
    return Items.exactly(spans) if len(spans) > 1 else None
