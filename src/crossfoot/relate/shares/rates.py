"""Rates by name: a conviction rate of so much, with the convictions and the cases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family, head, of_another
from crossfoot.relate.wording.wholes import MANY

# "a conviction rate of 92%", "the denial rate was thus 56.3 percent", "rose from 11% to 13%"
_RATE_OF = pattern(
    r"(?P<kind>\b[a-z]+)(?P<tie>\srate(?:(?:\s(?:of|was|is|stood at|came to|thus|therefore|at))*"
    r"|(?: (?:has|had|thus|then))*(?P<moved> (?:rose|risen|fell|fallen|increased|decreased|dropped"
    r"|declined|climbed|grew|grown|jumped|improved|went (?:up|down)|edged (?:up|down)))"
    r"(?: (?:slightly|sharply))?(?:,? from {percent}(?: (?:in|for) {date})?)? to))\s"
    r"(?:about |nearly |roughly |just over )?(?P<share>{percent})"
)
# "for men", "nationally", "last year's": the rate of a part, or of others than were just told
_APART = pattern(
    r"\b(?:for|in|among|at|within|across|by|against|before|previous|earlier"
    r"|(?:nation|state|city|county)[a-z]*)\b|{date}|{duration}|'s\b"
)
_OF_SOME = lazy(r"[^.;]* (?:for|in|among|at|within|across|by|against) ")
_ASIDE = lazy(r"\W*(?:while|although|though|despite|even as|as) [^;]*, ")
# "110 convictions …, for an 89% conviction rate"
_RATE = pattern(
    r"(?P<tie>\b(?:an?|the|with|at|to)\s)(?:[a-z]+\s){{0,2}}(?P<share>{percent})\s"
    r"(?P<kind>(?:[a-z-]+\s){{0,3}})rate\b"
)
# "101 convictions and 12 acquittals, 89%": those won of all that were decided; not "89% in May"
_WON = pattern(
    r"(?P<part>{n})\s(?:[a-z]+\s){{0,2}}?convictions?(?:,?\sand|\sagainst|,?\swith|,)\s"
    r"(?P<other>{n})\s(?:[a-z]+\s){{0,2}}?(?P<tie>acquittals?|not[- ]guilty verdicts?)\b"
    r"(?:,|\s\(|,? or| -{{1,2}}|,? for) ?(?:an? )?(?P<share>{percent})(?=\s?[,.;)]|\W*$)"
)
_ENDS = frozenset(("acquittal", "acquittals", "verdict", "verdicts"))
# the other end that a case of each can come to
_LOST = {"conviction": "acquittal", "acquittal": "conviction", "approval": "denial",
         "denial": "approval"}  # fmt: skip
# what a rate is of, and the verbs that tell its part
_RATES = {
    "arrest": ("arrest", "arrested"),
    "conviction": ("conviction", "convicted|convicting"),
    "acquittal": ("acquittal", "acquitted|acquitting"),
    "clearance": ("arrest", "cleared|solved|closed|clearing|solving|closing"),
    "approval": ("approval", "approved|granted|approving|granting"),
    "denial": ("denial", "denied|rejected|refused|denying|rejecting|refusing"),
    "rejection": ("rejection", "rejected|denied|refused|rejecting|denying|refusing"),
    "dismissal": ("dismissal", "dismissed|dismissing"),
    "success": ("success", "succeeded|won"),
    "grant": ("grant", "granted|approved|granting|approving"),
    "release": ("release", "released|freed|releasing|freeing"),
}


def by_rate(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``110 convictions and 14 acquittals, for an 89% conviction rate``."""
    if "rate" not in skeleton.words:
        yield from _won(reading, skeleton)
        return
    for match in (*_RATE.finditer(skeleton.text), *_RATE_OF.finditer(skeleton.text)):
        share = skeleton.group(match, "share")
        kinds = [k for k in match["kind"].split() if k in _RATES]
        if share is None or not kinds:
            continue
        noun, done = _RATES[kinds[-1]]
        before = _before(reading, index, share)
        counted = [f for f in before if head(reading.sentences[f.sentence], f) == noun] + [
            f for f in before if _says(reading, f, noun, done)
        ]
        if not counted:
            continue
        part = counted[0]
        whole = _whole(reading, part, noun, before, share)
        apart = part.sentence != index and _is_apart(skeleton, match)
        off = whole and _is_off(part, whole, share)
        if off and any(quotient_off((f,), whole[0], share) == 0 for f in before):
            continue  # "15 of the 24, and four others, or 19 in all, a clearance rate of 79"
        if whole and not (apart and off):
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _whole(
    reading: Reading, part: Figure, noun: str, before: Sequence[Figure], share: Figure
) -> tuple[Figure, ...]:
    """What the part is of, by the words beside it or by the number; two ends of cases, or none."""
    told = reading.sentences[part.sentence]
    if own := of_another(told, told.sign_of(part)):  # "in 19 of the 31 homicides"
        return (own,)
    wholes = [f for f in before if (f.value or 0) > (part.value or 0)]
    fits = next((w for w in wholes if quotient_off((part,), w, share) == 0), None)
    here = [w for w in wholes if _stands_before(reading, w, part)] or wholes
    lost = _lost(reading, part, noun, before) if fits is None else None
    if lost and not any(w.sentence == part.sentence for w in wholes):
        return (part, lost)
    if fits is None and len({w.value for w in here}) == 1:
        fits = here[0]
    return (fits,) if fits else ()


