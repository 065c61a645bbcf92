"""The HTML report: one self-contained file that fetches nothing and runs only its own script."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from crossfoot.interval import display
from crossfoot.report import view
from crossfoot.report.result import Report
from crossfoot.report.sheet import STATUSES, allowed, rows
from crossfoot.report.text import counted

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["digests", "fragment", "harmless", "render"]

# what no page may hold, and marks that turn a line of text around
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
_FRAGMENT_FINDINGS = 50


def render(report: Report) -> str:
    """The report as a page. Everything from the input is escaped by the template engine."""
    style, script = _part("report.css"), _part("report.js")
    cards = view.cards(report)
    page = (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            document=report.document,
            style=style,
            script=script,
            policy=_policy(style, script),
            cards=cards,
            parts=view.parts(report, cards),
            tallies=view.tallies(report, cards),
            headline=view.headline(report),
            rows=list(rows(report)),
            statuses=STATUSES,
            paged=any(block.page is not None for block in report.document.blocks),
            words=len(report.document.text.split()),
        )
    )
    return harmless(page)


def fragment(report: Report) -> str:
    """What a notebook cell shows: the result, and the findings that ask for a look."""
    cards = [card for card in view.cards(report) if card.number]
    page = (
        _environment()
        .get_template("fragment.html")
        .render(
            report=report,
            headline=view.headline(report),
            cards=cards[:_FRAGMENT_FINDINGS],
            left=max(0, len(cards) - _FRAGMENT_FINDINGS),
        )
    )
    return harmless(page)


def harmless(page: str) -> str:
    """A page without control characters and marks that turn the direction of a line."""
    return _UNSAFE.sub("\ufffd", page)


def digests() -> tuple[str, str]:
    """The sources that a page embedding the report must allow: of its style, of its script."""
    return _digest(_part("report.css")), _digest(_part("report.js"))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crossfoot.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        SIGNS=view.SIGNS, WORDS=view.WORDS, allowed=allowed, counted=counted, display=display
    )
    return environment


@cache
def _part(name: str) -> str:
    return files("crossfoot.report").joinpath("templates", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy under which nothing runs or loads but these two texts."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_digest(style)}",
            f"script-src {_digest(script)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
