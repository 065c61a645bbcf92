"""Whether two statements are of one quantity, judged on their wording alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from crossfoot.figures.lazy import lazy, once
from crossfoot.relate.statements.agreement import rounded_alike, rounds
from crossfoot.relate.statements.counted import COUNTED
from crossfoot.relate.statements.of_before import is_of_before
from crossfoot.relate.statements.slips import LONG
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS, is_person, may_be_one, stem

# of these kinds only what title or lede gives is said again
LED = frozenset({"date", "length"})
_TWO = 2  # digits of a number that is not round
_TELLING = 5  # digits that are hardly met with twice by chance
_MANY = 20  # a number that is hardly met with twice of one noun by chance
# digits by which two hedged numbers of one value tell more than exact ones do
_HEDGED_ALIKE = {"count": 1, "money": 2, "measure": 2}
_ALIKE = 1.5  # the weight of words shared by lengths that are told far down
_CHARGES = frozenset(map(stem, ("counts", "charges")))  # each is known by what it is of
_FOR_PERSONS = frozenset(map(stem, ("cases", "deaths", "casualties", "removals", "others")))
_SUBJECTS = frozenset(map(stem, ("nationals", "subjects", "citizens")))
_DOUBLE = 2  # a multiple that is told of many a thing
_LONG_SENTENCE = 12  # different words of a sentence that is hardly told twice by chance
_FIRST = 6  # of a long group, so many are asked what they count
_COMMON = 5  # words in reach of more figures than this tell little apart
# "The 81 boxes | came from a larger barge", "were taken off another ship"
_FROM = lazy(
    r"\s(?:[a-z'-]+\s){0,3}?(?:had |have )?(?:came|come|were|are|was|is)"
    r"(?: (?:[a-z]+ed|taken|found|stolen))? (?:from|off|aboard)"
    r" (?:(?P<other>another|other|(?:an?|one|the) (?:[a-z]+er|second|other|different))\b"
    r"|(?:an?|one)\b)(?P<what>(?: [a-z-]+){1,3})"
)
_AWAY = lazy(r" (?:ago|later|earlier|apart)\b| before(?=\s?[,.;]|$)")
_OF_NEWS = ("night", "week", "this month", "this year")  # when that happened which is news
EVENT = r"(?:operation|raid|sweep|sting|crackdown|bust|search|fire|crash|attack|blast|rescue)s?"
_OTHER_EVENT = lazy(
    r"\b(?:another|second|third|separate|similar|previous|earlier|last|other|first|two|three|several"
    rf"|each|both|wider|larger)\s(?:[a-z-]+\s){{0,2}}?{EVENT}\b"
)


@dataclass(frozen=True)
class Story:
    """All statements of a document, what is common among them, and its text made plain."""

    statements: tuple[Statement, ...]
    text: str

    @once
    def has_several_events(self) -> bool:
        """Whether "another raid" is told of: no number is then the one of "the raid"."""
        return _OTHER_EVENT.search(self.text) is not None

    @once
    def _often(self) -> Counter[str]:
        """Of each word, how many figures it is in reach of."""
        return Counter(chain.from_iterable(s.words for s in self.statements))

    def weight(self, words: frozenset[str]) -> float:
        """How much it tells that *words* are shared: a common one half as much as a rare one."""
        if not words:
            return 0.0
        often = self._often
        return sum([0.5 if often[word] > _COMMON else 1.0 for word in words])

    def near(self, one: Statement, other: Statement) -> float:
        """The weight of the words that both have near by, but for the nouns counted."""
        return self.weight((one.near & other.near) - _nouns(one, other))

    def reach(self, one: Statement, other: Statement) -> float:
        """The same for all words in reach."""
        return self.weight((one.words & other.words) - _nouns(one, other))


def _nouns(one: Statement, other: Statement) -> frozenset[str]:
    if one.group == "share" and not (one.head and other.head):
        return frozenset()  # "a conviction rate of 88%", "were convicted, a rate of 88%"
    return frozenset((one.head, other.head)) if one.group in COUNTED else frozenset()


def heads(one: Statement, other: Statement) -> str:
    """How the nouns counted agree.

    "same"; "kin" (``men`` and ``defendants``); "deed" (``men arrested`` and ``arrests``); "open"
    where one is not told; else "unlike".
    """
    if one.head and one.head == other.head:
        return "same"
    if not one.head or not other.head:
        return "open"
    if may_be_one(one.head, other.head):
        return "kin"
    return (
        "deed" if is_person(one.head) != is_person(other.head) and _deed(one, other) else "unlike"
    )


def _deed(one: Statement, other: Statement) -> bool:
    """Whether persons are counted by what was done to them: "498 people", "the 498 arrests"."""
    return bool(DEEDS & {one.head, other.head})


def may_agree(story: Story, one: Statement, other: Statement) -> bool:
    """Whether the wording lets two statements with agreeing values be one quantity.

    An unlikely number said again of the same noun needs little more; "two" needs a good deal.
    """
    if _is_verbatim(one, other):
        return True
    telling = _telling(one, other)
    if one.group == "count" and (are_unlike(one, other) or _is_less(one) is not _is_less(other)):
        return False
    if one.zone == "body" and one.group in LED and not _is_known_length(story, one, other, telling):
        return False
    if not _WEIGH.get(one.group, _amounts)(story, one, other, telling):
        return False
    if telling >= 3 or one.group == "date":
        return True
    if one.group == "count" and one.ranged != other.ranged:
        return False
    if other.zone == "body" and _of_others(one) != _of_others(other):
        return False
    if other.definite and telling >= _TWO and one.head == other.head:
        return True  # "the 27 people will appear next Tuesday"
    if _opens(one, other):
        return True
    if other_time(one, other) or _is_earlier(one, other):
        return False
    few = telling < _TWO and one.group == "count" and one.zone != "body"
    return not (few and is_of_another_event(one, other))


def _is_earlier(one: Statement, other: Statement) -> bool:
    """Whether the later count is told of another time or event: "the week before, 18 boats"."""
    if one.group != "count" or other.definite:
        return False
    return is_of_before(other, one) and not is_of_before(one, other)


def _of_others(statement: Statement) -> bool:
    """Whether "six other men" are counted."""
    sign = statement.skeleton.sign_of(statement.figure)
    return statement.skeleton.text.startswith(" other ", sign + 1)


def is_of_another_event(one: Statement, other: Statement) -> bool:
    """Whether words set *other* in another event or time than *one*; a year may but date it."""
    told = (other.when[2] | other.when[3]) - (one.when[2] | one.when[3])
    return any(not (name.isdigit() or name.endswith(_OF_NEWS)) for name in told)


def of_two_sorts(some: Sequence[Statement], others: Sequence[Statement]) -> bool:
    """Whether a number without a noun would tie persons to things: "Eleven", 11 people, 11 guns."""
    return some[0].group == "count" and any(
        are_unlike(a, b) for a in some[:_FIRST] for b in others[:_FIRST]
    )


def are_unlike(one: Statement, other: Statement) -> bool:
    """Whether one counts persons and the other things, or how often, and neither what was done."""
    if min(one.significant, other.significant) >= LONG:
        return False
    for a, b in ((one, other), (other, one)):
        if is_person(a.head) and (_is_thing(b) or _is_how_often(b)):
            return True
    return False


def _is_thing(statement: Statement) -> bool:
    """Whether things are counted; of a headline's last noun that is not sure: "20 in drug ring"."""
    head = statement.head
    if not head or statement.zone == "title":
        return False
    return not (is_person(head) or head in DEEDS or head in _FOR_PERSONS)


