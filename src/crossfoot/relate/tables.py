"""Tables: a total foots its lines; columns of shares and of changes fit those beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from crossfoot.figures.skeleton import AMOUNTS, Reading
from crossfoot.interval import Interval
from crossfoot.model import Cell, Figure, Relation, Span, Table
from crossfoot.relate._drawn import tables_of
from crossfoot.relate._footings import Cells, footings
from crossfoot.relate.changes.columns import of_columns
from crossfoot.relate.shares.cells import of_cells
from crossfoot.relate.shares.columns import of_share_columns
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart

_TOTAL = re.compile(r"\W*(?:grand\s+|over)?(?:total|all|sum)s?\b.{0,30}", re.I)
_PARTIAL = re.compile(r"\bsub-?\s?totals?\b", re.I)
# "Share", "% of total", "Percent"; not "% change"
_SHARE = re.compile(r"(?i)^\W*(?:share|per ?cent(?:age)?|%|pct\.?)(?!.*(?:change|diff|incr|decr))")
HUNDRED = 100
# cells that say "none" without a figure
_NOTHING = frozenset(
    {"", "-", "--", "–", "—", "n/a", "na", "n.a.", "nan", "null", "nil", "none", "."}
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The sums and shares that the totals of tables assert, and the changes that columns do."""
    starts = [f.start for f in reading.figures]

    def figure_in(cell: Cell) -> Figure | None:
        """The one amount of a cell; None where it holds no figure, or several."""
        at = bisect_left(starts, cell.start)
        held = [f for f in reading.figures[at : at + 3] if f.end <= cell.end]
        if len(held) == 2 and held[1].kind in ("percent", "date"):  # "320 (51.4%)", "320 (2021)"
            held.pop()
        return held[0] if len(held) == 1 and held[0].kind in (*AMOUNTS, "percent") else None

    for table in tables_of(reading):
        figures = {(c.row, c.column): figure_in(c) for c in table.cells}
        for across in (False, True):
            told = list(_footings(reading, table, figures, across))
            yield from told
            footed = {f.id for found in told for f in found.figures("whole")}
            yield from _sums(reading, table, figures, across, footed)
        yield from _shares(reading, table, figures)
        yield from of_columns(reading, table, figures)
        yield from of_cells(reading, table, figures)
        yield from of_share_columns(reading, table, figures)


def _footings(reading: Reading, table: Table, figures: Cells, across: bool) -> Iterator[Relation]:
    """Sums that most lines of a table show, down the columns or *across* the rows."""
    text = reading.document.text
    lines: defaultdict[int, dict[int, Figure | None]] = defaultdict(dict)
    heads: dict[int, Cell] = {}
    for cell in table.cells:
        line, place = (cell.row, cell.column) if across else (cell.column, cell.row)
        figure = figures[cell.row, cell.column]
        if cell.header or not line:
            heads.setdefault(place, cell)
        elif figure is not None and family(figure) not in (None, "percent"):
            lines[line][place] = figure
        elif figure is None and text[cell.start : cell.end].strip().lower() in _NOTHING:
            lines[line][place] = None
    named = {place: text[c.start : c.end] for place, c in heads.items()}
    for found in footings(tuple(lines.values()), named):
        for whole, parts in found.told:
            head = heads.get(found.whole, whole)
            tie = Span(head.start, head.end)
            yield relation("sum", reading, [tie], {"claim": "full"}, whole=whole, parts=parts)


