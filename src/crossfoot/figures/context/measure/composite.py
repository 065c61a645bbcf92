"""What other words make of a measure: an average of people held, a goal of arrests."""

from __future__ import annotations

from crossfoot.figures.context.measure.sentence import Counted, Sentence
from crossfoot.figures.context.measure.table import Composite

_NO_RULES: tuple[frozenset[str], tuple[Composite, ...]] = (frozenset(), ())
_TURNS = frozenset(", ; and but".split())


def composed(sentence: Sentence, counted: Counted, at: int, start: int, stop: int) -> Counted:
    """*counted* as the words around it make it: an average of people held, a goal."""
    lower = sentence.words.lower
    firsts, rules = sentence.table.composites.get(counted.measure or "", _NO_RULES)
    if not rules or firsts.isdisjoint(lower[start : max(stop, counted.until)]):
        return counted
    for rule in rules:
        left, right = max(start, at - rule.before), counted.until
        far = min(stop, right + rule.after)
        while right < far and lower[right] not in _TURNS:
            right += 1
        hits = list(rule.words.find(lower, left, right))
        if hits and hits[-1].start >= _clause_of(sentence, at) and _allows(sentence, rule):
            return Counted(counted.unit, rule.gives, counted.until, counted.own)
    return counted


def _allows(sentence: Sentence, rule: Composite) -> bool:
    """Whether the sentence has what the rule needs besides, and nothing that forbids it."""
    lower, begin, end = sentence.words.lower, sentence.begin, sentence.end
    if rule.unless and next(rule.unless.find(lower, begin, end), None):
        return False
    return rule.also is None or next(rule.also.find(lower, begin, end), None) is not None


def _clause_of(sentence: Sentence, at: int) -> int:
    """The first word of the figure's clause: behind the last ``, and`` before it."""
    lower = sentence.words.lower
    for position in range(at - 1, sentence.begin, -1):
        if lower[position] in ("and", "but", "while") and lower[position - 1] == ",":
            return position
    return sentence.begin
