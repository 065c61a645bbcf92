"""JSON: the published format, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from crossfoot.report.result import Report

__all__ = ["render"]


def render(reports: Sequence[Report], *, several: bool = False) -> str:
    """The object of one report, or the list of several."""
    objects = [report.to_dict() for report in reports]
    found = objects if several else objects[0]
    # a lone surrogate cannot be written as UTF-8; its escape says the same in JSON
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
