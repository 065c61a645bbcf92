"""Limits in words: ``a majority``, ``which is over the official 980``, ``remained below 200``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.bounds.most_again import most_again
from crossfoot.relate.bounds.passed import passed
from crossfoot.relate.bounds.told import in_percent, of_a_row, surpassed, than_before
from crossfoot.relate.bounds.told_next import CUES as PASSING
from crossfoot.relate.bounds.told_next import told_next
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import family

_SIDE = (
    r"(?:significantly |well |far |slightly |just |much |still |considerably |substantially )?"
    r"(?:(?P<above>(?:more|greater|higher|larger) than|above|over|exceed(?:s|ed|ing)"
    r"|surpass(?:es|ed|ing))|(?P<below>(?:less|fewer|lower|smaller) than|below|under|short of))"
)
_UP_TO_LIMIT = r"[^.;,()\ue000-\uf8ff]{{0,50}}?(?P<limit>{amount})"
_NP = r"[^.;:()\ue000-\uf8ff]{{0,60}}?"
# "1,240 arrests, which is well over the count of 980"
_WHICH = pattern(
    r"(?P<figure>{amount})" + _NP + r",?\s(?:which|that)\s(?:is|was|were|are)\s{side}"
    r"\s(?:the|its|an?|their)\s" + _UP_TO_LIMIT,
    side=_SIDE,
)
# "That's more than the 980 permits the city had planned"
_THATS = pattern(r"\W*(?:that|this|it)(?:'s| is| was)\s{side}\sthe\s" + _UP_TO_LIMIT, side=_SIDE)
_LIMITS = "limit|cap|ceiling|capacity|quota|goal|target|threshold|maximum|minimum|budget"
# "an average of 1,442 a day, within the limit of 1,450"; "412 people, above its capacity of 380"
_NAMED_LIMIT = pattern(
    r",?\s(?:well\s|just\s|far\s|slightly\s)?"
    r"(?:(?P<above>above|over|exceeding)|(?P<below>below|under|short of)|(?P<within>within))\s"
    r"(?:the|its|their|an?)\s(?:[a-z-]+\s){{0,3}}?"
    r"(?:{limits}) of\s(?:about\s|roughly\s)?(?P<limit>{amount}|{rate})",
    limits=_LIMITS,
)
# "held 150 people," 30; "or" 25 percent "more": by how much, not how many
_MARGIN = pattern(
    r"{any}[^\ue000-\uf8ff]*(?:, |,? or |- )(?:{n}|{percent})(?: [a-z]+)?$|{percent}$"
)
# "a majority of the 1,240 people, 645," / "645 of the 1,240, a majority,"
_MAJORITY = pattern(
    r"\b(?P<limit>majority|bulk|most) of (?:the|those|all)\s(?P<whole>{n})"
    + _NP
    + r"(?:,|\s-|\s\()\s?(?P<figure>{n})\s?[,)-]"
    r"|(?P<figure2>{n})\s(?:out )?of (?:the |those |all )?(?P<whole2>{n})"
    + _NP
    + r",\s(?:a|the)\s(?:[a-z]+ )?(?P<limit2>majority)\b"
    r"|(?:\b(?P<limit3>bulk|most) of (?:the|those|them|its)\b|^\W*(?P<limit4>most)\s(?:[a-z-]+\s)?"
    r"(?:[a-z]+s|people|(?:wo)?men|children)\b)[^.;:()\ue000-\uf8ff]{{0,50}}?"
    r"(?:\(|,\s|-\s)(?P<figure3>{n}) (?:out )?of (?:the |those |all )?(?P<whole3>{n})"
    r"(?:\)|,|\s-)"
    # "most of the students passed: 188 of 194"
    r"|\b(?P<limit6>most|majority) of (?:the|those|them)\b[^.;:()\ue000-\uf8ff]{{3,50}}:\s"
    r"(?P<figure5>{n}) (?:out )?of (?:the |all )?(?P<whole5>{n})(?=[.,;]|$)"
    # "of the 85 people on board, most, 61, were"
    r"|\bof (?:the |those |all )?(?P<whole4>{n})(?:\s[a-z'-]+){{1,5}}?,\s(?:the |a )?"
    r"(?:vast |large |great )?(?P<limit5>majority|most)(?: of them)?"
    r"(?:,\s|\s\(|\s-\s)(?P<figure4>{n})(?:,|\)|\s-)"
)
# "more than 100 people (112)", "fewer than 50 of them (46)"
_COUNTED = pattern(
    r"\b(?:(?P<above>more than|over|at least)|(?P<below>fewer than|less than|under|up to|at most))"
    r"\s(?P<limit>{n})(?:\s[a-z-]+){{0,4}}?\s(?:\((?P<figure>{n})\)|-\s(?P<figure2>{n})\s-)"
)
_SET_OFF = tuple(before + SIGNS[n] for before in ("(", "- ") for n in ("count", "number"))
# "the majority (96 percent) of the decline"; "most of them, 63 percent, had jobs"
_MOST_PERCENT = pattern(
    r"(?:\b(?P<limit>majority|bulk|most of (?:the|those|them|its))\b|^\W*(?P<limit2>most)"
    r"(?= (?:[a-z-]+ )?(?:[a-z]+s|people|(?:wo)?men|children)\b))"
    r"(?:(?: of)?(?: (?:[a-z'-]+|{age}|{n})){{0,6}})?(?: \(|, (?:or )?| - )"
    r"(?:about |some |roughly |nearly |almost |more than )?"
    r"(?P<figure>{percent})(?=\)(?!,| or\b| and\b)|,| -)"
)
# "The 2.8% increase was larger than the average rate of 1.9%"
_LARGER = pattern(
    r"(?P<figure>{amount}|{percent})(?:[ -][a-z'-]+){{1,10}}?\s(?:is|was|were|are)\s{side}"
    r"\s(?:the|its|an?|their|last)\s" + _UP_TO_LIMIT.replace("{amount}", "{amount}|{percent}"),
    side=_SIDE,
)
# "19,900 cases a month, only slightly fewer than the average of 21,300"
_BEHIND = pattern(
    r"(?P<figure>{amount}|{rate})(?:\s[a-z'-]+){{0,6}}?,\s(?:only |still |though )?{side}"
    r"\sthe\s(?:average|total|record|level|number|figure|count|peak|high|low|norm) of\s"
    r"(?P<limit>{amount}|{rate})",
    side=_SIDE,
)
_OVER = ("over", "under")
_LEVEL = lazy(
    r"\b(?:average|total|record|level|number|figure|count|peak|high|low|norm|limit|capacity"
    r"|threshold|cap|mark|rate|mean|median|goal|target|quota)\b"
)
_BE = (" is ", " was ", " were ", " are ")
_OF_LIMIT = tuple(f" of {sign}" for sign in SIGNS.values())
# "Most of those arrested - 140 - were", "The majority - 691 - were", "the majority of the arrests
# occurred in Reno, where 107 were arrested"
_MOST = pattern(
    r"(?:\b(?P<limit>most)(?: of (?:those|them|the)\b|(?=(?:\s\(|,\s|\s-\s){n}))"
    r"|\bthe (?:vast |great |large )?(?P<limit2>majority)\b"
    r"|(?P<half>{fraction})(?: of (?:those|them|the|all)\b)?)"
    r"(?P<what>[^.;:()\ue000-\uf8ff]{{0,60}}?)"
    r"(?:\s-{{1,2}}\s?(?P<figure>{n})\s?-|\s\((?P<figure2>{n})\)"
    r"|(?<=of them),\s(?P<figure4>{n}),"
    r"|,\swhere\s(?P<figure3>{n})\s(?:[a-z]+\s){{0,2}}?(?:was|were|took|occurred))"
)
# those arrested are the people of whom arrests are told
_TAKEN = lazy(r"\b(?:arrest(?:ed|s|ees)|detain(?:ed|ees)|charged|deported|removed|them)\b")
BACK = 3  # sentences back in which the whole of a majority stands
_MAJORITIES = ("majority", "more than half", "over half")
# a headline: "Fires remained below 200"
_HEADLINE = pattern(
    r"\b(?P<noun>[a-z]+s)\s(?:[a-z]+ )?"
    r"(?P<tie>(?:remain|stay|drop|dropp|dip|dipp)(?:ed|s)?|fell|falls?)\s"
    r"(?:to )?(?:below|under)\s(?P<limit>{n})"
)
_PART = SIGNS["fraction"]
LEDE = 12  # sentences below a headline that it sums up


def relate(reading: Reading) -> Iterator[Relation]:
    """Every limit that the wording asserts of a figure."""
    rules = [(rule, told) for rule, words in _RULES if (told := words & reading.words)]
    most = any(words in reading.text for words in _SAYING_MOST)
    for index, skeleton in reading.quantified:
        words = skeleton.words
        if most and skeleton.amounts > 1 and "of " in skeleton.text:
            yield from most_again(reading, index, skeleton)
        for rule, told in rules:
            if not told.isdisjoint(words):
                yield from rule(reading, index, skeleton)
        if skeleton.amounts and (_PART in skeleton.text or "majority" in words):
            yield from _most(reading, index, skeleton)


def _held_against(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Which, or what the sentence takes up, lies above or below a number."""
    if not _TAKES_UP.isdisjoint(skeleton.words):
        which = skeleton.amounts > 1 and not _RELATIVE.isdisjoint(skeleton.words)
        for match in _WHICH.finditer(skeleton.text) if which else ():
            yield from _compared(reading, skeleton, match, skeleton.group(match, "figure"))
        if thats := _THATS.match(skeleton.text):
            yield from _compared(reading, skeleton, thats, _last(reading, index - 1))


