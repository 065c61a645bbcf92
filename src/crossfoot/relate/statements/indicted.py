"""The counts of one indictment told twice: "named in a 105-count indictment", "the 150-count …".

Where the text knows one indictment, and gives its counts two ways that are a slip apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.slips import is_slip
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

_COUNT = stem("count")
_PAPERS = frozenset(map(stem, "indictment complaint information".split()))
# of several, or of another that replaced it
_SEVERAL = lazy(
    r"(?i)\b(?:indictments|complaints|informations|supersed\w+|amended"
    r"|(?:second|separate|another|other|original|first|new|previous|earlier|third)\s(?:[\w-]+\s){0,2}?(?:indictment|complaint|information)"
    r"|each (?:was|were|is|are|of)|co-?defendants?|separately"
    r"|(?:is|are|was|were) (?:also|each) charged)\b"
)


def indicted(field: Field) -> Iterator[Pair]:
    """The counts of the one indictment, and those of it mistyped."""
    told = [s for s in field.by_noun.get(("count", _COUNT), ())[:LEAD] if _is_of_one(s)]
    values = {s.terms for s in told}
    if len(values) != 2 or _SEVERAL.search(field.story.text):
        return
    first = told[0]
    odd = next(s for s in told if s.terms != first.terms)
    if first.figure.sentence != odd.figure.sentence and is_slip(first, odd):
        yield first, odd


def _is_of_one(statement: Statement) -> bool:
    """Whether it is written "105-count indictment"."""
    after = statement.skeleton.text[statement.skeleton.sign_of(statement.figure) + 1 :]
    hyphened = after.lstrip().startswith("-")
    return hyphened and not _PAPERS.isdisjoint({*statement.modifiers, *statement.near})
