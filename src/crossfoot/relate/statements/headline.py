"""A number of the headline that is told nowhere below it, and the one of the lede it should be.

A headline sums up what follows: what it gives is told there, or is what others told there come
to. Where one thing is done to the persons of both, the lede's only number is meant, whatever it
is; where like words tie the two, the only one of its kind that is a slip of the pen away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import agree, contradict, distinct, is_far_beyond
from crossfoot.relate.statements.antecedents import OTHERS
from crossfoot.relate.statements.deeds import deed_of, done_alike
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.lengths import is_after
from crossfoot.relate.statements.likeness import is_paid_back
from crossfoot.relate.statements.made import FEW, is_made, is_told
from crossfoot.relate.statements.portions import are_of_two
from crossfoot.relate.statements.same import another_kind, elsewhere, heads
from crossfoot.relate.statements.slips import in_scale, is_slip, one_changed, tenfold, transposed
from crossfoot.relate.statements.some_or_more import one_more
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.what_changed import tells_change
from crossfoot.relate.wording.so_many_each import how_often
from crossfoot.relate.wording.stems import is_person

_MOST = 3  # figures of a kind in a headline; more are a table or a list
_LINES = 5  # and of any kind
_SHARED = 2.0  # the weight of the words that two counts must have in reach, two shares near by
_UNLIKE = 2.0  # and near by, where two nouns count them
_COUNTED = ("count", "measure")
# "five people | were arrested in each of ten towns", "1,100 arrests | a day"
_OF_EACH = lazy(r"(?:\s[a-z'-]+){0,4}?\s(?:in each|each|apiece|a day|a week|a month|daily)\b")
# "a church had | raised $48,000"
_HAD = lazy(r"\bhad\s(?:[a-z'-]+\s){1,5}$")


def headlines(field: Field) -> Iterator[Pair]:
    """Numbers of the headline, each with the only one of the lede that it can be."""
    told = [s for s in field.story.statements if s.figure.value is not None and s.group != "date"]
    titles = [s for s in told if s.zone == "title"]
    below = [s for s in told if s.zone != "title"]
    if not titles or len(titles) > _LINES or not below:
        return
    first = below[0].figure.sentence
    ledes = [s for s in below if s.zone == "lede" and s.figure.sentence <= first + 1]
    for one in titles:
        alike = [s for s in titles if s.group == one.group]
        if len(alike) > _MOST or not _sums_up(one) or _is_told(below, one):
            continue
        other = _meant(field, one, ledes, below, alike)
        if other and (
            contradict(one.figure, other.figure) or is_far_beyond(one.figure, other.figure)
        ):
            yield one, other


def _meant(
    field: Field,
    one: Statement,
    ledes: Sequence[Statement],
    below: Sequence[Statement],
    titles: Sequence[Statement],
) -> Statement | None:
    """The only number that one of the headline can be, gone wrong; further down only mistyped."""
    for tied, told, may_be in (
        (_are_done_alike, ledes, _may_be_wrong),
        (_are_worded_alike, ledes, is_slip),
        (_are_done_alike, [s for s in below if not any(s.when)], _is_mistyped),
    ):
        found = [
            s
            for s in told
            if s.group == one.group
            and tied(field, one, s)
            and not any(agree(s.figure, t.figure) for t in titles)
        ]
        if found:
            found = [s for s in found if not s.joined] or found  # not "five in jails and two in"
            return found[0] if distinct(found) == 1 and may_be(one, found[0]) else None
    return None


def _may_be_wrong(one: Statement, other: Statement) -> bool:
    """Whether one number can be the other gone wrong."""
    return is_slip(one, other) or in_scale(one, other) or tenfold(one, other)


def _is_mistyped(one: Statement, other: Statement) -> bool:
    """Whether one is the other mistyped, of one noun: "Six Summonses", "was given 60 summonses"."""
    if not (_in_one_unit(one, other) or one.head == other.head != ""):
        return False
    return transposed(one, other) or one_changed(one, other) or tenfold(one, other)


def tells_of_before(one: Statement, other: Statement) -> bool:
    """Whether the lede tells of another time, and of another deed: "lost 14 officers last year".

    What is done in both is one thing: "Police Arrest 34", "police arrested 38 people last year".
    """
    text, sign = other.skeleton.text, other.skeleton.sign_of(other.figure)
    dated, had = other.when[3] - one.when[3], _HAD.search(text, 0, sign)
    if one.group == "length" or not (dated or had):
        return False
    if dated and had:
        return True
    done = {one.governor, deed_of(one)} - {""}
    return not done & {*other.near, other.head} and not done_alike(one, other)


def _sums_up(one: Statement) -> bool:
    """Whether it counts several, and is no rest or part of more, nor an end of a span."""
    several = one.figure.value != 1
    return several and not (one.part or one.ranged or (one.step and one.head != OTHERS))


def _is_told(below: Sequence[Statement], one: Statement) -> bool:
    """Whether the number is told below, or is what two or three of those told first come to."""
    # "one of which is new" is of those told, and takes none away
    like = [s for s in below if s.group == one.group and not (s.part and s.figure.value == 1)][:FEW]
    if is_told(below, one) or is_made(like, one):
        return True
    if one.group == "count" and any(how_often(s.skeleton, s.figure) != 1 for s in like):
        return True  # "57 from Cuba and one each from Laos, Peru and Chile"
    counts = [s for s in below if s.group == "count"][:FEW]
    products = (
        (n.figure.value or 0) * (s.figure.value or 0) for n in counts for s in like if n is not s
    )
    return one.group != "share" and (one.figure.value or 0) in products


def _are_done_alike(field: Field, one: Statement, other: Statement) -> bool:
    """Whether the same is done to both, or one noun counts them among words that both have."""
    if one.group not in _COUNTED or other.part or other.ranged or other.listed:
        return False
    if (one.head == OTHERS) != (other.head == OTHERS) or (other.step and other.head != OTHERS):
        return False
    same_unit = _in_one_unit(one, other)
    if one.group == "measure" and not same_unit:
        return False
    if _OF_EACH.match(other.skeleton.text, other.skeleton.sign_of(other.figure) + 1):
        return False
    if other.definite and other.places and elsewhere(one, other):
        return False  # "the 207 arrested in Alder" of more than 300
    noun = heads(one, other)
    if noun == "unlike" or one_more(other, one):  # "two men and a woman" are three
        return False
    same = noun == "same" or (noun == "open" and same_unit)
    return done_alike(one, other) or field.story.near(one, other) >= (not same) + 1 / 2


def _are_worded_alike(field: Field, one: Statement, other: Statement) -> bool:
    """Whether a slip of the pen sets two numbers apart, and no word does.

    Headline and first sentence are of one time, by whatever name each has it.
    """
    if one.step or other.listed or not is_slip(one, other):
        return False
    if one.group != "count" and one.figure.unit != other.figure.unit:
        return False
    if another_kind(one, other) or one_more(other, one) or _done_otherwise(one, other):
        return False
    alike, story = heads(one, other) != "unlike", field.story
    alone = field.only_one(one) and field.only_one(other)
    if one.group in ("count", "length") and not alike:
        persons = is_person(one.head) == is_person(other.head)
        return alone and persons and story.near(one, other) >= _UNLIKE
    if one.group == "share":
        if are_of_two(one, other) or (tells_change(one) and tells_change(other)):
            return False  # changes are tied clause by clause
        return story.near(one, other) >= _SHARED  # not the rise of a budget and the teachers' pay
    return story.reach(one, other) >= (_SHARED if one.group == "count" and not alone else 1.0)


def _in_one_unit(one: Statement, other: Statement) -> bool:
    """Whether both are so many gallons."""
    return one.group == "measure" and one.figure.unit == other.figure.unit is not None


def _done_otherwise(one: Statement, other: Statement) -> bool:
    """Whether another thing is told of each: "two dead", "three hurt"; taken, and paid back."""
    if one.group == "money":
        return is_paid_back(one) != is_paid_back(other)
    if one.group == "length":
        return is_after(one, other)
    return bool(deed_of(one) or deed_of(other)) and not done_alike(one, other)
