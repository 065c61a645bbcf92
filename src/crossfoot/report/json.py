"""JSON: the published format, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from crossfoot.report.result import Report

__all__ = ["listed", "render"]


def render(report: Report) -> str:
    """The object of one report."""
    text = json.dumps(report.to_dict(), ensure_ascii=False, indent=2)
    # a lone surrogate cannot be written as UTF-8; its escape says the same in JSON
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def listed(objects: Sequence[str]) -> str:
    """Objects that `render` wrote, as one list."""
    return "[\n" + ",\n".join(text.rstrip() for text in objects) + "\n]\n"
