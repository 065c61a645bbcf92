"""Statements of change in one folded sentence: by how much, from what, to what.

Every figure that can take part is tagged by the words beside it (`down 12`, `from 120`, `to 91`,
`a 24% decline`). Changes that tell one change twice (`43 or 15% fewer`) are grouped, and each
group takes its ends from the tags to its right, then to its left, up to the end of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crossfoot.figures.skeleton import CLASSES, SIGNS, Skeleton
from crossfoot.model import Figure, Span
from crossfoot.relate._wording import singular

Direction = Literal["up", "down", ""]
Tag = Literal["change", "from", "to", "plain"]

PORTIONS = frozenset({"percent", "fraction", "multiple"})
VALUES = PORTIONS | {"points", "count", "number", "money", "measure", "rate"}
_DATE = SIGNS["date"]

# --- the vocabulary -------------------------------------------------------------------------
# verbs whose subject moves: "arrests fell 12"
_FALL = (
    r"fell|fallen|falling|declin(?:ed|ing)|decreas(?:ed|ing)|plummet(?:ed|ing)|plung(?:ed|ing)"
    r"|dipp(?:ed|ing)|slid|sliding|sank|sunk|sinking|shr[au]nk|shrinking|tumbl(?:ed|ing)"
    r"|slump(?:ed|ing)|slipp(?:ed|ing)|eas(?:ed|ing)|dwindl(?:ed|ing)|nosedived|cratered|collapsed"
    r"|contracted|diminish(?:ed|ing)|(?:came|coming|went|gone|going|tick(?:ed|ing)|edg(?:ed|ing)"
    r"|inch(?:ed|ing)|trend(?:ed|ing)) down"
)
_RISE = (
    r"rose|risen|rising|climb(?:ed|ing)|increas(?:ed|ing)|jump(?:ed|ing)|surg(?:ed|ing)"
    r"|soar(?:ed|ing)|spik(?:ed|ing)|swell(?:ed|ing)|swollen|balloon(?:ed|ing)"
    r"|skyrocket(?:ed|ing)|leap(?:ed|t|ing)|exploded|rocketed|mushroomed|grew|grown|growing"
    r"|(?:went|gone|going|tick(?:ed|ing)|edg(?:ed|ing)|inch(?:ed|ing)|shot|creep(?:ing)|crept"
    r"|trend(?:ed|ing)) up"
)
# verbs that also take an object ("dropped 12 charges"): an amount needs "by"
_CUT = (
    r"falls?|declines?|decreases?|plummets?|plunges?|dips?|drops?|dropp(?:ed|ing)|cut|cuts|cutting"
    r"|reduc(?:e|es|ed|ing)|slash(?:ed|ing)|shed|lost|lowered|lowering|trimm(?:ed|ing)|down"
)
_ADD = (
    r"rises?|climbs?|increases?|jumps?|surges?|spikes?|gain(?:s|ed|ing)?|added|adding"
    r"|boost(?:ed|ing)|rais(?:ed|ing)|expand(?:ed|ing)|advanced|hiked|up"
)
_LOSS = (
    r"declin(?:e|es)|drops?|decreases?|reductions?|fall|dips?|plunge|slide|slump|nosedive|cuts?"
    r"|loss|downturn|dive|collapse|plummet|shortfall"
)
_GAIN = (
    r"increases?|rise|jump|surge|spike|uptick|gain|growth|climb|hike|upswing|upturn|leap|boost"
    r"|upsurge|expansion|explosion"
)
_SHIFT = r"change|difference|gap|swing|shift"
_FEWER = r"fewer|less|lower|smaller|below|short of|shy of"
_MORE = r"more|higher|greater|larger|bigger|above"

# words that only soften or place a change: "by about", "sharply by an estimated"
_LIGHT = (
    r"(?:(?:by|about|around|roughly|nearly|almost|approximately|some|just|only|over|under"
    r"|more than|less than|fewer than|at least|close to|well over|another|even|further|again"
    r"|exactly|as much as|still|a further|an estimated|this year|last year|year over year"
    r"|year-over-year|overall|nationwide|citywide|statewide|[a-z]+ly|in " + _DATE + r"),? )*"
)
_FEW_WORDS = r"(?:an? (?:[a-z-]+ ){0,2}|the )?"
# a word inside a noun phrase that names an end: "from [the previous low of] 98"
_NP_WORD = (
    r"(?!(?:to|and|were|was|are|is|had|have|has|who|which|that|but|while|by|or|said|with|into)\b)"
    r"[^ ,;:()]+ "
)
_NP = rf"(?:{_NP_WORD}){{0,9}}"
# "last year, when there were"
_WHEN = r"(?:[^ ,;:()]+ ){0,8}[^ ,;:()]+, (?:when|where|in which) (?:[^ ,;:()]+ ){0,8}"
_END = rf"(?:{_NP}|{_WHEN})(?:[(])?$"
_NOT_NOUN = (
    r"(?!(?:of|in|to|and|or|for|from|were|was|are|is|who|said|than|with|by|on|at|a|an|the|that"
    r"|which|as|had|have|has|reported|saw|since)\b)"
)


# "fell sharply by about" 24%; "have increased" fivefold
_BY_VERB = re.compile(
    rf"\b(?:(?P<down>{_FALL})|(?P<up>{_RISE})|(?P<cut>{_CUT})|(?P<add>{_ADD})),? "
    rf"{_LIGHT}{_FEW_WORDS}$"
)
# what must come before a bare "up" or "down": ", down" 12; "is up" 12; "(up" 12; "or down" 12
_UPDOWN_OPENS = re.compile(
    r"(?:^|[,(:;-]|\b(?:is|are|was|were|be|been|being|or|and|also|that's|it's|still|remains?|stands?"
    r"|numbers?|figures?|total|currently|now|even|actually)) ?(?:[a-z]+ly )?$"
)
# "an increase in arrests of nearly" 12
_NOUN_OF = re.compile(
    rf"\b(?:(?P<down>{_LOSS})|(?P<up>{_GAIN})|(?P<any>{_SHIFT}))"
    rf"(?: (?!of\b)[a-z'-]+){{0,4}} of {_LIGHT}{_FEW_WORDS}$"
)
# 24% "overall decline", 12-"percentage-point increase"
_THEN_NOUN = re.compile(
    rf"(?:[ -]percentage[ -]points?|[ -]points?)?(?: {_NOT_NOUN}[a-z-]+){{0,2}}[ -]"
    rf"(?:(?P<down>{_LOSS})|(?P<up>{_GAIN})|(?P<any>{_SHIFT}))\b"
)
# 43 "fewer", 28 "murders fewer", 30% "more"
_THEN_MORE = re.compile(
    rf"(?:[ -]percentage[ -]points?| points?)?(?: {_NOT_NOUN}[a-z-]+){{0,2}} "
    rf"(?:(?P<down>{_FEWER})|(?P<up>{_MORE}))\b(?P<rest>.*)"
)
_COMPARES = re.compile(r"\b(?:than|compared|from|the|last|this)\b| ?[-–(:]")
# "(-" 24%, ", +" 12%
_SIGNED = re.compile(r"(?:^|[(, ])(?P<sign>[+-])$")

# from: "down from", "from the previous low of", "from 2019, when there were"
_FROM = re.compile(
    rf"(?P<words>\b(?:down |up )?from (?!{_DATE}(?!'s|, when)){_END})"
)  # fmt: skip
# "compared to last year's", "versus", ", against"
_COMPARED = re.compile(
    r"(?P<words>(?:\b(?:compared|in comparison|in contrast|relative) (?:to|with)"
    rf"|\b(?:versus|vs\.?|v\.)|, (?:as )?against) {_END})"
)
# after a change: "fewer than the", "less than last year (", "over the previous high of", "over D ("
_THAN = re.compile(rf"(?P<words>\bthan {_END})")
_OVER = re.compile(
    rf"(?P<words>\b(?:over|since|on|off) (?:(?:the|last|its|their|that) {_NP}|{_NP}\()$)"
)
# after a multiple: three times "the legal limit of", double "the"
_TIMES = re.compile(
    rf"(?P<words>(?: as (?:many|much|high|large|big|great|often)(?: [a-z]+){{0,3}} as)?"
    rf" (?:(?:the|its|their|that|last|what|those) {_END}|in {_DATE}, (?:when|where) {_NP}$))"
)
# to: "to just", "to close at", "to a record low of"
_TO = re.compile(
    r"(?:(?<!up )|(?<=went up )|(?<=gone up )|(?<=going up ))(?<!compared )(?<!according )(?<!due )(?<!related )(?<!close )(?<!relative )"
    r"(?P<words>\bto (?:(?:just|only|about|around|roughly|nearly|almost|approximately|some|over"
    r"|more than|less than|fewer than|under|at least|a|an|the|that|close at|settle at|end at"
    r"|stand at|finish at|total|record|low|high|new|of|its|their|[a-z]+-[a-z]+|current|level"
    r"|estimated|in " + _DATE + r"|this|year|month|week) )*)$"
)
# "for a total of", "(a total of", "totaling"
_TOTAL = re.compile(
    r"(?P<words>(?:\b(?:for|at|with|reaching|hitting|making|bringing the \w+ to)|[(,-]|, to) ?"
    r"(?:an? |the )?(?:(?:new|grand|combined|record) )*(?:total|low|high|count|tally)"
    rf"(?: of)? {_LIGHT}|\b(?:totall?ing|reaching|hitting) {_LIGHT})$"
)
_WITH = re.compile(rf",? with {_LIGHT}$")
# a figure set beside a change: 54 fewer victims " - " 345
_ASIDE = re.compile(r"[^;]{0,60}[-:(] ?(?:from )?$")
# a second telling of the same change: " or ", " murders (", " and an overall increase of "
_AGAIN = re.compile(
    rf"[^;:(]{{0,70}}?(?:,? or|,? \(|,? \(or| -) ?{_LIGHT}(?:an? |up |down )?{_LIGHT}$"
)
_AGAIN_NAMED = re.compile(
    r"[^;:(]{0,70}?(?:,? or |,? ?\((?:or )?|,? and |, (?:which is |resulting in |for |or |marking "
    r"|representing )?| - )(?:an? |up |down )[^;:(]{0,50}$"
)
_OR = re.compile(rf",? ?(?:\(|\(?or ){_LIGHT}(?:an? )?$")
# both ends, then " (" 24%, ", or by" 24%
_OR_BEHIND = re.compile(rf"[^;,(]{{0,40}}(?: \(|, or ){_LIGHT}$")
# a next link of a chain of earlier counts: ", 80,084" in 2017 "and" 87,607
_CHAIN = re.compile(rf" (?:in|for|during) {_DATE}(?:,|, and| and) (?:(?:to|with|from) )?$")
# "suffered in" 2020
_IN_YEAR = re.compile(rf"(?: [a-z-]+){{0,4}} (?:in|for|during) (?:fiscal |fiscal year )?(?P<year>{_DATE})")
# "since" 2016, "compared to last year"
_RECKONED = re.compile(
    rf"\b(?:since|from|over|than|compared (?:to|with)) (?:in |fiscal |fiscal year )?"
    rf"(?:(?P<year>{_DATE})|(?:the )?(?:last|previous|prior|year before)\b)"
)
# no change is told without one of these
_HINT = re.compile(
    SIGNS["multiple"]
    + rf"|\b(?:{_FALL}|{_RISE}|{_CUT}|{_ADD}|{_LOSS}|{_GAIN}|{_SHIFT}|{_FEWER}|{_MORE})\b|[(+-]"
    + f"[{SIGNS['percent']}]"
)
_SIGN = re.compile(CLASSES["any"])
# 1.14 "points", 5 "cents"
_UNITS = re.compile(r" (?:basis |percentage )?(?:points?|cents?)\b")
# what ends a clause
_CLAUSE = re.compile(
    r";(?! (?:that|this|which|a|an|up|down) )|\b(?:while|whereas|although|though|but|because|whose|even as)\b"
    r"|\band (?:[^ ,]+ ){0,7}?(?:was|were|is|are|had|has|have|there|saw|fell|dropped|declined"
    r"|decreased|rose|increased|jumped|climbed|grew|surged|plunged|plummeted)\b|, (?:and|as) in\b"
)
# what stands between a result and the change said of it: 91 murders this year ", a"
_SET_OFF = re.compile(
    r"(?:[,(:-]|\b(?:which|that|represent(?:s|ed|ing)?|mark(?:s|ed|ing)?|was|were|is|are|or"
    r"|reflect(?:s|ed|ing)?|amount(?:s|ed|ing) to))\s*$"
)
_ARTICLE = re.compile(
    r"(?:an? (?:[a-z-]+ ){0,2}|(?:about|around|nearly|almost|roughly|more than|less than|over|just"
    r"|only|approximately|some|by|up|down|at least|an estimated) )+$"
)
_COMPARATIVE = re.compile(
    r"\b(?:up|down) from\b|compar|relative|contrast|versus|\bvs?\b|, (?:as )?against|than"
    rf"|\b(?:{_LOSS}|{_GAIN}|{_SHIFT})(?: [a-z-]+){{0,3}} from\b"
)
_PHRASE = re.compile(rf"(?:[ -]{_NOT_NOUN}[a-z'-]+){{1,5}}")
_NO_THINGS = frozenset(("thi", "last", "years", "year", "previou", "time", "point"))
_COUNTED = frozenset({"count", "number", "measure", "rate"})
_BE = re.compile(r"(?<!which )(?<!that )\b(?:is|are|was|were|been|be|remains?|stands?)\b[^,]*$")
_PLACED = re.compile(r"\b(?:in|across|among|within|on|after|during|by|between|through)(?: all| the)? $")


@dataclass(frozen=True, slots=True)
class Cue:
    """A figure with what the words beside it make of it; `words` lie in the skeleton's text."""

    figure: Figure
    at: int
    before: str
    after: str
    tag: Tag = "plain"
    direction: Direction = ""
    moves: bool = False  # the words have a subject of their own that moves
    words: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Statement:
    """A change told by one or more figures, and the ends that the same sentence gives.

    `earlier` holds all figures given for earlier times, `base` the one the change is from.
    """

    changes: tuple[Cue, ...]
    base: Cue | None
    result: Cue | None
    direction: Direction
    earlier: tuple[Cue, ...] = ()

    def licence(self, skeleton: Skeleton) -> list[Span]:
        """The words that tell the change and its ends."""
        cues = [c for c in (*self.changes, self.base, self.result) if c and c.words[1]]
        spans = {Span(skeleton.offset(a), skeleton.offset(b)) for a, b in (c.words for c in cues)}
        return sorted(spans)


