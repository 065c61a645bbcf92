"""Sentences told twice word for word, as captions repeat a story, of which one number differs."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Skeleton
from crossfoot.model import Figure
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.same import may_slip
from crossfoot.relate.statements.statement import Statement

_FEWEST = 8  # words of such a sentence
_FACED = frozenset("face faces facing faced maximum minimum penalty punishable".split())


def word_for_word(field: Field) -> Iterator[Pair]:
    """A number and the one in its place where the sentence is told again with the others alike.

    Of several charged, each "faces up to 10 years in prison and a $250,000 fine": of those none.
    """
    told: dict[str, Skeleton] = {}
    for statements in field.by_sentence.values():
        skeleton = statements[0].skeleton
        if len(skeleton.figures) < 2 or not _FACED.isdisjoint(skeleton.words):
            continue
        text = skeleton.text.rstrip(" .")
        first = told.setdefault(text, skeleton)
        if first is not skeleton and text.count(" ") >= _FEWEST:
            odd = _only_odd(first, skeleton)
            one, other = (_stated(field, f) for f in odd) if odd else (None, None)
            if one and other and may_slip(one, other):
                yield one, other


def _stated(field: Field, figure: Figure) -> Statement | None:
    return next((s for s in field.by_sentence[figure.sentence] if s.figure is figure), None)


def _only_odd(first: Skeleton, again: Skeleton) -> tuple[Figure, Figure] | None:
    """The one figure of *again* that is not as in *first*, and that."""
    pairs = zip(first.figures, again.figures, strict=True)
    odd = [(a, b) for a, b in pairs if (a.value, a.text) != (b.value, b.text)]
    return odd[0] if len(odd) == 1 and odd[0][0].value != odd[0][1].value else None
