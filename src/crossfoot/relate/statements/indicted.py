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
    r"|(?:second|separate|another|other|original|first|new|previous|earlier|third)"
    r"\s(?:[\w-]+\s){0,2}?(?:indictment|complaint|information)"
    r"|each (?:was|were|is|are|of)|co-?defendants?|separately"
    r"|(?:is|are|was|were) (?:also|each) charged)\b"
)
# "the | 150-count indictment", "The defendant was arraigned on a | 150-count indictment"
_TAKES_UP = lazy(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[a-z]+\s)?$"
    r"|^\W*(?:He|She|They|All|Both|The\s(?:defendants?|accused|suspects?|man|men|woman|women|pair"
    r"|two|three|four|five|six))\s"
)
_NAME = lazy(r"\b[A-Z][a-z]+ (?:[A-Z][\w.'’-]* )?([A-Z][a-z]+)")


def indicted(field: Field) -> Iterator[Pair]:
    """The counts of the one indictment, and those of it mistyped."""
    told = [s for s in field.by_noun.get(("count", _COUNT), ())[:LEAD] if _is_of_one(s)]
    values = {s.terms for s in told}
    if len(values) != 2 or _SEVERAL.search(field.story.text):
        return
    first = told[0]
    odd = next(s for s in told if s.terms != first.terms)
    if first.figure.sentence == odd.figure.sentence or not is_slip(first, odd):
        return
    if _is_taken_up(first, odd) and not _of_others(first, odd):
        yield first, odd


def _is_taken_up(first: Statement, odd: Statement) -> bool:
    """Whether the first is the headline's, or the other goes back to it or to who was accused."""
    return first.zone == "title" or _TAKES_UP.search(odd.written_before()) is not None


def _of_others(first: Statement, odd: Statement) -> bool:
    """Whether each sentence names somebody else."""
    names = [frozenset(_NAME.findall(s.written_before() + s.written_after())) for s in (first, odd)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


def _is_of_one(statement: Statement) -> bool:
    """Whether it is written "105-count indictment"."""
    after = statement.skeleton.text[statement.skeleton.sign_of(statement.figure) + 1 :]
    hyphened = after.lstrip().startswith("-")
    return hyphened and not _PAPERS.isdisjoint({*statement.modifiers, *statement.near})