def statements(skeleton: Skeleton) -> tuple[Statement, ...]:
    """Every change that the words of *skeleton* state, in text order."""
    if not _HINT.search(skeleton.text):
        return ()
    cues = tagged(skeleton)
    if not any(c.tag == "change" for c in cues):
        return ()
    return tuple(_merged([_completed(cues, *group, skeleton) for group in _groups(cues)]))


def pairs(skeleton: Skeleton) -> Iterator[tuple[Cue, Cue]]:
    """Earlier and later figures that the words set against each other, changes aside."""
    cues = tagged(skeleton)
    for k, cue in enumerate(cues):
        if cue.tag != "from":
            continue
        result: Cue | None
        if _tag_at(cues, k + 1) == "to" and not _CLAUSE.search(cues[k + 1].before):
            result = cues[k + 1]
        elif _tag_at(cues, k - 1) == "to" and not _CLAUSE.search(cue.before):
            result = cues[k - 1]
        else:
            result = next((c for c in _ends_before(cues, k) if c.tag == "to"), None)
        if result and comparable(result, cue):
            yield cue, result


def tagged(skeleton: Skeleton) -> list[Cue]:
    """A cue for every figure that can be an end or a change, in text order."""
    signs = [
        (m.start(), f)
        for m, f in zip(_SIGN.finditer(skeleton.text), skeleton.figures, strict=True)
        if f.kind in VALUES
    ]
    cues: list[Cue] = []
    stops = [at for at, _ in signs[1:]] + [len(skeleton.text)] * bool(signs)
    last = -1
    for (at, figure), stop in zip(signs, stops, strict=True):
        before, after = skeleton.text[last + 1 : at], skeleton.text[at + 1 : stop]
        cues.append(_tag(Cue(figure, at, before, after), cues[-1] if cues else None))
        last = at
    return _linked(cues)


