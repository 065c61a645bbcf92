"""Sums: a whole and the parts that the wording breaks it into.

Each rule reads one way of tying a row of figures to a whole. The first that applies has the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Relation
from crossfoot.relate.sums.aboard import aboard
from crossfoot.relate.sums.adding import additions
from crossfoot.relate.sums.and_a import and_a
from crossfoot.relate.sums.at_large import at_large
from crossfoot.relate.sums.balances import balances
from crossfoot.relate.sums.besides import besides
from crossfoot.relate.sums.brought_to import brought_to
from crossfoot.relate.sums.by_chance import is_by_chance
from crossfoot.relate.sums.by_heading import by_heading
from crossfoot.relate.sums.by_noun import by_noun
from crossfoot.relate.sums.by_sex import by_sex
from crossfoot.relate.sums.charges import charges
from crossfoot.relate.sums.combined import combined
from crossfoot.relate.sums.completed import completed
from crossfoot.relate.sums.deaths import deaths
from crossfoot.relate.sums.each import of_each
from crossfoot.relate.sums.each_of import each_of
from crossfoot.relate.sums.equations import equations
from crossfoot.relate.sums.exact import closely, on_exact
from crossfoot.relate.sums.fitting import fitting
from crossfoot.relate.sums.found_in import found_in
from crossfoot.relate.sums.halves import halves
from crossfoot.relate.sums.hundred import HUNDRED, answers, hundred
from crossfoot.relate.sums.in_all import in_all
from crossfoot.relate.sums.in_brackets import in_brackets
from crossfoot.relate.sums.in_named_places import in_named_places
from crossfoot.relate.sums.including import included
from crossfoot.relate.sums.joined import joined_by_others
from crossfoot.relate.sums.kinds_told import halved, of_topic
from crossfoot.relate.sums.last_one import last_one
from crossfoot.relate.sums.likewise import likewise
from crossfoot.relate.sums.lines import totals_of_lines
from crossfoot.relate.sums.more import more
from crossfoot.relate.sums.net_of import net_of
from crossfoot.relate.sums.of_the_others import of_the_others
from crossfoot.relate.sums.one_and_others import one_and_others
from crossfoot.relate.sums.otherwise import are_otherwise
from crossfoot.relate.sums.partitions import partition
from crossfoot.relate.sums.rates import rates
from crossfoot.relate.sums.remainders import remainders
from crossfoot.relate.sums.rest_listed import rest_listed
from crossfoot.relate.sums.rivals import is_outdone
from crossfoot.relate.sums.series import series
from crossfoot.relate.sums.set_apart import is_next_in_rank
from crossfoot.relate.sums.settlements import settlements
from crossfoot.relate.sums.shared_out import shared_out
from crossfoot.relate.sums.side_by_side import side_by_side
from crossfoot.relate.sums.slipped import slipped
from crossfoot.relate.sums.stock import stocks
from crossfoot.relate.sums.survivors import survivors
from crossfoot.relate.sums.taken_together import taken_together
from crossfoot.relate.sums.terms import terms
from crossfoot.relate.sums.they_were import they_were
from crossfoot.relate.sums.told_out import told_out
from crossfoot.relate.sums.totals import totals
from crossfoot.relate.sums.unsure import is_unsure
from crossfoot.relate.sums.up_or_down import up_or_down
from crossfoot.relate.sums.whole_apposed import apposed
from crossfoot.relate.sums.whole_before import (
    by_kind,
    counted_out,
    headlined,
    led,
    of_the_noun,
    paired,
    parted,
)
from crossfoot.relate.sums.whole_first import (
    of_them,
    of_whole,
    of_whom,
    opened,
    taken_from_whole,
)
from crossfoot.relate.sums.whole_last import closed, resumed, surplus
from crossfoot.relate.wording.phrases import sentences
from crossfoot.relate.wording.rows import rows

_LEFT_OVER = frozenset("surplus deficit difference gap margin balance profit".split())
_CONTINUING = frozenset(("another", "additional", "further"))
_CONTINUES = lazy(r"\W*(?:another|an additional|a further)\s(?:[a-z]+\s)?(?=[\ue000-\uf8ff])")


def relate(reading: Reading) -> Iterator[Relation]:
    """Every sum that the wording asserts, each set of parts once."""
    accounts = list(stocks(reading))  # of what came and went: no two of them are parts alike
    yield from accounts
    kept = [_ids(account) for account in accounts]
    for found in _found(reading):
        if not any(len(_ids(found) & account) > 1 for account in kept):
            yield found


def _found(reading: Reading) -> Iterator[Relation]:
    seen: set[frozenset[str]] = set()
    summed: dict[str, list[frozenset[str]]] = {}  # the sets of parts of each whole
    footed: set[tuple[frozenset[str], Fraction | None]] = set()  # parts, and what they make
    rowed: dict[str, frozenset[str]] = {}  # the parts of a whole, by each of them
    for read in map(closely, map(partial(on_exact, reading), _all(reading))):
        found = of_each(reading, read)
        if found is None or _fills_another(found) or _is_doubtful(reading, found):
            continue
        parts = frozenset(f.id for f in found.figures("parts"))
        whole = _whole(found)
        if any(len(parts & known) > 1 and parts != known for known in summed.get(whole, [])[-8:]):
            continue  # a longer or shorter reading of a list that was read already
        if whole and parts < rowed.get(whole, parts):
            continue  # "two counts of fraud, five of theft and seven of perjury", of 14
        rowed |= dict.fromkeys(parts, parts)
        key = _ids(found)
        total = next((f.value for f in found.figures("whole")), None)
        if key not in seen and (parts, total) not in footed:
            seen.add(key)
            footed.add((parts, total))
            if whole:
                summed.setdefault(whole, []).append(parts)
            yield found
    for read in chain.from_iterable(rule(reading, seen) for rule in _LATER):
        found = of_each(reading, read)
        if found is None or _is_doubtful(reading, found):
            continue
        seen.add(_ids(found))
        yield found
    for read in slipped(reading, seen):
        found = of_each(reading, read)
        if found and not is_unsure(reading, found):
            yield found


def _ids(found: Relation) -> frozenset[str]:
    """The figures of a relation, whatever their roles."""
    return frozenset(f.id for role in found.roles for f in found.figures(role))


def _is_doubtful(reading: Reading, found: Relation) -> bool:
    """Whether *found* misses its whole, and the text leaves room for that or names another.

    Or has no whole but the first of a ranking, or comes out by chance.
    """
    if is_next_in_rank(reading, found) or is_by_chance(reading, found):
        return True
    return is_unsure(reading, found) or are_otherwise(reading, found) or is_outdone(reading, found)


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
    yield from equations(reading)
    yield from charges(reading)
    yield from totals_of_lines(reading)
    yield from rest_listed(reading)
    yield from remainders(reading)
    yield from totals(reading)
    yield from brought_to(reading)
    yield from settlements(reading)
    yield from combined(reading)
    yield from shared_out(reading)
    yield from series(reading)
    yield from by_heading(reading)
    yield from found_in(reading)
    yield from by_sex(reading)
    yield from by_noun(reading)
    yield from halves(reading)
    yield from aboard(reading)
    yield from deaths(reading)
    yield from survivors(reading)
    yield from up_or_down(reading)
    yield from in_named_places(reading)
    yield from joined_by_others(reading)
    yield from last_one(reading)
    yield from _by_rows(reading)
    yield from of_whom(reading)
    yield from and_a(reading)
    yield from one_and_others(reading)
    yield from in_all(reading)
    yield from each_of(reading)
    yield from in_brackets(reading)
    yield from of_the_others(reading)
    yield from likewise(reading)
    yield from rates(reading)
    yield from terms(reading)
    yield from more(reading)
    yield from additions(reading)
    yield from balances(reading)
    yield from net_of(reading)


def _by_rows(reading: Reading) -> Iterator[Relation]:
    for index, skeleton in _passages(reading):
        for row in rows(skeleton):
            found = (r for rule in _RULES if (r := rule(reading, index, row)))
            yield from _first(found)
        if not _LEFT_OVER.isdisjoint(skeleton.words):
            yield from surplus(reading, skeleton)


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


_LATER = (
    taken_together,
    told_out,
    at_large,
    fitting,
    besides,
    side_by_side,
)  # each passes over what is read already
_RULES = (
    they_were, opened, of_whole, taken_from_whole, of_them, closed, led, partition, apposed,
    answers, hundred, included, parted, by_kind, completed, halved, headlined, counted_out, resumed,
    paired, of_the_noun, of_topic,
)  # fmt: skip
