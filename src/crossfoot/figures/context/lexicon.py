"""Phrases of a pack, found in a row of words by look-up: one step a word, no regular expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from crossfoot.figures.context.words import phrase_words

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A phrase in the text: words ``start`` to ``end`` (exclusive) and what it means."""

    start: int
    end: int
    meaning: Meaning


class Lexicon(Generic[Meaning]):
    """Phrases and what they mean; at each word the longest phrase wins."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        """Take pairs of a phrase (``a/b`` alternatives, ``w?`` optional) and its meaning.

        Of two equal phrases the first one counts.
        """
        tree: dict[str, dict[tuple[str, ...], Meaning]] = {}
        for phrase, meaning in entries:
            for words in variants(phrase):
                tree.setdefault(words[0], {}).setdefault(words, meaning)
        self._tree: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]] = {
            first: tuple(sorted(rest.items(), key=lambda item: -len(item[0])))
            for first, rest in tree.items()
        }

    def at(self, lower: Sequence[str], position: int) -> Hit[Meaning] | None:
        """The longest phrase that starts with the word at *position*."""
        for words, meaning in self._tree.get(lower[position], ()):
            size = len(words)
            if size == 1 or tuple(lower[position : position + size]) == words:
                return Hit(position, position + size, meaning)
        return None

    def find(self, lower: Sequence[str], start: int, end: int) -> Iterator[Hit[Meaning]]:
        """Every phrase in words *start* to *end*, left to right, never overlapping."""
        tree = self._tree
        position = start
        while position < end:
            hit = self.at(lower, position) if lower[position] in tree else None
            if hit is not None and hit.end <= end:
                yield hit
                position = hit.end
            else:
                position += 1


def variants(phrase: str) -> Iterator[tuple[str, ...]]:
    """Each row of words that *phrase* stands for: ``bond? posted/set`` stands for four."""
    choices: list[tuple[tuple[str, ...], ...]] = []
    for part in phrase.split():
        optional = part.endswith("?")
        options = tuple(phrase_words(option) for option in part.removesuffix("?").split("/"))
        choices.append(((), *options) if optional else options)
    for picked in product(*choices):
        words = tuple(word for option in picked for word in option)
        if words:
            yield words
