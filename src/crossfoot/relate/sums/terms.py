"""Terms of imprisonment served one after the other: ``nine years for theft and five for fraud``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded

_ALL = frozenset("total totaling totalling altogether all".split())
# "five years for fraud and three for theft, a total of" eight years; "eight years in all"
_TOTAL_OF = lazy(r"\b(?P<tie>total of|totall?ing|adding up to)\s(?:about\s|up to\s)?$")
_IN_ALL = lazy(r"\s(?:in prison\s|behind bars\s)?(?P<tie>in all|in total|altogether|all told)\b")
LEDE = 6  # sentences, headlines included, in which the sentence as a whole is told
_SENTENCES = frozenset("sentenced sentence gets got given received gave handed".split())
_CUES = frozenset("consecutive consecutively after".split())
# "sentenced to 15 years in prison: nine years for theft and"
_SET_OUT = lazy(
    r"(?:\s(?:in prison|of imprisonment|behind bars|in (?:state|federal) prison|in jail))?"
    r"(?P<tie>:|\s-{1,2}|, consisting of|, made up of)\s(?:[a-z]+\s){0,3}?$"
)
_IN_TURN = lazy(r"\bconsecutive(?:ly)?\b|(?:[\ue000-\uf8ff] after (?:the other|another))\b")
# "imposed nine years for theft and", "11 years on the first count"
_FOR = lazy(r"\s(?:in prison\s|of imprisonment\s)?(?:for|on)\s")
# "sentenced to 14 years in prison", "gets 14 years"
_SENTENCED = lazy(
    r"\b(?:sentenced\s(?:[a-z\ue000-\uf8ff]+\s){0,2}?to|gets?|got|receive[sd]?|spend|serve"
    r"|faces?|given|handed)\s"
    r"(?:up to\s|a total of\s)?$"
)
_UNSURE = lazy(
    r"\b(?:concurrent(?:ly)?|at the same time|probation|suspended|supervised|parole|up to"
    r"|maximum)\b"
)
# between two terms: the first was served before, or by somebody else
_IMPOSED = lazy(r"\b(?:sentenced|gave|gets?|got|receive[sd]?|given|handed|imposed)\b")
_AT_LARGE = lazy(r"\son (?:the (?:run|lam|job)|bail|bond|duty|leave)\b")


def terms(reading: Reading) -> Iterator[Relation]:
    """Sums of prison terms that a judge sets to run one after the other, or that are totaled."""
    for _, skeleton in worded(reading, _ALL):
        yield from _totaled(reading, skeleton)
    for _, skeleton in worded(reading, _SENTENCES, fewest=3):
        yield from _set_out(reading, skeleton)
    for index, skeleton in worded(reading, _CUES):
        turn = _IN_TURN.search(skeleton.text)
        if turn is None or _UNSURE.search(skeleton.text):
            continue
        parts = [f for f in skeleton.figures if _is_term(f)]
        told_for = all(_FOR.match(skeleton.text, skeleton.sign_of(f) + 1) for f in parts)
        whole = _sentence(reading, index, parts) if len(parts) > 1 and told_for else ()
        if whole and all((whole[0].value or 0) > (p.value or 0) for p in parts):
            tie = skeleton.span(turn)
            yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _totaled(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``five years for fraud and three years for theft, a total of eight years``."""
    terms = [f for f in skeleton.figures if _is_term(f)]
    if len(terms) < 3 or _UNSURE.search(skeleton.text):
        return
    *parts, whole = terms
    first, last, at = (skeleton.sign_of(f) for f in (parts[0], parts[-1], whole))
    for apart in (_IMPOSED, _AT_LARGE):
        if apart.search(skeleton.text, first, last):
            return
    match = _TOTAL_OF.search(skeleton.text, max(0, at - 30), at)
    match = match or _IN_ALL.match(skeleton.text, at + 1)
    told_for = [_FOR.match(skeleton.text, skeleton.sign_of(f) + 1) for f in parts]
    if match and any(told_for) and {f.unit for f in terms} == {whole.unit}:
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _set_out(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``sentenced to 15 years in prison: nine years for theft and six years for fraud``."""
    terms = [f for f in skeleton.figures if _is_term(f)]
    if len(terms) < 3 or _UNSURE.search(skeleton.text):
        return
    whole, *parts = terms
    signs = [skeleton.sign_of(f) for f in terms]
    match = _SET_OUT.match(skeleton.text, signs[0] + 1, signs[1])
    told_for = all(_FOR.match(skeleton.text, at + 1) for at in signs[1:])
    if match and told_for and {f.unit for f in terms} == {whole.unit}:
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _sentence(reading: Reading, index: int, parts: Sequence[Figure]) -> tuple[Figure, ...]:
    """The term as a whole, in the same unit, wherever the opening sentences tell it.

    Of several terms, each of another person, the one that the parts come to.
    """
    found = [
        f
        for at in islice(reading.with_figures, LEDE)
        for f in reading.by_sentence[at]
        if at < index and _is_whole(reading.sentences[at], f, parts[0])
    ]
    total = sum((f.value for f in parts if f.value is not None), Fraction(0))
    told = [f.value for f in found]
    meant = total if total in told else next(iter(told), None)
    return tuple(f for f in found if f.value == meant)


def _is_whole(skeleton: Skeleton, figure: Figure, part: Figure) -> bool:
    if not _is_term(figure) or figure.unit != part.unit:
        return False
    at = skeleton.sign_of(figure)
    return _SENTENCED.search(skeleton.text, max(0, at - 40), at) is not None


def _is_term(figure: Figure) -> bool:
    return figure.kind == "duration" and figure.unit in ("years", "months") and bool(figure.value)
