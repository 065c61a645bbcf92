"""The HTML report without a browser: what it holds, and what it must never hold."""

from __future__ import annotations

import base64
import hashlib
import re
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crossfoot
from crossfoot.interval import Interval
from crossfoot.model import Figure, Finding, Relation, Role, Span
from crossfoot.report.html import fragment, render
from crossfoot.report.result import Report
from tests.report.samples import Draft, story

HOSTILE = """\
<script>alert(1)</script><img src=x onerror="alert(2)"> 40 arrests

</style></script><!-- --> "'><svg onload=alert(3)> {{ 7 * 7 }} {% raw %} 41 &lt;b&gt; &amp;

<iframe src="https://example.org/"></iframe> <a href="javascript:alert(4)">42</a> \u202e43\u202c
"""


class Reader(HTMLParser):
    """Collects the running text of a report, and every tag with its attributes."""

    SILENT = ("vh",)

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.body = ""
        self._stack: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.tags.append((tag, about))
        if tag not in ("meta", "input", "br", "line", "rect", "circle"):
            silent = tag == "sup" or about.get("class") in self.SILENT
            self._stack.append("silent" if silent else tag)

    def handle_endtag(self, tag: str) -> None:
        if self._stack:
            self._stack.pop()

    def handle_data(self, data: str) -> None:
        if "article" in self._stack and "silent" not in self._stack:
            self.body += data


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_running_text_is_the_documents_own() -> None:
    report = story()
    assert squeezed(Reader(render(report)).body) == squeezed(report.document.text)


def test_every_figure_is_marked_once_with_its_status() -> None:
    report = story()
    tags = [about for _, about in Reader(render(report)).tags]
    for figure in report.figures:
        (mark,) = [about for about in tags if about.get("id") == figure.id]
        assert f"s-{report.statuses[figure.id][0]}" in str(mark["class"])


def test_a_figure_of_several_findings_names_them_all() -> None:
    report = story()
    base = next(f for f in report.figures if f.text == "60" and f.start > 120)
    mark = next(a for _, a in Reader(render(report)).tags if a.get("id") == base.id)
    codes = {
        finding.code
        for finding in report.findings
        if base.id in {f.id for f in finding.figures()}
    }  # fmt: skip
    assert codes == {"CF101", "CF103", "CF901"}
    assert len(str(mark["data-c"]).split()) == 3


def test_the_policy_admits_the_two_texts_of_the_page_and_nothing_else() -> None:
    page = render(story())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    stated = policy[1].replace("&#39;", "'")
    assert stated.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in stated
    for tag in ("style", "script"):
        (inlined,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(inlined.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in stated
    assert not [a for _, about in Reader(page).tags for a in about if a.startswith("on")]
    assert "style=" not in page


def test_nothing_is_fetched() -> None:
    page = render(story())
    for tag, about in Reader(page).tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form")
        assert "src" not in about
        assert str(about.get("href", "#")).startswith("#")
    assert "url(" not in page
    assert "@import" not in page


def test_hostile_text_is_only_text() -> None:
    report = crossfoot.check(HOSTILE, name='<b>"x".txt</b>')
    page = render(report)
    tags = Reader(page).tags
    assert [t for t, _ in tags].count("script") == 2
    assert not {"img", "iframe", "b"} & {t for t, _ in tags}
    assert not [a for _, about in tags for a in about if a.startswith("on")]
    assert "{{7*7}}" in squeezed(Reader(page).body)
    assert "\u202e" not in page
    assert "<script>alert" not in fragment(report)


@pytest.mark.parametrize("odd", ["\0 12 people", "\ud800 12 people", "12\r\n13\r14", "\x1b[31m12"])
def test_odd_characters_are_shown_as_boxes(odd: str) -> None:
    page = render(crossfoot.check(odd))
    assert page.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x1b\ud800-\udfff]", page)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(story()) == render(story())


def test_a_report_without_findings_says_so() -> None:
    page = render(crossfoot.check("Nothing to count here."))
    assert "No words here relate one figure to another" in page
    assert 'class="card' not in page


def test_a_notebook_shows_what_asks_for_a_look() -> None:
    shown = story()._repr_html_()
    assert "21 + 19 + 14 + 16 = 70, not 60" in shown
    assert "33 + 27 = 60" not in shown
    assert "<script" not in shown


def test_tables_of_the_source_stay_tables() -> None:
    from dataclasses import replace

    from crossfoot.model import Block, Cell, Table

    draft = Draft("City\tArrests\nDenver\t12\n")
    text = draft.document.text
    spans = [draft.span(word) for word in ("City", "Arrests", "Denver", "12")]
    cells = [Cell(n // 2, n % 2, s.start, s.end, n < 2) for n, s in enumerate(spans)]
    blocks = tuple(Block(s.start, s.end, "cell") for s in spans)
    draft.document = replace(draft.document, tables=(Table(tuple(cells)),), blocks=blocks)
    draft.figure("12")
    page = Reader(render(draft.report()))
    article = [t for t, _ in page.tags]
    assert article.count("tr") == 2 + 2  # and the two rows of the sheet
    assert squeezed(page.body) == squeezed(text)


def test_pages_of_the_source_are_named() -> None:
    from dataclasses import replace

    draft = Draft("It held 12.\n\nIt freed 14.\n")
    first, second = draft.document.blocks
    blocks = (replace(first, page=1), replace(second, page=2))
    draft.document = replace(draft.document, blocks=blocks)
    figures = draft.figure("12"), draft.figure("14")
    draft.finding("CF201", "restatement", "inconsistent", {"figures": figures})
    page = render(draft.report())
    assert "CF201</abbr> · page 2" in page
    assert 'aria-label="14, page 2, verified"' in page
    assert page.count('<p class="page">') == 2


@st.composite
def marked(draw: st.DrawFn) -> Report:
    """A text with figures apart from each other, and words over them in any way."""
    text = draw(st.text("ab 1\n<&", min_size=4, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    figures = [
        Figure(f"f{n}", a, b, text[a:b], 0, "count", Fraction(1), Interval.exactly(1))
        for n, (a, b) in enumerate(pairs)
    ]
    edge = st.integers(0, len(text))
    spans = [Span(*sorted(p)) for p in draw(st.lists(st.tuples(edge, edge), max_size=4))]
    roles: dict[str, tuple[Role, ...]] = {"figures": (*figures, *spans[:1])}
    relation = Relation("conflict", roles, tuple(spans))
    finding = Finding("CF202", relation, "conflict", "m")
    return Report("0", crossfoot.read_text(text), tuple(figures), (finding, finding))


@settings(max_examples=150)
@given(marked())
def test_marks_never_change_the_text(report: Report) -> None:
    assert squeezed(Reader(render(report)).body) == squeezed(report.document.text)
