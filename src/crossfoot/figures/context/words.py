"""A document as words, with each figure one word: what the rules of context walk over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import ne

from crossfoot.figures.skeleton import SIGNS
from crossfoot.model import Document, Figure

# words, abbreviations with stops, numerals, single marks
_WORD = re.compile(
    r"[A-Za-z]++(?=[ ,])"  # most words
    r"|[^\w\s']"  # one mark
    r"|(?:[A-Za-z]\.){2,}"  # U.S., N.H.
    r"|'[sS](?!\w)"  # the end of a possessive
    r"|[^\W\d_]+(?:'(?![sS](?!\w))[^\W\d_]+)?"  # people, don't
    r"|\d+(?:[.,]\d+)*"  # 1,179
    r"|'"
)


# a word with the blanks before it: to search anew from each blank takes half as long again
_PARTED = re.compile(rf"([\s_]*+)({_WORD.pattern})")
_GUARDS = 4  # full stops after the last word, so that rules may look ahead

# words that may open a phrase, each with those that may come second; None where any may
Openers = Mapping[str, frozenset[str] | None]


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one entry a word. `figure` is the index of the figure, or -1."""

    raw: list[str]
    lower: list[str]
    start: list[int]
    stop: list[int]
    figure: list[int]
    sentence: list[int]  # the first word of each sentence, then the number of words
    at: list[int]  # the word of each figure
    capitals: list[int]  # the words that have one
    titled: list[bool]  # whether the word begins with a capital
    opening: list[int]  # the words with which a phrase may begin that is looked for
    figures: tuple[Figure, ...]


def within(positions: list[int], begin: int, end: int) -> list[int]:
    """Those of *positions*, which are in order, from *begin* on and before *end*."""
    first = bisect_left(positions, begin)
    return positions[first : bisect_left(positions, end, first)]


def openings(lower: Sequence[str], openers: Openers, among: Sequence[int]) -> list[int]:
    """Those of the words *among* that may open a phrase by *openers*."""
    known = map(openers.__contains__, map(lower.__getitem__, among))
    return _followed(lower, openers, compress(among, known))


def _followed(lower: Sequence[str], openers: Openers, among: Iterable[int]) -> list[int]:
    """Those of the words *among*, all of them of *openers*, that a word follows which may."""
    return [
        k
        for k in among  # few are left, and nothing so far ran in Python
        if (seconds := openers[lower[k]]) is None or lower[k + 1] in seconds
    ]


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack as the words that a text would have."""
    return tuple(word.lower() for word in _WORD.findall(phrase))


def words_of(document: Document, figures: tuple[Figure, ...], openers: Openers) -> Words:
    """Read *document* as words; each figure is one word.

    *openers* are those of all phrases that are looked for: one walk over the text finds them.
    """
    pieces = _PARTED.split(_signed(document.text, figures))  # "", gap, word, "", gap, word, ...
    del pieces[::3]
    raw = pieces[1::2]
    ends = list(accumulate(map(len, pieces)))
    start, stop = ends[::2], ends[1::2]
    at = [bisect_left(start, figure.start) for figure in figures]
    owner = [-1] * (len(raw) + _GUARDS)
    for number, position in enumerate(at):
        owner[position], stop[position] = number, figures[number].end
        if figures[number].kind == "rank":
            raw[position] = figures[number].text
    sentence = [bisect_left(start, s.start, 0, len(raw)) for s in document.sentences]
    sentence.append(len(raw))
    raw += ["."] * _GUARDS
    start += [len(document.text)] * _GUARDS
    stop += [len(document.text) + 1] * _GUARDS
    lower = list(map(str.lower, raw))
    capitals = list(compress(range(len(raw)), map(ne, raw, lower)))
    titled = [False] * len(raw)
    for k in capitals:
        titled[k] = raw[k][0].isupper()
    known = map(openers.__contains__, lower)
    opening = _followed(lower, openers, compress(range(sentence[-1]), known))
    return Words(
        raw, lower, start, stop, owner, sentence, at, capitals, titled, opening, figures
    )  # fmt: skip


def _signed(text: str, figures: Sequence[Figure]) -> str:
    """*text* with plain apostrophes, and a sign and blanks for each figure, as long as it is."""
    pieces: list[str] = []
    begin = 0
    for figure in figures:
        pieces.append(text[begin : figure.start])
        pieces.append(SIGNS[figure.kind].ljust(figure.end - figure.start))
        begin = figure.end
    pieces.append(text[begin:])
    return "".join(pieces).replace("’", "'").replace("‘", "'")