def _is_apart(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the sentence of a rate says of whom, where or when it is."""
    aside = _ASIDE.match(skeleton.text, 0, match.start())
    opening = _APART.search(skeleton.text, aside.end() if aside else 0, match.start())
    return bool(opening or _OF_SOME.match(skeleton.text, match.end()))


def _is_off(part: Figure, whole: Sequence[Figure], share: Figure) -> bool:
    return len(whole) == 1 and quotient_off((part,), whole[0], share) > 0


def _won(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``101 convictions and 12 acquittals, 89%``: of all that were decided."""
    if _ENDS.isdisjoint(skeleton.words):
        return
    for match in _WON.finditer(skeleton.text):
        part, other = skeleton.group(match, "part"), skeleton.group(match, "other")
        share = skeleton.group(match, "share")
        if part and other and share:
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=part, whole=(part, other), share=share)


def _lost(reading: Reading, part: Figure, noun: str, before: Sequence[Figure]) -> Figure | None:
    """The cases that ended otherwise, told with *part*: ``against 14 acquittals``."""
    told = reading.sentences[part.sentence]
    if head(told, part) != noun or noun not in _LOST:
        return None
    other = [f for f in before if f.sentence == part.sentence and head(told, f) == _LOST[noun]]
    return other[0] if len(other) == 1 else None


def _stands_before(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether *whole* is the figure right before *part* in its sentence."""
    figures = reading.by_sentence[part.sentence]
    at = bisect_left(figures, part.start, key=lambda f: f.start)
    return at > 0 and figures[at - 1] is whole


def _says(reading: Reading, figure: Figure, noun: str, done: str) -> bool:
    """``115 were convictions``, ``convictions in 207 of them`` and ``denied 34,980``."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    after = rf"\s(?:were|are|ended in|resulted in|led to) (?:(?:[a-z]+ )?{noun}s?|{done})\b"
    before = rf"\b(?:{noun}s? (?:in|against|for|of)|(?:{done})(?: [a-z]+ in| in)?)\s$"
    return bool(
        re.match(after, skeleton.text[at + 1 : at + 41])
        or re.search(before, skeleton.text[max(0, at - 40) : at])
    )


def _before(reading: Reading, index: int, share: Figure) -> list[Figure]:
    """The counts of the sentence and of the one before, nearest first; of many the nearest."""
    return [
        figure
        for at in (index, index - 1)
        if at >= 0
        for figure in reversed(reading.by_sentence[at])
        if figure.end <= share.start and family(figure) == "count"
    ][:MANY]
