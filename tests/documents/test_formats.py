"""The same report in each format: the same figures, the same findings, and where they stand."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from crossfoot import check_document
from crossfoot.model import Document, Finding
from crossfoot.read import load
from crossfoot.read.files import load_bytes
from tests.documents import build


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    folder = tmp_path_factory.mktemp("formats")
    out = {}
    for suffix, make in build.FORMATS.items():
        path = folder / f"report{suffix}"
        path.write_bytes(make())
        out[suffix] = load(path)
    return out


def told(finding: Finding) -> tuple[object, ...]:
    """A finding without its positions."""
    values = sorted((f.text for f in finding.figures()), key=str)
    return finding.code, finding.verdict, tuple(values), finding.computed


TABLES = set(build.FORMATS)


@pytest.mark.parametrize("suffix", build.FORMATS)
def test_prose_is_the_same(documents: dict[str, Document], suffix: str) -> None:
    text = documents[suffix].text
    for part in build.REPORT:
        for words in (part.text, *part.items):
            assert words in " ".join(text.split()), words


@pytest.mark.parametrize("suffix", sorted(TABLES))
def test_tables_keep_their_cells(documents: dict[str, Document], suffix: str) -> None:
    document = documents[suffix]
    (table,) = document.tables
    rows: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = document.text[cell.start : cell.end]
    expected = next(p.rows for p in build.REPORT if p.kind == "table")
    assert [list(r.values()) for _, r in sorted(rows.items())] == [list(r) for r in expected]
    assert {c.header for c in table.cells if c.row == min(rows)} == {True}


@pytest.mark.parametrize("suffix", sorted(TABLES))
def test_columns_foot(documents: dict[str, Document], suffix: str) -> None:
    report = check_document(documents[suffix])
    sums = {
        str(f.stated): (f.verdict, str(f.computed))
        for f in report.findings
        if f.code == "CF101" and len(f.relation.roles["parts"]) == 3 and f.relation.licence
        and report.document.text[f.relation.licence[0].start :].startswith("Total")
    }  # fmt: skip
    assert sums == {"210": ("consistent", "210"), "148": ("inconsistent", "147")}


@pytest.mark.parametrize("suffix", sorted(set(build.FORMATS) - {".txt"}))
def test_findings_are_the_same(documents: dict[str, Document], suffix: str) -> None:
    def all_told(document: Document) -> list[tuple[object, ...]]:
        return sorted(map(told, check_document(document).findings), key=str)

    assert all_told(documents[suffix]) == all_told(documents[".txt"])


def test_metadata(documents: dict[str, Document]) -> None:
    page = documents[".html"]
    assert (page.title, page.outlet, page.language) == ("A report", "The Daily Test", "en")
    assert str(page.published) == str(documents[".eml"].published) == "2025-03-06"
    assert "24 hours" not in page.text
    assert "1999" not in page.text


PROSE = "<p>Officers arrested 40 people on Feb. 3, 2025, two days ago, the agency said.</p>" * 3


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (PROSE, None),
        (PROSE + "<a href='/2012/06/07/old.html'>An older story</a>", None),
        (PROSE + "<footer>&copy; 2019 Example News</footer>", None),
        (PROSE + "<aside><time datetime='2012-06-07'>June 7, 2012</time></aside>", None),
        (f"<p>On <time datetime='2012-06-07'>June 7</time>, {PROSE[3:]}", None),
        ("<meta itemprop='copyrightYear' content='2019'>" + PROSE, None),
        ("<meta property='article:published_time' content='2025-02-05T09:00:00Z'>" + PROSE, True),
        ("<link rel='canonical' href='https://news.example/2025/02/05/raid'>" + PROSE, True),
        ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
         "\"datePublished\": \"2025-02-05\"}</script>" + PROSE, True),
        ("<p>By Ann Roe <time datetime='2025-02-05T09:00:00Z'>5 Feb.</time></p>" + PROSE, True),
        ("<div class='entry-date'>February 5, 2025</div>" + PROSE, True),
    ],
)  # fmt: skip
def test_only_a_stated_day_is_that_of_publication(page: str, day: bool | None) -> None:
    read = load_bytes(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert read.published == (date(2025, 2, 5) if day else None)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_markdown_of_any_line_ends_is_the_same(end: str) -> None:
    source = "---\ntitle: A raid\ndate: 2025-02-03\n---\n# Head\n\nSome 12 men.\n"
    one, other = (load_bytes(t.encode(), "a.md") for t in (source, source.replace("\n", end)))
    assert (one.text, one.blocks, one.title) == (other.text, other.blocks, other.title)
    assert one.published == other.published == date(2025, 2, 3)


def test_a_blank_plain_part_of_a_mail_gives_way_to_its_page() -> None:
    message = EmailMessage()
    message["Subject"] = "News"
    message.set_content(" \n")
    message.add_alternative("<html><body><p>Some 12 men.</p></body></html>", subtype="html")
    assert load_bytes(message.as_bytes(), "a.eml").text == "News\n\nSome 12 men."


def test_positions_lead_back(documents: dict[str, Document], tmp_path: Path) -> None:
    for suffix in (".md", ".html"):
        lines = build.FORMATS[suffix]().decode().split("\n")
        document = documents[suffix]
        for block in document.blocks:
            words = document.text[block.start : block.end].split()[0]
            assert block.line is not None
            assert words in lines[block.line - 1], (suffix, block)
    assert {b.page for b in documents[".pdf"].blocks} == {1}
    labels = [b.label for b in documents[".docx"].blocks]
    assert "table 1, row 5, column 2" in labels
    assert labels[0] == "paragraph 1"
