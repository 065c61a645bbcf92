"""HTML: the article of a page, without its navigation.

The tree is cut into runs of text at block elements, each with the line it stands on. Which runs
belong to the article is decided by trafilatura: each run is marked with one private character, and
the marks that come through its extraction are the runs we keep, so that no text has to be searched
for again.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from crossfoot.model import BlockKind, Document, InputError, published_on
from crossfoot.read.builder import Builder, TableCell
from crossfoot.read.extras import need
from crossfoot.read.raised import raised

_MARK = 0xF0000  # the first of 65,534 private characters of plane 15, then those of plane 16
_MOST_MARKS = 0x1FFFD
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form header hgroup hr legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
) | set(_HEADINGS)
_UNREAD = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video select "
    "option textarea input button head datalist meter progress".split()
)
# parts of a page that are not its article, for pages too short for trafilatura to judge
_FURNITURE = frozenset("nav header footer aside form menu dialog".split())
# what dates in it are of other stories
_ASIDE = _FURNITURE - {"header"} | {"a", "li", "table", "blockquote"}
# "published-on", "entry-date", "datePosted"
_POSTED = re.compile(r"publish|pub-?date|posted|(?:entry|article|story|release)[-_]?date", re.I)
_LONGEST_BYLINE = 80  # characters; more is prose
_LONGEST_CELL = 300  # characters; a longer cell holds prose, and its table makes a layout
# control characters and the like: no XML has them, so the tree takes none from us
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS: dict[str, BlockKind] = {
    "li": "item",
    "dd": "item",
    "figcaption": "caption",
    "caption": "caption",
}


@dataclass
class _Run:
    """Text between two block boundaries."""

    tag: str
    element: Any
    line: int | None
    table: Any = None
    cell: Any = None
    furniture: bool = False
    pieces: list[str] = field(default_factory=list)
    anchor: tuple[Any, str] | None = None  # the first text node with text: (element, "text"|"tail")

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a saved page.

    Raises:
        InputError: there is no text in it, or `crossfoot[docs]` is not installed.
    """
    html = need("lxml.html", "docs", "HTML")
    etree = need("lxml.etree", "docs", "HTML")
    if not data.strip():
        raise InputError("an empty page; nothing to check")
    parser = html.HTMLParser(encoding=_encoding(data), no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as broken:
        raise InputError(f"no readable page ({broken})") from None
    _clean(tree)
    facts = _facts(tree)
    runs = [run for run in _runs(tree) if run.text.strip()]
    if not runs:
        raise InputError("a page without text; if it is drawn by a script, save what you see")
    kept = _article(tree, runs)
    builder = Builder()
    for note in _left_out(runs, kept):
        builder.notes.append(note)
    _build(builder, [run for n, run in enumerate(runs) if n in kept])
    return builder.document(
        data, name=name, format="html", published=published or facts["published"],
        title=facts["title"], outlet=facts["outlet"], language=facts["language"],
    )  # fmt: skip


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are that; else the parser reads the page's own declaration."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _clean(tree: Any) -> None:
    """Put blanks for the characters that the parser lets in, but that no text can be set to."""
    for element in tree.iter():
        for where in ("text", "tail"):
            text = getattr(element, where)
            if text and _NO_XML.search(text):
                setattr(element, where, _NO_XML.sub(" ", text))
        for name, value in element.attrib.items():
            if _NO_XML.search(value):
                element.set(name, _NO_XML.sub(" ", value))


def _runs(tree: Any) -> Iterator[_Run]:
    """The runs of text in document order. Iterative: depth is the author's, not our stack's."""
    from lxml import etree

    root = tree.find("body") if tree.find("body") is not None else tree
    unread = 0
    chain: list[Any] = []  # open block elements
    tables: list[Any] = []
    cells: list[Any] = []
    furniture = 0
    above: Any = None  # the <sup> whose digits stand above the line
    run: _Run | None = None

    def fresh(element: Any) -> _Run:
        tag = element.tag if isinstance(element.tag, str) else "div"
        return _Run(
            tag, element, element.sourceline, tables[-1] if tables else None,
            cells[-1] if cells else None, furniture > 0,
        )  # fmt: skip

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        opens_block = tag in _BLOCKS
        if event == "start":
            if unread or tag in _UNREAD or _hidden(element):
                unread += 1
                continue
            if opens_block:
                if run:
                    yield run
                chain.append(element)
                furniture += tag in _FURNITURE
                if tag == "table":
                    tables.append(element)
                if tag in ("td", "th"):
                    cells.append(element)
                run = fresh(element)
            elif run is None:
                run = fresh(chain[-1] if chain else root)
            if tag == "br":
                run.pieces.append("\n")
            if tag == "sup" and above is None and _is_number(element):
                above = element
            _take(run, element, "text", above is not None)
            continue
        if event == "end":
            if unread:
                unread -= 1
            elif opens_block:
                if run:
                    yield run
                chain.pop()
                furniture -= tag in _FURNITURE
                if tag == "table":
                    tables.pop()
                if tag in ("td", "th"):
                    cells.pop()
                run = fresh(chain[-1]) if chain else None
            if element is above:
                above = None
        if not unread and element is not root:
            run = run or fresh(chain[-1] if chain else root)
            _take(run, element, "tail", above is not None)
    if run:
        yield run


def _is_number(element: Any) -> bool:
    """Whether an element holds a number and no more: "3", not "[3]", "st"."""
    words = "".join(element.itertext())
    return raised(words) != words


def _take(run: _Run, element: Any, where: str, above: bool) -> None:
    text = getattr(element, where)
    if text:
        text = raised(text) if above else text
        # only <br> breaks a line; the source's own line ends are blanks, save in <pre>
        run.pieces.append(text if run.tag == "pre" else " ".join(text.split("\n")))
        if run.anchor is None and text.strip():
            run.anchor = (element, where)


def _hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in (element.get("style") or "").replace(" ", "").lower()
    )


