"""Multiples: two figures of which one is said to be so many times the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate._change_ends import Ends, Told, changes_told
from crossfoot.relate._changes import PORTIONS, Cue, Statement
from crossfoot.relate._wording import relation, sentences

# three times "more than", four times "higher": one more is a fair reading too
_MORE = re.compile(r" (?:more|higher|greater|larger|bigger)\b")


# "four times as many people were held this year (400) as last year (100)"
_AS_MANY = pattern(
    r"(?P<multiple>{multiple}) as (?:many|much)\b[^();.]{{0,70}}\((?P<result>{n})\) as "
    r"[^();.]{{0,50}}\((?P<base>{n})\)"
)


# "prosecutors asked for" five times "that": what somebody wants has not come about
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed)?|demand(?:s|ed)?|hop(?:es|ed)"
    r"|call(?:s|ed)) (?:for |to )?(?:[a-z]+ )?$"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every multiple that the wording asserts between two printed figures."""
    text = Told(reading)
    for index, skeleton in sentences(reading):
        if SIGNS["multiple"] not in skeleton.text:
            continue
        for match in _AS_MANY.finditer(skeleton.text):
            yield relation(
                "multiple", reading, [skeleton.span(match)],
                base=skeleton.group(match, "base"), result=skeleton.group(match, "result"),
                multiple=skeleton.group(match, "multiple"),
            )  # fmt: skip
        for statement, ends in changes_told(text, index, skeleton):
            for cue in statement.changes:
                if cue.figure.kind == "multiple":
                    yield from _relation(reading, skeleton, statement, ends, cue)


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
    return all(f.kind not in PORTIONS or f.kind in ("percent", "multiple") for f in ends)
