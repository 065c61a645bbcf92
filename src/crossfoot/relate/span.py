"""Spans: two dates and the length of time said to lie between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.spans import words
from crossfoot.relate.spans.apart import lengths_apart
from crossfoot.relate.spans.births import ages_told
from crossfoot.relate.spans.cases import lengths_of_old_cases
from crossfoot.relate.spans.closed import closed_spans
from crossfoot.relate.spans.events import lengths_of_events, lengths_of_schemes
from crossfoot.relate.spans.grown import ages_apart
from crossfoot.relate.spans.lived import years_lived
from crossfoot.relate.spans.prior import prior
from crossfoot.relate.spans.sweeps import lengths_of_sweeps, stretches
from crossfoot.relate.spans.windows import (
    LEAD,
    dated,
    fine_enough,
    has_year,
    is_before,
    is_old,
    loosely,
    published,
    span_between,
    span_to_now,
    unit_of,
    window_of,
)

_D, _L = SIGNS["date"], SIGNS["duration"]
_DATED = (_D, " this ", " same ")  # a sentence without one tells no span of its own
# wordings that other lengths share
_LOOSER = (words.LENGTH_FIRST, words.LENGTH_THEN, words.DATES_FIRST)
# wordings that say which date comes first
_JOINED = (
    words.LENGTH_FIRST, words.LENGTH_THEN, words.DATES_FIRST, words.SPENT, words.FROM_IN_TO,
    words.IN_FROM_TO, words.DATES_THE,
)  # fmt: skip
# wordings in which one figure tells both dates
_BETWEEN = (
    words.LENGTH_THEN, words.SPENT, words.LENGTH_FIRST, words.DATES_FIRST, words.CONSECUTIVE,
    words.ENDED_BEGAN, words.FROM_IN_TO, words.IN_FROM_TO, words.DATES_THE, words.FOR_THROUGH,
)  # fmt: skip
_TOLD_BY_ONE = (words.LENGTH_OVER, words.TOOK, words.BOTH_THEN)
_EACH = frozenset(("each", "every"))
_LATER_CUES = ("later", "after", " on, ", "earl", "before", "prev", "prior")
_HEAD = 200  # characters at the head of a text, where a dateline stands
_LAST = 12  # figures of a sentence that are looked at, the last ones
_FIRST = 9  # sentences looked back over for the first of two
_BACK = 3  # sentences looked back over for the earlier date


def relate(reading: Reading) -> Iterator[Relation]:
    """Every span of time that the wording asserts between dates."""
    taken: set[int] = set()  # where the lengths and dates stand that a relation has used
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        holds = skeleton.text.__contains__
        if not any(map(holds, _DATED)) or not (
            _L in skeleton.text
            or (
                not words.NEEDED.isdisjoint(skeleton.words)
                and any(map(holds, words.NEED_CUES))
                and words.NEEDS.search(skeleton.text)
            )
        ):
            continue
        for found in _in_sentence(reading, index, skeleton):
            length = found.roles["length"][0].start
            if length not in taken:
                taken |= {r.start for members in found.roles.values() for r in members}
                yield _in_part(reading, found)
    # what words tie together goes before what only may be
    for found in sorted(_beyond_sentences(reading, taken), key=lambda r: "loose" in r.options):
        if found.roles["length"][0].start not in taken:
            taken.add(found.roles["length"][0].start)
            yield _in_part(reading, found)


def _in_part(reading: Reading, found: Relation) -> Relation:
    """The relation; a loose one where the text says that some days are left out.

    "A five-day sweep from Oct. 1 to Oct. 7 … Officers took the weekend off."
    """
    if found.options["unit"] not in ("days", "weeks"):
        return found
    ends = [m for role in ("start", "end", "length") for m in found.roles.get(role, ())]
    told = {f.sentence for f in ends if isinstance(f, Figure)}
    near = reading.sentences[min(told, default=0) : max(told, default=-1) + 2]
    for skeleton in near:
        cued = any(map(skeleton.text.__contains__, words.LEFT_OUT_CUES))
        if cued and words.LEFT_OUT.search(skeleton.text):
            return loosely(found)
    return found


def _beyond_sentences(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """The lengths whose dates stand in other sentences, and the ages of persons."""
    yield from ages_told(reading)
    for index, skeleton in reading.figured:
        yield from ages_apart(reading, index, skeleton)
    yield from lengths_of_old_cases(reading)
    if any(f.kind == "duration" for f in reading.figures):
        yield from lengths_of_events(reading, taken)
        yield from lengths_of_schemes(reading, taken)
        yield from _long_ago(reading)
        yield from _record_spans(reading)
    yield from lengths_of_sweeps(reading, taken)
    yield from lengths_apart(reading, taken)


def _in_sentence(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    text = skeleton.text
    if _L in text:
        yield from prior(reading, index, skeleton)
    if text.count(_D) > 1 or _L in text:
        yield from _between(reading, index, skeleton)
    if any(map(text.__contains__, _LATER_CUES)):
        yield from _later(reading, index, skeleton)
    if "after" in text or "before" in text or "prior" in text or "following" in text:
        yield from _after(reading, index, skeleton)
    if " ago" in text or "since" in text:
        yield from _ago(reading, skeleton)
    yield from years_lived(reading, skeleton)
    if " period" in text or " span" in text or " stretch" in text:
        yield from _this_period(reading, index, skeleton)
        yield from _same_period(reading, index, skeleton)
    for test in (
        (words.THROUGH_END, words.HAD_BEEN) if "through" in text or "had been" in text else ()
    ):
        for match in test.finditer(text):
            yield from _with_day_before(reading, index, skeleton, match)
    if " from " in text and (today := published(reading)):
        for match in words.FROM_NOW.finditer(text):
            start = dated(reading, today)
            yield from span_between(
                reading, skeleton, match, start, skeleton.group(match, "end"), "elapsed"
            )


def _between(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Both dates in one sentence with the length, or one figure that tells both."""
    if _L in skeleton.text:
        yield from closed_spans(reading, index, skeleton)
    tests = _BETWEEN if _L in skeleton.text else (words.CONSECUTIVE,)
    for test in tests if skeleton.text.count(_D) > 1 else ():
        for match in test.finditer(skeleton.text):
            if not _is_term(skeleton, match) and not words.LISTED.search(match.group()):
                start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
                loose = test in _LOOSER and _is_loose(skeleton, match)
                loose = loose or words.AND_FROM.match(skeleton.text, match.end()) is not None
                joined = test in _JOINED and not _is_part(skeleton, match)
                yield from span_between(
                    reading, skeleton, match, start, end, "inclusive", loose=loose, joined=joined
                )
    by_one = _TOLD_BY_ONE if _L in skeleton.text and _D in skeleton.text else ()
    for match in (m for t in by_one for m in t.finditer(skeleton.text)):
        both = skeleton.group(match, "both")
        if _is_term(skeleton, match):
            continue
        if both and re.search(r"\d ?[-–] ?\d|\b(?:to|through|and)\b", both.text):
            loose = _is_loose(skeleton, match) or words.TWO_YEARS.fullmatch(both.text) is not None
            yield from span_between(reading, skeleton, match, both, both, "inclusive", loose=loose)


