"""Two accounts of one number: what one source says and another, or one source at two times.

The wording itself makes them one number: it compares a figure with the official one, tells a
first report from a later one, or puts "the number" at something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Span
from crossfoot.relate._same import Story, heads, other_time
from crossfoot.relate._statement import Statement

_COUNTED = r"(?:number|figure|count|total|tally|toll|estimate)"
_SAID = (
    r"(?:said|says|puts?|counted|counts|reported|reports|records|recorded|shows|showed|show|lists"
    r"|listed|gave|gives|estimated|claimed|claims|announced|tallied|logged)"
)
_WORD = r"[^\ue000-\uf8ff.;:()]"
# hedges stand before the figure, which already knows of them
_HEDGE = r"(?:[a-z]+ ){0,3}?"
# "more than", "significantly over", "not"
_AGAINST = (
    r"(?:(?:more|higher|fewer|lower|less|larger|greater|smaller|different) than|differs from"
    r"|contradicts|exceeds|over|above|below|under|short of|instead of|rather than|not)"
)
# "… which is well over the agency's official number of 956 arrests"
_OFFICIAL = pattern(
    r"{against}(?P<tie> {word}{{0,30}}?\b(?:official|announced|published|reported|public|own"
    r"|earlier|initial|original|previous|stated) {counted}s? (?:of|at) )(?P<other>{n})",
    against=_AGAINST, counted=_COUNTED, word=_WORD,
)  # fmt: skip
# "more than the 956 arrests the agency announced"
_ANNOUNCED = pattern(
    r"{against} (?:the |its |their )?(?P<other>{n})(?P<tie>{word}{{1,40}}? (?:the|its|his|her|their"
    r"|that|which) {word}{{0,40}}?\b(?:announced|reported|claimed|posted|published|released|gave"
    r"|had given|stated|cited|acknowledged)\b)",
    against=_AGAINST, word=_WORD,
)  # fmt: skip
# "first reported 956 arrests"
_FIRST = pattern(
    r"\b(?P<tie>(?:first|initially|originally|at first|earlier)\b {word}{{0,30}}?\b{said}\b"
    r"|{said} (?:first|initially|originally|at first|earlier))(?: that)? {word}{{0,30}}?"
    r"(?P<one>{n})",
    said=_SAID, word=_WORD,
)  # fmt: skip
# "the later data put Sunday's total at 1,179", "it later revised the number to 1,179"
_LATER = pattern(
    r"\b(?P<tie>(?:later|updated|revised|newer|final|corrected|newest|latest)\b {word}{{0,60}}?"
    r"(?:{counted}s?|it|that|them)\b {word}{{0,20}}?(?:at|to)) {hedge}(?P<other>{n})",
    counted=_COUNTED, word=_WORD, hedge=_HEDGE,
)  # fmt: skip
# "he put the number at 800"; "the number of people held" is another number
_PUT = pattern(
    r"\b(?P<tie>(?:put|puts|placed|set|gave|raised|lowered|revised) (?:the|its|that|this|their"
    r"|{word}{{1,20}}'s) {counted} (?:at|as|to|was)(?: only| just)?) {hedge}(?P<other>{n})",
    counted=_COUNTED, word=_WORD, hedge=_HEDGE,
)  # fmt: skip
# "the next day he spoke of 800 who …"
_SPOKE = pattern(
    r"\b(?P<tie>(?:he|she|they) (?:spoke|talked|wrote|told {word}{{1,20}}|said|claimed)(?: of"
    r"| there were| it was)) {hedge}(?P<other>{n})(?= (?:who|that|whom)\b|[.,])",
    word=_WORD, hedge=_HEDGE,
)  # fmt: skip
# "the report records 271,484 deportations in 2024; the July release records 282,214"
_BOTH = pattern(
    r"\b(?P<verb>{said}) {word}{{0,30}}?(?P<one>{n})(?P<noun>(?:{word}|{date}){{0,60}}?)"
    r"(?P<tie>;(?: but| while| whereas)?|,? (?:but|while|whereas|though|although)) "
    r"(?P<subject>(?:{word}|{date}){{3,60}}?) (?P<again>{said}) "
    r"(?:it |them |that |there were |only |just )*{hedge}(?P<other>{n})(?P<after>{word}{{0,24}})",
    said=_SAID, word=_WORD, hedge=_HEDGE,
)  # fmt: skip
# "in April the agency": another time, and so another number
_ANOTHER_TIME = re.compile(r"\b(?:in|on|for|during|last|this|by|since)\b")
_SOURCES = re.compile(
    r"\b(?:reports?|releases?|data|datasets?|statistics|figures|records|dashboard|database|website"
    r"|spreadsheet|organizers|organisers|officials?|agency|department|police|prosecutors|spokes\w+"
    r"|union|advocates|lawyers|attorneys|researchers|activists|witnesses|government|ministry"
    r"|network|News|Post|Times|Press|Journal)\b"
)
# a proper name that is neither an agency's letters, an outlet nor a month: a place, most likely
_PLACE = re.compile(
    r"\b(?!(?:News|Post|Times|Press|Journal|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b)[A-Z][a-z]{2,}"
)
_NOTHING = re.compile(r"\s*(?:$|[.;,]|(?:were|was|had been|have been|who|instead)\b)")


@dataclass(frozen=True, slots=True)
class Account:
    """Two statements that the words at `tie` set against each other."""

    one: Statement
    other: Statement
    tie: Span


def accounts(reading: Reading, story: Story) -> Iterator[Account]:
    """Every pair of accounts of one number."""
    state = {s.figure.id: s for s in story.statements}
    seen: set[frozenset[str]] = set()
    for find in (_both, _first_and_later, _held_against):
        for account in find(reading, state):
            pair = frozenset((account.one.figure.id, account.other.figure.id))
            if pair not in seen:
                seen.add(pair)
                yield account


def _both(reading: Reading, state: Mapping[str, Statement]) -> Iterator[Account]:
    """Two sources in one sentence: "… records 271; the July release records 282"."""
    for index in reading.with_figures:
        if len(reading.by_sentence[index]) < 2:
            continue
        skeleton = reading.sentences[index]
        for match in _BOTH.finditer(skeleton.text):
            one, other = (_stated(skeleton, match, n, state) for n in ("one", "other"))
            if one is None or other is None or _ANOTHER_TIME.search(match.group("subject")):
                continue
            subject = skeleton.span(match, "subject")
            named = reading.document.text[subject.start : subject.end]
            elided = _NOTHING.match(match.group("after")) is not None
            same = elided or (heads(one, other) == "same" and not other_time(one, other))
            if same and _SOURCES.search(named) and not _PLACE.search(named):
                yield Account(one, other, skeleton.span(match, "again"))


def _first_and_later(reading: Reading, state: Mapping[str, Statement]) -> Iterator[Account]:
    """ "First reported 956 …", and within two sentences "the later data put the total at …"."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        first = _FIRST.search(skeleton.text)
        one = first and _stated(skeleton, first, "one", state)
        if not first or one is None:
            continue
        for later in reading.with_figures:
            if index <= later <= index + 2:
                after = reading.sentences[later]
                match = _LATER.search(after.text, first.end() if later == index else 0)
                other = match and _stated(after, match, "other", state)
                if match and other:
                    yield Account(one, other, after.span(match, "tie"))
                    break