def _article(tree: Any, runs: list[_Run]) -> set[int]:
    """The numbers of the runs that belong to the article."""
    marks = _through_trafilatura(tree, runs)
    if not marks:
        return {n for n, run in enumerate(runs) if not run.furniture} or set(range(len(runs)))
    # a table is kept whole, and so is the headline above the first paragraph
    tables = {id(runs[n].table) for n in marks if runs[n].table is not None}
    marks |= {n for n, run in enumerate(runs) if run.table is not None and id(run.table) in tables}
    before = [n for n in range(min(marks)) if runs[n].tag == "h1"]
    return marks | set(before[-1:])


def _through_trafilatura(tree: Any, runs: list[_Run]) -> set[int]:
    from lxml import etree

    trafilatura = need("trafilatura", "docs", "HTML")
    if len(runs) > _MOST_MARKS or any(ord(max(run.text)) >= _MARK for run in runs if run.text):
        return set()
    for number, run in enumerate(runs):
        if run.anchor:
            element, where = run.anchor
            setattr(element, where, _sign(number) + getattr(element, where))
    # the library is a judge here, not a part that may fail: without its word all text is kept
    with _quiet(), contextlib.suppress(Exception):
        found = trafilatura.bare_extraction(tree, include_comments=False, favor_recall=True)
        if found is not None and found.body is not None:
            text = etree.tostring(found.body, method="text", encoding="unicode")
            return {_number(c) for c in text if ord(c) >= _MARK} & set(range(len(runs)))
    return set()


def _sign(number: int) -> str:
    return chr(_MARK + number + (2 if number >= 0xFFFE else 0))


def _number(sign: str) -> int:
    at = ord(sign) - _MARK
    return at - (2 if at >= 0x10000 else 0)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's log lines, which are not about the user's input."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _facts(tree: Any) -> dict[str, Any]:
    """Title, date, outlet and language from the page's metadata."""
    found = _metadata(tree)
    language = (tree.get("lang") or "").split("-")[0].lower() or None
    return {
        "title": found.title if found else None,
        "outlet": found.sitename if found else None,
        "published": _published(tree),
        "language": language,
    }


def _metadata(tree: Any) -> Any:
    trafilatura = need("trafilatura", "docs", "HTML")
    with _quiet(), contextlib.suppress(Exception):
        return trafilatura.extract_metadata(tree, extensive=False)
    return None


