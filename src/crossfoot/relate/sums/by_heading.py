"""Items that each count the same thing, under a heading that the text totals elsewhere.

``In Syria, forces conducted 10 strikes``; then ``Syria`` over ``Near Ayn Issa, one strike hit …``.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.phrases import phrase, relation, singular
from crossfoot.relate.wording.rows import family

LONGEST = 40  # characters of a heading that names a place or a kind
LEDE = 12  # sentences in which such totals are told
_SOME = lazy(r"\b(?:includ|among|such as|highlight|some of)")


def by_heading(reading: Reading) -> Iterator[Relation]:
    """The counts of the items under each heading, against the total told of its place."""
    blocks = reading.document.blocks
    for number, block in enumerate(blocks[:-2]):
        if block.kind == "item" or block.end - block.start > LONGEST:
            continue
        if blocks[number + 1].kind == blocks[number + 2].kind == "item":
            yield from _under(reading, number)


def _under(reading: Reading, number: int) -> Iterator[Relation]:
    blocks = reading.document.blocks
    last = number + 1
    while last + 1 < len(blocks) and blocks[last + 1].kind == "item":
        last += 1
    first = _first_sentences(reading)
    parts = [_counted(reading, first.get(n)) for n in range(number + 1, last + 1)]
    found = [part for part in parts if part is not None]
    if len(found) != len(parts) or len({noun for _, noun in found}) != 1:
        return
    name = reading.text[blocks[number].start : blocks[number].end].strip(" :*")
    total = _total(reading, number, name, found[0][1])
    if total is not None and not any(part is total[0] for part, _ in found):
        parts_ = [figure for figure, _ in found]
        yield relation("sum", reading, [total[1]], {"claim": "full"}, parts=parts_, whole=total[0])


@kept
def _first_sentences(reading: Reading) -> dict[int, int]:
    """The first sentence of each block."""
    found: dict[int, int] = {}
    for sentence in reading.document.sentences:
        found.setdefault(sentence.block, sentence.index)
    return found


def _counted(reading: Reading, sentence: int | None) -> tuple[Figure, str] | None:
    """The first count of an item and the word after it: ``Near Ayn Issa, one strike hit``."""
    if sentence is None:
        return None
    for figure in reading.by_sentence[sentence]:
        if family(figure) == "count":
            words = phrase(reading.sentences[sentence], figure)
            return (figure, singular(words[0])) if words else None
    return None


def _total(reading: Reading, block: int, name: str, noun: str) -> tuple[Figure, Span] | None:
    """The first figure of *noun* after *name* in a sentence of the opening."""
    start = reading.document.blocks[block].start
    for index in reading.with_figures[:LEDE]:
        skeleton = reading.sentences[index]
        at = skeleton.text.find(name)
        if skeleton.start >= start:
            return None
        if at < 0 or not name or _SOME.search(skeleton.text):
            continue
        for figure in skeleton.within(at, len(skeleton.text)):
            words = phrase(skeleton, figure)
            if family(figure) == "count" and words and singular(words[0]) == noun:
                return figure, Span(skeleton.offset(at), skeleton.offset(at + len(name)))
    return None
