"""Old cases: ``a 34-year-old cold case``, ``44 years after her murder``, and the crime's year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.spans.windows import (
    LEAD,
    Window,
    dated,
    is_old,
    loosely,
    published,
    span_options,
    unit_of,
    window_of,
)
from crossfoot.relate.wording.phrases import relation

_A, _L = SIGNS["age"], SIGNS["duration"]
_NEAR = 8  # sentences between how old a case is and the year of its crime
_FRONT = len("more than ")  # characters before a length with which a sentence opens
_RECENT = 60  # days before publication of which a date is news
_MARGIN = 1  # years by which "34 years" may be rounded
_NEEDED = frozenset(("case", "mystery", "murder", "killing", "homicide", "slaying", "after"))

_CRIME = (
    r"(?:murder|killing|homicide|slaying|rape|disappearance|abduction|death|strangling|stabbing)"
)
# "the 34-year-old cold case", "this 16 year old murder case"
_OLD_CASE = lazy(
    rf"(?P<length>[{_A}{_L}])(?:[ -]old)? "
    r"(?:(?:unsolved|cold|murder|homicide|rape|missing|persons?)[ -]){0,3}"
    r"(?:(?P<case>case)|mystery|murder|killing|homicide|slaying)\b"
    r"(?! (?:victim|suspect|charge|conviction|sentence|trial|in which))"
    # "nearly 44 years after her murder", "44 years after Ann Lee was killed"
    rf"|(?P<length2>{_L}) after (?:(?!to\b)[a-z'.-]+ ){{1,4}}?"
    rf"(?:{_CRIME}|(?:was|were) (?:killed|murdered|slain|abducted|raped|strangled)|vanished"
    r"|disappeared|went missing)\b"
)
# a case that is no lawsuit
_SOLVED = lazy(
    r"\b(?:cold|solved?|crack(?:ed)?|murder|kill(?:ed|ing)|homicide|unsolved|dna|rape)\b"
)
# what is told of the day of the crime
_TOLD = lazy(
    r"\b(?:murder(?:ed|s)?|kill(?:ed|ing|ings|s)?|slain|slaying|homicide|strangle[ds]?|stabbed"
    r"|beat(?:en|ing)|raped?|assault(?:ed)?|vanished|disappear(?:ed|ance)|went missing"
    r"|abduct(?:ed|ion)|last seen|found dead|body)\b"
)
# "killed in a car crash": no crime, or none that goes unsolved
_MISHAP = lazy(r"\b(?:crash|accident|collision|wreck|fire|flood|war)\b")
_ANOTHER = lazy(r"\b(?:another|other|also|similar|second|earlier|previous|unrelated|separate)\b")
# "was convicted of the 1990 murder in 1995": no day of the crime
_SINCE_THEN = lazy(
    r"\b(?:convicted|sentenced|arrested|charged|pleaded|released|paroled|retired|died|reopened"
    r"|submitted|tested|born|identified)\b[^.;]{0,40}$"
)


def lengths_of_old_cases(reading: Reading) -> Iterator[Relation]:
    """How old a case is on the day of publication, and the year in which its crime is told."""
    if reading.words.isdisjoint(_NEEDED) or (today := published(reading)) is None:
        return
    crimes: Sequence[Figure] | None = None
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if skeleton.words.isdisjoint(_NEEDED):
            continue
        for match in _OLD_CASE.finditer(skeleton.text):
            lawsuit = match["case"] and not _SOLVED.search(skeleton.text)
            if unit_of(skeleton, match) == "years" and not lawsuit:
                crimes = _crimes(reading, today) if crimes is None else crimes
                yield from _held(reading, skeleton, match, crimes, today)


def _held(
    reading: Reading,
    skeleton: Skeleton,
    match: re.Match[str],
    crimes: Sequence[Figure],
    today: date,
) -> Iterator[Relation]:
    length = skeleton.group(match, "length" if match["length"] else "length2")
    if length is None or length.value is None:
        return
    sentences = reading.document.sentences
    block = sentences[length.sentence].block
    near = [f for f in crimes if abs(f.sentence - length.sentence) <= _NEAR]
    here = [f for f in near if sentences[f.sentence].block == block]
    told = here or near
    fits = [f for f in (*here, *near) if abs(today.year - _year(f) - length.value) <= _MARGIN]
    if fits or len({_year(f) for f in told}) == 1:
        start = fits[0] if fits else told[0]
        year = Window(date(_year(start), 1, 1), date(_year(start), 12, 31))
        options = span_options("years", (year, Window(today, today)), "elapsed")
        found = relation(
            "span", reading, [skeleton.span(match)], options,
            start=start, end=dated(reading, today), length=length,
        )  # fmt: skip
        another = _ANOTHER.search(reading.sentences[start.sentence].text)
        yield loosely(found) if another or not _is_now(skeleton, match, today) else found


def _is_now(skeleton: Skeleton, match: re.Match[str], today: date) -> bool:
    """Whether the length is told of the day of publication, and not of a day in the story.

    "He was freed ten years after the killing": only a recent date brings it here, or a headline or
    a lede that opens with the length.
    """
    days = [window_of(f) for f in skeleton.figures if f.kind == "date"]
    recent = [w is not None and (today - w.last).days <= _RECENT for w in days]
    index = skeleton.figures[0].sentence
    lede = index < LEAD
    fronted = index == 0 or match.start() <= _FRONT
    return all(recent) and (match["length"] is not None or bool(recent) or (lede and fronted))


def _year(figure: Figure) -> int:
    window = window_of(figure)
    return window.first.year if window else 0


def _crimes(reading: Reading, today: date) -> list[Figure]:
    """The dates, with their years, long before publication of which a sentence tells a crime."""
    found = []
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if not _TOLD.search(skeleton.text) or _MISHAP.search(skeleton.text):
            continue
        for figure in skeleton.figures:
            window = window_of(figure) if is_old(figure, today) else None
            if window is None:
                continue
            of_one_year = window.first.year == window.last.year
            before = skeleton.text[: skeleton.sign_of(figure)]
            if of_one_year and not _SINCE_THEN.search(before):
                found.append(figure)
    return found
