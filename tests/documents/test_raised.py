"""What stands above the line, or aside of the text, is no part of the number before it."""

from __future__ import annotations

import io

import odfdo
import pytest

from crossfoot import check_document
from crossfoot.read.files import load_bytes

PEOPLE = "Officers arrested 120{} people: 50 in Denver, 40 in Boston and 30 in Tampa."
HTML = "<html><body><p>{}</p></body></html>"


def figures(data: bytes, name: str) -> list[str]:
    return [figure.text for figure in check_document(load_bytes(data, name)).figures]


def odt(paragraph: str, styles: str = "") -> bytes:
    """An OpenDocument text of one paragraph, as it stands in the file."""
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Element.from_tag(f"<text:p>{paragraph}</text:p>"))
    if styles:
        document.content.get_element("//office:automatic-styles").append(
            odfdo.Element.from_tag(styles)
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SUPER = (
    '<style:style style:name="T9" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)
NOTE = (
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>3</text:note-citation>'
    "<text:note-body><text:p>In all 999 files.</text:p></text:note-body></text:note>"
)
COMMENT = (
    "<office:annotation><dc:creator>Ann</dc:creator><dc:date>2025-02-03T10:00:00</dc:date>"
    "<text:p>check 77</text:p></office:annotation>"
)
MARKED = {
    "html": ("a.html", HTML.format(PEOPLE.format("<sup>3</sup>")).encode()),
    "html, two notes": ("a.html", HTML.format(PEOPLE.format("<sup>1, 2</sup>")).encode()),
    "html, linked": ("a.html", HTML.format(PEOPLE.format("<sup><a>3</a></sup>")).encode()),
    "html, brackets": (
        "a.html", HTML.format(PEOPLE.format("<sup><b>[</b>3<b>]</b></sup>")).encode(),
    ),
    "markdown": ("a.md", PEOPLE.format("<sup>3</sup>").encode()),
    "rtf": ("a.rtf", ("{\\rtf1\\ansi " + PEOPLE.format("{\\super 3}") + "\\par}").encode()),
    "rtf by Word": (
        "a.rtf",
        ("{\\rtf1\\ansi " + PEOPLE.format("{\\fs24\\super\\insrsid12 3}") + "\\par}").encode(),
    ),
    "odt": ("a.odt", odt(PEOPLE.format('<text:span text:style-name="T9">3</text:span>'), SUPER)),
    "odt, footnote": ("a.odt", odt(PEOPLE.format(NOTE))),
    "odt, comment": ("a.odt", odt(PEOPLE.format(COMMENT))),
}  # fmt: skip


@pytest.mark.parametrize("what", MARKED)
def test_the_mark_of_a_note_is_no_digit(what: str) -> None:
    name, data = MARKED[what]
    assert figures(data, name) == ["120", "50", "40", "30"]


def test_ordinals_and_units_stay() -> None:
    page = HTML.format("The 1<sup>st</sup> of 2 cells has 12 m<sup>2</sup>, the agency said.")
    document = load_bytes(page.encode(), "a.html")
    assert "The 1st of 2 cells has 12 m², the" in document.text


def test_what_is_left_out_of_an_odt_is_told() -> None:
    assert load_bytes(odt(PEOPLE.format(NOTE)), "a.odt").notes == ("footnotes are not read",)
    assert load_bytes(odt(PEOPLE.format(COMMENT)), "a.odt").notes == ("comments are not read",)


def test_a_break_parts_numbers_in_markdown() -> None:
    table = "| City | Arrests |\n|---|---|\n| Alder | 5<br>10 |\n| Birch | 40 |\n"
    assert figures(b"In all 12<br>30 people.\n\n" + table.encode(), "a.md") == [
        "12", "30", "5", "10", "40",
    ]  # fmt: skip


def test_boxes_and_numbered_paragraphs_of_an_odt() -> None:
    boxed = "There were 3 vans.<draw:frame><draw:text-box><text:p>12 men</text:p></draw:text-box>"
    assert load_bytes(odt(boxed + "</draw:frame>"), "a.odt").text == "There were 3 vans.\n\n12 men"
    numbered = odfdo.Element.from_tag(
        "<text:numbered-paragraph><text:p>12 men</text:p></text:numbered-paragraph>"
    )
    contents = odfdo.Element.from_tag(
        "<text:table-of-content><text:index-body><text:p>Men 7</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    document = odfdo.Document("text")
    document.body.clear()
    document.body.extend([contents, numbered])
    out = io.BytesIO()
    document.save(out)
    read = load_bytes(out.getvalue(), "a.odt")
    assert read.text == "12 men"
    assert read.notes == ("the table of contents or index is not read",)


def test_paragraphs_of_an_odt_cell_are_kept_apart() -> None:
    table = odfdo.Element.from_tag(
        "<table:table><table:table-row><table:table-cell><text:p>Alder</text:p></table:table-cell>"
        "<table:table-cell><text:p>5</text:p><text:p>10</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    assert load_bytes(out.getvalue(), "a.odt").text == "Alder\t5 10"
