"""What each figure is stated of: head noun, narrowing words, words near by, place in the story.

Two figures restate one quantity when their statements agree; the values play no part in that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from crossfoot.figures.lazy import fixed, once
from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.interval import display
from crossfoot.model import Figure
from crossfoot.relate.statements.counted import (
    COUNTED,
    DEFINITE,
    GROUPS,
    PEOPLE,
    counted,
    noun_start,
)
from crossfoot.relate.statements.folded import Folded
from crossfoot.relate.statements.marks import (
    before_each,
    is_dated,
    is_end_of_range,
    is_in_list,
    is_joined,
    is_step,
    places_after,
    words_alike,
)
from crossfoot.relate.statements.when import when_of
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.stems import DEEDS, is_person, stem

Zone = Literal["title", "lede", "body"]
_OF_WHOLE = frozenset(("of", "all", "some"))
# the same in a headline: "19 Face Charges"
_TITLE_VERBS = frozenset(
    "face plead get admit appear await receive head go die sue held jailed busted captured caught"
    " freed released sent named taken sought march lose protest rally flee escape drown join leave"
    " return vote sign enter cross".split()
)
_EVERY = (["each", "of", "the"], ["all", "of", "the"], ["each", "of", "these"])
_TIMES = frozenset(map(stem, "minutes hours days nights weeks months years decades".split()))
_CAPTIONS = frozenset(("caption", "photo", "picture", "pictured", "image"))
_ELLIPSIS = (["in"], ["at"], ["on"], ["from"])
_NONE: frozenset[str] = frozenset()
_NEVER = (_NONE, _NONE, _NONE, _NONE)
_BARE = 12  # a line this short says nothing by itself
_REACH = 9  # words of meaning kept each side
_NEAR = 4  # of them, so many count as near


@fixed(frozen=True, eq=False)
class Statement:
    """One figure with the wording that says what it measures; nouns and words are stems.

    Most figures are compared with no other: what only a comparison asks for is worked out then.
    """

    figure: Figure
    block: int
    zone: Zone
    group: str
    head: str  # what is counted; "" where no noun follows
    modifiers: frozenset[str]
    label: bool  # the head stands before: "Arrests: 12"
    part: bool  # "25 of the firearms"
    skeleton: Skeleton  # the sentence that holds it
    _folded: Folded
    _at: int  # of its sign among the tokens
    _start: int  # of the words counted

    def written_before(self) -> str:
        """Its sentence up to the figure, as the document has it."""
        return self._folded.text[self.skeleton.start : self.figure.start]

    def written_since(self, earlier: Statement) -> str:
        """All from the sentence of an earlier one to the figure, as the document has it."""
        return self._folded.text[earlier.skeleton.start : self.figure.start]

    def written_after(self) -> str:
        """Its sentence from the figure on, as the document has it."""
        return self._folded.text[self.figure.end : self.skeleton.end]

    def paragraph(self) -> str:
        """Its paragraph up to the figure, as the document has it."""
        start = self._folded.text.rfind("\n", 0, self.figure.start) + 1
        return self._folded.text[start : self.figure.start]

    @property
    def of_persons(self) -> bool:
        """Whether persons are counted, named or told by what was done to them."""
        return is_person(self.head) or self.head in DEEDS

    @property
    def order(self) -> int:
        """Its position in the text."""
        return self.figure.start

    @once
    def terms(self) -> tuple[int, int] | None:
        """The value in its lowest terms: a key that is quick to hash and compare."""
        value = self.figure.value
        return value.as_integer_ratio() if value is not None else None

    @once
    def size(self) -> float:
        """The value, roughly; nought where there is none."""
        above, below = self.terms or (0, 1)
        return above / below

    @once
    def written(self) -> tuple[int, int] | None:
        """The last place of a number without a hedge, in lowest terms."""
        figure = self.figure
        hedged = figure.hedge is not None or figure.value is None
        return None if hedged else figure.step.as_integer_ratio()

    @once
    def significant(self) -> int:
        """Significant digits of its value: how unlikely it is to recur by chance."""
        value = self.figure.value
        if value is None:
            return 0
        digits = str(abs(value.numerator * (10**6 // value.denominator or 1)))
        return len(digits.strip("0")) if value.denominator <= 10**6 else 6

    @once
    def printed(self) -> str:
        """Its value as a reader sees it."""
        return display(self.figure.value, 6) if self.figure.value is not None else ""

    @once
    def digits(self) -> str:
        """What it is printed with, in order of size: the same of 36 and 63."""
        return "".join(sorted(self.printed))

    @once
    def near(self) -> frozenset[str]:
        """The words of meaning right beside it, but for the noun counted."""
        return self._around(_NEAR)

    @once
    def words(self) -> frozenset[str]:
        """The words of meaning in reach, but for the noun counted."""
        return self._around(_REACH)

    def _around(self, reach: int) -> frozenset[str]:
        found = frozenset(self._folded.around(self._at, reach))
        return found - {self.head} if self.head in found and self.group in COUNTED else found

    @once
    def governor(self) -> str:
        """The telling word right before: of "trafficking some 33 firearms" it is traffick."""
        before = self._folded.meanings[max(0, self._at - 3) : self._at]
        return next(filter(None, reversed(before)), "")

    @once
    def verb(self) -> str:
        """The word before "in 2016"."""
        return self._folded.meanings[self._at - 2] if self._at > 1 and self._before == "in" else ""

    @once
    def when(self) -> tuple[frozenset[str], ...]:
        """Of its clause: days and months, years, "last year"; and what tells of another event."""
        folded = self._folded
        return when_of(folded.tokens, folded.times, self._at) if folded.times else _NEVER

    @property
    def _before(self) -> str:
        return self._folded.tokens[self._at - 1] if self._at else ""

    @once
    def definite(self) -> bool:
        """Whether it is known: "the 26 defendants", "all three victims"."""
        at = self._at
        led = at > 0 and self._folded.tokens[at - 1] in DEFINITE
        return led or self.figure.text.lower() == "both"

    @property
    def of_whole(self) -> bool:
        """Whether it stands right after "of": "46 percent of all 56,107"."""
        return self._before in _OF_WHOLE

    @once
    def all(self) -> bool:
        """Whether it is "all three victims", "today's three guests"."""
        before = self._folded.tokens[max(0, self._at - 3) : self._at]
        return before[-1:] in (["all"], ["today's"]) or before in _EVERY

    @once
    def dated(self) -> bool:
        """Whether a time narrows it: "the 12 arrests in May"."""
        return is_dated(self._folded, self._start)

    @once
    def step(self) -> bool:
        """Whether it is "12 more", "a further 12", "12 fewer"."""
        tokens = self._folded.tokens
        return self.group != "share" and is_step(tokens, self._at, self._start, self.figure)

    @once
    def ranged(self) -> bool:
        """Whether it is an end of "10 to 20", "between 5 and 9"."""
        return is_end_of_range(self._folded.tokens, self._at)

    @once
    def listed(self) -> bool:
        """Whether it stands in a list of figures, or in brackets.

        Not in "Sheriff: 45 arrested" of a headline, nor in "Photo: Six men arrested".
        """
        opened = self._before == "(" or (self._before == ":" and self.zone != "title")
        captioned = self._at > 1 and self._folded.tokens[self._at - 2] in _CAPTIONS
        return (opened and not captioned) or is_in_list(self._folded.tokens, self._at)

    @once
    def joined(self) -> bool:
        """Whether it is one of "six men and two women"."""
        return self.group == "count" and is_joined(self._folded.tokens, self._at)

    @once
    def each(self) -> bool:
        """Whether it is "have each recorded three deaths"."""
        tokens = self._folded.tokens
        return "each" in tokens[before_each(tokens, self._at) : self._at + 6]

    def words_shared(self, other: Statement) -> int:
        """How many words in a row right before and right after it stand so beside *other* too."""
        here, there = self._folded.tokens, other._folded.tokens
        before = words_alike(here, self._at, there, other._at, -1)
        return before + words_alike(here, self._at, there, other._at, 1)

    @once
    def places(self) -> frozenset[str]:
        """Of "in Queens" or "near Jenin" right after it."""
        if self.group != "count" or self.zone == "title":
            return _NONE
        return places_after(self.figure, self._folded, self._start)


@kept
def statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a document in text order; identifiers state nothing."""
    return tuple(_statements(reading))


