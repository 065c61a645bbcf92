"""Balances of trade: ``a trade surplus of $110 million. Exports rose to $870 million, imports to``.

A surplus is what exports exceed imports by, and a deficit the other way round. All three are told
in one sentence or in a few, each by its own word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family

_SUMS = "".join(sign for kind, sign in SIGNS.items() if kind in AMOUNTS)
_BALANCE = pattern(
    rf"(?:\b|(?={{date}}))(?P<tie>(?P<what>trade|merchandise|goods|services|the|{{date}})"
    rf" (?P<way>surplus|deficit|gap|shortfall))\b"
    rf"(?P<gap>[^.;:{_SUMS}]{{{{0,70}}}})(?P<rest>{{amount}})"
)
# "exports rose to 870", "imports of 760"; "oil exports" and "exports of oil" are some of them
_FLOW = pattern(
    rf"(?P<before>[a-z']+|{{any}}|^\W*|[,(])\s?(?P<flow>exports|imports)\b"
    rf"(?P<gap>[^.;:{_SUMS}]{{{{0,50}}}})(?P<sum>{{amount}})"
)
_WHOSE = frozenset(
    "the its their total overall merchandise and while with but as said that quarter month of when"
    " customs adjusted both since showed year because though against".split()
)
_NO_LEVEL = frozenset("by up down from than against with a additional another extra".split())
_SOME = lazy(r"\b(?:of|to|from|with|in) (?!about|around|some|nearly|almost|the|a\b)[a-z]")
_ONE_COUNTRY = lazy(r"\s(?:with|against|between)\s(?!exports|imports)[a-z]")
_STEP_TO = pattern(r"(?:\sor\s{any})?,?\sto\s{amount}")  # "rose 30 | or 9% to 369"
_OTHER_COUNT = frozenset(
    "adjusted unadjusted provisional revised cif fob c.i.f f.o.b payments".split()
)
_OF_TRADE = frozenset(("trade", "merchandise"))
_WORDS = frozenset(("surplus", "deficit", "gap", "shortfall"))
_NO_TRADE = frozenset(
    "budget fiscal account current accounts company firm fund pension operating"
    " financing payments".split()
)
_WITH = frozenset(("with", "against", "between"))
# "the gap was $30 million a year earlier", beside what is told of this year
_EARLIER = lazy(r"\b(?:earlier|previous|previously|prior|last|before|ago|had)\b")
_NEXT = 2  # sentences after "the deficit" that tell what it is of
_REACH = 3  # sentences after that of the balance
_LARGE = 1000  # a number without a currency beside others with one


def balances(reading: Reading) -> Iterator[Relation]:
    """The balances of trade of which exports and imports are told."""
    if not {"exports", "imports"} <= reading.words:
        return
    for index, skeleton in worded(reading, _WORDS):
        match = _BALANCE.search(skeleton.text)
        rest = skeleton.group(match, "rest") if match else None
        if match is None or rest is None or _last_word(match["gap"]) in _NO_LEVEL:
            continue
        flows = _beside(reading, index, match["what"])
        if not (flows["exports"] and flows["imports"]):
            continue
        out, back = flows["exports"][0], flows["imports"][0]
        if abs(out.sentence - back.sentence) > 1 or not _of_one_money(rest, out, back):
            continue
        signed = (rest.value or 0) < 0  # "the deficit shrank to -$79bn"
        more, less = (out, back) if signed or match["way"] == "surplus" else (back, out)
        if match["what"] == "the" and _is_of_other(reading, index):
            continue
        fits = (more.range - less.range).meets(rest.range)
        alone = len(flows["exports"]) == 1 == len(flows["imports"])
        if fits or (alone and _is_sure(reading, skeleton, match, (rest, out, back))):
            tie = skeleton.span(match, "tie")
            yield _relation(reading, tie, more, less, rest)


def _beside(reading: Reading, index: int, what: str) -> dict[str, list[Figure]]:
    """The flows that the balance of sentence *index* is of.

    "The goods deficit" and "the April deficit" are of trade where both are told with it, and "the
    deficit" where they are told next to it.
    """
    within = _flows(reading, index, 0)
    if what not in _OF_TRADE and what != "the":
        return within
    if what == "the" and index:
        before = _flows(reading, index - 1, 0)
        if before["exports"] and before["imports"]:
            return before
    flows = _flows(reading, index, _REACH if what != "the" else _NEXT)
    if index and what != "the" and not (flows["exports"] and flows["imports"]):
        return _flows(reading, index - 1, 0)
    return flows


def _is_of_other(reading: Reading, index: int) -> bool:
    """Whether "the deficit" may be of a budget, an account or a firm, or with one country."""
    if not _WITH.isdisjoint(reading.sentences[index].words):
        return True
    near = reading.sentences[max(0, index - 1) : index + _NEXT + 1]
    return any(not _NO_TRADE.isdisjoint(s.words) for s in near)


def _relation(reading: Reading, tie: Span, more: Figure, less: Figure, rest: Figure) -> Relation:
    return relation("sum", reading, [tie], parts=more, minus=less, whole=rest)


def _flows(reading: Reading, index: int, reach: int) -> dict[str, list[Figure]]:
    """The sums of exports and of imports told in a sentence and the *reach* after it."""
    found: dict[str, list[Figure]] = {"exports": [], "imports": []}
    for skeleton in reading.sentences[index : index + reach + 1]:
        for match in _FLOW.finditer(skeleton.text) if skeleton.figures else ():
            before = match["before"]
            plain = not before[:1].isalpha() or before in _WHOSE or before.endswith("'s")
            told = skeleton.group(match, "sum")
            if not plain or told is None or _last_word(match["gap"]) in _NO_LEVEL:
                continue
            if not (_SOME.search(match["gap"]) or _STEP_TO.match(skeleton.text, match.end())):
                found[match["flow"]].append(told)
    return found


def _last_word(text: str) -> str:
    return (text.split() or [""])[-1]


def _of_one_money(rest: Figure, *flows: Figure) -> bool:
    """Whether the three are of one currency, which need not be told of each."""
    told = {f.unit for f in (rest, *flows) if f.kind == "money"}
    bare = [f for f in (rest, *flows) if f.kind != "money"]
    return len(told) == 1 and all(family(f) == "count" and (f.value or 0) >= _LARGE for f in bare)


def _is_sure(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], told: Sequence[Figure]
) -> bool:
    """Whether a balance that does not come out can be of nothing but these two."""
    if _ONE_COUNTRY.match(skeleton.text, match.end("tie")):
        return False
    first, last = min(f.sentence for f in told), max(f.sentence for f in told)
    if last - first > 2 or any(f.hedge or f.range.is_open for f in told):
        return False
    sentences = reading.sentences[first : last + 1]
    if not all(_OTHER_COUNT.isdisjoint(s.words) for s in sentences):
        return False
    if of_another_time(reading, told):
        return False
    periods = {(f.period.start, f.period.end) for f in told if f.period}
    return len(periods) <= 1


def of_another_time(reading: Reading, told: Iterable[Figure]) -> bool:
    """Whether a sentence of the numbers *told* looks back, so that it may tell of another time."""
    sentences = (reading.sentences[f.sentence] for f in told)
    return any(_EARLIER.search(reading.text, s.start, s.end) for s in sentences)
