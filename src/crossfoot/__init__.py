"""Crossfoot: a linter for figures. ``crossfoot.check(text)`` gives a Report.

What it offers is loaded when it is first asked for: a command that is interrupted while it starts
is then inside ``main``, which ends it without a traceback.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import crossfoot._standard  # noqa: F401 - for its effect: before anything that needs fractions
from crossfoot._version import __version__

if TYPE_CHECKING:
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
_HOMES = {
    "Interval": "interval", "check": "pipeline", "check_document": "pipeline",
    "read_text": "read", "Report": "report.result",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'crossfoot' has no attribute {name!r}")
    value = getattr(import_module(f"crossfoot.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
