"""Figures in a row: ``28 in Baltimore, 30 in Cook County and 63 in Denver``.

A row is a run of figures of one family (counts, dollars, percents) that commas, semicolons, "and"
or brackets set side by side. It asserts nothing yet: what stands before or after it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from crossfoot.figures.lazy import lazy, once
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, kept, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.wording import kinds as _kinds
from crossfoot.relate.wording.gaps import LONGEST_GAP, joined
from crossfoot.relate.wording.kinds import OFFENCES, alike
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.so_many_each import how_often

# "$12 each", "$12 per ticket": a price of one, and no member beside what was paid for all
_OF_ONE = lazy(r"\s(?:each|apiece|per (?!hour|day|night|week|month|quarter|year))\b")
# a member's own part: "63 women, five of them pregnant"
_OWN_PART = lazy(r"\s*(?:[a-z]+ )?(?:of|in) (?:which|whom|them|those|these)\b")
# "eight of them were held in Ely, seven of them in Reno": each is of all told before
_OF_THEM_WERE = lazy(
    r"\sof (?:them|those|these)\s(?:were|are|had|have|arrived|came|landed|went|entered)\b"
)
_OF_ALL = lazy(
    r"\sof (?:them|those|these|the (?:group|men|women|people|[a-z]+s)) (?!who\b|in\b|whom\b)"
)
# "nine troops, three more than its load": a step, no member
_STEP = lazy(r"\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower)\sthan\b")
_OF_THE = lazy(
    r"\sof (?:the|those|these|its|their|his|her) (?:[a-z]+ ){0,2}?"
    r"(?P<noun>[a-z]+s|people|men|women|children)\b"
)
# "Of the | 14 men, four were", "Of | 11 people charged, seven"
_OPENS = lazy(r"\W*of (?:all )?(?:(?:the|these|those|its|their) )?(?:about |some |nearly )?")
# "four of the 14": the second is what the first is taken from
_OUT_OF = (
    r"(?:\s[a-z]+)?\s(?:out )?of (?:(?:all )?the|all|those|these|its|their)"
    r"(?:\s(?:budgeted|original|initial|planned|allotted|total))?\s"
)
FARTHEST_OF = 40  # characters between a part and "of" its whole, or that and the whole
_TAKEN_FROM = lazy(rf"[\ue000-\uf8ff](?:{_OUT_OF}|\s(?:out )?of\s)$")
_OF_ANOTHER = lazy(
    rf"{_OUT_OF}[\ue000-\uf8ff]|\s(?:out )?of\s[{SIGNS['count']}{SIGNS['number']}](?!-)"
)
# "on two occasions", "to more than three men": what a member was done to, and no member
_ASIDE = lazy(
    r"\b(?:in|on|at|from|to|over|during|after|following|within|across|by|of|for|with|into|against)"
    r"\s(?:the\s|all\s|about\s|at least\s|more than\s)?$"
)
# "12 were found in", "nine people came from": the words up to what a member stands apart by
_APART = lazy(
    r"\s(?:of (?:them\s|(?:the|these|those|all) (?:[a-z]+\s){1,2}))?"
    r"(?!(?:with|who|whom|whose|had|have|of)\b)"
    r"(?:(?!(?:with|who|of|and)\b)[a-z'-]+\s){0,3}?"
    r"(?P<by>in|at|from|to|aboard|by|into|against)\s(?:the\s|a\s|an\s|his\s|her\s|their\s)?"
    r"(?:(?P<when>[\ue000-\uf8ff])|(?P<what>[a-z][a-z.'-]*(?:\s(?:district\s)?(?:of\s)?[a-z][a-z.'-]*)?))"
)
# "12 in Denver", "three of fentanyl": a number and at once a preposition
_BY = lazy(
    r"\s(?:of (?:them|those|these|whom|which)\s)?"
    r"(?:each\s)?(?P<by>in|at|from|to|of|on|for|with|against|under|by|as|aboard)\s"
    r"(?!(?:which|whom|them|those|these|all)\b|the [\ue000-\uf8ff])"
)
# "three aged 15", "two of them 14-year-olds", "two 15"
_AGED = pattern(r"\s(?:of (?:them|whom)\s)?(?:[a-z]+\s)?(?:aged?\s)?{age}")
_STEP_REACH = 40  # from a share to the step of a scale that it is of
_AND = lazy(r"\band\b")
_ONE_WORD = lazy(r"\s[a-z']+(?=[,;).-]|$|\s(?:and|-)\s)")
_LED_BY = lazy(r"\s(?:to|in|from|by|for|at|on|into|as)\s")
# "209 of the arrests were of people who, 51 were of"
_WERE_OF = lazy(r"\s(?:of the [a-z]+\s)?(?:were|are)\s(?:of|for|from|in)\b")
_DEED = lazy(r"\b(?:[a-z]{3,}(?:ed|ent|old|ven|aken)|come|came|went|made|held)\b")
_TAIL_ENDS = lazy(r"[,;.)\ue000-\uf8ff]|\sand\s")
# the words of a last member that leave nothing out: "41 by other means", "3,120 other sheds"
_REST = lazy(
    r"^\s(?:were |was |who |had |have |took |to |by |in |for |from |came |the )*(?:others?|neither"
    r"|none|no|without|with no|elsewhere|not|the rest|a third)\b"
    r"|\b(?:neither|elsewhere|other means|other causes|everything else|all else)\b"
    r"|\b(?:unsure|undecided|no opinion|not sure|weren't sure|(?:did|do)(?:n't| not) know)\b"
    r"|\bno \w+ at all\b|\b\w+ or (?:more|older|over|above)\b"
)
# "have no criminal | charge", "were without | a job"
_LACKING = lazy(
    r"^\s(?:were |was |are |who |had |have |has |of them )*(?:no|without|with no)\s"
    r"(?!opinion|answer|preference|view|party|religion|idea|response)"
    r"(?P<what>[a-z-]+(?:\s[a-z-]+){0,2})"
)
_PLAIN_WORD = lazy(r"[a-z][a-z-]+")
# one who has none of these lacks the others, too
_OF_A_RECORD = frozenset("conviction charge record history offense crime arrest criminal".split())
# letters of each of them
_REST_CUES = (
    "no", "other", "neither", "without", "elsewhere", "rest", "third", "else", "sure", "undecided",
    " or ",
)  # fmt: skip
_REST_LEAD = lazy(r"\b(?:the (?:other|rest|remaining|remainder|balance)|remaining)\b[^,;.]*$")
# what stands before an item's number: ": (", ", and ("
_NUMBERS = lazy(r"(?:^|[,;:]\s|\b(?:and|or)\s)\(?$")

# those who take part in a deed and are not counted with those to whom it is done
_HELPERS = frozenset("agency department force team unit".split())
_STAY = frozenset("remain remains".split())
# what those counted do, right after their number
_VERBS = frozenset(
    "face faces facing live lived remain remains awaiting await serving went came died pled lost"
    " fled left sat stood sought seek work hold held gave ran hail".split()
)
# "one suspected employer", "one alleged smuggler": said of those counted, and not done to them
_SAID_OF = frozenset("suspected alleged undocumented unaccompanied unauthorized armed".split())
# where they are: "33 in Salem and 16 elsewhere"
_WHERE = frozenset("elsewhere abroad overseas nationwide statewide downtown outside".split())
_SELF = frozenset(("themselves", "himself", "herself"))  # "three turned themselves in"
# weights and volumes add up; temperatures and distances, as a rule, do not
ADDED = frozenset({"count", "number", "percent", "money", "measure"})
ADDABLE = frozenset(
    "pound pounds lb lbs kilogram kilograms kg kilo kilos gram grams g ounce ounces oz ton tons"
    " tonne tonnes gallon gallons liter liters acre acres pill pills".split()
)

COUNTED = frozenset(("count", "number", "rate"))


@dataclass(frozen=True)
class Row:
    """Figures of one family side by side in `skeleton`; positions are those of its text."""

    skeleton: Skeleton
    figures: tuple[Figure, ...]
    start: int
    end: int  # after the last member's sign

    @once
    def heads(self) -> tuple[str | None, ...]:
        """The noun of each member, None where it is left out."""
        return tuple(head(self.skeleton, f) for f in self.figures)

    @once
    def total(self) -> Interval:
        """The range of the sum, "one each from Laos and Peru" taken twice."""
        if " each" not in self.skeleton.text:
            return Interval.sum(f.range for f in self.figures)
        often = ((f.range, how_often(self.skeleton, f) or 1) for f in self.figures)
        return Interval.sum(members.scale(times) for members, times in often)

    @once
    def kind(self) -> str | None:
        """The family of the members."""
        return family(self.figures[0])

    @once
    def largest(self) -> Fraction:
        """The largest value among the members."""
        return max(f.value for f in self.figures if f.value is not None)

    @once
    def noun(self) -> str | None:
        """The first noun that the members name."""
        return next((h for h in self.heads if h), None)

    @once
    def tail(self) -> str:
        """The text of the last member, to the next comma or figure."""
        text = self.skeleton.text[self.end : self.end + 90]
        return _TAIL_ENDS.split(text, maxsplit=1)[0]

    @once
    def completes(self) -> bool:
        """Whether the last member takes in all that is left.

        ``41 by other means``; ``22% had four or more``, the last step of a scale.
        """
        if "neither" in self.tail and any("no" in words for words in self.words[:-1]):
            return False  # "498 had no conviction and 419 neither that nor a charge"
        lead = self.skeleton.text[max(0, self.end - 30) : self.end - 1]
        next_figures = self.skeleton.within(self.end, self.end + _STEP_REACH)
        scale = any(f.range.high is None and f.kind == "count" for f in next_figures)
        rest = any(map(self.tail.__contains__, _REST_CUES)) and _REST.search(self.tail)
        if rest and self._lacks_something_else:
            return False
        if scale and not rest and self._leaves_the_least_out:
            return False
        return bool(rest or _REST_LEAD.search(lead) or scale or self._takes_in_bystanders)

    @property
    def _leaves_the_least_out(self) -> bool:
        """Whether a scale begins above its foot: ``62% are 18 to 59, 33% are 60 and over``."""
        at = [self.skeleton.sign_of(f) + 1 for f in self.figures]
        ends = [*(sign - 1 for sign in at[1:]), at[-1] + _STEP_REACH]
        steps = [
            next(iter(self.skeleton.within(*ends)), None) for ends in zip(at, ends, strict=True)
        ]
        lows = [f.range.low or 0 for f in steps if f]
        return len(lows) == len(steps) and min(lows) > 1

    @property
    def _lacks_something_else(self) -> bool:
        """Whether the last lack what no other is told of: "72% are men and 68% have no job"."""
        match = _LACKING.match(self.tail)
        if match is None:
            return False
        told = self.skeleton.text[: self.skeleton.sign_of(self.figures[-1])]
        lacked = {singular(word) for word in match["what"].split()}
        if not lacked.isdisjoint(_OF_A_RECORD):
            lacked |= _OF_A_RECORD
        return lacked.isdisjoint(singular(word) for word in _PLAIN_WORD.findall(told))

    @property
    def _takes_in_bystanders(self) -> bool:
        """Whether the last are those met by the way: ``17 targets and 11 collateral arrests``."""
        if "collateral" not in self.tail:
            return False
        return "target" in self.skeleton.text[self.start : self.end]

    def of_kinds(self, figure: Figure) -> bool:
        """Whether *figure* is itself one of kinds that exclude each other."""
        return _kinds.of_kinds(_words_after(self.skeleton, figure))

    @once
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each member up to the next comma."""
        return tuple(_words_after(self.skeleton, f) for f in self.figures)

    @once
    def exclusive(self) -> bool:
        """Whether the members are ends that a case can have but one of."""
        return _kinds.outcomes(self.words)

    @once
    def settled(self) -> bool:
        """Whether the members are states or sorts of which each counted thing has but one."""
        told = [_words_after(self.skeleton, f, 7) for f in self.figures]
        return _kinds.fates(told) or _kinds.of_three(told) or _kinds.sorts(self.heads)

    @property
    def apart(self) -> bool:
        """Whether each member stands in a place, or went to a hand, of its own."""
        return self.apart_by is not None

    @once
    def apart_by(self) -> str | None:
        """The preposition by which each member stands in a place or a time of its own."""
        skeleton = self.skeleton
        found = [_APART.match(skeleton.text, skeleton.sign_of(f) + 1) for f in self.figures]
        places = {
            (m["by"], m["what"] or skeleton.figure_at(m.start("when")).text) for m in found if m
        }
        words = {by for by, _ in places}
        return words.pop() if len(places) == len(self.figures) and len(words) == 1 else None

    @once
    def elliptic(self) -> str | None:
        """The preposition that follows each bare number: ``12 in Denver and 18 in Boston``.

        None where a member has a noun or a verb of its own, or nothing shows which is the last.
        """
        text, signs = self.skeleton.text, [self.skeleton.sign_of(f) for f in self.figures]
        found = {m["by"] for at in signs if (m := _BY.match(text, at + 1))}
        bare = sum(_BY.match(text, at + 1) is not None for at in signs)
        if len(found) != 1 or bare < len(signs):
            return None
        return found.pop() if self.closed or (len(signs) > 2 and self._ends_sentence) else None

    @property
    def _ends_sentence(self) -> bool:
        """Whether the sentence ends with the last member."""
        return self.skeleton.text[self.end + len(self.tail) :].strip(" \"'") in ("", ".")

    @once
    def bracketed(self) -> bool:
        """Whether each member stands in a bracket after its name: ``Denver (12), Boston (9)``."""
        text = self.skeleton.text
        return all(text[self.skeleton.sign_of(f) - 1] == "(" for f in self.figures)

    @once
    def alike_told(self) -> bool:
        """Whether all members are told in one way: the last is no other cut of the whole."""
        text, signs = self.skeleton.text, map(self.skeleton.sign_of, self.figures)
        bare = self.brief or self.bracketed or all(_BY.match(text, at + 1) for at in signs)
        return bare or self.nations or self.apart or self.aged

    @once
    def aged(self) -> bool:
        """Whether each member is told by an age, of which a person has but one."""
        text, signs = self.skeleton.text, map(self.skeleton.sign_of, self.figures)
        return all(_AGED.match(text, at + 1) for at in signs)

    @once
    def brief(self) -> bool:
        """Whether three or more are told by one word each: ``one Dutch, one Greek, one``."""
        text, signs = self.skeleton.text, [self.skeleton.sign_of(f) for f in self.figures]
        return len(signs) > 2 and all(_ONE_WORD.match(text, at + 1) for at in signs)

    @once
    def closed(self) -> bool:
        """Whether "and" leads to the last member."""
        signs = [self.skeleton.sign_of(f) for f in self.figures[-2:]]
        return _AND.search(self.skeleton.text, *signs) is not None

    @once
    def nations(self) -> bool:
        """Whether each member is of a nationality: ``64 are Guatemalan, 38 Mexican``."""
        return all(any(map(_kinds.is_nationality, words)) for words in self.words)

    @once
    def parallel(self) -> bool:
        """Whether one deed is told of each member: ``five were sold to A, three to B``."""
        text = self.skeleton.text
        afters = [text[self.skeleton.sign_of(f) + 1 :][:80] for f in self.figures]
        deeds = set(_DEED.findall(_TAIL_ENDS.split(afters[0], maxsplit=1)[0]))
        if all(map(_WERE_OF.match, afters)):
            return True
        return bool(deeds) and all(
            _LED_BY.match(after) or deeds & set(_TAIL_ENDS.split(after, maxsplit=1)[0].split())
            for after in afters[1:]
        )

    @once
    def may_leave_out(self) -> bool:
        """Whether the kinds that the members are of may not be all: convictions, acquittals."""
        return _kinds.may_leave_out(self.words)

    @once
    def complementary(self) -> bool:
        """Whether the members are kinds that exclude each other: men and women."""
        return _kinds.complementary(self.words)


