"""A report against the table that came with it: words of the text become filters and aggregates.

Values of the table's columns that a sentence names are filters, names of its number columns what
is added up or averaged, and the wording chooses the aggregate. Every reading of every figure is
computed in one query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from glob import escape
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossfoot.checks.cf401_record import Reading as Recorded
from crossfoot.checks.cf402_table import figure_comes_out_of_its_table
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Evidence, Figure, Finding, InputError, Relation
from crossfoot.records import wording
from crossfoot.records.dated import when_of
from crossfoot.records.match import SMALL
from crossfoot.records.mentions import Mention
from crossfoot.records.periods import When
from crossfoot.records.population import dims_of
from crossfoot.records.sentence import Sentence, sentence_of
from crossfoot.records.store import _duckdb, exact
from crossfoot.relate.wording.phrases import singular

if TYPE_CHECKING:
    import duckdb

_NOTHING = ["", "NaN", "nan", "NA", "N/A", "n/a", "-"]  # cells of a CSV that hold none
_NAMED = 400  # values of a column beyond which it is no category (names, numbers of cases)
_IDENTIFIER = re.compile(
    r"(?:^|_)(?:id|uuid|name|ssn|alien|a_?number|phone|email|address|dob|birth\w*)(?:_|$)"
)
# wording -> aggregate of a number column; the first that fits
_AGGREGATES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("median", re.compile(r"\bmedian|\btypical\b|half of .* (?:more|less) than")),
    ("avg", re.compile(r"\b(?:averag\w+|mean)\b")),
    ("max", re.compile(r"\b(?:highest|maximum|most|largest|longest|oldest|biggest|peak\w*)\b")),
    ("min", re.compile(r"\b(?:lowest|minimum|fewest|smallest|shortest|youngest)\b")),
    ("sum", re.compile(r"\b(?:totals?|in all|altogether|combined|sum)\b")),
)


@dataclass(frozen=True)
class Column:
    """A column: its name in the table, the words of the name, and what it holds."""

    name: str
    words: tuple[str, ...]
    kind: str  # text, number, date
    values: Mapping[str, str] = field(default_factory=dict)  # lowered -> as the table has it

    @property
    def quoted(self) -> str:
        """For a query."""
        return '"' + self.name.replace('"', '""') + '"'


@dataclass(frozen=True)
class TableSentence(Sentence):
    """A sentence whose words name values of a table."""

    columns: tuple[Column, ...] = ()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Values of text columns, the longer of two that overlap."""
        found = [
            Mention(m.start(), m.end(), column.name, (value,))
            for column in self.columns
            for low, value in column.values.items()
            for m in re.finditer(rf"(?<!\w){re.escape(low)}(?:s|es|ns|'s)?(?!\w)", self.text)
        ]
        return tuple(
            sorted(
                (m for m in found if not any(_longer(o, m) for o in found)),
                key=lambda m: (m.start, m.dimension),
            )
        )


def _longer(one: Mention, other: Mention) -> bool:
    overlap = one.start < other.end and other.start < one.end
    return overlap and (one.end - one.start) > (other.end - other.start)


@dataclass(frozen=True)
class Query:
    """One reading of a figure: an expression over the table, and its words."""

    sql: str
    said: str
    rows: str  # an expression for the number of rows it rests on


def table_findings(reading: Reading, path: Path, *, publish: bool = False) -> tuple[Finding, ...]:
    """Findings of every figure that names something of the table.

    Raises:
        InputError: the table cannot be read.
    """
    connection = _duckdb().connect(":memory:")
    try:
        _load(connection, path)
        columns = tuple(_columns(connection))
        claims = list(_claims(reading, columns))
        values = _evaluate(connection, [q for _, queries in claims for q in queries])
        return tuple(_findings(claims, values, path, publish))
    finally:
        connection.close()


# --- the table ----------------------------------------------------------------------------


