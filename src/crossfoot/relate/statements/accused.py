"""What each of several did or got: "Roe was convicted of nine murders", "Poe of all seven"."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.statement import Statement

_WORDS = frozenset("guilty convicted acquitted charged indicted accused pleaded".split())
_GUILTY = lazy(rf"\b(?:{'|'.join(sorted(_WORDS))})\b")
_NAME = lazy(r"\b[A-Z][a-z]+ (?:[A-Z][\w.'’-]* )*[A-Z][a-z]+")
# "Ann Roe, 35, of Ely, | 27 years for theft": a line of a list
_OF_ONE = lazy(r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,4}),? \(?[1-9]\d\b")


def in_lines_of_two(one: Statement, other: Statement) -> bool:
    """Whether each begins with the name and age of somebody else."""
    lines = [s.written_before().rpartition("\n")[2] for s in (one, other)]
    begun = [_OF_ONE.match(line) for line in lines]
    return all(begun) and len({match["name"] for match in begun if match}) > 1


def of_another_accused(one: Statement, other: Statement) -> bool:
    """Whether each number is of what somebody else, by name, is guilty of."""
    if any(_WORDS.isdisjoint(s.skeleton.words) for s in (one, other)):
        return False
    before = [s.written_before() for s in (one, other)]
    if not all(map(_GUILTY.search, before)):
        return False
    names = [frozenset(_NAME.findall(told)) for told in before]
    return bool(names[0] and names[1]) and not names[0] & names[1]
