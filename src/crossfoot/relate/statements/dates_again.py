"""The day of one event told again: "raided the club on March 3", further on "the March 8 raid".

Or that of an event to come, in headline and first sentence: "… to be held March 16".

A day between "the" and the noun of an event goes back to that event, told before with its day.
Where the text tells no third day of such an event, no second one and nothing that tells this one
from it, two days of one month that are a slip of the pen apart are one day mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation

_DATE = SIGNS["date"]
# the nouns of an event, and the words that tell the same of it
_EVENTS = {
    noun: frozenset(told.split())
    for nouns, told in {
        "raid": "raid raided raiding",
        "sweep operation sting bust roundup": "sweep swept operation sting bust roundup arrested",
        "fire blaze": "fire blaze burned burning arson flames",
        "crash collision wreck accident": (
            "crash crashed collided collision wreck accident struck overturned derailed"
        ),
        "shooting": "shooting shot shots opened gunned gunfire shootings",
        "stabbing": "stabbing stabbed",
        "robbery holdup heist": "robbery robbed holdup heist",
        "burglary break-in theft": "burglary burglarized burgled broke break-in theft stole stolen",
        "arrest": "arrest arrested caught apprehended custody",
        "killing slaying murder death": (
            "killing killed slaying slain murder murdered death died dead"
        ),
        "attack assault": "attack attacked assault assaulted attacking",
        "explosion blast bombing": "explosion exploded blast bombing bombed bomb",
        "sinking": "sinking sank sunk capsized",
        "riot": "riot rioted rioting",
        "rescue": "rescue rescued",
        "escape": "escape escaped",
        "disappearance": "disappearance disappeared missing vanished",
        "kidnapping abduction": "kidnapping kidnapped abducted abduction",
    }.items()
    for noun in nouns.split()
}
_TAKEN_UP = lazy(
    rf"\b(?:the|that|his|her|their|its)\s(?P<date>{_DATE}),?\s(?:fatal\s|deadly\s|armed\s|pre-dawn\s)?"
    rf"(?P<noun>{'|'.join(_EVENTS)})(?![a-z'’-])(?!\sthere\b)"
    # "the fire | in Moor", "the arrest of his brother"
    r"(?P<where>\s(?:in|at|of|on|near|against|outside|inside)\s(?P<what>[^.,;:\ue000-\uf8ff]{1,60}))?"
)
# "the fire of March 8", which tells no place
_OF_A_DAY = lazy(
    rf"\b(?:the|that)\s(?P<noun>{'|'.join(_EVENTS)})\s(?:of|on)\s(?P<date>{_DATE})(?P<where>)(?P<what>)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = lazy(rf"\b{_MONTH}[a-z]*\.?\s(?P<day>[1-9]\d?)\b(?:,?\s(?P<year>\d{{4}}))?(?!\s?[-–]\s?\d)")
_WORD = lazy(r"[a-z]+")
_PLURAL = {noun: f"{noun}s" for noun in _EVENTS} | {
    "robbery": "robberies",
    "burglary": "burglaries",
}
# another event, or this one set against it; what recurs (votes, hearings, storms) is left out
_ANOTHER = lazy(
    rf"\b(?:another|earlier|previous|prior|similar|separate|second|each|worse|than|like|unlike"
    rf"|again|followed|repeat|anniversary|same|also|canceled)\b|{SIGNS['rank']}"
)
# "will hold it | on March 16", "set for", "to be held"; and no noun of the day's own behind it
_TO_COME = lazy(r"\b(?:will|to|set|scheduled|slated|upcoming|plans|planned|invites?|returns)\b")
# what may come before the event itself, on a day of its own
_FIRST = lazy(
    r"\b(?:vot(?:e|es|ing)|decid[a-z]*|discuss[a-z]*|hearing|registration|register|sign-?ups?"
    r"|tickets?|deadline|appl(?:y|ications?)|ribbon|preview|rehearsal|reception|briefing|eve)\b"
)
_ON = lazy(r"\b(?:on|for|[a-z]+day,?|(?P<ends>from|until|through|by|begins|beginning|starting))\s$")
_WHEN = lazy(rf"{_DATE}(?=\s?(?:[,.;(]|$|(?:at|in|from|to|for|with|and|on|through)\b))")
_ALIKE = 1.5  # the weight of the words that both tell
_IDLE = frozenset("the a an his her their its on in at of near and for to by".split())
_MOST = 24  # days of a text among which those of an event are looked for
_OFF = 2
_BETWEEN = 600  # characters before the later in which another can be told of


class _Told(NamedTuple):
    """A day told in a sentence, by month and day of the month, and by its year, if it is told."""

    figure: Figure
    month: int
    day: int
    year: str
    skeleton: Skeleton

    @property
    def when(self) -> tuple[int, int]:
        return self.month, self.day


def dates_again(reading: Reading, field: Field) -> Iterator[Relation]:
    """Days of one event, the later taken up by "the" and the noun of the event."""
    lede = zones(reading).lede
    headed = lede and any(
        f.kind == "date" for f in reading.figures if f.start < reading.document.blocks[lede].start
    )
    if not headed and _EVENTS.keys().isdisjoint(reading.words):
        return
    days = list(_days(reading))
    if not 1 < len(days) <= _MOST:
        return
    yield from _announced(reading, field, days)
    if _EVENTS.keys().isdisjoint(reading.words):
        return
    for odd in days:
        text = odd.skeleton.text
        taken_up = chain(_TAKEN_UP.finditer(text), _OF_A_DAY.finditer(text))
        match = next((m for m in taken_up if _at(odd) == m.start("date")), None)
        if match is None:
            continue
        noun = match["noun"]
        told = [t for t in days if t is not odd and _tells(t, noun)]
        before = [t for t in told if t.figure.start < odd.figure.start]
        if not before or before[-1].skeleton is odd.skeleton:
            continue
        same = next((t for t in before if t.when == odd.when), None)
        if same is not None:
            yield from _headline(reading, told, same, noun)
            if same.figure.id not in {s.figure.id for s in field.group_of.get(odd.figure.id, ())}:
                yield _relation(reading, same, odd)
        elif len({t.when for t in told}) == 1 and _is_mistyped(before[0], odd):
            titled = _zone(reading, before[0]) == "title"  # which has no room for where it was
            where = match["what"] if match["where"] and not titled else ""
            of_days = _goes_by_its_day(before[0]) and _goes_by_its_day(odd)
            if not of_days and not _is_another(reading, before[0], odd, noun, where):
                yield _relation(reading, before[0], odd)


def _headline(
    reading: Reading, told: Sequence[_Told], same: _Told, noun: str
) -> Iterator[Relation]:
    """The headline's day, where it alone differs from that of the text."""
    lede = zones(reading).lede
    odd = [t for t in told if t.when != same.when]
    if len(odd) != 1 or reading.document.sentences[odd[0].figure.sentence].block >= lede:
        return
    if _is_mistyped(odd[0], same) and not _is_another(reading, odd[0], same, noun, ""):
        yield _relation(reading, odd[0], same)


