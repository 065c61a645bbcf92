"""The findings of a report against the store: every figure that the data could have counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from crossfoot.checks.cf401_record import Reading as Recorded
from crossfoot.checks.cf401_record import figure_ties_out, holds
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import display
from crossfoot.model import Evidence, Figure, Finding, Relation
from crossfoot.records.claims import Claim, Part, claim_of
from crossfoot.records.data_sentence import Held, data_sentence_of
from crossfoot.records.evaluate import Value, kind_of, values
from crossfoot.records.excerpt import excerpt_of
from crossfoot.records.facilities import facilities
from crossfoot.records.periods import fiscal_year_of, read_periods
from crossfoot.records.sentence import Sentence
from crossfoot.records.store import Record, Store

# counts from person-level files below this are not shown where a report is to be published
SMALL = 11
_NAMES = {
    "adp": "average daily population", "alos": "average length of stay (days)",
    "atd_active": "people in alternatives to detention", "bookins": "book-ins",
    "bookouts": "book-outs", "detained_daily": "people detained",
}  # fmt: skip


def record_findings(
    reading: Reading, store: Store, *, publish: bool = False
) -> tuple[Finding, ...]:
    """A finding for every figure whose words name something records count, or nearly do."""
    held: Held = store.fact(
        "held", lambda: Held(store.members("country"), facilities(store.places))
    )
    published = reading.document.published
    found: list[Finding] = []
    for skeleton in reading.sentences:
        sentence = data_sentence_of(skeleton, reading.document.text, held, published)
        if sentence.numbers:
            found.extend(_findings(sentence, store, publish))
    return tuple(found)


def _findings(sentence: Sentence, store: Store, publish: bool) -> Iterator[Finding]:
    for index in range(len(sentence.numbers)):
        claim = claim_of(sentence, index)
        if claim is None or not _of_records(claim, sentence):
            continue
        role: Figure | None = claim.figure
        relation = Relation("record", {"figure": (role if role else claim.span,)}, (claim.span,))
        if claim.unknown is not None or claim.part is None:
            yield figure_ties_out(relation, (), unknown=_nearest(claim, store))
            continue
        recorded, unknown = _recorded(claim, sentence, store)
        if publish:
            recorded, unknown = _suppressed(recorded, unknown)
        finding = figure_ties_out(relation, recorded, unknown=unknown)
        refuted = _refuted(claim, store, sentence) if finding.verdict == "consistent" else None
        if refuted is not None:
            finding = replace(
                finding, verdict="inconsistent", message=refuted, severity="substance"
            )
        yield finding


# whose counts are released: what others count is no matter of records
_AGENCY = re.compile(
    r"\b(?:ice|immigration and customs|dhs|homeland|cbp|customs and border|border patrol|agency|"
    r"government|federal|detention|detain\w*|deport\w*|custody)\b"
)


def _of_records(claim: Claim, sentence: Sentence) -> bool:
    """Whether a reader would look for a record of it: it has a period, and is of the agencies.

    Of what no data set counts, a price needs no period.
    """
    if claim.part is not None:
        return claim.part.when is not None
    money = claim.figure is not None and claim.figure.kind == "money"
    return bool(sentence.periods or money) and _AGENCY.search(sentence.text) is not None


def _nearest(claim: Claim, store: Store) -> str:
    """Why nothing settles it, and the recorded measure that comes closest."""
    reason = claim.unknown or "no record covers it"
    records = store.records(claim.nearest, "") if claim.nearest else ()
    near = f"; nearest is {_named(claim.nearest)} ({records[-1].edition.file})" if records else ""
    return f"{reason[0].upper()}{reason[1:]}{near}."


def _named(measure: str | None) -> str:
    return _NAMES.get(measure or "", (measure or "").replace("_", " "))


def _recorded(claim: Claim, sentence: Sentence, store: Store) -> tuple[list[Recorded], str | None]:
    """The recorded values that the claim may mean, or why there are none."""
    assert claim.part is not None
    claim = _of_source(claim, sentence)
    part = claim.part
    assert part is not None
    tops = values(part, store)
    if not tops:
        return [], _not_covered(part, store)
    if claim.base is None:
        found = [_level(claim, part, v, store) for v in tops]
        return [*found, *_revised(claim, part, tops, found, store)], None
    bottoms = values(claim.base, store)
    if not bottoms:
        return [], _not_covered(claim.base, store)
    tops, bottoms = _one_series(part, tops, claim.base, bottoms, store)
    return [
        r for top in tops for bottom in bottoms for r in _computed(claim, top, bottom, store)
    ], None


def _one_series(
    part: Part, tops: tuple[Value, ...], base: Part, bottoms: tuple[Value, ...], store: Store
) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Two numbers that are set against each other come from one publisher, where one has both."""
    by = [{r.edition.publisher for v in side for r in v.records} for side in (tops, bottoms)]
    if by[0] == by[1]:
        return tops, bottoms
    for publisher in sorted({e.publisher for e in store.editions}):
        both = values(part, store, publisher), values(base, store, publisher)
        if all(both):
            return both
    return tops, bottoms


