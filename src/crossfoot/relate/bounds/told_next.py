"""Marks that a number has passed or kept to, and the number itself in a sentence behind them.

``Homicides topped 300 last year. There were 312``; ``Arrests stayed below 500 … There were 478
arrests``; ``Records show 5,027``. The number must count what has passed the mark. Where it lies on
the wrong side, nothing may tell of another time, another place or of a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS, WEEKDAYS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.bounds.passed import TENFOLD
from crossfoot.relate.wording.phrases import WIDELY, relation, singular
from crossfoot.relate.wording.rows import family, head

CUES = frozenset(
    "surpass surpasses surpassed exceed exceeds exceeded pass passes passed top tops topped cross"
    " crosses crossed above past over below under".split()
)
# "Homicides topped" 300, "The backlog has now risen above" 5,000, "Arrests stay below" 500
_MARK = pattern(
    r"(?:^\W*|\s-{{1,2}}\s|:\s)(?P<what>(?:[a-z][a-z'-]*\s){{1,9}}?)"
    r"(?:(?:has|have|had)\s)?(?:(?:now|already|just|again|also)\s)?"
    r"(?P<tie>(?P<above>surpass(?:es|ed)?|exceed(?:s|ed)?|pass(?:es|ed)?|tops?|topped|cross(?:es|ed)?"
    r"|(?:climb|rise|rose|risen|gone|go|grow|grew|grown|stay|remain|jump|were|was|are|is)"
    r"(?:s|ed)?\s(?:above|past|over))"
    r"|(?:dip|dipp|drop|dropp|slip|slipp|fall|fell|fallen|sink|sank|sunk|stay|remain|were|was|are|is)"
    r"(?:s|ed)?\s(?:to\s)?(?:below|under))\s(?:the\s)?(?P<limit>{n})"
)
# "There were 312", "The count stood at 312", "Records show 312", "Officials put it at 312"
_GIVES = pattern(
    r"(?:^\W*|\s-{{1,2}}\s)(?:(?:in\s{date}|last\s[a-z]+|this\s[a-z]+),?\s)?"
    r"(?:there (?:were|are|was|have been|has been)|(?:it|the (?:[a-z]+ )?(?:number|total|count|toll"
    r"|figure|tally|backlog|population))\s(?:now\s)?(?:stood|stands|is|was|reached|hit|rose|fell|came"
    r"|ended)(?:\snow)?(?:\s(?:the\s)?(?:year|month|week))?(?:\s(?:at|to|with))?"
    r"|(?:officials|authorities|police|the (?:county|city|state|agency|department|office|ministry))"
    r"\s(?:now\s)?puts? (?:it|the (?:number|total|toll|count|figure)) at"
    r"|(?:the |its |official |court |state |county |agency |police )*(?:records|data|figures"
    r"|statistics|numbers|counts|tallies|report) (?:show|shows|list|lists|give|gives))"
    r"\s(?:exactly\s|a total of\s|there (?:were|are)\s)?(?P<figure>{n})"
    r"(?!(?:\s[a-z-]+){{0,3}}?\s(?:of|by|with|who|that|whose|in which|involving|aged|beds"
    r"|had|were|(?:on|at)\s[a-z]+)\b|\s(?:in|for|from)\s[a-z])"
)
# what is told of another time or another place, or is a part or a step, or no more than hoped for
_OTHERWISE = lazy(
    r"\b(?:before|earlier|previous(?:ly)?|prior|ago|compared|than|another|additional|more|others?"
    r"|since|forecast|expect(?:ed|s)?|averages?|averaging|per|each|by|of (?:them|those|these|whom)"
    r"|alone|including|among|first|peak|high|low|record|up|down|from|not|never|could|would|will|may"
    r"|might|if|goal|plan(?:ned)?|nationwide|statewide|elsewhere|only|at least|lag(?:s|ging)?"
    r"|preliminary|incomplete|partial|so far)\b"
    rf"|[{SIGNS['rank']}{SIGNS['duration']}{SIGNS['fraction']}]"
)
_DOUBTED = lazy(
    r"\b(?:not|never|nearly|almost|could|may|might|would|will|should|if|expected|likely|set to"
    r"|by)\b"
)
_IN = lazy(r"\b(?:[Ii]n|[Nn]ear)\s(?:the\s)?(?:city\sof\s)?([A-Z][a-z]+)")
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_DAYS = frozenset(WEEKDAYS)  # of which the number is told
_LAST = re.compile(r"\b(?:last|this|that) (?:year|month|week|quarter|season)\b")
_TWICE = 2  # a number that is told of otherwise lies no further off
REACH = 2  # sentences in which the number is told; below a headline, of running text


def told_next(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The mark of a sentence that has no other number, and what has passed it."""
    match = _MARK.search(skeleton.text) if skeleton.amounts == 1 else None
    limit = skeleton.group(match, "limit") if match else None
    if match is None or limit is None or not limit.value or limit.value <= 1:
        return
    if _DOUBTED.search(skeleton.text, 0, match.end()) or family(limit) != "count":
        return
    nouns = {singular(word) for word in match["what"].split()}
    nouns |= {noun} if (noun := head(skeleton, limit)) else set()
    side = "above" if match["above"] else "below"
    for at in _behind(reading, index):
        counts = [f for f in reading.by_sentence[at] if family(f) == "count"]
        figure = _counted(reading.sentences[at], counts, nouns)
        if figure and figure.value:
            above = figure.value > limit.value
            holds = figure.value != limit.value and above == (side == "above")
            sure = _is_sure(reading, index, at)
            if _is_near(figure, limit, TENFOLD if sure else _TWICE) and (holds or sure):
                tie = skeleton.span(match, "tie")
                yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)
        if counts:
            return


