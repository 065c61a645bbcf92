"""Two accounts of one number: what one source says and another, or one source at two times.

The wording itself makes them one number: it compares a figure with the official one, tells a
first report from a later one, or puts "the number" at something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from crossfoot.figures.lazy import lazy, once
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Span
from crossfoot.relate.statements.same import heads, other_time
from crossfoot.relate.statements.statement import Statement, statements
from crossfoot.relate.wording.phrases import WORDS, worded


def _one_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


# Lists of words are named where a pattern cannot do without one of them: most sentences have none
_COUNTED_BY = "count estimate tally".split()
_NUMBERS = "number figure count total tally toll estimate".split()
SAYING = (
    "said says puts put counted counts reported reports records recorded shows showed show lists"
    " listed gave gives estimated claimed claims announced tallied logged list"
).split()
_SHOWN = (
    "official announced published reported public own earlier initial original previous stated"
).split()
_RELEASED = (
    "announced reported claimed posted published released gave stated cited acknowledged"
).split()
_SPEAKING = "spoke talked wrote told said claimed".split()
_SPANS = "day night week weekend month year time period".split()
_PUTTING = "put puts placed set gave raised lowered revised".split()
_TRULY = "true real actual correct".split()
_EARLY = "first initially originally earlier".split()
_COUNTED, _SAID = _one_of(_NUMBERS), _one_of(SAYING)

# hedges stand before the figure, which already knows of them
_HEDGE = r"(?:[a-z]+ ){0,3}?"
# "more than", "significantly over", "not"
_AGAINST = (
    r"(?:(?:more|higher|fewer|lower|less|larger|greater|smaller|different) than|differs from"
    r"|contradicts|exceeds|over|above|below|under|short of|instead of|rather than|not)"
)
_OF_AGAINST = frozenset(
    "than differs contradicts exceeds over above below under short instead rather not".split()
)
# "… which is well over the office's official tally of 730 inspections"
_OFFICIAL = partial(
    pattern,
    r"{against}(?P<tie> {word}{{0,30}}?\b{shown} {counted}s? (?:of|at) )(?P<other>{n})",
    against=_AGAINST, shown=_one_of(_SHOWN), counted=_COUNTED, word=WORDS,
)  # fmt: skip
# "more than the 730 inspections that the office reported"; a source set off is that of the whole
_ANNOUNCED = partial(
    pattern,
    r"{against} (?:the |its |their )?(?P<other>{n})(?P<tie>{word}{{1,40}}?"
    r" (?:(?<!, )(?:the|its|his|her|their)|that|which) {word}{{0,40}}?"
    r"\b(?:{released}|had given)\b)",
    against=_AGAINST, released=_one_of(_RELEASED), word=WORDS,
)  # fmt: skip
# "first reported 730 inspections"
_FIRST = partial(
    pattern,
    r"\b(?P<tie>(?:first|initially|originally|at first|earlier)\b {word}{{0,30}}?\b{said}\b"
    r"|{said} (?:first|initially|originally|at first|earlier))(?: that)? {word}{{0,30}}?"
    r"(?P<one>{n})",
    said=_SAID, word=WORDS,
)  # fmt: skip
# "newer tables set the count at 812", "it later revised the number to 812"
_LATER = partial(
    pattern,
    r"\b(?P<tie>(?:later|updated|revised|newer|final|corrected|newest|latest)\b {word}{{0,60}}?"
    r"(?:{counted}s?|it|that|them)\b {word}{{0,20}}?(?:at|to)) {hedge}(?P<other>{n})",
    counted=_COUNTED, word=WORDS, hedge=_HEDGE,
)  # fmt: skip
# "she set its total at 90"; "the number of people held" is another number
_PUT = partial(
    pattern,
    r"\b(?P<tie>{putting} (?:the|its|that|this|their|{word}{{1,20}}'s) {counted} (?:at|as|to|was)"
    r"(?: only| just)?) {hedge}(?P<other>{n})",
    putting=_one_of(_PUTTING), counted=_COUNTED, word=WORDS, hedge=_HEDGE,
)  # fmt: skip
# "in May she spoke of 90 who …"
_SPOKE = partial(
    pattern,
    r"\b(?P<tie>(?:he|she|they) (?:spoke|talked|wrote|told {word}{{1,20}}|said|claimed)(?: of"
    r"| there were| it was)) {hedge}(?P<other>{n})(?= (?:who|that|whom)\b|[.,])",
    word=WORDS, hedge=_HEDGE,
)  # fmt: skip
# "the report records 271,484 deportations in 2024; the July release records 282,214"
_BOTH = partial(
    pattern,
    r"\b(?P<verb>{said}) {word}{{0,30}}?(?P<one>{n})(?P<noun>(?:{word}|{date}){{0,60}}?)"
    r"(?P<tie>;(?: but| while| whereas)?|,? (?:but|while|whereas|though|although)) "
    r"(?P<subject>(?:{word}|{date}){{3,60}}?) (?P<again>{said}) "
    r"(?:it |them |that |there were |only |just )*{hedge}(?P<other>{n})(?P<after>{word}{{0,24}})",
    said=_SAID, word=WORDS, hedge=_HEDGE,
)  # fmt: skip
# "records list 74 deaths in that time", "had announced 1,450 arrests that night"
_THEN = partial(
    pattern,
    r"\b(?P<tie>(?:(?:records|data|statistics|figures|documents|tables|reports?)\b {word}{{0,20}}?"
    r"{said}|had (?:announced|reported|claimed|posted|published|said|counted|listed))(?: that)?"
    r" {word}{{0,20}}?)(?P<other>{n})(?P<noun>{word}{{1,50}}? (?:that|the same) {spans}\b)",
    said=_SAID, spans=_one_of(_SPANS), word=WORDS,
)  # fmt: skip
# "the true number was 41"
_TRUE = partial(
    pattern,
    r"\b(?P<tie>{truly} {counted} (?:was|is|were|stood at|came to)"
    r"(?: only| just| closer to)?) {hedge}(?P<other>{n})(?=[.,;]|$| {word}{{0,40}}$)",
    truly=_one_of(_TRULY), counted=_COUNTED, word=WORDS, hedge=_HEDGE,
)  # fmt: skip
# "By a sergeant's count 70 came. The organizer's count was 150"
_OWN = partial(
    pattern,
    r"'s? (?P<tie>(?:own )?{counted} (?:was|is|came to|stood at)(?: only| just)?) {hedge}"
    r"(?P<other>{n})(?=[.,;]|$| {word}{{0,40}}$)",
    counted=_one_of(_COUNTED_BY), word=WORDS, hedge=_HEDGE,
)  # fmt: skip
# of both sets a sentence must hold a word for the pattern to match
_OF_NUMBERS = frozenset((*_NUMBERS, *(f"{noun}s" for noun in _NUMBERS)))
_OF_SAYING = frozenset(SAYING)
_OF_EARLY = frozenset(_EARLY)
_OF_RELEASE = frozenset((*_RELEASED, "given"))
_TURNING = frozenset("but while whereas though although".split())
# the same; and whether the time of two numbers must be one. "In May she set its total at 90": the
# day is that of the saying, not of the number
_SHAPES = (
    (_OFFICIAL, (frozenset(_SHOWN), _OF_NUMBERS, _OF_AGAINST), True),
    (_ANNOUNCED, (_OF_RELEASE, _OF_AGAINST), True),
    (_PUT, (frozenset(_PUTTING), _OF_NUMBERS), False),
    (_SPOKE, (frozenset(_SPEAKING), frozenset(("he", "she", "they"))), False),
    (_THEN, (frozenset(_SPANS), frozenset(("that", "same"))), False),
    (_OWN, (frozenset(_COUNTED_BY), frozenset(("was", "is", "came", "stood"))), False),
    (_TRUE, (frozenset(_TRULY), _OF_NUMBERS), False),
)
_PUT_AT = lazy(r"\b(?:put|puts|placed|estimated) .{3,40} at (?:[a-z]+ ){0,3}$")
# "in April the agency": another time, and so another number
_ANOTHER_TIME = lazy(r"\b(?:in|on|for|during|last|this|by|since)\b")
_SOURCES = lazy(
    r"\b(?:reports?|releases?|data|datasets?|statistics|figures|records|dashboard|database|website"
    r"|spreadsheet|organizers|organisers|officials?|agency|department|police|prosecutors|spokes\w+"
    r"|union|advocates|lawyers|attorneys|researchers|activists|witnesses|government|ministry"
    r"|network|tables?|documents?|News|Post|Times|Press|Journal)\b"
)
# a proper name that is neither an agency's letters, an outlet nor a month: a place, most likely
_PLACE = lazy(
    r"\b(?!(?:News|Post|Times|Press|Journal|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b)[A-Z][a-z]{2,}"
)
# "I was told to expect fifty graves"
_HOPED = lazy(
    r"\b(?:expect(?:ed|s|ing)?|plan(?:ned|s)?|hop(?:ed|es|ing)|goals? of|targets? of|limits? of)"
    r"(?: [a-z]+){0,2} $"
)
# "double-counted 214 beds; the real number is 1,031": what was counted wrong, and what is left
_MISCOUNTED = lazy(r"\b(?:double|over|under|mis|twice)[- ]?count(?:ed|s|ing)?\s(?:[a-z]+\s){0,2}$")
# "the fair wrongly gave the number as 81": the text itself tells which one stands
_WRONGLY = lazy(
    r"\b(?:incorrectly|wrongly|erroneously|mistakenly|falsely|inaccurately|misstated)\b"
)
# "over the day before's official count of 80"
_OF_BEFORE = lazy(
    r"\b(?:previous|prior|preceding|last)(?: [a-z]+)? (?:day|night|week|month|quarter|year)\b"
    r"|\b(?:yesterday|day before|week before|month before|year before)\b"
)
_NOTHING = lazy(r"\s*(?:$|[.;,]|(?:were|was|had been|have been|who|instead)\b)")


@dataclass(frozen=True, slots=True)
class Account:
    """Two statements that the words at `tie` set against each other."""

    one: Statement
    other: Statement
    tie: Span


class States:
    """The statements of a document by figure, made when the first is asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @once
    def _by_figure(self) -> Mapping[str, Statement]:
        return {s.figure.id: s for s in statements(self._reading)}

    def of(self, figure: Figure | None) -> Statement | None:
        """What *figure* states."""
        return self._by_figure.get(figure.id) if figure else None


