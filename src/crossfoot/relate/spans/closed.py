"""Lengths that their sentence ties to both its dates, in whatever order it tells the three.

``From Oct. 1 through Oct. 14, officers conducted a 14-day surge``; ``the 10-day sweep concluded on
July 12 after beginning July 3``; ``Operation Dawn, which started Aug. 5 and wrapped up Aug. 16,
lasted 12 days``; ``arrested in 2008, he spent 12 years in prison before his release in 2020``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Relation
from crossfoot.relate.spans.windows import span_between
from crossfoot.relate.spans.words import EVENT, HEDGE

_D, _L = SIGNS["date"], SIGNS["duration"]
_BEGAN = r"(?:beg[au]n|beginning|started|starting|launched|launching|kicked off|kicking off|opened)"
_ENDED = r"(?:ended|concluded|wrapped up|finished|was completed|came to an end|culminated)"
_ON = r"(?:on |in )?"
# "From" Oct. 1 "through" Oct. 14", officers conducted a" 14-day "surge"
_FRONTED = lazy(
    rf"(?:^|[.;] )\W*from (?P<start>{_D}),? (?:through|to|until) (?P<end>{_D}), "
    rf"(?:(?!(?:each|every|and|then|for)\b)[^ .;,{_D}{_L}]+ ){{1,8}}?"
    r"(?:conducted|carried out|led|ran|held|launched|executed|completed|undertook|mounted"
    r"|took part in|participated in) (?:an?|the|its|their) "
    rf"{HEDGE}(?P<length>{_L})[ -](?:long )?(?:[a-z-]+ ){{0,3}}?{EVENT}\b"
    r"(?! in (?:each|every|all|both)\b| each\b)"
)
# "the" 10-day "sweep concluded on" July 12 "after beginning on" July 3
_ENDED_AFTER = lazy(
    rf"(?P<length>{_L})[ -](?:long )?(?:[a-z-]+ ){{0,3}}?{EVENT}\b,? (?:that |which )?{_ENDED} "
    rf"{_ON}(?P<end>{_D}),? (?:after (?:it |having )?|and |having |which |that ){_BEGAN} {_ON}"
    rf"(?P<start>{_D})"
)
# "Operation Dawn, which started" Aug. 5 "and wrapped up" Aug. 16", lasted" 12 days
_LASTED = lazy(
    rf"\b{EVENT}\b(?: [a-z-]+){{0,4}},? (?:which|that)? ?{_BEGAN} {_ON}(?P<start>{_D}),? "
    rf"(?:and )?(?:{_ENDED}|ran through|continued through|ran until) {_ON}(?P<end>{_D}),? (?:and )?"
    rf"(?:lasted|took|spanned|covered) {HEDGE}(?P<length>{_L})"
)
# "took effect" March 1 "and expires" May 29", a period of" 90 days
_IN_FORCE = lazy(
    rf"\b(?:took effect|takes effect|effective|begins|began|opened|opens|started|starts) {_ON}"
    rf"(?P<start>{_D}),? and (?:will )?(?:expires?|expired|ends?|ended|closes?|closed|concludes?"
    rf"|runs? through|ran through|lasts? until) {_ON}(?P<end>{_D}), (?:or |for )?(?:a (?:total"
    rf"|period|span|stretch) of )?{HEDGE}(?P<length>{_L})(?=[.;,]|$| in all)(?!, [a-z]+ of)"
)
# not "arrested", after which many are free until they are convicted
_JAILED = (
    r"(?:jailed|imprisoned|incarcerated|locked up|went to prison|sent to prison|entered prison)"
)
_FREED = r"(?:release[d]?|freed|paroled|freedom)"
# "jailed in" 2008 "and spent" 12 years "in prison before his release in" 2020
_UNTIL_FREED = lazy(
    rf"\b{_JAILED}\b[^.;{_D}{_L}]{{0,40}}? {_ON}(?P<start>{_D}),? and (?:had )?(?:spent|served) "
    rf"{HEDGE}(?P<length>{_L})[^.;{_D}{_L}]{{0,40}}? (?:before|until) [^.;,{_D}{_L}]{{0,30}}?"
    rf"{_FREED} {_ON}(?P<end>{_D})"
)
# "held for" 21 days", from" March 1 "until his release on" March 22
_HELD_UNTIL = lazy(
    rf"\b(?:held|detained|jailed|locked up|in custody|spent|served) (?:for )?{HEDGE}"
    rf"(?P<length>{_L})[^.;{_D}{_L}]{{0,30}}?,? from {_ON}(?P<start>{_D}),? (?:until|to) "
    rf"(?:[a-z]+ ){{0,3}}?{_FREED} {_ON}(?P<end>{_D})"
)
# "went to prison in" 1999 "and was freed in" 2024 "after" 25 years; "served" 25 years, "from" to
_FREED_AFTER = lazy(
    rf"\b{_JAILED}\b[^.;{_D}{_L}]{{0,30}}? {_ON}(?P<start>{_D}),? and (?:was |were )?{_FREED} {_ON}"
    rf"(?P<end>{_D}),? after (?:spending |serving )?{HEDGE}(?P<length>{_L})(?=[.;,]|$| in| behind)"
)
_SERVED = lazy(
    rf"\b(?:served|spent) {HEDGE}(?P<length>{_L})(?: in (?:prison|jail)| behind bars| in office"
    rf"| as [a-z-]+(?: [a-z-]+){{0,2}})?,? from {_ON}(?P<start>{_D}) (?:to|until|through) {_ON}"
    rf"(?P<end>{_D})(?!,? and (?:again )?(?:from |in )?{_D})"
)
# each with words of which it needs one
_TESTS = (
    (_FRONTED, frozenset(("from",))),
    (_ENDED_AFTER, frozenset(("after", "and", "having", "which", "that"))),
    (_LASTED, frozenset(("lasted", "took", "spanned", "covered"))),
    (_IN_FORCE, frozenset(("and",))),
    (_UNTIL_FREED, frozenset(("before", "until"))),
    (_HELD_UNTIL, frozenset(("until", "to"))),
    (_FREED_AFTER, frozenset(("after",))),
    (_SERVED, frozenset(("served", "spent"))),
)


def closed_spans(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The lengths of a sentence that its words tie to both its dates."""
    for test, cues in _TESTS:
        if not cues.isdisjoint(skeleton.words):
            for match in test.finditer(skeleton.text):
                yield from _told(reading, skeleton, match)


def _told(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
    yield from span_between(reading, skeleton, match, start, end, "inclusive", joined=True)
