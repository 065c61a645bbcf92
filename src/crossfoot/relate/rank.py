"""Ranks: the most, the second fewest, a record broken, among the figures that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.changes.cues import Cue, comparable
from crossfoot.relate.changes.statements import statements
from crossfoot.relate.changes.tagging import tagged
from crossfoot.relate.changes.times import Moment, times
from crossfoot.relate.ranks.behind import CUES as BEHIND
from crossfoot.relate.ranks.behind import behind
from crossfoot.relate.ranks.compared import CUES as COMPARING
from crossfoot.relate.ranks.compared import compared
from crossfoot.relate.ranks.in_row import in_row
from crossfoot.relate.ranks.leaders import BACK, EXTREMES, LED, THE_MOST, counts, leaders
from crossfoot.relate.ranks.peaks import peaks
from crossfoot.relate.ranks.second import second
from crossfoot.relate.ranks.told import LEAST, MOST, TELLING, leads_lines, ranks_told
from crossfoot.relate.wording.phrases import relation

_V = CLASSES["amount"]
_NO = rf"[^;.{SIGNS['count']}{SIGNS['number']}{SIGNS['money']}{SIGNS['measure']}]"
_BEATS = (
    r"topp(?:ed|ing)|surpass(?:es|ed|ing)|eclips(?:es|ed|ing)|exceed(?:s|ed|ing)"
    r"|improv(?:es|ed|ing) (?:up)?on|outpac(?:ed|ing)"
)
_BEATING = frozenset(
    "topped topping surpasses surpassed surpassing eclipses eclipsed eclipsing exceeds exceeded"
    " exceeding improves improved improving outpaced outpacing".split()
)
_BREAKING = _BEATING | frozenset("beat beats beating broke breaking shattered shattering".split())
_PREVIOUS = frozenset("previous prior former old earlier standing last".split())
# before a "previous record", which may be one of convictions
_BROKEN = lazy(
    rf"\b(?:{_BEATS}|beat(?:s|ing)?|broke|breaks|breaking|best(?:ed|ing)|shatter(?:ed|ing)|than"
    r"|above|below|over|tops)(?: [a-z]+){0,3} $"
)
_TELLING = frozenset(
    "previous prior former old earlier standing last record led topped headed any other behind"
    " following improving improved improves beat beats beating broke breaking followed best"
    " leading".split()
)
_CUES = EXTREMES | _TELLING | COMPARING | BEHIND | frozenset(("ahead", "topping", "tops"))
# "beating the previous low of" 71; "the previous record, set in 2003, of" 90
_RECORD = lazy(
    r"\b(?:previous|prior|former|old|earlier|standing|last)(?: all-time)?(?: single-year)? ?"
    r"(?:record|annual|yearly)?[ -]?(?P<way>low(?:est)?|high(?:est)?|record|best|mark|peak|minimum"
    r"|maximum|most|fewest|largest)s?"
    rf"(?P<gap>{_NO}{{0,60}}?)(?P<old>{_V})"
)
# "a record" 900 "in May, up from the previous record of" 850
_NEW_RECORD = lazy(
    r"\ba(?:n all-time| new)? record(?: (?P<low>low)| high)?(?: of)? (?:about |nearly )?"
    rf"(?P<new>{_V})(?:[^.;:()\ue000-\uf8ff]|[{SIGNS['date']}]){{0,50}}?,? (?:(?:up|down) from"
    r"|(?:topp|surpass|beat|break|exceed|eclips|shatter)ing) (?:the|its) "
    r"(?:previous|prior|former|old|earlier|last)(?: [a-z-]+)? (?:record|high|low|mark|peak)"
    rf"(?: of)? (?P<old>{_V})"
)
_MOVED_FROM = lazy(r"\b(?:(?P<up>up)|down) from (?:the|its) $")
_BELOW = lazy(r"\b(?:below|under|beneath|short of|shy of|off) (?:the|its|their) $")
# "beating the record of" 28 feet
_THE_RECORD = lazy(
    rf"\b(?:{_BEATS}|beat|beats|beating|broke|breaking|shatter(?:ed|ing)) (?:the |its )?"
    rf"(?:[a-z-]+ )?(?P<way>record(?: high| low)?|mark) of (?P<old>{_V})"
)
# "improving on the" 152 "appeals counted in"
_BEATEN = lazy(rf"\b(?:{_BEATS}) (?:the|its) (?:[a-z-]+ ){{0,2}}(?P<old>{_V})")
# the "second fewest, behind 2009, when" 59; "third warmest July, behind 2005 (" 62.0
_NTH = lazy(
    rf"(?P<nth>{SIGNS['rank']})[ -](?:(?P<least>{LEAST})|(?P<most>{MOST}))\b{_NO}{{0,80}}?,? "
    rf"(?:following|(?:only )?behind|after|trailing) (?P<rest>[^;.]*{_V})"
)
# "2009, when there were", "2005 (": the count of the one ahead, not how many are ahead
_GIVEN = lazy(r"(?:\(|\b(?:with|at|when|of|had|were|saw|and)\s(?:[a-z]+\s){0,3}?|,\s)$")
# 52 "thefts in May, the fewest of the three months"
_OF_N = lazy(
    rf"(?P<figure>{_V}){_NO}{{0,40}}, (?:which|that) (?:was|is|were|are) the "
    rf"(?:(?P<least>{LEAST})|(?P<most>{MOST}))\b{_NO}{{0,20}}? of (?:the |all )?"
    rf"(?P<n>[{SIGNS['count']}{SIGNS['duration']}])"
)
# "and the fewest in" three years
_IN_YEARS = lazy(
    rf"\bthe (?:(?P<least>{LEAST})|(?P<most>{MOST}))(?: [a-z]+){{0,3}}? (?:in|of|for|over)"
    rf" (?:the |the last |the past )?(?P<n>{SIGNS['duration']})"
)
_OLD_RECORD = lazy(r"\W*the (?:previous|prior|former|old|earlier|last) ")
# "The settlement is the largest"
_THE_NOUN = lazy(
    r"\W*(?:the|this|that) (?P<noun>[a-z]{4,}) (?:is|was|were|are) (?:also )?(?:the|a)\b"
)
_TAKES_UP = lazy(r"\W*(?:this|that|it|the (?:number|figure|total|tally|count))\b")
_LEADING = ("any other", "ahead of", "followed", *THE_MOST)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every rank that the wording asserts among figures of the text."""
    yield from peaks(reading)
    last_list = -BACK - 1
    for index, skeleton in enumerate(reading.sentences):
        if len(skeleton.figures) > 2:
            last_list = index
        near_list = index - last_list <= BACK
        if not (skeleton.figures or near_list or "any other" in skeleton.text):
            continue
        if not skeleton.figures and not any(map(skeleton.text.__contains__, _LEADING)):
            continue  # it can only say who leads the list
        words = skeleton.words
        placed = SIGNS["rank"] in skeleton.text
        if not placed and words.isdisjoint(_CUES):
            continue
        extreme = not words.isdisjoint(EXTREMES)
        if placed or not words.isdisjoint(COMPARING):
            yield from compared(reading, skeleton)
        if placed or not words.isdisjoint(TELLING):
            yield from _told(reading, index, skeleton)
        if skeleton.figures:
            yield from _records(reading, index, skeleton)
            if placed and extreme:
                yield from _nth(reading, index, skeleton)
            if extreme:
                yield from _of_all(reading, index, skeleton)
            if extreme and SIGNS["duration"] in skeleton.text:
                yield from _of_years(reading, index, skeleton)
        if near_list and (extreme or not words.isdisjoint(LED)):
            yield from leaders(reading, index, skeleton)


