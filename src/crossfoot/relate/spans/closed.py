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
from crossfoot.model import Figure, Relation
from crossfoot.relate.spans.windows import both_windows, span_between
from crossfoot.relate.spans.words import DAYS, EVENT, HEDGE

_D, _L, _RANK = SIGNS["date"], SIGNS["duration"], SIGNS["rank"]
_BEGAN = r"(?:beg[au]n|beginning|started|starting|launched|launching|kicked off|kicking off|opened)"
_ENDED = r"(?:ended|concluded|wrapped up|finished|was completed|came to an end|culminated)"
_ON = r"(?:on |in )?"
# no "12 days longer than planned"
_IN_ALL = r"(?! (?:longer|more|less|shorter|to|of|in|for)\b)"
# "From" Oct. 1 "through" Oct. 14", officers conducted a" 14-day "surge"
_FRONTED = lazy(
    rf"(?:^|[.;] )\W*(?:from|(?P<within>between)) (?P<start>{_D}),? (?:through|to|until|and) "
    rf"(?P<end>{_D}), "
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
    rf"(?:\b{EVENT}\b(?: [a-z-]+){{0,4}},? (?:which |that )?|\b(?:which|that) ){_BEGAN} {_ON}"
    rf"(?P<start>{_D}),? "
    rf"(?:and )?(?:{_ENDED}|ran through|continued through|ran until) {_ON}(?P<end>{_D}),? (?:and )?"
    rf"(?:lasted|took|spanned|covered) {HEDGE}(?P<length>{_L}){_IN_ALL}"
)
# "took effect" March 1 "and expires" May 29", a period of" 90 days
_IN_FORCE = lazy(
    rf"\b(?:took effect|takes effect|effective|begins|began|opened|opens|started|starts) {_ON}"
    rf"(?P<start>{_D}),? and (?:will )?(?:expires?|expired|ends?|ended|closes?|closed|concludes?"
    rf"|runs? through|ran through|lasts? until) {_ON}(?P<end>{_D}), (?:or "
    r"|(?:running |lasting )?for |lasting |spanning |covering )?(?:a (?:total"
    rf"|period|span|stretch) of )?{HEDGE}(?P<length>{_L})(?=[.;,]|$| in all)(?!, [a-z]+ of)"
)
# "started" Dec. 22 "and lasted" 35 days", ending" Jan. 25
_RAN_ENDING = lazy(
    rf"\b{_BEGAN} {_ON}(?P<start>{_D}),? and "
    rf"(?:(?:lasted|ran|continued|went on)(?: for)?|took|spanned) {HEDGE}(?P<length>{_L}),? "
    rf"(?:ending|concluding|until|through|and (?:ended|concluded)) {_ON}(?P<end>{_D})"
)
_JAILED = (
    r"(?:jailed|imprisoned|incarcerated|locked up|went to prison|sent to prison|entered prison"
    r"|detained)"
)
_FREED = r"(?:released?|freed|paroled|freedom|let go|deported)"
# "jailed in" 2008 "and spent the next" 12 years "in prison before his release in" 2020
_UNTIL_FREED = lazy(
    rf"\b(?:{_JAILED}|convicted)\b[^.;{_D}{_L}]{{0,40}}? {_ON}(?P<start>{_D}),? (?:and )?(?:had )?"
    r"(?:spent|served) "
    rf"(?P<next>the (?:next|following) )?{HEDGE}(?P<length>{_L})[^.;{_D}{_L}]{{0,40}}? "
    rf"(?:before|until) [^.;,{_D}{_L}]{{0,30}}?{_FREED} {_ON}(?P<end>{_D})"
)
# "held for" 21 days", from" March 1 "until his release on" March 22
_HELD_UNTIL = lazy(
    rf"\b(?:held|detained|jailed|locked up|in custody|spent|served) (?:for )?{HEDGE}"
    rf"(?P<length>{_L})[^.;{_D}{_L}]{{0,30}}?,? from {_ON}(?P<start>{_D}),? (?:until|to) "
    rf"(?:[a-z]+ ){{0,3}}?{_FREED} {_ON}(?P<end>{_D})"
)
# "went to prison in" 1999 "and was freed in" 2024 "after" 25 years; "arrested" March 2 "and"
_FREED_AFTER = lazy(
    rf"\b(?:{_JAILED}|(?P<free>arrested|taken into custody))\b[^.;{_D}{_L}]{{0,30}}? {_ON}"
    rf"(?P<start>{_D}),? and (?:was |were )?{_FREED} {_ON}(?P<end>{_D}),? "
    rf"after (?P<part>spending |serving )?{HEDGE}(?P<length>{_L})(?=[.;,]|$| in| behind)"
)
_SERVED = lazy(
    rf"\b(?:served|spent) {HEDGE}(?P<length>{_L})(?: in (?:prison|jail)| behind bars| in office"
    rf"| as [a-z-]+(?: [a-z-]+){{0,2}})?,? from {_ON}(?P<start>{_D}) (?:to|until|through) {_ON}"
    rf"(?P<end>{_D})(?!,? and (?:again )?(?:from |in )?{_D})"
)
# "the investigation, which ran from" May 2019 "to" May 2024", took" five years
_WHICH_RAN = lazy(
    rf"\b(?:which|that) (?:ran|took place|was conducted|went on|lasted) (?:from|between) {_ON}"
    rf"(?P<start>{_D}),? (?:through|to|until|and) {_ON}(?P<end>{_D}),? (?:and )?"
    rf"(?:lasted|took|spanned|covered) {HEDGE}(?P<length>{_L}){_IN_ALL}"
)
_TO_DAY = rf"(?P<start>{_D}),? ?(?:through|to|until|and|-+) ?(?P<end>{_D})"
# "the first" five months "of the fiscal year, from" Oct. 1, 2023 "to" Feb. 29, 2024
_FIRST_OF = lazy(
    rf"{_RANK} (?P<length>{_L}) of (?:(?:the|this|its) )?(?:current |new )?"
    rf"(?:(?:calendar |school )?year|{_D}),? ?\(?(?:from |between |- ?)?{_TO_DAY}"
)
# "from" Jan. 20 "to" April 29, 2025", the first" 100 days
_THE_FIRST = lazy(
    rf"\b(?:from|between) {_TO_DAY},? (?:the|his|her|its|their) {_RANK} (?P<length>{_L})"
)
# a five-day "operation conducted" June 3-7, told by one figure
_CONDUCTED = lazy(
    rf"(?P<length>{_L})[ -](?:long )?(?:[a-z-]+ ){{0,3}}?{EVENT},? "
    r"(?:(?:that|which) (?:was|were) )?(?:conducted|carried out|held|executed|staged|led) "
    rf"(?:on |from |between )?(?P<start>(?P<end>{_D}))(?! ?(?:through|to|until|and|-)\b)"
)
# what can lie between besides: bail, an escape, a pause, days on which nobody works, other events
_BROKEN = lazy(
    r"\b(?:bail|bond|parole|appeals?|escap\w+|overturned|thrown out|vacated|retrial|re-?elected"
    r"|again|return\w*|breaks?|paus\w+|interrupt\w+|suspended|halt\w*|gap|non-?consecutive\w*"
    r"|total of|combined|except|excluding|minus|counting|off and on|(?:working|business) days?"
    r"|two (?:terms|stints|stretches|stays|spells)|another|others|separate)\b"
    rf"|{SIGNS['rank']}"
)
# days in one of each, at the least
_LEAST = {"days": 1, "weeks": 7, "months": 28, "years": 365}
# each with words of which it needs one
_TESTS = (
    (_FRONTED, frozenset(("from", "between"))),
    (_ENDED_AFTER, frozenset(("after", "and", "having", "which", "that"))),
    (_LASTED, frozenset(("lasted", "took", "spanned", "covered"))),
    (_IN_FORCE, frozenset(("and",))),
    (_RAN_ENDING, frozenset(("lasted", "ran", "continued", "went", "took", "spanned"))),
    (_WHICH_RAN, frozenset(("lasted", "took", "spanned", "covered"))),
    (_FIRST_OF, frozenset(("of",))),
    (_THE_FIRST, frozenset(("from", "between"))),
    (_CONDUCTED, frozenset(("conducted", "carried", "held", "executed", "staged", "led"))),
    (_UNTIL_FREED, frozenset(("before", "until"))),
    (_HELD_UNTIL, frozenset(("until", "to"))),
    (_FREED_AFTER, frozenset(("after",))),
    (_SERVED, frozenset(("served", "spent"))),
)


