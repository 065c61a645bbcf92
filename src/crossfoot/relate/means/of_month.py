"""An average a day of one month, and in the next sentence or the one before all of that month.

``The line handled an average of 46 calls a day in June. There were 1,390 calls in June``. Both
sentences count one thing by the same words, and neither is of a part of the month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.changes.announced import LOCAL, is_within, names_in
from crossfoot.relate.changes.cues import VALUES
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.stems import meaning, stem

_HEDGE = hedges()
# "In June, the line handled an average of" 46 "calls a day"; 46 "calls a day in June"
_DAILY = pattern(
    r"(?:^\W*(?:in|during|throughout|for) (?P<front>{date}),? [^.;]*?)?"
    r"\b(?P<tie>average of|averag(?:ed|ing)) " + _HEDGE + r"(?P<mean>{rate})"
    r"(?P<what>(?: [a-z'-]+){{0,3}}?)(?: (?:an?|per|each|every) day)?"
    r"(?: (?:in|during|throughout|for) (?P<when>{date}))?(?=[.,;]|$)"
)
# 1,390 "calls in June", 1,390 "calls that month"
_IN_ALL = pattern(
    r"(?:^\W*(?:in|during|throughout|for) (?P<front>{date}),? [^.;]*?)?"
    r"(?P<total>{n})(?P<what>(?: [a-z'-]+){{1,3}}?)(?: reported| recorded| received)?"
    r"(?: (?:in|during|throughout|for) (?P<when>{date})| (?P<that>(?:that|during the|over the)"
    r" month))?(?=[.;]|$)"
)
# a part of the month or of what is counted
_OPEN = lazy(
    r"\b(?:has|have|so far|to date|only|of (?:them|those|these|which)|weekdays?|weekends?|about"
    r"|busiest|peak|until|through|since|additional|other|another|more|fewer|excluding|including"
    r"|would|could|expect[a-z]*|if)\b"
)
_EACH = lazy(r"\b(?:each|every|per|shifts?|crews?|teams?)\b(?! (?:day|month)\b)")
_TWOFOLD = 2  # how far a slip can part an average from what comes out


def of_month(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The average a day that sentence *index* tells of a month of which a neighbour tells all."""
    if "average" not in skeleton.text or (match := _DAILY.search(skeleton.text)) is None:
        return
    mean = skeleton.group(match, "mean")
    when = _date(skeleton, match["front"] and match.start("front"), match.start("when"))
    month = _month(when) if when else None
    if mean is None or when is None or month is None or mean.unit != "per day":
        return
    if not _tells_one(skeleton) or _is_now(reading, when):
        return
    for at in (index + 1, index - 1):
        if not 0 <= at < len(reading.sentences) or not reading.by_sentence[at]:
            continue
        total = _total(reading, skeleton, reading.sentences[at], when, match["what"])
        if total and _near(total, mean, month):
            tie = Span(skeleton.offset(match.start("tie")), mean.start)
            options = {"count": ",".join(map(str, month)), "unit": "day"}
            yield relation("mean", reading, [tie], options, total=total, mean=mean, count=when)
            return


def _total(
    reading: Reading, home: Skeleton, other: Skeleton, when: Figure, what: str
) -> Figure | None:
    """How many of the same a sentence tells of the same month."""
    match = _IN_ALL.search(other.text) if _tells_one(other) else None
    if match is None or _nouns(match["what"]) != _nouns(what):
        return None
    told = _date(other, match["front"] and match.start("front"), match.start("when"))
    if told is None and match["that"] is None:
        return None
    if told is not None and not _same(told, when):
        return None
    return other.group(match, "total") if _of_one_scope(reading, home, other) else None


def _of_one_scope(reading: Reading, home: Skeleton, other: Skeleton) -> bool:
    """Whether neither sentence names somebody or somewhere that the other does not."""
    if _EACH.search(home.text) or names_in(reading, home) != names_in(reading, other):
        return False
    placed = [LOCAL.intersection(map(stem, s.words)) for s in (home, other)]
    if placed[0] != placed[1]:
        return False
    known = [frozenset(map(stem, s.words)) for s in (home, other)]
    return is_within(home, known[1]) and is_within(other, known[0])


def _tells_one(skeleton: Skeleton) -> bool:
    """Whether a sentence gives one number and at most one date, of no part of the month."""
    values = sum(f.kind in VALUES for f in skeleton.figures)
    dates = sum(f.kind == "date" for f in skeleton.figures)
    return (
        values == 1 and dates == len(skeleton.figures) - 1 < 2 and not _OPEN.search(skeleton.text)
    )


def _date(skeleton: Skeleton, front: int | str | None, behind: int) -> Figure | None:
    at = front if isinstance(front, int) else behind
    return skeleton.figure_at(at) if at >= 0 else None


def _month(figure: Figure) -> list[int] | None:
    """How many days the month that a date names may have; None of another date."""
    words = figure.text.lower().replace(".", "").replace(",", "").split()
    if words[0] not in MONTHS or len(words) > 2 or (len(words) == 2 and len(words[1]) != 4):
        return None
    years = [int(words[1])] if len(words) == 2 and words[1].isdigit() else [2023, 2024]
    return list(dict.fromkeys(monthrange(year, MONTHS[words[0]])[1] for year in years))


def _same(one: Figure, other: Figure) -> bool:
    """Whether two dates name one month: the second need not tell the year again."""
    told = sorted((one, other), key=lambda f: f.start)
    first, last = (f.text.lower().replace(".", "").split() for f in told)
    return MONTHS.get(first[0]) == MONTHS.get(last[0]) and last[1:] in ([], first[1:])


def _is_now(reading: Reading, when: Figure) -> bool:
    """Whether the text appeared in that month, which is not over."""
    today, period = reading.today, when.period
    return bool(today and period and period.end and period.start and today <= period.end)


def _nouns(words: str) -> list[str]:
    return [stem(word) for word in words.split() if meaning(word)]


def _near(total: Figure, mean: Figure, days: list[int]) -> bool:
    if not total.value or not mean.value:
        return False
    comes_out = total.value / days[0]
    return max(comes_out, mean.value) <= _TWOFOLD * min(comes_out, mean.value)
