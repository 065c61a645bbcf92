"""Both ends of a change by what is said to change: "Burglaries fell 20 percent. There were" 410."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.relate.changes import words
from crossfoot.relate.changes.both_ends import dated_pair
from crossfoot.relate.changes.cues import PORTIONS, Cue, comparable, year_of
from crossfoot.relate.changes.neighbours import (
    OF_PART,
    Ends,
    amounts_of,
    counts_subject,
    names_month,
    same_place_and_time,
    sentence_at,
    subject_of,
    tells_of_part,
)
from crossfoot.relate.changes.statements import pairs, statements, timed_pair
from crossfoot.relate.wording.kinds import GENERIC
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.stems import stem

# "That number rose to" 180
_THAT_MOVED = lazy(
    r"\W*(?:that|the|this) (?:number|figure|total|count|tally|sum|amount)(?: then| later)?"
    r"(?: has| had| was)?(?: since)? [a-z]+ to (?:about |nearly |more than |just |an? |total |of )*"
)
# "There were" 410, compared with 492; "They dipped from" 492 to 410
_THERE = lazy(
    r"\W*(?:(?:overall|in all|in total),? )?(?:there (?:were|was|have been|had been|are)|(?:they|it"
    r"|that (?:number|figure|total)|the (?:number|figure|total|count|tally)) [a-z]+(?: [a-z]+)?"
    r"|the (?P<who>[a-z]+(?: [a-z]+)?) (?:(?:has|have|had) )?(?:had|seen|saw|recorded|reported"
    r"|counted|logged|registered|experienced|tallied|received))"
    r"(?: (?:a total of|about|only|just|some|nearly|from|to))* "
)
# a part of the place or of the people that a sentence before was about
_NARROWER = lazy(
    r"\b(?:north|south|east|west|precinct|sector|district|ward|downtown|among"
    r"|of (?:those|these|them))"
)
# "arrested" 410, "removed about" 410
_DONE = lazy(r"\b(?P<verb>[a-z]{5,}ed) (?:about |nearly |more than |only |a total of )?$")
_ANYBODY = frozenset(map(stem, "migrant immigrant alien total overall".split()))
_ROOT = 5  # letters that a deed and its verb share: "removals", "removed"
_OPENING = lazy(r"\W*(?:(?:the|reported|overall|total|number|of|and|but|while) )*(?P<rest>.*)")


def pair_of_subject(reading: Reading, index: int, skeleton: Skeleton, change: Cue) -> Ends | None:
    """The one pair of counts of what is said to change, just behind the change or just before."""
    amount = change.moves and change.figure.kind in ("count", "number")
    can_be = amount or change.figure.kind in ("percent", "multiple")
    subject = subject_of(skeleton, change) if can_be else ()
    for at in (index + 1, index + 2, index - 1) if subject else ():
        other = sentence_at(reading, at)
        if other is None or (at > index and _tells_its_own(other, change)):
            continue
        if at < index and (statements(other) or OF_PART.search(skeleton.text, 0, change.at)):
            continue
        told = pairs_at(reading, at)
        if (
            not told
            and at == index + 1
            and (two := _in_two(reading, at, skeleton, change, subject))
        ):
            return two
        found = [
            (base, result)
            for base, result in told
            if any(_counts(reading, cue, subject) for cue in (base, result))
            or (at == index + 1 and _is_opened(skeleton, other, base, result, subject))
            or (at == index + 1 and any(_is_done(reading, c, subject) for c in (base, result)))
        ]
        if len(found) == 1:
            return _undivided(reading, skeleton, other, change, *found[0])
    return None


def _tells_its_own(other: Skeleton, change: Cue) -> bool:
    """Whether a sentence tells a change between ends of its own, in numbers like this one."""
    portion = change.figure.kind in PORTIONS
    return any(
        s.base and any((c.figure.kind in PORTIONS) == portion for c in s.changes)
        for s in statements(other)
    )


def pairs_at(reading: Reading, index: int) -> Sequence[tuple[Cue, Cue]]:
    """The earlier and later figures that a sentence, or it and the next, set against each other."""
    skeleton = reading.sentences[index]
    if "pairs" not in skeleton.memo:
        told = list(pairs(skeleton))
        timed = skeleton.amounts > 1 and timed_pair(skeleton)
        if not told and (pair := timed or carried_pair(reading, index)):
            told = [pair]
        skeleton.memo["pairs"] = told
    found: Sequence[tuple[Cue, Cue]] = skeleton.memo["pairs"]
    return found


def _in_two(
    reading: Reading, index: int, home: Skeleton, change: Cue, subject: tuple[str, ...]
) -> Ends | None:
    """The one count of each of two sentences, of which the first counts the *subject*."""
    ends = dated_pair(reading, index + 1, change)
    here = sentence_at(reading, index)
    first = amounts_of(here)[0] if here and ends else None
    if here is None or ends is None or first is None:
        return None
    of_years = _are_its_years(home, ends) and _names_no_other(here, first, subject)
    return ends if of_years or _counts(reading, first, subject) else None


def _are_its_years(home: Skeleton, ends: Ends) -> bool:
    """Whether two counts are of just the years a change is told of: "between 2018 and 2019"."""
    years = {year_of(f) for f in home.figures if f.kind == "date"}
    return len(years) == 2 and years == {year_of(f) for f in ends}


def _names_no_other(skeleton: Skeleton, cue: Cue, subject: tuple[str, ...]) -> bool:
    """Whether a count names just what the *subject* is, or nothing: 100 "thefts" of car thefts."""
    nouns = [stem(word) for word in phrase(skeleton, cue.figure)]
    return nouns in ([], list(subject[-1:]))


def _counts(reading: Reading, cue: Cue, subject: tuple[str, ...]) -> bool:
    return counts_subject(reading.sentences[cue.figure.sentence], cue, subject)


def _is_done(reading: Reading, cue: Cue, subject: tuple[str, ...]) -> bool:
    """Whether persons are told to have had the *subject* done: 410 arrests as "arrested 410"."""
    skeleton = reading.sentences[cue.figure.sentence]
    nouns = phrase(skeleton, cue.figure)
    if any(singular(noun) not in GENERIC for noun in nouns[:1]) or len(nouns) > 1:
        return False
    verb = _DONE.search(skeleton.text, 0, skeleton.sign_of(cue.figure))
    deed = stem(verb["verb"])[:_ROOT] if verb else ""
    return len(deed) == _ROOT and subject[-1].startswith(deed) and _ANYBODY.issuperset(subject[:-1])


def _is_opened(
    home: Skeleton, other: Skeleton, base: Cue, result: Cue, subject: tuple[str, ...]
) -> bool:
    """Whether a sentence that tells two bare numbers opens with *subject*, or with "there were"."""
    first = min(base.at, result.at)
    if base.figure.sentence != result.figure.sentence:
        return False
    if phrase(other, base.figure) or phrase(other, result.figure):
        return False
    if there := _THERE.fullmatch(other.text, 0, first):
        return not there["who"] or there["who"] in home.text or not OF_PART.search(home.text)
    told = _OPENING.match(other.text, 0, first)
    nouns = told["rest"].split(" ", len(subject)) if told else []
    moves = nouns and words.MOVED.fullmatch(nouns.pop())
    return moves is not None and tuple(map(stem, nouns)) == subject


def _undivided(
    reading: Reading, skeleton: Skeleton, other: Skeleton, change: Cue, base: Cue, result: Cue
) -> Ends | None:
    """The pair, where no part of the place, month or people sets it apart from the change."""
    home = reading.sentences[result.figure.sentence]
    narrower = _NARROWER.search(home.text[: result.at])
    fits = not narrower and same_place_and_time(skeleton, change.figure, result.figure)
    fits = fits and not (names_month(other) and not names_month(skeleton))
    ends = Ends(base.figure, result.figure)
    return ends if fits and not tells_of_part(skeleton, other, ends) else None


def carried_pair(reading: Reading, index: int) -> tuple[Cue, Cue] | None:
    """The one count of a sentence, and what the next tells of it: "That number rose to" 180."""
    here, following = sentence_at(reading, index), sentence_at(reading, index + 1)
    if here is None or following is None or not _THAT_MOVED.match(following.text):
        return None
    then, now = amounts_of(here), amounts_of(following)
    if len(then) != 1 or len(now) != 1 or not comparable(now[0], then[0]):
        return None
    carried = now[0].tag == "to" and _THAT_MOVED.fullmatch(following.text[: now[0].at])
    return (then[0], now[0]) if carried else None
