"""Shares: a part, its whole, and the percent or fraction that the text says it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.shares.bases import SMALL, only_base
from crossfoot.relate.shares.capacity import of_room
from crossfoot.relate.shares.quotients import of_a_quotient
from crossfoot.relate.shares.rates import by_rate
from crossfoot.relate.shares.siblings import of_siblings
from crossfoot.relate.shares.steps import of_a_step
from crossfoot.relate.shares.told import may_be_of, quotient_off, told, whole_after
from crossfoot.relate.shares.votes import of_two_sides
from crossfoot.relate.sums.remainders import remainders
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, sentences, singular
from crossfoot.relate.wording.rows import family, head

REACH = 12  # sentences back in which the whole that fits is looked for
NEAR = Fraction(3, 100)  # a share so near that its base cannot be in doubt

_HEDGE = (
    r"(?:(?:about|around|roughly|approximately|nearly|almost|more than|over|just over|just under"
    r"|at least|less than|fewer than|under|close to|only|just|or|an estimated|a|an|some|exactly"
    r"|fully|precisely|not quite)\s){{0,3}}"
)
# words up to a stop or another figure; a date may stand among them
_FIGURES = "".join(sign for kind, sign in SIGNS.items() if kind != "date")
_NP = rf"[^.;:(),{_FIGURES}]{{{{0,70}}}}?"
# a change or a comparison, not a share: "43 or 15% fewer"
_NO_CHANGE = (
    r"(?!\s?(?:fewer|less|more|higher|lower|increase|decrease|decline|drop|jump|rise|rose|reduction"
    r"|growth|up\b|down\b|above|below|over the|from (?:the )?(?:last|previous|prior)|of (?:last|the"
    r" previous) year|uptick|surge|faster|slower|larger|smaller|longer|shorter|older"
    r"|younger|better|worse|bigger|cheaper|interest|annual|bond|chance))"
)
_STAYS = lazy(_NO_CHANGE)
# "down 51", "an increase of 12", "43 fewer": steps from one number to another
_STEP_BEFORE = lazy(
    r"(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:up|down|by|from|lost|grew"
    r"|(?:add|gain|rise|fall|climb|grow|drop|decline|increase|decrease|jump)(?:d|s|ed|ped)?"
    r"|rose|fell|(?:increase|decrease|decline|drop|rise|reduction|gain|loss|jump|fall|difference)"
    r"(?:\b[^.;:,()\ue000-\uf8ff]{0,70}\s| )of)\s(?:about |nearly |almost |more than |over "
    r"|another )?$"
)
_STEP_AFTER = lazy(r"\s(?:[a-z]+ )?(?:more|fewer|less|higher|lower)\b")
# "331, or about 64 percent" / "378, about one-third" / "645 or nearly 52%"
_OR = pattern(
    r"(?P<part>{amount})" + _NP
    + r"(?P<tie>,? or |-{{1,2}}or |, |\s-\s|(?<=[a-z])-|,? (?:accounting for"
    r"|representing|making up|amounting to|equal to|equivalent to|which is|that is"
    r"|(?:who|which) (?:ma[kd]e up|were|accounted for|account for|represent(?:ed)?)) )" + _HEDGE
    + r"(?P<share>{portion})" + _NO_CHANGE
)  # fmt: skip
# "The 315 beds represent 45% of the 700"
_MAKES_UP = pattern(
    r"(?P<part>{amount})" + _NP + r"\s(?P<tie>represent(?:s|ed)?|ma[kd]es? up|account(?:s|ed)? for"
    r"|compris(?:e|es|ed)|constitut(?:e|es|ed)) " + _HEDGE
    + r"(?P<share>{portion})(?= of (?:the|all|those|its))"
)  # fmt: skip
# "those three make up 55 percent": a number of things just told
_THOSE_THREE = pattern(r"\b(?:those|these) {any}$")
# "in all nine sectors (37 percent)", "the three largest were A (20 percent)"
_COUNTED_OF = lazy(r"\b(?:all|the) $")
# "30 of the 120 requests": the part before its whole
_PART_OF = pattern(
    r"(?P<part>{amount})\s(?:[a-z]+ ){{0,2}}(?:out )?of (?:(?:the|all|those|some|their|its) )?"
    r"(?:[a-z]+'s )?$"
)
# "just 90 of them, all from one town, were freed, or 12 percent"
_OR_APART = pattern(
    rf"(?P<part>{{amount}})(?=[^{_FIGURES}]*,)[^.;:(){_FIGURES}]{{{{0,110}}}}(?P<tie>, or )"
    + _HEDGE + r"(?P<share>{percent})" + _NO_CHANGE
)  # fmt: skip
# "64 percent, or 331," / "64 percent - 331 people"
_OR_COUNT = pattern(
    r"(?P<share>{portion})(?:\s?\))?"
    + _NO_CHANGE
    + _NP
    + r"(?P<tie>, or |,? or (?:about |some )?| -{{1,2}} |, (?:(?:for )?a total of )?)"
    + _HEDGE
    + r"(?P<part>{amount})(?=[^.;:]*(?:,|were|had|have|was|of|-|$|\.))"
)
# "two-thirds (68%) of all ships were tankers, with 340 calls"
_WITH_COUNT = pattern(
    r"(?P<share>{portion})(?:\s?\))? of (?:(?:all|the|those) )?(?!{any})"
    + _NP
    + r"(?P<tie>, with )"
    + _HEDGE
    + r"(?P<part>{amount})"
)
# "180 people (78 percent)" / "50 (35%)"
_BRACKET = pattern(
    r"(?P<part>{amount})"
    + _NP
    + r"(?P<tie>\(\s?)"
    + _HEDGE
    + r"(?P<share>{portion})\s?(?:of [^()]{{1,60}})?\s?\)"
    # "13 (9%) more than in May" is a step
    r"(?!\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower|above|below)\b)"
)
# "fell from 167 to" 122", a quarter": what is told of such an end is the step
_TO = pattern(
    r"(?:\bfrom {amount}[^.;]{{0,50}}|{amount} (?:in|for) {date}) to "
    r"(?:about |just |only |nearly )?$"
)
# "35% (n = 50)" / "35% (50 of 142)"
_BRACKET_COUNT = pattern(
    r"(?P<share>{portion})"
    + _NO_CHANGE
    + _NP
    + r"(?P<tie>\()(?:n\s?=\s?|or )?"
    + _HEDGE
    + r"(?P<part>{amount})(?:\s(?:out )?of (?:the )?(?P<whole>{amount}))?[^()]{{0,40}}\)"
)
# "fewer than a quarter of the 219 were women: 41"; "more than half of the 219, 121, were"
_OF_COUNT = pattern(
    r"(?P<share>{portion}) of (?:the |all |those )?(?P<whole>{amount})" + _NP
    + r"(?P<tie>:|\s-|\s?\(|, namely(?: the)?|, that is,?|, or|,(?= [^ ,]+,))\s?"
    + _HEDGE + r"(?P<part>{amount})(?!\s(?:[a-z]+\s)?of\b)"
)  # fmt: skip
# "Ninety percent of them, 146, were led", "18 percent of hearings, or 90"
_APPOSED = pattern(
    r"(?P<share>{portion}) of (?:the |all |those |its |their )?(?!{any})" + _NP
    + r"(?P<tie>, or|,|:|\s-{{1,2}}(?: or)?)\s" + _HEDGE
    + r"(?P<part>{amount})(?=(?:\s[a-z]+)?\s?[,.:;]|$| of (?:them|those)| -)"
)  # fmt: skip
# "284 of them ended with a conviction, by plea or by verdict, a rate of 88 percent"
_A_RATE = pattern(
    rf"(?P<part>{{amount}})(?=\s(?:of|were|was|had|ended))[^.;:{_FIGURES}]{{{{0,110}}}}"
    r"(?P<tie>, (?:for |that is )?an? (?:[a-z]+ )?rate of )" + _HEDGE + r"(?P<share>{percent})"
)
# "accounted for nearly half of that, with 498,815 pounds"
_OF_THAT = pattern(
    r"(?P<share>{portion}) of (?:that|those|them|it|the total),? (?P<tie>with|or|at)\s"
    + _HEDGE + r"(?P<part>{amount})"
)  # fmt: skip
# "29 out of 377 is not quite 8 percent"
_OUT_OF = pattern(
    r"(?P<part>{amount})(?:\s[a-z]+){{0,3}}? (?:out of|of)(?: the| all| those)?\s"
    r"(?P<whole>{amount})(?:\s[a-z-]+){{0,3}}?\s(?P<tie>is|was|were|are|makes|made|equals"
    r"|(?:comes|works out|amounts) to)\s" + _HEDGE + r"(?P<share>{portion})" + _NO_CHANGE
)  # fmt: skip
# in the order in which they are tried
_SOURCES = (
    _OUT_OF, _OF_THAT, _A_RATE, _BRACKET_COUNT, _OF_COUNT, _BRACKET, _OR, _OR_COUNT, _APPOSED,
    _MAKES_UP, _OR_APART, _WITH_COUNT,
)  # fmt: skip
_COUNTED_OUT = lazy(r"\d{2,}\D+\d{2,}$")  # 25 out of 100
# "34 percent, or about" one in three: a share told again
_AGAIN = pattern(
    rf"(?: of (?:the|all|those|its|their)[^.;:(),{_FIGURES}]{{{{0,60}}}})?(?P<tie>,? or|,|\s?\(| -)"
    rf"\s?{_HEDGE}(?P<share>{{portion}})(?! of)" + _NO_CHANGE
)
# "50 of the 142 centers, 35 percent" / "50 out of 142"
_OF_WHOLE = pattern(
    r"\)?,?\s?(?:[a-z]+ ){{0,3}}(?:out of|of)(?: the| all| those| some)?"
    r"(?:(?: a| [a-z]+)? total of| [a-z]+'s)?"
    r"(?: more than| about| nearly)?\s(?P<whole>{amount})"
)
# "Of the 142 centers, 50"
_OPENS = pattern(
    r"\W*(?:of|out of|among)(?: the| all| those| some)?(?: more than| about| nearly)?"
    r"\s(?P<whole>{amount})"
)
# "of those", "of the total", "of them", "of all arrests"
_OF_THEM = lazy(r" of (?:them|whom|which)\b")
_OF_WHICH = lazy(r" of (?:which|whom)\b")
_REFERS = lazy(r"\b(?:of|among) (?:the|those|them|these|all|its|that|whom|which)\b")
_OWN_SHARE = pattern(r"(?:\s[a-z]+){{0,3}},? (?:or|\() ?(?:about |nearly |almost )?{percent}")
# "61 percent of all flights", "52% of the total"
_OF_NOUN = lazy(
    r"\sof (?:the |all |its |their |those |these )*(?:[a-z-]+ ){0,2}?"
    r"(?P<noun>[a-z]+s|total|whole)\b"
)
_OF_OTHERS = lazy(r"\sof (?:the |a |an |this )?[a-z-]+'s? ")  # "a quarter of the firm's staff"
_WHOLES = frozenset("total whole its theirs others those this".split())


def relate(reading: Reading) -> Iterator[Relation]:
    """Every share that the wording asserts, one a percent or fraction."""
    wholes = cache(lambda: _wholes_of_remainders(reading))  # made when a share asks for it
    seen: dict[str, Relation] = {}
    for index, skeleton in sentences(reading):
        if SIGNS["percent"] not in skeleton.text and SIGNS["fraction"] not in skeleton.text:
            continue
        for found in _in_sentence(reading, index, skeleton, wholes):
            share = found.one("share").id
            if share not in seen:
                seen[share] = found
                yield found
                yield from _told_again(reading, skeleton, found)
    if len(seen) > 1:
        yield from of_siblings(reading, list(seen.values()))


def _told_again(reading: Reading, skeleton: Skeleton, found: Relation) -> Iterator[Relation]:
    """The same share in other words: a fraction beside its percent, or the other way round."""
    share = found.one("share")
    match = _AGAIN.match(skeleton.text, skeleton.sign_of(share) + 1)
    again = skeleton.group(match, "share") if match else None
    if match and again and again.kind != share.kind:
        tie, part, whole = skeleton.span(match, "tie"), found.figures("part"), found.one("whole")
        yield relation("share", reading, [tie], part=part, whole=whole, share=again)


def _in_sentence(
    reading: Reading, index: int, skeleton: Skeleton, wholes: Callable[[], dict[str, Figure]]
) -> Iterator[Relation]:
    for source in _SOURCES if skeleton.amounts else ():
        for match in source.finditer(skeleton.text):
            part, share = skeleton.group(match, "part"), skeleton.group(match, "share")
            if part is None or share is None or _is_listed(match["tie"], share):
                continue
            if match["tie"] == " or " and _is_range(skeleton, match, part, share):
                continue
            if match["tie"] == ", " and _OF_THEM.match(skeleton.text, match.end("share")):
                continue  # "12 arrests, 30% of them for theft" parts the 12
            if match["tie"] == ", " and _OF_WHICH.match(skeleton.text, match.end("part")):
                continue  # "bonds at 6%, 20 of which" parts the bonds
            named = skeleton.group(match, "whole") if "whole" in source.groupindex else None
            if before := _PART_OF.search(skeleton.text, 0, match.start("part")):
                if _OF_OTHERS.match(skeleton.text, match.end("share")):
                    continue  # "two of their 12 dancers, a quarter of the company's staff"
                part, named = skeleton.figure_at(before.start("part")), part
            if not _is_part(skeleton, part) or _is_step(skeleton, share):
                continue
            tie = skeleton.span(match, "tie")
            known = whole_after(skeleton, share) or named or wholes().get(part.id)
            yield from _with_whole(reading, index, skeleton, part, share, tie, known)
    yield from by_rate(reading, index, skeleton)
    yield from of_a_step(reading, index, skeleton)
    yield from of_room(reading, index, skeleton)
    yield from of_two_sides(reading, skeleton)
    yield from (f for f in of_a_quotient(reading, index, skeleton) if _is_no_change(skeleton, f))
    yield from (f for f in told(reading, index, skeleton) if _is_no_change(skeleton, f))


def _is_listed(tie: str, share: Figure) -> bool:
    """Whether a share is one more of a row: "8, 4 and 2%", "51 out of 253, 25 out of 100"."""
    bare = share.kind == "percent" and share.text.isdigit()
    return tie == ", " and (bare or _COUNTED_OUT.match(share.text) is not None)


def _is_range(skeleton: Skeleton, match: re.Match[str], part: Figure, share: Figure) -> bool:
    """Whether a bare number and a percentage right behind it are ends: ``10 or 15 percent``."""
    bare = skeleton.text[match.start("part") + 1] == " " and part.unit is None
    between = match.end("part") == match.start("tie") and match.end("tie") == match.start("share")
    return bare and between and (part.value or 0) < 100 * (share.value or 0)


def _is_no_change(skeleton: Skeleton, found: Relation) -> bool:
    """Whether the share is one of a whole, not of what went before."""
    share = found.one("share")
    at = skeleton.sign_of(share) + 1
    return not _is_step(skeleton, share) and _STAYS.match(skeleton.text, at) is not None


def _is_part(skeleton: Skeleton, part: Figure) -> bool:
    """Whether *part* can be a part of something, and is no step up or down."""
    if part.value is None or part.value <= 0 or family(part) is None:
        return False
    at = skeleton.sign_of(part)
    if _COUNTED_OF.search(skeleton.text, 0, at) and (part.value or 0) < SMALL:
        return False
    if _THOSE_THREE.search(skeleton.text, 0, at + 1) or _TO.search(skeleton.text, 0, at):
        return False
    return not _is_step(skeleton, part)


def _is_step(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* leads from one number to another: ``rise 3 percent``, ``43 fewer``."""
    at = skeleton.sign_of(figure)
    return bool(
        _STEP_BEFORE.search(skeleton.text, max(0, at - 110), at)
        or _STEP_AFTER.match(skeleton.text, at + 1)
    )


