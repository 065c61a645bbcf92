"""Means and rates: a total, what it is spread over, and the average stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.means.averages import averages
from crossfoot.relate.means.each import each
from crossfoot.relate.means.each_with import each_with
from crossfoot.relate.means.multiplied import multiplied
from crossfoot.relate.means.of_month import of_month
from crossfoot.relate.means.products import products
from crossfoot.relate.means.spread import LY, spread_of, those_days
from crossfoot.relate.means.typical import typical
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

_RATE, _MONEY = SIGNS["rate"], SIGNS["money"]
# $10,000 "a day", 300 "per month"
_PER_TIME = lazy(r" (?:an?|per|each|every) (?P<unit>hour|day|night|week|month|year)\b")
# 94 "in an average month", 412 calls "on an average day"
_IN_AN_AVERAGE = lazy(
    r"(?: [a-z]+){0,2}? (?:in|on|during) (?:an average|the average|a typical) "
    r"(?P<unit>hour|day|night|week|month|year)\b"
)
_IN_CUES = frozenset(("average", "typical"))
# "a daily average of" 300
_LY_BEFORE = lazy(
    r"\b(?P<ly>daily|weekly|monthly|yearly|annual) (?:average|mean|rate)s? (?:of|was|is|at)"
    r" (?:about |nearly |roughly |just over |more than )?$"
)
_LY = frozenset("daily weekly monthly yearly annual".split())
_HEDGE = hedges("or")
# between a total and its rate: "arrests in the year, or" 300 a day; "arrests, about" 95 a day;
# "suits filed - an average of" 12 a week; "removals work out to" 57,000 a month
_TIE = lazy(
    r"(?P<tie>(?:,|\(| ?-+)? ?\b(?:or|that is|which is|i\.e\.),?(?: roughly)?"
    rf"(?: (?:an|a|at an|at a) (?:[a-z]+ )?(?:average|mean|rate|pace|clip) of)? {_HEDGE}"
    r"|(?:,| ?-+|\(|\b(?:at|for|with|by|is|was|meaning|means|makes?|made|that's)),? ?(?:an?|the)"
    r" (?:[a-z]+ )?(?:average|mean|rate|pace|clip) (?:of|was|is) " + _HEDGE +
    r"|(?:,|-|\(|\b(?:which|that)) ?averag(?:e|es|ed|ing)(?: out)?(?: (?:to|at|of))? " + _HEDGE +
    r"|\b(?:works? out|worked out|working out|amounts?|amounted|comes?|came|translat(?:es?|ing|ed)"
    rf"|equates?|equals?|means|meaning)(?: out)?(?: in)?(?: to)? {_HEDGE}"
    rf"|(?:,| ?-+| \() ?{_HEDGE})$"
)  # fmt: skip
_FAR = 90  # characters between a total and its rate
# "That's about" 24 a day
_OPENS = lazy(
    r"\W*(?:and |or |so )?(?:that|this|it|which|the figures?|the total"
    r"|the (?:daily|weekly|monthly|yearly|annual) (?:average|mean|rate))(?:'s| is| was| works? out"
    r"| comes? out| comes?| amounts?| averages?| translates?| means?| equals?| represents?)"
    r"[^.;\ue000-\uf8ff]{0,50}$"
)
# the sentence of a mean whose total stands before: "Over those 269 days it made an average of"
_AVERAGED = lazy(rf"\baverag(?:e|es|ed|ing)\b[^.;\ue000-\uf8ff]{{0,30}}{_HEDGE}$")
# 75,000 "of them": a part of the total
_OF_THEM = lazy(r" (?:[a-z]+ ){0,2}?of (?:them|those|these|whom|which)\b")
# "the top" 25, "Local" 293: no count
_NAMED = lazy(r"\b(?:top|no\.|number|local|route|all) $")
# "which" 41,000 "people follow": an aside
_ASIDE = lazy(r", (?:which|whom|who|where|whose)\b[^,;]*$")
# "310 cases a month, or 3,720 over the year"
_TOTAL_AFTER = pattern(
    r"[^.;\ue000-\uf8ff]{{0,40}}?,?\s(?P<tie>or|for a total of|totall?ing)\s"
    r"(?:about |some |nearly )?"
    r"(?P<total>{amount})\s[^.;]{{0,30}}?\b(?:over|for|in|during|a|per)\b"
    r"|[^.;,\ue000-\uf8ff]{{0,30}}?(?:{duration}|{date})(?P<tie2>,| -| \() ?(?P<total2>{amount})"
    r"(?:\s[a-z]+)? (?:in all|in total|altogether|total|all told)\b"
    # "717 arrests a day in June, for a total of 21,510"
    r"|[^.;,\ue000-\uf8ff]{{0,30}}? (?:(?:in|during|over|for) (?:the )?(?:{duration} (?:of|in) )?)?"
    r"(?:{date}|{duration})(?P<tie3>, (?:for )?a total of| totall?ing)\s(?:about |some |nearly )?"
    r"(?P<total3>{amount})(?=[.;]|$)"
    # "Over the three days, it made 46 arrests a day, 138 in all"
    r"|[^.;,\ue000-\uf8ff]{{0,30}}?(?P<tie4>,| -| \() ?(?:or |for )?(?P<total4>{amount})"
    r"(?:\s[a-z]+)? (?:in all|in total|altogether|all told)(?=[.;,)]|$)"
    # "46 arrests a day, 322 for the week"
    r"|[^.;,\ue000-\uf8ff]{{0,30}}?(?P<tie5>,| -| \() ?(?:or )?(?P<total5>{amount})(?:\s[a-z]+)?"
    r" (?:for|over|in) the (?:whole |entire |full )?week(?=[.;)]|$)"
)
# "the 1990-2009 annual average is 3.5 storms"
_ANNUAL = pattern(
    r"(?P<years>{date})\s(?:annual|yearly) (?P<tie>average)\b[^.;]{{0,30}}?"
    r"\b(?:is|was|of|at)\s(?P<mean>{any})"
)
_YEARS = lazy(r"(?P<first>(?:19|20)\d\d)\s?[-–—]\s?(?P<last>(?:19|20)\d\d)")
# "2,000 meals a day, or 1.6 million in all": of the whole time, of which no word need tell
_IN_ALL = lazy(r"(?:\s[a-z]+)? (?:in all|in total|altogether|all told|overall)\b")
# of which no day is left out
_EVERY_DAY = lazy(
    r"\b(?:every (?:single )?day|daily|seven days a week|a?round the clock|day and night)\b"
)
REACH = 3  # sentences back
WEEK = 7
# "It averages 60 a month in winter": of another time than the total told before
_ELSEWHEN = lazy(
    r"[^.;\ue000-\uf8ff]{0,40}?\b(?:in|during|on|at|since|every)\s"
    r"(?:(?:the|its|their|some|most|many)\s)?(?:winter|summer|spring|fall|autumn"
    r"|weekends?|weekdays?|holidays?|peak|height|busy|slow)\b"
    r"|(?:\s[a-z]+)?\s(?:now|lately|recently|currently|these days|since then|today)\b"
)
BEFORE = 60  # characters before a mean in which it is called an average
_AVERAGED = lazy(r"\baverag(?:e|es|ed|ing)\b")
# "in the first week": of the 14 days told before it is not the mean
_OF_A_PART = lazy(
    r"[^.;\ue000-\uf8ff]{0,20}?\b(?:in|during|over)\s(?:the|its|their)\s"
    r"(?:[\ue000-\uf8ff]|last|final|early|opening)\s(?:day|week|month|quarter|half)s?\b"
)
# $80 "per month more": by so much it grew
_BY = lazy(
    r"(?: (?:an?|per|each|every) [a-z]+)?"
    r" (?:more|extra|higher|less|fewer|lower|cheaper|dearer|above|below|increase|rise|hike|jump)\b"
)
# "from $26 to" $30 "($4 a month)": the step, not what the new price comes to
_FROM_TO = pattern(r"\bfrom (?P<was>{any})[^.;\ue000-\uf8ff]{{0,20}} to (?:about |nearly )?$")
# 102 a day "in the last week", 250 a month "since July"
_OF_DATE = partial(
    pattern,
    r"(?:\s[a-z]+)?\s(?:in|during|on|over|by|since|after|before|until|from|through)\s(?:the\s)?"
    r"(?P<date>{date})",
)
# $3,100 a client "on average"
_ON_AVERAGE = lazy(r"(?: (?:an?|per|for each) [a-z]+| each| apiece)?,? on average\b")


def relate(reading: Reading) -> Iterator[Relation]:
    """Every mean that the wording asserts and gives the total and the count of.

    And every one that it calls typical, which has no total.
    """
    told: set[str] = set()
    for found in _beside(reading):
        told.update(f.id for f in found.figures("mean"))
        yield _divided(reading, found)
    for found in averages(reading, told):
        told.update(f.id for f in found.figures("mean"))
        yield _divided(reading, found)
    yield from products(reading, told)
    yield from typical(reading)


def _divided(reading: Reading, found: Relation) -> Relation:
    """A mean told behind its total and called an average was divided out, and may be rounded."""
    total, mean = found.one("total"), found.one("mean")
    near = reading.text[max(total.end, mean.start - BEFORE) : mean.start]
    called = _AVERAGED.search(near) or _ON_AVERAGE.match(reading.text, mean.end)
    if total.start < mean.start and called:
        return replace(found, options={**found.options, "divided": "1"})
    return found


def _beside(reading: Reading) -> Iterator[Relation]:
    for index, skeleton in reading.quantified:
        text = skeleton.text
        if _RATE in text or _MONEY in text or "average" in text:
            for figure in skeleton.figures:
                if unit := _unit(skeleton, figure):
                    yield from _rate(reading, index, skeleton, figure, unit)
        if "average" in text:
            yield from _annual(reading, index, skeleton)
            yield from of_month(reading, index, skeleton)
        yield from each(reading, index, skeleton)
        if index and "each" in reading.sentences[index - 1].words:
            yield from each_with(reading, index, skeleton)
        yield from multiplied(reading, skeleton)


def _unit(skeleton: Skeleton, figure: Figure) -> str | None:
    """The time a rate is per: of the figure itself, or of the words beside an amount."""
    if figure.kind == "rate":
        return (figure.unit or "").removeprefix("per ") or None
    if family(figure) is None:
        return None
    at = skeleton.sign_of(figure)
    if figure.kind == "money" and (match := _PER_TIME.match(skeleton.text, at + 1)):
        return match["unit"]
    if not _IN_CUES.isdisjoint(skeleton.words) and (
        match := _IN_AN_AVERAGE.match(skeleton.text, at + 1)
    ):
        return match["unit"]
    if _LY.isdisjoint(skeleton.words):
        return None
    before = _LY_BEFORE.search(skeleton.text, max(0, at - 60), at)
    return LY[before["ly"]] if before else None


def _rate(
    reading: Reading, index: int, skeleton: Skeleton, mean: Figure, unit: str
) -> Iterator[Relation]:
    """``109,800 arrests in the fiscal year, or 300 a day``."""
    found = _total(reading, index, skeleton, mean)
    spread = spread_of(reading, found[0], mean, unit) if found else None
    if found is None:
        found = _total_before(reading, index, skeleton, mean)
        spread = those_days(skeleton, mean, unit) if found else None
    if found is None or spread is None:
        return
    total, tie = found
    home = reading.sentences[total.sentence]
    if spread.where is None and _IN_ALL.match(home.text, home.sign_of(total) + 1):
        return
    if _ELSEWHEN.match(skeleton.text, skeleton.sign_of(mean) + 1):
        return
    if spread.where is not None and _OF_A_PART.match(skeleton.text, skeleton.sign_of(mean) + 1):
        return
    if _BY.match(skeleton.text, skeleton.sign_of(mean) + 1) or _is_step(home, total, mean):
        return
    told = _OF_DATE().match(skeleton.text, skeleton.sign_of(mean) + 1)
    if told and spread.where is not None and skeleton.group(told, "date") is not spread.where:
        return  # "3,700 calls in March, or 102 a day in the last week of it"
    options = {"count": ",".join(map(str, spread.lengths)), "unit": unit}
    if spread.loose:
        options["loose"] = "yes"
    if spread.carried:
        options["carried"] = "yes"
    may_skip = spread.skips_days and not _EVERY_DAY.search(skeleton.text)
    if unit == "day" and spread.lengths[0] >= WEEK and may_skip:
        options["working"] = "yes"
    yield relation("mean", reading, [tie], options, total=total, mean=mean, count=spread.where)


def _is_step(skeleton: Skeleton, end: Figure, mean: Figure) -> bool:
    """Whether a rate in brackets behind the end of a change is what the change comes to."""
    if mean.start >= skeleton.end or not skeleton.text.endswith("(", 0, skeleton.sign_of(mean)):
        return False
    at = skeleton.sign_of(end)
    match = _FROM_TO.search(skeleton.text, max(0, at - 60), at)
    was = skeleton.group(match, "was") if match else None
    return was is not None and (end.kind == "money" or (end.range - was.range).meets(mean.range))


def _total(
    reading: Reading, index: int, skeleton: Skeleton, mean: Figure
) -> tuple[Figure, Span] | None:
    """The figure that the rate restates: before it in the sentence, or in the one before."""
    at = skeleton.sign_of(mean)
    before = [f for f in skeleton.within(0, at) if _may_be_total(f, mean)]
    if before:
        total = before[-1]
        start = skeleton.sign_of(total) + 1
        near = max(start, at - _FAR)
        if (tie := _TIE.search(skeleton.text[near:at])) and _larger(total, mean):
            return total, Span(skeleton.offset(near + tie.start("tie")), mean.start)
    after = _TOTAL_AFTER.match(skeleton.text, at + 1)
    mark = next((m for m in ("2", "3", "4", "5") if after and after[f"total{m}"]), "")
    if after and (later := skeleton.group(after, "total" + mark)):
        return (later, skeleton.span(after, "tie" + mark)) if _larger(later, mean) else None
    if not _OPENS.match(skeleton.text[:at]) or index == 0:
        return None
    earlier = _only(reading.sentences[index - 1], mean)
    return (earlier, Span(skeleton.start, mean.start)) if earlier else None


def _only(skeleton: Skeleton, mean: Figure) -> Figure | None:
    """The one figure of a sentence, parts and asides left out, that a mean can be the mean of."""
    found = []
    for figure in skeleton.figures:
        at = skeleton.sign_of(figure)
        named = _NAMED.search(skeleton.text, max(0, at - 20), at)
        part = _OF_THEM.match(skeleton.text, at + 1)
        if _may_be_total(figure, mean) and _larger(figure, mean) and not (named or part):
            found.append(figure)
    if len(found) > 1:
        found = [f for f in found if not _ASIDE.search(skeleton.text[: skeleton.sign_of(f)])]
    return found[0] if len(found) == 1 else None


def _total_before(
    reading: Reading, index: int, skeleton: Skeleton, mean: Figure
) -> tuple[Figure, Span] | None:
    """The one total of the mean's measure in the two sentences before an average."""
    at = skeleton.sign_of(mean)
    tie = _AVERAGED.search(skeleton.text[:at])
    if tie is None or not mean.measure:
        return None
    found = [
        f
        for i in range(max(0, index - 2), index)
        for f in reading.by_sentence[i]
        if f.measure == mean.measure and f.kind == "count" and _larger(f, mean)
        and not _OF_THEM.match(reading.sentences[i].text, reading.sentences[i].sign_of(f) + 1)
    ]  # fmt: skip
    if len(found) != 1:
        return None
    home = reading.by_sentence[found[0].sentence]
    if not any(f.kind in ("date", "duration") for f in home):
        return None  # "those days" are not the days of that total
    return found[0], Span(skeleton.offset(tie.start()), mean.start)


