"""Shares of a part and a whole that stand together: ``in 96 of 480 cases, a rate of 20 percent``.

The two are one phrase, so the share needs no more than words that say it of them: "that is", "a
rate of", "turnout was … :". It stands behind them, before them, or opens the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.shares.fatality import of_cases
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.shares.slashed import slashed
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import phrase, relation, singular
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem

_HEDGE = hedges("thus", "therefore", "an?")
_LINK = (
    r"(?:(?:all|the|its|their|his|her|our|those|these|some|about|more than|nearly|roughly|almost"
    r"|over|a|total|of|[a-z]+'s) ){{0,3}}"
)
_AMONG = r"[^.;:()\ue000-\uf8ff]"
# 96 "of the" 480; 96 "stops out of" 480; "of the" 480 "cars," 96; 480 "cars," 96 "of which"
_ONE_OF = pattern(
    rf"(?P<part>{{amount}})(?:\s[a-z'-]+){{{{0,2}}}}?\s(?:out )?of {_LINK}(?P<whole>{{amount}})"
    rf"|(?:^\W*|[,;] (?:(?:and|but) )?)(?:of|out of|among) {_LINK}(?P<whole2>{{amount}}){_AMONG}*,"
    rf"{_AMONG}*(?P<part2>{{amount}})"
    rf"|(?P<whole3>{{amount}}){_AMONG}*(?P<part3>{{amount}})\s(?:[a-z]+ )?of (?:them|those|whom"
    r"|which|these)\b"
)
_GAP = r"[^.;:()\ue000-\uf8ff]{{0,90}}?"
_RATE = r"(?:rate|share|percentage|proportion|turnout|ratio)"
_IS = (
    r"(?:'s| is| was| means| meant| comes to| came to| works out to| amounts to| amounted to"
    r"| represents| represented| equals| makes| made)"
)
# 96 of 480 "voters cast ballots, a turnout of" 20%; ", for a" 20% "turnout"; "; the rate was" 20%
# 96 of the 480 "seized in all nine sectors (" 20%
_BEHIND = pattern(
    _GAP + r"(?:(?P<tie>(?:[,;:]| -{{1,2}})\s(?:(?:and|for|or|with|giving|so|yielding|in) )?"
    rf"(?:(?:an?|the|its|their) (?:[a-z-]+ ){{{{0,3}}}}?{_RATE}(?: (?:of|was|is|at|stood at))?"
    rf"|(?:that|which|this){_IS}|turnout was|(?:the [a-z]+|it|they) (?:is|was|are|were) at)) "
    rf"{_HEDGE}(?P<share>{{portion}})"
    r"|(?P<tie2>, (?:for|giving|or) )an? (?P<share2>{percent})[ -](?:[a-z]+ ){{0,2}}?"
    rf"{_RATE}|(?:\b(?:in|at|across|from) (?:all|the|its|their) {{n}}{_AMONG}{{{{0,40}}}})?"
    rf"(?P<tie3>\(){_HEDGE}(?P<share3>{{portion}})\)(?! of\b)"
    rf"|(?P<tie4>,(?: [a-z'-]+){{{{1,4}}}} (?:made up|makes? up|accounts? for|accounted for"
    rf"|represent(?:s|ed)?|comprised?) ){_HEDGE}(?P<share4>{{portion}})"
    r"(?= of (?:the total|those|all|them)\b(?! of\b)))"
)
# 20% "of the time, in" 96 of 480; "turnout was" 20%": "96 of 480 voters cast ballots
_BEFORE = pattern(
    r"(?P<share>{portion})(?:(?P<tie2>:) |"
    + _GAP
    + r"(?P<tie>,(?: or| in)?| -{{1,2}}| \()\s?)"
    + _HEDGE
    + "$"
)
_ENDS = pattern(r"(?:\s[a-z-]+){{0,3}}?\s?(?:[.,;)]| -|$)")
# "That is" 20%; "The search rate was" 20%
_OPENS = pattern(
    rf"\W*(?P<tie>(?:that|this|it){_IS}|the (?:[a-z-]+ ){{{{0,2}}}}?{_RATE} (?:was|is)"
    rf"|turnout was) {_HEDGE}(?P<share>{{portion}})"
)
_OF_WHAT = lazy(r" of (?:(?:the|all|its|their|those|these|his|her|our|every) )*(?P<of>[a-z'-]+)")
_ALL = frozenset("total whole them those these time cases capacity".split())
_CHANGES = lazy(
    r"[ -](?:[a-z]+ )?(?:more|fewer|less|higher|lower|increase|decrease|drop|rise|of an)\b"
)


# "in the county", "among those released": a share of these alone; "adjusted for", "if"
_SCOPE = lazy(
    r"\b(?:in|among|at|within|across|reporting|alone|for|who|when|but|once|if|adjusted|counting"
    r"|counted|counts|excluding|including|excludes|includes|without|leaving|except|weighted)\b"
)
_ROOM = lazy(r"\b(?:beds?|cells?|places|spaces|seats|rooms|slots|berths)\b")
# "a denial rate of": named as the deed of the part is, by its first letters
_NAMED = lazy(rf"(?P<what>[a-z-]+) {_RATE}\b|(?P<turnout>turnout)")
_PLAIN = frozenset("a an the its their this that overall success".split())
_SAME = 4


class _Quotient(NamedTuple):
    """A part and its whole, and the stretch of the sentence that tells them."""

    part: Figure
    whole: Figure
    start: int
    end: int


def of_a_quotient(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The shares said of a part and its whole that are told as one phrase.

    What does not fit is told only where the words leave no other part and whole to be meant.
    """
    if "/" in skeleton.text:
        yield from slashed(reading, skeleton)
    if "fatality" in skeleton.words or "cfr" in skeleton.words:
        yield from of_cases(reading, index, skeleton)
    told_here = list(_quotients(skeleton)) if len(skeleton.figures) > 2 else []
    for told in told_here:
        for match in _ties(skeleton, told):
            which = next(w for w in ("", "2", "3", "4") if match.groupdict().get(f"tie{w}"))
            shares = f"share{which}" if f"share{which}" in match.re.groupindex else "share"
            share, tie = skeleton.group(match, shares), skeleton.span(match, f"tie{which}")
            if share is None or not _is_of(skeleton, share, skeleton, told):
                continue
            sure = len(told_here) == 1 and _is_surely_of(skeleton, match, skeleton, told)
            sure = sure and not _is_of_another(skeleton, told, share)
            if sure or quotient_off((told.part,), told.whole, share) == 0:
                yield _share(reading, tie, told, share)
    opened = _OPENS.match(skeleton.text) if index else None
    share = skeleton.group(opened, "share") if opened else None
    if opened is None or share is None:
        return
    before = reading.sentences[index - 1]
    amounts = sum(family(f) is not None for f in before.figures)
    behind = list(_quotients(before))[:2]
    # "That's 36 percent of the rooms": named, it needs not stand alone
    named = len(behind) == 1 and _names_whole(skeleton, share, before, behind[0])
    for told in behind if amounts == 2 or named else ():
        sure = _is_surely_of(skeleton, opened, before, told)
        fits = sure or quotient_off((told.part,), told.whole, share) == 0
        if fits and _is_of(skeleton, share, before, told):
            yield _share(reading, skeleton.span(opened, "tie"), told, share)


