"""What a reader sees on a page of Word is read, and once."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml

from crossfoot.model import Document
from crossfoot.read.files import load_bytes

SPACES = " ".join(
    f'xmlns:{name}="http://schemas.openxmlformats.org/{where}"'
    for name, where in (
        ("w", "wordprocessingml/2006/main"), ("mc", "markup-compatibility/2006"),
    )
)  # fmt: skip


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(body: str) -> str:
    return f"<w:p>{body}</w:p>"


def table(*cells: str) -> str:
    row = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    columns = "<w:gridCol/>" * len(cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def control(body: str, kind: str = "") -> str:
    properties = f'<w:docPartObj><w:docPartGallery w:val="{kind}"/></w:docPartObj>' if kind else ""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>"


def read(body: str, header: str = "") -> Document:
    document = docx.Document()
    for element in parse_xml(f"<w:body {SPACES}>{body}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return load_bytes(out.getvalue(), "a.docx")


PEOPLE = paragraph(words("12 people"))
BOX = f"<w:txbxContent>{paragraph(words('In a box: 40 men.'))}</w:txbxContent>"
DRAWN = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>'
HYPHENS = (
    "<w:r><w:t>A 17</w:t><w:noBreakHyphen/><w:t>year</w:t><w:noBreakHyphen/><w:t>old, 12</w:t>"
    "<w:cr/><w:t>days</w:t></w:r>"
)
SHOWN = {
    "a control": (control(PEOPLE) + PEOPLE, "12 people\n\n12 people"),
    "a control in a control": (control(control(PEOPLE)), "12 people"),
    "a control in a line": (paragraph(control(words("12 people"))), "12 people"),
    "a table of contents": (control(PEOPLE, "Table of Contents") + PEOPLE, "12 people"),
    "inserted in a cell": (
        table(
            paragraph(words("Total")),
            paragraph(f"<w:ins>{words('120')}</w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"),
        ),
        "Total\t120",
    ),
    "a field in a cell": (
        table(paragraph(words("Total")), paragraph(f"<w:fldSimple>{words('88')}</w:fldSimple>")),
        "Total\t88",
    ),
    "a cell in a control": (
        control(table(paragraph(words("Total")), paragraph(words("7")))), "Total\t7",
    ),
    "a table in a cell": (
        table(PEOPLE + table(paragraph(words("Alder")), paragraph(words("5"))) + paragraph("")),
        "12 people\n\nAlder\t5",
    ),
    "a text box": (
        paragraph(words("There were 3 vans.") + DRAWN) + PEOPLE,
        "There were 3 vans.\n\nIn a box: 40 men.\n\n12 people",
    ),
    "moved text": (
        paragraph(f"<w:moveFrom>{words('12 people')}</w:moveFrom>")
        + paragraph(f"<w:moveTo>{words('12 people')}</w:moveTo>"),
        "12 people",
    ),
    "a raised digit": (
        paragraph(words("120") + RAISED + words(" people")), "120³ people",
    ),
    "hyphens and line ends": (paragraph(HYPHENS), "A 17-year-old, 12\ndays"),
    "a page break": (
        paragraph(words("12") + '<w:r><w:br w:type="page"/></w:r>' + words("men")), "12\nmen",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SHOWN)
def test_what_the_page_shows_is_read_once(what: str) -> None:
    body, text = SHOWN[what]
    assert read(body).text == text


def test_what_is_left_out_is_told() -> None:
    moved = paragraph(f"<w:moveFrom>{words('12 people')}</w:moveFrom>")
    (note,) = read(moved + PEOPLE).notes
    assert note == "changes are tracked: deleted text is not read, inserted text is"
    assert read(PEOPLE, header="Draft of 3 March").notes == ("headers are not read",)
    assert read(paragraph(words("There were 3 vans.") + DRAWN)).notes == ()
