"""Things taken up by their noun are held against the number told of it: "of the 97 murders"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import distinct
from crossfoot.relate.statements.bases import is_base
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.same import another_kind, elsewhere, heads, other_time
from crossfoot.relate.statements.singled import tells_of_all, things_apart
from crossfoot.relate.statements.slips import may_slip
from crossfoot.relate.statements.some_or_more import about_as_many, is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.tallies.announced import TIMES
from crossfoot.relate.wording.rows import ADDABLE
from crossfoot.relate.wording.stems import is_person, never_one, stem

_EVENTS = frozenset(map(stem, "chase pursuit journey trek drive walk flight march".split()))
_NEAR = 3  # sentences in which one of them can be told apart
_THESE = lazy(r"\b(?:these|those)\s$")
# "The parks include Alder Park and Moor Park. Both parks": those two
_INCLUDES = lazy(r"\b(?:includ(?:e|es|ed|ing)|such as|among (?:them|these))\b")
_VERB = lazy(r"\s(?:were|was|are|is|have|had|will|would|went|came|[a-z]{3,}ed)\b")
# "the four schools | closed since then were sold"
_DONE_IN = lazy(
    r"(?:\s[a-z'-]+){1,3}?\s(?:[a-z]+ed|built|sold|bought|found|taken|made|held|stolen|lost)"
    r"\s(?:in|on|since|by|during|before|after|until|between|from|last|this|earlier)\b[^.,;:]{1,40}?"
    r"\s(?:were|was|are|is|have|has|had|will|remain|[a-z]{3,}ed)\b"
)


def of_things(field: Field) -> Iterator[Pair]:
    """A figure taken up again: "of the 97 murders", after one number of murders was given."""
    for odd in field.definite:
        before = _antecedents(field, odd) if _is_of_things(odd) else []
        if before and not _narrows(field, before, odd):
            slip = may_slip if odd.group == "measure" else about_as_many
            if slip(before[-1], odd):
                yield before[-1], odd


def _is_of_things(odd: Statement) -> bool:
    """Whether it counts or measures things told by their noun, or all persons of a noun."""
    bare = odd.group == "measure" and odd.figure.unit in ADDABLE  # "All 42 pounds were burned"
    if not (odd.head or bare) or odd.zone == "title" or odd.head in TIMES:
        return False
    if odd.group == "measure":  # "the 3-cm emission" is of a kind, "than the 3 acres sown" another
        chased = odd.head in _EVENTS  # "the 27-mile chase"
        return ("-" not in odd.figure.text or chased) and not is_base(odd)
    # "the six defendants" can be six of the eight
    return odd.group == "count" and (odd.all or not is_person(odd.head))


def _narrows(field: Field, before: Sequence[Statement], odd: Statement) -> bool:
    """Whether words set *odd* apart from those told before, or these are several numbers."""
    first, one = before[0], before[-1]
    if one.figure.sentence == odd.figure.sentence or _picks_out(field, one, odd):
        return True
    if field.told_beside(one, odd) or one.each != odd.each:
        return True
    if not odd.head and (not _is_burned(odd) or things_apart(field, first, odd)):
        return True
    if odd.modifiers and not first.modifiers:
        return True  # "the three group winners" are not the two winners told of
    # "the twelve schools will open on Thursday" are no others; "the twelve schools in May" are
    if odd.dated and other_time(first, odd):
        return True
    if distinct(before) != 1 or another_kind(first, odd) or _is_elsewhere(field, first, odd):
        return True
    both = one.figure.text.lower() == "both"
    return both or is_narrowed(odd, one) or done_at_another_time(one, odd)


def _is_burned(odd: Statement) -> bool:
    """Whether a verb follows a measure at once: "All 42 pounds were burned"."""
    return _VERB.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1) is not None


def _is_elsewhere(field: Field, first: Statement, odd: Statement) -> bool:
    """Whether a place sets them apart: "the four boats in Quay", not "the four boats came from".

    Nothing else may tell some apart where they stand near or name different places.
    """
    if not elsewhere(first, odd):
        near = first.head == odd.head and odd.figure.sentence - first.figure.sentence <= _NEAR
        return near and not odd.of_persons and things_apart(field, first, odd)
    named = odd.places & (first.words | first.modifiers | first.places)
    if odd.group != "count" or (odd.places and not named and not tells_of_all(odd, first)):
        return True
    return things_apart(field, first, odd)


def _picks_out(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether words may pick some out of more: "these three", "the two banks".

    "Both banks" do where one of more was told of by itself.
    """
    if (odd.figure.value or 0) >= (one.figure.value or 0):
        return False
    if odd.figure.text.lower() == "both":
        return _told_singly(field, one, odd) or _INCLUDES.search(odd.written_since(one)) is not None
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return odd.figure.value == 2 or _THESE.search(text, 0, sign) is not None


def _told_singly(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether some were told of since, or others: "one of them", "two failed", "a third raid"."""
    return any(
        s.order > one.order and (s.figure.value in (1, 2, None) or s.step or s.part)
        for s in field.before(odd)
    )


def _antecedents(field: Field, odd: Statement) -> list[Statement]:
    """What "the seven county cases" can take up: the noun itself, or else its narrowing words.

    "All three victims" takes up any persons, where only one number of persons was given.
    """
    if not odd.head:
        measures = field.by_group[odd.group][:LEAD]
        earlier = [s for s in measures if s.order < odd.order and not (s.part or s.step)]
        return earlier if all(s.figure.unit == odd.figure.unit for s in earlier) else []
    same = field.by_noun.get((odd.group, odd.head), ())[:LEAD]
    earlier = [s for s in same if s.order < odd.order]
    if earlier and not odd.modifiers:  # of "27 felony convictions" there are fewer
        return [s for s in earlier if not s.modifiers] or earlier
    if earlier:
        return earlier
    whole = [
        s
        for s in field.by_group[odd.group][: 3 * LEAD]
        if s.order < odd.order and not (s.part or s.step)
    ]
    if len(odd.modifiers) >= 2:
        return [s for s in whole if len(s.modifiers & odd.modifiers) >= 2]
    if odd.all and is_person(odd.head):
        persons = [s for s in whole if is_person(s.head) and s.figure.value != 1]
        return [s for s in persons if not never_one(s.head, odd.head)]
    if odd.modifiers or is_person(odd.head):
        return []
    return [s for s in whole if s.figure.value not in (None, 1) and heads(s, odd) == "kin"]


def done_at_another_time(one: Statement, odd: Statement) -> bool:
    """Whether a participle with a time not told of *one* narrows it: "the guns seized in June"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    same = any(a & b for a, b in zip(one.when, odd.when, strict=True))
    return not same and _DONE_IN.match(text, sign + 1) is not None
