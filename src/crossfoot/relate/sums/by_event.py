"""Parts told event by event under a whole that says of how many events it is.

``found 126 migrants inside three stash houses. On May 3, … 61 migrants …`` and so on: as many
events are told as announced, each with its number, so that these are all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.interval import Interval
from crossfoot.model import Figure, Span
from crossfoot.relate.sums.announced import announcements, one_deed
from crossfoot.relate.sums.members import OFFICIALS
from crossfoot.relate.sums.mentions import ANOTHER, OTHERS, mentions
from crossfoot.relate.sums.ties import comes_to, rounded
from crossfoot.relate.sums.unsure import of_others
from crossfoot.relate.wording.events import REACH, Event, tellings
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.rows import family, head

# what is done to those who are found: each goes with finding them, but not with another
_FINDS = lazy(
    r"\b(?:f(?:ound|ind(?:s|ing)?)|discover|locat|encounter|inter(?:cept|dict)|spott|uncover"
    r"|turned up|stopp|report|carr(?:y|ied)|contain|held|holding|hidden|hiding|conceal|inside"
    r"|aboard|had\b|on board)"
)
_DOES = lazy(
    r"\b(?:seiz|confiscat|recover|arrest|caught|nabbed|apprehend|detain|rescu"
    r"|t(?:ake|ook) (?:[a-z ]+ )?custody"
    r"|find|found|discover|locat|encounter|inter(?:cept|dict)|uncover)"
)
# "$20,800 from a man", "$17,946 in currency from a couple"
_FROM_ONE = lazy(
    r"(?:\s(?:in|of)\s(?:[a-z]+\s){0,2}[a-z]+)?\sfrom\s"
    r"(?P<one>(?:an?|another|one)\s(?P<more>couple|family|pair|group|(?:[a-z]+\s){1,3}and\s[a-z])?)"
)
# "five in the truck and four more", but not "$5,000 in cash and a gun worth $900"
_AND = lazy(r"(?:,|\band)\s(?:[a-z]+\s){0,4}$")
_PARTED = lazy(r";|\b(?:while|including|after|before|when|who|which|then|of)\b")
_OF_THEM = lazy(r"\sof (?:them|whom|those|these|the)\b")
_DAYS = lazy(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_MONTHS = lazy(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b")
_WHERE = frozenset(("aboard", "inside", "onboard"))
_BARE = lazy(
    r"\s?[,.;:]|\s(?:aboard|inside|onboard|on board|in|at|from|hidden|hiding|packed)\b|\W*$"
)
_ALIKE = (
    lazy(r"\b(?:arrest|apprehend|detain|caught|catch|nabbed|custody|captur)"),
    lazy(r"\b(?:seiz|confiscat|recover)"),
)
_STUFF = lazy(r"\sof\s(?:alleged\s|suspected\s)?(?P<stuff>[a-z]+)")  # "1.9 kilograms of cocaine"
MOST, READINGS = 4, 24  # numbers of an event, and choices of them, that are tried
LARGE = 20  # a whole below it can be made by chance


_Numbers = tuple[Event, Sequence[Figure]]  # an event, and what may be its part


@dataclass(frozen=True, slots=True)
class Told:
    """Events, the part of each, and whether they come to the whole."""

    events: tuple[Event, ...]
    parts: tuple[Figure, ...]
    fits: bool
    singly: bool = False  # each is told of one giver: "$20,800 from a man"

    @property
    def openers(self) -> tuple[Span, ...]:
        """The words that open each event."""
        return tuple(event.opener for event in self.events)


@kept
def told_by_event(reading: Reading) -> dict[tuple[str, str], Told]:
    """The parts of each whole, by its id and that of the number of events announced with it."""
    found: dict[tuple[str, str], Told] = {}
    for whole, number in announcements(reading):
        beside = {f.id for f in reading.by_sentence[whole.sentence] if family(f) == "count"}
        if family(whole) == "count" and beside - {whole.id, number.id}:
            continue  # "killed 15 and held seven in four raids": an event can tell of either
        if told := _told(reading, whole, number):
            found[whole.id, number.id] = told
    return found


def _told(reading: Reading, whole: Figure, number: Figure) -> Told | None:
    """The parts of *whole* that as many events as *number* says are told with.

    Where they do not come to it, each event must tell of one number alone.
    """
    size = int(number.value or 0)
    index = max(whole.sentence, number.sentence)
    singly = _givers(reading, whole, number, index)
    readings = [singly, *(_with_parts(reading, whole, e) for e in tellings(reading, index))]
    misfit: Told | None = None
    for told in readings:
        one = told is singly
        # more may follow that is of other days
        for length in dict.fromkeys((size, len(told))):
            if 1 < length <= len(told) and (parts := _fitting(whole, told[:length])):
                if length < size and not _are_of_one_deed(reading, whole, parts, told):
                    continue  # "nine passengers … 252 men went home", of 261 on three planes
                return Told(tuple(event for event, _ in told[:length]), parts, True, one)
        if misfit is None and len(told) == size and _is_firm(reading, whole, told):
            parts = tuple(candidates[0] for _, candidates in told)
            misfit = Told(tuple(event for event, _ in told), parts, False, one)
    return misfit


def _are_of_one_deed(
    reading: Reading, whole: Figure, parts: Sequence[Figure], told: Sequence[_Numbers]
) -> bool:
    """Whether each event tells of its part with the deed of the whole."""
    pairs = zip(parts, told, strict=False)
    return all(_one_deed(reading, whole, part, event) for part, (event, _) in pairs)


def _givers(reading: Reading, whole: Figure, number: Figure, index: int) -> list[_Numbers]:
    """What is told as taken from one after another: ``$20,800 from a man and $17,655 from a``."""
    after = max(whole.end, number.end)
    noun = head(reading.sentences[number.sentence], number)
    found: list[_Numbers] = []
    for skeleton in reading.sentences[index : index + REACH]:
        for figure in skeleton.figures:
            if figure.start < after or family(figure) != family(whole):
                continue
            match = _FROM_ONE.match(skeleton.text, skeleton.sign_of(figure) + 1)
            if match is None or (match["more"] and noun in PERSONS):
                continue
            event = Event(skeleton.span(match, "one"), figure.sentence, figure.sentence)
            found.append((event, (figure,)))
    return found


def _fitting(whole: Figure, told: Sequence[_Numbers]) -> tuple[Figure, ...]:
    """The choice of one number an event that comes to *whole*."""
    if (whole.value or 0) < LARGE and any(len(c) > 1 for _, c in told):
        return ()
    choices = islice(product(*(candidates for _, candidates in told)), READINGS)
    return next((p for p in choices if _come_to(p, whole)), ())


def _come_to(parts: Sequence[Figure], whole: Figure) -> bool:
    return comes_to(parts, whole) or rounded(Interval.sum(p.range for p in parts), whole)


def _with_parts(reading: Reading, whole: Figure, events: Sequence[Event]) -> list[_Numbers]:
    """The *events* that tell of what the whole is of, each with what they tell of it.

    What tells the number of the event before again goes on with it.
    """
    found: list[_Numbers] = []
    for event in events:
        told = range(event.first, event.last + 1)
        of_all = next((at for at in told if _is_of_all(reading, whole, at)), event.last + 1)
        own = replace(event, last=of_all - 1)  # then the text goes on with all of them
        parts = _candidates(reading, whole, own)
        if parts:
            found.append((own, parts))
        if of_all <= event.last:
            break
    return found


def _is_of_all(reading: Reading, whole: Figure, index: int) -> bool:
    """Whether a sentence takes the *whole* up again: ``Of the 126 migrants``."""
    return any(
        f.value == whole.value and family(f) == family(whole) for f in reading.by_sentence[index]
    )


def _candidates(reading: Reading, whole: Figure, event: Event) -> Sequence[Figure]:
    """The numbers of an event that can be its part of *whole*, each once."""
    found: dict[Fraction, Figure] = {}
    above: list[Figure] = []  # a slip has made it more than the whole
    for at in range(event.first, event.last + 1):
        for mention in mentions(reading, at):
            figure = mention.figure
            if mention.compared or mention.nested or figure.value is None:
                continue
            if mention.marked and not _is_another(reading.sentences[at], figure):
                continue  # "40 of them"
            if family(figure) != family(whole) or not _counts_same(reading, figure, whole):
                continue
            if figure.value < (whole.value or 0):
                found.setdefault(figure.value, figure)
            elif not of_others(reading.sentences[at], figure):
                above.append(figure)
        if len(found) >= MOST:
            break
    return tuple(found.values()) or above[:1]


def _counts_same(reading: Reading, figure: Figure, whole: Figure) -> bool:
    """Whether *figure* counts what *whole* does, or nothing named: ``they arrested 25, 18 men``."""
    skeleton, above = reading.sentences[figure.sentence], reading.sentences[whole.sentence]
    if family(whole) != "count":
        return figure.unit == whole.unit and stuff(skeleton, figure) in (None, stuff(above, whole))
    named = head(skeleton, figure)
    if named is None or named in _WHERE:
        return _BARE.match(skeleton.text, skeleton.sign_of(figure) + 1) is not None
    own = head(above, whole)
    return alike(named, own) and (named == own or named not in OFFICIALS)


def _is_another(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* is told as more of the same: ``another $44,000``, ``five more``."""
    at = skeleton.sign_of(figure)
    return bool(ANOTHER.search(skeleton.text, 0, at) or OTHERS.match(skeleton.text, at + 1))


