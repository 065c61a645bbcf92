"""What officials say and what others say, in two clauses of the same words.

"Police said 12 people died. Doctors said 15 people died": the two speak of one event from two
sides. Two offices of one kind may each have counted their own, and are not set against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Span
from crossfoot.relate.statements.accounts import SAYING, Account, States
from crossfoot.relate.statements.deeds import deed_of, done_alike
from crossfoot.relate.statements.same import another_kind, elsewhere, heads, other_time
from crossfoot.relate.statements.slips import in_scale
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.phrases import worded
from crossfoot.relate.wording.stems import meaning, stem

_OFFICIAL = frozenset(
    "police sheriff deputies officials authorities government ministry department agency ice cbp"
    " dhs spokesman spokeswoman spokesperson mayor governor army military prosecutors bureau"
    " administration officers state city county office".split()
)
_OTHERS = frozenset(
    "organizers organisers advocates activists witnesses residents protesters lawyers attorneys"
    " union unions hospital hospitals doctors medics relatives families opposition rebels monitors"
    " observers charity charities volunteers records documents lists logs critics researchers"
    " villagers neighbors coalition network groups nonprofit".split()
)
_SAYING = (*SAYING, *"say report count estimate estimates claim record announce".split())
_CUES = frozenset((*_SAYING, "according"))
# "Police said", "According to court records,", "local advocates counted"
_SPEAKS = lazy(
    r"\W*(?:(?:but|while|whereas|however|and|though),?\s)?"
    rf"(?:according to (?P<to>[^,;:\ue000-\uf8ff]{{3,60}}),|(?P<who>[^,;:\ue000-\uf8ff]{{3,60}}?)"
    rf"\s(?P<said>{'|'.join(_SAYING)})\b)"
)
_TURN = lazy(r"(?:;|,)\s(?:but\s|while\s|whereas\s)?|\s(?:but|while|whereas)\s")
# of a number that stands alone: "put it at | 60,000", "counted | 61", "60,000 people."
_ALONE = lazy(
    r"\b(?:puts? (?:it|the (?:number|figure|toll|count|total|crowd)) at|counted|count|estimated?"
    r"|estimates|said (?:it was|there were)|claimed|listed?|lists|shows?|recorded)"
    r" (?:about |some |nearly |only |at least |more than )?$"
)
_ENDS = lazy(r"(?:\s(?:(?P<people>people)|were|was|of them))?\s*(?:[.,;]|$)")
# "12 people died | in the fire"
_WHERE = lazy(r"^(?P<told>.*?)\s(?:in|at|on|during|near)\sthe\s[a-z -]{3,30}\s*$")
# what makes the second number one of more, of fewer or of later
_OTHERWISE = lazy(
    r"\b(?:if|since|counting|including|so far|already|another|more|others?|elsewhere|own|"
    r"(?:an?|the|one|its|their) hospital)\b"
)
# what was done to so many, with a verb right before the number
_DONE = frozenset(map(stem, "closed opened arrested held seized shut removed detained".split()))
_TAIL = lazy(r"[^.,;:\ue000-\uf8ff]*")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Clause:
    """One side's number, and who gives it."""

    told: Statement
    official: bool
    tie: Span
    block: int


def two_sides(reading: Reading) -> Iterator[Account]:
    """Numbers that an official source gives and another source, one right after the other."""
    states = States(reading)
    before: tuple[int, _Clause] | None = None
    for index, skeleton in worded(reading, _CUES):
        for clause in _clauses(reading, states, index, skeleton):
            near = before is not None and index - before[0] <= 1
            if before and near and _is_answer(before[1], clause):
                yield Account(before[1].told, clause.told, clause.tie)
            before = (index, clause)


def _clauses(reading: Reading, states: States, index: int, skeleton: Skeleton) -> Iterator[_Clause]:
    """The one or two clauses of a sentence in each of which a side gives one number."""
    text = skeleton.text
    if len(skeleton.figures) == 1:
        stretches = [(0, len(text))]
    elif len(skeleton.figures) == 2:
        first, second = map(skeleton.sign_of, skeleton.figures)
        turn = next(_TURN.finditer(text, first, second), None)
        if turn is None:
            return
        stretches = [(0, turn.start()), (turn.end(), len(text))]
    else:
        return
    for start, end in stretches:
        match = _SPEAKS.match(text, start, end)
        told = skeleton.within(match.end(), end) if match else ()
        statement = states.of(told[0]) if told else None
        side = _side(match["to"] or match["who"]) if match else None
        if match is None or statement is None or side is None:
            return
        block = reading.document.sentences[index].block
        yield _Clause(statement, side, skeleton.span(match, "to" if match["to"] else "said"), block)


def _side(who: str) -> bool | None:
    """Whether those who speak are officials; nothing where that is not known."""
    words = frozenset(who.replace("'s", "").split())
    official, other = not words.isdisjoint(_OFFICIAL), not words.isdisjoint(_OTHERS)
    return not other if official or other else None


def _is_answer(first: _Clause, second: _Clause) -> bool:
    """Whether two sides tell the number of the same things."""
    one, other = first.told, second.told
    if first.official == second.official or first.block != second.block:
        return False
    if any(s.group != "count" or s.step or s.part or s.ranged or s.joined for s in (one, other)):
        return False
    if min(one.figure.value or 0, other.figure.value or 0) < _FEWEST or not one.head:
        return False
    if other_time(one, other) or elsewhere(one, other) or another_kind(one, other):
        return False
    if _OTHERWISE.search(other.skeleton.text) or not in_scale(one, other):
        return False
    return _in_its_words(one, other) or _is_alone(one, other)


def _in_its_words(one: Statement, other: Statement) -> bool:
    """Whether the same noun and deed are told of both; the first may tell where it was."""
    said, again = _tail(one), _tail(other)
    where = _WHERE.search(_words_behind(one))
    same = again == said or (where is not None and again == _meant(where["told"]))
    return heads(one, other) == "same" and same and (len(again) > 1 or done_alike(one, other))


def _words_behind(statement: Statement) -> str:
    """The words behind a number, up to a comma or the stop."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    match = _TAIL.match(text, sign + 1)
    return match.group() if match else ""


def _tail(statement: Statement) -> frozenset[str]:
    """What is told behind a number: of "12 people died", people and died."""
    return _meant(_words_behind(statement))


def _meant(words: str) -> frozenset[str]:
    return frozenset(m for w in words.split() if (m := meaning(w)))


def _is_alone(one: Statement, other: Statement) -> bool:
    """Whether nothing but the number is told: "put it at 60,000", "counted 61" of the arrested."""
    text, sign = other.skeleton.text, other.skeleton.sign_of(other.figure)
    verb, ends = _ALONE.search(text, 0, sign), _ENDS.match(text, sign + 1)
    if verb is None or ends is None:
        return False
    if ends["people"] and not (one.of_persons or one.label or not one.head):
        return False
    return (
        verb.group().startswith("put") or one.label or deed_of(one) != "" or one.governor in _DONE
    )
