"""Parts told one by one under a whole that says how many there are.

``stole $90,000 from three victims … The first victim lost $41,000. The second lost $29,000 and the
third $20,000.`` The number announced and the words that count the parts off make them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import IN_TURN
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import (
    FEW,
    OCCASIONS,
    SITES,
    announcements,
    one_deed,
)
from crossfoot.relate.sums.by_event import are_single, is_of_other_day, stuff, told_by_event
from crossfoot.relate.sums.ties import comes_to, rounded
from crossfoot.relate.wording.kinds import PLACES, alike
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.wholes import restated

REACH = 30  # sentences in which the parts are told
# "one … another … the other", and words that add one more
_MARKS = lazy(
    r"\b(?:(?P<other>(?:the|an)?other)|(?P<more>additional|also|further)"
    r"|(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b"
    r"(?!\s(?:degree|time|case|incident|matter|instance|investigation)\b)"
)
# "The second firm also paid $4 million" is one of those counted; who is not counted off is none
_ALSO_PAYS = lazy(
    r"\balso\s(?:(?:will|must|has|have|had|agreed to|is to|are to)\s)?(?:paid|pays?|owes?|owed)\b"
)
_ONE_OF = lazy(r"\s(?:of (?:the|them|his|her|those)\b|[a-z-]+(?<!s)\b)")

# "The first truck held", "One contained", "In the second parcel were"
_HELD = pattern(
    r"\b(?:(?:the\s)?(?:first|second|third|fourth|fifth|one|other|another|{rank})|{n})"
    r"\s(?:(?P<noun>[a-z]+)\s)?"
    r"(?:held|contained|carried|had|yielded|concealed|(?:was|were) (?:carrying|holding))\b"
    r"|\b(?:in|inside)\s(?:the\s)?(?:first|second|third|one|other|{rank}|{n})(?=\s)"
)
NEAR = 3  # sentences of a paragraph in which its part is told


Key = int | str | None


def series(reading: Reading) -> Iterator[Relation]:
    """Sums of parts that the text counts off, against the whole that announces their number."""
    told: set[frozenset[str]] = set()
    announced = announcements(reading)
    for whole, number in reversed(announced):
        found = _parts(reading, whole, number)
        if not found or not (are_single(reading, [f for f, _ in found]) or _fill(whole, found)):
            found = _of_events(reading, whole, number)
        ids = frozenset(figure.id for figure, _ in found)
        if found and ids not in told:
            told.add(ids)
            parts = [figure for figure, _ in found]
            tie = [number.span, *(span for _, span in found if span)]
            stated = restated(reading, whole, parts=parts)
            total = Interval.sum(p.range for p in parts)
            fits = any(w.range.meets(total) for w in stated)
            # "three loans for two bridges and one dam": of which the parts are told is not said
            unclear = any(w is whole and n.value != number.value for w, n in announced)
            dated = any(span and is_of_other_day(reading, whole, span) for _, span in found)
            over = any((p.value or 0) >= (whole.value or 0) for p in parts)
            unclear = unclear or (over and not is_a_slip_apart(whole, parts))
            if fits or not (unclear or dated or any(rounded(total, w) for w in stated)):
                # "more than" so much and "over" so much meet whatever they are
                fits = fits and (not total.is_open or any(comes_to(parts, w) for w in stated))
                claim = {"claim": "weak" if fits else "full"}
                yield relation("sum", reading, tie, claim, parts=parts, whole=stated)


def _fill(whole: Figure, told: Sequence[tuple[Figure, Span | None]]) -> bool:
    return Interval.sum(f.range for f, _ in told).meets(whole.range)


def _parts(reading: Reading, whole: Figure, number: Figure) -> Sequence[tuple[Figure, Span | None]]:
    """The parts of *whole*, each with the word that counts it off; none where they are not all."""
    size = int(number.value or 0)
    noun = head(reading.sentences[number.sentence], number)
    dated = noun in OCCASIONS
    told: list[tuple[Figure, Key, Span | None]] = []
    last = min(len(reading.sentences), whole.sentence + REACH)
    for at in range(whole.sentence, last):
        skeleton = reading.sentences[at]
        if told and _also_pays(skeleton):
            # as many as announced, and they come to the whole: these are all
            found = [(f, span) for f, _, span in told]
            if len(told) == size and _fill(whole, found):
                return found
            break
        after = max(whole.end, number.end)
        amounts = [f for f in skeleton.figures if f.start > after]
        amounts = [f for f in amounts if _can_be_part(skeleton, f, whole)]
        if not amounts:
            continue
        if not (one_deed(reading, whole, skeleton) or _tells_what_held(skeleton, noun)):
            continue
        nearby = range(at - 1, max(whole.sentence, at - NEAR), -1)
        for figure, key, span in _told(skeleton, amounts, after, dated=dated):
            if (
                key is None and whole.kind != "measure"
            ):  # "They learned of a second house. It was raided. Agents found 12"
                key = _key_before(reading, nearby, told[-1][0] if told else whole)
            if key is not None or not any(k is not None for _, k, _ in told):
                told.append((figure, key, span))
    keyed = [t for t in told if t[1] is not None]
    if len(keyed) == size - 1 and told and told[0][1] is None:  # "took $31,000 … took another"
        before = [t for t in told if t[1] is None]
        keyed = [before[-1], *keyed]
    if whole.kind == "measure":  # pounds are hardly told of anything else
        measured = [f for f, _, _ in told]
        if len(measured) != size or len(_stuffs(reading, [whole, *measured])) > 1:
            return ()
        larger = _is_larger_between(reading, whole, measured[-1])
        return () if larger else [(f, None) for f in measured]
    if len(keyed) != size or not _counts_off([key for _, key, _ in keyed]):
        return ()
    return [(figure, span) for figure, _, span in keyed]


def _tells_what_held(skeleton: Skeleton, noun: str | None) -> bool:
    """Whether a sentence tells what one of the containers announced had in it."""
    if noun not in SITES | OCCASIONS | PLACES:
        return False
    return any(m["noun"] in (None, noun) for m in _HELD.finditer(skeleton.text))


def _of_events(
    reading: Reading, whole: Figure, number: Figure
) -> Sequence[tuple[Figure, Span | None]]:
    """The parts of *whole*, each with the words that open its event."""
    told = told_by_event(reading).get((whole.id, number.id))
    return tuple(zip(told.parts, told.openers, strict=True)) if told else ()


def _also_pays(skeleton: Skeleton) -> bool:
    """Whether a payment is told beside those counted: ``Lee also paid $1 million to workers``."""
    if "also" not in skeleton.words or _ALSO_PAYS.search(skeleton.text) is None:
        return False
    counted = any(m["rank"] or m["other"] for m in _MARKS.finditer(skeleton.text))
    return not counted and all(f.kind != "rank" for f in skeleton.figures)


def _is_larger_between(reading: Reading, whole: Figure, last: Figure) -> bool:
    """Whether up to the *last* part more is told of than the *whole*: what follows is another's."""
    return any(
        family(f) == family(whole) and (f.value or 0) > (whole.value or 0)
        for at in range(whole.sentence, last.sentence + 1)
        for f in reading.by_sentence[at]
        if whole.end < f.start < last.start
    )


