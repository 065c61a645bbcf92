"""Items that the layout sets apart without bullets: numbered labels, lines of one shape, headings.

``three phases`` and ``Phase 1:``, ``Phase 2:``, ``Phase 3:``; ``four locations`` and a line
``Elm Pharmacy – 40 Main St.`` each; ``two sources, described below`` and a heading each.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Block, Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, plural, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.list_heads import under_list_heads
from crossfoot.relate.tallies.words import CHOSEN
from crossfoot.relate.wording.phrases import phrase, singular

_WORDED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# "Phase 1: planning", "Incident# 3 On May 2", "## Count Two", "Era II – decline"
_LABEL = lazy(
    r"[\W_]{0,6}(?P<label>[A-Z][a-z]{2,}+)\s?+(?:#|No\.?\s|Number\s)?+\s?+"
    rf"(?P<nth>\d{{1,2}}|(?i:{'|'.join(_WORDED)}|{'|'.join(_ROMAN)})|[A-H])(?=[\s.:)*_–—-]|$)"
)
# "Elm Pharmacy – 40 Main St.", "Reno: 40 Main Street"; no sentence stands before the mark
_PAIR = lazy(
    r"\W{0,3}(?P<name>[A-Z0-9][^–—:|.]{1,60}?)(?P<mark>\s?[–—]\s?|\s-\s|:\s)(?P<rest>\S.{1,90})$"
)
_ADDRESS = lazy(r"\d[\d-]*\s+[A-Z]")
_PARTLY = lazy(r"\b(?:includ(?:es?|ed|ing)|such as|among|some of|other|more|nearby)\b")
_SOME = lazy(r"\s(?:more|other|additional|further|new|of)\b")  # "two other phases"
LONGEST = 150  # characters in a line that is an item and no paragraph
FEWEST = 3  # lines of one shape in a row
_MOST = 200  # lines, of which a number announces all
# "described below", "as follows", "the following"
_BELOW = lazy(r"\b(?:below|following|follows?|described here|in turn|one by one)\b")


def laid_out(reading: Reading) -> Iterator[Relation]:
    """Numbers whose items are paragraphs, lines or sections of their own."""
    if len(reading.document.blocks) < FEWEST:
        return
    yield from _labelled(reading)
    yield from _lines(reading)
    yield from _under_headings(reading)
    yield from under_list_heads(reading)


def _labelled(reading: Reading) -> Iterator[Relation]:
    """``three phases`` and blocks that begin ``Phase 1``, ``Phase 2``, ``Phase 3``."""
    for label, spans in _labels(reading).items():
        numbers = [
            f
            for f in _before(reading, spans[0].start)
            if label in map(singular, phrase(reading.sentences[f.sentence], f))
        ]
        if numbers:
            items, alike = Items.exactly(spans), len({f.value for f in numbers}) == 1
            sure = alike and _opens(reading, numbers[-1], spans[0])
            yield from tally(reading, numbers[-1:], items, spans[0], sure=sure)


def _opens(reading: Reading, number: Figure, first: Span) -> bool:
    """Whether the number is told right above the first of its items, and of all of them."""
    document, skeleton = reading.document, reading.sentences[number.sentence]
    below = bisect_left(document.blocks, first.end, key=lambda b: b.start) - 1
    near = below - document.sentences[number.sentence].block == 1
    sign = skeleton.sign_of(number)
    some = CHOSEN.search(skeleton.text, 0, sign) or _SOME.match(skeleton.text, sign + 1)
    return near and number.hedge is None and not some


def _labels(reading: Reading) -> Mapping[str, Sequence[Span]]:
    """The blocks that one word numbers from the first on, without a gap."""
    text = reading.document.text
    found: dict[str, list[tuple[int, Span]]] = {}
    for block in reading.document.blocks:
        if match := _LABEL.match(text, block.start, block.end):
            nth = _nth(match["nth"])
            told = found.setdefault(match["label"].lower(), [])
            if all(nth != other for other, _ in told):
                told.append((nth, Span(match.start("label"), match.end("nth"))))
    return {
        label: [span for _, span in told]
        for label, told in found.items()
        if len(told) > 1 and [nth for nth, _ in told] == list(range(1, len(told) + 1))
    }


def _nth(mark: str) -> int:
    low = mark.lower()
    if mark.isdigit():
        return int(mark)
    for words in (_WORDED, _ROMAN):
        if low in words:
            return words.index(low) + 1
    return ord(low) - ord("a") + 1


def _lines(reading: Reading) -> Iterator[Relation]:
    """``four locations`` and, right below, lines that each tell a name and more of it."""
    document = reading.document
    for index, figures in announced(reading):
        block = document.sentences[index].block
        if index + 1 < len(document.sentences) and document.sentences[index + 1].block == block:
            continue
        lines = _run(reading.document.text, document.blocks[block + 1 : block + 2 + _MOST])
        above = document.blocks[block]
        if len(lines) < FEWEST or _PAIR.match(reading.document.text, above.start, above.end):
            continue
        skeleton = reading.sentences[index]
        numbers = [f for f in figures if plural(" ".join(phrase(skeleton, f)))]
        fits = [f for f in numbers if f.value == len(lines)]
        # "four drop-off sites" over lines with an address each
        addressed = all(_ADDRESS.match(line["rest"]) for line in lines) and not _PARTLY.search(
            skeleton.text
        )
        opened = skeleton.text.rstrip().endswith(":") or addressed
        if fits or (opened and len(numbers) == 1 and numbers[0].hedge is None):
            spans = [Span(*line.span("name")) for line in lines]
            number = (fits or numbers)[-1:]
            yield from tally(reading, number, Items.exactly(spans), spans[0], sure=opened)


def _run(text: str, blocks: Sequence[Block]) -> list[re.Match[str]]:
    """The first blocks, where they have one shape and are as few as a number announces."""
    found: list[re.Match[str]] = []
    for block in blocks:
        line = _PAIR.match(text, block.start, block.end)
        if line is None or block.end - block.start > LONGEST:
            break
        if found and line["mark"].strip() != found[0]["mark"].strip():
            break
        found.append(line)
    # "Lee: We went. | Roy: We did not. | Lee: We did": what one says after the other
    spoken = bool(found) and found[0]["mark"].strip() == ":"
    if len(found) > _MOST:
        return []
    return [] if spoken and len({line["name"] for line in found}) < len(found) else found


def _under_headings(reading: Reading) -> Iterator[Relation]:
    """``two main sources, described below`` and headings of one level, up to a higher one."""
    document = reading.document
    levels = [
        (b.start, b.level, number)
        for number, b in enumerate(document.blocks)
        if b.kind == "heading" and b.level
    ]
    for index, figures in announced(reading) if len(levels) > 1 else ():
        sentence = document.sentences[index]
        skeleton = reading.sentences[index]
        if document.blocks[sentence.block].kind == "heading" or not _BELOW.search(skeleton.text):
            continue
        headings = _section(document.blocks, levels[bisect_left(levels, (sentence.end,)) :])
        numbers = [f for f in figures if plural(" ".join(phrase(skeleton, f)))]
        fits = [f for f in numbers if f.value == len(headings)]
        if len(headings) > 1 and fits:
            yield from tally(reading, fits[:1], Items.exactly(headings), headings[0])


def _section(blocks: Sequence[Block], levels: Sequence[tuple[int, int, int]]) -> tuple[Span, ...]:
    """The headings of the first one's level, up to one that stands above them."""
    found: list[Span] = []
    for _, level, number in levels:
        if level < levels[0][1]:
            break
        if level == levels[0][1]:
            found.append(Span(blocks[number].start, blocks[number].end))
    return tuple(found)


def _before(reading: Reading, at: int) -> Iterator[Figure]:
    """The numbers that announce items before a place in the text."""
    for _, figures in announced(reading):
        yield from (f for f in figures if f.end <= at)