def _sums(
    reading: Reading,
    table: Table,
    figures: Cells,
    across: bool,
    footed: Collection[str],
) -> Iterator[Relation]:
    """Sums down the columns, or *across* the rows, beside those of the *footed* totals."""
    text = reading.document.text

    def place(cell: Cell) -> tuple[int, int]:
        return (cell.column, cell.row) if across else (cell.row, cell.column)

    labels = {place(c)[0]: c for c in table.cells if place(c)[1] == 0}
    totals = [n for n, c in labels.items() if n and _TOTAL.fullmatch(text[c.start : c.end])]
    if len(totals) != 1 or any(_PARTIAL.search(text[c.start : c.end]) for c in labels.values()):
        return  # no total, or several whose parts are not told apart
    lines: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
    for cell in table.cells:
        n, line = place(cell)
        if n and line and not cell.header:
            lines[line][n] = cell
    told: list[tuple[Figure, tuple[Figure, ...]]] = []
    for cells in lines.values():
        whole_cell = cells.pop(totals[0], None)
        whole = figures[whole_cell.row, whole_cell.column] if whole_cell else None
        if whole and whole.id in footed:
            continue
        parts = _parts(text, cells.values(), figures)
        parts = _of_one_side(parts, whole) if whole else ()
        if whole and whole.kind == "percent" and whole.value != HUNDRED:
            continue  # the share of the total is no total of shares
        if whole and parts and all(family(p) == family(whole) for p in parts):
            if _is_set_by_blanks(table) and not _comes_near(parts, whole):
                continue  # a digest names but some of the lines
            told.append((whole, parts))
    fitting = [line for line in told if _fits(*line)]
    label = labels[totals[0]]
    # where most lines do not come out, the label asserts it still if each is but a slip away: two
    # slips in a small table, "Alder 50 5 56", "Birch 40 6 46", "Total 91 11 101"
    sure = 2 * len(fitting) >= len(told) or len(told) == 1
    if not sure and fitting:
        sure = all(_comes_near(parts, whole) for whole, parts in told)
    for whole, parts in told if sure else fitting:
        yield relation("sum", reading, [Span(label.start, label.end)], whole=whole, parts=parts)


def _of_one_side(parts: tuple[Figure, ...], whole: Figure) -> tuple[Figure, ...]:
    """The parts that the total takes in: none where it stands amid lines that do not make it."""
    before = tuple(p for p in parts if p.start < whole.start)
    after = parts[len(before) :]
    if not (before and after):
        return parts
    sides = (side for side in (before, after, parts) if len(side) > 1)
    return next((side for side in sides if _fits(whole, side)), ())


def _is_set_by_blanks(table: Table) -> bool:
    """Whether blanks alone make the table, so that no row was read as its heads."""
    return table.cells[0].row > 0


def _comes_near(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether *parts* make *whole*, or one slip keeps them from it."""
    return _fits(whole, parts) or is_a_slip_apart(whole, parts)


def _fits(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether *parts* make *whole*."""
    return Interval.sum(f.range for f in parts).meets(whole.range)


def _shares(reading: Reading, table: Table, figures: Cells) -> Iterator[Relation]:
    """Each line's share of the total, where a column says that it holds shares."""
    text = reading.document.text
    labels = {c.row: c for c in table.cells if c.column == 0}
    totals = [n for n, c in labels.items() if n and _TOTAL.fullmatch(text[c.start : c.end])]
    heads = [c for c in table.cells if c.row == 0 and c.column > 1]
    if len(totals) != 1:
        return
    for head in heads:
        if not _SHARE.search(text[head.start : head.end]):
            continue
        whole, full = (figures.get((totals[0], head.column - k)) for k in (1, 0))
        if whole is None or family(whole) is None or (full and full.value != HUNDRED):
            continue
        for row in labels:
            part, share = (figures.get((row, head.column - k)) for k in (1, 0))
            if row != totals[0] and part and share and share.kind == "percent" and part.value:
                licence = [Span(head.start, head.end)]
                yield relation("share", reading, licence, part=part, whole=whole, share=share)


def _parts(text: str, cells: Iterable[Cell], figures: Cells) -> tuple[Figure, ...]:
    """The figures of a line; none where a cell says something that is neither figure nor blank."""
    parts = []
    for cell in cells:
        figure = figures[cell.row, cell.column]
        if figure is not None:
            parts.append(figure)
        elif text[cell.start : cell.end].strip().lower() not in _NOTHING:
            return ()
    return tuple(parts)
