"""Changes: two figures and the difference, percentage or points said to separate them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, SIGNS, Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.changes import words
from crossfoot.relate.changes.announced import announced, sole_change
from crossfoot.relate.changes.announced_by_slip import announced_by_slip
from crossfoot.relate.changes.another_base import may_be_of_another
from crossfoot.relate.changes.closed import is_closed, is_concluded
from crossfoot.relate.changes.cues import PORTIONS, Cue, Statement
from crossfoot.relate.changes.elsewhere import fits, may_be_of, run_against
from crossfoot.relate.changes.ends import Told, changes_told
from crossfoot.relate.changes.fitted import found_by_number
from crossfoot.relate.changes.foreseen import is_not_from
from crossfoot.relate.changes.meant import as_meant
from crossfoot.relate.changes.moved_again import moved_again
from crossfoot.relate.changes.neighbours import Ends
from crossfoot.relate.changes.of_two_years import of_two_years
from crossfoot.relate.changes.shapes import Shape, shapes
from crossfoot.relate.changes.sharpest import sharpest
from crossfoot.relate.changes.than_then import than_then
from crossfoot.relate.changes.then_and_now import then_and_now
from crossfoot.relate.changes.then_told import then_told
from crossfoot.relate.changes.year_before import year_before
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation

# 218 "to" 214", a margin of" six
_MARGIN = pattern(
    r"(?P<one>{n})(?: to |-)(?P<other>{n}),?"
    r" (?P<tie>(?:a |by a |with a )?(?:margin|majority|lead) of )(?:just |only )?(?P<margin>{n})"
)
# "by" one "vote," 215 "to" 214
_BY_VOTES = pattern(
    r"(?P<tie>\bby (?:an? )?(?:margin of )?(?:just |only )?)(?P<margin>{n})[ -]votes?(?: margin)?,"
    r" (?P<one>{n})(?: to |-)(?P<other>{n})"
)


# 150 arrests "exceeded last year's" 120 "by" 30
_EXCEEDED = pattern(
    r"(?P<one>{amount})(?:,?\s[a-z'-]+){{0,6}}\s(?P<tie>exceed(?:s|ed)|surpass(?:es|ed)|topp?(?:s|ed)"
    r"|outnumber(?:s|ed)|outpac(?:es|ed)|(?:beats?|beaten|broke|breaks|broken|eclips(?:es|ed)"
    r"|shatter(?:s|ed)|smash(?:es|ed))"
    r"(?=\s[^.;,\ue000-\uf8ff]{{0,40}}\b(?:record|high|peak|mark|total|best|figure|number|tally)\b))"
    r"\s(?:the|its|their|last|all|that)\b"
    r"[^.;,\ue000-\uf8ff]{{0,40}}?\s(?P<other>{amount})"
    r"(?:,?\s(?!which\b|that\b|who\b)[a-z'-]+|,?\s{date}){{0,6}}?,?\sby\s"
    r"(?:about\s|nearly\s|only\s|just\s|more than\s|almost\s)?(?P<margin>{amount}|{percent})"
)
# "the difference between the" 500 "of 2018 and the" 450 "of 2019 is" 50
_BETWEEN = pattern(
    r"\b(?P<tie>(?:difference|gap|discrepancy) between)\s(?:[a-z'-]+\s){{0,4}}?"
    r"(?P<one>{amount}|{percent})"
    r"(?:\s[a-z'-]+|\s{date}){{0,6}}?\sand\s(?:[a-z'-]+\s){{0,4}}?(?P<other>{amount}|{percent})"
    r"(?:\s[a-z'-]+|\s{date}){{0,6}}?(?:\s(?:is|was|of|comes to|came to|amounts to)|,|:)\s"
    r"(?:about\s|nearly\s|only\s|just\s|more than\s|almost\s)?(?P<margin>{amount}|{points})"
)
# 150 people", " 30 "over its capacity of" 120; 25 percent "above the limit of" 120
_BEYOND = pattern(
    r"(?P<one>{n})(?:\s[a-z'-]+|\s{date}){{0,5}}?(?:,|\s-|,?\sor)\s"
    r"(?:about\s|nearly\s|only\s|just\s|more than\s|almost\s|some\s)?(?P<margin>{n}|{percent})"
    r"(?:\s[a-z]+){{0,2}}?\s(?P<tie>over|above|beyond|(?P<down>below|under|short of))\s"
    r"(?:(?:the|its|their|his|her|an?)\s)?(?:[a-z-]+\s){{0,2}}?"
    r"(?:capacity|limit|cap|ceiling|quota|goal|target|threshold|maximum|projections?|forecasts?"
    r"|estimates?|budget)(?:\sof\s|\s\()(?:about\s|roughly\s)?(?P<other>{n})"
)
_MARGINS = (
    (_EXCEEDED, frozenset("exceeds exceeded surpasses surpassed tops topped outnumber outnumbers"
     " outnumbered outpaces outpaced beat beats beaten broke breaks broken eclipses eclipsed"
     " shatters shattered smashes smashed".split())),
    (_BETWEEN, frozenset(("difference", "gap", "discrepancy"))),
    (_BEYOND, frozenset("capacity limit cap ceiling quota goal target threshold maximum projection"
     " projections forecast forecasts estimate estimates budget".split())),
)  # fmt: skip
# "down 8 percent from its 2009 peak"
_FROM_PEAK = lazy(
    r"\s(?:from|since|off|below|above)\s(?:[a-z-]+\s|\W\s){0,3}?(?:peak|high|low|record)\b"
    rf"|\s(?:during|in|over|within)\s(?:the )?(?:past|last)\s(?:{SIGNS['duration']}|[a-z]+)"
)

# "Three more | arrests brought the total to 41": added to those told before, and no rise since then
_ADDS_TO = lazy(
    rf"(?:[^.;\ue000-\uf8ff]|{SIGNS['date']}){{0,90}}"
    r"\b(?:br(?:ing|ought)|rais|push|lift|took|taking)[a-z]*\s"
    r"(?:the|its|their)\s(?:[a-z]+\s){0,2}?(?:total|number|tally|toll|count)\b"
)
_PORTIONS = frozenset(("percent", "fraction"))
# 205", after" 240 "in May and" 144
_AGAINST = lazy(rf", (?:after|against|versus|compared (?:with|to)) {hedges()}$")
_FOR_EACH = lazy(r"\s(?:[a-z]+\s){1,2}(?:per|for each|for every)\s[a-z]")
_HALF = Interval(Fraction(-1, 2), Fraction(1, 2))
_AND = lazy(rf"[^,;:()]{{1,40}} and {hedges()}")


def relate(reading: Reading) -> Iterator[Relation]:
    """Every change that the wording asserts."""
    text = Told(reading)
    margins = [(test, told) for test, cues in _MARGINS if (told := cues & reading.words)]
    for index, skeleton in reading.quantified:
        rules = _OF_ONE_CHANGE if sole_change(skeleton) else _OF_ANY
        shaped = {s.change.id: s for rule in rules for s in rule(reading, index, skeleton)}
        yield from (_closed(reading, shape) for shape in shaped.values())
        stated = list(_stated(text, index, skeleton, frozenset(shaped)))
        for statement, ends in stated:
            if len(stated) == 1 or not _are_of_another(skeleton, statement, ends, stated):
                yield from _relations(reading, skeleton, statement, ends)
        yield from than_then(reading, index, skeleton)
        if "margin" in skeleton.text or " vote" in skeleton.text:
            yield from _margins(reading, skeleton)
        if len(skeleton.figures) > 2:
            tests = [test for test, told in margins if not told.isdisjoint(skeleton.words)]
            yield from _apart(reading, skeleton, tests)


# the closed shapes of which a sentence may have one, and those of one that tells a single change
_OF_ANY = (shapes, year_before, moved_again, sharpest)
_OF_ONE_CHANGE = (
    partial(announced_by_slip, kinds=_PORTIONS),
    shapes,
    announced,
    year_before,
    moved_again,
    then_and_now,
    sharpest,
    then_told,
    of_two_years,
)


def _stated(
    text: Told, index: int, skeleton: Skeleton, shaped: frozenset[str]
) -> Iterator[tuple[Statement, Ends]]:
    """The changes that a sentence states, with the ends they are meant of, *shaped* ones aside."""
    reading = text.reading
    for whole, named in changes_told(text, index, skeleton):
        left = tuple(c for c in whole.changes if c.figure.id not in shaped)
        if not left:
            continue
        statement = whole._replace(changes=left)
        ends = as_meant(skeleton, statement, named)
        if not (ends.base and ends.result):
            found = found_by_number(text, index, statement, ends)
            against = run_against(reading, index, skeleton, statement)
            if found is None or (against and set(found) == set(against)):
                found = against  # "62 in May … 58 in June. That is a rise" is none from 58
            ends = found or ends
        elif not may_be_of(reading, index, skeleton, statement, ends):
            continue
        yield statement, ends


def _are_of_another(
    skeleton: Skeleton, statement: Statement, ends: Ends, told: Iterable[tuple[Statement, Ends]]
) -> bool:
    """Whether ends told elsewhere fit another change of the sentence, and not this one.

    "Arrests fell 17 percent and stops 21 percent. Officers made 830, down from 1,000."
    """
    if not (ends.base and ends.result) or fits(statement, ends):
        return False
    if any(skeleton.start <= f.start < skeleton.end for f in ends if f):
        return False
    return any(
        other is not statement and theirs == ends and fits(other, theirs) for other, theirs in told
    )


def _closed(reading: Reading, shape: Shape) -> Relation:
    """The change that a closed shape tells, however far it is off where it is told outright."""
    sure = {"sure": "1"} if shape.change.hedge is None else {}
    return relation(
        "change", reading, [shape.licence], {"direction": shape.direction, **sure},
        **{"from": shape.base, "to": shape.result}, change=shape.change,
    )  # fmt: skip


def _margins(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The votes that lie between the sides: "by one vote, 215 to 214"."""
    for match in (m for test in (_MARGIN, _BY_VOTES) for m in test.finditer(skeleton.text)):
        sides = [f for g in ("one", "other") if (f := skeleton.group(match, g))]
        margin = skeleton.group(match, "margin")
        if len(sides) == 2 and margin:
            low, high = sorted(sides, key=lambda f: f.value or 0)
            yield relation(
                "change", reading, [skeleton.span(match, "tie")], {"direction": "up"},
                **{"from": low, "to": high}, change=margin,
            )  # fmt: skip


