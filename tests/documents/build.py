"""One report in every format, so that each can be read and compared with the others."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Part:
    """A heading, paragraph, list or table."""

    kind: str
    text: str = ""
    rows: Rows = ()
    items: Sequence[str] = ()


REPORT: tuple[Part, ...] = (
    Part("heading", "Officers arrest 210 people in three-day operation"),
    Part(
        "paragraph",
        "Officers arrested 210 people in three cities, the agency said on Thursday. Of the 210 "
        "people arrested, 147, or about 70 percent, had criminal convictions. The remaining 73 "
        "people had none, the agency added in its news release.",
    ),
    Part("heading", "Arrests by city"),
    Part(
        "paragraph",
        "The 210 arrests were made in Denver (90), Boston (70) and Tampa (50), the agency said. "
        "The number of arrests rose from 168 a year earlier to 210, an increase of 25 percent.",
    ),
    Part("list", items=("Denver: 90 arrests", "Boston: 70 arrests", "Tampa: 50 arrests")),
    Part(
        "table",
        rows=(
            ("City", "Arrests", "Convicted"),
            ("Denver", "90", "60"),
            ("Boston", "70", "52"),
            ("Tampa", "50", "35"),
            ("Total", "210", "148"),
        ),
    ),
    Part(
        "paragraph",
        "The operation was the third of its kind in the region since the start of the fiscal year, "
        "and the agency said that it would publish a longer account of the arrests.",
    ),
)


def text() -> bytes:
    out = []
    for part in REPORT:
        if part.kind == "table":
            out.append("\n".join("\t".join(row) for row in part.rows))
        elif part.kind == "list":
            out.append("\n".join(f"- {item}" for item in part.items))
        else:
            out.append(part.text)
    return "\n\n".join(out).encode()


def markdown() -> bytes:
    out = []
    for part in REPORT:
        if part.kind == "heading":
            out.append(f"# {part.text}")
        elif part.kind == "list":
            out.append("\n".join(f"- {item}" for item in part.items))
        elif part.kind == "table":
            lines = ["| " + " | ".join(row) + " |" for row in part.rows]
            lines.insert(1, "|---" * len(part.rows[0]) + "|")
            out.append("\n".join(lines))
        else:
            out.append(part.text)
    return "\n\n".join(out).encode()


def html() -> bytes:
    out = []
    for part in REPORT:
        if part.kind == "heading":
            out.append(f"<h2>{escape(part.text)}</h2>")
        elif part.kind == "list":
            out.append("<ul>" + "".join(f"<li>{escape(i)}</li>" for i in part.items) + "</ul>")
        elif part.kind == "table":
            rows = [
                "<tr>" + "".join(f"<{tag}>{escape(c)}</{tag}>" for c in row) + "</tr>"
                for row, tag in zip(part.rows, ["th", *["td"] * (len(part.rows) - 1)], strict=True)
            ]
            out.append("<table>" + "".join(rows) + "</table>")
        else:
            out.append(f"<p>{escape(part.text)}</p>")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A report</title>'
        '<meta property="og:site_name" content="The Daily Test">'
        '<meta property="article:published_time" content="2025-03-06"></head>'
        "<body><nav><a href='/'>Home</a> <a href='/24'>24 hours</a></nav><article>"
        + "\n".join(out)
        + "</article><footer>Copyright 1999. 12 comments.</footer></body></html>"
    ).encode()


def docx() -> bytes:
    import docx as library

    document = library.Document()
    for part in REPORT:
        if part.kind == "heading":
            document.add_heading(part.text, 1)
        elif part.kind == "list":
            for item in part.items:
                document.add_paragraph(item, style="List Bullet")
        elif part.kind == "table":
            table = document.add_table(len(part.rows), len(part.rows[0]))
            for r, row in enumerate(part.rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
        else:
            document.add_paragraph(part.text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt() -> bytes:
    import odfdo

    document = odfdo.Document("text")
    body = document.body
    body.clear()
    for part in REPORT:
        if part.kind == "heading":
            body.append(odfdo.Header(1, part.text))
        elif part.kind == "list":
            body.append(odfdo.List(list(part.items)))
        elif part.kind == "table":
            table = odfdo.Table("T1")
            for values in part.rows:
                row = odfdo.Row()
                row.set_values(list(values))
                table.append(row)
            body.append(table)
        else:
            body.append(odfdo.Paragraph(part.text))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf() -> bytes:
    out = []
    for part in REPORT:
        lines = part.items or ["\t".join(row) for row in part.rows] or [part.text]
        prefix = "- " if part.kind == "list" else ""
        out += [f"{prefix}{line}\\par\n" for line in lines]
        out.append("\\par\n")
    return ("{\\rtf1\\ansi\\deff0 " + "".join(out) + "}").encode()


def pdf() -> bytes:
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    flow: list[Flowable] = []
    for part in REPORT:
        if part.kind == "heading":
            flow.append(Paragraph(escape(part.text), styles["Heading1"]))
        elif part.kind == "list":
            flow += [Paragraph("• " + escape(i), styles["BodyText"]) for i in part.items]
        elif part.kind == "table":
            grid = [("GRID", (0, 0), (-1, -1), 1, colors.black)]
            flow += [Spacer(1, 8), Table([list(r) for r in part.rows], style=grid), Spacer(1, 8)]
        else:
            flow.append(Paragraph(escape(part.text), styles["BodyText"]))
    out = io.BytesIO()
    SimpleDocTemplate(out, title="A report").build(flow)
    return out.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = "A report"
    message["From"] = "desk@example.org"
    message["Date"] = "Thu, 06 Mar 2025 09:00:00 -0500"
    message.set_content(text().decode())
    return message.as_bytes()


FORMATS: dict[str, Callable[[], bytes]] = {
    ".txt": text, ".md": markdown, ".html": html, ".docx": docx, ".odt": odt, ".rtf": rtf,
    ".pdf": pdf, ".eml": mail,
}  # fmt: skip