def _words_after(skeleton: Skeleton, figure: Figure, most: int = 5) -> frozenset[str]:
    """The words of a member up to the next comma: ``30 were men``."""
    at = skeleton.sign_of(figure) + 1
    if taken := _OF_ANOTHER.match(skeleton.text, at):  # "12 of the 33 are women"
        at = taken.end()
    told = skeleton.text[at : at + 10 * most - 10].replace("u.s. ", "")
    stretch = _TAIL_ENDS.split(told, maxsplit=1)[0]
    words = stretch.split()[:most]
    return frozenset(map(singular, words)) | frozenset(words)


def of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one kind; "7 flights a day", "4.9" and seven flights are."""
    return one.kind == other.kind or {one.kind, other.kind} <= COUNTED


def family(figure: Figure) -> str | None:
    """What a figure can be added to; None where it adds up to nothing."""
    kind, value = figure.kind, figure.value
    if value is None or kind not in ADDED:
        return None
    if value.numerator < 0:
        return None
    if kind == "percent":
        return kind
    if kind in ("count", "number"):
        return "count" if value.denominator == 1 else None
    return f"{kind} {figure.unit}" if kind == "money" or figure.unit in ADDABLE else None


def is_price(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether money is told for one thing of several: ``$12 each``."""
    after = skeleton.sign_of(figure) + 1
    return figure.kind == "money" and _OF_ONE.match(skeleton.text, after) is not None