def closed_spans(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The lengths of a sentence that its words tie to both its dates."""
    for test, cues in _TESTS:
        if not cues.isdisjoint(skeleton.words):
            for match in test.finditer(skeleton.text):
                yield from _told(reading, index, match)


def _told(reading: Reading, index: int, match: re.Match[str]) -> Iterator[Relation]:
    skeleton = reading.sentences[index]
    start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
    if start is end and not (start and DAYS.search(start.text)):
        return  # "conducted in June"
    shorter = "each" in skeleton.words or _may_be_shorter(skeleton, match, start, end)
    loose = shorter or any(_BROKEN.search(s.text) for s in reading.sentences[index : index + 2])
    yield from span_between(
        reading, skeleton, match, start, end, "inclusive", loose=loose, joined=True
    )


def _may_be_shorter(
    skeleton: Skeleton, match: re.Match[str], start: Figure | None, end: Figure | None
) -> bool:
    """Whether it can be less than lies between, as in prison after bail; more it cannot be."""
    told = match.groupdict()
    length = skeleton.group(match, "length")
    spent = "next" in told and told["next"] is None
    # who is arrested may be free until he is convicted, which is not a matter of days
    free = told.get("free") and length is not None and length.unit in ("months", "years")
    if not (spent or free or told.get("part") or told.get("within")):
        return False
    windows = both_windows(start, end) if start and end else None
    if windows is None or length is None or length.value is None:
        return True
    most = (windows[1].last - windows[0].first).days + 1
    return length.value * _LEAST.get(length.unit or "", 0) <= most
