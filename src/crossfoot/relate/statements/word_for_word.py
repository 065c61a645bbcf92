"""Sentences told twice word for word, as captions repeat a story, of which one number differs."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.slips import may_slip

# a name or a year inside the sentence: without, "it" and "the school" can be another
_NAMED = lazy(r"[a-z,]\s(?:[A-Z][a-z]{2,}|(?:19|20)\d\d)\b")
_FEWEST = 8  # words of such a sentence


def word_for_word(field: Field) -> Iterator[Pair]:
    """A number and the one in its place where a sentence is told again with the others alike."""
    told: dict[str, Skeleton] = {}
    for statements in field.by_sentence.values():
        skeleton = statements[0].skeleton
        text = skeleton.text.rstrip(" .")
        if len(skeleton.figures) < 2 or text.count(" ") < _FEWEST:
            continue
        first = told.setdefault(text, skeleton)
        if first is skeleton:
            continue
        if _NAMED.search(statements[0].written_before() + statements[0].written_after()):
            yield from _only_odd(field, first, skeleton)


def _only_odd(field: Field, first: Skeleton, again: Skeleton) -> Iterator[Pair]:
    """The one figure that *again* gives otherwise than *first*, as each states it."""
    pairs = list(zip(first.figures, again.figures, strict=True))
    odd = [(a, b) for a, b in pairs if (a.value, a.text) != (b.value, b.text)]
    if len(odd) != 1:
        return
    ids = {figure.id for figure in odd[0]}
    stated = [s for f in odd[0] for s in field.by_sentence[f.sentence] if s.figure.id in ids]
    if len(stated) == 2 and may_slip(*stated):
        yield stated[0], stated[1]
