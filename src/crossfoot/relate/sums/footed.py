"""A row of parts held against a whole: what its wording must claim to say something of the sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.sums.members import OFFICIALS, and_one
from crossfoot.relate.sums.mentions import held_against
from crossfoot.relate.sums.ties import (
    Claim,
    asserted,
    closest,
    comes_to,
    of_round_parts,
    rounded,
)
from crossfoot.relate.sums.topic import topic
from crossfoot.relate.wording.kinds import PERSONS, alike, means_the_same, of_offences
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import Row, family, head, is_price, rows, taken_from
from crossfoot.relate.wording.stems import PERSON_NOUNS
from crossfoot.relate.wording.wholes import earlier_wholes, filled_otherwise, is_heading, restated

# "and a Salem man"
_A_PERSON = lazy(
    r"(?:[,:]|\band)\s(?P<who>(?:an?|another)\s(?:[a-z-]+\s){0,3}?(?P<noun>[a-z-]+))"
    r"(?=[,;]|\s(?:and|who|were|was|while|from|of|in)\b)"
)
# "two rifles | and a shotgun": the last of a list of things
_AND_A_THING = lazy(
    r"(?:\s[a-z-]+){1,4}?,?\sand\s(?P<what>an?\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+))"
    r"(?=[,;.)]|$|\s(?:was|were|from|in|at|on|during)\b)"
)
_OVER_YEARS = pattern(r"\s(?:over|for|in) (?:the |its |all )?(?P<length>{duration})")
# "two | in Ely; Lee Poe, 24, is being sought", the first name of the next clause or sentence
_NAMED_NEXT = lazy(
    r"[^;.\d]{0,60}[;.]\s(?:[A-Z][a-z]+,?\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3},\s\d\d,?\s"
)
_AMONG_OTHERS = lazy(
    r"[^.;:\ue000-\uf8ff]{0,60}?(?:\bamong (?:others?|them|those)\b|,? and (?:others|elsewhere)\b)"
)
_ONE_OTHER = lazy(r"\band\s(?:[a-z]+\s){0,6}?(?:one other|one more|another)\b")
_NO_THINGS = frozenset(
    "total half third quarter few lot number record day week month year pair couple dozen set stash"
    " variety".split()
)
_SINGLE_PERSONS = PERSONS | frozenset(map(singular, PERSON_NOUNS))  # "a clerk", "a farmer"
SINGLES = 9  # so many persons at most stand beside a row without a number
_MOST_NESTED = 12  # members of a list, of which some may be parts of one before them
NEAR = 3  # figures beside a row among which its whole is looked for


def foot(
    reading: Reading,
    whole: Figure | None,
    claim: Claim,
    tie: Span,
    parts: Sequence[Figure],
    *,
    sure: bool = False,
) -> Relation | None:
    """The relation, where *claim* says something of these numbers.

    *sure* where the wording leaves so little room that a wide gap is told, too.
    """
    if whole is None or (claim == "weak" and opens_with_total(parts)):
        return None  # "14 were fined, nine for poaching and five for netting" are no 28
    if whole.kind == "money" and _leaves_price_out(reading, parts):
        claim = "weak"
    parts = _without_own(parts, whole)
    total = Interval.sum(f.range for f in parts)
    members: tuple[Role, ...] = tuple(parts)
    skeleton = reading.sentences[parts[-1].sentence]
    thing = _and_a_thing(skeleton, parts[-1]) if claim == "full" else None
    if thing and means_the_same(_noun(reading, thing), head(skeleton, parts[-1]) or ""):
        members, total = (*parts, thing), total + Interval.exactly(1)  # "two rifles and a shotgun"
    elif claim == "weak" and not comes_to(parts, whole):
        lacking = (whole.range.low or 0) - (total.low or 0)
        members = with_singles(reading, parts) if 0 < lacking <= SINGLES else members
        single = Fraction(len(members) - len(parts))
        if not single or total + Interval.exactly(single) != whole.range:
            return None  # "ten men, ten women and a boy" are the 21
    elif not asserted(claim, total, whole.range):
        # "12 guns, including eight pistols, three rifles and a shotgun" are twelve
        members = with_singles(reading, parts)
        total += Interval.exactly(Fraction(len(members) - len(parts)))
        if claim != "open" or total != whole.range:
            return None
    elif not total.meets(whole.range):
        if (
            _holds_a_total(reading, parts)
            or of_round_parts(parts, total, whole)
            or _names_others(skeleton, parts[-1])
            or _is_over_years(reading, whole, total)
            or (total.meets(whole.range + Interval.exactly(1)) and _and_one_other(reading, whole))
            or (not sure and filled_otherwise(reading, parts, total, whole))
        ):
            return None
        members = with_singles(reading, parts, whole)
        lacking = (whole.value or 0) - (total.low or 0) - (len(members) - len(parts))
        if lacking == 1 and names_one_next(reading, parts[-1]):
            return None  # "14 in Salem and two in Ely; Lee Poe, 24, is being sought"
    far = whole.sentence != parts[0].sentence
    if far and is_heading(reading, whole.sentence) and rounded(total, whole):
        return None
    stated = restated(reading, whole, parts=parts) if far else (whole,)
    options = {"claim": claim, "sure": "1"} if sure else {"claim": claim}
    return relation("sum", reading, [tie], options, parts=members, whole=stated)


def _holds_a_total(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether the first is told apart as what the others come to: "31 voted; 17 for it, 14 not"."""
    first, *others = parts
    if len(others) < 2 or ";" not in reading.document.text[first.end : others[0].start]:
        return False
    return opens_with_total(parts)


