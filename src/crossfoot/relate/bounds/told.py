"""Limits that the next words or the next sentence give the figure of.

``has surpassed 5,000. Records show 5,027``; ``more than a third (34%)``; ``at least 2,000: Ohio
(2,800) and Iowa (2,700)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# "has surpassed 5,000", "have now passed the 5,000 mark"
_SURPASSED = pattern(
    r"\b(?:(?:has|have|had)\s(?:now\s|already\s|just\s)?(?P<tie>surpassed|exceeded|passed|topped|crossed"
    r"|(?:climbed|risen|gone) (?:above|past|over))|(?P<went>(?:went|climbed|rose) (?:past|above)))"
    r"\s(?:the\s)?(?P<limit>{n})"
)
# "More than a third of the fall (34%)", "fewer than two in 10 detainees (19%)"
_PERCENT = pattern(
    r"\b(?:(?P<above>more than|over)|(?P<below>fewer than|less than|under))\s(?P<limit>{fraction})"
    r"(?:(?:\s[a-z'-]+){{0,6}}?\s\((?P<figure>{percent})(?=[),]|\sor\b)"
    r"|,\s(?P<figure2>{percent}),)"  # "Just over half, 51 percent, approved"
)
# "Four states had falls of at least 2,000: Ohio (2,800)"; no "six districts charged more than"
_ROW = pattern(
    r"(?P<many>{n})\s[^.;:()\ue000-\uf8ff]{{2,60}}?"
    r"\s(?:(?<!total )(?<!all )of|by|each had|each with)\s"
    r"(?:(?P<above>at least|more than|over)|(?P<below>fewer than|less than|under|at most))\s"
    r"(?P<limit>{n})(?:\s[^.;:()\ue000-\uf8ff]{{1,60}})?:\s"
)
# "Records show 4,927"; what is told otherwise may be a part, or of another time
_SHOWN = lazy(
    r"\W*(?:the |its |official |court |state |county |agency |police )*"
    r"(?:records|data|figures|statistics|numbers|counts|tallies) (?:show|say|give|put|list|have)"
)
# "207 by the end of May, just under last year's 214", "4,120, well above the 3,900 of May"
_THAN_BEFORE = pattern(
    r"(?P<figure>{n})(?:\s(?:[a-z'-]+|{date})){{0,10}}?,\s"
    r"(?:only |just |still |well |far |slightly |a little )*"
    r"(?:(?P<above>above|over|more than|higher than)|(?P<below>below|under|short of|fewer than"
    r"|less than|lower than))\s"
    r"(?:(?:{date}|last\s(?:year|month|week|quarter))'s\s(?P<limit>{n})|(?:the|its|their)\s(?P<limit2>{n})\s(?:[a-z]+\s){{0,3}}?"
    r"(?:of|in|from|for|at)\s(?:all\sof\s)?(?:{date}|(?:a|the)\s(?:year|month|week|quarter|day)"
    r"\s(?:before|earlier|ago)|the\s(?:same|previous|prior|last)\b))"
)
_ALIKE = (Fraction(1, 2), Fraction(2))  # of the limit: what lies further off is a part of it
_NEAR = (Fraction(9, 10), Fraction(3, 2))  # of the limit: what lies further off is of another thing
REACH = 2  # sentences in which the figure is told


def surpassed(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A number that has been passed, and the one number near it that is told next."""
    for match in _SURPASSED.finditer(skeleton.text):
        limit = skeleton.group(match, "limit")
        if limit is None or limit.value is None or limit.value <= 1:
            continue
        for at in range(index + 1, min(index + 1 + REACH, len(reading.sentences))):
            counts = [f for f in reading.by_sentence[at] if family(f) == "count"]
            near = [f for f in counts if _is_near(f, limit)]
            above = near and (near[0].value or 0) > limit.value
            told = len(counts) == 1 and _SHOWN.match(reading.sentences[at].text)
            if len(near) == 1 and (above or (at == index + 1 and told)):
                tie = skeleton.span(match, "tie" if match["tie"] else "went")
                yield relation(
                    "bound", reading, [tie], {"side": "above"}, figure=near[0], limit=limit
                )
            if counts:
                break


def _is_near(figure: Figure, limit: Figure) -> bool:
    low, high = ((limit.value or 0) * share for share in _NEAR)
    return low <= (figure.value or 0) <= high and figure.value != limit.value


def than_before(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A number said to be above or below that of the time before."""
    for match in _THAN_BEFORE.finditer(skeleton.text) if skeleton.amounts > 1 else ():
        figure = skeleton.group(match, "figure")
        limit = skeleton.group(match, "limit") or skeleton.group(match, "limit2")
        if figure is None or limit is None or not figure.value or not limit.value:
            continue
        if _ALIKE[0] <= figure.value / limit.value <= _ALIKE[1]:
            side = "above" if match["above"] else "below"
            tie = skeleton.span(match, side)
            yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)


def in_percent(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A part of a whole in words, and the same in percent behind it."""
    if SIGNS["fraction"] not in skeleton.text or SIGNS["percent"] not in skeleton.text:
        return
    for match in _PERCENT.finditer(skeleton.text):
        limit = skeleton.group(match, "limit")
        figure = skeleton.group(match, "figure") or skeleton.group(match, "figure2")
        side = "above" if match["above"] else "below"
        tie = skeleton.span(match, side)
        yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)


def of_a_row(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A limit of each of a row, and the one of them that is nearest to it or beyond."""
    match = _ROW.search(skeleton.text) if ":" in skeleton.text and skeleton.amounts > 2 else None
    limit = skeleton.group(match, "limit") if match else None
    many = skeleton.group(match, "many") if match else None
    if match is None or limit is None or many is None:
        return
    told = [f for f in skeleton.within(match.end(), len(skeleton.text)) if family(f) == "count"]
    if len(told) < 2 or len(told) != many.value:
        return
    side = "above" if match["above"] else "below"
    figure = (min if side == "above" else max)(told, key=lambda f: f.value or 0)
    if figure.value != limit.value:
        tie = skeleton.span(match, side)
        yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)
