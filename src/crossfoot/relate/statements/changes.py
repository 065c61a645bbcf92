"""Changes told more than once: a headline's "Burglaries Down 12%" over "310 burglaries, 15% fewer".

Two changes are one where what changed, direction, place and time agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from crossfoot.figures.lazy import once
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.statements.change_limits import Lead, narrowed
from crossfoot.relate.statements.field import LEAD
from crossfoot.relate.statements.others import is_of_other_scope
from crossfoot.relate.statements.slips import is_slip, may_slip
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.what_changed import what_changes
from crossfoot.relate.wording.stems import is_person, stem

# of one thing two sorts
_SORTS = frozenset(
    map(
        stem,
        "violent property personal residential commercial juvenile adult felony misdemeanor"
        " single multi male female petty grand drug gun".split(),
    )
)
HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Told:
    """A change: of what, which way, by which percentage, and what limits it."""

    key: frozenset[str]
    full: frozenset[str]  # with the noun before: "shootings by 15% and victims by 11%"
    rises: bool
    statement: Statement
    lead: Lead
    skeleton: Skeleton
    text: str  # of the skeleton, in lines

    @once
    def limits(self) -> frozenset[str]:
        """What limits it; most changes are not told twice, and are not asked."""
        sign = self.skeleton.sign_of(self.statement.figure)
        return narrowed(self.lead, self.text, self.skeleton, sign)


def told_changes(
    reading: Reading, statements: Sequence[Statement], alleged: set[str], agreed: set[str]
) -> Iterator[list[Statement]]:
    """Changes of title or lede that are told again: those that agree, and the odd one."""
    shares = [s for s in statements if s.figure.kind in ("percent", "fraction")]
    if len(shares) < 2 or shares[0].zone == "body":
        return
    changes = [c for c in _changes(reading, statements, shares) if c.key]
    leading = [c for c in changes if c.statement.zone != "body"]
    if pair := _only_two(leading, shares):
        yield from _told(pair, shares, alleged, agreed)
    done = {c.statement.figure.id for c in pair}
    for change in leading[:LEAD]:
        same = [c for c in changes if _one(change, c)]
        ids = {c.statement.figure.id for c in same}
        if len(same) < 2 or ids & done:
            continue
        done |= ids
        yield from _told(same, shares, alleged, agreed)


def _only_two(leading: Sequence[Told], shares: Sequence[Statement]) -> list[Told]:
    """The one change of the headline and the one of the first paragraph, of nouns that share one.

    "Inmate population down 20%" over "held 2,020 inmates, a 20% decrease".
    """
    if len(leading) != 2 or leading[0].statement.zone == leading[1].statement.zone:
        return []
    one, other = leading
    if one.rises != other.rises or not one.key & other.key:
        return []
    if any(word.startswith("of ") for word in one.key ^ other.key):
        return []  # "thefts", "thefts from cars"
    if _SORTS & (one.key - other.key) and _SORTS & (other.key - one.key):
        return []  # "violent crime", "property crime"
    if one.limits == other.limits:
        return [one, other]
    # a headline leaves out which half of the year: where its number is told nowhere else, the
    # lede's is meant; of a month's it need not be
    mine, its = one.statement, other.statement
    told = any(agree(s.figure, mine.figure) for s in shares if s is not mine)
    timed = not one.limits and other.limits <= {"half", "quarter"}
    return [one, other] if timed and not told and is_slip(mine, its) else []


def _told(
    same: Sequence[Told], shares: Sequence[Statement], alleged: set[str], agreed: set[str]
) -> Iterator[list[Statement]]:
    members = list({c.statement.figure.id: c.statement for c in same}.values())
    pair = _odd(members)
    apart = (_is_told_beside(shares, *pair) or _is_told_again(shares, *pair)) if pair else False
    if pair and (apart or _are_of_two_spans(*pair)):
        pair = None
    if pair and not {s.figure.id for s in pair} & alleged:
        yield pair
    first = members[0] if not pair else pair[0] if pair[1].zone == "body" else None
    alike = [m for m in members if first and agree(_percent(first), _percent(m))]
    written = [m for m in alike if first and m.figure.kind == first.figure.kind]
    for some in (written, *([first, m] for m in alike if first and m not in written)):
        ids = {m.figure.id for m in some}
        if len(some) > 1 and not ids <= agreed and not ids & alleged:
            yield some


def _is_told_beside(shares: Sequence[Statement], one: Statement, other: Statement) -> bool:
    """Whether the sentence of *other* gives the percentage of *one*, too."""
    here = (s for s in shares if s.figure.sentence == other.figure.sentence)
    return any(agree(_percent(s), _percent(one)) for s in here)


def _are_of_two_spans(one: Statement, other: Statement) -> bool:
    """Whether each is from one date to another, and none is of both."""
    here, there = _dates(one), _dates(other)
    return min(len(here), len(there)) > 1 and here.isdisjoint(there)


def _dates(statement: Statement) -> set[str]:
    return {f.text.lower() for f in statement.skeleton.figures if f.kind == "date"}


def _is_told_again(shares: Sequence[Statement], one: Statement, other: Statement) -> bool:
    """Whether the number of *one* stands further on, and is far from the other: of a part."""
    further = (s for s in shares if s is not one and s is not other)
    return not _about(one, other) and any(agree(_percent(s), _percent(one)) for s in further)


def _percent(statement: Statement) -> Figure:
    """The figure, or a fraction as a percentage: "a third" is 33 percent or so."""
    figure = statement.figure
    if figure.kind != "fraction" or figure.value is None:
        return figure
    value, step = figure.value * HUNDRED, figure.step * HUNDRED
    return replace(figure, value=value, range=figure.range.scale(HUNDRED), step=step)


def _odd(members: Sequence[Statement]) -> list[Statement] | None:
    """Headline against first paragraph, or either against the only like number of the story."""
    lead = [m for m in members if m.zone != "body"]
    first = lead[0]
    for other in lead[1:]:
        if contradict(_percent(first), _percent(other)):
            return [first, other] if other.zone != first.zone else None
    rest = [m for m in members if m.zone == "body"]
    lead = [m for m in lead if m.figure.hedge is None] or lead
    first = lead[0]
    if any(not contradict(_percent(one), _percent(m)) for one in lead for m in rest):
        return None
    # further on there are changes of parts, whose limits stand in a sentence before
    if not rest or not _about(first, rest[0]) or is_of_other_scope(first, rest[0]):
        return None
    return [first, rest[0]]


def _about(one: Statement, other: Statement) -> bool:
    a, b = _percent(one).value or 0, _percent(other).value or 0
    return max(a, b) <= 2 * min(a, b) or may_slip(one, other) or _is_mistyped(one, other)


def _is_mistyped(one: Statement, other: Statement) -> bool:
    """Whether two shares of two digits or more differ in one: 15% and 45%."""
    return min(one.significant, other.significant) > 1 and is_slip(one, other)


def _one(one: Told, other: Told) -> bool:
    """Whether two changes are of one thing."""
    if one.rises != other.rises:
        return False
    named = one.key == other.key or one.full == other.key or other.full == one.key
    return named and one.limits == other.limits


def _changes(
    reading: Reading, statements: Sequence[Statement], shares: Sequence[Statement]
) -> Iterator[Told]:
    by_id = {s.figure.id: s for s in shares}
    lead = Lead.of(reading, [s for s in statements if s.zone != "body"])
    counts: dict[int, list[Statement]] = defaultdict(list)  # by where their sentence begins
    for counted in statements:
        if counted.group == "count" and counted.head:
            counts[counted.skeleton.start].append(counted)
    seen: set[int] = set()
    led = False  # whether title or lede tell a change, so that it can be told again
    for share in shares:
        if share.zone == "body" and not led:
            return
        skeleton = share.skeleton
        if skeleton.start not in seen:
            seen.add(skeleton.start)
            for told in _in_sentence(lead, skeleton, by_id, counts[skeleton.start]):
                led = led or bool(told.key)
                yield told


def _in_sentence(
    lead: Lead,
    skeleton: Skeleton,
    by_id: dict[str, Statement],
    here: Sequence[Statement],
) -> Iterator[Told]:
    last: Told | None = None
    text = _lined(lead, skeleton)
    for figure, sign in zip(skeleton.figures, skeleton.signs, strict=True):
        statement = by_id.get(figure.id)
        if statement is None:
            continue
        found = what_changes(text, skeleton, sign, here, last.rises if last else None)
        if found:
            keys, way = found
            for named in keys:
                key = named - lead.places or named
                bare = last is not None and all(map(is_person, key))
                full = key | last.key if last and bare else key
                last = Told(key, full, way, statement, lead, skeleton, text)
                yield last


def _lined(lead: Lead, skeleton: Skeleton) -> str:
    """The folded text with its line breaks: a line of a headline is a clause of its own."""
    text, at = skeleton.text, skeleton.start
    while (at := lead.text.find("\n", at, skeleton.end)) >= 0:
        place = skeleton.position(at)
        if text[place] == " ":
            text = f"{text[:place]}\n{text[place + 1 :]}"
        at += 1
    return text
