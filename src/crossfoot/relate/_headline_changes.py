"""Changes told twice: a headline's "Burglaries Down 12%" over "310 burglaries, 15% fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.relate._same import Story, agree, contradict
from crossfoot.relate._statement import Statement
from crossfoot.relate._stems import stem

_WAYS = r"(?P<way>up|down|rose|fell|dropped|declined|decreased|increased|climbed|jumped|plunged)"
# "burglaries declined by 12%", "arrests up 16%"
_TITLE = pattern(
    r"(?P<noun>[a-z]{{4,}})\s(?:(?:are|were|was|have)\s)?{ways}(?:\sby)?\s(?P<n>{percent})",
    ways=_WAYS,
)
# "310 burglaries were recorded in 2021, 50 or 15% fewer than", "400 arrests, up 19% from"
_BODY = pattern(
    r"{n}\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z]{{4,}})\b[^.;:]{{0,60}}?(?:,|\bor)\s"
    r"(?:(?P<before>up|down)\s|an?\s|or\s)?(?P<n>{percent})"
    r"(?:\s(?P<after>fewer|less|more|drop|decline|decrease|reduction|increase|rise|jump)\b)?"
)
# a part of the period or the place that the headline is of
_PART = lazy(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|quarter|week|weekend|months?|half|citywide|statewide|nationwide|nationally|of them|alone)\b"
)
_PLACE = lazy(r"\W*(?:In|At|Across|Throughout)\s(?:the\s)?[A-Z]")
_RISES = frozenset(map(stem, "up rose increased climbed jumped more increase rise jump".split()))


def headline_changes(reading: Reading, story: Story, taken: set[str]) -> Iterator[list[Statement]]:
    """A headline's change against the only one that the story tells of the same count."""
    told = {s.figure.id: s for s in story.statements if s.group == "share"}
    bodies: list[tuple[str, bool, Statement]] | None = None
    for title in told.values():
        if title.zone != "title" or title.figure.id in taken:
            continue
        match = next((m for m in _TITLE.finditer(title.skeleton.text) if _is(title, m)), None)
        if match is None:
            continue
        bodies = list(_told(reading, told)) if bodies is None else bodies
        key = stem(match["noun"]), stem(match["way"]) in _RISES
        same = [s for noun, rises, s in bodies if (noun, rises) == key]
        one = same[0] if same else None
        if one is None or one.figure.id in taken or not contradict(title.figure, one.figure):
            continue
        if all(agree(one.figure, s.figure) for s in same[1:]):
            yield [title, one]


def _is(title: Statement, match: re.Match[str]) -> bool:
    """Whether *match* found the figure of *title*."""
    return title.skeleton.group(match, "n") == title.figure


def _told(reading: Reading, told: dict[str, Statement]) -> Iterator[tuple[str, bool, Statement]]:
    """The changes of counts that the story tells: their noun, whether they rise, the figure."""
    for index in reading.with_figures:
        skeleton: Skeleton = reading.sentences[index]
        if sum(f.kind == "percent" for f in skeleton.figures) != 1 or _narrower(reading, skeleton):
            continue
        match = _BODY.search(skeleton.text)
        way = match and (match["before"] or match["after"])
        figure = skeleton.group(match, "n") if match else None
        statement = told.get(figure.id) if figure else None
        if match and way and statement and statement.zone != "title":
            yield stem(match["noun"]), stem(way) in _RISES, statement


def _narrower(reading: Reading, skeleton: Skeleton) -> bool:
    """Whether a sentence names a part of the year, or opens with a place of its own."""
    body = reading.document.text[skeleton.start : skeleton.end]
    days = (f.text for f in skeleton.figures if f.kind == "date")
    dated = any(not day.isdigit() and not day.lower().endswith("year") for day in days)
    return dated or bool(_PLACE.match(body) or _PART.search(body.lower()))
