"""Lines that an author ended inside a paragraph are read as those of plain text."""

from __future__ import annotations

import pytest

from crossfoot import check
from crossfoot.pipeline import check_document
from crossfoot.read.files import load_bytes

LINES = (
    "Nine cooks held in Alder",
    "Officers said they held 14 people at the harbor on Friday: nine cooks and five drivers.",
    "Of the 14 people held, 7, or 50 percent, had convictions, the harbor office said.",
)


@pytest.mark.parametrize("end", ["<br>", "<br>\n", "<br/><br/>\n"])
def test_a_page_with_ended_lines_has_the_findings_of_its_text(end: str) -> None:
    body = end.join(LINES)
    page = load_bytes(f"<html><body><p>{body}</p></body></html>".encode(), "page.html")
    plain = check("\n".join(LINES))
    assert [f.message for f in check_document(page).findings] == [f.message for f in plain.findings]
    assert len(plain.findings) > 2


def test_markdown_with_ended_lines_has_the_findings_of_its_text() -> None:
    page = load_bytes("  \n".join(LINES).encode(), "page.md")
    plain = check("\n".join(LINES))
    assert [f.message for f in check_document(page).findings] == [f.message for f in plain.findings]