def _is_less(statement: Statement) -> bool:
    """Whether it leads from another number: "29 fewer than in the year before"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return text.startswith((" fewer", " less than", " more than"), sign + 1)


def _is_how_often(statement: Statement) -> bool:
    return not statement.head and statement.figure.text.endswith(" times")


def _is_verbatim(one: Statement, other: Statement) -> bool:
    """Whether a long sentence stands twice, as in a caption, and both in one place of it."""
    here, there = one.skeleton, other.skeleton
    if one.terms != other.terms or abs(len(here.text) - len(there.text)) > 1:
        return False
    if one.group == "length" or one.terms in (None, (1, 1)):
        return False  # the terms of two defendants are told alike
    at = here.sign_of(one.figure)
    if at != there.sign_of(other.figure) or len(here.words) < _LONG_SENTENCE:
        return False
    return here.text.rstrip(". ") == there.text.rstrip(". ")


def _is_known_length(story: Story, one: Statement, other: Statement, telling: int) -> bool:
    """Whether a length of two digits is told again in like words: "the 72-hour limit"."""
    if one.group != "length" or telling + _is_span(one, other) < _TWO:
        return False
    return story.near(one, other) + (heads(one, other) == "same") >= _ALIKE


def _is_span(one: Statement, other: Statement) -> bool:
    """Whether both are told by two ends, and the same: "5 to 7 years"."""
    return one.figure.range == other.figure.range and not one.figure.range.is_exact


def _telling(one: Statement, other: Statement) -> int:
    """How unlikely it is that two numbers agree by chance, in digits; "nearly 500" fits 498."""
    few, many = sorted((one.significant, other.significant))
    a, b = one.figure, other.figure
    if not (a.hedge or b.hedge):
        return few
    told = max(few, min(2, many))
    if a.hedge and b.hedge and one.terms == other.terms:  # "nearly 300" and "almost 300"
        return told + _HEDGED_ALIKE.get(one.group, 0)
    return told


def _counts(story: Story, one: Statement, other: Statement, telling: int) -> bool:
    noun, shared = heads(one, other), one.modifiers & other.modifiers
    if one.figure.value == 1:
        return noun == "same" and one.zone != "body" and story.near(one, other) >= 2
    if telling < _TWO and noun == "same" and one.head in _CHARGES and other_names(one, other):
        return False
    if _known(one, other, noun):
        return True
    if other.definite and _narrowed_alike(one, other):
        return True
    if one.zone == "body":
        if noun == "same":
            labelled = bool(shared) and (one.label or other.label)
            definite = telling >= 2 or other.definite or labelled
            return definite or bool(shared and story.near(one, other))
        if len(shared) >= 2 and other.definite:
            return True
        definite = other.definite or (noun == "kin" and one.definite)
        if noun == "unlike" and telling >= LONG:
            return story.near(one, other) >= 1
        return noun in ("kin", "open") and (telling >= 3 or (definite and telling >= 2))
    if noun in ("same", "kin"):
        sure = telling >= 2 or other.definite or _opens(one, other)
        return sure or bool(noun == "same" and shared) or story.near(one, other) > 0
    if noun == "deed":
        return telling >= 1
    near = story.near(one, other)
    if noun == "open" and telling >= _TWO and _done(one, other):
        return True
    if noun == "open":
        few = (one.figure.value or 0) < 10
        return near >= (2 if few else 1) or (telling >= 2 and other.definite) or telling >= 3
    return telling >= 3 or len(shared) >= 2 or (telling >= 2 and near >= 1)


def _narrowed_alike(one: Statement, other: Statement) -> bool:
    """Whether persons are taken up by what narrowed them: "8 women", "the 8 women students".

    "Two Indian nationals", and "the two Indian subjects" of the next paragraph.
    """
    if one.head in other.modifiers or other.head in one.modifiers:
        return True
    of_persons = one.of_persons or other.of_persons or {one.head, other.head} <= _SUBJECTS
    return of_persons and bool(one.modifiers) and one.modifiers == other.modifiers


def _done(one: Statement, other: Statement) -> bool:
    """Whether one is told by what was done, and the other counts that: "arrested 11"."""
    return (one.governor == other.head or other.governor == one.head) and bool(
        DEEDS & {one.head, other.head}
    )


def _measures(story: Story, one: Statement, other: Statement, telling: int) -> bool:
    """Of one stuff in one unit a number is as telling as a longer one of persons."""
    alike = bool(one.head) and one.head == other.head and one.figure.unit == other.figure.unit
    return _counts(story, one, other, telling + 1 if alike else telling)


def _known(one: Statement, other: Statement, noun: str) -> bool:
    """Whether a number is known by itself: of five digits, of the opening, or of its noun."""
    value = one.figure.value or 0
    if min(one.significant, other.significant) >= _TELLING:
        return True
    headed = one.zone == "title" and noun in ("open", "deed")
    return value >= _MANY and (noun == "same" or headed or _opens(one, other))


def _lengths(story: Story, one: Statement, other: Statement, telling: int) -> bool:
    away = _leads_away(one)
    if one.figure.unit != other.figure.unit or away is not _leads_away(other):
        return False
    if away and one.figure.value == 1:
        return False  # "a year ago", told of each number
    if _opens(one, other):
        return True
    return story.near(one, other) >= 1 or (
        heads(one, other) == "same" and story.reach(one, other) >= 1
    )


def _leads_away(length: Statement) -> bool:
    """Whether it leads to another time: "in the six months before", "two weeks later"."""
    text, sign = length.skeleton.text, length.skeleton.sign_of(length.figure)
    return _AWAY.match(text, sign + 1) is not None


def _dates(story: Story, one: Statement, other: Statement, telling: int) -> bool:
    return of_one_event(one, other)


def of_one_event(one: Statement, other: Statement) -> bool:
    """Whether two dates are told of one thing: "the 1986 murder", "paroled in 2016"."""
    return bool((one.head and one.head == other.head) or (one.verb and one.verb == other.verb))


def _amounts(story: Story, one: Statement, other: Statement, telling: int) -> bool:
    if one.group == "money" and min(one.significant, other.significant) > LONG:
        return True
    if (one.step or other.step) and not (one.group == "money" and _opens(one, other)):
        return one.group == "share" and story.near(one, other) >= 1 and one.zone != "body"
    near = story.near(one, other)
    if one.group == "share" and one.head and one.head == other.head:
        near += 1  # the noun is left out of what is near
    if one.group == "multiple":
        telling += (one.figure.value or 0) > _DOUBLE
    elif _is_exact_of(one, other):
        return True
    if one.zone == "body":
        return near >= 1 and telling >= 2
    if one.group == "money" and _opens(one, other) and one.terms == other.terms:
        return True
    if min(one.significant, other.significant) >= _TWO and _is_rounded(one, other):
        return True
    if one.group == "share" and not rounded_alike(one.figure, other.figure):
        return near >= 1  # "39% of all drivers", "about 40% higher"
    reach = story.reach(one, other)
    return near >= 1 or telling >= 3 or reach >= 1.5 or (telling >= 2 and reach >= 0.5)


def _is_exact_of(one: Statement, other: Statement) -> bool:
    """Whether "over $370,000" is told to the last dollar soon after, "valued at $370,893"."""
    if one.group != "money" or one.figure.hedge is None or other.figure.hedge is not None:
        return False
    near = 0 <= other.block - one.block <= 1 and other.significant >= _TELLING
    return near and one.significant >= _TWO and rounds(one, other)


def _is_rounded(one: Statement, other: Statement) -> bool:
    """Whether of two amounts of money one is the other, or rounds it: "$1.7 million"."""
    return one.group == "money" and rounded_alike(one.figure, other.figure)


_WEIGH = {"count": _counts, "measure": _measures, "length": _lengths, "date": _dates}


def _opens(one: Statement, other: Statement) -> bool:
    return one.zone == "title" and other.zone == "lede"


def apart(one: Statement, other: Statement) -> bool:
    """Whether words set two statements apart: a part, a step, a span, another time or place."""
    return (one.group != "date" and other_time(one, other)) or another_kind(one, other)


def other_event(one: Statement, other: Statement) -> bool:
    """Whether the later one is told of another event: "in a similar raid last year", "in 2019"."""
    first, later = sorted((one, other), key=lambda s: s.order)
    return not later.when[3] <= first.when[3]


def another_kind(one: Statement, other: Statement) -> bool:
    """The same, the times left aside: a part, a step, a span, a list, another narrowing word."""
    if one.step or other.step or one.ranged or other.ranged or one.listed or other.listed:
        return True
    if one.part or other.part:
        return True
    if one.modifiers & other.places or other.modifiers & one.places:
        return False  # "two Brooklyn warehouses", "two brick warehouses in Brooklyn"
    return other_names(one, other)


def other_names(one: Statement, other: Statement) -> bool:
    """Whether each noun is narrowed, by no word that they share."""
    return bool(one.modifiers and other.modifiers and not one.modifiers & other.modifiers)


def from_elsewhere(one: Statement, odd: Statement) -> bool:
    """Whether *odd* counts what came from something that *one* does not tell of, or another."""
    match = _FROM.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1)
    if match is None:
        return False
    return bool(match["other"]) or one.words.isdisjoint(map(stem, match["what"].split()))


def elsewhere(one: Statement, other: Statement) -> bool:
    """Whether one of them names a place that the other does not speak of."""
    return bool(
        (other.places and not other.places & (one.words | one.modifiers | one.places))
        or (one.places and not one.places & (other.words | other.modifiers | other.places))
    )


def other_time(one: Statement, other: Statement) -> bool:
    """Whether both name a time and none is the same: two years, two months, last against this.

    Times of different sorts ("in December", "last year") are not the same either.
    """
    here = one.when[:3]
    there = other.when[:3] if any(here) else ()
    if not any(there):
        return False
    both = [(a, b) for a, b in zip(here, there, strict=True) if a and b]
    if not both:  # "in December" and "last year" differ, "on Friday" and "this week" need not
        return bool(one.when[3] | other.when[3])
    return any(not a & b for a, b in both)
