"""Markdown (CommonMark and tables), by markdown-it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from crossfoot.model import BlockKind, Document, published_on
from crossfoot.read.builder import Builder, TableCell
from crossfoot.read.extras import need
from crossfoot.read.files import decode
from crossfoot.read.raised import raised

# `---` / `title: …` / `---` at the top of a page, as site generators have it
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_LINE_END = re.compile(r"\r\n?")
_FIELD = re.compile(r"^(title|date|outlet|author|lang|language)\s*:\s*(.+?)\s*$", re.M | re.I)

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z]+)")


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read Markdown; blocks know the line they begin on.

    Raises:
        InputError: `crossfoot[docs]` is not installed.
    """
    markdown_it = need("markdown_it", "docs", "Markdown")
    text, notes = decode(data)
    text = _LINE_END.sub("\n", text)
    front = _FRONT.match(text)
    facts = {k.lower(): v.strip("\"'") for k, v in _FIELD.findall(front.group(1))} if front else {}
    # line numbers stay those of the file: the front matter is blanked, not cut
    body = "\n" * front.group().count("\n") + text[front.end() :] if front else text
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(body)
    builder = Builder()
    builder.notes += notes
    _build(builder, tokens)
    if published is None and "date" in facts:
        with contextlib.suppress(ValueError):
            published = published_on(date.fromisoformat(facts["date"][:10]))
    return builder.document(
        data, name=name, format="markdown", published=published,
        title=facts.get("title"), outlet=facts.get("outlet"),
        language=(facts.get("lang") or facts.get("language") or "").split("-")[0].lower(),
    )  # fmt: skip


def _build(builder: Builder, tokens: Sequence[Any]) -> None:
    kind: BlockKind = "paragraph"
    level = depth = 0
    rows: list[list[TableCell]] = []
    in_table = False
    for token in tokens:
        line = token.map[0] + 1 if token.map else None
        if token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type == "heading_close":
            kind, level = ("item" if depth else "paragraph"), 0
        elif token.type == "list_item_open":
            depth, kind = depth + 1, "item"
        elif token.type == "list_item_close":
            depth -= 1
            kind = "item" if depth else "paragraph"
        elif token.type == "table_open":
            rows, in_table = [], True
        elif token.type == "table_close":
            builder.add_table(rows)
            in_table = False
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(TableCell("", token.type == "th_open", line))
        elif token.type == "inline" and in_table:
            rows[-1][-1] = TableCell(_words(token), rows[-1][-1].header, line)
        elif token.type == "inline":
            builder.add_lines(_words(token), kind, level=level or depth, line=line)
        elif token.type in ("fence", "code_block"):
            builder.add(token.content, "other", line=line)
        elif token.type == "html_block":
            builder.notes.append(f"line {line}: HTML inside Markdown is not read")


def _words(inline: Any) -> str:
    """The text of an inline token without its markup; pictures give their description."""
    out: list[str] = []
    above = False
    for child in inline.children or ():
        if child.type == "html_inline":
            tag = _TAG.match(child.content)
            name = tag["name"].lower() if tag else ""
            above = not tag["end"] if tag and name == "sup" else above
            out.append("\n" if name == "br" else "")
        else:
            words = _BREAKS.get(child.type, child.content)
            out.append(raised(words) if above else words)
    return "".join(out)