# "counts by day from the Deportation Data Project"
_PROJECT = re.compile(r"deportation data project|daily (?:data|records|counts|figures)")
_NIGHT = re.compile(r"overnight|midnight|(?:on|of) the night|that night")
_ANY_TIME = re.compile(r"at (?:any|some) (?:time|point|moment)|in the course of (?:the|that) day")


def _of_source(claim: Claim, sentence: Sentence) -> Claim:
    """Daily counts by facility are another series than the agency's: named, or told by "night"."""
    part = claim.part
    if part is None or part.measure not in {"detained", "adp"} or part.when is None:
        return claim
    text = sentence.text
    named, night, anytime = (p.search(text) for p in (_PROJECT, _NIGHT, _ANY_TIME))
    held_by_day = "facility" in part.dims and part.when.grain == "day"
    averaged = part.measure == "adp" and named
    if not (averaged or held_by_day or (part.when.grain == "day" and (named or night or anytime))):
        return claim
    counts = (
        ("midnight",)
        if night or averaged
        else ("any time",)
        if anytime
        else ("midnight", "any time")
    )
    return replace(claim, part=Part("detained_daily", {**part.dims, "count": counts}, part.when))


def _level(claim: Claim, part: Part, value: Value, store: Store) -> Recorded:
    figure = claim.figure
    number = value.value
    if figure is not None and figure.kind == "rate" and kind_of(part.measure) == "flow":
        days = sum((r.end - r.start).days + 1 for r in value.records)
        number = number / days
    return Recorded(number, _evidence(value, store), _said(part, value), value.sure and claim.sure)


def _computed(claim: Claim, top: Value, bottom: Value, store: Store) -> Iterator[Recorded]:
    """A share, change, or multiple of two recorded values, in the figure's own unit."""
    assert claim.part is not None
    if bottom.value == 0:
        return
    ratio = top.value / bottom.value
    percent = claim.figure is not None and claim.figure.kind in {"percent", "points"}
    if claim.kind == "share":
        value = ratio * 100 if percent else ratio
    elif claim.kind == "multiple":
        value = ratio
    else:
        value = claim.sign * (ratio - 1) * (100 if percent else 1)
    said = f"{_said(claim.part, top)}, " + (
        "as a share of " if claim.kind == "share" else "against "
    )
    assert claim.base is not None
    said += _said(claim.base, bottom)
    yield Recorded(
        value, (*_evidence(top, store), *_evidence(bottom, store)), said, top.sure and bottom.sure
    )


def _evidence(value: Value, store: Store) -> tuple[Evidence, ...]:
    """One entry a file and sheet, with its cells and a query that finds them in the store."""
    groups: dict[tuple[int, str | None], list[Record]] = {}
    for record in value.records:
        groups.setdefault((record.edition.id, record.sheet), []).append(record)
    found = []
    for (_, sheet), records in groups.items():
        first = records[0]
        cells = tuple(dict.fromkeys(r.cell for r in records))
        note = "; ".join(dict.fromkeys(r.note for r in records if r.note)) or None
        amount = value.value if len(groups) == 1 else sum((r.value for r in records), Fraction(0))
        found.append(
            Evidence(first.edition.file, first.edition.edition, sheet, cells, _query(records),
                     amount, note, excerpt_of(records, store))
        )  # fmt: skip
    return tuple(found)


def _query(records: Sequence[Record]) -> str:
    first, last = records[0], records[-1]
    dims = first.dims.replace("'", "''")
    value = "value" if len(records) == 1 else "sum(value)"
    if len(records) == 1:
        span = f"period_start = '{first.start}' AND period_end = '{first.end}'"
    else:
        span = (
            f"period_kind = '{first.kind}' AND period_start BETWEEN '{first.start}' "
            f"AND '{last.start}'"
        )
    return (
        f"SELECT {value} FROM observations WHERE edition = {first.edition.id} AND "
        f"measure = '{first.measure}' AND dims = '{dims}' AND {span}"
    )


