"""A part of a claim becomes a recorded number: the cells it selects, or an aggregate of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

from crossfoot.packs.observations import dims_key
from crossfoot.records.claims import Part
from crossfoot.records.periods import When, fiscal_year_of
from crossfoot.records.store import Record, Store
from crossfoot.records.vocabulary import measure_named, table

_NEAR = timedelta(days=3)  # a count is named by the day it was taken or by the day it was posted
_LOOSE = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Value:
    """A recorded number, or one computed from several, with the records it rests on.

    `sure` is false where the day or span differs a little from the one that is named: it may
    bear a figure out, but not contradict it.
    """

    value: Fraction
    records: tuple[Record, ...]
    formula: str
    sure: bool = True


def values(part: Part, store: Store, publisher: str | None = None) -> tuple[Value, ...]:
    """Every value the part may mean (by *publisher*, if given); none where nothing covers it."""
    found: list[Value] = []
    if part.measure == "detained_daily" and "facility" in part.dims:
        return _daily(part, store)
    for dims in _choices(part):
        records = store.records(part.measure, dims_key(dims))
        if publisher is not None:
            records = tuple(r for r in records if r.edition.publisher == publisher)
        if not records:
            records = _otherwise(part.measure, dims, store)
        if not records:
            found.extend(_summed(part, dims, store))
            continue
        found.extend(select(records, part.when, kind_of(part.measure)))
    return _distinct(found)


def _daily(part: Part, store: Store) -> tuple[Value, ...]:
    """A facility's daily count on a day, or its mean over a span."""
    if part.when is None or set(part.dims) != {"facility", "count"}:
        return ()
    columns = [c.replace(" ", "_") for c in part.dims["count"]]
    found = [
        _one(record)
        for code in part.dims["facility"]
        for column in columns
        if (record := store.daily(code, part.when.start, part.when.end, column))
    ]
    return _distinct(found)


def kind_of(measure: str) -> str:
    """stock, flow or mean."""
    return "stock" if measure == "detained_daily" else measure_named(measure).kind


def _choices(part: Part) -> list[dict[str, str]]:
    names = sorted(part.dims)
    return [
        dict(zip(names, chosen, strict=True)) for chosen in product(*(part.dims[n] for n in names))
    ]


def _otherwise(measure: str, dims: dict[str, str], store: Store) -> tuple[Record, ...]:
    """The same people where a table names them in another way."""
    for old, new in table()["aliases"].items():
        (dimension, member), (other, named) = old.split("="), new.split("=")
        if dims.get(dimension) == member and dims.get(other, named) == named:
            rest = {d: m for d, m in dims.items() if d != dimension}
            if records := store.records(measure, dims_key({**rest, other: named})):
                return records
    if "city" in dims and "aor" not in dims and measure.startswith("atd_"):
        rest = {d: m for d, m in dims.items() if d != "city"}
        return store.records(measure, dims_key({**rest, "aor": dims["city"]}))
    own = "group" in dims or "country" in dims or measure == "removals"
    if dims.get("agency") == "ICE" and own:
        rest = {d: m for d, m in dims.items() if d != "agency"}  # those tables are ICE's own
        if records := store.records(measure, dims_key(rest)):
            return records
    family = {"family_status", "facility_type"} & {d for d, m in dims.items() if m == "family"}
    if measure == "removals" and family:  # printed beside the total under the name of the time
        others = dims_key({d: m for d, m in dims.items() if d not in family})
        kinds = (store.records(f"removals_with_{kind}", others) for kind in ("famu", "fsc", "frc"))
        return tuple(r for records in kinds for r in records)
    if measure in {"releases", "removals"} and "reason" in dims:
        return store.records("bookouts", dims_key(dims))
    return ()


