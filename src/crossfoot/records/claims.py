"""A number of a sentence becomes a claim about records: a level, a share, a change, a multiple."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from crossfoot.interval import Interval
from crossfoot.model import Figure, Span
from crossfoot.records import wording
from crossfoot.records.dated import when_of
from crossfoot.records.measure import measure_in, measure_of
from crossfoot.records.periods import When, read_periods
from crossfoot.records.population import NARROW, dims_of
from crossfoot.records.sentence import Sentence
from crossfoot.records.vocabulary import Measure, Uncovered, measure_named, measures, narrowing

Kind = Literal["level", "share", "change", "multiple"]
# the members chosen of each dimension: several where the words leave it open
Dims = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """What is counted, of whom, when: one recorded number, or several that the words allow."""

    measure: str
    dims: Dims
    when: When | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a number says of records.

    `part` alone is a level; over `base` a share, against `base` a change or multiple. `sign` is
    the direction a change is said to have taken. `unknown` says why no record can settle it,
    `nearest` which measure comes closest. `extreme` is "max" or "min" where the sentence says
    that no other period had more or fewer.
    """

    figure: Figure | None
    span: Span
    kind: Kind
    part: Part | None
    base: Part | None = None
    sign: int = 1
    unknown: str | None = None
    nearest: str | None = None
    sure: bool = True  # false where its group is that of an earlier number
    extreme: str | None = None


def claim_of(sentence: Sentence, index: int) -> Claim | None:
    """What a number says of records; None where its words name nothing that records count."""
    start, end, figure = sentence.numbers[index]
    span = Span(sentence.start + start, sentence.start + end)
    measure = measure_of(sentence, index)
    inside = any(m.start <= start and end <= m.end for m in sentence.mentions)
    days = figure is None or figure.kind != "duration" or "day" in (figure.unit or "day")
    if measure is None or inside or not days:
        return None
    if isinstance(measure, Uncovered):
        unknown = f"no data set that is loaded counts {measure.says}"
        return Claim(figure, span, "level", None, unknown=unknown, nearest=measure.nearest)
    figure = _passed(figure, sentence.text[:start])
    beyond = _beyond(sentence, index)
    if beyond is not None:
        unknown = f"the loaded data do not single out {beyond}"
        return Claim(figure, span, "level", None, unknown=unknown, nearest=measure.name)
    part = Part(measure.name, dims_of(sentence, index), when_of(sentence, index))
    if figure is not None and figure.kind == "multiple":
        claim = Claim(figure, span, "multiple", part)
        return _times(sentence, index, claim) or _change(sentence, claim)
    if figure is not None and figure.kind in {"percent", "fraction", "points"}:
        return _relative(sentence, index, Claim(figure, span, "share", part))
    if wording.MORE.match(sentence.text[end:]):
        return None
    claim = Claim(figure, span, "level", part, extreme=_extreme(sentence, index))
    sure = not sentence.inherits.get(index, False)
    return replace(_of_whole(sentence, index, claim), sure=sure)


# what context may say of people that no table of the cube tells apart
_BEYOND = ("custody", "age", "gang", "offence", "severity", "visa", "religion", "family", "ground",
           "assignment", "method")  # fmt: skip


def _beyond(sentence: Sentence, index: int) -> str | None:
    """A place or group that the figure's context names and no dimension here stands for."""
    figure = sentence.numbers[index][2]
    if figure is None:
        return None
    dims = set(dims_of(sentence, index))
    if (group := _unknown_group(sentence, index)) is not None:
        return group
    if figure.place and figure.place != "United States" and not dims & _PLACES:
        town = figure.place.split(",")[0].lower()
        if not any(town in m.words.pattern for m in measures()):  # "Parole requests" is no town
            return figure.place
    for entry in figure.population:
        name, _, member = entry.partition(":")
        if name in _BEYOND and not (name == "family" and dims & {"family_status", "facility_type"}):
            return member
        if name == "sex" and "sex" not in dims:
            return member
    return None


def _unknown_group(sentence: Sentence, index: int) -> str | None:
    """People with or without something that neither a member nor a measure stands for."""
    own = sentence.clause_of(index)
    for match in narrowing().finditer(sentence.text):
        clause = sentence.clause_at(match.start())
        named = any(m.start < match.end() and match.start() < m.end for m in sentence.mentions)
        if not named and (clause is own or not clause.numbers):
            return match[0]
    for match in wording.QUALIFIED.finditer(sentence.text):
        start, end = match.span("how")
        clause = sentence.clause_at(start)
        if clause.numbers and clause is not own:
            continue
        known = any(m.start < end and start < m.end for m in sentence.mentions)
        known = known or any(m.words.search(match["how"]) for m in measures())
        if not known and not any(start <= n[0] < end for n in sentence.numbers):
            return match[0]
    return None