def _told(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Ranks whose figures stand in a row or in lines."""
    for source in (ranks_told, second, behind, leads_lines, in_row):
        for told in source(reading, index, skeleton):
            way = {"way": told.way, "loose": "yes"} if told.loose else {"way": told.way}
            yield relation(
                "rank", reading, [told.licence], way, figure=told.figure, others=told.others
            )


def _records(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A record broken: the new figure and the old one."""
    words = skeleton.words
    if "record" in words and not words.isdisjoint(_PREVIOUS):
        for told in _NEW_RECORD.finditer(skeleton.text):
            one, other = skeleton.group(told, "new"), skeleton.group(told, "old")
            if one and other and _alike(one, other):
                way = "least" if told["low"] else "most"
                yield _rank(reading, [skeleton.span(told)], [one], [other], way)
                return
    broken = None if words.isdisjoint(_BREAKING) else _THE_RECORD.search(skeleton.text)
    match = broken or (None if words.isdisjoint(_PREVIOUS) else _RECORD.search(skeleton.text))
    match = match or (None if words.isdisjoint(_BEATING) else _BEATEN.search(skeleton.text))
    if match is None:
        return
    old = skeleton.group(match, "old")
    word = match.groupdict().get("way") or ""
    bare = word in ("record", "best", "mark") and not broken
    if bare and not _BROKEN.search(skeleton.text[: match.start()]):
        return
    way = _way(word, skeleton) or ("most" if broken else "")
    if _BELOW.search(skeleton.text, 0, match.start()):
        return  # "86 million, the fewest since 1951 and 8% below the last peak, 94 million"
    moved = _MOVED_FROM.search(skeleton.text, 0, match.start())
    if moved and (moved["up"] is None) == (way == "most"):
        return  # "a minimum wage of $12, up from the previous minimum of $10"
    bases = [f for s in statements(skeleton) for f in (s.base,) if f]
    if old is None or not way or any(c.figure is old for c in bases):
        return
    new = _subject(reading, index, skeleton, match.start())
    if new is None and index:
        new = _record_before(reading.sentences[index - 1], skeleton, match, old, way)
    if new and new.figure is not old and _alike(new.figure, old):
        yield _rank(reading, [skeleton.span(match)], [new.figure], [old], way)


def _record_before(
    before: Skeleton, skeleton: Skeleton, match: re.Match[str], old: Figure, way: str
) -> Cue | None:
    """The new record that the sentence before gives, where it beats the one told here.

    "It recorded 125 in 2014. The previous highest total was 91"; "a $17 billion settlement. The
    settlement is the largest, surpassing the $13 billion of last year".
    """
    opens = _OLD_RECORD.match(skeleton.text) is not None
    named = _THE_NOUN.match(skeleton.text)
    if not opens and not (named and named["noun"] in before.words):
        return None
    told = [c for c in tagged(before) if c.tag != "change" and counts(c.figure)]
    new = told[0] if len(told) == 1 else None
    if new is None or new.figure.value is None or old.value is None:
        return None
    beats = new.figure.value < old.value if way == "least" else new.figure.value > old.value
    return new if beats or not opens else None


def _way(word: str, skeleton: Skeleton) -> str:
    """Whether the record is one of smallness or of size, by its own word or its sentence's."""
    if word in ("low", "record low", "lowest", "fewest", "minimum"):
        return "least"
    if word in ("high", "record high", "highest", "most", "largest", "peak", "maximum"):
        return "most"
    least = re.search(rf"\b(?:{LEAST})\b", skeleton.text)
    most = re.search(rf"\b(?:{MOST})\b", skeleton.text)
    if bool(least) == bool(most):
        return ""
    return "least" if least else "most"


def _subject(reading: Reading, index: int, skeleton: Skeleton, before: int) -> Cue | None:
    """The figure spoken of: the result of a change, or the first amount, here or before."""
    here = _main(skeleton, before)
    if here or index == 0 or not _TAKES_UP.match(skeleton.text):
        return here
    return _main(reading.sentences[index - 1], None)


def _main(skeleton: Skeleton, before: int | None) -> Cue | None:
    limit = len(skeleton.text) if before is None else before
    told = [s.result for s in statements(skeleton) if s.result and s.result.at < limit]
    if told:
        return told[-1] if before is not None else told[0]
    plain_ones = [
        c for c in tagged(skeleton) if c.at < limit and c.tag == "plain" and counts(c.figure)
    ]
    return plain_ones[0] if plain_ones else None


def _alike(one: Figure, other: Figure) -> bool:
    if (one.kind == "money") != (other.kind == "money"):
        return False
    return comparable(Cue(one, 0, "", ""), Cue(other, 0, "", ""))


def _rank(
    reading: Reading,
    licence: Sequence[Span],
    figures: Sequence[Figure],
    others: Sequence[Figure],
    way: str,
) -> Relation:
    return relation("rank", reading, licence, {"way": way}, figure=figures, others=others)


def _nth(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A second or third place, and those that are ahead of it."""
    for match in _NTH.finditer(skeleton.text):
        nth = skeleton.group(match, "nth")
        ahead = [
            f
            for f in skeleton.within(*match.span("rest"))
            if counts(f) and _GIVEN.search(skeleton.text, 0, skeleton.sign_of(f))
        ]
        new = _subject(reading, index, skeleton, match.start())
        if new is None and index:
            new = _main(reading.sentences[index - 1], None)
        if nth is None or nth.value is None or new is None or not ahead:
            continue
        if len(ahead) > nth.value - 1 or not all(_alike(new.figure, f) for f in ahead):
            continue
        way = "behind least" if match["least"] else "behind most"
        yield _rank(reading, [skeleton.span(match)], [new.figure, nth], ahead, way)


def _of_years(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The fewest in three years, where the text gives all three, each with its year."""
    for match in _IN_YEARS.finditer(skeleton.text):
        n, main = skeleton.group(match, "n"), _main(skeleton, match.start())
        if n is None or n.value is None or main is None or not 2 < n.value < 8:
            continue
        near = reading.sentences[max(0, index - 1) : index + 2]
        dated: dict[Moment, Figure] = {}
        for sentence in near:
            cues = [c for c in tagged(sentence) if c.tag != "change" and counts(c.figure)]
            places = [(c.at, c.at - len(c.before) - 1) for c in cues]
            for cue, when in zip(cues, times(sentence, places), strict=True):
                if when and when.scale == "day" and _alike(main.figure, cue.figure):
                    dated.setdefault(when, cue.figure)
        others = [f for f in dated.values() if f.value != main.figure.value]
        if len(dated) == n.value and len(others) == n.value - 1:
            way = "least" if match["least"] else "most"
            yield _rank(reading, [skeleton.span(match)], [main.figure], others, way)


def _of_all(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The lowest of the three years, where the text gives all three."""
    for match in _OF_N.finditer(skeleton.text):
        figure, n = skeleton.group(match, "figure"), skeleton.group(match, "n")
        if figure is None or n is None or n.value is None:
            continue
        others = {
            c.figure.value: c.figure
            for at in range(max(0, index - 1), min(len(reading.sentences), index + 2))
            for c in tagged(reading.sentences[at])
            if counts(c.figure) and c.tag != "change" and c.figure.value != figure.value
            and _alike(figure, c.figure) and c.figure is not n
        }  # fmt: skip
        if len(others) == n.value - 1:
            way = "least" if match["least"] else "most"
            yield _rank(reading, [skeleton.span(match)], [figure], list(others.values()), way)