def accounts(reading: Reading) -> Iterator[Account]:
    """Every pair of accounts of one number."""
    states = States(reading)
    seen: set[frozenset[str]] = set()
    for find in (_both, _first_and_later, _held_against):
        for account in find(reading, states):
            pair = frozenset((account.one.figure.id, account.other.figure.id))
            if pair not in seen:
                seen.add(pair)
                yield account


def _both(reading: Reading, states: States) -> Iterator[Account]:
    """Two sources in one sentence: "… records 271; the July release records 282"."""
    for _, skeleton in worded(reading, _OF_SAYING, fewest=2):
        if _TURNING.isdisjoint(skeleton.words) and ";" not in skeleton.text:
            continue
        for match in _BOTH().finditer(skeleton.text):
            one, other = (states.of(skeleton.group(match, n)) for n in ("one", "other"))
            if one is None or other is None or _ANOTHER_TIME.search(match.group("subject")):
                continue
            subject = skeleton.span(match, "subject")
            # up to the figure: in "court records show" the verb is not the first that could be
            named = reading.document.text[subject.start : other.figure.start]
            elided = _NOTHING.match(match.group("after")) is not None
            same = elided or (heads(one, other) == "same" and one.when == other.when)
            if same and _SOURCES.search(named) and not _PLACE.search(named):
                yield Account(one, other, skeleton.span(match, "again"))


