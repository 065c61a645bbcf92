"""Means and rates: a total, what it is spread over, and the average stated."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern, plain
from crossfoot.model import Figure, Period, Relation, Role, Span
from crossfoot.relate._rows import family, head
from crossfoot.relate._wording import relation, sentences, singular

_DAYS = {"hour": Fraction(1, 24), "day": Fraction(1), "night": Fraction(1), "week": Fraction(7)}
_UNIT = lazy(
    r"\b(?:per|an?|each|every) (?P<unit>hour|day|night|week|month|year)\b"
    r"|(?P<ly>daily|weekly|monthly|yearly|annual)"
)
_LY = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year"}
# between a total and its rate: "109,800 arrests in the fiscal year, or 300 a day"
_TIE = lazy(
    r"(?P<tie>\bor\b|,|\baverag(?:e|es|ed|ing)\b|\ba rate\b|\bthat's|\bthat is|\bwhich is"
    r"|\bworks out to)[^.;:\ue000-\uf8ff]{0,40}$"
)
# "That's about 24 a day"
_OPENS = lazy(
    r"\W*(?:that|this|it|which|the figures?|the total)(?:'s| is| was| works? out| comes? out"
    r"| amounts?| averages?| translates?| means?)[^.;\ue000-\uf8ff]{0,50}$"
)
_YEAR = lazy(r"\b(?:fiscal year|calendar year|the year|a year|in one year|full year|of the year)\b")
# "the 1990-2009 annual average is 3.5 storms"
_ANNUAL = pattern(
    r"(?P<years>{date})\s(?:annual|yearly) (?P<tie>average)\b[^.;]{{0,30}}?"
    r"\b(?:is|was|of|at)\s(?P<mean>{any})"
)
_YEARS = lazy(r"(?P<first>(?:19|20)\d\d)\s?[-–—]\s?(?P<last>(?:19|20)\d\d)")
_MAKES = (
    r"(?:=|\bequals?|\bresults? in|\bcomes? (?:out )?to|\bis|\btotals?|\bgives?|\bmakes?|\byields?"
    r"|\bamounts? to|\badds? up to)"
)
# "an average of 120 x 50 centers results in 6,000"
_PRODUCT = pattern(
    r"\baverage\b[^.;]{{0,60}}?(?P<mean>{amount})[^.;]{{0,40}}?"
    r"\s(?P<tie>x|×|\*|times|multiplied by)\s(?P<count>{amount})[^.;]{{0,60}}?{makes}\s"
    r"[^.;\ue000-\uf8ff]{{0,20}}(?P<total>{amount})",
    makes=_MAKES,
)
# "at an average cost of $100 per bed, this comes out to $2 million"
_COST = pattern(
    r"\b(?P<tie>average|mean)\b[^.;]{{0,40}}?(?P<mean>{amount})\s(?:[a-z]+ )?per\s"
    r"(?P<per>[^.;,]{{3,40}}),?\s[^.;]{{0,40}}?{makes}\s"
    r"[^.;\ue000-\uf8ff]{{0,20}}(?P<total>{amount})",
    makes=_MAKES,
)
_SOME = r"[^.;\ue000-\uf8ff]{{1,80}}?"
# "$1.2 million to 40 families, an average of $30,000 each"
_EACH = pattern(
    r"(?P<total>{amount})" + _SOME + r"(?P<count>{n})\s" + _SOME + r",?\s"
    r"(?P<tie>an average of|averaging|or)\s(?:about |around |nearly |roughly |some |just over )?"
    r"(?P<mean>{any})(?P<per>\s(?:each|apiece|per [a-z]+|for each|an? [a-z]+)\b)?"
)  # fmt: skip
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_THIS = frozenset("last this that one the".split())
# "310 cases a month, or 3,720 over the year"
_TOTAL_AFTER = pattern(
    r"[^.;\ue000-\uf8ff]{{0,40}}?,?\s(?P<tie>or|for a total of|totall?ing)\s"
    r"(?:about |some |nearly )?"
    r"(?P<total>{amount})\s[^.;]{{0,30}}?\b(?:over|for|in|during|a|per)\b"
)
REACH = 3  # sentences back


def relate(reading: Reading) -> Iterator[Relation]:
    """Every mean that the wording asserts and gives the total and the count of."""
    for index, skeleton in sentences(reading):
        for figure in skeleton.figures:
            if figure.kind == "rate" and (unit := _unit(skeleton, figure)):
                yield from _rate(reading, index, skeleton, figure, unit)
        yield from _annual(reading, index, skeleton)
        yield from _product(reading, index, skeleton)
        yield from _each(reading, skeleton)


def _unit(skeleton: Skeleton, figure: Figure) -> str | None:
    """The time a rate is per."""
    at = skeleton.sign_of(figure)
    words = f"{figure.text.lower()} {figure.unit or ''} {skeleton.text[at + 1 : at + 20]}"
    match = _UNIT.search(words)
    if match is None:
        return None
    return match["unit"] or _LY[match["ly"]]


def _rate(
    reading: Reading, index: int, skeleton: Skeleton, mean: Figure, unit: str
) -> Iterator[Relation]:
    """``109,800 arrests in the fiscal year, or 300 a day``."""
    found = _total(reading, index, skeleton, mean)
    if found is None:
        return
    total, tie = found
    spread = _spread(reading, total, mean, unit)
    if spread is not None:
        count, lengths = spread
        options = {"count": ",".join(map(str, lengths)), "unit": unit}
        yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)


def _total(
    reading: Reading, index: int, skeleton: Skeleton, mean: Figure
) -> tuple[Figure, Span] | None:
    """The figure that the rate restates: before it in the sentence, or in the one before."""
    at = skeleton.sign_of(mean)
    before = [f for f in skeleton.within(0, at) if family(f)]
    if before:
        total = before[-1]
        start = skeleton.sign_of(total) + 1
        if (tie := _TIE.search(skeleton.text[start:at])) and _larger(total, mean):
            return total, Span(skeleton.offset(start + tie.start("tie")), mean.start)
    if (after := _TOTAL_AFTER.match(skeleton.text, at + 1)) and (
        later := skeleton.group(after, "total")
    ):
        return (later, skeleton.span(after, "tie")) if _larger(later, mean) else None
    if not _OPENS.match(skeleton.text[:at]) or index == 0:
        return None
    earlier = [f for f in reading.by_sentence[index - 1] if family(f) and _larger(f, mean)]
    return (earlier[-1], Span(skeleton.start, mean.start)) if earlier else None


def _larger(total: Figure, mean: Figure) -> bool:
    return total.value is not None and mean.value is not None and total.value > mean.value


def _spread(
    reading: Reading, total: Figure, mean: Figure, unit: str
) -> tuple[Role | None, list[Fraction]] | None:
    """Over how many units the total is spread: a length beside it, its period, or a year."""
    skeleton = reading.sentences[total.sentence]
    lengths = [
        f
        for f in (*skeleton.figures, *reading.by_sentence[mean.sentence])
        if f.kind == "duration" and f.value and f.range.is_exact and (f.unit or "")
    ]
    for figure in skeleton.figures:  # "the six daily figures"
        after = skeleton.text[skeleton.sign_of(figure) + 1 :][:8].strip()
        if family(figure) == "count" and figure.value and _LY.get(after.split(" ")[0]) == unit:
            return figure, [figure.value]
    for figure in lengths:
        named = singular((figure.unit or "").lower())
        if figure.value and (length := _convert(figure.value, named, unit)):
            return figure, [length]
    if where := _year_named(reading, total, mean):
        period = total.period if total.period and _is_year(total.period) else None
        return where, _year(period, unit)
    if named_span := _named_span(skeleton, unit):
        return named_span
    period = total.period
    if period and period.start and period.end and _covers(skeleton, period):
        days = Fraction((period.end - period.start).days + 1)
        if unit in _DAYS:
            return None if days < 2 else (None, [days / _DAYS[unit]])
        if _is_year(period):
            return None, _year(period, unit)
    return None


def _covers(skeleton: Skeleton, period: Period) -> bool:
    """Whether *period* is all that the sentence says of time; two months are not the first."""
    dates = [f for f in skeleton.figures if f.kind == "date"]
    return bool(period.text) and all(" ".join(f.text.split()) in period.text for f in dates)


def _year_named(reading: Reading, total: Figure, mean: Figure) -> Span | None:
    """Where the sentence of the total or of the mean speaks of a whole year."""
    for index in sorted({total.sentence, mean.sentence}):
        sentence = reading.document.sentences[index]
        body = plain(reading.document.text[sentence.start : sentence.end])
        if match := _YEAR.search(body):
            return Span(sentence.start + match.start(), sentence.start + match.end())
    return None


def _named_span(skeleton: Skeleton, unit: str) -> tuple[Figure, list[Fraction]] | None:
    """The month, the months in a row, or the week that the total's sentence names, in *unit*."""
    dates = [f for f in skeleton.figures if f.kind == "date"]
    if not dates or unit not in _DAYS:
        return None
    words = [f.text.lower().split() for f in dates]
    if len(dates) == 1 and words[0][-1] == "week" and words[0][0] in _THIS:
        return dates[0], [7 / _DAYS[unit]]
    months = [_MONTHS.index(w[0]) for w in words if w[0] in _MONTHS and _is_month(w)]
    between = skeleton.text[skeleton.sign_of(dates[0]) + 1 : skeleton.sign_of(dates[-1])]
    if len(months) != len(dates) or len(dates) > 2 or months != sorted(months):
        return None
    if len(dates) == 2 and between.strip() not in ("and", "to", "through", "-"):
        return None
    named = range(months[0], months[-1] + 1)
    if between.strip() == "and" and len(named) > 2:
        return None
    days = sum(_MONTH_LENGTHS[m] for m in named)
    lengths = (days, days + 1) if 1 in named else (days,)
    return dates[0], [Fraction(d) / _DAYS[unit] for d in lengths]


