"""Multiples: two figures of which one is said to be so many times the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.changes.announced_by_slip import announced_by_slip
from crossfoot.relate.changes.cues import PORTIONS, Cue, Statement
from crossfoot.relate.changes.elsewhere import may_be_of
from crossfoot.relate.changes.ends import Told, changes_told
from crossfoot.relate.changes.fitted import found_by_number
from crossfoot.relate.changes.neighbours import Ends
from crossfoot.relate.changes.one_end import first_amount
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# three times "more than", four times "higher": one more is a fair reading too
_MORE = re.compile(r" (?:more|higher|greater|larger|bigger)\b")


# "four times as many people were held this year (400) as last year (100)"
_AS_MANY = pattern(
    r"(?P<multiple>{multiple}) as (?:many|much)\b[^();.]{{0,70}}\((?P<result>{n})\) as "
    r"[^();.]{{0,50}}\((?P<base>{n})\)"
)


# 240 arrests", twice as many as in" 2019 "("120")"; 240", nearly" three times "May's" 80
_AS_BEFORE = pattern(
    r"(?P<result>{n})(?:[^.;()\ue000-\uf8ff]|{date}){{0,60}}(?:,| ?-) ?"
    r"(?:about |nearly |almost |more than |roughly |exactly )?(?P<multiple>{multiple}) "
    r"(?:(?:as (?:many|much)|the (?:number|figure|total|level|count))(?:[^.;()\ue000-\uf8ff]|{date}"
    r"|{duration}){{0,50}}?\((?P<base>{n})\)|(?:{date}|[a-z]+)'s (?:total of )?(?P<base2>{n})"
    r"(?=[.,;)]|$))"
)
# 240 inmates", half as many as the" 480; 240", half its peak of" 480
_HALF_AS = pattern(
    r"(?P<result>{n})(?:[^.;()\ue000-\uf8ff]|{date}){{0,60}}(?:,| ?-) ?"
    r"(?:about |nearly |almost |just over |just under |less than |more than |only )?"
    r"(?P<part>{fraction}) (?:as many as (?:the|its)|(?:of )?(?:its|their) (?:[a-z]+ ){{0,2}}"
    r"(?:peak|high|level|record|maximum) of) (?P<base>{n})"
)
# "That is about" half "the" 27,755 "of March 2011"; 90 arrests", nearly" half "the" 200 "of May"
_HALF_THE = pattern(
    r"(?:^\W*(?P<that>that|this|it) (?:is|was|were)\b[^.;]{{0,60}}?"
    r"|(?P<result>{n})[^.;\ue000-\uf8ff]{{0,60}}?, )(?:about |nearly |almost |just over "
    r"|just under |less than |more than |only )?"
    r"(?P<part>{fraction}) (?:of )?(?:the|last [a-z]+'s) (?P<base>{n})(?= (?:of|in|from) {date})"
)
# 800 fires", almost" double "the number put out a year ago, when crews went to" 400
_WHEN = pattern(
    r"(?P<result>{n})[^.;()\ue000-\uf8ff]{{0,60}}, (?:about |nearly |almost |more than )?"
    r"(?P<multiple>{multiple}) the (?:number|figure|total|level|count)\b[^.;\ue000-\uf8ff]{{0,60}}"
    r"(?:{date}[^.;\ue000-\uf8ff]{{0,40}})?\bwhen\b[^.;\ue000-\uf8ff]{{0,60}}(?P<base>{n})"
)
# "That number now stands at" 900 "-" three times "the level"
_THAT_NUMBER = pattern(
    r"\b(?:that|this|the) (?:number|figure|total|count)\b[^.;\ue000-\uf8ff]{{0,60}}"
    r"(?P<result>{n})[^.;()\ue000-\uf8ff]{{0,30}}(?:,| ?-) ?(?:about |nearly |almost |more than )?"
    r"(?P<multiple>{multiple}) (?:the|that|what|as)\b"
)
_FROM_TO = re.compile(r"\w\s?(?:\bto\b|\band\b|[-–—])\s?[$€£]?\w")
_WIDE = 2  # times its low end, the high end of a figure that says too little
_MULTIPLES = frozenset(("multiple",))
_NUMBERS = frozenset("number figure total level count".split())
# "prosecutors asked for" five times "that": what somebody wants has not come about
_ASKED = re.compile(
    r"\b(?:(?:ask(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed)?|demand(?:s|ed)?|hop(?:es|ed))"
    r" (?:for |to )?|call(?:s|ed) for )(?:[a-z]+ )?$"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every multiple that the wording asserts between two printed figures."""
    text = Told(reading)
    for index, skeleton in reading.quantified:
        if SIGNS["fraction"] in skeleton.text:
            yield from _parts(reading, index, skeleton)
        if SIGNS["multiple"] not in skeleton.text:
            continue
        for match in _AS_MANY.finditer(skeleton.text):
            yield relation(
                "multiple", reading, [skeleton.span(match)],
                base=skeleton.group(match, "base"), result=skeleton.group(match, "result"),
                multiple=skeleton.group(match, "multiple"),
            )  # fmt: skip
        for match in _AS_BEFORE.finditer(skeleton.text):
            yield relation(
                "multiple", reading, [skeleton.span(match, "multiple")],
                base=skeleton.group(match, "base" if match["base"] else "base2"),
                result=skeleton.group(match, "result"),
                multiple=skeleton.group(match, "multiple"),
            )  # fmt: skip
        yield from _of_a_number(reading, index, skeleton)
        for shape in announced_by_slip(reading, index, skeleton, _MULTIPLES):
            yield relation(
                "multiple", reading, [shape.licence],
                base=shape.base, result=shape.result, multiple=shape.change,
            )  # fmt: skip
        for statement, ends in changes_told(text, index, skeleton):
            if not (ends.base and ends.result):
                ends = found_by_number(text, index, statement, ends) or ends
            elif not may_be_of(reading, index, skeleton, statement, ends):
                continue
            for cue in statement.changes:
                if cue.figure.kind == "multiple":
                    yield from _relation(reading, skeleton, statement, ends, cue)