def _with_whole(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    part: Figure,
    share: Figure,
    tie: Span,
    known: Figure | None,
) -> Iterator[Relation]:
    """The relation with the whole that the words name, or the one that they refer to."""
    whole = known or _named(skeleton, part, share) or _meant(reading, index, skeleton, part, share)
    if whole is None or (part.value or 0) > (whole.value or 0):
        return
    if whole not in (part, share) and family(whole) == family(part):
        yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _meant(
    reading: Reading, index: int, skeleton: Skeleton, part: Figure, share: Figure
) -> Figure | None:
    """The whole that the words refer to: one that fits, or else the only one there can be."""
    whole = _referred(reading, index, skeleton, part, share)
    off = quotient_off((part,), whole, share) if whole else Fraction(1)
    if off and any(may_be_of((part,), w, share) for w in _larger(reading, index, part)):
        return None
    if whole is None or not off:
        return whole or only_base(reading, index, skeleton, part, share)
    home = reading.sentences[whole.sentence]
    # "$98, or 98 percent, and here $2, or 2 percent": parts beside each other
    beside = _OWN_SHARE.match(home.text, home.sign_of(whole) + 1)
    sound = not beside and _same_things(reading, skeleton, part, share, whole)
    clear = sound and off <= NEAR and whole.range.is_exact
    base = None if clear else only_base(reading, index, skeleton, part, share)
    return base or (whole if sound else None)