def _is_month(words: list[str]) -> bool:
    """A month alone or with its year: "January", "January 2024"."""
    return len(words) == 1 or (len(words) == 2 and len(words[1]) == 4 and words[1].isdigit())


def _each(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A total spread over so many of something."""
    for match in _EACH.finditer(skeleton.text):
        total, count, mean = (skeleton.group(match, g) for g in ("total", "count", "mean"))
        if total is None or count is None or mean is None or not count.value:
            continue
        spread = mean.kind == "rate" or (match["per"] and family(mean) == family(total))
        if spread and _larger(total, mean) and not _unit(skeleton, mean):
            tie = skeleton.span(match, "tie")
            options = {"count": str(count.value), "unit": ""}
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)


def _convert(value: Fraction, named: str, unit: str) -> Fraction | None:
    """A length in *named* units, in *unit*; None where that is no fixed number."""
    if named == unit:
        return value
    if named in _DAYS and unit in _DAYS:
        return value * _DAYS[named] / _DAYS[unit]
    if named == "year" and unit == "month":
        return value * 12
    return None


def _is_year(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days + 1 in (365, 366)


def _year(period: Period | None, unit: str) -> list[Fraction]:
    """How many units a year has; both lengths of a year that is not known."""
    if unit == "month":
        return [Fraction(12)]
    if unit == "year":
        return [Fraction(1)]
    days = [Fraction(365), Fraction(366)]
    if period and period.start and period.end:
        length = (period.end - period.start).days + 1
        days.sort(key=lambda d: d != length)
    return [d / _DAYS[unit] for d in days]


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


def _product(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """An average times a count that the text multiplies out."""
    if "average" not in skeleton.text and "mean" not in skeleton.text:
        return
    for match in _PRODUCT.finditer(skeleton.text):
        mean, count, total = (skeleton.group(match, g) for g in ("mean", "count", "total"))
        if mean and count and total and count.value:
            tie = skeleton.span(match, "tie")
            options = {"count": str(count.value), "unit": ""}
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)
    for match in _COST.finditer(skeleton.text):
        mean, total = skeleton.group(match, "mean"), skeleton.group(match, "total")
        nouns = {singular(w) for w in match["per"].split()}
        count = _counted(reading, index, nouns, mean)
        if mean and total and count and family(mean) == family(total) and count.value:
            tie = skeleton.span(match, "tie")
            options = {"count": str(count.value), "unit": ""}
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)


def _counted(reading: Reading, index: int, nouns: set[str], mean: Figure | None) -> Figure | None:
    """The nearest figure before the mean that counts one of *nouns*."""
    for at in range(index, max(-1, index - REACH), -1):
        for figure in reversed(reading.by_sentence[at]):
            if mean is None or figure.end > mean.start or family(figure) != "count":
                continue
            if head(reading.sentences[at], figure) in nouns:
                return figure
    return None
