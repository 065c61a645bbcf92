"""Numbers told again with the same predicate, deed or term, under whatever noun.

"Forty-two had records and 15 were previously deported", and further on "17 of those arrested were
previously deported"; "three overdose deaths" and "the four who died". What is said of the number
makes the two one, so that the nouns may differ; the numbers must be a slip apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import contradict, distinct
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.same import elsewhere, other_time
from crossfoot.relate.statements.slips import may_slip
from crossfoot.relate.statements.some_or_more import one_more
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.swapped import are_opposed
from crossfoot.relate.wording.stems import IDLE, is_person, stem

# "15 | were previously deported", "17 | of those arrested had criminal convictions"
_PREDICATE = lazy(
    r"(?:\sof (?:those|them|the|these)(?:\s(?!were|had|have|are|was|has)[a-z'-]+){0,3}?"
    r"|(?:\s(?!were|had|have|are|was|has)[a-z'-]+){1,3}?)?"
    r"\s(?:were|had|have been|are|have|had been)\s(?P<what>(?:[a-z'-]+|[\ue000-\uf8ff])"
    r"(?:\s(?:[a-z'-]+|[\ue000-\uf8ff])){0,6})"
)
_ROW = 8  # sentences over which the items of a list stand
_SET = lazy(r"\W*(?:in|at|during|for|among|on)\s")
_TOLD = 2  # words of meaning by which a predicate is known
_WHO = lazy(r"\s(?:[a-z'-]+\s)?(?:who|that)\s(?:were\s|had\s|was\s)?(?P<deed>[a-z]+)\b")
_DEATHS = frozenset(map(stem, "died killed murdered deaths slain".split()))


def retold(field: Field) -> Iterator[Pair]:
    """Pairs of which the same is said, and whose numbers differ."""
    yield from _who_died(field)
    yield from _in_a_row(field)


def told_the_same(field: Field) -> Iterator[list[Statement]]:
    """Numbers that agree and of which the same is said, where no other wording ties them.

    "15 were previously deported", and "15 of those arrested were previously deported". Where they
    differ they are two numbers more often than a slip.
    """
    found: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for s in field.by_group["count"][: 6 * LEAD]:
        key = _predicate(s)
        if key:
            found[key].append(s)
    for told in found.values():
        one, other = told[0], told[-1]
        if one.figure.sentence == other.figure.sentence or distinct(told) != 1:
            continue
        group = field.group_of.get(one.figure.id)
        known = group is not None and group is field.group_of.get(other.figure.id)
        if not (known or _apart(field, one, other)):
            yield [one, other]


def _predicate(statement: Statement) -> tuple[str, ...]:
    """The first words of meaning of what is said of a number of persons."""
    if statement.zone == "title" or (statement.head and not statement.of_persons):
        return ()
    if statement.step or statement.terms in (None, (1, 1)):
        return ()
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    match = _PREDICATE.match(text, sign + 1)
    if match is None:
        return ()
    words = [w for w in match["what"].split() if w not in IDLE]
    return tuple(map(stem, words[:_TOLD])) if len(words) >= _TOLD else ()


def _apart(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether words set two numbers apart; what the story opens with needs no place again."""
    if one.each != odd.each or odd.step or other_time(one, odd) or one_more(one, odd):
        return True
    if are_opposed(one, odd) or _is_set(one) != _is_set(odd):
        return True
    if (odd.places or one.zone == "body") and elsewhere(one, odd):
        return True
    return field.told_beside(one, odd) or field.told_beside(odd, one)


def _is_set(statement: Statement) -> bool:
    """Whether its sentence begins with where or when: "In the spring raid, 17 were …"."""
    return _SET.match(statement.skeleton.text) is not None


def _who_died(field: Field) -> Iterator[Pair]:
    """ "Three overdose deaths", and further on "the four who died"."""
    for odd in field.definite:
        like = _who(odd)
        if not like:
            continue
        told = [s for s in field.before(odd) if _is_done(s, like)]
        one = told[-1] if told and distinct(told) == 1 else None
        if one is None or one.figure.sentence == odd.figure.sentence:
            continue
        if may_slip(one, odd) and not _apart(field, one, odd):
            yield one, odd


def _who(odd: Statement) -> frozenset[str]:
    """What those did, or what was done to them, who are taken up: "the four who died"."""
    if odd.group != "count" or odd.zone == "title" or not (odd.head == "" or is_person(odd.head)):
        return frozenset()
    match = _WHO.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1)
    deed = stem(match["deed"]) if match else ""
    return _DEATHS if deed in _DEATHS else frozenset(filter(None, [deed]))


def _is_done(statement: Statement, like: frozenset[str]) -> bool:
    """Whether it counts persons of whom the same is told, or what was done."""
    if statement.figure.value in (None, 1) or not like & {statement.head, *statement.near}:
        return False
    return statement.head in like or statement.of_persons or not statement.head


def _in_a_row(field: Field) -> Iterator[Pair]:
    """A row of numbers told twice, of which one differs: the counts of each charge."""
    rows: dict[int, list[Statement]] = defaultdict(list)
    for s in field.by_group["count"][: 6 * LEAD]:
        if s.head and s.modifiers and not (s.step or s.part or field.crowded(s)):
            rows[s.figure.sentence].append(s)
    for row in rows.values():
        if len(row) < 2:
            continue
        pairs = [(s, other) for s in row if (other := _again(field, s))]
        odd = [(s, other) for s, other in pairs if contradict(s.figure, other.figure)]
        if len(odd) == 1 and len(pairs) > 1 and may_slip(*odd[0]):
            places = [o.figure.sentence for _, o in pairs]
            if max(places) - min(places) <= _ROW:
                yield odd[0]


def _again(field: Field, statement: Statement) -> Statement | None:
    """The only other number of its noun under the same narrowing words, told further on."""
    named = [
        s
        for s in field.by_noun.get((statement.group, statement.head), ())[: 3 * LEAD]
        if s.modifiers == statement.modifiers
    ]
    if len(named) != 2 or named[0] is not statement:
        return None
    other = named[1]
    same = other.figure.sentence == statement.figure.sentence
    return None if same or _apart(field, statement, other) else other
