"""Sums: a whole and the parts that the wording breaks it into.

Each rule reads one way of tying a row of figures to a whole. The first that applies has the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.sums.adding import additions
from crossfoot.relate.sums.announced import FEW, MANY, count_of_moneys, count_of_parts, one_deed
from crossfoot.relate.sums.apart import IN_PLACE, may_overlap, placed
from crossfoot.relate.sums.besides import besides
from crossfoot.relate.sums.by_heading import by_heading
from crossfoot.relate.sums.charges import charges
from crossfoot.relate.sums.combined import combined
from crossfoot.relate.sums.exact import on_exact
from crossfoot.relate.sums.fitting import fitting
from crossfoot.relate.sums.halves import halves
from crossfoot.relate.sums.joined import joined_by_others
from crossfoot.relate.sums.likewise import likewise
from crossfoot.relate.sums.lines import totals_of_lines
from crossfoot.relate.sums.mentions import held_against, mentions
from crossfoot.relate.sums.more import more
from crossfoot.relate.sums.partitions import partition
from crossfoot.relate.sums.remainders import remainders
from crossfoot.relate.sums.series import series
from crossfoot.relate.sums.settlements import settlements
from crossfoot.relate.sums.slipped import explained, slipped
from crossfoot.relate.sums.terms import terms
from crossfoot.relate.sums.ties import (
    MADE_OF,
    Claim,
    asserted,
    closest,
    comes_to,
    opening,
    rounded,
)
from crossfoot.relate.sums.topic import topic
from crossfoot.relate.sums.totals import totals
from crossfoot.relate.wording.kinds import (
    GENERIC,
    PERSONS,
    PLACES,
    alike,
    is_kind,
    of_offences,
    of_sexes,
)
from crossfoot.relate.wording.phrases import relation, sentences, singular
from crossfoot.relate.wording.rows import Row, family, head, is_price, of_another, rows, taken_from
from crossfoot.relate.wording.wholes import (
    any_wholes,
    earlier_wholes,
    filled_otherwise,
    headline_wholes,
    is_heading,
    names_parts,
    restated,
)

# after the parts: "…, for a total of 90"
_BEFORE_TOTAL = lazy(
    r"(?P<tie>\b(?:total(?:s|ing|ling|ed|led)?|sum|combined|adding up to|adds? up to|came to"
    r"|comes? to|amount(?:s|ed|ing)? to|ma[dk]es? up(?= the| all)"
    r"|br(?:ing(?:ing|s)?|ought) the (?:total|number|count)[^.;]{0,30} to))"
    r"(?: of| to| is| was|:)?(?: (?:about|an?|the|all))?\s*$"
)
# a total of more than the parts just told: "a yearly total of", "bringing the total … to"
_WIDER = lazy(
    r"\b(?:year|month|statewide|national|overall|annual)(?:ly)? total\b"
    r"|\bbr(?:ing(?:ing|s)?|ought) the\b"
)
_SCOPE = lazy(
    r"[^.;]{0,50}?\b(?:since|so far|to date|over the (?:past|last|years)|this (?:fiscal )?year"
    r"|year to date|in the (?:past|last)|during the (?:past|last)|all[- ]time)\b"
)
# after the total: "or 90 in all"
_AFTER_TOTAL = lazy(
    r"(?:[^.;,]{0,40}?)(?P<tie>\b(?:in all|altogether|all told|in total|combined|overall"
    r"|for the (?:whole |full |entire )?(?:year|month|quarter|week|period))\b)"
)
# a list by kind, of a whole stated before: "By nationality, 437 were from"
_BY_KIND = lazy(
    r"\bby (?:jurisdiction|nationality|citizenship|country|city|state|county|place|region|area"
    r"|location|office|field office|offense|crime|type|category|race|gender|sex|age|month|day"
    r"|agency|facility|district|branch|status)\b"
)
# "Of the 88 fires, 47"
_OF_WHOLE = pattern(
    r"(?:^\W*|[,:;]\s|\b(?:said|says|that|and|but)\s)"
    r"(?P<tie>(?:of|out of|among)(?: the| all| those| these)?)\s(?P<whole>{amount})"
)
LEAD = 90  # characters between such a whole and its first part
# "Of those offered the program, 35%"
_OF_THOSE = lazy(r"\W*(?:of|among) (?:the|those|them|these|all)\b[^,;]{0,60},")
# "61 percent of respondents agreed"
_SHARE_OF = pattern(r"{percent}\sof (?:the |all |those |its |their |[a-z]+)")
_THE_REST = lazy(r"\W*(?:the (?:rest|others?|remainder|remaining)|another|others)\b")
HUNDRED = 100
_OF_THOSE_ALONE = lazy(
    r"\W*(?:of|among) (?:those|them|these|(?:this|that|the) (?:amount|total|sum|money))\b"
)
# "This includes $1 million in penalties"
_INCLUDES = lazy(
    r"\W*(?:this|that|these|those|it|they|which|the [a-z]+)(?: [a-z]+)? "
    r"(?P<tie>includes?|included|consist(?:s|ed)? of|comprises?|(?:is|are) made up of)\b"
)
_SOME = lazy(r"includ")
# a later member that adds to the first: "30 of the rifles … nine additional rifles"
_ADDS = lazy(r"\b(?:additional|another|further|remaining|others?|more(?! than)|the rest)\b")
NEAR = 3  # figures beside a row among which its whole is looked for
# "the most, 723, with Texas (288)", "followed by Burma (3,081)": one of a ranking
_RANKED = lazy(
    r"\b(?:the most|leading|followed by|ahead of|next|highest|largest|top|behind|trailed by)\b"
)
# "made up 60 percent of those": a share of another whole
_TAKE_SHARE = pattern(
    r"[^.;]{{0,40}}?\b(?:made up|makes? up|account(?:ed|s)? for|comprised?|represent(?:ed|s)?)"
    r"\s(?:[a-z]+\s){{0,2}}?(?:{percent}|{fraction})"
)
# "88 cases, 50 of them felonies and 38 misdemeanors"
_THEM = frozenset(("them", "whom", "which"))
_OF_THEM = pattern(
    r"(?P<whole>{n})\s(?:[^.;:()\ue000-\uf8ff]|{date}){{1,60}},\s(?P<one>{n})\s"
    r"(?P<tie>of (?:them|whom|which))\s"
)
# "seven people died on northern roads, five in": the first has a place of its own, as the others
_HAS_PLACE = lazy(r"\b(?P<by>in|on|at|from|to|across|near|aboard)\s(?![\ue000-\uf8ff])")
# "All but one of the 75 permits"
_THE_WHOLE = pattern(r"\b(?P<tie>of the|all(?: of)?(?: the)?|the)\s(?P<whole>{n})\s")
# "1,030 were men"
_BARE = lazy(r"\s(?:of (?:them|those) )?(?:were|are)\s")
_OF_THE = lazy(r"\sof the\b")
_SURPLUS = pattern(
    r"(?P<plus>{amount})[^.;]{{0,120}}?\band\b[^.;]{{0,60}}?(?P<minus>{amount})[^.;]{{0,90}}?"
    r"\b(?P<tie>(?:surplus|deficit|difference|gap|margin|balance) of )(?P<rest>{amount})"
)
_TOTAL_OF = lazy(r"\btotal of $")
# "and a Salem man"
_A_PERSON = lazy(
    r"(?:,|\band)\s(?P<who>(?:an?|another)\s(?:[a-z-]+\s){0,3}?(?P<noun>[a-z-]+))"
    r"(?=[,;]|\s(?:and|who|were|was|while|from|of|in)\b)"
)
_LEFT_OVER = frozenset("surplus deficit difference gap margin balance".split())
_CONTINUING = frozenset(("another", "additional", "further"))
_CONTINUES = lazy(r"\W*(?:another|an additional|a further)\b")


def relate(reading: Reading) -> Iterator[Relation]:
    """Every sum that the wording asserts, each set of parts once."""
    seen: set[frozenset[str]] = set()
    summed: dict[str, list[frozenset[str]]] = {}  # the sets of parts of each whole
    for found in map(partial(on_exact, reading), _all(reading)):
        if _fills_another(found):
            continue
        parts = frozenset(f.id for f in found.figures("parts"))
        whole = _whole(found)
        if any(len(parts & known) > 1 and parts - known for known in summed.get(whole, [])[-8:]):
            continue  # a longer reading of a list that was read already
        members = (f for role in found.roles.values() for f in role)
        key = frozenset(f.id for f in members if isinstance(f, Figure))
        if key not in seen:
            seen.add(key)
            if whole:
                summed.setdefault(whole, []).append(parts)
            yield found
    for found in chain(fitting(reading, seen), besides(reading, seen)):
        seen.add(frozenset(f.id for role in found.roles for f in found.figures(role)))
        yield found
    yield from slipped(reading, seen)


def _fills_another(found: Relation) -> bool:
    """Whether shares that make 100 are held against another share: they are all of something."""
    parts, wholes = found.figures("parts"), found.figures("whole")
    if not wholes or wholes[0].kind != "percent" or any(f.kind != "percent" for f in parts):
        return False
    total = Interval.sum(f.range for f in parts)
    return total.contains(HUNDRED) and not total.meets(wholes[0].range)


def _whole(found: Relation) -> str:
    """The id of the whole; empty for shares of an implicit one."""
    wholes = found.figures("whole")
    return wholes[0].id if wholes else ""


def _all(reading: Reading) -> Iterator[Relation]:
    yield from charges(reading)
    yield from totals_of_lines(reading)
    yield from remainders(reading)
    yield from totals(reading)
    yield from settlements(reading)
    yield from combined(reading)
    yield from series(reading)
    yield from by_heading(reading)
    yield from halves(reading)
    yield from joined_by_others(reading)
    yield from _by_rows(reading)
    yield from likewise(reading)
    yield from terms(reading)
    yield from more(reading)
    yield from additions(reading)


def _by_rows(reading: Reading) -> Iterator[Relation]:
    for index, skeleton in _passages(reading):
        for row in rows(skeleton):
            found = (r for rule in _RULES if (r := rule(reading, index, row)))
            yield from _first(found)
        if not _LEFT_OVER.isdisjoint(skeleton.words):
            yield from _surplus(reading, skeleton)


def _first(found: Iterable[Relation]) -> Iterator[Relation]:
    for relation_found in found:
        yield relation_found
        return


def _passages(reading: Reading) -> Iterator[tuple[int, Skeleton]]:
    """Sentences of two figures or more, each with those that go on with "Another …"."""
    if _CONTINUING.isdisjoint(reading.words):  # as of most texts
        yield from sentences(reading, fewest=2)
        return
    indices = reading.with_figures
    k = 0
    while k < len(indices):
        first = last = indices[k]
        while (
            k + 1 < len(indices)
            and indices[k + 1] == last + 1
            and _CONTINUES.match(reading.sentences[last + 1].text)
        ):
            k, last = k + 1, last + 1
        k += 1
        skeleton = reading.sentences[first] if first == last else reading.stretch(first, last)
        if len(skeleton.figures) > 1:
            yield first, skeleton


def _foot(
    reading: Reading,
    whole: Figure | None,
    claim: Claim,
    tie: Span,
    parts: Sequence[Figure],
) -> Relation | None:
    """The relation, where *claim* says something of these numbers."""
    if whole is None:
        return None
    if whole.kind == "money" and _leaves_price_out(reading, parts):
        claim = "weak"
    if claim == "weak" and not comes_to(parts, whole):
        return None
    total = Interval.sum(f.range for f in parts)
    if not asserted(claim, total, whole.range):
        return None
    members: tuple[Role, ...] = tuple(parts)
    if not total.meets(whole.range):
        if filled_otherwise(reading, parts, total, whole):
            return None
        if single := _single_persons(reading, parts):
            members = tuple(sorted((*parts, *single), key=lambda role: role.start))
    far = whole.sentence != parts[0].sentence
    if far and is_heading(reading, whole.sentence) and rounded(total, whole):
        return None
    stated = restated(reading, whole, parts=parts) if far else (whole,)
    return relation("sum", reading, [tie], {"claim": claim}, parts=members, whole=stated)


def _single_persons(reading: Reading, parts: Sequence[Figure]) -> tuple[Span, ...]:
    """Members without a number between *parts*: ``three Dover men and a Salem man, while six``."""
    skeleton = reading.sentences[parts[0].sentence]
    if parts[0].kind == "money" or parts[-1].sentence != parts[0].sentence:
        return ()
    start, end = skeleton.sign_of(parts[0]), skeleton.sign_of(parts[-1])
    return tuple(
        skeleton.span(match, "who")
        for match in _A_PERSON.finditer(skeleton.text, start, end)
        if singular(match["noun"]) in PERSONS
    )


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


def _like_whole(row: Row, whole: Figure) -> bool:
    """Whether the parts can be the whole's kind of thing."""
    if row.kind != "count":
        return True
    noun = Row(row.skeleton, (whole,), 0, 0).heads[0]
    return all(alike(noun, h) for h in row.heads) or of_offences(noun, row.heads)