def _tag(cue: Cue, previous: Cue | None) -> Cue:
    """Tag one figure by the words before and after it."""
    return _as_change(cue) or _as_end(cue, previous) or cue


def _as_change(cue: Cue) -> Cue | None:
    portion = _bare(cue)
    near = cue.before[-90:]
    shift = cue.at - len(near)
    if found := _BY_VERB.search(near):
        if moving := _verb(cue, found, near):
            return replace(moving, words=(shift + found.start(), cue.at))
    elif found := _NOUN_OF.search(near):
        return replace(_change(cue, found), words=(shift + found.start(), cue.at))
    if found := _THEN_NOUN.match(cue.after):
        if portion or cue.after.startswith("-"):
            return replace(_change(cue, found), words=(cue.at + 1, cue.at + 1 + found.end()))
    elif found := _THEN_MORE.match(cue.after):
        if portion or found["down"] or _COMPARES.search(found["rest"]):
            words = (cue.at + 1, cue.at + 1 + found.start("rest"))
            return replace(_change(cue, found), words=words)
    if cue.figure.kind == "multiple":
        return replace(cue, tag="change", direction="up", words=(cue.at, cue.at + 1))
    if portion and (signed := _SIGNED.search(near)):
        direction: Direction = "up" if signed["sign"] == "+" else "down"
        return replace(cue, tag="change", direction=direction, words=(cue.at - 1, cue.at))
    return None