def _published(tree: Any) -> date | None:
    """The day of publication that the page states: in its head, else marked as such beside it.

    The library sees no more of the page than that. In the whole it takes whatever date it finds:
    one that the story tells, the year of the copyright, the address of another story.
    """
    if day := _day_in(filter(_is_head, tree.iter("meta", "link", "script"))):
        return day
    days = {day for element in filter(_is_dated, tree.iter()) if (day := _day_in([element]))}
    return days.pop() if len(days) == 1 else None


def _day_in(elements: Iterable[Any]) -> date | None:
    html = need("lxml.html", "docs", "HTML")
    page = html.fromstring("<html><head></head><body></body></html>")
    for element in elements:
        stated = deepcopy(element)
        stated.tail = None
        page[stated.tag not in ("meta", "link", "script")].append(stated)
    found = _metadata(page)
    with contextlib.suppress(ValueError, TypeError):
        if found and found.date:
            return published_on(date.fromisoformat(found.date))
    return None


def _is_head(element: Any) -> bool:
    """Whether an element of the head may state when the page was published."""
    if element.tag == "meta":
        named = (element.get(key) or "" for key in ("name", "property", "itemprop"))
        return not any("copyright" in name.lower() for name in named)
    return element.get("rel") == "canonical" or "ld+json" in (element.get("type") or "")


def _is_dated(element: Any) -> bool:
    """Whether an element is a line of its own with the day of publication: "<time>", "posted"."""
    if not isinstance(element.tag, str):
        return False
    named = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop"))
    if not (_POSTED.search(named) or (element.tag == "time" and element.get("datetime"))):
        return False
    above = [element, *element.iterancestors()]
    if any(e.tag in _ASIDE for e in above) or _is_long(element):
        return False
    return element.tag != "time" or not _is_long(element.getparent())


def _is_long(element: Any) -> bool:
    return element is not None and len(element.text_content().strip()) > _LONGEST_BYLINE


def _left_out(runs: list[_Run], kept: set[int]) -> Iterator[str]:
    words = sum(len(run.text.split()) for n, run in enumerate(runs) if n not in kept)
    if words:
        yield f"left out as not part of the article: {words:,} words"


def _build(builder: Builder, runs: list[_Run]) -> None:
    grids = _grids(runs)
    done: set[int] = set()
    for run in runs:
        if run.cell is not None and id(run.table) in grids:
            if id(run.table) not in done:
                done.add(id(run.table))
                _build_table(builder, run.table, grids[id(run.table)])
            continue
        level = _HEADINGS.get(run.tag, 0)
        kind: BlockKind = "heading" if level else _KINDS.get(run.tag, "paragraph")
        builder.add_lines(run.text, kind, level=level, line=run.line)


def _grids(runs: list[_Run]) -> dict[int, dict[int, list[_Run]]]:
    """Runs by table and cell, for tables that hold data; those made for layout are left out."""
    grids: dict[int, dict[int, list[_Run]]] = {}
    layout: set[int] = set()
    for run in runs:
        if run.cell is not None:
            if id(run.table) not in grids and run.table.find(".//table") is not None:
                layout.add(id(run.table))
            grids.setdefault(id(run.table), {}).setdefault(id(run.cell), []).append(run)
            if len(run.text) > _LONGEST_CELL:
                layout.add(id(run.table))
    return {table: cells for table, cells in grids.items() if table not in layout}


def _build_table(builder: Builder, table: Any, texts: dict[int, list[_Run]]) -> None:
    """Rows of a table from its runs; cells that span several columns keep the others in place."""
    rows: list[list[TableCell]] = []
    for row in table.iter("tr"):
        cells: list[TableCell] = []
        for cell in row.iterchildren("td", "th"):
            body = " ".join(run.text for run in texts.get(id(cell), ()))
            cells.append(TableCell(body, cell.tag == "th", cell.sourceline))
            cells += [TableCell("")] * (min(_whole(cell.get("colspan")), 100) - 1)
        if cells:
            rows.append(cells)
    builder.add_table(rows, line=table.sourceline)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and int(text) > 0 else 1
