"""Where the persons of a case stand at last: released, deported, in custody, at large.

No one is in two of these at once, so groups told by them cannot make more than all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton

_GROUP = (
    r"(?:\s(?:of (?:them|those|(?:the |all )?[\ue000-\uf8ff](?: [a-z]+){0,2}?|the [a-z]+)"
    r"|other|others|people|persons|men|women|suspects|defendants|migrants))?\s"
)
# "have since been", "were later", "are still", or left out: "nine were released, three deported"
_WERE = (
    r"(?:(?:have|has|had)\s(?:since\s|already\s|now\s)?been\s|(?:were|was|are|is)\s)?"
    r"(?:since\s|later\s|then\s|already\s|also\s)?"
)
_ARE = (
    r"(?:(?:are|is|were|was|remain(?:s|ed)?|stay(?:ed)?)\s)?"
    r"(?:still\s|now\s|currently\s|being\s|listed as\s|considered\s)*"
)
_STILL = (
    r"(?:remain(?:s|ed)?|(?:are|is)(?:\s(?:still|now|currently))?|(?:were|was)\sstill)"
    r"\s(?:being\s)?"
)
_IN_CUSTODY = (
    rf"{_ARE}(?:in (?:(?:federal|state|county|local|police|ice|immigration|u\.s\.)\s)?"
    r"(?:custody|detention|jail)|behind bars)\b"
    rf"|{_STILL}(?:held|detained|jailed|locked up)\b"
)
_RELEASED = (
    rf"{_WERE}(?:released|freed|let go|bailed out)\b(?!\sto\b)"
    r"|(?:are|were|remain)?\s?(?:free|out) on (?:bond|bail)\b"
)
_DEPORTED = (
    rf"{_WERE}(?:deported|removed from the (?:country|united states)|repatriated|expelled"
    r"|(?:sent|flown|returned) (?:home|back)"
    r"|returned to (?:their|his|her) (?:home )?countr(?:y|ies))\b"
)
_AT_LARGE = (
    rf"{_ARE}(?:at large|fugitives?|on the run|(?:being )?sought|wanted|not in custody|missing)\b"
)
_PLEADED = r"(?:(?:have|has|had)\s)?(?:already\s)?(?:pleaded|pled)\sguilty\b"
_TRIED = rf"{_WERE}(?:convicted|found guilty)\s(?:at trial|by (?:a jury|juries|jurors))\b"
_ACQUITTED = rf"{_WERE}(?:acquitted|found not guilty)\b"
_AWAITING = (
    r"(?:(?:are|is)\s)?(?:still\s)?(?:await(?:ing|s)?|scheduled for|set for|headed for)\strial\b"
    r"|(?:are to\s|will\s)?go(?:es)? (?:to|on) trial\b"
)
_TREATED = rf"{_WERE}treated at the scene\b"
_TAKEN = (
    rf"{_WERE}(?:taken|rushed|sent|flown|driven)\sto\s"
    r"(?:a\s|an\s|the\s|area\s|local\s|nearby\s)*hospitals?\b"
)
_REFUSED = r"(?:refused|declined|turned down)\s(?:medical\s)?(?:treatment|care|help|attention)\b"

# "Police are looking for 12": those found are none of them
_SOUGHT = lazy(
    r"\b(?:look(?:s|ed|ing)? for|search(?:es|ed|ing)? for|hunt(?:s|ed|ing)?|seek(?:s|ing)?|sought"
    r"|missing|wanted|at large)\b"
)
# "acquitted of the main charge", "guilty to some counts": and of others not
_COUNTS = lazy(
    r"\b(?:the|some|one|an?|its|their|other|[\ue000-\uf8ff])\s(?:of the\s)?(?:[a-z-]+\s){0,3}?"
    r"(?:charge|count|indictment)s?\b|\b(?:acquitted|found not guilty)\s(?:of|on)\b"
)
# "from an earlier raid", "and five others", "several more": of others than those just told
_ELSE = lazy(
    r"\b(?:earlier|previous(?:ly)?|prior|another|others?|separate|second|last|before|after|month|year"
    r"|week|more|some|several|many|both|also|again|rest|unknown|of (?:whom|which))\b"
)
_LEFT = (
    r"(?:(?:have|has|had)\s)?(?:since\s|already\s|now\s)?(?:left|moved (?:out|on|away)|departed"
    r"|gone home|checked out)\b"
)
_STAYED = (
    r"(?:are|is|were|was)\sstill\s(?:there|here|in|at|living|staying)\b"
    r"|(?:remain(?:s|ed)?|stay(?:s|ed)?)\s(?:there|here|in|at)\b"
)
_VOTED_FOR = (
    r"voted\s(?:for|yes|in favou?r|to (?:uphold|affirm|approve|convict|keep|pass|back|support))\b"
)
_AGAINST = (
    r"(?:dissented|opposed it|voted\s(?:no|against|to (?:reject|overturn|reverse|acquit|block)))\b"
)
_ABSTAINED = (
    r"(?:abstained|did not vote|(?:was|were) absent|recused (?:him|her|them)sel(?:f|ves))\b"
)
# in each row no one is in two
_ROWS = tuple(
    tuple(lazy(_GROUP + f"(?:{words})") for words in row)
    for row in (
        (_IN_CUSTODY, _RELEASED, _DEPORTED, _AT_LARGE),
        (_PLEADED, _TRIED, _ACQUITTED, _AWAITING),
        (_TREATED, _TAKEN, _REFUSED),
        (_LEFT, _STAYED),
        (_VOTED_FOR, _AGAINST, _ABSTAINED),
    )
)
_TRIALS = _ROWS[1]
_HELD_OR_NOT = frozenset((0, 1, 2))  # in custody, released, deported
_CUES = frozenset(
    "custody detention jail bars held detained jailed locked released freed bond bail let"
    " deported removed repatriated expelled home back country countries fugitive fugitives"
    " large run sought wanted missing guilty acquitted convicted trial treated hospital"
    " hospitals treatment care help attention left moved departed gone checked still remain"
    " remains remained stay stayed stays voted dissented opposed abstained vote absent"
    " recused".split()
)


@dataclass(frozen=True)
class Ends:
    """The ends by which groups are told, no two by the same, and the row that they are of."""

    row: int
    told: frozenset[int]

    @property
    def leave_none(self) -> bool:
        """Whether hardly a fourth is left: those held, those let go and those sent home."""
        return self.row == 0 and self.told >= _HELD_OR_NOT


def ends(
    told: Iterable[tuple[Skeleton, int]], whole: tuple[Skeleton, int] | None = None
) -> Ends | None:
    """The ends by which groups are told, each after its sign, if no two are the same.

    None where words beside them tell of others, or where the *whole* is told by such an end, too:
    "Fifteen were deported. Ten were released".
    """
    groups = list(told)
    if any(_CUES.isdisjoint(skeleton.words) for skeleton, _ in groups):  # as nearly always
        return None
    if any(_ELSE.search(skeleton.text) for skeleton, _ in groups):
        return None
    for number, row in enumerate(_ROWS):
        found = [_of_row(row, skeleton, sign) for skeleton, sign in groups]
        if not all(found) or len({n for n, *_ in found}) != len(groups):
            continue
        if whole and (_of_row(row, *whole) or _SOUGHT.search(whole[0].text)):
            return None
        if row is _TRIALS and any(_COUNTS.search(skeleton.text) for skeleton, _ in groups):
            return None
        return Ends(number, frozenset(n for n, *_ in found))
    return None


def are_ends(one: tuple[Skeleton, int], other: tuple[Skeleton, int]) -> bool:
    """Whether two groups are told by ends of one row, so that neither is of the other."""
    if _CUES.isdisjoint(one[0].words) or _CUES.isdisjoint(other[0].words):  # as nearly always
        return False
    return any(_of_row(row, *one) and _of_row(row, *other) for row in _ROWS)


def _of_row(row: Sequence[re.Pattern[str]], skeleton: Skeleton, sign: int) -> list[int]:
    """The ends of *row* by which the group of *sign* is told."""
    return [n for n, end in enumerate(row) if end.match(skeleton.text, sign + 1)]