def _may_be_total(figure: Figure, mean: Figure) -> bool:
    """Whether a figure can be what a mean is of: money of money, things of things."""
    kind = family(figure)
    of_mean = family(mean) or ("count" if mean.kind == "rate" else None)
    return kind is not None and kind == of_mean


def _larger(total: Figure, mean: Figure) -> bool:
    return total.value is not None and mean.value is not None and total.value > mean.value


def _annual(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``Since 1990 there were 70 … The 1990-2009 annual average is 3.5``."""
    for match in _ANNUAL.finditer(skeleton.text):
        years, mean = skeleton.group(match, "years"), skeleton.group(match, "mean")
        if years is None or mean is None or not (spread := _YEARS.search(years.text)):
            continue
        first, last = int(spread["first"]), int(spread["last"])
        for at in range(index, max(-1, index - REACH), -1):
            row = reading.by_sentence[at]
            named = any(f.kind == "date" and str(first) in f.text for f in row if f is not years)
            totals = [
                f for f in row if family(f) == "count" and f.end < years.start and _larger(f, mean)
            ]
            if named and len(totals) == 1:
                options = {"count": str(last - first + 1), "unit": "year"}
                tie = skeleton.span(match, "tie")
                yield relation(
                    "mean", reading, [tie], options, total=totals[0], mean=mean, count=years
                )
                break
