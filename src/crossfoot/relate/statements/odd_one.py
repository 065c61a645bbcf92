"""A figure at odds with two or more that agree is held against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import contradict
from crossfoot.relate.statements.deeds import deed_of, done_alike, governed
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.likeness import likeness, one_changed_or_swapped
from crossfoot.relate.statements.said_twice import itemised, revised
from crossfoot.relate.statements.same import EVENT, apart, elsewhere, heads, other_event
from crossfoot.relate.statements.slips import is_slip, may_slip
from crossfoot.relate.statements.some_or_more import is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS, stem

_OFTEN = 3  # times that a number is told
_THE = rf"\b(?:the|this|that|today's)\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{EVENT})"
# "the operation, which saw | 19", "the raid, in which | 23", "the sweep that led to the arrest of"
_BY_EVENT = lazy(
    rf"{_THE},?\s(?:(?:which|that)\s(?:has\s)?)?(?:saw|in which|during which|netted|yielded"
    r"|ended with|ended in|left|led to|resulted in|brought)\s"
    r"(?:the\s(?:arrests?|seizure|rescue)\sof\s)?$"
)
# "| people were arrested on suspicion of theft as a result of the raids."
_IN_EVENT = lazy(
    rf"[^.,;:()\d\ue000-\uf8ff]{{3,90}}?\s(?:in|during|as a result of|by|following)\s{_THE}[.\s]*$"
)
_SET = lazy(r"\W*(?:in|at|on|during|since|before|after|by|with|for|until)\s")
_TOLD_BY = lazy(
    r"\b(?:said|says?|according|claim(?:s|ed)?|reports?|reported|told|puts?|expect(?:s|ed)?|planned"
    r"|hope[sd]?|could|would|may|might|so far|at first|already)\b"
)
_WORD = lazy(r"[a-z]")
_NEW_EVENT = lazy(rf"\ban?\s(?:[a-z-]+\s){{0,2}}?{EVENT}\b")
_DONE_TO_THINGS = frozenset(map(stem, "seized confiscated recovered taken found destroyed".split()))


def odd_one(field: Field) -> Iterator[Pair]:
    """A figure at odds with two or more that agree."""
    for odd in field.lonely:
        if odd.zone == "body" and (odd.group, odd.head) not in field.agreed_of_noun:
            continue
        for one in _established(field, odd):
            if _at_odds(field, one, odd):
                yield _opposed(field.group_of[one.figure.id], one, odd), odd
                break


def _opposed(members: Sequence[Statement], one: Statement, odd: Statement) -> Statement:
    """*one*, or where a hedge of its own allows the odd number another that agrees with it."""
    if contradict(one.figure, odd.figure):
        return one
    exact = (m for m in members if contradict(m.figure, odd.figure))
    return next((m for m in exact if m.figure.sentence != odd.figure.sentence), one)


def _established(field: Field, odd: Statement) -> Iterator[Statement]:
    """The figures of the same noun that agree with others; of title and lede, kin as well."""
    yield from field.agreed_of_noun.get((odd.group, odd.head), ())
    if odd.zone == "title" and odd.group == "count" and (deed := deed_of(odd)) in DEEDS:
        yield from field.agreed_of_noun.get((odd.group, deed), ())
    if odd.zone != "body" and (odd.group != "count" or odd.of_persons or not odd.head):
        other_zone = "title" if odd.zone == "lede" else "lede"
        for one in field.by_zone.get((odd.group, other_zone), ())[:LEAD]:
            kin = odd.group != "count" or heads(one, odd) in ("kin", "open", "deed")
            if kin and one.figure.id in field.group_of:
                yield one


def _at_odds(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd* stands where the number that *one* shares with others should stand."""
    members = field.group_of[one.figure.id][:LEAD]
    said = [m for m in members if m.zone == odd.zone] if odd.zone != "body" else []
    if said and not (done_alike(one, odd) and _is_mistyped(said, one, odd)):
        return False  # it is said there already
    if odd.figure.sentence == one.figure.sentence or field.told_beside(one, odd):
        return False
    if {one.zone, odd.zone} == {"title", "lede"}:
        return _is_of_the_opening(field, one, odd)
    if one.group not in ("count", "measure") or one.each != odd.each:
        return False
    if odd.zone == "title" and one.head in DEEDS and one.head == deed_of(odd):
        # "Agents Arrest 23 in Harbor"
        led = {"lede", "body"} <= {m.zone for m in members}
        return led and may_slip(one, odd) and not elsewhere(one, odd)
    if other_event(one, odd) or revised(one, odd) or apart(one, odd):
        return False
    if _is_of_the_event(field, members, one, odd):
        return True
    if not may_slip(one, odd) or elsewhere(one, odd):
        return False
    return _is_of_one_name(field, members, one, odd)