def _apart(
    reading: Reading, skeleton: Skeleton, tests: Iterable[re.Pattern[str]]
) -> Iterator[Relation]:
    """How far one figure lies above or below another, or two lie apart."""
    for test in tests:
        for match in test.finditer(skeleton.text):
            one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
            margin = skeleton.group(match, "margin")
            if not (one and other and margin) or not _in_one_unit(one, other, margin):
                continue
            base, result = (one, other) if test is _BETWEEN else (other, one)
            way = "" if test is _BETWEEN else "down" if match.groupdict().get("down") else "up"
            yield relation(
                "change", reading, [skeleton.span(match, "tie")], {"direction": way},
                **{"from": base, "to": result}, change=margin,
            )  # fmt: skip


def _in_one_unit(one: Figure, other: Figure, margin: Figure) -> bool:
    """Whether two figures and what lies between them are of one kind."""
    kinds = {"count" if f.kind == "number" else f.kind for f in (one, other)}
    between = {"count" if margin.kind == "number" else margin.kind}
    if kinds == {"percent"}:
        return between == {"points"}
    return len(kinds) == 1 and (between == kinds or between == {"percent"})


def _are_held_against(skeleton: Skeleton, base: Figure, result: Figure) -> bool:
    """Whether both are of before: ``205, after 240 in May and 144 a year ago, up 42 percent``."""
    if not skeleton.start <= base.start < result.start < skeleton.end:
        return False
    at, then = skeleton.sign_of(base), skeleton.sign_of(result)
    joined = _AND.fullmatch(skeleton.text, at + 1, then)
    return joined is not None and _AGAINST.search(skeleton.text, max(0, at - 40), at) is not None