def _load(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    if not path.is_file():
        raise InputError(f"{path}: {'is no file' if path.exists() else 'no such file'}")
    suffix = path.suffix.lower()
    readers = {
        ".csv": f"read_csv(?, normalize_names = false, nullstr = {_NOTHING}, thousands = ',')",
        ".parquet": "read_parquet(?)",
    }
    try:
        if suffix in readers:
            connection.execute(
                f"CREATE TABLE t AS SELECT * FROM {readers[suffix]}", [escape(str(path))]
            )
            return
        if suffix in {".xlsx", ".xlsm", ".xls", ".ods"}:
            _load_sheet(connection, path)
            return
    except _duckdb().Error as error:
        raise InputError(f"{path}: no table ({str(error).splitlines()[0]})") from None
    raise InputError(f"{path}: tables are read from .csv, .xlsx and .parquet")


def _load_sheet(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """The first sheet; the header is the first row in which every used column has a text."""
    from crossfoot.packs.us_immigration.loaders.ice_workbook import open_workbook

    book = open_workbook(path)
    rows = book.get_sheet_by_index(0).to_python()
    width = max((len([v for v in r if v != ""]) for r in rows), default=0)
    head = next(
        (i for i, r in enumerate(rows)
         if sum(isinstance(v, str) and v.strip() != "" for v in r) == width > 0),
        None,
    )  # fmt: skip
    if head is None:
        raise InputError(f"{path}: no row of the first sheet names its columns")
    names = [str(v).strip() for v in rows[head]]
    body = [r for r in rows[head + 1 :] if any(v != "" for v in r)]
    typed, columns = [], []
    for c, name in enumerate(names):
        if name:
            values = [r[c] if c < len(r) and r[c] != "" else None for r in body]
            kind = _sql_type(values)
            columns.append([str(v) if kind == "VARCHAR" and v is not None else v for v in values])
            quoted = name.replace('"', '""')
            typed.append(f'unnest(?::{kind}[]) AS "{quoted}"')
    connection.execute(f"CREATE TABLE t AS SELECT {', '.join(typed)}", columns)


def _sql_type(values: Sequence[Any]) -> str:
    present = [v for v in values if v is not None]
    if present and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in present):
        return "DOUBLE"
    if present and all(isinstance(v, (date, datetime)) for v in present):
        return "DATE"
    return "VARCHAR"


def _columns(connection: duckdb.DuckDBPyConnection) -> Iterator[Column]:
    described = connection.execute("DESCRIBE t").fetchall()
    for name, kind, *_ in described:
        words = tuple(w.lower() for w in re.findall(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])|\d+", name))
        column = Column(name, words, _kind(kind))
        if column.kind == "text" and not _IDENTIFIER.search(name.lower()):
            rows = connection.execute(
                f"SELECT DISTINCT {column.quoted} FROM t WHERE {column.quoted} IS NOT NULL "
                f"LIMIT {_NAMED + 1}"
            ).fetchall()
            if len(rows) <= _NAMED:
                values = {str(r[0]).strip().lower(): str(r[0]) for r in rows if str(r[0]).strip()}
                column = replace(column, values=dict(sorted(values.items())))
        yield column


def _kind(sql: str) -> str:
    if sql in {"DATE"} or sql.startswith("TIMESTAMP"):
        return "date"
    if re.match(r"(?:U?(?:TINY|SMALL|BIG|HUGE)?INT|DOUBLE|FLOAT|DECIMAL)", sql):
        return "number"
    return "text"


# --- readings --------------------------------------------------------------------------------


_Claim = tuple[Relation, list[Query]]


def _claims(reading: Reading, columns: tuple[Column, ...]) -> Iterator[_Claim]:
    for skeleton in reading.sentences:
        plain = sentence_of(skeleton, reading.document.text, reading.document.published)
        sentence = TableSentence(
            plain.text, plain.start, plain.numbers, plain.published, columns=columns
        )
        for index, (_, _, figure) in enumerate(sentence.numbers):
            if figure is None:
                continue
            queries = list(_queries(sentence, index, figure))
            if queries:
                yield Relation("record", {"figure": (figure,)}, (figure.span,)), queries


def _queries(sentence: TableSentence, index: int, figure: Figure) -> Iterator[Query]:
    """The readings that the wording ranks first; none where it names nothing of the table."""
    filters = dims_of(sentence, index)
    when = when_of(sentence, index)
    targets = _targets(sentence, index)
    spans = [d for c in sentence.columns if (d := _dated(c, when))] or [""]
    if not filters and not targets and spans == [""]:
        return
    if figure.kind in {"percent", "fraction"}:
        yield from _shares(sentence, index, filters, spans, figure)
        return
    if figure.kind not in {"count", "number", "money", "duration", "rate", "age"}:
        return
    if _counts_members(sentence, figure):
        return  # "three cities" adds nothing up; and which of the table's they are is open
    for span in spans:
        where = _where(filters, span)
        for expression, said in _aggregates(sentence, index, targets):
            yield Query(_filtered(expression, where), f"{said}{_named(filters, span)}",
                        _filtered("count(*)", where))  # fmt: skip


def _targets(sentence: TableSentence, index: int) -> list[Column]:
    """Number columns whose name the sentence says, the clause's own first."""
    own = sentence.clause_of(index).text
    numbers = [c for c in sentence.columns if c.kind == "number" and not _is_year(c)]
    for text in (own, sentence.text):
        found = [c for c in numbers if c.words and all(_says(text, w) for w in c.words)]
        found = found or [c for c in numbers if 2 * _said_of(c, text) > len(c.words)]
        if found:
            return found
    return []


def _counts_members(sentence: TableSentence, figure: Figure) -> bool:
    """Whether the figure counts what a column of texts tells apart: "three cities"."""
    unit = {singular(word) for word in (figure.unit or "").lower().split()}
    return any(
        c.kind == "text" and c.words and unit.issuperset(map(singular, c.words))
        for c in sentence.columns
    )


def _said_of(column: Column, text: str) -> int:
    """How many words of a column's name the text says."""
    return sum(len(w) > 3 and _says(text, w) for w in column.words)


def _says(text: str, word: str) -> bool:
    stem = word.rstrip("s") if len(word) > 3 else word
    return re.search(rf"(?<!\w){re.escape(stem)}(?:s|es|d|ed|ing)?(?!\w)", text) is not None


def _is_year(column: Column) -> bool:
    return column.kind == "number" and column.words[-1:] in (("year",), ("fy",), ("yr",))


def _dated(column: Column, when: When | None) -> str | None:
    if when is None:
        return None
    if column.kind == "date":
        return f"{column.quoted}::DATE BETWEEN '{when.start}' AND '{when.end}'"
    if _is_year(column) and when.grain in {"year", "fiscal"}:
        return f"{column.quoted} = {when.end.year}"
    return None


def _aggregates(
    sentence: TableSentence, index: int, targets: Sequence[Column]
) -> Iterator[tuple[str, str]]:
    if not targets:
        yield "count(*)", "rows"
        return
    clause = sentence.clause_of(index).text
    chosen = next((name for name, words in _AGGREGATES if words.search(clause)), "sum")
    for column in targets:
        yield f"{chosen}({column.quoted})", f"{chosen} of {column.name}"


def _filtered(expression: str, where: str) -> str:
    return f"{expression} FILTER (WHERE {where})" if where else expression


def _where(filters: Mapping[str, tuple[str, ...]], span: str) -> str:
    parts = [
        " OR ".join(f"{_name(column)} = '{_escaped(v)}'" for v in values)
        for column, values in sorted(filters.items())
    ]
    return " AND ".join([*(f"({p})" for p in parts), *([span] if span else [])])


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _escaped(value: str) -> str:
    return value.replace("'", "''")


def _named(filters: Mapping[str, tuple[str, ...]], span: str) -> str:
    said = [f"{column} is {'/'.join(values)}" for column, values in sorted(filters.items())]
    said += [span.replace('"', "")] if span else []
    return f" where {' and '.join(said)}" if said else ""


def _shares(
    sentence: TableSentence, index: int, filters: Mapping[str, tuple[str, ...]],
    spans: Sequence[str], figure: Figure,
) -> Iterator[Query]:  # fmt: skip
    """A share of rows: the whole is what "of the …" names up to the verb."""
    end = sentence.numbers[index][1]
    opens = wording.OF.match(sentence.text[end:])
    stop = end
    if opens:
        verb = wording.PREDICATE.search(sentence.text, end + opens.end())
        stop = verb.start() if verb else len(sentence.text)
    whole = {m.dimension for m in sentence.mentions if end <= m.start < stop}
    base = {c: v for c, v in filters.items() if c in whole}
    if base == dict(filters):
        return
    times = 100 if figure.kind == "percent" else 1
    for span in spans:
        top = _filtered("count(*)", _where(filters, span))
        bottom = _filtered("count(*)", _where(base, span))
        said = f"rows{_named(filters, span)}, as a share of rows{_named(base, span)}"
        yield Query(f"{times} * {top} / nullif({bottom}, 0)", said, top)


# --- findings ----------------------------------------------------------------------------------


def _evaluate(
    connection: duckdb.DuckDBPyConnection, queries: Sequence[Query]
) -> dict[str, Fraction | None]:
    """Every expression at once."""
    expressions = list(dict.fromkeys(e for q in queries for e in (q.sql, q.rows)))
    if not expressions:
        return {}
    row = connection.execute(f"SELECT {', '.join(expressions)} FROM t").fetchone() or ()
    return {
        e: None if v is None or not isfinite(v) else exact(float(v))
        for e, v in zip(expressions, row, strict=True)
    }


def _findings(
    claims: Sequence[_Claim], values: Mapping[str, Fraction | None], path: Path, publish: bool
) -> Iterator[Finding]:
    for relation, queries in claims:
        readings, small = [], False
        for query in queries:
            value, rows = values[query.sql], values[query.rows] or Fraction(0)
            if value is None or rows == 0:
                continue
            small = small or rows < SMALL
            evidence = Evidence(path.name, query=f"SELECT {query.sql} FROM t", value=value)
            readings.append(Recorded(value, (evidence,), f"{path.name}: {query.said}"))
        unknown = None
        if publish and small:
            readings, unknown = [], f"Counts under {SMALL} are not published."
        elif not readings:
            unknown = f"No row of {path.name} fits the words of the sentence."
        yield figure_comes_out_of_its_table(relation, readings, unknown=unknown)