def _is_part(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether a length is said to be a part of the time of its dates: "the first" 7 months "of"."""
    at = match.start("length")
    return words.PART_OF.search(skeleton.text, max(0, at - 30), at) is not None


def _is_loose(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether a length may be another than that of the dates beside it.

    "The first seven months of 2024-25", "for six months between 2014 and 2017", "five-day sweeps",
    "an eleven-day trial from May 3 to June 4".
    """
    text, at = skeleton.text, match.start("length")
    if not _EACH.isdisjoint(skeleton.words):  # "a two-day sweep, one day in each of two towns"
        return True
    if _is_part(skeleton, match) or words.SEVERAL.match(text, at + 1):
        return True
    if words.SITTING.match(text, at + 1):
        return True
    start = match.start("both" if "both" in match.groupdict() else "start")
    if words.ELSE_DONE.search(text[at + 1 : start]):
        return True
    if "between" not in match.group():
        return False
    if start < at:  # "between 2014 and 2017 for six months", "…, a three-year stretch"
        return " for " in match.group() or ", over " in match.group()
    period = words.PERIOD.match(text, at + 1) or words.THE_WHOLE.search(text, max(0, at - 30), at)
    return period is None


def _this_period(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``this 27-month period``, after the only two dates of the paragraph before or of its own."""
    for match in words.THIS_PERIOD.finditer(skeleton.text):
        sentences = reading.document.sentences
        block = sentences[index].block
        if index and sentences[index - 1].block != block:
            block -= 1
        told = [
            f
            for i in reading.with_figures
            if i < index and sentences[i].block == block
            for f in reading.by_sentence[i]
            if f.kind == "date" and has_year(f) and not _is_now(reading, f)
        ]
        ends = sorted((w.first, f.start, f) for f in told if (w := window_of(f)))
        unit = unit_of(skeleton, match)
        if len(ends) == 2 == len(told) and all(fine_enough(f, unit) for f in told):
            yield from span_between(reading, skeleton, match, ends[0][2], ends[1][2], "inclusive")


def _same_period(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``the same six-month period``, after the only two dates of the sentence before."""
    match = words.SAME_PERIOD.search(skeleton.text) if index and " same " in skeleton.text else None
    before = reading.sentences[index - 1] if match else None
    if match and before and _L not in before.text and before.text.count(_D) <= 2:
        for start, end in stretches(before):
            yield from span_between(reading, skeleton, match, start, end, "inclusive")


def _is_term(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the length is a punishment, counts days of court, or is no whole length.

    "One every four days between 1999 and 2003", "seven years and 43 days between 1908 and 1915".
    """
    at = match.start("length")
    if words.BROKEN.search(skeleton.text, max(0, at - 25), at):
        return True
    return words.PUNISHED.search(skeleton.text, max(0, at - 80), at) is not None


def _is_served(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the length is a punishment, or the time for which somebody was held."""
    at = match.start("length")
    served = words.SERVED.search(skeleton.text, max(0, at - 60), at)
    return served is not None or _is_term(skeleton, match)


def _later(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A length, and the date it leads to or from; the other date stands before."""
    for test in (words.LATER, words.THEN_LATER):
        for match in test.finditer(skeleton.text):
            end = skeleton.group(match, "end")
            yield from _from_before(reading, index, skeleton, match, end, later=True)
    for match in words.EARLIER.finditer(skeleton.text):
        start = skeleton.group(match, "start")
        yield from _from_before(reading, index, skeleton, match, start, later=False)


def _from_before(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    match: re.Match[str],
    named: Figure | None,
    *,
    later: bool,
) -> Iterator[Relation]:
    """The dates last told before the length: the only one of its sentence, or the one that fits."""
    unit = unit_of(skeleton, match)
    back = _BACK if unit in ("months", "years") else 1
    if (second := words.THE_SECOND.match(skeleton.text)) and second.end() == match.start():
        back = next((n for n in range(1, _FIRST) if _tells_first(reading, index - n)), back)
    for at in range(index, max(-1, index - back - 1), -1):
        before = skeleton.within(0, match.start()) if at == index else reading.by_sentence[at]
        told = [
            f
            for f in before[-_LAST:]
            if f.kind == "date" and f is not named and re.search(r"\d", f.text)
            and fine_enough(f, unit) and not _in_dateline(reading, f)
        ]  # fmt: skip
        if told:
            if len(told) == 1:
                start, end = (told[0], named) if later else (named, told[0])
                yield from span_between(reading, skeleton, match, start, end, "elapsed")
            return


def _tells_first(reading: Reading, index: int) -> bool:
    """Whether a sentence tells of the first of two: ``The first was on August 12``."""
    return index >= 0 and words.THE_FIRST.match(reading.sentences[index].text) is not None


def _in_dateline(reading: Reading, figure: Figure) -> bool:
    """Whether a date only tells when the text appeared: "KABUL (Nov. 3, 2011) -"."""
    after = reading.document.text[figure.end : figure.end + 4]
    return figure.start < _HEAD and re.match(r"\)? ?[-–—]", after) is not None


def _after(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """On one date, three days after the robbery on another."""
    if match := words.FRONTED.search(skeleton.text):
        start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
        yield from span_between(reading, skeleton, match, start, end, "elapsed")
    for match in words.AFTER.finditer(skeleton.text) if skeleton.text.count(_D) > 1 else ():
        which = "" if match["length"] else "2"
        end, other = skeleton.group(match, f"end{which}"), skeleton.group(match, f"other{which}")
        ends = (other, end) if match[f"way{which}"] in ("after", "following") else (end, other)
        if match[f"way{which}"] == "from" and end and other and is_before(other, end):
            ends = other, end  # "May 15, 30 days from the notice of April 15"
        yield from span_between(reading, skeleton, match, *ends, "elapsed")
    for match in words.AFTER_LENGTH.finditer(skeleton.text):
        yield from _with_day_before(reading, index, skeleton, match)
    if index < LEAD and published(reading):
        yield from _after_old(reading, skeleton)


def _with_day_before(
    reading: Reading, index: int, skeleton: Skeleton, match: re.Match[str]
) -> Iterator[Relation]:
    """A length and one of its days; the other is the only one of the sentence before.

    "The gate closed Dec. 4. It reopened Jan. 4, after 31 days."
    """
    before = reading.sentences[index - 1] if index else None
    dates = [f for f in before.figures if f.kind == "date"] if before else []
    if not before or len(dates) != 1 or not _takes_up(before, skeleton):
        return
    if "start" in match.groupdict():
        start = skeleton.group(match, "start")
        yield from span_between(reading, skeleton, match, start, dates[0], "inclusive")
    elif words.CLOSED.search(before.text):
        end = skeleton.group(match, "end")
        yield from span_between(reading, skeleton, match, dates[0], end, "inclusive")


def _takes_up(before: Skeleton, skeleton: Skeleton) -> bool:
    """Whether a sentence goes on about the subject of the one before: "it", "the order"."""
    if words.TAKES_UP.match(skeleton.text):
        return True
    named = words.THE_SUBJECT.match(skeleton.text)
    return named is not None and f" {named['noun']} " in before.text


def _after_old(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Years after a dated event, told as the news of the day."""
    match = words.AFTER_OLD.search(skeleton.text)
    if match is None or unit_of(skeleton, match) != "years" or _is_served(skeleton, match):
        return
    start = skeleton.group(match, "start")
    others = [f for f in skeleton.figures if f.kind == "date" and f is not start]
    told_now = bool(others) or words.PRESENT.search(skeleton.text)
    if start and has_year(start) and told_now and all(_is_now(reading, f) for f in others):
        yield from span_to_now(reading, skeleton, match, start)


def _is_now(reading: Reading, figure: Figure) -> bool:
    """Whether a date is that of publication or of the days before."""
    window, today = window_of(figure), published(reading)
    return bool(window and today and abs((today - window.last).days) <= 10)


def _ago(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A length reckoned back from the day of publication."""
    for test in (words.AGO, words.SINCE):
        for match in test.finditer(skeleton.text):
            starts = (skeleton.group(match, g) for g in match.groupdict() if g.startswith("start"))
            start = next((s for s in starts if s), None)
            if start and has_year(start):
                yield from span_to_now(reading, skeleton, match, start)


def _long_ago(reading: Reading) -> Iterator[Relation]:
    """ "44 years ago" in a headline or first sentence, and the one old year told below it.

    "44 years after she vanished" needs a word of what came first beside that year.
    """
    for index in (i for i in reading.with_figures if i < LEAD):
        skeleton = reading.sentences[index]
        match = words.LONG_AGO.search(skeleton.text)
        if match is None or _D in skeleton.text or unit_of(skeleton, match) != "years":
            continue
        if reading.today is None:
            return
        if match["what"] and (_is_served(skeleton, match) or not published(reading)):
            continue
        topic = set(words.TOPIC.findall(match["what"] or skeleton.text))
        told = [
            f
            for i in reading.with_figures
            if index < i <= index + 8
            and topic & set(words.TOPIC.findall(reading.sentences[i].text))
            for f in reading.by_sentence[i]
            if is_old(f, reading.today)
        ]
        years = {f.period.start.year for f in told if f.period and f.period.start}
        if len(years) == 1:
            yield from span_to_now(reading, skeleton, match, told[0])


def _record_spans(reading: Reading) -> Iterator[Relation]:
    """ "The deadliest flood in 90 years" here, "the deadliest flood since 1928" there."""
    since: dict[str, tuple[Figure, set[str]]] = {}
    for _, skeleton in reading.figured if "since" in reading.words else ():
        if _D not in skeleton.text or "since" not in skeleton.words:
            continue
        for match in words.MOST_SINCE.finditer(skeleton.text):
            start = skeleton.group(match, "start")
            if start and has_year(start):
                since.setdefault(match["most"], (start, _topics(skeleton)))
    for index in reading.with_figures if since else ():
        skeleton = reading.sentences[index]
        for match in words.MOST_IN.finditer(skeleton.text) if _L in skeleton.text else ():
            if match["most"] not in since or unit_of(skeleton, match) != "years":
                continue
            start, topics = since[match["most"]]
            # "the lowest level" of homicides is not that of all crime
            vague = words.VAGUE.search(match["most"]) is not None
            if not vague or topics & _topics(skeleton):
                yield from span_to_now(reading, skeleton, match, start)


def _topics(skeleton: Skeleton) -> set[str]:
    """The longer words of a sentence, but for those of any record."""
    return {word for word in words.TOPIC.findall(skeleton.text) if not words.VAGUE.match(word)}
