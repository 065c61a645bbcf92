"""What each figure is stated of: head noun, narrowing words, words near by, place in the story.

Two figures restate one quantity when their statements agree; the values play no part in that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from crossfoot.figures.lazy import fixed, lazy, once
from crossfoot.figures.skeleton import SIGNS, TOKEN, Reading, Skeleton, kept, plain
from crossfoot.interval import display
from crossfoot.model import Figure, Span
from crossfoot.relate.statements.when import WHEN, times_in, when_of
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.stems import DEEDS, is_person, meaning, stem

Zone = Literal["title", "lede", "body"]

# kinds whose figures can say the same quantity
GROUPS = {
    "count": "count", "number": "count", "percent": "share", "points": "share",
    "fraction": "share", "money": "money", "duration": "length", "date": "date",
    "multiple": "multiple", "rate": "rate", "measure": "measure",
}  # fmt: skip

# whose noun says what they are of; what stands beside an amount says it with other words
COUNTED = frozenset({"count", "share", "measure"})
_SIGNS = frozenset(SIGNS.values())
_WORD = lazy(r"[a-z](?:[a-z'-]*[a-z])?")
# "near Jenin", "in the Bronx"
_AT = lazy(
    r"\b(?:in|near|at|from|across|inside|outside|throughout)\s+(?:the\s+)?((?:[A-Z][\w'’-]*\s?)+)"
)
# "three | Salem, Ohio, clerks", "two | former College of Alder nurses": a name before the noun
_NAMED = lazy(
    r"\s(?:[a-z-]+\s){0,2}(?:[A-Z][\w.'’-]*\s){0,2}[A-Z][\w.'’-]*"
    r"(?:,\s(?:[A-Z][\w.]*\s)?[A-Z][\w.]*(?:,|-(?:[Aa]rea|[Bb]ased))?|\sof\s(?:the\s)?[A-Z]\w+)\s(?=\w)"
)
# what ends the words counted: "27 employees | who worked on …"
_BREAKS = frozenset(
    "of in on at by for from to with into onto over under during after before since until while as"
    " than then and or but nor who whom whose which that where when is are was were be been being"
    " has have had do does did will would can could may might must should about through against"
    " per via because within without between among off out not this his her its their the a"
    " an".split()
)
PLURALS = frozenset("men women people children police".split())
_SINGULARS = frozenset(
    "his its this has was does less across towards perhaps always texas kansas arkansas"
    " massachusetts dallas honduras".split()
)
# "a further 12", "12 more", "12 fewer": a step from another number, or a second group
_STEP = frozenset(
    "more fewer less additional another further extra remaining rest plus besides than"
    " second".split()
)
_BEFORE_STEP = frozenset(
    "additional another other further extra remaining plus besides excluding except".split()
)
_OPENED = frozenset("-'\"“‘")
_AGE = SIGNS["age"]
_BEFORE_NOUN = _OPENED | {"(", "of", _AGE}
_DEFINITE = frozenset("the these those all both today's".split())
_OF_WHOLE = frozenset(("of", "all", "some"))
_NO_LABEL = frozenset("; . , ( and but or it they he she that who which while another".split())
# what is said of persons without naming them: "26 charged", "3 dead"
_PARTICIPLES = frozenset(
    "charged arrested indicted convicted sentenced killed injured wounded detained hurt dead"
    " missing arraigned deported nabbed jailed accused".split()
)
# the same in a headline: "19 Face Charges"
_TITLE_VERBS = frozenset(
    "face plead get admit appear await receive head go die sue held jailed busted captured caught"
    " freed released sent named taken sought march lose protest rally flee escape drown join leave"
    " return vote sign enter cross".split()
)
# of "15 years in state prison" it is the prison that tells
_COURTS = frozenset(map(stem, "state federal county local consecutive".split()))
_EVERY = (["each", "of", "the"], ["all", "of", "the"], ["each", "of", "these"])
_DATING = frozenset("in of during since for from last this previous".split())
# plurals that narrow the noun after them; another plural after a plural is a verb: "centers hold"
_ATTRIBUTIVE = frozenset(
    "sports states arms sales savings narcotics weapons drugs operations services goods sanctions"
    " communications customs police".split()
)
_AND_ONE = frozenset({("and", "a"), ("and", "an"), ("and", "another")})
_SET_AGAINST = frozenset("compared compares up down rose fell".split())
_PEOPLE = stem("people")
_TIMES = frozenset(map(stem, "minutes hours days nights weeks months years decades".split()))
# "agents arrest 53": what stands before the verb is not what is counted
_DOING = frozenset(
    "arrest arrested arrests detain detained detains charge charged charges indict indicted indicts"
    " convict convicted convicts deport deported deports nab nabbed nabs seize seized seizes kill"
    " killed kills rescue rescued rescues remove removed removes hold holds hit hits top tops reach"
    " reaches near nears pass passes exceed exceeds house houses free frees fine fines find finds"
    " save saves sicken sickens injure injures wound wounds displace displaces leave leaves".split()
)
# verbs that look like the plural of a label: "the union puts the number at 12"
_VERBS = frozenset("puts says shows sets gives brings lists makes takes comes stands".split())
_WAYS = {"fewer": "drop", "less": "drop", "more": "rise"}
_WHERE = frozenset("in near at from across inside outside throughout".split())
_SAID_TO_BE = frozenset("alleged suspected illegal illicit pure raw bulk what".split())
_WEIGHING = frozenset("weighing weighed totaling totalling".split())
_ASIDE = 8  # words of ", which is roughly 11 pounds,"; of "weighing a total of about"
_CHARGES = frozenset(("counts", "count", "charges", "charge"))  # named by what they are of
_ELLIPSIS = (["in"], ["at"], ["on"], ["from"])
_AREAS = frozenset(map(stem, "county city state township parish borough district".split()))
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
    _folded: Folded
    _at: int  # of its sign among the tokens
    _start: int  # of the words counted

    @property
    def skeleton(self) -> Skeleton:
        """The sentence that holds it."""
        return self._folded.skeleton

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
        led = at > 0 and self._folded.tokens[at - 1] in _DEFINITE
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
        return _is_dated(self._folded, self._start)

    @once
    def step(self) -> bool:
        """Whether it is "12 more", "a further 12", "12 fewer"."""
        tokens = self._folded.tokens
        return self.group != "share" and _is_step(tokens, self._at, self._start, self.figure)

    @once
    def ranged(self) -> bool:
        """Whether it is an end of "10 to 20", "between 5 and 9"."""
        return _ranged(self._folded.tokens, self._at)

    @once
    def listed(self) -> bool:
        """Whether it stands in a list of figures, or in brackets; not in "Sheriff: 45 arrested"."""
        opened = self._before == "(" or (self._before == ":" and self.zone != "title")
        return opened or _in_list(self._folded.tokens, self._at)

    @once
    def joined(self) -> bool:
        """Whether it is one of "six men and two women"."""
        return self.group == "count" and _is_joined(self._folded.tokens, self._at)

    @once
    def each(self) -> bool:
        """Whether it is "have each recorded three deaths"."""
        tokens = self._folded.tokens
        return "each" in tokens[_left(tokens, self._at) : self._at + 6]

    def words_shared(self, other: Statement) -> int:
        """How many words in a row right before and right after it stand so beside *other* too."""
        here, there = self._folded.tokens, other._folded.tokens
        before = _alike(here, self._at, there, other._at, -1)
        return before + _alike(here, self._at, there, other._at, 1)

    @once
    def places(self) -> frozenset[str]:
        """Of "in Queens" or "near Jenin" right after it."""
        if self.group != "count" or self.zone == "title":
            return _NONE
        return _places(self.figure, self._folded, self._start)


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
        if index >= first:
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


@fixed(frozen=True, eq=False)
class Folded:
    """A folded sentence in tokens; `meanings` has the stem of each that means something, or ""."""

    text: str  # of the document
    skeleton: Skeleton
    tokens: Sequence[str]
    meanings: list[str]
    signs: Sequence[int]  # where the figures stand among the tokens

    @classmethod
    def of(cls, text: str, skeleton: Skeleton) -> Folded:
        """Read *skeleton*, a stretch of *text*, into tokens."""
        tokens = skeleton.tokens
        signs, at = [], -1
        for figure in skeleton.figures:
            at = tokens.index(SIGNS[figure.kind], at + 1)
            signs.append(at)
        return cls(text, skeleton, tokens, list(map(meaning, tokens)), signs)

    @once
    def _told(self) -> Sequence[str]:
        return list(filter(None, self.meanings))

    def around(self, at: int, reach: int) -> Sequence[str]:
        """At most *reach* words of meaning on each side of the token *at*."""
        here = at - self.meanings[:at].count("")
        return self._told[max(0, here - reach) : here + reach]

    @once
    def times(self) -> Sequence[tuple[int, int, str]]:
        """Where it names a time, of which sort, and its name."""
        return times_in(self.tokens, self.meanings, self.signs, self.skeleton.figures)


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
    start, part = _noun_start(folded.tokens, at, group)
    head, modifiers, label = _noun(figure, folded, at, start)
    if zone == "title" and group == "count" and _TITLE_VERBS & {*folded.tokens[start : start + 1]}:
        head, modifiers, label = _PEOPLE, _NONE, False
    elif group == "count" and head in _TIMES:  # "12 bloody hours"
        group, head, modifiers = "length", "", _NONE
    return Statement(figure, block, zone, group, head, modifiers, label, part, folded, at, start)


def _noun(figure: Figure, folded: Folded, at: int, start: int) -> tuple[str, frozenset[str], bool]:
    """What is counted, the words that narrow it, and whether it is a label before the figure.

    Of a share that tells a change, what changed, and which way: "murders declined by 16%".
    """
    if GROUPS.get(figure.kind) == "share" and (way := _way(folded, at)):
        changed = _changed(folded, at)
        return (
            (changed[0], frozenset((way, *changed[1:])), False) if changed else ("", _NONE, False)
        )
    tokens, meanings = folded.tokens, folded.meanings
    run = _run(tokens, start)
    if run and tokens[at + 1] == "-":  # "57-count indictment"
        return stem(run[0]), frozenset(filter(None, meanings[start + 1 : start + 2])), False
    if figure.kind == "measure" and (stuff := _stuff(tokens, at)):
        return stem(next(filter(_is_plural, stuff), stuff[0])), _NONE, False
    if figure.kind == "duration":  # "16 months in jail"
        after = (m for m in meanings[at + 1 : at + 6] if m and m not in _COURTS)
        return next(after, ""), _NONE, False
    head_at = _head(run, figure)
    if head_at is not None:
        narrowing = meanings[start : start + head_at] or _of_what(folded, start + head_at)
        return stem(run[head_at]), frozenset(filter(None, narrowing)), False
    if figure.kind not in ("count", "number"):
        return "", _NONE, False
    if run:
        return _behind_a_name(figure, folded, start, run)
    if at > 1 and tokens[at - 1] == ":" and tokens[at - 2] in _PARTICIPLES:
        return _PEOPLE, _NONE, True  # "Number detained: 31"
    found = _labelled(tokens, meanings, at)
    return (found[0], frozenset(found[1:]), True) if found else ("", _NONE, False)


def _stuff(tokens: Sequence[str], at: int) -> Sequence[str]:
    """What is weighed: "48 pounds of alleged cocaine", "a load of cocaine weighing 48 pounds"."""
    after = at + 1
    if tokens[after : after + 1] == ["("]:  # "48 pounds (22 kg) of"
        after += 3
    elif tokens[after : after + 3] == [",", "which", "is"] or tokens[after : after + 2] == [
        ",",
        "or",
    ]:
        after = next(
            (n + 1 for n in range(after + 2, at + _ASIDE) if tokens[n : n + 1] == [","]), at
        )
    if tokens[after : after + 1] == ["of"]:
        return [word for word in _run(tokens, after + 1) if word not in _SAID_TO_BE]
    weighed = max(0, at - _ASIDE)
    for before in range(at - 1, weighed, -1):
        if tokens[before] in _WEIGHING:
            noun = before - 2 if tokens[before - 1] == "," else before - 1
            stuff = _run(tokens, noun)[:1] if noun >= 0 else ()
            return [] if stuff and _is_plural(stuff[0]) else stuff  # "the 28 packages weighed"
    return ()


def _of_what(folded: Folded, noun: int) -> Sequence[str]:
    """What "counts of aggravated murder" are of: the same two words as of "murder counts"."""
    if folded.tokens[noun] not in _CHARGES or folded.tokens[noun + 1 : noun + 2] != ["of"]:
        return ()
    run = _run(folded.tokens, noun + 2)
    return folded.meanings[noun + 2 : noun + 2 + min(len(run), 2)]


def _behind_a_name(
    figure: Figure, folded: Folded, start: int, run: Sequence[str]
) -> tuple[str, frozenset[str], bool]:
    """The noun after a name that holds a stop: "two former College of Alder nurses"."""
    if run[0] in _PARTICIPLES:
        return _PEOPLE, _NONE, False
    stop = folded.tokens[start + len(run) : start + len(run) + 1]
    name = _NAMED.match(folded.text, figure.end) if stop in ([","], ["of"]) else None
    if name is None:
        return "", _NONE, False
    first = start + len(TOKEN.findall(plain(name.group())))
    behind = _run(folded.tokens, first)
    head_at = _head(behind, figure)
    if head_at is None:
        return "", _NONE, False
    narrowing = folded.meanings[start : first + head_at]
    return stem(behind[head_at]), frozenset(filter(None, narrowing)), False


def _way(folded: Folded, at: int) -> str:
    """ "drop" or "rise", from the words right beside a share."""
    beside = [*folded.tokens[max(0, at - 3) : at], *folded.tokens[at + 1 : at + 3]]
    for token in beside:
        way = _WAYS.get(token) or stem(token)
        if way in ("drop", "rise"):
            return way
    return ""


def _changed(folded: Folded, at: int) -> tuple[str, ...]:
    """The noun that changed, and what narrows it: after "16% decline in", or the plural before."""
    tokens, meanings = folded.tokens, folded.meanings
    for place in (at + 1, at + 2):
        if tokens[place : place + 1] == ["in"]:
            run = _run(tokens, place + 1)
            plural = next((i for i, w in enumerate(run) if _is_plural(w)), None)
            first = place + 1
            return () if plural is None else _narrowed(meanings, first, first + plural)
    for place in range(at - 1, max(-1, at - 16), -1):
        if tokens[place] in ";(":
            break
        if _is_plural(tokens[place]) and meanings[place] not in ("", "drop", "rise"):
            return _narrowed(meanings, max(0, place - 3), place)
    return ()


def _narrowed(meanings: Sequence[str], first: int, noun: int) -> tuple[str, ...]:
    """The noun, then the telling words right before it, not farther back than *first*."""
    start = noun
    while start > first and meanings[start - 1]:
        start -= 1
    return (meanings[noun], *meanings[start:noun])


def _is_dated(folded: Folded, start: int) -> bool:
    """Whether a time stands right after the noun counted: "12 arrests in May"."""
    return any(
        start < place <= start + 4
        and (folded.tokens[place - 1] in _DATING or folded.tokens[place - 2] in _DATING)
        for place, _, _ in folded.times
    )


def _noun_start(tokens: Sequence[str], at: int, group: str) -> tuple[int, bool]:
    """Where the words counted begin, and whether the figure is a part: "25 of the firearms"."""
    at += 1
    if at == len(tokens) or tokens[at] not in _BEFORE_NOUN:
        return at, False
    if tokens[at] == _AGE:  # "two 24-year-old men"
        return at + 1, False
    if tokens[at] == "(":  # "fourteen (14) counts"
        close = next((i for i in range(at, min(at + 6, len(tokens))) if tokens[i] == ")"), at)
        at = close + 1
    if tokens[at : at + 1] and tokens[at] in _OPENED:
        at += 1  # "57-count", "5 'priority offenders'"
        at += tokens[at : at + 1] == ["long"]  # "three-week-long sweep"
    if tokens[at : at + 1] == ["of"] and group in ("count", "share"):
        at += 1
        while at < len(tokens) and tokens[at] in ("the", "these", "those", "its", "his", "all"):
            at += 1
        return at, group == "count"
    return at, False


def _run(tokens: Sequence[str], start: int) -> list[str]:
    """At most six words from *start*, up to a function word or a stop."""
    run: list[str] = []
    for token in tokens[start : start + 6]:
        if token in _BREAKS or not token[0].islower():
            break
        run.append(token)
    return run


def _head(run: Sequence[str], figure: Figure) -> int | None:
    """Where the noun counted stands in *run*: the first plural; of "weapons charges" the second."""
    if figure.kind not in ("count", "number"):
        return 0 if run else None
    if run and run[0] in _PARTICIPLES:  # "26 charged with conspiracy"
        return None
    for at, word in enumerate(run):
        if _is_plural(word):
            named = word in _ATTRIBUTIVE and at + 1 < len(run) and _is_plural(run[at + 1])
            return at + 1 if named else at
    return len(run) - 1 if run and figure.value == 1 else None


def _is_plural(word: str) -> bool:
    return word in PLURALS or (
        len(word) > 3
        and word[-1] == "s"
        and word[-2:] not in ("ss", "us", "is", "'s")
        and word not in _SINGULARS
    )


def _labelled(tokens: Sequence[str], meanings: Sequence[str], at: int) -> tuple[str, ...]:
    """The noun of "Arrests: 12", "the number of inmates is 12", with what narrows it."""
    if tokens[at - 1] in _DOING or _is_sign(tokens, at + 1):
        return ()
    if tokens[at - 1] in _DEFINITE:  # "agents took all | 20 into custody"
        return ()
    if tokens[at + 1 : at + 2] == ["of"] and _is_sign(
        tokens, at + 3
    ):  # "plans to sell | 3 of its 8"
        return ()
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token in _SIGNS or token in _NO_LABEL or token in _VERBS:
            return ()
        if meanings[back] and _is_plural(token):
            return _narrowed(meanings, max(0, back - 3), back)
    return ()


def _alike(some: Sequence[str], at: int, others: Sequence[str], there: int, step: int) -> int:
    """How many words are the same, going by *step* from *at* and from *there*."""
    shared, at, there = 0, at + step, there + step
    while 0 <= at < len(some) and 0 <= there < len(others) and some[at] == others[there]:
        shared, at, there = shared + 1, at + step, there + step
    return shared


def _is_sign(tokens: Sequence[str], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at] in _SIGNS


def _ranged(tokens: Sequence[str], at: int) -> bool:
    """Whether the figure at *at* is an end of "10 to 20" or "between 5 and 9"."""
    for step in (1, -1):
        if _is_sign(tokens, at + 2 * step) and tokens[at + 2 * step] == tokens[at]:
            tie, first = tokens[at + step], min(at, at + 2 * step)
            if tie in ("to", "-", "through"):
                return True
            if tie == "and" and first and tokens[first - 1] == "between":
                return True
    return False


def _is_step(tokens: Sequence[str], at: int, start: int, figure: Figure) -> bool:
    """Whether it leads from another number, or is held against one: "more than the 956"."""
    if at and tokens[at - 1] in _BEFORE_STEP:
        return True
    if figure.hedge is None and "than" in tokens[max(0, at - 2) : at]:
        return True
    led = figure.hedge is None and at > 1 and tokens[at - 1] in ("to", "with", "from")
    if led and tokens[at - 2] in _SET_AGAINST:  # but not "up to 4,050"
        return True
    if at and tokens[at - 1] == "the" and tokens[start : start + 1] == ["other"]:
        return True  # "joined the five other sheriffs"
    return not _STEP.isdisjoint(tokens[start : start + 2])


def _in_list(tokens: Sequence[str], at: int) -> bool:
    """Whether the next or last figure stands right beside: "373, 449 and 869"."""
    return any(
        0 <= at + 2 * step < len(tokens)
        and tokens[at + 2 * step] == tokens[at]
        and tokens[at + step] in (",", "and", "or")
        for step in (1, -1)
    )


def _places(figure: Figure, folded: Folded, start: int) -> frozenset[str]:
    """The names in "near Jenin", "in Queens" that follow the noun counted."""
    if _WHERE.isdisjoint(folded.tokens[start : start + 6]):
        return _NONE
    found = _AT.search(folded.text, figure.end, figure.end + 70)
    names = frozenset(stem(w.lower()) for w in found.group(1).split()) if found else _NONE
    return names - WHEN - (_AREAS if len(names) > 1 else _NONE)  # "in Kings County"


def _left(tokens: Sequence[str], at: int) -> int:
    """How far back "each" tells of the figure; in "each of the eight" it is the eight it tells."""
    return at if "of" in tokens[max(0, at - 2) : at] else max(0, at - 4)


def _is_joined(tokens: Sequence[str], at: int) -> bool:
    """Whether a figure of the same kind is joined to this one: "six men and two women"."""
    for step in (1, -1):
        for far in range(2, 6):
            place = at + step * far
            if _is_sign(tokens, place):
                tie = tokens[max(place, at) - 1]
                return tokens[place] == tokens[at] and tie in ("and", "or", "plus")
            if step > 0 and tuple(tokens[place : place + 2]) in _AND_ONE:
                return True  # "two men and a woman"
            if not 0 <= place < len(tokens) or tokens[place] in ".;:,(":
                break
    return False


def wording(statement: Statement) -> Span:
    """The figure with the words it counts: "33 illegal firearms", "Arrests: 12"."""
    figure, skeleton = statement.figure, statement.skeleton
    if statement.group != "count":
        return Span(figure.start, figure.end)
    sign = skeleton.sign_of(figure)
    if statement.label:
        words = list(_WORD.finditer(skeleton.text, max(0, sign - 60), sign))
        named = (w.start() for w in reversed(words) if stem(w.group()) == statement.head)
        start = next(named, None)
        return Span(figure.start if start is None else skeleton.offset(start), figure.end)
    words = list(islice(_WORD.finditer(skeleton.text, sign + 1, sign + 80), 8))
    told = [word.group() for word in words[:2]]
    if statement.head == _PEOPLE and _PARTICIPLES & {*told[:1]} and not any(map(_is_plural, told)):
        return Span(figure.start, skeleton.offset(words[0].end()))  # "the eight arrested"
    for word in words:
        if statement.head and stem(word.group()) == statement.head:
            return Span(figure.start, skeleton.offset(word.end()))
    return Span(figure.start, figure.end)


def whereabouts(statement: Statement, reading: Reading) -> str:
    """Where it stands, for a message: "the headline", "paragraph 3"."""
    if statement.zone == "title":
        return "the headline"
    second = zones(reading).second
    if statement.block < second:
        return "the first paragraph"
    return f"paragraph {statement.block - second + 2}"
