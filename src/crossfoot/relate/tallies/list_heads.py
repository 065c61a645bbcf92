"""Persons counted, and a line further on that opens the list of them: ``Arrested were:``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announces, tally
from crossfoot.relate.tallies.below import items_below
from crossfoot.relate.tallies.charged import others_between
from crossfoot.relate.tallies.items import AND_ANOTHER, Items
from crossfoot.relate.tallies.meant import DONE, are_harmed, mean
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import phrase

_ENDS = (":", "-", ".", "w")  # of a line that opens a list: "listed below"
BEHIND = 2  # sentences after a list in which those are told of whom it leaves out
REACH = 3  # sentences between a number of persons and the heading of their list
_DONE = rf"(?:{DONE}|named|killed|injured|(?:taken\sinto|in)\scustody)"
_AS = r"(?:\s(?:all\s)?(?:been\s)?(?:identified|named|listed)(?:\sby\s[^:]{1,40})?\sas)?"
# "Names of the abducted:-", "The arrested are as follows:", "List of those held:"
LIST_HEAD = lazy(
    r"\W*(?:(?:the\s)?(?:names?|list|details|particulars|identit(?:y|ies))\b[^.;]{0,70}"
    r"|[^.;]{0,70}\b(?:as follows|as under|(?:listed|named|identified) below|the following))"
    r"\s?(?::-?|\.)?\s*$"
    # "They are:", "The defendants were identified as:", "Those arrested are:", "Arrested were:"
    rf"|\W*(?P<who>they|these|those(?:\s{_DONE})?|the(?:\s[a-z]+){{1,2}}"
    rf"|{_DONE}(?:\s(?:in|on|with)\s[^:]{{1,40}})?)"
    rf"\s(?:are|were|have){_AS}(?:\sfollows)?\s?:\s*$"
)


_MARK = 3  # characters of a bullet and its blank


def under_list_heads(reading: Reading) -> Iterator[Relation]:
    """``four persons were arrested. … Names of the arrested:`` and an item each."""
    document, ends_with = reading.document, reading.text.endswith
    for number, block in enumerate(document.blocks[:-1]):
        if not ends_with(_ENDS, block.end - 1, block.end) or block.kind == "item":
            continue
        if document.blocks[number + 1].kind != "item" and not ends_with(":", 0, block.end):
            continue
        index = bisect_left(document.sentences, block.end, key=lambda s: s.start) - 1
        sentence = document.sentences[index]
        head = LIST_HEAD.match(reading.text, sentence.start, block.end)
        if head is None or any(map(announces, reading.by_sentence[index])):
            continue
        items = items_below(reading, number + 1)
        figures = _persons(reading, index) if items and not _are_numbers(reading, items) else []
        if items and any(opens_list_of(reading, head, f) for f in figures):
            sure = not _leaves_some(reading, figures[-1], items)
            yield from tally(reading, figures[-1:], items, Span(*head.span()), sure=sure)


def _are_numbers(reading: Reading, items: Items) -> bool:
    """Whether the items tell how many of each sort there were: "- 2 drivers", "- 1 passenger"."""
    figures, found = reading.figures, []
    for item in items.spans:
        at = bisect_left(figures, item.start, key=lambda f: f.start)
        opens = at < len(figures) and figures[at].start < item.start + _MARK
        found.append(opens and figures[at].kind == "count")
    return all(found)


def _leaves_some(reading: Reading, figure: Figure, items: Items) -> bool:
    """Whether fewer items than persons may name them all, or more are told of behind the list."""
    if (figure.value or 0) <= len(items.spans):
        return False
    if any(AND_ANOTHER.search(reading.document.text, s.start, s.end) for s in items.spans):
        return True
    sentences, end = reading.document.sentences, items.spans[-1].end
    behind = sentences[bisect_left(sentences, end, key=lambda s: s.start) :][:BEHIND]
    return bool(behind) and others_between(reading, end, behind[-1].end)


def _persons(reading: Reading, index: int) -> list[Figure]:
    """The one number of persons in the sentences before, told once or more."""
    found = [
        f
        for at in range(max(0, index - REACH), index)
        for f in reading.by_sentence[at]
        if announces(f) and f.hedge is None and _of_persons(reading.sentences[at], f)
    ]
    return found if len({f.value for f in found}) == 1 else []


def _of_persons(skeleton: Skeleton, figure: Figure) -> bool:
    return any(map(is_person, phrase(skeleton, figure)))


def opens_list_of(reading: Reading, head: re.Match[str], figure: Figure) -> bool:
    """Whether the line that opens a list means those whom *figure* counts."""
    skeleton = reading.sentences[figure.sentence]
    if head["who"]:
        return mean(head["who"], skeleton, figure)
    return are_harmed(head.group()) == are_harmed(skeleton.text)
