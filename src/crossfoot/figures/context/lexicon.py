"""Phrases of a pack, found in a row of words by look-up: one step a word, no regular expression."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from crossfoot.figures.context.words import Openers, Words, openings, phrase_words

Meaning = TypeVar("Meaning")


class Hit(NamedTuple, Generic[Meaning]):
    """A phrase in the text: words ``start`` to ``end`` (exclusive) and what it means."""

    start: int
    end: int
    meaning: Meaning


class Lexicon(Generic[Meaning]):
    """Phrases and what they mean; at each word the longest phrase wins.

    `openers` are the words that a phrase may begin with, `firsts` the same without the second.
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
        self.openers: Openers = {
            first: None if first in single else frozenset(longer[first]) for first in self.firsts
        }

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

    def find(self, lower: Sequence[str], start: int, end: int) -> Iterator[Hit[Meaning]]:
        """Every phrase in words *start* to *end*, left to right, never overlapping."""
        if self.firsts.isdisjoint(lower[start:end]):
            return
        done = start
        for position in openings(lower, self.openers, range(start, end)):
            hit = self.at(lower, position) if position >= done else None
            if hit is not None and hit.end <= end:
                yield hit
                done = hit.end


class Sought(Generic[Meaning]):
    """The phrases of a lexicon in one text: the words that may open one are sorted out once."""

    def __init__(self, lexicon: Lexicon[Meaning], words: Words) -> None:
        """Look for the phrases of *lexicon*; its openers were among those of *words*."""
        self._lexicon, self._lower = lexicon, words.lower
        self._opening = openings(words.lower, lexicon.openers, words.opening)

    @property
    def any(self) -> bool:
        """Whether the text may have one at all."""
        return bool(self._opening)

    def find(self, start: int, end: int) -> list[Hit[Meaning]]:
        """Every phrase in words *start* to *end*, left to right, never overlapping."""
        opening, hits, done = self._opening, [], start
        for k in range(bisect_left(opening, start), bisect_left(opening, end)):
            if opening[k] < done:
                continue
            hit = self._lexicon.at(self._lower, opening[k])
            if hit is not None and hit.end <= end:
                hits.append(hit)
                done = hit.end
        return hits


def joined(tables: Iterable[Openers]) -> Openers:
    """What opens a phrase by any of *tables*: a text is then gone through once for all."""
    out: dict[str, frozenset[str] | None] = {}
    for table in tables:
        for first, seconds in table.items():
            known = out.setdefault(first, seconds)
            out[first] = None if known is None or seconds is None else known | seconds
    return out


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