def _bare(cue: Cue) -> bool:
    """Whether the figure can tell a change without "by": 12 percent, 3 points, 5 cents."""
    return cue.figure.kind in PORTIONS | {"points"} or _UNITS.match(cue.after) is not None


def _change(cue: Cue, found: re.Match[str]) -> Cue:
    direction: Direction = "up" if found["up"] else "down" if found["down"] else ""
    return replace(cue, tag="change", direction=direction)


def _verb(cue: Cue, found: re.Match[str], near: str) -> Cue | None:
    """A change told by a verb, or by `up` and `down` where they tell one."""
    portion = _bare(cue)
    word = found["cut"] or found["add"]
    head = near[: found.start()]
    moves = True
    if word in ("up", "down"):
        if not _UPDOWN_OPENS.search(head) and " by " not in found.group():
            return None
        moves = bool(_BE.search(head))
    elif word and not portion and " by " not in f"{found.group()} ":
        return None
    direction: Direction = "up" if found["up"] or found["add"] else "down"
    return replace(cue, tag="change", direction=direction, moves=moves)


def _as_end(cue: Cue, previous: Cue | None) -> Cue | None:
    near = cue.before[-110:]
    shift = cue.at - len(near)
    after_change = previous is not None and previous.tag == "change"
    tests: list[tuple[re.Pattern[str], Tag]] = [
        (_FROM, "from"), (_COMPARED, "from"), (_TO, "to"), (_TOTAL, "to")
    ]  # fmt: skip
    if after_change:
        tests += [(_OVER, "from")]
        if _THEN_MORE.match(cue.before):
            tests += [(_THAN, "from")]
    for test, tag in tests:
        if found := test.search(near):
            return replace(cue, tag=tag, words=(shift + found.start("words"), cue.at))
    if after_change and previous and previous.figure.kind == "multiple":
        if found := _TIMES.match(near):
            return replace(cue, tag="from", words=(shift + found.start("words"), cue.at))
    return None