def stuff(skeleton: Skeleton, measure: Figure) -> str | None:
    """What a measure is said to be of: ``1.9 kilograms of cocaine``."""
    match = _STUFF.match(skeleton.text, skeleton.sign_of(measure) + 1)
    return match["stuff"].removesuffix("s") if match else None


def _is_firm(reading: Reading, whole: Figure, told: Sequence[_Numbers]) -> bool:
    """Whether each event tells of one number alone, with the deed of the whole."""
    alone = all(
        len(parts) == 1
        and _one_deed(reading, whole, parts[0], event)
        and not is_of_other_day(reading, whole, event.opener)
        for event, parts in told
    )
    return alone and are_single(reading, [part for _, parts in told for part in parts])


def are_single(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether each part is told alone: no ``12 in a trailer and four more in the cab``."""
    return not any(
        other not in parts and _is_beside(reading, part, other)
        for part in parts
        for other in reading.by_sentence[part.sentence]
    )


def _is_beside(reading: Reading, part: Figure, other: Figure) -> bool:
    """Whether *other*, in the same sentence, adds to *part* or is the half that counts.

    ``12 in a trailer and four more in the cab``, ``tracked 15 and arrested 13 of them``.
    """
    if family(other) != family(part) or not other.value:
        return False
    skeleton = reading.sentences[part.sentence]
    first, at = sorted(map(skeleton.sign_of, (part, other)))
    if _OF_THEM.match(skeleton.text, at + 1):
        return True
    between = skeleton.text[first + 1 : at]
    if not _AND.search(between) or _PARTED.search(between):
        return False
    if family(part) != "count":
        return stuff(skeleton, part) == stuff(skeleton, other)
    return alike(head(skeleton, part), head(skeleton, other))


def are_of_one_event(reading: Reading, whole: Figure, index: int) -> bool:
    """Whether sentence *index* tells of one of several events that each tell of *whole*'s kind."""
    for events in tellings(reading, whole.sentence):
        others = [e for e in events if not e.first <= index <= e.last]
        if len(others) < len(events) and any(_candidates(reading, whole, e) for e in others):
            return True
    return False


def is_of_other_day(reading: Reading, whole: Figure, opener: Span) -> bool:
    """Whether an event is told of another day or month than the whole: Monday's, of Tuesday's."""
    told = " ".join(f.text for f in reading.by_sentence[whole.sentence] if f.kind == "date").lower()
    opened = reading.text[opener.start : opener.end]
    for source in (_DAYS, _MONTHS):
        own, of_all = set(source.findall(opened)), set(source.findall(told))
        if own and len(of_all) == 1 and not own & of_all:
            return True
    return False


def is_how_found(reading: Reading, whole: Figure, skeleton: Skeleton) -> bool:
    """Whether a sentence tells how those were found of whom *whole* says that they were taken."""
    if family(whole) != "count" or not _tells_finding(skeleton):
        return False
    return _tells_deed(reading.sentences[whole.sentence])


@kept
def _tells_finding(skeleton: Skeleton) -> bool:
    return _FINDS.search(skeleton.text) is not None


@kept
def _tells_deed(skeleton: Skeleton) -> bool:
    return _DOES.search(skeleton.text) is not None


def _one_deed(reading: Reading, whole: Figure, part: Figure, event: Event) -> bool:
    """Whether what is told of *part* is what is told of *whole*, or how it was found."""
    above, skeleton = reading.sentences[whole.sentence], reading.sentences[part.sentence]
    if event.listed or one_deed(reading, whole, skeleton):
        return True
    if family(whole) != "count":
        return False
    if is_how_found(reading, whole, skeleton):
        return True
    return any(deed.search(skeleton.text) and deed.search(above.text) for deed in _ALIKE)