def _of_a_number(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A number told as a multiple of what it was, which stands behind it or just before."""
    if _NUMBERS.isdisjoint(skeleton.words):
        return
    for match in (*_WHEN.finditer(skeleton.text), *_THAT_NUMBER.finditer(skeleton.text)):
        result = skeleton.group(match, "result")
        if "base" in match.re.groupindex:
            base = skeleton.group(match, "base")
        else:
            above = reading.by_sentence[index - 1] if index else ()
            told = [f for f in above if family(f) == "count"]
            base = told[0] if len(told) == 1 else None
        if base and result:
            yield relation(
                "multiple", reading, [skeleton.span(match, "multiple")],
                base=base, result=result, multiple=skeleton.group(match, "multiple"),
            )  # fmt: skip


def _parts(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A count that is a part of what was counted at another time."""
    for match in (*_HALF_THE.finditer(skeleton.text), *_HALF_AS.finditer(skeleton.text)):
        base, result = skeleton.group(match, "base"), skeleton.group(match, "result")
        if match.groupdict().get("that") and index and base:
            result = first_amount(reading, index - 1, base)
        if base and result and result.value:
            yield relation(
                "multiple", reading, [skeleton.span(match, "part")],
                base=base, result=result, multiple=skeleton.group(match, "part"),
            )  # fmt: skip


def _relation(
    reading: Reading, skeleton: Skeleton, statement: Statement, ends: Ends, cue: Cue
) -> Iterator[Relation]:
    if not (ends.base and ends.result) or not _sizes(ends.base, ends.result):
        return
    if _ASKED.search(cue.before):
        return
    options = {"reading": "more"} if _MORE.match(cue.after) else {}
    yield relation(
        "multiple", reading, statement.licence(skeleton), options,
        base=ends.base, result=ends.result, multiple=cue.figure,
    )  # fmt: skip


def _sizes(*ends: Figure) -> bool:
    """Whether two figures can be so many times each other: no range, "$288 to $2,861"."""
    if any(map(_is_vague, ends)):
        return False
    return all(f.kind not in PORTIONS or f.kind in ("percent", "multiple") for f in ends)


def _is_vague(figure: Figure) -> bool:
    low, high = figure.range.low, figure.range.high
    if low is None or high is None or not 0 < _WIDE * low < high:
        return False
    return _FROM_TO.search(figure.text) is not None  # not "one million", which is but round