def _linked(cues: list[Cue]) -> list[Cue]:
    """Tag figures that stand beside a tagged one and tell the same: `43 or` 15% fewer."""
    for k in range(len(cues) - 1, 0, -1):
        here, follower = cues[k - 1], cues[k]
        if here.tag == "plain" and follower.tag == "change" and _retells(follower, here, _OR):
            cues[k - 1] = replace(here, tag="change", direction=follower.direction)
    for k in range(1, len(cues)):
        previous, here = cues[k - 1], cues[k]
        if here.tag != "plain":
            continue
        if previous.tag == "change" and _retells(here, previous, _AGAIN):
            cues[k] = replace(here, tag="change", direction=previous.direction)
        elif k > 1 and _bracketed(cues[k - 2], previous, here):
            cues[k] = replace(here, tag="change")
        elif previous.tag == "from" and _CHAIN.fullmatch(here.before):
            cues[k] = replace(here, tag="from")
    return cues


def _bracketed(first: Cue, second: Cue, here: Cue) -> bool:
    """Whether a portion stands right behind both ends: from 120 to 91 (24%)."""
    return (
        here.figure.kind in PORTIONS
        and {first.tag, second.tag} == {"from", "to"}
        and _OR_BEHIND.fullmatch(here.before) is not None
        and not here.after.startswith(" of")
    )


