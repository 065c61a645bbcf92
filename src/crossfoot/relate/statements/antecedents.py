"""Which of the numbers told before a definite one can go back to."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.model import Figure
from crossfoot.relate.statements.agreement import agree, contradict, distinct
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.same import heads, other_time
from crossfoot.relate.statements.slips import one_changed, transposed
from crossfoot.relate.statements.some_or_more import about_as_many, adds_up, makes, of_agents
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import is_person, never_one, stem

OTHERS = stem("others")
NEAR = 2  # and "of the 88", which says nothing of what they are, or a small number
BACK = 4  # sentences over which "of the 88 people" takes up an earlier number
# "Of the 88 people", "12 of those 88"
OF_THE = lazy(r"\b(?:of|among)\s(?:all\s)?(?:the|those|these)\s$")
# "The four - ", "The 12 were"
THE = lazy(r"[\W_]*(?:the|these|those|all)\s$")
# "Sheriff Roe said that the | 16 men had"
_SAID_THAT = lazy(
    r"[\W_]*(?:[a-z][a-z'.-]*,?\s){1,8}?(?:said|says|told reporters|added|wrote|alleged?)"
    r"\s(?:that\s)?(?:the|these|those|all)\s$"
)
# "the four | defendants were", "the four | men then drove"
_NOUN_VERB = lazy(
    r"(?:\s[a-z'-]+){1,2}\s(?:then\s|later\s|also\s|allegedly\s|now\s)?"
    r"(?:were|are|was|have|had|will|must|face|faced|pleaded|appeared|shot|took|drove|fled|stole|sold"
    r"|gave|broke|entered|beat|left|used|went|ran|robbed|attacked|forced|conspired)\b"
)
_THIS = lazy(r"\b(?:this|that|last|first|next|each|every|no|any|the)\s$")


def could_be(one: Statement, odd: Statement) -> bool:
    """Whether the nouns let *odd* be the number of *one*, which is the whole of something."""
    if one.step or one.part or one.ranged or one.figure.value is None or one.figure.value < 2:
        return False
    if one.group == "money":
        return bool(one.near & odd.near)
    if of_agents(one, odd):
        return False
    noun = heads(one, odd)
    if noun == "unlike" and is_person(one.head) and is_person(odd.head):
        return not (odd.joined or _is_named(one, odd) or never_one(one.head, odd.head))
    if noun == "open" and not one.head:
        named = is_person(odd.head) if odd.head else bool(one.words & odd.words)
        return named and not one.listed
    if noun == "kin" and is_person(one.head) and _is_named(one, odd):
        return False
    return noun in ("same", "kin", "deed") or (noun == "open" and not one.listed)


def only_one(field: Field, odd: Statement) -> Statement | None:
    """The only number told before that *odd* could be, miscounted or mistyped."""
    before = field.before(odd)
    near = _slips(field, odd, before)
    if not near or distinct(near) != 1:
        return None
    one = near[-1]
    if (other_time(one, odd) and not is_subject(odd)) or _is_of_a_kind(one, odd, before):
        return None
    told = [
        s
        for s in before
        if sentences_between(s, odd) <= BACK and s.figure.value is not None and not _pronoun(s)
    ]
    return None if makes(told, odd) or adds_up(told, one, odd) else one


def _slips(field: Field, odd: Statement, before: Sequence[Statement]) -> list[Statement]:
    """The numbers within reach for which *odd* can be a slip, where it is none of those told."""
    earlier = [s for s in before if could_be(s, odd)]
    if not odd.head:  # a part can be taken up as a whole
        parts = [s for s in before if s.part and is_person(s.head)]
        earlier += [s for s in parts if 0 < sentences_between(s, odd) <= NEAR]
    if any(fits(s.figure, odd.figure) for s in earlier):
        return []
    near = [s for s in earlier if _reaches(field, s, odd) and about_as_many(s, odd)]
    if odd.head:
        return [s for s in near if s.head == odd.head] or near
    return near


def _reaches(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether a number is told near by, is that of the story, or is known by its digits."""
    if sentences_between(one, odd) <= (BACK if odd.head else NEAR):
        return True
    of_story = one.zone != "body" and (odd.head or field.settled(one))
    return bool(of_story) or transposed(one, odd) or one_changed(one, odd)


def may_be(one: Statement, odd: Statement) -> bool:
    """Whether the nouns let a number go back to another of the same value."""
    if OTHERS in (one.head, odd.head) and one.head != odd.head:
        return False
    noun = heads(one, odd)
    if noun == "unlike" and odd.figure.text.lower() == "both":
        return False  # "Both killers", after "his two friends"
    return noun != "unlike" or (is_person(one.head) and is_person(odd.head))


def is_subject(odd: Statement) -> bool:
    """Whether it opens its sentence, whose time is that of the verb: "The 27 men will appear"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    opens = THE.match(text, 0, sign) or _SAID_THAT.match(text, 0, sign)
    return opens is not None and _NOUN_VERB.match(text, sign + 1) is not None


def _is_of_a_kind(one: Statement, odd: Statement, told: Sequence[Statement]) -> bool:
    """Whether others are joined to *one*, so that *odd* takes up all: "12 men and five women"."""
    return (
        one.joined
        and one.head != odd.head
        and any(
            s.joined and s.head != one.head and s.figure.sentence == one.figure.sentence
            for s in told
        )
    )


def _is_named(one: Statement, odd: Statement) -> bool:
    """Whether words narrow *odd* that were not told of *one*: "one of the three Alder girls"."""
    return not odd.modifiers <= one.modifiers | one.words


def fits(one: Figure, odd: Figure) -> bool:
    """Whether *odd* may be the number of *one*: "the $7.3 billion" is not "over $3.7 billion"."""
    return agree(one, odd) if one.range.is_open else not contradict(one, odd)


def _pronoun(statement: Statement) -> bool:
    """Whether it is no number: "this last one"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return statement.figure.text == "one" and _THIS.search(text, 0, sign) is not None


def sentences_between(one: Statement, other: Statement) -> int:
    """How many sentences the later of two stands behind the earlier."""
    return other.figure.sentence - one.figure.sentence