def _held_against(reading: Reading, state: Mapping[str, Statement]) -> Iterator[Account]:
    """A number held against one that was given just before."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        for shape in (_OFFICIAL, _ANNOUNCED, _PUT, _SPOKE):
            # "on Wednesday he put the number at 800": the day is that of the saying
            dated = shape in (_OFFICIAL, _ANNOUNCED)
            for match in shape.finditer(skeleton.text):
                other = _stated(skeleton, match, "other", state)
                one = other and _given_before(reading, index, other, state, dated)
                if one and other:
                    yield Account(one, other, skeleton.span(match, "tie"))


def _given_before(
    reading: Reading, index: int, other: Statement, state: Mapping[str, Statement], dated: bool
) -> Statement | None:
    """The nearest number of the same things, in this sentence or the last two of the paragraph."""
    sentences = reading.document.sentences
    for back in range(index, max(-1, index - 3), -1):
        if sentences[back].block != sentences[index].block:
            return None
        found = [
            s
            for f in reading.by_sentence[back]
            if (s := state.get(f.id)) and s.order < other.order and _could_be(s, other, dated)
        ]
        if found:
            return found[-1] if back == index else found[0]
    return None


def _could_be(one: Statement, other: Statement, dated: bool) -> bool:
    if one.group != "count" or one.step or one.ranged or one.part or one.figure.value is None:
        return False
    if other.figure.value is None or not one.head:
        return False
    if dated and other_time(one, other):
        return False
    noun = heads(one, other)
    return noun in ("same", "kin", "deed") or (noun == "open" and one.figure.value >= 10)


def _stated(
    skeleton: Skeleton, match: re.Match[str], name: str, state: Mapping[str, Statement]
) -> Statement | None:
    figure = skeleton.group(match, name)
    return state.get(figure.id) if figure else None