def _within_limit(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A figure said to keep to the limit that a noun names, or not to."""
    if len(skeleton.figures) > 1 and " of " in skeleton.text:
        for match in _NAMED_LIMIT.finditer(skeleton.text):
            yield from _limited(reading, skeleton, match)


def _compared(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], figure: Figure | None
) -> Iterator[Relation]:
    """A figure said to lie above or below another."""
    limit = skeleton.group(match, "limit")
    if figure is None or limit is None or family(figure) != family(limit) or not family(limit):
        return
    side = "above" if match["above"] else "below"
    yield relation(
        "bound", reading, [skeleton.span(match, side)], {"side": side}, figure=figure, limit=limit
    )


def _limited(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    """The nearest figure of the limit's kind, and the limit that a noun names."""
    limit = skeleton.group(match, "limit")
    if limit is None:
        return
    kinds = ("count", "number", "rate") if limit.kind in ("count", "number") else (limit.kind,)
    before = [f for f in skeleton.within(0, match.start()) if f.kind in kinds and f.value]
    if before and before[-1].unit != "years" and not _is_margin(skeleton, match):
        side = next(side for side in ("above", "below", "within") if match[side])
        size, most = before[-1].value or 0, limit.value or 0
        if side == "above" and size <= most and not match.group().startswith(","):
            return  # "10 above a limit of 150": so many more than it
        tie = skeleton.span(match, side)
        yield relation("bound", reading, [tie], {"side": side}, figure=before[-1], limit=limit)


def _is_margin(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether what stands before "over its capacity" tells by how much: "150, 30 over"."""
    return _MARGIN.search(skeleton.text, 0, match.start()) is not None


def _last(reading: Reading, index: int) -> Figure | None:
    """The only amount of the sentence before."""
    found = [f for f in reading.by_sentence[index] if family(f)] if index >= 0 else []
    return found[0] if len(found) == 1 else None


def _majority(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    for match in _MAJORITY.finditer(skeleton.text):
        mark = next(mark for mark in ("", "2", "3", "4", "5") if match["figure" + mark])
        figure, whole = (skeleton.group(match, g + mark) for g in ("figure", "whole"))
        if figure and whole:
            names = (f"limit{n}" for n in ("", "2", "3", "4", "5", "6"))
            limit = skeleton.span(match, next(name for name in names if match[name]))
            yield relation(
                "bound", reading, [limit], {"side": "half"}, figure=figure, limit=limit, whole=whole
            )


def _most_percent(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A percentage that words call the most of something."""
    for match in _MOST_PERCENT.finditer(skeleton.text):
        limit = skeleton.span(match, "limit" if match["limit"] else "limit2")
        figure = skeleton.group(match, "figure")
        yield relation("bound", reading, [limit], {"side": "half"}, figure=figure, limit=limit)


def _counted(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A number told roughly, and the exact one in brackets or between dashes behind it."""
    set_off = skeleton.amounts > 1 and any(map(skeleton.text.__contains__, _SET_OFF))
    for match in _COUNTED.finditer(skeleton.text) if set_off else ():
        limit = skeleton.group(match, "limit")
        figure = skeleton.group(match, "figure" if match["figure"] else "figure2")
        if limit and figure and figure.value and limit.value and figure.value > 0:
            side = "above" if match["above"] else "below"
            tie = skeleton.span(match, side)
            yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)


def _larger_than(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A figure said to be larger or smaller than another that a noun names."""
    paired = len(skeleton.figures) > 1
    for test, cues in (_LARGER, _BE), (_BEHIND, _OF_LIMIT):
        told = paired and any(map(skeleton.text.__contains__, cues))
        for match in test.finditer(skeleton.text) if told else ():
            figure, limit = skeleton.group(match, "figure"), skeleton.group(match, "limit")
            if figure and limit and _of_one_kind(figure, limit):
                side = "above" if match["above"] else "below"
                if match[side] in _OVER and not _LEVEL.search(match[0]):
                    continue  # "two of them were over the deaths of five inmates"
                tie = skeleton.span(match, side)
                yield relation("bound", reading, [tie], {"side": side}, figure=figure, limit=limit)


def _of_one_kind(one: Figure, other: Figure) -> bool:
    counts = {"count", "number", "rate"}
    alike = one.kind == other.kind or {one.kind, other.kind} <= counts
    return alike and (one.kind != "money" or one.unit == other.unit)


def _most(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A majority of a whole stated shortly before: the only larger number of the sentence."""
    for match in _MOST.finditer(skeleton.text):
        half = skeleton.group(match, "half")
        if half and not (match["figure3"] and half.text.lower().endswith(_MAJORITIES)):
            continue  # "more than half of them (58)" is a share
        figure = next(f for g in ("", "2", "3", "4") if (f := skeleton.group(match, f"figure{g}")))
        whole = _larger(reading, index, figure)
        if whole:
            limit = half or skeleton.span(match, "limit" if match["limit"] else "limit2")
            # "Of the men, the majority - 107 -" is of others than all
            sure = match.start() <= len("the ") and _counts(whole, match["what"])
            side = {"side": "half"} if sure else {"side": "half", "loose": "yes"}
            yield relation(
                "bound", reading, [skeleton.span(match)], side,
                figure=figure, limit=limit, whole=whole,
            )  # fmt: skip


def _counts(whole: Figure, said: str) -> bool:
    """Whether a number counts what *said* speaks of: the arrests, those arrested, of the people."""
    units = {singular(word) for word in (whole.unit or "").lower().split()}
    named = {singular(word) for word in said.split()}
    persons = not units.isdisjoint(PERSONS) and _TAKEN.search(said)
    return bool(units & named or persons or not named - {"the"})


def _larger(reading: Reading, index: int, figure: Figure) -> Figure | None:
    """The only number above *figure* in the nearest sentence before that has one."""
    for at in range(index - 1, max(-1, index - BACK - 1), -1):
        larger = [
            f
            for f in reading.by_sentence[at]
            if figure.value and f.value and family(f) == family(figure) and f.value > figure.value
        ]
        if larger:
            return larger[0] if len({f.value for f in larger}) == 1 else None
    return None


def _headline(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A headline's limit, and the first figure below it that counts the same."""
    block = reading.document.blocks[reading.document.sentences[index].block]
    if block.kind != "heading":
        return
    for match in _HEADLINE.finditer(skeleton.text):
        limit, noun = skeleton.group(match, "limit"), singular(match["noun"])
        for at in range(index + 1, min(index + LEDE, len(reading.sentences))):
            named = [
                f
                for f in reading.by_sentence[at]
                if f.kind == "count" and f.unit and singular(f.unit.lower().split()[-1]) == noun
            ]
            if named and limit and limit.value and named[0].value and named[0].value < limit.value:
                tie = skeleton.span(match, "tie")
                yield relation(
                    "bound", reading, [tie], {"side": "below"}, figure=named[0], limit=limit
                )
                break


# each rule, and the words of which its patterns must find one
_SIDES = frozenset(
    "more greater higher larger above over exceeds exceeded exceeding surpasses surpassed"
    " surpassing less fewer lower smaller below under short".split()
)
_SAYING_MOST = ("majority ", "most of ", "most were ", "most had ")
_RELATIVE = frozenset(("which", "that"))
_TAKES_UP = _RELATIVE | {"this", "it"}
_RULES = (
    (_held_against, _SIDES),
    (_within_limit, frozenset(_LIMITS.split("|"))),
    (_majority, frozenset(("majority", "bulk", "most"))),
    (_most_percent, frozenset(("majority", "bulk", "most"))),
    (_counted, frozenset("more over least fewer less under most up".split())),
    (
        surpassed,
        frozenset("surpassed exceeded passed topped crossed climbed risen gone went rose".split()),
    ),
    (than_before, _SIDES),
    (
        passed,
        frozenset(
            "time moving passed surpassing topping passing exceeding crossing below under than"
            " above over surpassed surpasses exceeded exceeds exceed topped eclipsed eclipses"
            " eclipsing outnumbered outnumbers outnumber outnumbering reaching hitting".split()
        ),
    ),
    (told_next, PASSING),
    (in_percent, frozenset("more over fewer less under".split())),
    (of_a_row, frozenset("least more over fewer less under most up".split())),
    (_larger_than, frozenset(("than", "above", "below", "over", "under"))),
    (_most, frozenset(("most",))),
    (_headline, frozenset(("below", "under"))),
)