def _is_mistyped(said: Sequence[Statement], one: Statement, odd: Statement) -> bool:
    """Whether one is the other mistyped, or miscounted where the first is only taken up there.

    "Twelve charged", "eleven men have been charged … the twelve men took".
    """
    if one_changed_or_swapped(one, odd):
        return True
    taken_up = all(m.definite and m.order > odd.order for m in said)
    return one.zone == "title" and taken_up and is_slip(one, odd)


def _is_of_the_event(
    field: Field, members: Sequence[Statement], one: Statement, odd: Statement
) -> bool:
    """Whether the same was done in "the raid", whose number was told again and again.

    Its words near by need not be those of the first, nor its place be named again.
    """
    if len(members) < _OFTEN or not is_slip(one, odd) or field.named(odd) != 2:
        return False
    if one.modifiers != odd.modifiers or odd.joined or is_narrowed(odd, one):
        return False
    noun = _event_of(odd)
    if noun not in _nouns_of(members) or field.story.has_several_events:
        return False
    if _NEW_EVENT.search(field.story.text, members[0].skeleton.end, odd.skeleton.start):
        return False
    if odd.places - one.words - one.places or any(
        b - a for a, b in zip(one.when, odd.when, strict=True)
    ):
        return False
    return any(done_alike(m, odd) or _DONE_TO_THINGS & m.near & odd.near for m in members)


def _event_of(odd: Statement) -> str:
    """The event that brought a number about: "the raid, in which 23", "23 were taken in the raid".

    Nothing where the sentence tells who says so, or when or where else.
    """
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    if _TOLD_BY.search(text):
        return ""
    match = _BY_EVENT.search(text, 0, sign)
    if match is None and not _WORD.search(text, 0, sign):
        match = _IN_EVENT.match(text, sign + 1)
    elif match is not None and _SET.match(text):
        return ""
    return match["noun"] if match else ""


def _nouns_of(members: Sequence[Statement]) -> set[str]:
    """The words of their sentences, of each in its singular too."""
    told = set[str]().union(*(m.skeleton.words for m in members))
    return told | {word.removesuffix("s") for word in told} | {f"{word}s" for word in told}


def _is_of_the_opening(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the figures of title and lede are told of one thing, and neither of its items."""
    first, second = (one, odd) if one.zone == "title" else (odd, one)
    sure = governed(one, odd) or field.numbers_of(odd) <= 2
    sure = sure or field.story.near(one, odd) >= 2
    listed = itemised(field, odd) or itemised(field, one)
    least = 1.5 if one.group == "money" else 0.0
    return sure and not listed and likeness(field, first, second) > least


def _is_of_one_name(
    field: Field, members: Sequence[Statement], one: Statement, odd: Statement
) -> bool:
    """Whether the full name of what is counted has no third number, and more words tie the two."""
    typed = one_changed_or_swapped(one, odd)
    if one.modifiers != odd.modifiers and not typed:
        return False
    zones = {odd.zone, *(m.zone for m in members)}
    if zones == {"body"} or field.named(odd) != 2:
        return False
    named = odd.modifiers and any(m.modifiers == odd.modifiers for m in members)
    if not (named or governed(one, odd) or any(done_alike(m, odd) for m in members)):
        return False
    if typed:
        return _tie(field, one, odd) >= (0.5 if field.numbers_of(odd) == 2 else 1.0)
    return _tie(field, one, odd) >= (1.0 if {"title", "lede"} < zones else 1.5)


def _tie(field: Field, one: Statement, odd: Statement) -> float:
    """The weight of the words that two statements under one full name share."""
    return field.story.near(one, odd) + len(one.modifiers) + governed(one, odd)