def _named(skeleton: Skeleton, part: Figure, share: Figure) -> Figure | None:
    """The whole that stands after "of" beside the share or the part, or opens the sentence."""
    if own := whole_after(skeleton, share):
        return own
    for figure in (part, share):
        at = skeleton.sign_of(figure) + 1
        if match := _OF_WHOLE.match(skeleton.text, at):
            return skeleton.group(match, "whole")
    if match := _OPENS.match(skeleton.text):
        whole = skeleton.group(match, "whole")
        return whole if whole is not None and whole.start < part.start else None
    return None


def _referred(
    reading: Reading, index: int, skeleton: Skeleton, part: Figure, share: Figure
) -> Figure | None:
    """The whole that "of those" means: the one that fits, else the only one there can be."""
    candidates = list(_larger(reading, index, part))
    off = {w.id: quotient_off((part,), w, share) for w in candidates}
    for limit in (Fraction(0), NEAR):
        if near := [w for w in candidates if off[w.id] <= limit]:
            return _likeliest(near, part, share)
    if not _REFERS.search(skeleton.text):
        return None
    noun = head(skeleton, part)
    sure = [w for w in candidates if w.sentence >= index - 2 and _agrees(reading, w, noun)]
    nearest = [w for w in sure if w.sentence == sure[0].sentence]
    return nearest[0] if len({w.value for w in nearest}) == 1 else None


