"""Years and months listed: ``three fiscal years (FY2021, FY2022 and FY2023)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.dates import MONTH
from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.tallies.announced import slipped
from crossfoot.relate.tallies.words import CHOSEN, counted
from crossfoot.relate.wording.phrases import relation, sentences

_LIST = r"(?P<list>{date}(?:,\s{date})*,?\s(?:and|&)\s(?:again\s)?(?:(?:in|during|for)\s)?{date})"
# "three fiscal years (", "three years of jail rolls: ", "the two months - "
_TERMS = pattern(
    r"(?P<n>{duration}|{count}(?=[a-z -]*\s(?:years?|months|quarters|seasons)\b))"
    r"(?:[ -][a-z'-]+){{0,6}}?(?P<tie>\s?\(|:|,|\s-{{1,2}}|)\s?(?:(?:in|for|during)\s)?"
    + _LIST
    + r"(?P<end>\)|[.;,]|\s-|$)?"
)
# "deported three times, in 2009, 2014 and 2017"
_TIMES = pattern(r"(?P<n>{count})(?P<tie>,|:|\s-{{1,2}}|\s\(|)\s?(?:in|during)\s" + _LIST)
_KINDS = (
    lazy(r"(?i)(?:(?:19|20)\d\d|(?:fy|fiscal(?: years?)?)\s?'?(?:\d\d|\d{4}))$"),
    lazy(rf"(?i)(?:{MONTH})\.?(?:\s(?:19|20)\d\d)?$"),
)
_UNITS = ("years", "months")
# how a list ends that is opened so, and is no clause: "five years (2019 and 2020 were flat)"
_ENDS = {"(": (")",), ":": (".", ";", ""), "-": (" -", "."), "--": (" -", ".")}
MOST = 31  # years or months that a text lists one by one


def years_listed(reading: Reading) -> Iterator[Relation]:
    """Years, months or times announced by number and then named by their dates."""
    for _, skeleton in sentences(reading, fewest=3):
        if skeleton.text.count(SIGNS["date"]) < 2 or "and " not in skeleton.text:
            continue
        for match in _TERMS.finditer(skeleton.text):
            yield from _held(reading, skeleton, match)
        for match in _TIMES.finditer(skeleton.text) if " times" in reading.text else ():
            if skeleton.figure_at(match.start("n")).unit == "times":
                yield from _held(reading, skeleton, match)


def _held(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    figure = skeleton.figure_at(match.start("n"))
    dates = skeleton.within(*match.span("list"))
    value = figure.value
    if value is None or value.denominator != 1 or not 2 <= value <= MOST or figure.hedge:
        return
    kind = _kind(dates)
    some = counted(skeleton, match) is not figure or CHOSEN.search(
        skeleton.text, 0, match.start("n")
    )
    if kind is None or some:
        return
    alike = figure.kind != "duration" or figure.unit == _UNITS[kind]
    closed = match.groupdict().get("end") in _ENDS.get(match["tie"].strip(), ())
    sure = alike and closed and figure.unit != "times" and slipped(int(value), len(dates))
    if len(dates) == value or sure:
        tie = skeleton.span(match, "tie" if match["tie"] else "list")
        yield relation("tally", reading, [tie], {}, count=figure, items=[d.span for d in dates])


def _kind(dates: tuple[Figure, ...]) -> int | None:
    """Whether all are years (0) or all months (1)."""
    for number, kind in enumerate(_KINDS):
        if all(kind.match(date.text) for date in dates):
            return number
    return None
