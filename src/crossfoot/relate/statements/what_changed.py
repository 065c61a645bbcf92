"""What a percentage says has changed, and which way.

Each is tied to the noun that changed, in the clause it stands in: before its verb ("murders fell
by"), right before "by" where the verb is left out ("and robberies by"), after "a decline in", or
the last number of things told before it ("310 burglaries (… or 15% fewer").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, Skeleton, pattern
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.stems import IDLE, stem

__all__ = ["tells_change", "what_changes"]

_HEDGE = hedges("an average of", "a", "by")


_FINITE = (
    r"(?:up|down|rose|fell|dropped|declined|decreased|increased|climbed|jumped|plunged|plummeted"
    r"|dipped|surged|soared|spiked|risen|fallen|grew|grown"
    # of headlines
    r"|(?:drop|decline|decrease|increase|rise|fall|jump|climb|plunge|plummet|dip|surge|soar|spike)s?)"
)
_GERUND = (
    r"(?:dropping|declining|decreasing|increasing|falling|rising|climbing|jumping|plunging"
    r"|plummeting|dipping|surging|soaring)"
)
# "shooting victims also went down by nearly | 12%"
_VERB = lazy(rf"(?:^|[\s,])(?P<way>{_FINITE}|{_GERUND})\s(?:[a-z]+ly\s)?(?:by\s)?{_HEDGE}$")
# ", and robberies by | 7%"
_GAPPED = lazy(rf"(?:^|,|;|\band)\s(?:and\s)?(?P<np>(?:[a-z'-]+\s){{1,4}})by\s{_HEDGE}$")
# "robberies 6%, carjackings | 11%"
_BARE = lazy(rf"{CLASSES['portion']}(?:,|\sand)\s(?:and\s)?(?P<np>(?:[a-z'-]+\s){{1,3}}){_HEDGE}$")
_NOUN = r"(?:drop|decline|decrease|reduction|dip|increase|rise|jump|spike|surge)"
# "12% | decline in the number of murders"
_IN = lazy(
    rf"\s(?:[a-z-]+\s)?(?P<way>{_NOUN})\sin\s(?:the\s)?(?:number\sof\s|rate\sof\s)?"
    r"(?P<np>[a-z' -]{4,60})"
)
# "… and 9% | in robberies"
_IN_TOO = lazy(r"\sin\s(?:the\s)?(?P<np>[a-z' -]{4,60})")
# "12% | fewer than", "12% | increase"
_AFTER = lazy(rf"\s(?:[a-z-]+\s)?(?P<way>{_NOUN}|fewer|less|lower|more|higher)\b")
# "down 51 or | 15%", "a drop of | 15%"
_BEFORE = lazy(
    rf"\b(?P<way>up|down|{_NOUN}\sof)\s(?:by\s)?(?:{CLASSES['any']}(?:,\sor|\sor|,)\s)?{_HEDGE}$"
)
_RESPECTIVELY = pattern(r"(?P<one>{percent})\sand\s(?P<other>{percent}),?\srespectively")
# where a noun with its narrowing words ends: "shootings | across the city"
_TAIL = lazy(
    r"\s(?:in|on|of|for|across|along|near|over|during|from|at|among|to|since|with|this|last|throughout"
    r"|between|compared|were|was|is|are|have|has|had|also|both|all|went|reached|hit|which|that"
    r"|by)\b.*"
)
# "drop in homicides | is the sharpest among the crimes that are counted"
_VERBED = lazy(r"\s(?:is|are|was|were|has|have|had|that|which|who)\s.*")
# "arrests | of people from elsewhere": a kind of them
_OF_WHAT = lazy(r"\s(?:of|from|by|against|involving|among|with|for)\s([a-z' -]+)")
_PLACED = lazy(r"(?:^|[\n;])(?P<np>[a-z' -]+?)\s(?:in|across|at|near)\s[^;:\n]{2,40},\s?$")
_LEADING = lazy(
    r"^(?:(?:with|and|in|also|overall|the|both)\s)*(?:(?:the\s)?(?:total\s|overall\s)?number\sof\s)?"
)
# "burglaries see a | 12%"; and who sees changes of something else
_SEES = lazy(
    rf"(?:^|[,;]\s)(?P<np>(?:[a-z'-]+\s){{1,4}})(?:sees?|saw|shows?|showed)\s(?:an?\s)?{_HEDGE}$"
)
_SEERS = frozenset(
    map(
        stem,
        "county city state town district region area department office agency police sheriff"
        " country nation report data figures statistics numbers year month it"
        " we they officials".split(),
    )
)
_STOP = lazy(
    rf"[.;:()\"\n]|\s-\s|{CLASSES['any']}|\b(?:while|but|whereas|as|that|when|said|because)\b"
)
# nouns that add nothing to the deed they stand after: "shooting incidents"
_EMPTY = frozenset(map(stem, "incidents cases rate level reports related overall".split()))
_RISES = frozenset(
    map(
        stem,
        "up rose risen increased increase climbed jumped jump surged surge soared grew grown rise"
        " more higher spike spiked climb soar rising increasing climbing jumping surging"
        " soaring".split(),
    )
)
# of whom it is told elsewhere what was done
_ANYBODY = frozenset(map(stem, "people persons individuals others cases".split()))
_NEXT = 50  # characters within which the number it changed from is told
_LONG = 150  # characters over which a number of things is taken up by a percentage


def tells_change(statement: Statement) -> bool:
    """Whether a share is that of a rise or fall."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    left = text[max(0, sign - _LONG) : sign]
    return bool(_VERB.search(left) or _BEFORE.search(left) or _AFTER.match(text, sign + 1))