def _key_before(reading: Reading, before: Sequence[int], last: Figure) -> Key:
    """The mark of the nearest sentence after *last* that has one and tells of no amount."""
    for at in before:
        skeleton = reading.sentences[at]
        if at <= last.sentence or any(family(f) == family(last) for f in skeleton.figures):
            return None
        if key := next((k for _, k, _ in _marks(skeleton)), None):
            return key
    return None


def _stuffs(reading: Reading, measures: Sequence[Figure]) -> set[str]:
    """What the measures are said to be of, each once."""
    found = (stuff(reading.sentences[f.sentence], f) for f in measures)
    return {name for name in found if name}


def _told(
    skeleton: Skeleton, amounts: Sequence[Figure], after: int, *, dated: bool
) -> Iterator[tuple[Figure, Key, Span | None]]:
    """The *amounts* of a sentence that stand behind *after*, each with what counts it off."""
    signs = [skeleton.sign_of(f) for f in amounts]
    marks = list(_marks(skeleton)) or (_dates(skeleton) if dated else [])
    start = skeleton.position(after) if skeleton.start < after else 0
    marks = [m for m in marks if m[0] >= start]
    leads = bool(marks) and marks[0][0] < signs[0]
    edges = [start, *signs] if leads else [*signs, len(skeleton.text)]
    for figure, (low, high) in zip(amounts, pairwise(edges), strict=True):
        own = [m for m in marks if low <= m[0] < high]
        mark = own[-1 if leads else 0] if own else None
        yield figure, mark[1] if mark else None, skeleton_span(skeleton, mark)


def skeleton_span(skeleton: Skeleton, mark: tuple[int, Key, int] | None) -> Span | None:
    """Where the word of a mark stands in the document."""
    if mark is None:
        return None
    return Span(skeleton.offset(mark[0]), skeleton.offset(mark[2]))


def _can_be_part(skeleton: Skeleton, figure: Figure, whole: Figure) -> bool:
    if family(figure) != family(whole) or figure.value is None or whole.value is None:
        return False
    if figure.value.numerator < FEW:
        return False
    if figure.value >= whole.value and not (
        family(figure) == "count" and head(skeleton, figure) in (None, _unit(whole))
    ):
        return False
    if family(figure) != "count":
        return True
    named = head(skeleton, figure)
    return named in ("more", None) or (named == "more" or alike(named, _unit(whole)))


def _unit(whole: Figure) -> str | None:
    return whole.unit.split()[-1].removesuffix("s") if whole.unit else None


def _marks(skeleton: Skeleton) -> Iterator[tuple[int, Key, int]]:
    """The words of a sentence that count parts off, with where they begin and end."""
    found: list[tuple[int, Key, int]] = []
    for match in _MARKS.finditer(skeleton.text):
        key: Key = IN_TURN.index(match["rank"]) + 1 if match["rank"] else "other"
        found.append((match.start(), key, match.end()))
    for figure in skeleton.figures:
        at = skeleton.sign_of(figure)
        if figure.kind == "rank" and figure.value is not None:
            found.append((at, int(figure.value), at + 1))
        elif figure.text.lower() == "one" and _ONE_OF.match(skeleton.text, at + 1):
            found.append((at, "one", at + 1))
    yield from sorted(found, key=lambda m: m[0])


def _dates(skeleton: Skeleton) -> list[tuple[int, Key, int]]:
    return [
        (skeleton.sign_of(f), f.text, skeleton.sign_of(f) + 1)
        for f in skeleton.figures
        if f.kind == "date"
    ]


def _counts_off(keys: Sequence[Key]) -> bool:
    """Whether marks count parts off one by one: first, second; one, the other; two dates."""
    ranks = [k for k in keys if isinstance(k, int)]
    if len(ranks) == len(keys):
        return ranks == list(range(1, len(keys) + 1))
    if keys[0] in (None, "one", 1):
        return all(k == "other" or k == n for n, k in enumerate(keys[1:], 2))
    return len(set(keys)) == len(keys) and all(
        isinstance(k, str) and k not in ("other", "one") for k in keys
    )