def _statements(reading: Reading) -> Iterator[Statement]:
    lede, body, _ = zones(reading)
    text, sentences = reading.document.text, reading.document.sentences
    first = next((s.index for s in sentences if s.block >= lede), len(sentences))
    for start, end in _title_runs(reading, first):
        yield from _sentence(Folded.of(text, reading.stretch(start, end)), 0, "title")
    for index, skeleton in reading.figured:
        if index >= first and any(map(_states, skeleton.figures)):
            block = sentences[index].block
            zone: Zone = "lede" if block < body else "body"
            if len(skeleton.text) < _BARE and index > first:
                # "… has decreased by | 9.5%"
                both = Folded.of(text, reading.stretch(index - 1, index))
                mine = skeleton.figures[0].start
                yield from (s for s in _sentence(both, block, zone) if s.order >= mine)
            else:
                yield from _sentence(Folded.of(text, skeleton), block, zone)


def _title_runs(reading: Reading, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a title run on: "… Indicted for Selling | 33 Guns"; its bullets do not."""
    document, start = reading.document, 0
    for index in range(end):
        if document.blocks[document.sentences[index].block].kind == "item":
            if start < index:
                yield start, index - 1
            yield index, index
            start = index + 1
    if start < end:
        yield start, end - 1


def _sentence(folded: Folded, block: int, zone: Zone) -> Iterator[Statement]:
    last: Statement | None = None
    for figure, at in zip(folded.skeleton.figures, folded.signs, strict=True):
        if _states(figure):
            found = _state(figure, folded, at, block, zone)
            if last and not found.head and last.group == found.group == "count":
                tokens = folded.tokens
                if tokens[at + 1 : at + 2] in _ELLIPSIS and tokens[at - 1] in ("and", ","):
                    found = replace(found, head=last.head)  # "seven houses here and two in Queens"
            yield found
            last = found


def _states(figure: Figure) -> bool:
    """Whether a figure gives a quantity or a day in digits or number words; "today" does not."""
    if figure.kind == "date":
        return any(map(str.isdigit, figure.text))
    return figure.kind not in ("identifier", "rank", "age")  # ages are told by the person


def _state(figure: Figure, folded: Folded, at: int, block: int, zone: Zone) -> Statement:
    group = GROUPS.get(figure.kind, figure.kind)
    start, part = noun_start(folded.tokens, at, group)
    head, modifiers, label = counted(figure, folded, at, start)
    if zone == "title" and group == "count" and _TITLE_VERBS & {*folded.tokens[start : start + 1]}:
        head, modifiers, label = PEOPLE, _NONE, False
    elif group == "count" and head in _TIMES:  # "12 bloody hours"
        group, head, modifiers = "length", "", _NONE
    return Statement(
        figure, block, zone, group, head, modifiers, label, part, folded.skeleton, folded, at, start
    )  # fmt: skip
