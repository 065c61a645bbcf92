"""A sheet as a grid of values, addressed from 0, with the names spreadsheets give to cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from crossfoot.figures.lexicon import MONTHS

# "9.20.2025", "09/20/2025", "10/3/23"
_DATE = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/])")
_BLANKS = re.compile(r"\s+")


def squeeze(value: Any) -> str:
    """A cell's text with single blanks; empty for anything that is no text."""
    return _BLANKS.sub(" ", value).strip() if isinstance(value, str) else ""


def letters(column: int) -> str:
    """0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """(0, 0) is A1."""
    return f"{letters(column)}{row + 1}"


@dataclass(frozen=True)
class Grid:
    """One sheet. `rows` may be ragged."""

    name: str
    rows: list[list[Any]]

    def at(self, row: int, column: int) -> Any:
        """The value of a cell; an empty text outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def text(self, row: int, column: int) -> str:
        """The cell's text, blanks squeezed."""
        return squeeze(self.at(row, column))

    def number(self, row: int, column: int) -> float | None:
        """The cell's number; None for text, blanks, truth values and dates."""
        value = self.at(row, column)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        return None

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Every cell that holds text: row, column, text."""
        for r, row in enumerate(self.rows):
            for c, value in enumerate(row):
                if isinstance(value, str) and (text := squeeze(value)):
                    yield r, c, text

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(len, self.rows), default=0)


def shown(value: Any) -> str:
    """A cell's value as a reader would see it, without the sheet's number format."""
    if isinstance(value, float):
        return f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0")
    return squeeze(value) if isinstance(value, str) else "" if value is None else str(value)


def dates_in(text: str) -> list[date]:
    """Dates written month, day, year with slashes or dots, in order; impossible ones left out."""
    found = []
    for month, day, year in _DATE.findall(text):
        try:
            found.append(date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)))
        except ValueError:
            continue
    return found


def month_number(label: str) -> int | None:
    """1 for ``Jan``, ``January``; None for other words."""
    return MONTHS.get(label.strip().lower().rstrip("."))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def fiscal_start(year: int) -> date:
    """1 October before the fiscal year's name."""
    return date(year - 1, 10, 1)


def fiscal_end(year: int) -> date:
    """30 September of the fiscal year's name."""
    return date(year, 9, 30)


def in_fiscal_year(year: int, month: int) -> date:
    """The first day of a month of a fiscal year: October to December fall in the year before."""
    return date(year - (month >= 10), month, 1)


def as_date(value: Any) -> date | None:
    """A date cell, or a text that is an ISO date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    return None