_PLACES = {"facility", "state", "aor", "country", "city"}


def _passed(figure: Figure | None, before: str) -> Figure | None:
    """A number that was passed is a floor."""
    if figure is None or figure.value is None or not wording.PASSED.search(before[-20:]):
        return figure
    return replace(figure, range=Interval(figure.value, None))


def _extreme(sentence: Sentence, index: int) -> str | None:
    """By the words of its clause, else of those without numbers."""
    own = sentence.clause_of(index)
    for clause in (own, *(c for c in sentence.clauses if not c.numbers)):
        text = wording.MOST_OF.sub("", clause.text)
        found = [*wording.PEAKED.finditer(text), *wording.SUPERLATIVE.finditer(text)]
        kinds = {"max" if m["max"] else "min" for m in found}
        if kinds:  # "from a low of … to a high of …" says neither of one number alone
            return kinds.pop() if len(kinds) == 1 else None
    return None


def _times(sentence: Sentence, index: int, claim: Claim) -> Claim | None:
    """``A, more than five times the B``: the number before against the number after."""
    end = sentence.numbers[index][1]
    if not 0 < index < len(sentence.numbers) - 1:
        return None
    if not wording.TIMES_THE.fullmatch(sentence.text[end : sentence.numbers[index + 1][0]]):
        return None
    result, base = claim_of(sentence, index - 1), claim_of(sentence, index + 1)
    if not result or not base or result.kind != "level" or base.kind != "level":
        return None
    return replace(claim, part=result.part, base=base.part)


# --- percents and fractions --------------------------------------------------------------


def _relative(sentence: Sentence, index: int, claim: Claim) -> Claim:
    """A percent or fraction: a comparison of two measures, a change, or a share."""
    start, end, _ = sentence.numbers[index]
    before, after = sentence.text[:start], sentence.text[end:]
    compared = _compared(sentence, index, claim)
    if compared is not None:
        return compared
    behind = wording.CHANGE_AFTER.match(after)
    changed = wording.CHANGE_BEFORE.search(before[-60:]) or behind
    if wording.FROM.search(before) or wording.TO.search(before):
        changed = None  # "fell from 71% to 60%": levels
    if wording.OF.match(after) and not behind and not wording.CHANGE_DIRECT.search(before):
        changed = None
    if changed:
        sign = -1 if changed["down"] else 1
        return _change(sentence, replace(claim, kind="change", sign=sign))
    return _share(sentence, index, claim)


def _compared(sentence: Sentence, index: int, claim: Claim) -> Claim | None:
    """``12% more than its guaranteed minimum``: one measure against another."""
    end = sentence.numbers[index][1]
    found = wording.MORE_THAN.match(sentence.text[end:])
    if not found or claim.part is None:
        return None
    stop = sentence.clause_of(index).end
    other = measure_in(sentence.text[end:stop], None, sentence.text)
    level = _earlier_level(sentence, index, other) if other else None
    if other is not None and level is None:  # "8% more people a day than its minimum"
        own = sentence.clause_of(index).text
        first = measure_in(other.words.sub(" ", own), None, sentence.text)
        if first is not None and first.name != other.name:
            level = Part(first.name, claim.part.dims, claim.part.when)
    if other is None or level is None:
        return None
    base = Part(other.name, claim.part.dims, claim.part.when)
    sign = -1 if found["less"] else 1
    return replace(claim, kind="change", part=level, base=base, sign=sign)


def _earlier_level(sentence: Sentence, index: int, other: Measure) -> Part | None:
    """The level that is set against *other*: of an earlier number that counts something else."""
    for i in reversed(range(index)):
        found = measure_of(sentence, i)
        if isinstance(found, Measure) and found.name != other.name:
            return Part(found.name, dims_of(sentence, i), when_of(sentence, i))
    return None


def _change(sentence: Sentence, claim: Claim) -> Claim:
    """A change between two periods, from the earlier to the later."""
    assert claim.part is not None
    spans = sorted(
        {(w.start, w.end): w for w in sentence.periods}.values(), key=lambda w: (w.end, w.start)
    )
    if len(spans) == 1 and spans[0].ends is not None:  # "between May and June"
        spans = list(spans[0].ends)
    if len(spans) == 1 and wording.IN_A_YEAR.search(sentence.text):
        year_before = read_periods(sentence.text + " the year before")
        spans = [w for w in year_before if w.end < spans[0].end][-1:] + spans
    if len(spans) != 2:
        return replace(claim, unknown="the two periods that are compared are not both named")
    earlier, later = spans
    measure, dims = claim.part.measure, claim.part.dims
    return replace(claim, part=Part(measure, dims, later), base=Part(measure, dims, earlier))