def _is_of_another(skeleton: Skeleton, told: _Quotient, share: Figure) -> bool:
    """Whether another number told with the part makes the share: "or 19 in all, a rate of"."""
    return any(
        quotient_off((f,), told.whole, share) == 0
        for f in skeleton.figures
        if family(f) == family(told.part) and f not in (told.part, told.whole)
    )


def _share(reading: Reading, tie: Span, told: _Quotient, share: Figure) -> Relation:
    return relation("share", reading, [tie], part=told.part, whole=told.whole, share=share)


def _is_surely_of(
    skeleton: Skeleton, match: re.Match[str], home: Skeleton, told: _Quotient
) -> bool:
    """Whether the words that say the share name no rate, place or group but the quotient's own."""
    if _SCOPE.search(skeleton.text, max(match.end(), told.end if home is skeleton else 0)):
        return False
    if "capacity" in skeleton.words and not _ROOM.search(home.text, told.start):
        return False
    named = _NAMED.search(match.group())
    if named is None or named["what"] in _PLAIN:
        return True
    deeds = ("vote", "ballot") if named["turnout"] else (named["what"][:_SAME],)
    at = match.start() + named.start() if home is skeleton else len(home.text)
    told_of = home.text[:at] + home.text[at + len(named.group()) :]
    return any(f" {deed}" in told_of for deed in deeds)


def _quotients(skeleton: Skeleton) -> Iterator[_Quotient]:
    """Every part of a sentence that is told with its whole: ``96 of 480``, ``Of 480 cars, 96``."""
    if skeleton.amounts < 2 or "of" not in skeleton.words:
        return
    for match in _ONE_OF.finditer(skeleton.text):
        which = next(w for w in ("", "2", "3") if match[f"part{w}"] is not None)
        part, whole = (skeleton.figure_at(match.start(f"{g}{which}")) for g in ("part", "whole"))
        if family(part) == family(whole) != "percent" and 0 < (part.value or 0) < (
            whole.value or 0
        ):
            yield _Quotient(part, whole, match.start(), match.end())


def _ties(skeleton: Skeleton, told: _Quotient) -> Iterator[re.Match[str]]:
    """The words that say a share of what *told* is, behind it and before it."""
    if behind := _BEHIND.match(skeleton.text, told.end):
        yield behind
    before = _BEFORE.search(skeleton.text, max(0, told.start - 130), told.start)
    if before and (before["tie2"] or _ENDS.match(skeleton.text, told.end)):
        yield before


def _names_whole(skeleton: Skeleton, share: Figure, home: Skeleton, told: _Quotient) -> bool:
    """Whether a share is said to be of what the whole counts."""
    of = _OF_WHAT.match(skeleton.text, skeleton.sign_of(share) + 1)
    return of is not None and of["of"] in phrase(home, told.whole)


def _is_of(skeleton: Skeleton, share: Figure, home: Skeleton, told: _Quotient) -> bool:
    """Whether a share can be of that part and whole, and is said of nothing else."""
    at = skeleton.sign_of(share) + 1
    if share.value is None or _CHANGES.match(skeleton.text, at):
        return False
    of = _OF_WHAT.match(skeleton.text, at)
    if of is None or of["of"] in _ALL or of["of"] in phrase(home, told.whole):
        return True
    noun = head(home, told.whole)
    if noun is None:
        return False
    return alike(singular(of["of"]), noun) or stem(of["of"]) == stem(noun)  # "of those arrested"