def _relations(
    reading: Reading, skeleton: Skeleton, statement: Statement, ends: Ends
) -> Iterator[Relation]:
    licence = statement.licence(skeleton)
    options = {"direction": statement.direction}
    base, result = ends.base, ends.result
    cues = [
        c
        for c in statement.changes
        if c.figure.kind != "multiple" and not _is_other_rate(skeleton, statement, c, ends)
    ]
    changes = [c.figure for c in cues]
    if not changes:
        return
    if base and result:
        if _are_held_against(skeleton, base, result) and not fits(statement, ends):
            return
        for cue in cues:
            misfits = not fits(statement, ends)
            if misfits and may_be_of_another(skeleton, statement, cue, ends):
                continue
            if misfits and _are_rounded_rates(skeleton, cue.figure, base, result):
                continue
            if misfits and is_not_from(reading, skeleton, cue.figure, base):
                continue
            if misfits and _adds_to(skeleton, cue.figure, base):
                continue
            if _fits_kind(cue, base) and not _exceeds(cue.figure, base, result):
                closed = is_closed(skeleton, cue.figure, ends)
                sure = {"sure": "1"} if closed or is_concluded(skeleton, cue.figure, ends) else {}
                yield relation(
                    "change", reading, licence, {**options, **sure},
                    **{"from": base, "to": result}, change=cue.figure,
                )  # fmt: skip
        return
    end = base or result
    if end and len(changes) == 2 and _of_another_time(skeleton, changes, end):
        return
    amount = _amount(cues)
    if end and len(changes) == 2 and _fits_kind(amount, end):
        if _outgrows(amount.figure, statement.direction, base, result):
            return
        yield relation(
            "change", reading, licence, options, **{"from": base, "to": result}, change=changes
        )