def _share(sentence: Sentence, index: int, claim: Claim) -> Claim:
    """A share: what "of the …" names up to the verb is the whole, the rest says which part."""
    assert claim.part is not None
    end = sentence.numbers[index][1]
    tail = sentence.text[end:]
    opens = wording.OF.match(tail) or wording.OF_PEOPLE.match(tail)
    stop = end
    if opens and not wording.OF_THEM.match(tail):
        predicate = wording.PREDICATE.search(sentence.text, end + opens.end())
        stop = predicate.start() if predicate else len(sentence.text)
    part = {**_later_members(sentence, index, stop), **claim.part.dims}
    whole = {m.dimension for m in sentence.mentions if end <= m.start < stop}
    if not opens and wording.LEADS.match(sentence.text):
        return _of_led(sentence, index, claim)
    measure = claim.part.measure
    base = {d: v for d, v in part.items() if d in whole or d not in NARROW}
    over = measure_named(measure).over
    start = sentence.numbers[index][0]
    if base == part and wording.MADE_UP.search(sentence.text[:start]):
        own = sentence.clause_of(index)
        subject = {m.dimension for m in sentence.mentions if own.start <= m.start < start}
        base = {d: v for d, v in base.items() if d not in subject or d in whole}
    if base == part and over is None:
        return replace(claim, unknown="what it is a share of is not told from its part")
    of = over if base == part and over else measure
    when = claim.part.when
    return replace(claim, part=Part(measure, part, when), base=Part(of, base, when))


def _of_led(sentence: Sentence, index: int, claim: Claim) -> Claim:
    """``Of those who bonded out in 2019, 63% had …``: the first clause names the whole."""
    assert claim.part is not None
    stop = sentence.clauses[0].end
    ignored = sentence.ignored(index)
    base = {m.dimension: m.members for m in reversed(sentence.mentions)
            if m.start < stop and m.dimension not in ignored}  # fmt: skip
    own = sentence.clause_of(index)
    rest = {m.dimension: m.members for m in reversed(sentence.mentions)
            if m.start >= stop and sentence.clause_at(m.start) in {own}
            and m.dimension not in ignored}  # fmt: skip
    part = {**base, **_later_members(sentence, index, own.end), **rest}
    if part == base:
        return replace(claim, unknown="what it is a share of is not told from its part")
    measure, when = claim.part.measure, claim.part.when
    return replace(claim, part=Part(measure, part, when), base=Part(measure, base, when))


def _later_members(sentence: Sentence, index: int, stop: int) -> dict[str, tuple[str, ...]]:
    """What the verb says of the part counts although a clause may lie between."""
    own = sentence.clause_of(index)
    found: dict[str, tuple[str, ...]] = {}
    for mention in sentence.mentions:
        clause = sentence.clause_at(mention.start)
        if mention.start >= stop and (clause is own or not (clause.numbers or clause.compares)):
            found.setdefault(mention.dimension, mention.members)
    return found


# --- wholes ------------------------------------------------------------------------------


def _of_whole(sentence: Sentence, index: int, claim: Claim) -> Claim:
    """A number that is a whole is not narrowed as its part is: ``310 of 1,240``."""
    start, end, _ = sentence.numbers[index]
    if claim.part is None:
        return claim
    part = claim.part
    last = sentence.numbers[index - 1] if index else None
    if last and wording.N_OF.match(sentence.text[last[1] : start]):
        share = _share_before(sentence, index)
        if share and share.base:
            return replace(claim, part=Part(share.base.measure, share.base.dims, part.when))
        stop = wording.PREDICATE.search(sentence.text, end)
        until = stop.start() if stop else len(sentence.text)
        after = {m.dimension for m in sentence.mentions if end <= m.start < until}
        kept = {d: v for d, v in part.dims.items() if d not in NARROW or d in after}
        return replace(claim, part=Part(part.measure, kept, part.when))
    if index == 0 and len(sentence.numbers) > 1 and wording.LEADS.match(sentence.text):
        stop_at = sentence.clause_of(index).end
        kept = {m.dimension: m.members for m in sentence.mentions if m.start < stop_at}
        return replace(claim, part=Part(part.measure, kept, part.when))
    return claim


def _share_before(sentence: Sentence, index: int) -> Claim | None:
    for i in reversed(range(index)):
        figure = sentence.numbers[i][2]
        if figure is not None and figure.kind in {"percent", "fraction"}:
            claim = claim_of(sentence, i)
            return claim if claim and claim.kind == "share" else None
    return None
