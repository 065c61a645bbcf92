"""A document as words, with each figure one word: what the rules of context walk over."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from crossfoot.figures.skeleton import SIGNS
from crossfoot.model import Document, Figure

# words, abbreviations with stops, numerals, single marks
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., N.H.
    r"|'[sS](?!\w)"  # the end of a possessive
    r"|[^\W\d_]+(?:'(?![sS](?!\w))[^\W\d_]+)?"  # people, don't
    r"|\d+(?:[.,]\d+)*"  # 1,179
    r"|[^\w\s]"  # one mark
)


_GUARDS = 4  # full stops after the last word, so that rules may look ahead


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one entry a word. `figure` is the index of the figure, or -1."""

    raw: list[str]
    lower: list[str]
    start: list[int]
    figure: list[int]
    sentence: list[int]  # the first word of each sentence, then the number of words
    at: list[int]  # the word of each figure
    figures: tuple[Figure, ...]

    def end(self, position: int) -> int:
        """Where the word at *position* ends in the text."""
        number = self.figure[position]
        if number >= 0:
            return self.figures[number].end
        return self.start[position] + len(self.raw[position])


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack as the words that a text would have."""
    return tuple(word.lower() for word in _WORD.findall(phrase))


def words_of(document: Document, figures: tuple[Figure, ...]) -> Words:
    """Read *document* as words; each figure is one word."""
    text = document.text.replace("’", "'").replace("‘", "'")
    raw: list[str] = []
    start: list[int] = []
    owner: list[int] = []
    at: list[int] = []
    begin = 0
    for number, figure in enumerate(figures):
        found = list(_WORD.finditer(text, begin, figure.start))
        raw += [match[0] for match in found]
        start += [match.start() for match in found]
        owner += [-1] * (len(raw) - len(owner))
        at.append(len(raw))
        raw.append(figure.text if figure.kind == "rank" else SIGNS[figure.kind])
        start.append(figure.start)
        owner.append(number)
        begin = figure.end
    found = list(_WORD.finditer(text, begin))
    raw += [match[0] for match in found]
    start += [match.start() for match in found]
    owner += [-1] * (len(raw) - len(owner))
    sentence = [bisect_left(start, s.start) for s in document.sentences]
    sentence.append(len(raw))
    raw += ["."] * _GUARDS
    owner += [-1] * _GUARDS
    start += [len(text)] * _GUARDS
    return Words(raw, [word.lower() for word in raw], start, owner, sentence, at, figures)