def _first_and_later(reading: Reading, states: States) -> Iterator[Account]:
    """ "First reported 730 …", and within two sentences "newer tables set the count at …"."""
    for index, skeleton in worded(reading, _OF_EARLY):
        if _OF_SAYING.isdisjoint(skeleton.words):
            continue
        first = _FIRST().search(skeleton.text)
        one = states.of(skeleton.group(first, "one")) if first else None
        if first and one:
            yield from _later(reading, index, first.end(), one, states)


def _later(
    reading: Reading, index: int, at: int, one: Statement, states: States
) -> Iterator[Account]:
    for following in range(index, min(index + 3, len(reading.sentences))):
        skeleton = reading.sentences[following]
        match = _LATER().search(skeleton.text, at if following == index else 0)
        other = states.of(skeleton.group(match, "other")) if match else None
        if match and other:
            yield Account(one, other, skeleton.span(match, "tie"))
            return


def _held_against(reading: Reading, states: States) -> Iterator[Account]:
    """A number held against one that was given just before."""
    shapes = [s for s in _SHAPES if not any(map(reading.words.isdisjoint, s[1]))]
    told = frozenset().union(*(cues[0] for _, cues, _ in shapes))
    for index, skeleton in worded(reading, told):
        for shape, cues, dated in shapes:
            if not any(map(skeleton.words.isdisjoint, cues)):
                for match in shape().finditer(skeleton.text):
                    if _OF_BEFORE.search(match["tie"]):
                        continue
                    other = states.of(skeleton.group(match, "other"))
                    one = other and _given_before(reading, index, other, states, dated)
                    if one and other:
                        yield Account(one, other, skeleton.span(match, "tie"))


def _given_before(
    reading: Reading, index: int, other: Statement, states: States, dated: bool
) -> Statement | None:
    """The nearest number of the same things, in this sentence or the last two of the paragraph."""
    sentences = reading.document.sentences
    for back in range(index, max(-1, index - 3), -1):
        if sentences[back].block != sentences[index].block:
            return None
        found = [
            s
            for f in reading.by_sentence[back]
            if (s := states.of(f)) and s.order < other.order and _could_be(s, other, dated)
        ]
        if found:
            return found[-1] if back == index else found[0]
        if back == index and any(
            s.order < other.order and s.group == "count"
            for f in reading.by_sentence[back]
            if (s := states.of(f))
        ):
            return None  # "200 are missing; the mayor put the number at 340"
    return None


def _at(statement: Statement) -> bool:
    """Whether it is put at a number itself: "organizers put the crowd at 12,000"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _PUT_AT.search(text, 0, sign) is not None


def _could_be(one: Statement, other: Statement, dated: bool) -> bool:
    if one.group != "count" or one.step or one.ranged or one.part or one.figure.value is None:
        return False
    if other.figure.value is None or not (one.head or _at(one)):
        return False
    before = one.skeleton.text[: one.skeleton.sign_of(one.figure)]
    if _HOPED.search(before) or _MISCOUNTED.search(before) or _WRONGLY.search(before):
        return False
    if dated and other_time(one, other):
        return False
    noun = "open" if other.label else heads(one, other)
    return noun in ("same", "kin", "deed") or (noun == "open" and one.figure.value >= 10)
