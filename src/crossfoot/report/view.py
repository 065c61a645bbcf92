"""What the HTML report shows: running text in runs, findings as cards. No markup here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from crossfoot.model import BlockKind, Document, Figure, Finding, Span, Status
from crossfoot.report.charts import Chart, chart_of
from crossfoot.report.pages import all_pages
from crossfoot.report.places import Piece, Places, excerpt, page_at
from crossfoot.report.result import ADVICE, Report, anchor, in_reading_order
from crossfoot.report.text import counted, mendings

__all__ = ["Card", "Part", "cards", "headline", "parts", "tallies"]

WORDS = {
    "failed": "does not hold", "conflict": "sources differ", "unverifiable": "open",
    "held": "holds", "unchecked": "not checked", "advice": "advice",
}  # fmt: skip
SIGNS = {
    "failed": "✗", "conflict": "≠", "unverifiable": "?", "held": "✓", "unchecked": "·",
    "advice": "i",
}  # fmt: skip
_STATUS = {"inconsistent": "failed", "consistent": "held"}
_SINGULAR = {"parts": "part", "figures": "figure", "others": "other", "items": "item"}


@dataclass(frozen=True, slots=True)
class Member:
    """A figure (or bare words) of a finding."""

    text: str
    figure: str | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The members of a finding in one role; `each` names one of them."""

    role: str
    each: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the margin shows it. `number` counts those that ask for a look, from 1."""

    id: str
    number: int | None
    status: str
    finding: Finding
    where: str
    anchor: str | None
    casts: tuple[Cast, ...]
    words: tuple[Piece, ...]
    repairs: tuple[str, ...]
    rule: str
    chart: Chart | None

    @property
    def word(self) -> str:
        """The verdict in words."""
        slight = self.finding.severity == "rounding" and self.status == "failed"
        return "off by rounding" if slight else WORDS[self.status]

    @property
    def sign(self) -> str:
        """The verdict as one character."""
        return SIGNS[self.status]


@dataclass(frozen=True, slots=True)
class Run:
    """Text inside one and the same set of licensing words; `cards` are their findings."""

    text: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A figure with its cards, or text between figures."""

    runs: tuple[Run, ...]
    figure: Figure | None = None
    status: Status = "unchecked"
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the running text; a table has `rows` of cells instead of tokens."""

    kind: BlockKind | str
    tokens: tuple[Token, ...] = ()
    rows: tuple[tuple[tuple[bool, tuple[Token, ...]], ...], ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class _Area:
    start: int
    end: int
    kind: str
    page: int | None = None
    table: int = -1
    row: int = 0
    header: bool = False


@dataclass(slots=True)
class _Sweep:
    """What lies over the text, each list in order, and how far each was read."""

    figures: Sequence[Figure]
    words: Sequence[tuple[int, int, str]]
    next_figure: int = 0
    next_word: int = 0
    active: list[tuple[int, int, str]] = field(default_factory=list)


def cards(report: Report) -> tuple[Card, ...]:
    """The findings in reading order."""
    places, out, number = Places(report.document), [], 0
    for index, finding in enumerate(in_reading_order(report.findings), 1):
        asks = finding.verdict != "consistent"
        number += asks
        out.append(_card(report.document, finding, places, index, number if asks else None))
    return tuple(out)


def _card(
    document: Document, finding: Finding, places: Places, index: int, number: int | None
) -> Card:
    spot, page = anchor(finding), all_pages().get(finding.code)
    status = _STATUS.get(finding.verdict, finding.verdict)
    return Card(
        id=f"c{index}",
        number=number,
        status="advice" if finding.code.startswith(ADVICE) else status,
        finding=finding,
        where=where(document, places, spot.start if spot else 0),
        anchor=spot.id if isinstance(spot, Figure) else None,
        casts=tuple(_casts(document, finding)),
        words=tuple(excerpt(document, finding)) if number else (),
        repairs=mendings(finding.repairs[:4]),
        rule=page.rule if page else "",
        chart=chart_of(finding),
    )  # fmt: skip


def _casts(document: Document, finding: Finding) -> Iterator[Cast]:
    for role, group in finding.relation.roles.items():
        ordered = sorted(group, key=lambda member: member.start)
        cast = tuple(
            Member(document.text[m.start : m.end], m.id if isinstance(m, Figure) else None)
            for m in ordered
        )
        if cast:
            each = _SINGULAR.get(role, role)
            yield Cast(role if len(cast) > 1 else each, each, cast)


def where(document: Document, places: Places, offset: int) -> str:
    """Where a reader of the source finds it: the page, else the line."""
    page = page_at(document, offset)
    return f"page {page}" if page is not None else f"line {places.at(offset)[0]}"


def tallies(report: Report, shown: Iterable[Card]) -> list[tuple[str, int, str]]:
    """For each status its findings (figures, where unchecked) and what to call them."""
    count = Counter(card.status for card in shown)
    count["unchecked"] = sum(s == "unchecked" for s, _ in report.statuses.values())
    names = {
        "failed": ("does not hold", "do not hold"), "conflict": ("source conflict",
        "source conflicts"), "unverifiable": ("open", "open"), "held": ("holds", "hold"),
        "advice": ("advice", "advice"),
        "unchecked": ("figure unchecked", "figures unchecked"),
    }  # fmt: skip
    return [(s, count[s], names[s][count[s] != 1]) for s in names if count[s]]


def headline(report: Report) -> str:
    """The result in one sentence."""
    checked = [f for f in report.findings if not f.code.startswith(ADVICE)]
    found = Counter(f.verdict for f in checked)
    del found["unverifiable"]
    every = counted(found.total(), "checked statement")
    if wrong := found["inconsistent"]:
        slight = sum(f.severity == "rounding" and f.verdict == "inconsistent" for f in checked)
        only = f", {slight} of them only by rounding" if slight else ""
        return f"{wrong} of {every} {'does' if wrong == 1 else 'do'} not hold{only}."
    if found["conflict"]:
        return f"No sum is wrong, but sources differ on {counted(found['conflict'], 'number')}."
    if found.total():
        return f"{'All ' * (found.total() > 1)}{every} {'hold' if found.total() > 1 else 'holds'}."
    return "No words here relate one figure to another so that it could be checked."


def parts(report: Report, shown: Sequence[Card]) -> Iterator[Part]:
    """The running text, block by block, with figures and licensing words set apart."""
    document, about = report.document, _by_figure(shown)
    sweep = _Sweep(sorted(report.figures, key=lambda f: f.start), _words(shown))

    def tokens(area: _Area) -> tuple[Token, ...]:
        return tuple(_tokens(report, area, sweep, about))

    for table, group in groupby(_areas(document), key=lambda a: a.table):
        if table < 0:
            for area in group:
                yield Part(area.kind, tokens(area), page=area.page)
        else:
            rows = tuple(
                tuple((cell.header, tokens(cell)) for cell in row)
                for _, row in groupby(group, key=lambda a: a.row)
            )
            yield Part("table", rows=rows)


def _areas(document: Document) -> list[_Area]:
    """Blocks in order, those of a table by its cells."""
    cells = [
        _Area(c.start, c.end, "cell", table=number, row=c.row, header=c.header)
        for number, table in enumerate(document.tables)
        for c in sorted(table.cells, key=lambda c: (c.row, c.column))
    ]
    inside = [(min(c.start for c in t.cells), max(c.end for c in t.cells))
              for t in document.tables if t.cells]  # fmt: skip
    blocks = [
        _Area(b.start, b.end, b.kind, b.page)
        for b in document.blocks
        if not (b.kind == "cell" and any(lo <= b.start < hi for lo, hi in inside))
    ]
    areas = sorted([*blocks, *cells], key=lambda a: a.start)
    return areas or [_Area(0, len(document.text), "other")]


def _by_figure(shown: Iterable[Card]) -> dict[str, tuple[Card, ...]]:
    """The cards of each figure, those that ask for a look first."""
    out: dict[str, list[Card]] = {}
    for card in shown:
        for figure in dict.fromkeys(f.id for f in card.finding.figures()):
            out.setdefault(figure, []).append(card)
    return {f: tuple(sorted(cs, key=lambda c: c.number is None)) for f, cs in out.items()}


def _words(shown: Iterable[Card]) -> list[tuple[int, int, str]]:
    """The words that assert each finding, and its members that are no figures."""
    out = set()
    for card in shown:
        bare = [r for group in card.finding.relation.roles.values() for r in group
                if isinstance(r, Span)]  # fmt: skip
        for span in (*card.finding.relation.licence, *bare):
            if span.start < span.end:
                out.add((span.start, span.end, card.id))
    return sorted(out)


def _tokens(
    report: Report, area: _Area, sweep: _Sweep, about: dict[str, tuple[Card, ...]]
) -> Iterator[Token]:
    at = area.start
    while sweep.next_figure < len(sweep.figures):
        figure = sweep.figures[sweep.next_figure]
        if figure.start >= area.end:
            break
        sweep.next_figure += 1
        if figure.start < at or figure.end > area.end:
            continue  # not wholly in this block: shown as text
        if figure.start > at:
            yield Token(tuple(_runs(report.document.text, at, figure.start, sweep)))
        yield Token(
            tuple(_runs(report.document.text, figure.start, figure.end, sweep)),
            figure,
            report.statuses[figure.id][0],
            about.get(figure.id, ()),
        )
        at = figure.end
    if at < area.end:
        yield Token(tuple(_runs(report.document.text, at, area.end, sweep)))


def _runs(text: str, start: int, end: int, sweep: _Sweep) -> Iterator[Run]:
    """``text[start:end]`` cut where licensing words begin or end."""
    words = sweep.words
    while sweep.next_word < len(words) and words[sweep.next_word][0] < end:
        sweep.active.append(words[sweep.next_word])
        sweep.next_word += 1
    sweep.active = [w for w in sweep.active if w[1] > start]
    cuts = sorted({start, end, *(c for w in sweep.active for c in w[:2] if start < c < end)})
    for low, high in pairwise(cuts):
        over = [w[2] for w in sweep.active if w[0] <= low and w[1] >= high]
        yield Run(text[low:high], tuple(dict.fromkeys(over)))
