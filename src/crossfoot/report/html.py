"""The HTML report: one self-contained file."""

from __future__ import annotations

from html import escape

from crossfoot.report.result import Report


def fragment(report: Report) -> str:
    """A short summary for a notebook cell."""
    rows = "".join(f"<li>{escape(f.code)} {escape(f.message)}</li>" for f in report.findings)
    return f"<p>{escape(report.document.name)}: {len(report.figures)} figures</p><ul>{rows}</ul>"


def render(report: Report) -> str:
    """The report as a page."""
    name = escape(report.document.name)
    return f"<!doctype html><html lang=en><title>{name}</title>{fragment(report)}</html>\n"
