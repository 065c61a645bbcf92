"""Second places: ``Texas held 13, more than any other. Ohio was second with 7 and Utah third``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Span
from crossfoot.relate.ranks.told import FEWEST, LEAST, MOST, Told, can_rank, listed_from, side_of
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import head

# "Louisiana was second with" 7,527
_SECOND = lazy(
    rf"\b(?:was|is|came|ranked|were|placed|a distant)\s(?:[a-z]+\s)?{SIGNS['rank']},?\s"
    rf"(?:(?:[a-z]+|{SIGNS['date']})\s){{0,3}}?(?:with|at)\s(?:about\s|nearly\s|some\s)?$"
)
# "; June was second with"
_IS = lazy(
    rf";\s(?:and\s|with\s)?(?:(?!in\b|for\b|of\b)[a-z.'-]+\s){{0,4}}?(?:{SIGNS['date']}\s)?"
    r"(?:was|is|came|ranked|placed)\s[^.;,]{0,40}"
)
# "Ohio trailed with", "had the fourth-largest number with"
_PLACED = lazy(
    rf"(?:\btrailed|{SIGNS['rank']}(?:[ -](?:{MOST}|{LEAST}))?)(?:\s[a-z]+){{0,4}}?\s(?:with|at)\s$"
)
_ANY_OTHER = lazy(
    rf"\bmore (?:[a-z]+ )?than any other\b|\b(?:the|its) (?:{MOST}|{LEAST})\b"
    r"|\b(?:leads?|led) the\b"
    r"|\b(?:topp?(?:s|ed)|headed) the (?:list|nation|country|state|rankings?)\b"
    r"|\b(?:ranked|came) first\b"
)
# "This was followed closely by"
_THIS_FOLLOWED = lazy(
    r"\W*(?:this|that|it|they|these)\s(?:was|were|is|are)\sfollowed (?:closely |distantly )?by\b"
)
# "7,536 of the 38,347": the whole; not "the largest backlog of 123,000"
_OF_ALL = lazy(
    r"(?:[\ue000-\uf8ff](?: [a-z]+)?|\b(?:out|most|many|some|all|half|share|part"
    r"|portion|bulk|majority|number)) of (?:the |all |its )?$"
)
_APART = lazy(r"\bper\b|\beach\b")  # "the most arrests per officer"
_BEFORE = 2  # sentences from the first place to the second


def second(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """Those who come behind one that is told before them."""
    if index and "followed" in skeleton.text:
        yield from _followed_on(reading, index, skeleton)
    if SIGNS["rank"] in skeleton.text:
        yield from _second(reading, index, skeleton)


def _second(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """``Texas held 13, more than any other. Ohio was second with 7 and Utah third with 3``."""
    for figure in skeleton.figures:
        at = skeleton.sign_of(figure)
        if can_rank(figure) and _SECOND.search(skeleton.text, max(0, at - 60), at):
            others = listed_from(skeleton, at, figure.kind) or (figure,)
            licence = Span(skeleton.offset(max(0, at - 12)), figure.start)
            if first := _first_of_it(skeleton, figure):
                told = [Told(first, others, licence, side_of(FEWEST.search(skeleton.text, 0, at)))]
            else:
                told = list(_behind_first(reading, index, others, licence))
            yield from told
            if told and _places_next(skeleton, others):
                yield Told(figure, others[1:], licence, told[0].way, told[0].loose)
            return


def _places_next(skeleton: Skeleton, others: tuple[Figure, ...]) -> bool:
    """Whether the next one is placed too: "second with" 310 "and Utah third with" 205."""
    first, last = (skeleton.sign_of(f) for f in (others[0], others[-1]))
    return len(others) == 2 and SIGNS["rank"] in skeleton.text[first:last]


def _first_of_it(skeleton: Skeleton, second: Figure) -> Figure | None:
    """The one ahead, told in the clause before: "its busiest month with" 312; June was second."""
    end = skeleton.text.rfind(";", 0, skeleton.sign_of(second))
    if end < 0 or not _IS.fullmatch(skeleton.text, end, skeleton.sign_of(second)):
        return None
    if any(f.kind == "date" for f in skeleton.within(skeleton.sign_of(second), len(skeleton.text))):
        return None  # "; June was second with 340 in 2018"
    before = [f for f in skeleton.within(0, end) if f.kind == second.kind]
    return before[0] if len(before) == 1 and _ANY_OTHER.search(skeleton.text, 0, end) else None


def _followed_on(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """``The most came from Honduras (88). This was followed closely by Peru (85)``."""
    match = _THIS_FOLLOWED.match(skeleton.text)
    others = listed_from(skeleton, match.end(), "count") if match else ()
    if match and others:
        yield from _behind_first(reading, index, others, skeleton.span(match))


def _behind_first(
    reading: Reading, index: int, others: tuple[Figure, ...], licence: Span
) -> Iterator[Told]:
    """Those behind the one that the sentences before *index* tell of, as first or only alone."""
    days = {f.text.lower() for f in reading.by_sentence[index] if f.kind == "date"}
    for at in range(index - 1, max(-1, index - _BEFORE - 1), -1):
        before = reading.sentences[at]
        ahead = {
            f.value: f
            for f in before.figures
            if f.kind == others[0].kind and not _OF_ALL.search(before.text, 0, before.sign_of(f))
        }
        first = _ANY_OTHER.search(before.text)
        if ahead or first:
            if len(ahead) == 1:
                told = {f.text.lower() for f in before.figures if f.kind == "date"}
                apart = _APART.search(before.text) is not None or not days <= told
                figure = next(iter(ahead.values()))
                nouns = head(before, figure), head(reading.sentences[index], others[0])
                if not alike(*nouns):
                    return
                others += _further_back(reading, index + 1, figure)
                way = side_of(first and FEWEST.search(first.group()))
                yield Told(figure, others, licence, way, loose=first is None or apart)
            return


def _further_back(reading: Reading, index: int, figure: Figure) -> tuple[Figure, ...]:
    """Those whom the next sentence places: ``Ohio trailed with 56, and Iowa was fourth with 6``."""
    if index >= len(reading.sentences):
        return ()
    skeleton = reading.sentences[index]
    return tuple(
        f
        for f in skeleton.figures
        if f.kind == figure.kind and can_rank(f) and _is_placed(skeleton, skeleton.sign_of(f))
    )


def _is_placed(skeleton: Skeleton, at: int) -> bool:
    """Whether a number is told of one in a place behind the second."""
    start = max(0, at - 60)
    nth = [f.value for f in skeleton.within(start, at) if f.kind == "rank"]
    return _PLACED.search(skeleton.text, start, at) is not None and nth[-1:] != [2]
