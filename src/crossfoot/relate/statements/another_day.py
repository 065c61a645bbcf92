"""Where a number further on is told of another day, of someone else's, or of some of the first."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.statement import Statement

# "In | May", "On | Thursday", "By | Wednesday", "Last | week"
_AT_TIME = lazy(rf"\W*(?:(?:in|on|by|early|late|during)\s){{0,2}}{SIGNS['date']}")
# "The storm in May had left": of what came before
_HAD_BEEN = lazy(rf"\W*(?:the|an?)\s(?:[a-z-]+\s){{1,3}}(?:(?:in|on|of)\s)?{SIGNS['date']}\shad\b")
# "An aide's trip": nobody told of before
_SOMEONES = lazy(r"\W*an?\s[a-z-]+(?:'s|s')\s")
# "146 are waiting for trial, the rest are", "They let 34 go. | The others face fines"
_THE_REST = lazy(
    r"(?i)[^.;\n]{0,80}(?:,|;|\.)\s(?:(?:and|but|while)\s)?the\s(?:rest|others|remainder|remaining)\b"
)


def of_another_day(field: Field, first: Statement, later: Statement) -> bool:
    """Whether a sentence opens with another day than what the opening tells, or another's case.

    ``Four held``, where ``Four teenagers were held on Tuesday``; ``In May, three teens were held``.
    """
    if first.zone == "body" or first.figure.sentence == later.figure.sentence:
        return False
    text = later.skeleton.text
    if _HAD_BEEN.match(text) or (
        _SOMEONES.match(text) and not _SOMEONES.match(first.skeleton.text)
    ):
        return True
    match = None if first.when[0] or not later.when[0] else _AT_TIME.match(text)
    opener = later.skeleton.figure_at(match.end() - 1) if match else None
    if opener is None or any(map(str.isdigit, opener.text)):
        return False  # "On June 4, officers arrested" those of whom the opening tells
    alike = field.group_of.get(first.figure.id, ())
    dated = [s.when[0] for s in alike if s.zone == "lede" and s.order < later.order]
    return any(dated) and all(when.isdisjoint(later.when[0]) for when in dated)


def is_some_of(field: Field, first: Statement, later: Statement) -> bool:
    """Whether the later and fewer are followed by the rest: ``They let 34 go. The others face``."""
    if first.figure.sentence == later.figure.sentence or later.zone == "title":
        return False
    fewer = (later.figure.value or 0) < (first.figure.value or 0)
    return fewer and _THE_REST.match(field.story.text, later.figure.end) is not None
