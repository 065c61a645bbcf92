"""The as-of dates of a workbook: one line of its Footnotes a family of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.packs.us_immigration.loaders.grid import Grid, dates_in, squeeze

# "data are updated through 09/20/2025", "is filtered through 09/30/2019",
# "are a snapshot as of 09/21/2025", "data are a snapshot as 10/03/2024"
_UPDATED = re.compile(r"(?:updated|filtered|as of|snapshot|through)\b", re.I)
_SNAPSHOT = re.compile(r"\bsnapshot as\b", re.I)
# heading of a footnote -> family; the first that fits
_FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (family, re.compile(words, re.I))
    for family, words in (
        ("fear", r"fear decision"),
        ("semiannual", r"semiannual"),
        ("bond", r"bond"),
        ("iclos", r"iclos|iclso"),
        ("parole", r"credible fear parole"),
        ("adp", r"average daily population"),
        ("releases", r"final (?:releases|book-? ?outs)"),
        ("bookins", r"book-? ?ins"),
        ("removals", r"removals"),
        ("snapshot", r"currently detained"),
        ("atd", r"alternatives to detention"),
    )
)


def fiscal_year_of(text: str) -> int | None:
    """2025 for ``FY25``, ``FY2025 YTD``, ``EOFY2025``; the last one named in a range."""
    found = re.findall(r"FY ?(?:20)?(\d\d)(?!\d)", text, re.I)
    return 2000 + int(found[-1]) if found else None


def footnote_dates(grid: Grid, fiscal_year: int) -> dict[str, date]:
    """Family of tables -> the date that its footnote gives, the first one in its section."""
    found: dict[str, date] = {}
    for heading, text in _sections(grid):
        if "TPS" in heading or not _UPDATED.search(text):
            continue
        days = dates_in(text)
        family = _family(heading, text)
        if not days or family is None or _of_another_year(heading, fiscal_year):
            continue
        found.setdefault(family, days[0])
    return found


def _sections(grid: Grid) -> Iterator[tuple[str, str]]:
    heading = ""
    for row in range(len(grid.rows)):
        heading = grid.text(row, 0) or heading
        text = squeeze(grid.at(row, 1))
        if text:
            yield heading, text


def _family(heading: str, text: str) -> str | None:
    if re.search(r"ICLS?OS?\b.*Detainees Data", text, re.I):
        return "iclos"
    family = next((f for f, words in _FAMILIES if words.search(heading)), None)
    if family == "fear" and not _SNAPSHOT.search(text):
        return "fear_flow"
    return family


def _of_another_year(heading: str, fiscal_year: int) -> bool:
    years = {2000 + int(y) for y in re.findall(r"FY ?(?:20)?(\d\d)(?!\d)", heading, re.I)}
    return bool(years) and fiscal_year not in years


def tps_designations(grid: Grid) -> dict[str, date]:
    """Country -> the day its nationals began to be counted (``Haiti designated TPS as of …``)."""
    found: dict[str, date] = {}
    for heading, text in _sections(grid):
        match = re.match(r"(.+?) designated TPS as of", text)
        if "TPS" in heading and match and (days := dates_in(text)):
            found.setdefault(match[1].strip().lower(), days[0])
    return found