def _opened(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands before the row: ``30 arrests: 12 in Denver and 18 in Boston``."""
    skeleton = row.skeleton
    if row.kind == "percent":
        return None
    if len(row.figures) > 2 and _AFTER_TOTAL.match(skeleton.text, row.end):
        return None  # "90 from A, 40 from B, 130 in all"
    # "at three courthouses: 298 at": no total of them where a larger number stands before
    wholes = _beside(skeleton, row, before=True)
    lone = row.largest if any((w.value or 0) > row.largest for w in wholes) else 0
    for whole in wholes:
        at = skeleton.sign_of(whole) + 1
        between = skeleton.text[at : row.start]
        closes = skeleton.text.find(")", row.start, row.start + 14)
        bracketed = between.endswith("(") and 0 <= closes < (row.end - 1)
        tie = opening(between, bracketed=bracketed, complementary=row.complementary)
        misfits = bracketed or not row.total.meets(whole.range)
        if tie is None or (misfits and _counts_places(row, whole)):
            continue  # "30 arrests in three cities: 12 in Denver, …"
        if _RANKED.search(skeleton.text, max(0, at - 60), row.start) or (whole.value or 0) <= lone:
            continue
        claim, start, end = tie
        if claim == "open" and not row.completes and not _like_whole(row, whole):
            claim = "weak"
        filled = row.complementary or row.completes
        made_of = between[start:].split()[0] in MADE_OF and not any(
            family(f) == row.kind for f in skeleton.within(row.end, len(skeleton.text))
        )
        if claim == "full" and not filled and not made_of and not _like_whole(row, whole):
            claim = "weak"
        if claim == "open" and row.completes:
            claim = "full"
        elif may_overlap(row, whole) and not row.complementary and not made_of:
            claim = "weak"
        elif claim == "weak" and (placed(reading, row) or row.apart or whole.kind == "money"):
            claim = "open"  # "38 deaths, with 53 in prisons and 30 in jails"; "$9, of which $6"
        if claim == "open" and rounded(row.total, whole):
            continue  # "within a fraction of $7,000,000, of which"
        span = Span(skeleton.offset(at + start), skeleton.offset(at + end))
        if found := _foot(reading, whole, claim, span, row.figures):
            return found
    return None


def _counts_places(row: Row, whole: Figure) -> bool:
    """Whether *whole* numbers the places of a list and not what was counted in them."""
    noun = Row(row.skeleton, (whole,), 0, 0).heads[0]
    return noun in PLACES or whole.value == len(row.figures)


def _of_whole(reading: Reading, index: int, row: Row) -> Relation | None:
    """``Of the 88 fires, 47 were set and 41 began by other means``."""
    match = _OF_WHOLE.search(row.skeleton.text, max(0, row.start - LEAD), row.start + 1)
    whole = row.skeleton.group(match, "whole") if match else None
    if match is None or whole is None or family(whole) != row.kind:
        return None
    if taken_from(row.skeleton.text, match.start("whole")):
        return None  # "nine in ten of the 120 patients, 70 men and"
    parts = row.figures[1:] if whole is row.figures[0] else row.figures
    if len(parts) < 2:
        return None
    inner = Row(row.skeleton, parts, row.skeleton.sign_of(parts[0]), row.end)
    cases = inner.exclusive and Row(row.skeleton, (whole,), 0, 0).heads[0] not in PERSONS
    distinct = cases or inner.settled or inner.apart or inner.parallel or placed(reading, inner)
    claim: Claim = "open" if distinct else "weak"
    if inner.complementary or row.completes:
        claim = "full"
    return _foot(reading, whole, claim, row.skeleton.span(match, "tie"), parts)


def _apposed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole opens the row itself: ``30 people, 12 in Denver, 9 in Boston and 9 in Tampa``."""
    whole, parts = row.figures[0], row.figures[1:]
    if len(parts) < 2 or row.kind == "percent" or row.complementary:
        return None
    if row.kind != "count":
        return _shared_out(reading, row)
    inner = Row(row.skeleton, parts, row.skeleton.sign_of(parts[0]), row.end)
    halves = inner.complementary and not row.of_kinds(whole) and len(parts) == 2
    if not halves and (
        row.heads[0] is None or not all(alike(row.heads[0], h) for h in row.heads[1:])
    ):
        return None
    if (
        any(h and h != row.heads[0] and not is_kind(h) for h in row.heads[1:])
        and row.heads[0] not in GENERIC
    ):
        return None  # "32 parolees, 16 fugitives and": members all
    if _OF_THE.match(row.skeleton.text, row.start + 1):
        return None  # "three of the shops are in Reno, two in Elko" are parts themselves
    above = whole.value is not None and whole.value > inner.largest
    claim: Claim = "full" if halves and _kinds_apposed(row) else "weak"
    elsewhere = _has_place(row, inner)
    if above and not IN_PLACE.search(reading.document.text, whole.end, parts[0].start):
        if not elsewhere and (inner.apart or inner.settled or placed(reading, inner)):
            claim = "open"
        if row.completes or (inner.complementary and not row.of_kinds(whole)):
            claim = "full"
    if above and not may_overlap(inner, whole) and _set_out(row, inner):
        claim = "full"
    return _foot(reading, whole, claim, Span(whole.end, parts[0].start), parts)


# of which each counted thing has but one: where it is, whence it comes, what it is of
_WHERE = frozenset("in at on aboard".split())
_BUT_ONE = _WHERE | frozenset("from to of by".split())


def _set_out(row: Row, inner: Row) -> bool:
    """Whether a colon opens the parts, or each is told by its place or kind alone.

    ``39 drums, 12 of oil and 27 of tar``; not ``two in Reno, five in Elko and one in Ely``, where
    the first stands in a place as the others do.
    """
    between = row.skeleton.text[row.start + 1 : inner.start]
    if between.endswith(": "):
        return True
    by = inner.elliptic
    return by in _BUT_ONE and between.endswith(", ") and not _named_by(between, by)


def _named_by(between: str, by: str) -> bool:
    """Whether the words after a whole tell it by *by* too: ``two in Reno``, ``two on farms``."""
    words = "in|at|on|near|aboard|across" if by in _WHERE else by
    return re.search(rf"\b(?:{words})\s(?!the\b|those\b|these\b|his\b)", between) is not None


def _has_place(row: Row, inner: Row) -> bool:
    """Whether the first figure of *row* stands in a place as those of *inner* do."""
    found = {m["by"] for m in _HAS_PLACE.finditer(row.skeleton.text, row.start, inner.start)}
    if inner.apart_by in ("from", "to", "by"):  # "317 checks to herself, 203 from"
        return inner.apart_by in found
    return bool(found)


def _kinds_apposed(row: Row) -> bool:
    """Whether the kinds follow a comma at once: ``563 people last year, 539 adults and``."""
    at = row.skeleton.sign_of(row.figures[1])
    return row.skeleton.text[row.start + 1 : at].rstrip().endswith((",", ", of"))


def _shared_out(reading: Reading, row: Row) -> Relation | None:
    """``$212,000 from two lenders, $150,000 from one and $62,000 from the other``."""
    whole, parts = row.figures[0], row.figures[1:]
    shared = count_of_parts(reading, whole, len(parts)) is not None
    if (
        not row.completes
        or not (shared or row.apart)
        or (whole.value or 0) <= max(p.value or 0 for p in parts)
    ):
        return None
    return _foot(reading, whole, "full", Span(whole.end, parts[0].start), parts)


def _taken_from(reading: Reading, index: int, row: Row) -> Relation | None:
    """``96 of the 260 face charges of entry, 155 of reentry and nine of smuggling``."""
    whole = of_another(row.skeleton, row.skeleton.sign_of(row.figures[0]))
    if whole is None or family(whole) != row.kind:
        return None
    distinct = row.settled or row.apart or row.parallel or placed(reading, row)
    claim: Claim = "open" if distinct else "weak"
    slip = claim == "weak" and explained(reading, row, whole)
    if row.completes or row.complementary or slip:
        claim = "full"
    return _foot(reading, whole, claim, Span(row.figures[0].end, whole.start), row.figures)


def _of_them(reading: Reading, index: int, row: Row) -> Relation | None:
    """``88 cases, 50 of them felonies and 38 misdemeanors``."""
    if _THEM.isdisjoint(row.skeleton.words):
        return None
    match = _OF_THEM.search(row.skeleton.text)
    if match is None:
        return None
    whole, one = row.skeleton.group(match, "whole"), row.skeleton.group(match, "one")
    if whole is None or one is None or whole not in row.figures:
        return None
    parts = (one, *(f for f in row.figures if f.start > one.start))
    if len(parts) < 2:
        return None
    inner = Row(row.skeleton, parts, match.start("one"), row.end)
    filled = inner.complementary or inner.completes or inner.elliptic in _BUT_ONE
    claim: Claim = "full" if filled else "weak"
    return _foot(reading, whole, claim, row.skeleton.span(match, "tie"), parts)


# "of $40, an increase of $5": what was added is no part beside it
STEP = 20  # characters of such words
_IS_STEP = lazy(
    r"\b(?:increase|decrease|decline|rise|drop|reduction|gain|excess|against|over)(?: of| by)?\s$"
)


def _closed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands after the row: ``12 in Denver and 18 in Boston, for a total of 30``."""
    skeleton = row.skeleton
    signs = (skeleton.sign_of(f) for f in row.figures)
    if any(_IS_STEP.search(skeleton.text, max(0, at - STEP), at) for at in signs):
        return None
    inside = _AFTER_TOTAL.match(skeleton.text, row.end)
    if inside and len(row.figures) > 2:  # "12 in Denver, 18 in Boston, 30 in all"
        tie = skeleton.span(inside, "tie")
        return _foot(reading, row.figures[-1], "full", tie, row.figures[:-1])
    beside = _beside(skeleton, row, before=False)
    for whole in beside if row.kind == "count" else beside[:1]:
        if not _like_whole(row, whole) or (whole.value or 0) < row.largest:
            continue
        if _unsaid_member(row, whole):
            continue
        at = skeleton.sign_of(whole)
        if match := _BEFORE_TOTAL.search(skeleton.text[row.end : at]):
            start, end = (skeleton.offset(row.end + x) for x in match.span("tie"))
        elif match := _AFTER_TOTAL.match(skeleton.text, at + 1):
            start, end = (skeleton.offset(x) for x in match.span("tie"))
        else:
            continue
        claim: Claim = "open" if _WIDER.search(skeleton.text, row.end, at) else "full"
        if _SCOPE.match(skeleton.text, at + 1):
            claim = "weak"
        return _foot(reading, whole, claim, Span(start, end), row.figures)
    return None


def _unsaid_member(row: Row, whole: Figure) -> bool:
    """Whether an amount without currency stands between: ``… and to schools at 110 million``."""
    between = row.skeleton.within(row.end, row.skeleton.sign_of(whole))
    return row.kind != "count" and any("illion" in f.text.lower() for f in between)


def _included(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands in the sentence before: ``This includes $1 million in penalties and …``."""
    match = _INCLUDES.match(row.skeleton.text, 0, row.start)
    if match is None:
        return None
    claim: Claim = "open" if _SOME.match(match["tie"]) and not row.completes else "full"
    return _fitting(reading, index, row, claim, row.skeleton.span(match, "tie"))


def _parted(reading: Reading, index: int, row: Row) -> Relation | None:
    """A later member adds to the first: ``sold 30 of the rifles, kept nine additional rifles``."""
    skeleton = row.skeleton
    second = skeleton.sign_of(row.figures[1])
    adds = _ADDS.search(skeleton.text, row.start + 1, min(len(skeleton.text), second + 20))
    if adds is None or row.kind == "percent":
        return None
    definite = re.match(r"\sof the\b", skeleton.text[row.start + 1 :]) is not None
    claim: Claim = "open" if definite else "weak"
    return _fitting(reading, index, row, claim, skeleton.span(adds))


def _by_kind(reading: Reading, index: int, row: Row) -> Relation | None:
    """A list by place or kind of a whole stated before; it may fall short, never exceed."""
    if row.total.is_open or row.kind == "percent":
        return None
    if _TAKE_SHARE.match(row.skeleton.text, row.end):
        return None
    opener = _BY_KIND.search(row.skeleton.text, 0, row.start)
    if opener is None:
        opener = _OF_THOSE_ALONE.match(row.skeleton.text)
    tie = row.skeleton.span(opener) if opener else _seam(row)
    of_total = opener is not None and _OF_THOSE_ALONE.match(opener.group()) is not None
    if of_total and row.kind == "count" and not placed(reading, row):
        return _fitting(reading, index, row, "weak", tie)
    if opener or (_bracketed(row) and len(row.figures) > 2):
        return _fitting(reading, index, row, "open", tie)
    return _fitting(reading, index, row, "weak", tie) if len(row.figures) > 2 else None


def _counted_out(reading: Reading, index: int, row: Row) -> Relation | None:
    """As many parts as announced: ``three offices made 175 arrests. The first made 80, …``."""
    if row.kind == "percent" or not FEW <= len(row.figures) <= MANY:
        return None
    for whole in earlier_wholes(reading, index, row):
        if whole.sentence < index and _as_many(reading, whole, row):
            return _foot(reading, whole, "full", _seam(row), row.figures)
    return None


def _completed(reading: Reading, index: int, row: Row) -> Relation | None:
    """``… to 173. The data show that 68 were shot, 64 … and 41 deaths had other causes``."""
    if index == 0 or not row.completes or row.kind == "percent":
        return None
    above = reading.sentences[index - 1]
    for mention in reversed(mentions(reading, index - 1)):
        whole = mention.figure
        if mention.marked or mention.compared:
            continue
        if family(whole) == row.kind and (whole.value or 0) > row.largest:
            kin = all(alike(head(above, whole), h) for h in row.heads)
            return _foot(reading, whole, "full", _seam(row), row.figures) if kin else None
    return None


def _of_topic(reading: Reading, index: int, row: Row) -> Relation | None:
    """``73 men, 28 women and 14 children``, of the number that the text is about."""
    if not of_sexes(row.heads):
        return None
    whole = topic(reading, "", row.figures[0])
    taken_up = whole is not None and any(
        f.value == whole.value for at in (index - 1, index) for f in reading.by_sentence[at]
    )
    claim: Claim = "full" if taken_up and row.complementary else "weak"
    return _foot(reading, whole, claim, _seam(row), row.figures)


# "Los Angeles County had the largest number, 33": the first of a list that the next sentence ends
_LEADER = lazy(
    r"\b(?:most|largest|highest|biggest|greatest|leading|majority)\b[^.;]{0,60}[\ue000-\uf8ff]\W*$"
    r"|\b(?:most|largest|highest|biggest|greatest)\b[^.;\ue000-\uf8ff]{0,40}[\ue000-\uf8ff]"
)
_FOLLOWS = lazy(r"\b(?:followed|then came|next)\b")


def _led(reading: Reading, index: int, row: Row) -> Relation | None:
    """``Essex had the most arrests, 33. Eight were made in Kent and the other four in Sussex``."""
    if index == 0 or row.kind != "count" or row.total.is_open:
        return None
    above = reading.sentences[index - 1]
    if len(above.figures) != 1 or family(above.figures[0]) != "count":
        return None
    leader = above.figures[0]
    if not _LEADER.search(above.text) or (leader.value or 0) < row.largest:
        return None
    if not (row.apart or row.nations or _FOLLOWS.search(row.skeleton.text, 0, row.end)):
        return None
    parts = (leader, *row.figures)
    total = row.total + leader.range
    wholes = [w for w in _before(reading, index - 1, row) if (w.value or 0) > (leader.value or 0)]
    whole = next((w for w in wholes if w.range.meets(total)), wholes[0] if wholes else None)
    claim: Claim = "full" if row.completes else "open"
    return _foot(reading, whole, claim, _seam(row), parts)


def _before(reading: Reading, index: int, row: Row) -> Iterator[Figure]:
    """What the text is about, and what it told shortly before sentence *index*."""
    subject = topic(reading, "", row.figures[0])
    if subject is not None:
        yield subject
    yield from (w for w in earlier_wholes(reading, index, row) if w.sentence < index)


def _halved(reading: Reading, index: int, row: Row) -> Relation | None:
    """Kinds that fill the whole just stated: ``1,480 people. 1,030 were men and 450 women``."""
    if index == 0 or not row.complementary:
        return None
    if len(row.figures) == 3:
        return _of_three_kinds(reading, index, row)
    if not _BARE.match(row.skeleton.text, row.start + 1):
        return None
    before = [f for f in reading.by_sentence[index - 1] if family(f) == row.kind]
    if len(before) != 1 or row.figures[0] is not row.skeleton.figures[0]:
        return None
    if (head(reading.sentences[index - 1], before[0]) or "") not in PERSONS:
        return None
    return _foot(reading, before[0], "full", _seam(row), row.figures)


def _of_three_kinds(reading: Reading, index: int, row: Row) -> Relation | None:
    """Three kinds that leave none out, after ``a total of 8,083 persons``."""
    above = reading.sentences[index - 1]
    totals_ = [f for f in above.figures if _TOTAL_OF.search(above.text, 0, above.sign_of(f))]
    if len(totals_) != 1 or family(totals_[0]) != row.kind:
        return None
    return _foot(reading, totals_[0], "full", _seam(row), row.figures)


def _paired(reading: Reading, index: int, row: Row) -> Relation | None:
    """Two or three figures of one noun that fill a figure stated shortly before."""
    named = row.noun is not None and all(alike(row.noun, h) for h in row.heads)
    if row.kind == "percent" or not (named or row.kind != "count"):
        return None
    return _fitting(reading, index, row, "weak", _seam(row))


def _resumed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole is taken up after the row: ``… Most of the 75 permits``."""
    last = row.figures[-1].sentence
    for at in range(last, min(len(reading.sentences), last + 3)):
        skeleton = reading.sentences[at]
        if not any(_may_fill(f, row) for f in skeleton.figures):
            continue
        for match in _THE_WHOLE.finditer(skeleton.text):
            whole = skeleton.group(match, "whole")
            if whole is None or not _may_fill(whole, row):
                continue
            noun = Row(skeleton, (whole,), 0, 0).heads[0]
            kin = row.complementary or match["tie"] == "the"
            named = noun is not None and all(
                h == noun or (kin and h is not None and alike(h, noun)) for h in row.heads
            )
            named = named or (at <= last + 1 and _takes_up(row, noun))
            if named and whole.value is not None and whole.value > row.largest:
                # of seven men and three women eight may be adults, or Mexicans
                narrower = noun is not None and is_kind(noun) and row.heads[0] != noun
                claim: Claim = "full" if row.complementary and not narrower else "weak"
                return _foot(reading, whole, claim, skeleton.span(match, "tie"), row.figures)
    return None


def _takes_up(row: Row, noun: str | None) -> bool:
    """Whether a number without a noun of its own is of the persons of *row*: "the 18 arrested"."""
    return (noun is None or noun.endswith("ed")) and all(h in PERSONS for h in row.heads)


def _may_fill(figure: Figure, row: Row) -> bool:
    """Whether *figure* stands after the row and is of its kind."""
    return figure.start >= row.figures[-1].end and family(figure) == row.kind


def _of_the_noun(reading: Reading, index: int, row: Row) -> Relation | None:
    """``Five of the houses were sold, three were let and one burned``, of nine stated anywhere."""
    if not _OF_THE.match(row.skeleton.text, row.start + 1) or len(row.figures) < 3:
        return None
    wholes = list(any_wholes(reading, index, row))
    for whole in wholes:
        if found := _foot(reading, whole, "weak", _seam(row), row.figures):
            return found
    named = [w for w in wholes if head(reading.sentences[w.sentence], w) is not None]
    if named and (row.parallel or row.apart or placed(reading, row)):
        largest = max(named, key=lambda w: w.value or 0)  # a smaller one may be of another split
        return _foot(reading, largest, "open", _seam(row), row.figures)
    return None


def _headlined(reading: Reading, index: int, row: Row) -> Relation | None:
    """A lede's row against the headline: ``Eight charged`` over ``six men and two women``."""
    if row.kind == "percent":
        return None
    wholes = list(headline_wholes(reading, index, row))
    for whole in wholes:
        above = reading.sentences[whole.sentence]
        kin = all(alike(row.noun, h) for h in row.heads)
        distinct = row.apart or row.settled or placed(reading, row)
        claim: Claim = "open" if distinct and kin else "weak"
        filled = kin and (row.complementary or _opens_story(reading, index, row))
        if filled or names_parts(above, row) or _as_many(reading, whole, row):
            claim = "full"
        if found := _foot(reading, whole, claim, _seam(row), row.figures):
            return found
    return None


def _opens_story(reading: Reading, index: int, row: Row) -> bool:
    """Whether the first sentence below the headlines is about the members, all of them persons.

    ``Two Kent men and one Dover woman were sentenced``, below ``Three sentenced``.
    """
    if row.skeleton.text[: row.start].strip() or not set(row.heads) <= PERSONS:
        return False
    return all(is_heading(reading, at) for at in range(index))


def _as_many(reading: Reading, whole: Figure, row: Row) -> bool:
    """Whether the parts are as many as the givers, places or grants that the text announces."""
    size, index = len(row.figures), row.figures[0].sentence
    if not FEW <= size <= MANY or not one_deed(reading, whole, row.skeleton):
        return False
    number = count_of_parts(reading, whole, size)
    if number is not None and number.start < whole.start:  # "two counties received": each named
        return (head(reading.sentences[number.sentence], number) or "") in row.skeleton.text
    before = range(max(whole.sentence, index - 1), index)
    return number is not None or count_of_moneys(reading, whole, before, size) is not None


def _hundred(reading: Reading, index: int, row: Row) -> Relation | None:
    """Shares that the wording sets side by side, of one thing, with none left out."""
    if row.kind != "percent" or row.total.is_open:
        return None
    fits = row.total.meets(Interval.exactly(100))
    text = row.skeleton.text
    own = [m for f in row.figures if (m := _SHARE_OF.match(text, row.skeleton.sign_of(f)))]
    if len(own) > 1 or (not fits and _goes_on(reading, row)):
        return None  # "55 percent of men and 62 percent of women"
    opener = _OF_THOSE.match(row.skeleton.text) or _SHARE_OF.match(row.skeleton.text, row.start)
    filled = row.completes or row.complementary
    over = (row.settled or row.apart) and (row.total.low or 0) > HUNDRED
    if not (fits and (opener or filled)) and not (opener and (filled or over)):
        return None
    tie = row.skeleton.span(opener) if opener else _seam(row)
    return relation("sum", reading, [tie], parts=row.figures)


def _answers(reading: Reading, index: int, row: Row) -> Relation | None:
    """``64 percent of adults chose … Thirty percent would rather … and 6 percent were unsure``."""
    if row.kind != "percent" or not row.completes or row.total.is_open or index == 0:
        return None
    if row.total.meets(Interval.exactly(HUNDRED)):
        return None  # full without another
    before = [f for f in reading.by_sentence[index - 1] if f.kind == "percent"]
    above = reading.sentences[index - 1]
    if len(before) != 1 or not _SHARE_OF.match(above.text, above.sign_of(before[0])):
        return None
    return relation("sum", reading, [_seam(row)], parts=(before[0], *row.figures))


def _goes_on(reading: Reading, row: Row) -> bool:
    """Whether the sentence after tells of the rest: ``The rest had no record``."""
    after = row.figures[-1].sentence + 1
    if after >= len(reading.sentences):
        return False
    return _THE_REST.match(reading.sentences[after].text) is not None


def _fitting(reading: Reading, index: int, row: Row, claim: Claim, tie: Span) -> Relation | None:
    """With the earlier whole that the row fills; else the nearest that it contradicts."""
    wholes = [w for w in earlier_wholes(reading, index, row) if w not in row.figures]
    wholes.sort(key=lambda w: not w.range.is_exact)  # "520" rather than "nearly 500"
    for whole in wholes:
        if whole.range.meets(row.total) and (
            found := _foot(reading, whole, claim, tie, row.figures)
        ):
            return found
    if row.kind == "count" and (row.noun is None or row.noun in PERSONS):
        subject = topic(reading, "", row.figures[0])  # "45 were held. 42 had convictions"
        if found := _foot(reading, subject, "weak", tie, row.figures):
            return found
        wholes += [subject] if subject and wholes else []
    return _foot(reading, closest(wholes, row.total), claim, tie, row.figures) if wholes else None


def _bracketed(row: Row) -> bool:
    text = row.skeleton.text
    return all(text[row.skeleton.sign_of(f) - 1] == "(" for f in row.figures)


def _seam(row: Row) -> Span:
    """What sets the first two members side by side."""
    return Span(row.figures[0].end, row.figures[1].start)


def _surplus(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``exports of 240 and imports of 230, a surplus of 10``."""
    for match in _SURPLUS.finditer(skeleton.text):
        plus, minus, rest = (skeleton.group(match, g) for g in ("plus", "minus", "rest"))
        if plus and minus and rest and family(plus) == family(minus) == family(rest):
            more, less = (minus, plus) if match["tie"].startswith("deficit") else (plus, minus)
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], parts=more, minus=less, whole=rest)


def _beside(skeleton: Skeleton, row: Row, *, before: bool) -> list[Figure]:
    """The figures of the row's family beside it in the sentence, nearest first."""
    stretch = (0, row.start) if before else (row.end, len(skeleton.text))
    beside = skeleton.within(*stretch)
    found = (
        f
        for f in (reversed(beside) if before else beside)
        if family(f) == row.kind and not taken_from(skeleton.text, skeleton.sign_of(f))
    )
    if before:  # "9 percent fewer than the 1,389 of last year: 178 burglaries, 903"
        found = (f for f in found if not held_against(skeleton.text, skeleton.sign_of(f)))
    return list(islice(found, NEAR))


_RULES = (
    _opened, _of_whole, _taken_from, _of_them, _closed, _led, partition, _apposed, _answers,
    _hundred, _included, _parted, _by_kind, _completed, _halved, _headlined, _counted_out, _resumed,
    _paired, _of_the_noun, _of_topic,
)  # fmt: skip