def _is_other_rate(skeleton: Skeleton, statement: Statement, change: Cue, ends: Ends) -> bool:
    """Whether a figure is told for each of something: "3,600, a fifth fewer, or 300 a month".

    That is what a count comes to so reckoned, and not by how much it fell; nor is "5 percent a
    month" what lies between the ends of a year. A price may fall "$3 a pound, from $12 to $9".
    """
    if not _is_rate(skeleton, change.figure) or any(_is_rate(skeleton, end) for end in ends):
        return False
    alone = statement._replace(changes=(change,))
    return change.figure.range.is_open or not fits(alone, ends)


def _is_rate(skeleton: Skeleton, figure: Figure) -> bool:
    if figure.kind == "rate":
        return True
    if figure.kind not in AMOUNTS | {"percent"} or figure not in skeleton.figures:
        return False
    return words.FOR_EACH.match(skeleton.text, skeleton.sign_of(figure) + 1) is not None


def _are_rounded_rates(skeleton: Skeleton, change: Figure, base: Figure, result: Figure) -> bool:
    """Whether whole amounts for each of something are so rounded: "6 baht per share, from 5"."""
    inside = skeleton.start <= base.start and skeleton.start <= result.start
    if change.kind != "percent" or not inside or max(base.end, result.end) > skeleton.end:
        return False
    signs = (skeleton.sign_of(f) for f in (base, result))
    if not any(_FOR_EACH.match(skeleton.text, at + 1) for at in signs):
        return False
    ends = [f.range + _HALF for f in (base, result)]
    if any((e.low or 0) <= 0 for e in ends):
        return False
    moved = (ends[1] / ends[0] - Interval.exactly(1)).scale(100)
    return moved.meets(change.range) or (-moved).meets(change.range)


def _adds_to(skeleton: Skeleton, change: Figure, base: Figure) -> bool:
    """Whether "three more brought the total to" says what they add to, and *base* is elsewhere."""
    if skeleton.start <= base.start < skeleton.end or not skeleton.start <= change.start:
        return False
    inside = change.end <= skeleton.end
    return inside and _ADDS_TO.match(skeleton.text, skeleton.sign_of(change) + 1) is not None


def _of_another_time(skeleton: Skeleton, changes: Sequence[Figure], end: Figure) -> bool:
    """Whether the later has a base of its own: ``by 300 to 5,200, down 8% from the peak``.

    Or a time of its own: ``by 300 to 5,200, a rise of 8% over the last year``.
    """
    first, last = sorted(changes, key=lambda f: f.start)
    apart = first.end <= end.start and end.end <= last.start
    return apart and _FROM_PEAK.match(skeleton.text, skeleton.sign_of(last) + 1) is not None


def _amount(changes: Sequence[Cue]) -> Cue:
    return next((c for c in changes if c.figure.kind not in PORTIONS), changes[0])


def _fits_kind(cue: Cue, end: Figure) -> bool:
    """Whether an end can be of the kind that the change is counted in."""
    change = cue.figure
    if end.kind == "fraction" and change.kind == "points":
        return False  # nearly a fifth is no number of points
    if end.kind in PORTIONS:
        return change.kind in ("percent", "points") or cue.after.startswith(" point")
    if change.kind in PORTIONS:
        return True
    if "money" in (change.kind, end.kind):
        return change.kind == end.kind
    # "growing 10cm" is no change of a speed
    both = "measure" in (change.kind, end.kind) and bool(change.unit and end.unit)
    return not both or change.unit == end.unit


def _outgrows(change: Figure, direction: str, base: Figure | None, result: Figure | None) -> bool:
    """Whether a fall is of more than there was, or a rise of more than there is since."""
    end = base if direction == "down" else result if direction == "up" else None
    if end is None or change.kind in (*PORTIONS, "points"):
        return False
    if change.value is None or end.value is None or end.range.is_open:
        return False
    return abs(change.value) > end.value


def _exceeds(change: Figure, base: Figure, result: Figure) -> bool:
    """Whether an amount is more than both ends, as no change from one to the other can be."""
    if change.kind in (*PORTIONS, "points") or change.value is None:
        return False
    low, high = sorted((base.value or 0, result.value or 0))
    if low < 0 < high:
        return False
    return bool(low or high) and abs(change.value) > max(-low, high)