def _likeliest(wholes: Sequence[Figure], part: Figure, share: Figure) -> Figure:
    """Rather 49 than "nearly 50"; of several that "more than 57%" is of, the nearest to it."""
    exact = [w for w in wholes if w.range.is_exact] or wholes
    if not share.range.is_open:
        return exact[0]
    stated = (share.value or Fraction(0)) / (100 if share.kind == "percent" else 1)
    return min(exact, key=lambda w: abs((part.value or 0) / w.value - stated) if w.value else 1)


def _same_things(
    reading: Reading, skeleton: Skeleton, part: Figure, share: Figure, whole: Figure
) -> bool:
    """Whether the whole counts what the part does, and what the share is said to be of."""
    noun = head(reading.sentences[whole.sentence], whole)
    if not alike(head(skeleton, part), noun):
        return False
    at = skeleton.sign_of(share) + 1
    of = _OF_NOUN.match(skeleton.text, at)
    if of is None and _OF_OTHERS.match(skeleton.text, at):
        return False
    if of is None or of["noun"] in _WHOLES:
        return True
    return noun is not None and alike(singular(of["noun"]), noun)


def _agrees(reading: Reading, whole: Figure, noun: str | None) -> bool:
    return alike(noun, head(reading.sentences[whole.sentence], whole))


def _larger(reading: Reading, index: int, part: Figure) -> Iterator[Figure]:
    """Figures before *part* of its family and no smaller, nearest first."""
    for at in range(index, max(-1, index - REACH - 1), -1):
        for figure in reversed(reading.by_sentence[at]):
            if figure.end > part.start or family(figure) != family(part):
                continue
            high, value = figure.range.high, figure.value
            is_open = high is None and (value is None or value >= SMALL)  # not "at least one"
            if is_open or (high and part.value is not None and high >= part.value):
                yield figure


def _wholes_of_remainders(reading: Reading) -> dict[str, Figure]:
    """The whole of each part that a remainder completes."""
    out: dict[str, Figure] = {}
    for found in remainders(reading):
        parts = found.figures("parts")
        for whole in found.figures("whole")[-1:]:
            if Interval.sum(part.range for part in parts).meets(whole.range):
                out.update((part.id, whole) for part in parts if part.id not in out)
    return out
