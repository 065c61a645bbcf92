"""Terms of imprisonment added up: one after the other, or of each of several who are sentenced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import head

_ALL = frozenset("total totaling totalling altogether all combined".split())
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
# "nine, seven and five years", "24 months, 18 months and 12 months"
_ROW = pattern(
    r"(?P<first>[{count}{number}{duration}])(?P<more>(?:,\s[{count}{number}{duration}])*)"
    r",?\sand\s(?P<last>{duration})(?:\s(?:in|of)\s[a-z]+(?:\s[a-z]+)?)?(?:,?\srespectively)?"
)
# ", for a total of 54 months", " - a combined 21 years"
_MADE = pattern(
    r"(?:,|\s-|;|\s\()\s?(?:for\s)?(?P<tie>an?\s(?:combined\s)?total of|an?\s(?:combined|total)"
    r"|totall?ing)\s(?:of\s)?(?P<whole>{duration})"
)
# "a combined 21 years in prison: ", "a total of 54 months - "
_MAKE = pattern(
    r"\b(?P<tie>combined|total of)\s(?P<whole>{duration})"
    r"(?:\s(?:in|of|behind)\s[a-z]+(?:\s[a-z]+)?)?(?::|\s-{{1,2}})\s(?:terms of\s)?$"
)
# "Two men were sentenced to a combined 22 years"
_COMBINED = pattern(r"\b(?P<tie>combined)\s(?:total\sof\s)?(?P<whole>{duration})")
# "Lee was sentenced to 12 years", "and Roe to 10 years", "Poe received 60 months"
_IMPOSES = lazy(
    r"\b(?:sentenced|receiv(?:ed|es|ing)|got|gets|given|handed|ordered|and [a-z'-]+(?: [a-z'-]+)?)"
    r"(?:\s(?:[a-z]+day|today|last [a-z]+|earlier|also|on [\ue000-\uf8ff]|[\ue000-\uf8ff]))?"
    r"\s(?:to\s)?(?:serve\s|spend\s|a term of\s)?$"
)
_NOT_PRISON = lazy(
    r"\s(?:of|on)?\s?(?:supervised|probation|parole|community|home|house|post-release)"
)
# terms that run side by side, or are no prison
_ANOTHER = frozenset("concurrent concurrently probation supervised suspended parole".split())
# another sentence than this one
_EARLIER = lazy(
    r"\b(?:earlier|previous(?:ly)?|prior|separate(?:ly)?|another case|third|fourth|also)\b"
)
TOLD = 20  # sentences in which each one's term is told
_UNSURE = lazy(
    r"\b(?:concurrent(?:ly)?|at the same time|probation|suspended|supervised|parole|up to"
    r"|maximum)\b"
)
# between two terms: the first was served before, or by somebody else
_IMPOSED = lazy(r"\b(?:sentenced|gave|gets?|got|receive[sd]?|given|handed|imposed)\b")
_AT_LARGE = lazy(r"\son (?:the (?:run|lam|job)|bail|bond|duty|leave)\b")


def terms(reading: Reading) -> Iterator[Relation]:
    """Sums of prison terms that a judge sets to run one after the other, or that are totaled."""
    for index, skeleton in worded(reading, _ALL):
        yield from _totaled(reading, skeleton)
        yield from _in_row(reading, skeleton)
        yield from _of_each(reading, index)
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


def _in_row(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``to nine, seven and five years, a combined 21 years``, and the other way round."""
    for row in _ROW.finditer(skeleton.text):
        made = _MADE.match(skeleton.text, row.end())
        made = made or _MAKE.search(skeleton.text, 0, row.start())
        whole = skeleton.group(made, "whole") if made else None
        parts = skeleton.within(row.start(), row.end("last"))
        if made is None or whole is None or not _is_term(whole) or not _is_term(parts[-1]):
            continue
        units = {f.unit for f in parts if f.kind == "duration"}
        if units == {whole.unit} and not any(w in skeleton.words for w in _ANOTHER):
            tie = skeleton.span(made, "tie")
            yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _of_each(reading: Reading, index: int) -> Iterator[Relation]:
    """``Two men were sentenced to a combined 22 years … Lee got 12 years and Roe 10 years``."""
    skeleton = reading.sentences[index]
    match = _COMBINED.search(skeleton.text)
    whole = skeleton.group(match, "whole") if match else None
    if match is None or whole is None or not _is_term(whole):
        return
    persons = [
        f for f in skeleton.within(0, match.start())
        if f.kind in ("count", "number") and head(skeleton, f) in PERSONS
    ]  # fmt: skip
    if len(persons) != 1:
        return
    parts = [
        f
        for told in reading.sentences[index + 1 : index + 1 + TOLD]
        for f in told.figures
        if _is_term(f) and _is_imposed(told, f)
    ]
    less = all((p.value or 0) < (whole.value or 0) and p.unit == whole.unit for p in parts)
    others = any(_EARLIER.search(reading.sentences[p.sentence].text) for p in parts)
    if len(parts) == persons[0].value and less and not others:
        tie = skeleton.span(match, "tie")
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _is_imposed(skeleton: Skeleton, term: Figure) -> bool:
    """Whether *term* is what somebody is sentenced to serve in prison."""
    at = skeleton.sign_of(term)
    after = _NOT_PRISON.match(skeleton.text, at + 1)
    return after is None and _IMPOSES.search(skeleton.text, max(0, at - 60), at) is not None


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