def _announced(reading: Reading, field: Field, days: Sequence[_Told]) -> Iterator[Relation]:
    """The day of what is to come, in headline and first sentence, where each tells but one."""
    zoned = {zone: [t for t in days if _zone(reading, t) == zone] for zone in ("title", "lede")}
    if [len(told) for told in zoned.values()] != [1, 1]:
        return
    (headed,), (told,) = zoned.values()
    to_come = all(
        _TO_COME.search(t.skeleton.text, 0, _at(t)) and _WHEN.match(t.skeleton.text, _at(t))
        for t in (headed, told)
    )
    on = _ON.search(told.skeleton.text, 0, _at(told)) if to_come else None
    if on is None:
        return
    if on["ends"] and on["ends"] not in headed.skeleton.words:
        return  # "rebates set for April 15", "will mail forms starting April 10"
    if len({frozenset(_FIRST.findall(t.skeleton.text)) for t in (headed, told)}) > 1:
        return
    again = any(t.when == headed.when for t in days if t is not headed)
    if told.when != headed.when and (again or not _is_mistyped(headed, told)):
        return
    one, other = (
        next((s for s in field.story.statements if s.figure is t.figure), None)
        for t in (headed, told)
    )
    if one and other and field.story.reach(one, other) >= _ALIKE:
        yield _relation(reading, headed, told)


def _goes_by_its_day(told: _Told) -> bool:
    """Whether the day says which event is meant: "the fire of March 8"."""
    return any(m.start("date") == _at(told) for m in _OF_A_DAY.finditer(told.skeleton.text))


def _zone(reading: Reading, told: _Told) -> str:
    """Where a day is told: "title", in the first sentence below it ("lede"), or further on."""
    sentence, lede = reading.document.sentences[told.figure.sentence], zones(reading).lede
    if sentence.block < lede:
        return "title"
    first = sentence.start == reading.document.blocks[lede].start
    return "lede" if sentence.block == lede and first else "body"


def _days(reading: Reading) -> Iterator[_Told]:
    """The single days that the text tells by month and day."""
    for _, skeleton in reading.figured:
        if _DATE not in skeleton.text:
            continue
        for figure in skeleton.figures:
            match = _DAY.search(figure.text.lower()) if figure.kind == "date" else None
            if match:
                month, day = _MONTHS.index(match["month"]), int(match["day"])
                yield _Told(figure, month, day, match["year"] or "", skeleton)


def _at(told: _Told) -> int:
    return told.skeleton.sign_of(told.figure)


def _tells(told: _Told, noun: str) -> bool:
    """Whether its sentence tells the event, and the day is the only one there."""
    days = (f for f in told.skeleton.figures if f.kind == "date" and _DAY.search(f.text.lower()))
    return len(list(days)) == 1 and not _EVENTS[noun].isdisjoint(told.skeleton.words)


def _is_mistyped(one: _Told, other: _Told) -> bool:
    """Whether two days of one month are a slip of the pen apart."""
    if one.month != other.month or (one.year and other.year and one.year != other.year):
        return False
    a, b = str(one.day), str(other.day)
    if abs(one.day - other.day) <= _OFF or sorted(a) == sorted(b):
        return True
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return short in long


def is_another_event(
    reading: Reading, one: Skeleton, other: Skeleton, odd: Figure, plural: str
) -> bool:
    """Whether words tell of a second event of the kind, or set that of *odd* apart."""
    if f" {plural}" in reading.text or _ANOTHER.search(other.text) or _ANOTHER.search(one.text):
        return True
    start = max(one.end, other.start - _BETWEEN)
    return _ANOTHER.search(reading.text, start, odd.start) is not None


def _is_another(reading: Reading, one: _Told, odd: _Told, noun: str, where: str) -> bool:
    """The same, or a place sets it apart that the other does not tell of."""
    if is_another_event(reading, one.skeleton, odd.skeleton, odd.figure, _PLURAL[noun]):
        return True
    named = [w for w in _WORD.findall(where) if w not in _IDLE]
    return any(word not in one.skeleton.words for word in named[:2])


def _relation(reading: Reading, one: _Told, odd: _Told) -> Relation:
    spans = [Span(t.figure.start, t.figure.end) for t in (one, odd)]
    options = {"of": "day", **({"apart": "1"} if one.when != odd.when else {})}
    return relation("restatement", reading, spans, options, figures=[one.figure, odd.figure])
