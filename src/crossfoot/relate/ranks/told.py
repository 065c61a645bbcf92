"""Ranks told in a row: ``most were from Mexico (103), followed by India (46)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Span
from crossfoot.relate.changes.stock import GAINS, LOSSES
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import head, rows

LEAST = r"fewest|lowest|least|smallest|low|minimum|coldest|safest|shortest|cheapest"
MOST = (
    r"most(?! recent)|highest|largest|biggest|greatest|high|peak|maximum|busiest|deadliest|worst"
    r"|warmest|hottest|longest|heaviest|slowest|top"
)
# words of a sentence without which no rule of this module can match
TELLING = frozenset(
    "followed ahead then top main chief leading best any time smallest fewest lowest most largest"
    " highest biggest greatest busiest deadliest worst sharpest steepest".split()
)
# of these a sentence that gives a place in a row has one
STANDING = frozenset(f"most|{LEAST}|{MOST}|leading|main|chief|common|best|any".split("|"))
_KINDS = frozenset({"count", "number", "money", "measure", "percent", "duration"})
_FOLLOWED = lazy(
    r"\bfollowed (?:closely |distantly )?by\b|(?:,|\)) (?:well |just |far |narrowly )?ahead of\b"
    # "from Dallas - 88 - then Tulsa (64)"
    r"|(?:[,)]| -) then(?= [a-z][a-z.' ]{1,24} (?:\(|with [\ue000-\uf8ff]))"
)
_LEADING = lazy(
    rf"\b(?:{MOST}|{LEAST}|leading|leads?|led|chief|main|mostly|mainly|majority|primary|topp(?:ed|ing)"
    r"|tops|sharpest|steepest)\b"
    rf"|{SIGNS['rank']}\s(?:place|with)\b"
)
_LATER = lazy(r"\b(?:later|the next|the following|afterwards?)\b")
FEWEST = lazy(rf"\b(?:{LEAST})\b")
_OF_THEM = lazy(r"\sof (?:them|those|these|whom|which)\b")
# "That was the smallest count of the six."
_THAT_WAS = lazy(
    rf"\W*(?:that|this|it)\s(?:was|is)\s(?:by far\s)?the\s(?:(?P<least>{LEAST})|(?P<most>{MOST}))\b"
    rf"[^.;,]{{0,30}}?\sof\s(?:the|all)\s(?P<n>[{SIGNS['count']}{SIGNS['number']}])"
)
# "the most of the | nine sectors", "one of | 25 offices": so many are ranked
_OF_SO_MANY = lazy(
    r"(?<!total )(?<!average )(?<!number )(?<!record )(?<!high )(?<!low )(?<!count )(?<!share )"
    r"(?<!tally )(?<!population )(?<!rate )(?<!sum )(?<!figure )(?<!maximum )(?<!mean )"
    r"\b(?:of|among|(?:in|across) (?=the|all|its))\s"
    r"(?:(?:the|all|its|their|these|those|about|some|nearly|more than)\s)*$"
)
_ONE_OF = lazy(r"\s(?:out )?of\s")
_BEFORE = 40  # characters in which a figure is told to be of those ranked
_ALL_TIME = lazy(
    rf"\ball[- ]time (?P<way>high|low|peak|record) of (?P<v>[{SIGNS['count']}{SIGNS['number']}])"
)
# "The two with the most were Elko, with 19, and Ely, with 12"
_WITH_MOST = lazy(
    rf"\bthe\s(?:[{SIGNS['count']}{SIGNS['number']}]\s)?(?:(?:[a-z]+\s){{0,4}}?with\sthe\s"
    rf"(?:(?P<least>{LEAST})|(?P<most>{MOST}))|leading|main|chief|top|most\scommon|largest)\b"
    r"[^.;:\ue000-\uf8ff]{0,40}?(?:\s(?:was|were|is|are|in|at|to|from)\b|:)"
)
# "made the most arrests," 74; "took in the most," 1,619; "reports the best," 73 percent
_MADE_MOST = lazy(
    rf"\bthe\s(?:(?P<least>{LEAST})|(?P<most>{MOST}|best))\b(?:\s[a-z]+){{0,4}}?"
    rf"(?:(?:,|\s\(|:|\s-)\s(?:with\s|at\s)?|\swith\s)(?P<v>[{SIGNS['count']}{SIGNS['number']}{SIGNS['percent']}])"
)
# "33,832 went to Mexico, which took in the most"; "38 were made there, the largest number"
_THE_MOST = lazy(
    rf"\b(?:the\s(?:(?P<least>{LEAST})|(?P<most>{MOST}))(?:\s(?!of\b|since\b|in\b)[a-z]+){{0,3}}"
    r"|more than any other\s[a-z]+)(?=[,.])"
)
# "had the second-highest number of cases, with" 225
_SECOND_MOST = lazy(
    rf"\bthe (?P<nth>{SIGNS['rank']})[ -](?:{MOST}|{LEAST})\b(?P<what>(?:\s[a-z]+){{0,4}}?)"
    rf"(?:,?\s(?:in\s)?{SIGNS['date']})?,?\s(?:with|at|had|saw|was)\s"
    rf"(?P<v>[{SIGNS['count']}{SIGNS['number']}])"
)
_PER = lazy(r"\bper\s$")
# "Next came El Salvador with", "Tennessee followed with"
_NEXT = lazy(
    r"\W*(?:(?:but\s)?(?:next|then|second|after\s(?:it|them))\s(?:came|come|was|were)"
    r"|[a-z][a-z. ]{2,30}\s(?:followed|came next))\b"
)
# "ahead of New York (1,129)", "with Texas (288) and New Jersey (203) next"
_AHEAD = lazy(r"\b(?:ahead of|trailed by)\b|,\swith\s(?=[^.;]*\bnext\b)")
_WHOLE = lazy(
    r"\b(?:total|in all|altogether|overall|combined|together|includ[a-z]+|consist[a-z]+|among"
    r"|of (?:them|those|these|whom|which))\b"
)
# "New York: 37,100"
_LINE = lazy(
    rf"\W*[a-z][^:.;]{{1,40}}:\s(?P<v>[{SIGNS['count']}{SIGNS['number']}{SIGNS['percent']}])\.?$"
)
# "New York, with 36 percent, got more than any other city"
_GOT_MORE = lazy(
    r"\W*(?P<who>[a-z][a-z.' -]{2,30}?)(?:,[^.;]{2,60}?,)?\s"
    r"(?:had|has|got|saw|made|took|received|held|reported|recorded|led|accounted for)\b"
    r"[^.;]{0,30}?\bmore (?:[a-z]+ )?than any other\b"
)
_GAP = lazy(
    r"[^.;:]{0,70}?(?:,|,? and|;|\)|,? followed by)(?: and| then)? ?"
    r"(?:[a-z.' -]{1,30} ?(?:\(|with|had|at|:|-|from|in) ?|another |the other |about |an? )?"
)
_DECLINES = lazy(r"\b(?:up|down|compared|than|later|earlier|the next|the following)\b|\bfrom\s$")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, those that it is ahead of, the words that say so, and which way."""

    figure: Figure
    others: tuple[Figure, ...]
    licence: Span
    way: str
    loose: bool = False  # "second" may be of another time, or to one that is not told


