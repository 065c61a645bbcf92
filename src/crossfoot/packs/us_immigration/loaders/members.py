"""Which member of which dimension a label of a workbook stands for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_AVERAGE = re.compile(r"\s+average$")


@cache
def members() -> dict[str, dict[str, dict[str, list[str]]]]:
    """dimension -> member -> ``labels`` and ``words``, from members.toml."""
    folder = resources.files("crossfoot.packs.us_immigration")
    return tomllib.loads(folder.joinpath("members.toml").read_text("utf-8"))


@cache
def _labels(dimension: str) -> dict[str, str]:
    return {
        label.lower(): member
        for member, entry in members()[dimension].items()
        for label in entry["labels"]
    }


def member_of(dimension: str, label: str) -> str | None:
    """The member of *dimension* that a workbook's *label* names, or None."""
    plain = _AVERAGE.sub("", " ".join(label.lower().split()).rstrip("*"))
    return _labels(dimension).get(plain)


def is_total(label: str) -> bool:
    """Whether a label stands for everything: Total, Average, FY Overall, Grand Total."""
    return " ".join(label.lower().split()).rstrip("*") in {
        "total", "average", "fy overall", "grand total", "overall", "total removals",
        "total detained", "removals", "total book-ins",
    }  # fmt: skip