def what_changes(
    text: str, skeleton: Skeleton, sign: int, counts: Sequence[Statement], risen: bool | None
) -> tuple[list[frozenset[str]], bool] | None:
    """What changes by the percentage at *sign*, and whether it rises.

    *risen* is whether the change told before it in the sentence was a rise; None where none was.
    """
    if match := _IN.match(text, sign + 1):
        return [_key(match["np"])], _rises(match)
    if risen is not None and (match := _IN_TOO.match(text, sign + 1)):
        return [_key(match["np"])], risen
    left = text[max(0, sign - _LONG) : sign]
    if match := _VERB.search(left):
        subject = left[: match.start("way")]
        pair = _RESPECTIVELY.match(text, sign)
        keys = _subjects(subject)
        if keys:
            return ([keys[0]] if pair and len(keys) == 2 else keys), _rises(match)
    if risen is not None and (match := _GAPPED.search(left) or _BARE.search(left)):
        return [_key(match["np"])], risen
    if pair := _RESPECTIVELY.search(left + text[sign : sign + 15]):
        first = _VERB.search(left[: pair.start()])
        keys = _subjects(left[: first.start("way")]) if first else []
        return ([keys[1]], _rises(first)) if first and len(keys) == 2 else None
    if (match := _AFTER.match(text, sign + 1)) and (seen := _SEES.search(left)):
        key = _key(seen["np"])
        return ([] if key & _SEERS else [key]), _rises(match)
    if match := _AFTER.match(text, sign + 1) or _BEFORE.search(left):
        before = [s for s in counts if sign - _LONG < skeleton.sign_of(s.figure) < sign]
        if before:
            one = _same_as_base(skeleton, sign, before, counts)
            key = _worded({one.head, *one.modifiers})
            return ([] if key <= _ANYBODY else [key]), _rises(match)
    return None


def _same_as_base(
    skeleton: Skeleton, sign: int, before: Sequence[Statement], counts: Sequence[Statement]
) -> Statement:
    """Of the numbers before it the one that changed: 90 of "90 inmates in 8 jails, 30% fewer"."""
    after = (s for s in counts if sign < skeleton.sign_of(s.figure) < sign + _NEXT)
    base = next(after, None)
    return next((s for s in reversed(before) if base and s.head == base.head), before[-1])


def _rises(match: re.Match[str]) -> bool:
    return stem(match["way"].removesuffix(" of")) in _RISES


def _subjects(before: str) -> list[frozenset[str]]:
    """The nouns that a verb is said of, told right before it: "murders and robberies also"."""
    placed = _PLACED.search(before)
    if placed:  # "homicides in Salem, Alder, | down"
        return [_key(placed["np"])]
    stops = [m.end() for m in _STOP.finditer(before)]
    clause = before[stops[-1] :] if stops else before
    clause = clause.rstrip(" ,")
    parts = [p for p in re.split(r",\s(?:and\s)?|\sand\s", clause) if p.strip()]
    keys = [_key(p) for p in parts]
    return [k for k in keys if k][-3:]


def _key(phrase: str) -> frozenset[str]:
    phrase = _LEADING.sub("", _VERBED.sub("", phrase).strip(" ,"))
    words = _TAIL.sub("", " " + phrase).split()
    of = _OF_WHAT.search(phrase)  # "thefts from cars" are no car thefts
    kind = {f"of {stem(w)}" for w in of.group(1).split() if w not in IDLE} if of else set()
    return _worded({stem(w) for w in words[-4:] if w not in IDLE} | kind)


def _worded(stems: Iterable[str]) -> frozenset[str]:
    found = frozenset(stems) - {"drop", "rise"}
    return found - _EMPTY or found
