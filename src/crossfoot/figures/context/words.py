"""A document as words, with each figure one word: what the rules of context walk over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.skeleton import SIGNS
from crossfoot.model import Document, Figure

# words, abbreviations with stops, numerals, single marks
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., N.H.
    r"|[^\W\d_]+(?:'[^\W\d_]+)?"  # people, don't, agency's
    r"|\d+(?:[.,]\d+)*"  # 1,179
    r"|[^\w\s]"  # one mark
)
_APOSTROPHES = str.maketrans("’‘", "''")


_GUARDS = 4  # full stops after the last word, so that rules may look ahead


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one entry a word. `figure` is the index of the figure, or -1."""

    raw: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    figure: list[int]
    sentence: list[int]  # the first word of each sentence, then the number of words
    at: list[int]  # the word of each figure


def split_words(text: str, begin: int = 0, end: int | None = None) -> Iterator[tuple[str, int]]:
    """The words of ``text[begin:end]`` and where each starts; possessive endings stand apart."""
    for match in _WORD.finditer(text, begin, len(text) if end is None else end):
        word, start = match.group(), match.start()
        if len(word) > 2 and word[-2] == "'" and word[-1] in "sS":
            yield word[:-2], start
            yield "'s", start + len(word) - 2
        else:
            yield word, start


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack as the words that a text would have."""
    return tuple(word.lower() for word, _ in split_words(phrase))


def words_of(document: Document, figures: tuple[Figure, ...]) -> Words:
    """Read *document* as words; each figure is one word."""
    text = document.text.translate(_APOSTROPHES)
    raw: list[str] = []
    start: list[int] = []
    owner: list[int] = []
    at: list[int] = []
    begin = 0
    for number, figure in enumerate(figures):
        for word, position in split_words(text, begin, figure.start):
            raw.append(word)
            start.append(position)
            owner.append(-1)
        at.append(len(raw))
        raw.append(SIGNS[figure.kind])
        start.append(figure.start)
        owner.append(number)
        begin = figure.end
    for word, position in split_words(text, begin):
        raw.append(word)
        start.append(position)
        owner.append(-1)
    rows = zip(raw, start, owner, strict=True)
    end = [a + len(w) if o < 0 else figures[o].end for w, a, o in rows]
    sentence = [bisect_left(start, s.start) for s in document.sentences]
    sentence.append(len(raw))
    raw += ["."] * _GUARDS
    owner += [-1] * _GUARDS
    start += [len(text)] * _GUARDS
    end += [len(text)] * _GUARDS
    return Words(raw, [word.lower() for word in raw], start, end, owner, sentence, at)
