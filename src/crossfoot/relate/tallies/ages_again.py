"""An age told again of one person: "a 13-year-old girl", further on "the 13-year-old girl".

Two persons of one age are told apart by their names, or in one sentence. That the ages differ is
alleged only of the one person the text speaks of in those words: "the 31-year-old" where nobody
else's age is told, the same noun, or a surname that one alone bears. The age of a headline must
be told below it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.tallies.ages_by_part import MEN, WOMEN, tells_the_part
from crossfoot.relate.wording.slips import slip_for
from crossfoot.relate.wording.stems import is_person, meaning

# "Ann Lee, a | 21-year-old", "Ann Lee (a.k.a. Slim), now | 21"
_NAMED_BEFORE = lazy(
    r"((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z](?:[\w'’-]+|\.))(?:\s\([^()]{1,40}\))?"
    r",\s(?:an?\s|who is\s|now\s)?$"
)
_NOUNS = (
    r"(?:[\w'’.-]+\s+){0,3}?(?P<noun>man|woman|boy|girl|baby|teen|teenager|child|victim|suspect"
    r"|defendant|driver|resident|student|accomplice|son|daughter|mother|father|native|national|citizen)\b"
)
# "Alder Woman, | 24": in a headline, where a name would have capitals as well
_NOUN_BEFORE = lazy(r"(?i)\b(?P<noun>man|woman|boy|girl|teen|teenager|driver|student|suspect),\s$")
_NOUN = lazy(rf"\s+{_NOUNS}")
_TITLE_NOUN = lazy(rf"(?i)\s+{_NOUNS}")
# "a second suspect", "his accomplice"; not "he is a Norland citizen"
_ANOTHER = lazy(
    r"(?i)(?<!\bis )(?<!\bwas )(?<!\bas )(?<!\bof )\b(?:an?|another|one|two|three|several|second"
    r"|third|fourth|other|his|her|their)\s(?:[\w'’-]+\s){0,3}?(?:m[ae]n|wom[ae]n|boys?|girls?|teens?"
    r"|teenagers?|suspects?|defendants?|drivers?|passengers?|accomplices?|victims?|brothers?|sisters?"
    r"|cousins?|sons?|daughters?|mother|father|wife|husband|girlfriend|boyfriend|friends?|uncle|aunt"
    r"|roommate|partner|companions?|persons?|people|others)\b"
)
# who is not the child or the victim just told of
_DOER = lazy(
    r"\b(?:[Tt]he|[Tt]heir|[Hh]er|[Hh]is) (?:alleged )?(?:suspect|attacker|gunman|shooter|assailant"
    r"|defendant|accused|driver|killer|abuser|smuggler|man|woman)\b"
)
_VICTIM = lazy(r"\b[Tt]he victim\b")
# "in March" he pleaded guilty, "in 2023", "last year"
_EARLIER = lazy(rf"\b(?:19|20)\d\d\b|\b(?:[Ii]n|[Ss]ince|[Ll]ast) (?:{MONTH_NAMES}|month|year)\b")
# whose name is told when he is caught: "19-Year-Old | Arrested"
_TAKEN = lazy(
    r"(?i)\s(?:[a-z]+\s){0,2}?(?:arrested|charged|held|jailed|accused|indicted|sentenced|convicted"
    r"|arraigned|gets|pleads)\b"
)
# "ELY, Nev. - Ned Roe, | 36", "A judge sentenced Ned Roe, | 36"
_FIRST_NAMED = lazy(
    r"(?:[A-Z][^\n]{2,40}?\s?(?:—|–|--?)\s)?"
    r"[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|de|la|del|van|von)){1,4},\s"
)
# "36, | of Ely, was sentenced"
_WAS = lazy(
    r"(?:,?\sof\s[^,.;\n]{2,40}?)?,?\s(?:(?:was|has been|is)\s(?:[a-z]+ly\s|being\s|in\s)?"
    r"(?:arrested|charged|held|jailed|accused|indicted|sentenced|convicted|arraigned|custody)"
    r"|pleaded|pled|faces|admitted|got|received)\b"
)
# where two can be meant
_SEVERAL_PERSONS = lazy(
    r"(?i)\b(?:suspects|defendants|victims|drivers|students|residents|accomplices?|couple|pair|duo|trio"
    r"|brothers|sisters|siblings|twins|girls|boys|teens|teenagers|children|nationals"
    r"|of the two|the other)\b"
)
_TWO = lazy(r"(?i)\b(?:two|three|four|both|several|others|men|women)\b")
_DATED = lazy(rf"\b(?:19|20)\d\d\b|\b[Ii]n (?:{MONTH_NAMES})\b")
_SOMEBODY = lazy(
    r"\b(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w'’-]+\s){0,2}?(?:[a-z]+(?:er|or|ist|ant|ian|man)"
    r"|friend|wife|husband|guard|clerk|cook|nurse|thief|guest|tourist|colleague|boss|lover)\b"
    r"|[a-z,]\s(?!(?:in|at|of|from|near)\s)[A-Z][a-z]+\s[A-Z][a-z]+\b"
)
_FULL_NAME = lazy(r"\b(?<!\bin )(?<!\bat )(?<!\bof )[A-Z][a-z]+\s[A-Z][a-z]+\b")
_AND_A_NAME = lazy(r"\b[A-Z][a-z]+(?:,[^.,;]{3,60},)?\sand\s[A-Z][a-z]+\b")
# "The 32-year-old | told", "who said"
_DOES = lazy(
    r",?\s(?:who\s|also\s|then\s|later\s)?(?:was|is|has|had|will|faces|told|said|says|made|took|gave"
    r"|pleaded|pled|ran|fled|did|does|could|would|must|may|wept|kept|[a-z]+ed)\b"
)
# "all under age | 17": nobody's own
_LIMIT = lazy(
    r"(?i)\b(?:under|over|below|above|than|by|from|until|at least) (?:the )?ages?(?: of)? $"
)
_MAN_OF = lazy(r"\b(?:man|woman|boy|girl|person|driver|one) of $")
_SIDE = 20  # characters that tell of a limit
_CHILDREN = frozenset("boy girl baby child".split())
_DONE_TO = _CHILDREN | frozenset("victim resident son daughter".split())
_GROWN = 18
_FEW = 2  # of an age more are told one by one: "18", "19", "18", "18"
_BEFORE, _AFTER = 80, 60  # characters looked at
_BY_ONE = 1
_SEVERAL = 8  # ages told before, of which one can be meant
_SHORT = 3  # letters of words without capitals: "in", "the", "for"


@dataclass(frozen=True, slots=True)
class Mention:
    """One age with what tells whose it is; names are compared and not kept."""

    figure: Figure
    name: tuple[str, ...]
    noun: str
    article: str  # "the", "a", or ""
    title: bool = False  # of the headline, where capitals make no name

    @property
    def surname(self) -> str:
        """The last of its names."""
        return self.name[-1] if self.name else ""


def told_again(
    reading: Reading, names: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of ages of one person: those that agree, and those that should.

    *names* are the words of the names that stand with an age, by its figure's id.
    """
    ages = [f for f in reading.figures if f.kind == "age" and f.range.is_exact and not f.hedge]
    ages = [f for f in ages if not _LIMIT.search(reading.text, max(0, f.start - _SIDE), f.start)]
    if len(ages) < _FEW:
        return
    mentions = [_mention(reading, f, names.get(f.id, ())) for f in ages]
    by_age: dict[object, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_age[mention.figure.value, mention.figure.unit].append(mention)
    for alike in by_age.values():
        for first, later in pairwise(alike):
            known = len(alike) <= _FEW or first.title or later.article == "the"
            if known and _may_be_one(first, later):
                yield first.figure, later.figure
    yield from _paired(reading, mentions)
    bearers = _bearers(mentions)
    told: dict[object, int] = {}  # where an age stands first, "a man of 31" too
    for figure in reading.figures:
        if figure.kind == "age" or (
            reading.text.endswith(" of ", 0, figure.start)
            and _MAN_OF.search(reading.text[max(0, figure.start - _SIDE) : figure.start])
        ):
            told.setdefault(figure.value, figure.start)
    once = [m for m in mentions if _is_alone(by_age[m.figure.value, m.figure.unit], m)]
    for later in once:
        if later.title:
            yield from _told_below(reading, mentions, later)
            continue
        headed = None if later.name else _told_about(mentions, later)
        if headed and _are_told_alike(reading, headed.figure, later.figure):
            yield headed.figure, later.figure
            continue
        meant = _meant(reading, mentions, bearers, later)
        if meant is not None and {meant.figure.id, later.figure.id} <= names.keys():
            meant = meant if len(later.name) == 1 else None  # full names are compared as such
        if (
            meant is not None
            and told[later.figure.value] == later.figure.start
            and _mistyped(meant.figure, later.figure)
            and not _tells_of_another(reading, meant, later)
            and not _may_have_aged(reading, meant.figure, later.figure)
        ):
            yield meant.figure, later.figure


def _told_about(mentions: Sequence[Mention], later: Mention) -> Mention | None:
    """The age of the headline, where it is told again and *later*, between the two, is not.

    "Man, 34, Held", "A 43-year-old man was held", "The 34-year-old man is due in court".
    """
    titles = [m for m in mentions if m.title]
    if len(titles) != 1 or {m.figure.value for m in mentions} - {
        titles[0].figure.value,
        later.figure.value,
    }:
        return None
    again = [m for m in mentions if not m.title and m.figure.value == titles[0].figure.value]
    nouns = {m.noun for m in (*titles, *again, later) if m.noun}
    told = bool(again) and again[0].figure.start > later.figure.start and _is_compound(again[0])
    return (
        titles[0]
        if told and len(nouns) == 1 and _mistyped(titles[0].figure, later.figure)
        else None
    )


def _told_below(
    reading: Reading, mentions: Sequence[Mention], headed: Mention
) -> Iterator[tuple[Figure, Figure]]:
    """The age of a headline, and the only one below it that it can be: of the same noun, or alone.

    "14-Year-Old Girl Held" above "a 15-year-old girl"; no number below is the one of the headline.
    """
    if sum(m.title for m in mentions) != 1 or not _is_compound(headed):
        return
    below = [m for m in mentions if not m.title and _is_compound(m) and not m.name]
    if headed.noun and len({m.figure.value for m in below}) > 1:
        below = [m for m in below if m.noun == headed.noun]
    told = any(
        f.value == headed.figure.value and f.sentence > headed.figure.sentence
        for f in reading.figures
    )
    likely = not below
    if likely and _TAKEN.match(reading.document.text, headed.figure.end):
        # "19-Year-Old Held", and of the only one told below, "Ned Harlow, 91"
        below = [m for m in mentions if not m.title and _is_swapped(headed.figure, m.figure)]
    if likely and not below:
        below = [m for m in mentions if not m.title and _opens_with(reading, headed, m)]
    if told or len({(m.figure.value, m.figure.unit) for m in below}) != 1:
        return
    elsewhere = {m.figure.value for m in mentions if not m.title} - {below[0].figure.value}
    if elsewhere and not all(m.noun for m in below):
        return  # "the 12-year-old" is one of several
    if not likely and not any(_are_told_alike(reading, headed.figure, m.figure) for m in below):
        return  # "Judge frees man, 24", "a 42-year-old man who was held with him"
    if _may_be_one(headed, below[0]) and below[0].figure.unit == headed.figure.unit:
        yield headed.figure, below[0].figure


def _opens_with(reading: Reading, headed: Mention, later: Mention) -> bool:
    """Whether the story opens with the one of the headline: "Ned Roe, 36, was jailed".

    The age of the headline is that one mistyped.
    """
    blocks, text = reading.document.blocks, reading.document.text
    first = blocks[zones(reading).lede]
    if not first.start <= later.figure.start < first.end or not later.name:
        return False
    after = headed.figure.end + text.startswith(",", headed.figure.end)  # "Man, 36, Jailed"
    if not _TAKEN.match(text, after):
        return False
    opening = _FIRST_NAMED.fullmatch(text, first.start, later.figure.start)
    was_taken = opening and _WAS.match(text, later.figure.end)
    return was_taken is not None and _mistyped(headed.figure, later.figure)


def _paired(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[Figure, Figure]]:
    """The two ages of a headline and the two of the first paragraph, where one of them agrees.

    "17-Year-Old Held In Shooting Of 14-Year-Old" above "a 17-year-old … a 41-year-old".
    """
    blocks, body = reading.document.blocks, zones(reading).body
    end = blocks[body].start if body < len(blocks) else len(reading.document.text)
    aged = [m for m in mentions if _is_compound(m) and m.figure.start < end]
    titles, below = ([m for m in aged if m.title is title] for title in (True, False))
    if len(titles) != _FEW or len(below) != _FEW:
        return
    pairs = [(a.figure, b.figure) for a, b in zip(titles, below, strict=True)]
    told = {f.value for f in reading.figures if f.start > titles[1].figure.end}
    odd = [pair for pair in pairs if pair[0].value != pair[1].value]
    if len(odd) == 1 and odd[0][0].value not in told and odd[0][0].unit == odd[0][1].unit:
        yield odd[0]


def _are_told_alike(reading: Reading, headed: Figure, below: Figure) -> bool:
    """Whether the sentences of two ages have a word in common that names no person."""
    here, there = (
        {m for w in reading.sentences[f.sentence].words if (m := meaning(w)) and not is_person(m)}
        for f in (headed, below)
    )
    return not here.isdisjoint(there)


def _is_swapped(one: Figure, other: Figure) -> bool:
    """Whether the digits of one age are those of the other in another order."""
    slip = slip_for(other, one.value.numerator) if one.value else None
    return slip is not None and slip[0] == "order"


def _is_compound(mention: Mention) -> bool:
    """Whether it is "14-year-old" or "Woman, 24", not "aged 92"."""
    return mention.figure.text[-3:].lower() == "old" or (mention.title and mention.noun != "")


def _mention(reading: Reading, figure: Figure, name: tuple[str, ...]) -> Mention:
    text = reading.document.text
    before = text[max(0, figure.start - _BEFORE) : figure.start].rpartition("\n")[2]
    after = text[figure.end : figure.end + _AFTER].partition("\n")[0]
    title = figure.start < reading.document.blocks[zones(reading).lede].start
    capitals = title and _is_capitalised(before + figure.text + after)
    noun = (_TITLE_NOUN if title else _NOUN).match(after)
    if title and noun is None:
        noun = _NOUN_BEFORE.search(before)
    if not name and not noun and (named := _NAMED_BEFORE.search(before)):
        name = tuple(named.group(1).split())
    article = before.split()[-1].lower() if before.split() else ""
    return Mention(
        figure,
        name if not noun and not capitals else (),
        noun["noun"].lower() if noun else "",
        article if article in ("the", "a", "an") else "",
        title,
    )


def _is_capitalised(line: str) -> bool:
    """Whether a headline gives its words capitals."""
    words = [word for word in line.split() if len(word) > _SHORT and word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _bearers(mentions: Sequence[Mention]) -> dict[str, dict[tuple[str, ...], Mention]]:
    """By surname, the full names that bear it, each where it is first told with an age."""
    found: dict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    for mention in mentions:
        if len(mention.name) > 1:
            found[mention.surname].setdefault(mention.name, mention)
    return found


def _may_be_one(first: Mention, later: Mention) -> bool:
    """Whether two of one age are not told apart by sentence, name or sex."""
    if first.figure.sentence == later.figure.sentence:
        return False
    if first.name and later.name:
        return first.surname == later.surname
    if {first.noun, later.noun} & MEN and {first.noun, later.noun} & WOMEN:
        return False
    return not (first.name and later.article in ("a", "an"))


def _meant(
    reading: Reading,
    mentions: Sequence[Mention],
    bearers: Mapping[str, Mapping[tuple[str, ...], Mention]],
    later: Mention,
) -> Mention | None:
    """The only one before of whom *later* can be: by surname, by noun, or as the only one."""
    if later.name:
        known = bearers.get(later.surname, {})
        bear = (
            [*known.values()] if len(later.name) == 1 else [*filter(None, [known.get(later.name)])]
        )
        alone = len(bear) == 1
        return bear[0] if alone and bear[0].figure.sentence < later.figure.sentence else None
    before = [m for m in mentions if m.figure.sentence < later.figure.sentence]
    if later.article != "the" or not before:
        return None
    if len(before) > _FEW or len({m.figure.value for m in before}) > 1:  # of several, a slip of one
        before = [m for m in before[:_SEVERAL] if not m.name and _mistyped(m.figure, later.figure)]
    if len({m.figure.value for m in before}) != 1:
        return None
    # "The 26-year-old" of two players each is one who was named
    first = next((m for m in reversed(before) if m.article != "the"), None)
    if first is None:
        return before[0] if _is_the_same(reading, mentions, before[0], later) else None
    alike = first.noun == later.noun or not (first.noun and later.noun)
    return first if alike or _is_in_role(reading, first, later) else None


def _is_in_role(reading: Reading, first: Mention, later: Mention) -> bool:
    """Whether a noun tells what the other did or suffered: a man who was attacked, the victim.

    Where the digits are not exchanged, no one else may be told of by trade or name.
    """
    nouns = frozenset((first.noun, later.noun))
    if not tells_the_part(reading.document.text, first.figure, later.figure, nouns):
        return False
    between = reading.document.text[first.figure.end : later.figure.start]
    return _is_swapped(first.figure, later.figure) or _SOMEBODY.search(between) is None


def _is_alone(alike: Sequence[Mention], mention: Mention) -> bool:
    """Whether an age is told once, or first told as known: "the 16-year-old", "Poe, 16,"."""
    if len(alike) == 1:
        return True
    known = mention.article == "the" or mention.name
    return alike[0] is mention and bool(known) and not mention.title


def _is_the_same(
    reading: Reading, mentions: Sequence[Mention], first: Mention, later: Mention
) -> bool:
    """Whether "the 23-year-old defendant" is "the 32-year-old": nobody else is told of.

    Of two ages in all; the noun is the same, or none and the digits are exchanged.
    """
    so_far = [m for m in mentions if m.figure.start <= later.figure.start]
    if len({m.figure.value for m in so_far}) != _FEW or any(m.name for m in so_far):
        return False
    text = reading.document.text
    told, between = text[: later.figure.end + _AFTER], text[first.figure.end : later.figure.start]
    if _SEVERAL_PERSONS.search(told) or _DATED.search(between):
        return False
    if later.noun:
        if later.noun not in _DONE_TO and _TWO.search(told):
            return False
        alike = later.noun == first.noun or _is_in_role(reading, first, later)
        return alike and not _one_of(later.noun).search(told)
    named = len(set(_FULL_NAME.findall(told))) > 1 or _AND_A_NAME.search(told)
    alone = not (named or _SOMEBODY.search(between) or _ANOTHER.search(between))
    goes_on = _DOES.match(text, later.figure.end) is not None
    return alone and goes_on and _is_swapped(first.figure, later.figure)


@lru_cache(maxsize=32)
def _one_of(noun: str) -> re.Pattern[str]:
    """What tells of one of several: "a second suspect", "the driver of another van"."""
    return re.compile(
        rf"(?i)\b(?:another|second|third|fourth|other|one|each|either|two|both|first)\s"
        rf"(?:[\w'’-]+\s){{0,2}}?{noun}\b"
        rf"|\b{noun}\s(?:of|in|from)\s(?:an?|another|the (?:second|other))\s"
    )


def _tells_of_another(reading: Reading, first: Mention, later: Mention) -> bool:
    """Whether someone else is told of in between: "a second suspect", the driver who hit a girl."""
    if (later.noun and later.noun == first.noun) or (later.name and later.name == first.name):
        return False
    child = first.noun in _CHILDREN and (first.figure.value or 0) < _GROWN
    if child and (later.figure.value or 0) >= _GROWN:
        return True
    between = reading.document.text[first.figure.end : later.figure.start]
    doer = first.noun in _DONE_TO and _DOER.search(between)
    victim = "victim" not in (first.noun, later.noun) and _VICTIM.search(between)
    return bool(doer or victim or _ANOTHER.search(between))


def _may_have_aged(reading: Reading, first: Figure, later: Figure) -> bool:
    """Whether a year or month told between them may hold a birthday."""
    if abs((first.value or 0) - (later.value or 0)) != _BY_ONE:
        return False
    start, end = (reading.sentences[f.sentence] for f in (first, later))
    return _EARLIER.search(reading.document.text, start.start, end.end) is not None


def _mistyped(first: Figure, later: Figure) -> bool:
    """Whether one age is likely the other mistyped, or a birthday apart."""
    a, b = first.value, later.value
    if a is None or b is None or a.denominator != 1 or first.unit != later.unit:
        return False
    return abs(a - b) == _BY_ONE or slip_for(later, a.numerator) is not None