def _without_own(parts: Sequence[Figure], whole: Figure) -> Sequence[Figure]:
    """*parts* without those that a part before them is made of, where they fill the whole so.

    ``30 arrests: ten for drugs and 20 for theft, 12 on Friday and eight on Saturday``.
    """
    excess = sum(f.value or Fraction(0) for f in parts) - (whole.value or 0)
    if excess <= 0 or not 3 < len(parts) <= _MOST_NESTED:
        return parts
    if whole.sentence != parts[0].sentence:
        return parts  # what is told elsewhere may be filled by chance
    if not all(f.range.is_exact for f in (*parts, whole)):
        return parts
    for at, part in enumerate(parts[:-2]):
        own = Fraction(0)
        for end, figure in enumerate(parts[at + 1 :], at + 2):
            own += figure.value or 0
            if own == part.value == excess and end - at > 2:
                return (*parts[: at + 1], *parts[end:])
    return parts


def opens_with_total(parts: Sequence[Figure]) -> bool:
    """Whether the first is what the others come to."""
    first, *others = parts
    return len(others) > 1 and first.value == sum(p.value or Fraction(0) for p in others)


def _is_over_years(reading: Reading, whole: Figure, total: Interval) -> bool:
    """Whether the whole is of so many times the parts: "$3 million a year … $25 million over 5"."""
    skeleton = reading.sentences[whole.sentence]
    match = _OVER_YEARS.match(skeleton.text, skeleton.sign_of(whole) + 1)
    length = skeleton.group(match, "length") if match else None
    if length is None or not length.value:
        return False
    return total.scale(length.value).meets(whole.range)


def _and_one_other(reading: Reading, whole: Figure) -> bool:
    """Whether one more is told with the whole: "entered seven homes and tried one other".

    Or by its number: "nine were held, a tenth got away".
    """
    text, more = reading.document.text, Fraction(whole.value or 0) + 1
    nth = (("rank", more), ("fraction", 1 / more))  # "a tenth"
    if any(f.kind == kind for kind, value in nth for f in reading.by_value.get(value, ())):
        return True
    return _ONE_OTHER.search(text, whole.end, reading.sentences[whole.sentence].end) is not None


def _names_others(skeleton: Skeleton, last: Figure) -> bool:
    """Whether the list says that it leaves some out: "14 to Peru, among other countries"."""
    return _AMONG_OTHERS.match(skeleton.text, skeleton.sign_of(last) + 1) is not None


def with_singles(
    reading: Reading, parts: Sequence[Figure], whole: Figure | None = None
) -> tuple[Role, ...]:
    """*parts* and the members without a number: ``three Dover men and a Salem man, while six``.

    After a *whole* that opens the list, one may lead it: ``Eight were hurt: a driver, three men``.
    """
    skeleton = reading.sentences[parts[0].sentence]
    if parts[0].kind == "money" or parts[-1].sentence != parts[0].sentence:
        return tuple(parts)
    start, end = skeleton.sign_of(parts[0]), skeleton.sign_of(parts[-1])
    if whole is not None and whole.sentence == parts[0].sentence and whole.end <= parts[0].start:
        start = max(skeleton.text.rfind(": ", skeleton.sign_of(whole), start), 0) or start
    single: list[Role] = [
        skeleton.span(match, "who")
        for match in _A_PERSON.finditer(skeleton.text, start, end)
        if singular(match["noun"]) in _SINGLE_PERSONS
    ]
    last = and_one(reading, parts[-1]) or _and_a_thing(skeleton, parts[-1])
    if last is not None and not _is_official(reading, last):
        single.append(last)
    return tuple(sorted((*parts, *single), key=lambda role: role.start))


def names_one_next(reading: Reading, last: Figure) -> bool:
    """Whether a person is named, with an age, right after the list that *last* ends."""
    return _NAMED_NEXT.match(reading.document.text, last.end) is not None