def _said(part: Part, value: Value) -> str:
    first, last = value.records[0], value.records[-1]
    name = _named(part.measure)
    narrowed = ", ".join(v for v in (p.split("=", 1)[1] for p in first.dims.split(";") if p))
    span = _span(first.start, last.end)
    return f"{name}{f' ({narrowed})' if narrowed else ''}, {span}, {first.edition.file}"


def _span(start: date, end: date) -> str:
    return start.isoformat() if start == end else f"{start.isoformat()} to {end.isoformat()}"


def _not_covered(part: Part, store: Store) -> str:
    """That the data do not cover it, with the nearest thing that they do."""
    name = _named(part.measure)
    narrowed = ", ".join("/".join(m) for m in part.dims.values())
    own = store.records(part.measure, "")
    text = f"The loaded data have no {name}"
    text += f" of {narrowed}" if narrowed else ""
    if part.when is not None and part.when.anchor is None:
        text += f" for {_span(part.when.start, part.when.end)}"
    if own:
        near = own[-1]
        text += f"; nearest is {name}, {_span(near.start, near.end)} ({near.edition.file})"
    return text + "."


def _revised(
    claim: Claim, part: Part, tops: Sequence[Value], found: Sequence[Recorded], store: Store
) -> list[Recorded]:
    """Earlier editions' values of the same cell, where only they bear the figure out."""
    if any(holds(claim.figure, r.value) for r in found):
        return []
    more = []
    for value in tops:
        if len(value.records) != 1:
            continue
        now = value.records[0]
        for record in store.records(now.measure, now.dims):
            whole = now.kind == "to_date" and record.kind == "fiscal_year"
            same = record.start == now.start and (record.end == now.end or whole)
            if same and record != now and holds(claim.figure, record.value):
                old = Value(record.value, (record,), record.cell, False)
                more.append(
                    Recorded(
                        record.value,
                        _evidence(old, store),
                        f"{_said(part, old)} (since revised)",
                        False,
                    )
                )
    return more


# "to that point", "in the preceding year": only what went before
_BEFORE = re.compile(
    r"\b(?:to that point|until then|so far|at the time|yet|preceding|previous|past|prior|since|"
    r"in (?:at least|more than)|in \w+ (?:years|months))\b"
)


def _refuted(claim: Claim, store: Store, sentence: Sentence) -> str | None:
    """Why a figure that is called the highest or lowest is not, by the months of its edition."""
    if claim.extreme is None or claim.part is None or claim.base is not None:
        return None
    tops = values(claim.part, store)
    if len(tops) != 1 or len(tops[0].records) != 1:
        return None
    top = tops[0].records[0]
    if top.kind != "month":
        return None
    first, last = top.start - timedelta(days=366), top.start
    since = re.search(r"\bsince (?:the )?", sentence.text)
    whens = read_periods(sentence.text) if since else ()
    named = [w for w in whens if since and w.at[0] >= since.start() and w.at[0] <= since.end()]
    if named:
        first = named[0].end
    elif not _BEFORE.search(sentence.text):
        year = fiscal_year_of(top.start)
        first, last = date(year - 1, 9, 30), date(year, 10, 1)
    higher = claim.extreme == "max"
    rivals = [
        r
        for r in store.records(top.measure, top.dims)
        if r.kind == "month" and r.edition.id == top.edition.id and first < r.start < last
        and (r.value > top.value if higher else r.value < top.value)
    ]  # fmt: skip
    if not rivals:
        return None
    rival = (max if higher else min)(rivals, key=lambda r: r.value)
    return (
        f"The record has that number, but {_span(rival.start, rival.end)} was "
        f"{'higher' if higher else 'lower'}: {display(rival.value, 1)}."
    )


def _suppressed(recorded: list[Recorded], unknown: str | None) -> tuple[list[Recorded], str | None]:
    """Small counts from person-level files are neither shown nor compared."""
    small = any(
        e.note and "person-level" in e.note and e.value is not None and 0 < e.value < SMALL
        for r in recorded
        for e in r.evidence
    )
    if not small:
        return recorded, unknown
    return [], f"Counts under {SMALL} from person-level data are not published."