def _retells(here: Cue, previous: Cue, joint: re.Pattern[str]) -> bool:
    """Whether two neighbours tell one change, one as an amount and one as a portion."""
    kinds = {here.figure.kind in PORTIONS, previous.figure.kind in PORTIONS}
    return len(kinds) == 2 and joint.fullmatch(here.before) is not None


def _groups(cues: Sequence[Cue]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of changes that tell one change."""
    first = None
    for k, cue in enumerate(cues):
        if cue.tag != "change":
            first = None
            continue
        joined = first is not None and _same_change(cues[k - 1], cue)
        if not joined:
            first = k
        assert first is not None
        following = cues[k + 1] if k + 1 < len(cues) else None
        if not (following and following.tag == "change" and _same_change(cue, following)):
            yield first, k


def _same_change(previous: Cue, here: Cue) -> bool:
    if previous.direction and here.direction and previous.direction != here.direction:
        return False
    if here.moves:
        return False
    return _retells(here, previous, _AGAIN) or _retells(here, previous, _AGAIN_NAMED)


def _completed(cues: Sequence[Cue], first: int, last: int, skeleton: Skeleton) -> Statement:
    """The group of changes with the ends found beside it."""
    changes = tuple(cues[first : last + 1])
    direction: Direction = next((c.direction for c in changes if c.direction), "")
    ends = [*_ends_after(cues, last), *_ends_before(cues, first)]
    result = next((c for c in ends if c.tag == "to"), None)
    alike = [c for c in ends if c.tag == "from" and (not result or comparable(result, c))]
    base = _since(alike, changes[-1], skeleton)
    return Statement(changes, base, result, direction, tuple(alike))


def _ends_after(cues: Sequence[Cue], last: int) -> list[Cue]:
    """The ends to the right of a change, within its clause."""
    found: list[Cue] = []
    for k in range(last + 1, len(cues)):
        cue = cues[k]
        if cue.tag == "change" or _CLAUSE.search(cue.before):
            break
        if cue.tag == "plain":
            tag = _beside(cue, cues[k + 1] if k + 1 < len(cues) else None)
            if k != last + 1 or not tag:
                break
            cue = replace(cue, tag=tag)
        found.append(cue)
    return found


def _beside(cue: Cue, following: Cue | None) -> Tag | None:
    """What an untagged figure right after a change is: "(91 compared with 120)", "(120 to 91)"."""
    after = following.tag if following else None
    if _WITH.fullmatch(cue.before) or (after == "from" and _ASIDE.fullmatch(cue.before)):
        return "to"
    if after == "to" and following and following.before == " to " and cue.before.endswith("("):
        return "from"
    return None


def _tag_at(cues: Sequence[Cue], k: int) -> Tag | None:
    return cues[k].tag if 0 <= k < len(cues) else None


def _ends_before(cues: Sequence[Cue], first: int) -> list[Cue]:
    """The ends to the left of a change: tagged ones, then the figure it is said of."""
    found: list[Cue] = []
    follower = cues[first]
    aside = 0  # brackets closed between a figure and the change: it stands inside them
    for k in range(first - 1, -1, -1):
        cue = cues[k]
        if cue.tag == "change" or _CLAUSE.search(follower.before):
            break
        aside += follower.before.count(")") - follower.before.count("(")
        if cue.tag != "plain":
            found.append(cue)
        elif aside <= 0 and not (_PLACED.search(cue.before) and _tag_at(cues, k - 1) == "plain"):
            if _is_result(cue, follower):
                found.append(replace(cue, tag="to"))
            break
        follower = cue
    return found


def _is_result(cue: Cue, follower: Cue) -> bool:
    """Whether the change or the earlier count that follows is said of *cue*."""
    gap = follower.before
    if follower.tag == "from":
        return _COMPARATIVE.search(gap) is not None
    if follower.tag == "to":
        return False
    if 0 < follower.words[0] < follower.at:
        gap = gap[: max(0, len(gap) - (follower.at - follower.words[0]))]
    if follower.moves:  # "the count of arrests, 91, fell"
        return gap.strip() == "," and cue.before.endswith(", ")
    return _SET_OFF.search(_ARTICLE.sub("", gap)) is not None


def _since(earlier: Sequence[Cue], change: Cue, skeleton: Skeleton) -> Cue | None:
    """The one of the *earlier* counts that the change is reckoned from.

    Of several, the one of the year named with the change ("since 2016"), or the latest where
    the change is from last year.
    """
    if len(earlier) < 2:
        return earlier[0] if earlier else None
    years = {cue.at: _year_after(cue, skeleton) for cue in earlier}
    if not all(years.values()):
        return None
    named = _RECKONED.search(skeleton.text, change.at)
    if not named:
        return None
    if named["year"]:
        wanted = _year(skeleton.figure_at(named.start("year")))
    else:
        wanted = max(year for year in years.values() if year)
    chosen = [cue for cue in earlier if years[cue.at] == wanted]
    return chosen[0] if len(chosen) == 1 else None


def _year_after(cue: Cue, skeleton: Skeleton) -> int | None:
    """The year said of a count: 175 "in 2020"."""
    found = _IN_YEAR.match(skeleton.text, cue.at + 1)
    return _year(skeleton.figure_at(found.start("year"))) if found else None


def _year(figure: Figure) -> int | None:
    start = figure.period.start if figure.period else None
    return start.year if start else None


def comparable(result: Cue, base: Cue) -> bool:
    """Whether two figures can be ends of one change: they do not count unlike things."""
    kinds = {result.figure.kind, base.figure.kind}
    if len(kinds) > 1 and not kinds <= _COUNTED:
        return False
    one, other = _things(result.after), _things(base.after)
    return not (one and other) or bool(one & other)


def _things(after: str) -> set[str]:
    """The plural nouns right after a figure, in the singular."""
    named = _PHRASE.match(after)
    words = named.group().replace("-", " ").split() if named else []
    return {singular(w) for w in words if w.endswith("s") and not w.endswith("ss")} - _NO_THINGS


def _merged(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Neighbouring statements that share an end and tell one change, made one."""
    pending: Statement | None = None
    for here in statements:
        if pending and _one_change(pending, here):
            pending = replace(
                pending,
                changes=pending.changes + here.changes,
                base=pending.base or here.base,
                result=pending.result or here.result,
                direction=pending.direction or here.direction,
            )
            continue
        if pending:
            yield pending
            if _ends_of(here) & _ends_of(pending):  # those ends are another change's
                here = replace(here, base=None, result=None, earlier=())
        pending = here
    if pending:
        yield pending


def _ends_of(statement: Statement) -> set[int]:
    return {cue.at for cue in (statement.base, statement.result) if cue}


def _one_change(one: Statement, other: Statement) -> bool:
    shared = (one.base and other.base and one.base.at == other.base.at) or (
        one.result and other.result and one.result.at == other.result.at
    )
    unlike = {c.figure.kind in PORTIONS for c in one.changes} != {
        c.figure.kind in PORTIONS for c in other.changes
    }
    return bool(shared) and unlike and {one.direction, other.direction} != {"up", "down"}