def _and_a_thing(skeleton: Skeleton, last: Figure) -> Role | None:
    """A thing without a number that ends a list after *last*."""
    match = _AND_A_THING.match(skeleton.text, skeleton.sign_of(last) + 1)
    if match is None or match["noun"] in _NO_THINGS or match["noun"] in PERSONS:
        return None
    return skeleton.span(match, "what")


def _noun(reading: Reading, thing: Role) -> str:
    """The last word that tells *thing*."""
    return reading.text[thing.start : thing.end].split()[-1].lower()


def _is_official(reading: Reading, person: Role) -> bool:
    """Whether a person is one of those who arrest: ``and a deputy was hurt``."""
    return reading.text[person.start : person.end].split()[-1] in OFFICIALS


def _leaves_price_out(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether a price stands by whose product is not told: ``50 at $12 each, a $30 fee``."""
    skeleton = reading.sentences[parts[0].sentence]
    return any(
        is_price(skeleton, f) and not any(p is not f and _is_multiple(p, f) for p in parts)
        for f in skeleton.figures
    )


def _is_multiple(paid: Figure, price: Figure) -> bool:
    if not paid.value or not price.value:
        return False
    return (paid.value / price.value).denominator == 1


def like_whole(row: Row, whole: Figure) -> bool:
    """Whether the parts can be the whole's kind of thing."""
    if row.kind != "count":
        return True
    noun = Row(row.skeleton, (whole,), 0, 0).heads[0]
    return all(alike(noun, h) for h in row.heads) or of_offences(noun, row.heads)


def fit_earlier(reading: Reading, index: int, row: Row, claim: Claim, tie: Span) -> Relation | None:
    """With the earlier whole that the row fills; else the nearest that it contradicts."""
    wholes = [
        w
        for w in earlier_wholes(reading, index, row)
        # "Ely (three kilns) (one closed), Elko (one) …": one of the list itself
        if w not in row.figures and not (row.bracketed and reading.text[w.start - 1] == "(")
    ]
    wholes.sort(key=lambda w: not w.range.is_exact)  # "520" rather than "nearly 500"
    for whole in wholes:
        if whole.range.meets(row.total) and (
            found := foot(reading, whole, claim, tie, row.figures)
        ):
            return found
    if row.kind == "count" and (row.noun is None or row.noun in PERSONS):
        subject = topic(reading, "", row.figures[0])  # "45 were held. 42 had convictions"
        if found := foot(reading, subject, "weak", tie, row.figures):
            return found
        wholes += [subject] if subject and wholes else []
    meant = closest(wholes, row.total) if wholes else None
    if meant is not None and is_half(reading, meant, row):
        return None
    if meant is None or stands_beside_another(reading, meant, wholes):
        return None  # "56 in May and 41 in June. The arrestees included"
    if claim == "open" and not has_room([meant], row.total) and has_room(wholes, row.total):
        return None  # "61 of the 86 were convicted. They came from 14 countries, including"
    return foot(reading, meant, claim, tie, row.figures)


def has_room(wholes: Iterable[Figure], total: Interval) -> bool:
    """Whether a list that may fall short stays below one of the wholes that it can be of."""
    least = total.low or 0
    return any(whole.range.high is None or whole.range.high >= least for whole in wholes)


def is_half(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether *row* is of all of whom *whole* counts one kind.

    ``The crew, 27 men and four women, were from Peru (18), Chile (nine) and Cuba (four)``.
    """
    return any(
        whole in halves.figures and halves.complementary and halves.total.meets(row.total)
        for halves in rows(reading.sentences[whole.sentence])
    )


def stands_beside_another(
    reading: Reading, whole: Figure, wholes: Sequence[Figure] | None = None
) -> bool:
    """Whether *whole* is told with another (of *wholes*), each of a place or time of its own."""
    beside = (row for row in rows(reading.sentences[whole.sentence]) if whole in row.figures)
    others = (set(row.figures) - {whole} for row in beside if row.apart)
    return any(wholes is None or not found.isdisjoint(wholes) for found in others)


def seam(row: Row) -> Span:
    """What sets the first two members side by side."""
    return Span(row.figures[0].end, row.figures[1].start)


def figures_beside(skeleton: Skeleton, row: Row, *, before: bool) -> list[Figure]:
    """The figures of the row's family beside it in the sentence, nearest first."""
    stretch = (0, row.start) if before else (row.end, len(skeleton.text))
    beside = skeleton.within(*stretch)
    found = (
        f
        for f in (reversed(beside) if before else beside)
        if family(f) == row.kind and not taken_from(skeleton.text, skeleton.sign_of(f))
    )
    if before:  # "8 percent fewer than the 1,204 of last year: 211 thefts, 640"
        found = (f for f in found if not held_against(skeleton.text, skeleton.sign_of(f)))
    return list(islice(found, NEAR))
