"""Crossfoot: a linter for figures. ``crossfoot.check(text)`` gives a Report."""

import crossfoot._standard  # noqa: F401  (before anything that needs fractions)
from crossfoot._version import __version__
from crossfoot.interval import Interval
from crossfoot.model import (
    Document,
    Figure,
    Finding,
    InputError,
    Period,
    Relation,
    Repair,
    Source,
    Span,
)
from crossfoot.pipeline import check, check_document
from crossfoot.read import read_text
from crossfoot.report.result import Report

__all__ = [
    "Document", "Figure", "Finding", "InputError", "Interval", "Period", "Relation", "Repair",
    "Report", "Source", "Span", "__version__", "check", "check_document", "read_text",
]  # fmt: skip
