"""Phrases of a pack, found in a row of words by look-up: one step a word, no regular expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from crossfoot.figures.context.words import phrase_words

Meaning = TypeVar("Meaning")


class Hit(NamedTuple, Generic[Meaning]):
    """A phrase in the text: words ``start`` to ``end`` (exclusive) and what it means."""

    start: int
    end: int
    meaning: Meaning


class Lexicon(Generic[Meaning]):
    """Phrases and what they mean; at each word the longest phrase wins.

    `firsts` are the words that a phrase may begin with.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        """Take pairs of a phrase (``a/b`` alternatives, ``w?`` optional) and its meaning.

        Of two equal phrases the first one counts.
        """
        single: dict[str, Meaning] = {}
        longer: dict[str, dict[str, dict[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in entries:
            for words in variants(phrase):
                if len(words) == 1:
                    single.setdefault(words[0], meaning)
                else:
                    rows = longer.setdefault(words[0], {}).setdefault(words[1], {})
                    rows.setdefault(words, meaning)
        self._single = single
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Meaning]]]] = {
            first: {
                second: sorted(rows.items(), key=lambda item: -len(item[0]))
                for second, rows in seconds.items()
            }
            for first, seconds in longer.items()
        }
        self.firsts = frozenset(single) | frozenset(longer)

    def at(self, lower: Sequence[str], position: int) -> Hit[Meaning] | None:
        """The longest phrase that starts with the word at *position*."""
        word = lower[position]
        seconds = self._longer.get(word)
        if seconds is not None and (rows := seconds.get(lower[position + 1])) is not None:
            for words, meaning in rows:
                stop = position + len(words)
                if stop == position + 2 or tuple(lower[position:stop]) == words:
                    return Hit(position, stop, meaning)
        if word in self._single:
            return Hit(position, position + 1, self._single[word])
        return None

    def openings(self, lower: Sequence[str], start: int, end: int) -> list[int]:
        """The words from *start* to *end* with which a phrase may begin."""
        firsts, single, longer = self.firsts, self._single, self._longer
        return [
            k
            for k in range(start, end)
            if (word := lower[k]) in firsts and (word in single or lower[k + 1] in longer[word])
        ]

    def find(self, lower: Sequence[str], start: int, end: int) -> Iterator[Hit[Meaning]]:
        """Every phrase in words *start* to *end*, left to right, never overlapping."""
        if self.firsts.isdisjoint(lower[start:end]):
            return
        done = start
        for position in self.openings(lower, start, end):
            hit = self.at(lower, position) if position >= done else None
            if hit is not None and hit.end <= end:
                yield hit
                done = hit.end


def variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """Each row of words that *phrase* stands for: ``bond? posted/set`` stands for four."""
    if phrase.replace(" ", "").isalpha():  # most of them
        yield tuple(phrase.lower().split())
        return
    choices: list[tuple[tuple[str, ...], ...]] = []
    for part in phrase.split():
        optional = part.endswith("?")
        options = tuple(phrase_words(option) for option in part.removesuffix("?").split("/"))
        choices.append(((), *options) if optional else options)
    for picked in product(*choices):
        words = tuple(word for option in picked for word in option)
        if words:
            yield words
