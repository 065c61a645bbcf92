"""Those whom sentences count, with a number or without: ``two men and a woman``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Role, Span
from crossfoot.relate.sums.mentions import mentions
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import family, head

# those who arrest, try or rescue are not counted with those who are arrested, tried or rescued
OFFICIALS = frozenset(
    "officer agent deputy trooper inspector investigator detective prosecutor attorney lawyer judge"
    " guard firefighter paramedic soldier marine sailor official witness".split()
)
_ONE = Fraction(1)
# "one in Essex | and another in Dover", "and the other in Dover": one more of them
_ONE_MORE = lazy(
    r"[^.;:()\d]{1,40}?(?:,\s(?:and\s)?|\sand\s)(?P<who>another|the\sother)"
    r"\s(?:in|at|on|off|near|from|by|during|to|was|died)\b"
)
# "two from Kent | and the driver": told by a noun of one
_THE_PERSON = lazy(
    r"(?:\s[a-z'-]+){1,4}?,?\sand\s(?P<who>(?:the|his|her|their|its)\s(?:[a-z-]+\s)?(?P<noun>[a-z-]+))"
    r"(?=[.;,]|$)"
)
# "two rifles, | a shotgun and a sword", "two rifles and | a pair of shotguns"
_THINGS = lazy(
    r"(?:\s[a-z-]+){1,4}?(?:,|,?\sand)\s(?P<first>an?\s(?!(?:total|week|month|year|day|combined)\b)"
    r"[a-z-]+)(?:(?:\s[a-z-]+){0,3}(?:,|,?\sand)\san?\s[a-z-]+|\sof\s[a-z]+s\b)"
)
_BY_HIMSELF = frozenset("alone he she his her him only".split())
UNTOLD = 2  # so many persons at most are lacking where each is told in a sentence of its own
BESIDE = 40  # characters from one such person to the next of a list: "a man, a woman and a child"
# "an illegal alien", "another man", "a 17-year-old boy": a person without a number
_SINGLE = lazy(
    r"(?<![a-z'-])(?:an?|another)\s(?:[\ue000-\uf8ff]\s)?(?=(?P<words>(?:[a-z.'-]+[\s,;.]?){1,5}))"
)
_WORD = lazy(r"(?P<word>[a-z][a-z.'-]*)(?P<after>[\s,;.]?)")
# words before the noun of such a person at which none follows
_ENDS = frozenset("of for in on at to by from with and or who whom that as was is".split())


@dataclass(frozen=True)
class Member:
    """One of those counted: its figure, or the words that tell of a single one."""

    role: Role
    noun: str | None
    sentence: int

    @property
    def start(self) -> int:
        """Where it stands in the document."""
        return self.role.start

    @property
    def value(self) -> Fraction:
        """How many it counts."""
        return (self.role.value or _ONE) if isinstance(self.role, Figure) else _ONE


def members(reading: Reading, index: int, *, singles: bool) -> tuple[Member, ...]:
    """The counts of a sentence that are no parts of another; with *singles* persons unnumbered."""
    skeleton = reading.sentences[index]
    key = "members and singles" if singles else "members"
    found: tuple[Member, ...] | None = skeleton.memo.get(key)
    if found is None:
        told = list(_numbered(reading, index))
        if singles:
            told += _singles(skeleton, index)
            told.sort(key=lambda member: member.start)
        found = skeleton.memo[key] = tuple(told)
    return found


def _numbered(reading: Reading, index: int) -> Iterator[Member]:
    skeleton = reading.sentences[index]
    if not skeleton.amounts:
        return
    for mention in mentions(reading, index):
        figure = mention.figure
        if family(figure) != "count" or mention.nested or mention.compared:
            continue
        if not _is_name(reading, figure) and not _is_pronoun(skeleton, figure):
            yield Member(figure, head(skeleton, figure), index)


def _is_name(reading: Reading, figure: Figure) -> bool:
    """Whether a number is part of a name: ``Channel Four's``."""
    capital = figure.text[:1].isupper() and figure.start > reading.sentences[figure.sentence].start
    return capital or reading.text.startswith("'s", figure.end)


def _is_pronoun(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether "both" or "one of" takes up what was counted before."""
    if figure.text.lower() == "both":
        return True
    after = skeleton.sign_of(figure) + 1
    return figure.text.lower() == "one" and skeleton.text.startswith(" of ", after)


def are_alike(noun: str | None, other: str | None) -> bool:
    """Whether two nouns can count the same things, those who arrest kept from the arrested."""
    if noun != other and (noun in OFFICIALS or other in OFFICIALS):
        return False
    return alike(noun, other)


def _singles(skeleton: Skeleton, index: int) -> Iterator[Member]:
    last = -BESIDE
    for match in _SINGLE.finditer(skeleton.text):
        if skeleton.text[: match.start()].endswith(", ") and match.start() - last > BESIDE:
            continue  # "Alba Reyes, a Dominican national,"
        for word in _WORD.finditer(match["words"]):
            noun = singular(word["word"].rstrip("."))
            if noun in PERSONS and noun == word["word"].rstrip("."):
                start, end = match.start(), match.start("words") + word.start("word") + len(noun)
                span = Span(skeleton.offset(start), skeleton.offset(end))
                yield Member(span, noun, index)
                last = end
                break
            if noun in _ENDS or word["after"] in (",", ";"):
                break


def leaves_one_out(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether those lacking may be persons told without a number in sentences between *parts*.

    ``They pulled 12 out of the water. A woman was carried off the ridge. The other nine``.
    """
    lacking = (whole.value or 0) - sum(part.value or 0 for part in parts)
    first, last = parts[0].sentence, parts[-1].sentence
    if not 0 < lacking <= UNTOLD or first == last:
        return False
    told = (m for at in range(first, last) for m in members(reading, at, singles=True))
    return lacking <= sum(isinstance(m.role, Span) and m.noun not in OFFICIALS for m in told)


def all_but_one(reading: Reading, whole: Figure, rest: Figure) -> bool:
    """Whether *rest* are all but one told apart: ``Of the ten, Lee alone … Nine others``."""
    if (whole.value or 0) - (rest.value or 0) != 1:
        return False
    told = reading.sentences[max(whole.sentence, rest.sentence - 1) : rest.sentence + 1]
    return any(not _BY_HIMSELF.isdisjoint(skeleton.words) for skeleton in told)


def and_things(skeleton: Skeleton, last: Figure) -> bool:
    """Whether things go on after *last* that are not counted: ``a shotgun and a sword``."""
    return _THINGS.match(skeleton.text, skeleton.sign_of(last) + 1) is not None


def and_one(reading: Reading, last: Figure) -> Role | None:
    """A single one without a number who ends a list after *last*: ``ten women and a child``."""
    if family(last) != "count":
        return None
    for member in members(reading, last.sentence, singles=True):
        beside = member.value == 1 and 0 < member.start - last.end < BESIDE
        if beside and reading.text.endswith("and ", 0, member.start):
            return member.role
    skeleton = reading.sentences[last.sentence]
    more = _ONE_MORE.match(skeleton.text, skeleton.sign_of(last) + 1)
    if more is None:
        told = _THE_PERSON.match(skeleton.text, skeleton.sign_of(last) + 1)
        more = told if told and told["noun"] in PERSONS else None
    if more is None or skeleton.within(*more.span()):
        return None
    return Span(*(skeleton.offset(at) for at in more.span("who")))