def _summed(part: Part, dims: dict[str, str], store: Store) -> list[Value]:
    """A member that no table prints as the sum of those it prints."""
    composed = dict(table()["sums"])
    for dimension, member in dims.items():
        if "+" in member:
            composed[f"{dimension}={member}"] = [f"{dimension}={m}" for m in member.split("+")]
    for name, parts in composed.items():
        dimension, member = name.split("=")
        if dims.get(dimension) != member:
            continue
        columns = []
        for piece in parts:
            narrowed = {**dims, dimension: piece.split("=")[1]}
            records = store.records(part.measure, dims_key(narrowed))
            got = select(records, part.when, kind_of(part.measure)) if records else []
            if len(got) != 1 or measure_named(part.measure).unit == "days":
                return []
            columns.append(got[0])
        records_ = tuple(r for v in columns for r in v.records)
        total = sum((v.value for v in columns), Fraction(0))
        formula = "+".join(v.formula for v in columns)
        return [Value(total, records_, formula, all(v.sure for v in columns))]
    return []


def _distinct(found: Iterable[Value]) -> tuple[Value, ...]:
    seen: dict[Fraction, Value] = {}
    for value in found:
        held = seen.get(value.value)
        if held is None or (value.sure and not held.sure):
            seen[value.value] = value
    return tuple(seen.values())


def _current(records: Sequence[Record]) -> list[Record]:
    """Of records of one period the one of the latest edition; the agency's own before others'."""
    best: dict[tuple[date, date], Record] = {}
    for record in records:
        key = (record.start, record.end)
        held = best.get(key)
        if held is None or _order(record) >= _order(held):
            best[key] = record
    return list(best.values())


def _order(record: Record) -> tuple[bool, date]:
    return record.edition.publisher == "ICE", record.edition.as_of


def _latest(records: Sequence[Record]) -> Record:
    return max(records, key=lambda r: (r.edition.publisher == "ICE", r.edition.as_of, r.end))


def _one(record: Record, sure: bool = True) -> Value:
    return Value(record.value, (record,), record.cell, sure and "revised" not in record.note)


def select(records: Sequence[Record], when: When | None, kind: str) -> list[Value]:
    """The values of *records* for a period; several where it leaves a choice."""
    if when is None:
        return []
    if when.anchor is not None:
        return _by_anchor(records, when)
    if records and records[0].measure == "detained_daily" and when.grain != "day":
        return _mean_of_days(records, when)
    if kind == "stock" or all(r.kind == "snapshot" for r in records):
        return _stock(records, when)
    return _flow(records, when, kind)


def _stock(records: Sequence[Record], when: When) -> list[Value]:
    """A count of one day: on the day named, near it, or on any day of the span named."""
    if when.grain in {"day", "to_date"}:
        exact = [r for r in records if r.start == when.end]
        if exact:
            return [_one(_latest(exact))]
        near = [r for r in records if abs(r.start - when.end) <= _NEAR]
        return [_one(r, sure=False) for r in _nearest(near, when.end)]
    if when.grain in {"edge", "fiscal"}:
        near = [r for r in records if abs(r.start - when.end) <= _LOOSE]
        return [_one(r) for r in _nearest(near, when.end)]
    inside = [r for r in records if when.start <= r.start <= when.end and r.end <= when.end]
    return [_one(r) for r in _current(inside)]


def _mean_of_days(records: Sequence[Record], when: When) -> list[Value]:
    """The mean of daily counts over a span that they fill."""
    inside = [r for r in records if when.start <= r.start <= when.end]
    if len({r.start for r in inside}) != when.days:
        return []
    mean = sum((r.value for r in inside), Fraction(0)) / len(inside)
    cells = f"AVG({inside[0].cell} … {inside[-1].cell})"
    return [Value(mean, (inside[0], inside[-1]), cells)]


def _nearest(records: Sequence[Record], day: date) -> list[Record]:
    if not records:
        return []
    best = min(abs(r.start - day) for r in records)
    return [_latest([r for r in records if abs(r.start - day) == best])]