def _behind(reading: Reading, index: int) -> Iterator[int]:
    """The sentences behind that of the mark; below a headline, those of the text."""
    blocks, told = reading.document.blocks, reading.document.sentences
    below = blocks[told[index].block].kind == "heading"
    behind = range(index + 1, min(index + 6, len(told)))
    return islice(
        (at for at in behind if not below or blocks[told[at].block].kind != "heading"), REACH
    )


def _counted(skeleton: Skeleton, counts: Sequence[Figure], nouns: set[str]) -> Figure | None:
    """The one number of a sentence that counts what *nouns* name, or that has no noun."""
    named = [f for f in counts if head(skeleton, f) in nouns]
    if len(named) == 1:
        return named[0]
    gives = _GIVES.search(skeleton.text) if len(counts) == 1 else None
    told = skeleton.group(gives, "figure") if gives else None
    return told if told and head(skeleton, told) is None else None


def _is_near(figure: Figure, limit: Figure, times: int) -> bool:
    """Whether neither is more than so many *times* the other."""
    low, high = sorted((figure.value or 0, limit.value or 0))
    return high <= times * low


def _is_sure(reading: Reading, index: int, at: int) -> bool:
    """Whether the number can be of nothing else: the same time, and all of them."""
    skeleton, above = reading.sentences[at], reading.sentences[index]
    if not _GIVES.search(skeleton.text) or _OTHERWISE.search(skeleton.text):
        return False
    if _is_elsewhere(reading, above, skeleton):
        return False
    below = reading.document.blocks[reading.document.sentences[index].block].kind == "heading"
    dates = {f.text.lower() for f in above.figures if f.kind == "date"}
    told = {f.text.lower() for f in skeleton.figures if f.kind == "date"} - _DAYS
    last = set(_LAST.findall(skeleton.text)) - set(_LAST.findall(above.text))
    return below or (told <= dates and not last)


def _is_elsewhere(reading: Reading, above: Skeleton, skeleton: Skeleton) -> bool:
    """Whether it is told of a place, and the mark of another or of all the land."""
    text = reading.document.text
    mark, told = (
        {m.lower() for m in _IN.findall(text, s.start, s.end)} - _CALENDAR
        for s in (above, skeleton)
    )
    return bool(told - above.words) and bool(mark or not WIDELY.isdisjoint(above.words))