def ranks_told(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """Every rank that a sentence gives to a figure ahead of those listed after or before it."""
    text = skeleton.text
    if "followed" in text or "ahead of" in text or " then " in text:
        yield from _followed(skeleton)
    if not STANDING.isdisjoint(skeleton.words):
        yield from _that_was(reading, index, skeleton)
        yield from _with_most(skeleton)
        yield from _made_most(reading, index, skeleton)
    if "time" in text:
        yield from _all_time(reading, index, skeleton)


def side_of(least: object) -> str:
    """Which way a rank goes."""
    return "least" if least else "most"


def _followed(skeleton: Skeleton) -> Iterator[Told]:
    """``most were from Mexico (103), followed by India (46) and China (35)``."""
    for match in _FOLLOWED.finditer(skeleton.text):
        start = skeleton.text.rfind(";", 0, match.start()) + 1
        before = [
            f
            for f in skeleton.within(start, match.start())
            if can_rank(f) and not _counts_ranked(skeleton, f)
        ]
        if not before or not _LEADING.search(skeleton.text, start, match.start()):
            continue
        others = listed_from(skeleton, match.end(), before[-1].kind)
        if others and not _turns(skeleton, start, match, others):
            way = side_of(FEWEST.search(skeleton.text, start, match.start()))
            yield Told(before[-1], others, skeleton.span(match), way)
            if _is_passed(others, way):
                yield Told(others[0], others[1:], skeleton.span(match), way)


def _counts_ranked(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether a number is of all those that are ranked, and of none of them: "of the nine"."""
    at = skeleton.sign_of(figure)
    if figure.value == 1 and _ONE_OF.match(skeleton.text, at + 1):
        return True
    return _OF_SO_MANY.search(skeleton.text, max(0, at - _BEFORE), at) is not None


def _is_passed(others: tuple[Figure, ...], way: str) -> bool:
    """Whether one further down the list is ahead of the first that follows its leader."""
    first, *rest = (f.value or 0 for f in others)
    return any(v > first if way == "most" else v < first for v in rest)


def _turns(
    skeleton: Skeleton, start: int, match: re.Match[str], others: tuple[Figure, ...]
) -> bool:
    """Whether what follows is told of a later time, or rises after "the sharpest drop"."""
    if _LATER.search(skeleton.text, match.end()):
        return True
    ways = [
        {word for word in (LOSSES, GAINS) if not word.isdisjoint(skeleton.text[a:b].split())}
        for a, b in ((start, match.start()), (match.end(), skeleton.sign_of(others[-1]) + 12))
    ]
    if all(ways) and ways[0] != ways[1]:
        return True
    return others[0].kind == "percent" and SIGNS["date"] in skeleton.text[match.end() :]


def can_rank(figure: Figure) -> bool:
    """Whether a figure can have a rank."""
    return figure.kind in _KINDS and figure.value is not None


def listed_from(skeleton: Skeleton, start: int, kind: str) -> tuple[Figure, ...]:
    """The figures from *start* on that stand side by side."""
    found: list[Figure] = []
    last = start
    kinds = {"count", "number"} if kind in ("count", "number") else {kind}
    if kind == "duration":  # "9.4 months, followed by Ohio (8.2)"
        kinds = {"duration", "number", "count"}
    for figure in skeleton.within(start, len(skeleton.text)):
        at = skeleton.sign_of(figure)
        between = skeleton.text[last:at]
        if figure.kind not in kinds:
            if figure.kind in ("percent", "date", "identifier", "rank"):
                continue
            break
        if len(between) > 70 or _DECLINES.search(between):
            break
        if found and _OF_THEM.match(skeleton.text, at + 1):
            break  # "since 2019, when 41 were charged; 39 of them were convicted"
        if found and not _GAP.fullmatch(re.sub(f"[{chr(0xE000)}-{chr(0xF8FF)}]", "", between)):
            break
        found.append(figure)
        last = at + 1
    return tuple(found)


def _that_was(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """``The town lost 90. That was the smallest count of the six. Agents took 295 in …``."""
    match = _THAT_WAS.match(skeleton.text) if index else None
    n = skeleton.group(match, "n") if match else None
    if match is None or n is None or n.value is None:
        return
    counts = [f for f in reading.by_sentence[index - 1] if f.kind in ("count", "number")]
    near = reading.sentences[index : index + 2]
    others = [row.figures for s in near for row in rows(s) if len(row.figures) == n.value - 1]
    if counts and len(others) == 1 and others[0][0].kind in ("count", "number"):
        yield Told(counts[-1], others[0], skeleton.span(match), side_of(match["least"]))


def _with_most(skeleton: Skeleton) -> Iterator[Told]:
    """``The two with the most were Elko with 19 and Ely with 12``: in that order or in none."""
    for match in _WITH_MOST.finditer(skeleton.text):
        if _FOLLOWED.search(skeleton.text, match.end()):
            continue
        first = next(
            (f for f in skeleton.within(match.end(), len(skeleton.text)) if can_rank(f)), None
        )
        listed = listed_from(skeleton, match.end(), first.kind) if first else ()
        values = [f.value for f in listed if f.value is not None]
        if len(values) > 1 and values == sorted(values, reverse=not match["least"]):
            yield Told(listed[0], listed[1:], skeleton.span(match), side_of(match["least"]))


def _made_most(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """``the most, 74, ahead of Ohio (29)``; ``the most, 74. The police made 29 and …``."""
    match = _MADE_MOST.search(skeleton.text) or _THE_MOST.search(skeleton.text)
    if match is None:
        return
    figure = (
        skeleton.group(match, "v") if "v" in match.groupdict() else _only_before(skeleton, match)
    )
    if figure is None:
        return
    ahead = _AHEAD.search(skeleton.text, match.end(), match.end() + 60)
    if ahead and ";" in skeleton.text[match.end() : ahead.start()]:
        ahead = None  # "the most, 290; per officer Birch led with 5.1, ahead of Alder's 4.4"
    others: tuple[Figure, ...] = ()
    if ahead:
        others = listed_from(skeleton, ahead.end(), figure.kind)
    elif index + 1 < len(reading.sentences):
        behind = skeleton.within(match.end(), len(skeleton.text))
        listed = any(f.kind == figure.kind for f in behind)  # "the most, 94, then Ohio (71)"
        others = _next_in_rank(reading.sentences[index + 1], figure, match, alone=not listed)
        others = others or _second_most(
            reading, index, figure, match.group().replace(",", " ").split()
        )
    if others:
        yield Told(figure, others, skeleton.span(match), side_of(match["least"]))


def _second_most(
    reading: Reading, index: int, figure: Figure, said: list[str]
) -> tuple[Figure, ...]:
    """``The southern district had the second-highest number, with 225``, a sentence or two on."""
    for after in reading.sentences[index + 1 : index + 3]:
        second = _SECOND_MOST.search(after.text) if SIGNS["rank"] in after.text else None
        nth, value = (after.group(second, g) for g in ("nth", "v")) if second else (None, None)
        if second is None or not (nth and value and value.kind == figure.kind and nth.value == 2):
            continue
        nouns = head(reading.sentences[index], figure), head(after, value)
        if set(second["what"].split()) <= {*said, "number", "total"} and alike(*nouns):
            return (value,)
    return ()


def _only_before(skeleton: Skeleton, match: re.Match[str]) -> Figure | None:
    """The one count that "the largest number anywhere" is said of."""
    before = [
        f
        for f in skeleton.within(0, match.start())
        if f.kind in ("count", "number") and not _PER.search(skeleton.text, 0, skeleton.sign_of(f))
    ]
    return before[0] if len(before) == 1 else None


def _next_in_rank(
    after: Skeleton, figure: Figure, match: re.Match[str], *, alone: bool
) -> tuple[Figure, ...]:
    """Those of the next sentence: ``Next came Ohio with 29 and Utah with 20``."""
    if came := _NEXT.match(after.text):
        return listed_from(after, came.end(), figure.kind)
    if figure.kind == "percent" or "v" not in match.groupdict() or _WHOLE.search(after.text):
        return ()
    if not alone or any(f.value == figure.value for f in after.figures):
        return ()  # "the most, 212. In Ely 47 of the 212 were wanted": parts of it
    listed = [row.figures for row in rows(after) if row.kind == "count" and row.start < 60]
    return listed[0] if len(listed) == 1 else ()


def _all_time(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """``between 18,600 and 24,000 members … the all-time high of 24,000``."""
    match = _ALL_TIME.search(skeleton.text)
    figure = skeleton.group(match, "v") if match else None
    if match is None or figure is None or figure.unit is None:
        return
    others = [
        f
        for at in range(max(0, index - 2), index + 1)
        for f in reading.by_sentence[at]
        if f.kind == "count" and f.unit == figure.unit and f.end < figure.start
    ]
    if others:
        way = "least" if match["way"] == "low" else "most"
        yield Told(figure, tuple(others), skeleton.span(match), way)


def leads_lines(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """``New York: 37 / Chicago: 30 / …`` and then "New York got more than any other city"."""
    match = _GOT_MORE.match(skeleton.text) if "any other" in skeleton.text else None
    if match is None:
        return
    named: dict[bool, list[Figure]] = {True: [], False: []}
    for at in range(index - 1, -1, -1):
        line = _LINE.match(reading.sentences[at].text)
        figure = reading.sentences[at].group(line, "v") if line else None
        if figure is None:
            break
        label = reading.text[reading.sentences[at].start : figure.start]
        named[match["who"] in label].append(figure)
    if len(named[True]) == 1 and len(named[False]) > 1:
        yield Told(named[True][0], tuple(named[False][::-1]), skeleton.span(match), "most")