def _by_anchor(records: Sequence[Record], when: When) -> list[Value]:
    """A year to date of which only the time of year is known, of the data that were pulled."""
    assert when.anchor is not None
    first, last = (when.anchor.month, when.anchor.day), (when.end.month, when.end.day)
    fits = [
        r
        for r in records
        if (r.start.month, r.start.day) == (10, 1) and first <= (r.end.month, r.end.day) <= last
    ]
    return [_one(r) for r in _current(fits)]


def _flow(records: Sequence[Record], when: When, kind: str) -> list[Value]:
    """A count or mean over a period: as printed, or added up from months."""
    exact = [r for r in records if (r.start, r.end) == (when.start, when.end)]
    if exact and when.grain != "fiscal":
        return [_one(_latest(exact))]
    if when.grain == "fiscal":
        begun = [
            r for r in records if r.start == when.start and r.kind in {"fiscal_year", "to_date"}
        ]
        begun = begun or [
            r for r in records if r.kind == "span" and when.start <= r.start and r.end == when.end
        ]
        if begun:
            return [_one(_latest(begun))]
    if when.grain == "month":
        months = [r for r in records if r.start == when.start and r.kind == "month"]
        return [_one(_latest(months))] if months else []
    if when.grain in {"to_date", "range", "day", "part", "edge"}:
        ended = _ending(records, when)
        if ended:
            return ended
    tiled = _tiled(records, when, kind)
    return [tiled] if tiled is not None else []


def _ending(records: Sequence[Record], when: When) -> list[Value]:
    """A year to date whose end is the day named, or near it."""
    start = when.start
    if when.grain == "day" and not when.until:
        return []  # a day's count, which no table has
    if when.grain in {"day", "part", "edge"}:  # "by Jan. 25": since the fiscal year began
        start = date(fiscal_year_of(when.end) - 1, 10, 1)
    slack = timedelta(days=62) if when.approximate else _NEAR * 2
    slack = max(slack, timedelta(days=31)) if (when.end - start).days > 400 else slack
    fits = [
        r
        for r in records
        if abs(r.start - start)
        <= (timedelta(days=31) if (when.end - start).days > 400 else timedelta(0))
        and abs(r.end - when.end) <= slack
        and r.kind in {"to_date", "fiscal_year", "span"}
    ]
    if not fits:
        return []
    best = min(abs(r.end - when.end) for r in fits)
    return [_one(_latest([r for r in fits if abs(r.end - when.end) == best]))]


def _tiled(records: Sequence[Record], when: When, kind: str) -> Value | None:
    """Months that fill the span: added up, or averaged by their days.

    The last may be cut short by the data's end when the span goes on to that month's end.
    """
    months = {r.start: r for r in _by_month(records)}
    day, chosen = when.start.replace(day=1), []
    if day != when.start:
        return None
    while day <= when.end:
        record = months.get(day)
        if record is None:
            return None
        chosen.append(record)
        day = (day + timedelta(days=32)).replace(day=1)
    last = chosen[-1] if chosen else None
    if last is None or (last.end > when.end and last.end - when.end > _NEAR):
        return None
    cells = [r.cell for r in chosen]
    if kind == "flow":
        total = sum((r.value for r in chosen), Fraction(0))
        return Value(total, tuple(chosen), f"SUM({','.join(cells)})")
    if measure_named(chosen[0].measure).unit == "days":
        return None  # stays cannot be averaged over months: the weights are not published
    days = [Fraction((r.end - r.start).days + 1) for r in chosen]
    mean = sum((r.value * d for r, d in zip(chosen, days, strict=True)), Fraction(0)) / sum(days)
    return Value(mean, tuple(chosen), f"mean by days of {','.join(cells)}")


def _by_month(records: Sequence[Record]) -> list[Record]:
    best: dict[date, Record] = {}
    for r in records:
        if r.kind == "month" and (r.start not in best or _order(r) >= _order(best[r.start])):
            best[r.start] = r
    return list(best.values())