@kept
def rows(skeleton: Skeleton) -> tuple[Row, ...]:
    """Every row of two figures or more in *skeleton*, by family, in order."""
    addable = [figure for figure in skeleton.figures if figure.kind in ADDED]
    return tuple(_rows(skeleton)) if len(addable) > 1 else ()


def _rows(skeleton: Skeleton) -> Iterator[Row]:
    families: dict[str, list[tuple[int, Figure]]] = {}
    for at, figure in zip(skeleton.signs, skeleton.figures, strict=True):
        if (kind := family(figure)) and not is_enumerator(skeleton.text, at):
            families.setdefault(kind, []).append((at, figure))
    for members in (m for m in families.values() if len(m) > 1):
        # prices add up to the price of a set, but to nothing with what was paid
        sums = [(at, f) for at, f in members if not is_price(skeleton, f)] or members
        if len(sums) > 1:
            yield from _runs(skeleton, sums)


def is_enumerator(text: str, at: int) -> bool:
    """Whether the sign at *at* numbers an item: ``(1) lack of staff, (2) lack of beds``."""
    return text[at + 1 : at + 2] == ")" and _NUMBERS.search(text, max(0, at - 8), at) is not None


def taken_from(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* is what another is a part of: ``4 of the 14``."""
    start = max(0, at - FARTHEST_OF)
    # nearly always without "of", and that is sooner seen
    return text.find("of ", start, at) >= 0 and _TAKEN_FROM.search(text, start, at) is not None


def of_another(skeleton: Skeleton, at: int) -> Figure | None:
    """The 14 of ``four of the 14``, where the sign of the four is at *at*."""
    if skeleton.text.find(" of ", at, at + FARTHEST_OF) < 0:  # as nearly always
        return None
    match = _OF_ANOTHER.match(skeleton.text, at + 1)
    found = skeleton.figure_at(match.end() - 1) if match else None
    return found if found is not None and found.value != 1 else None  # "97 of one kind"


def _runs(skeleton: Skeleton, members: Sequence[tuple[int, Figure]]) -> Iterator[Row]:
    run: list[tuple[int, Figure]] = []
    asides: list[tuple[int, Figure]] = []  # "on two occasions": read for rows of their own
    noun: str | None = None
    own: tuple[int, Figure] | None = None  # a part of a member
    elliptical = repeated = 0
    text = skeleton.text
    steps = " than" in text
    for index, (at, figure) in enumerate(members):
        if run and (_is_own_part(text, at, run[0][0]) or (steps and _STEP.match(text, at + 1))):
            own = (at, figure)
            continue
        if run and text.endswith((" all ", " all the "), 0, at):
            continue  # "one of fraud, against all five, and eight of theft"
        following = members[index + 1][0] if index + 1 < len(members) else None
        if run and own and _fills(text, run[-1], own, (at, figure), following):
            continue  # "64 in one plane, 60 of them passengers and four crew, and three in"
        if taken_from(text, at):
            continue
        named = head(skeleton, figure)
        strange = named is not None and not alike(named, noun) and not {named, noun} <= OFFENCES
        beside = strange or (named is not None and noun is None)
        if run and named and noun in _HELPERS and noun != named:
            run, noun = [], None  # "along with 12 local agencies, they arrested 40 men and"
        if run and beside and _is_aside(text, at, run[-1][0], asides):
            asides.append((at, figure))
            continue
        settled = elliptical > 1 or repeated > 1
        if run and (
            (settled and strange) or not joined(text, run[-1][0], at, money=figure.kind == "money")
        ):
            if _is_row(text, run):
                yield _row(skeleton, run)
            run, noun, elliptical, repeated = [], None, 0, 0
        run.append((at, figure))
        noun = noun or named
        elliptical += named is None
        repeated += named is not None and named == noun
    if _is_row(text, run):
        yield _row(skeleton, run)
    if len(asides) > 1:
        yield from _runs(skeleton, asides)


def _is_row(text: str, run: Sequence[tuple[int, Figure]]) -> bool:
    """Whether *run* is of two or more, and not of a whole and a part: "Of the 14 men, four"."""
    return len(run) > 2 or (len(run) == 2 and not _OPENS.fullmatch(text, 0, run[0][0]))


def _fills(
    text: str,
    whole: tuple[int, Figure],
    own: tuple[int, Figure],
    last: tuple[int, Figure],
    following: int | None,
) -> bool:
    """Whether *last* stands right beside a part of *whole* and is one, too.

    It makes that full, or the list goes on after both: ``25 in Kent, ten of them at a shop and six
    at a church, and 15 in Ely``.
    """
    made = (own[1].value or 0) + (last[1].value or 0)
    beside = own[0] > whole[0] and "," not in text[own[0] : last[0]]
    if not beside or not text.endswith(" and ", 0, last[0]):
        return False
    if made == whole[1].value:
        return True
    goes_on = following is not None and text.endswith((", and ", "; "), 0, following)
    return goes_on and made < (whole[1].value or 0)


def _is_own_part(text: str, at: int, first: int) -> bool:
    """Whether the figure at *at* is a part of one before it, and not of what that is a part of."""
    own = _OWN_PART.match(text, at + 1)
    return own is not None and not is_beside(text, at, first)


def is_beside(text: str, at: int, first: int) -> bool:
    """Whether the figure at *at* is told as a group of all like that at *first*: "of them were"."""
    return _OF_THEM_WERE.match(text, at + 1) is not None and is_group(text, first)


def is_group(text: str, at: int) -> bool:
    """Whether the figure whose sign is at *at* counts some of all: ``eight of them were``."""
    return _OF_ALL.match(text, at + 1) is not None


def _is_aside(text: str, at: int, last: int, asides: Sequence[tuple[int, Figure]]) -> bool:
    """Whether the strange figure at *at* tells to whom or where the member at *last* was done."""
    if at - last > LONGEST_GAP:
        return False
    if _ASIDE.search(text, max(0, at - 24), at):
        return True
    return bool(asides) and asides[-1][0] > last and joined(text, asides[-1][0], at)


def _row(skeleton: Skeleton, run: list[tuple[int, Figure]]) -> Row:
    return Row(skeleton, tuple(f for _, f in run), run[0][0], run[-1][0] + 1)


def _noun_of_part(skeleton: Skeleton, at: int) -> str | None:
    """``five of the properties`` counts properties."""
    match = _OF_THE.match(skeleton.text, at) if skeleton.text.startswith(" of ", at) else None
    return singular(match["noun"]) if match else None


def head(skeleton: Skeleton, figure: Figure) -> str | None:
    """The singular of the last word counted by *figure*; None where its noun is left out."""
    heads: dict[int, str | None] = skeleton.memo.setdefault("heads", {})
    if figure.start not in heads:
        heads[figure.start] = _head(skeleton, figure)
    return heads[figure.start]


def noun_of(reading: Reading, figure: Figure) -> str | None:
    """What *figure* counts, in the sentence in which it stands."""
    return head(reading.sentences[figure.sentence], figure)


def _head(skeleton: Skeleton, figure: Figure) -> str | None:
    words = phrase(skeleton, figure)
    unit = figure.unit.lower().split()[-1] if figure.unit else ""
    if unit in words and unit not in _VERBS and unit not in _SELF:
        return singular(unit)
    # "110,000 ended in removal", "40 face charges" name no noun
    if words and words[0] in _WHERE:
        return None
    if len(words) > 1 and words[0] in _SAID_OF:
        return singular(_noun(words[1:]))
    if words and not words[0].endswith("ed") and words[0] not in _VERBS:
        return singular(_noun(words))
    return _noun_of_part(skeleton, skeleton.sign_of(figure) + 1)


def _noun(words: tuple[str, ...]) -> str:
    """The last word of a noun phrase, before a participle: ``people arrested`` counts people."""
    for before, word in pairwise(words):
        if word.endswith(("ed", "ing")) and singular(before) != before:
            return before
        if word in _STAY and before != "human":
            return before
    return words[-1]
