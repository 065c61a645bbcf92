"""A small workbook in the manner of ICE's, whose tables can be moved about and spoiled."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MONTHS = ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]
_CRIMES = ["Convicted Criminal", "Pending Criminal Charges", "Other Immigration Violator"]


@dataclass
class Layout:
    """Where things stand, and how the year names them."""

    year: int = 2023
    through: str = "02/28/2023"
    snapshot: str = "03/01/2023"
    down: int = 0  # rows by which the Detention tables are shifted
    right: int = 0
    family: str = "FSC"
    months: int = 5  # that have happened; the rest are zeros
    sheet: str = "Detention FY23"
    extra_title: str = ""
    spoil: bool = False  # totals that their parts do not add up to
    without: frozenset[str] = field(default_factory=frozenset)


def detained() -> dict[str, list[int]]:
    """Rows of the criminality table: ICE, CBP."""
    return {"Convicted Criminal": [400, 100], "Pending Criminal Charges": [200, 50],
            "Other Immigration Violator": [150, 300]}  # fmt: skip


def bookins(layout: Layout) -> dict[str, list[int]]:
    """Rows of the book-in table by month; later months are zeros."""
    live = layout.months
    return {
        "CBP": [1000 + 10 * m if m < live else 0 for m in range(12)],
        "ICE": [500 + 5 * m if m < live else 0 for m in range(12)],
    }


def build(path: Path, layout: Layout | None = None) -> Path:
    """Write the workbook."""
    from openpyxl import Workbook

    layout = layout or Layout()
    book = Workbook()
    book.remove(book.active)
    sheet = book.create_sheet(layout.sheet)
    if layout.extra_title:
        _put(sheet, layout, 2, 1, layout.extra_title)
    _detained(sheet, layout)
    _bookins(sheet, layout)
    _removals(sheet, layout)
    if "adp" not in layout.without:
        _by_month(sheet, layout, 40, "ICE Average Daily Population by Arresting Agency", 1000.0)
    _by_month(sheet, layout, 60, "ICE Average Length of Stay by Arresting Agency", 30.0)
    _facility_type(sheet, layout)
    _atd(book.create_sheet(f"ATD FY{layout.year - 2000} YTD"), layout)
    _facilities(book.create_sheet(f"Facilities FY{layout.year - 2000}"), layout)
    _footnotes(book.create_sheet("Footnotes"), layout)
    book.save(path)
    return path


def _put(sheet: Any, layout: Layout, row: int, column: int, value: Any) -> None:
    sheet.cell(row + layout.down, column + layout.right, value)


def _row(sheet: Any, layout: Layout, row: int, column: int, values: list[Any]) -> None:
    for offset, value in enumerate(values):
        if value is not None:
            _put(sheet, layout, row, column + offset, value)


def _detained(sheet: Any, layout: Layout) -> None:
    title = "ICE Currently Detained by Criminality and Arresting Agency"
    _put(sheet, layout, 5, 1, f"{title}: FY{layout.year}")
    _row(sheet, layout, 6, 1, ["Criminality", "ICE", "Percent ICE", "CBP", "Percent CBP", "Total"])
    rows = detained()
    ice, cbp = (sum(r[k] for r in rows.values()) for k in (0, 1))
    total = ice + cbp + (400 if layout.spoil else 0)
    _row(sheet, layout, 7, 1, ["Total", ice, ice / (ice + cbp), cbp, cbp / (ice + cbp), total])
    for k, (label, (a, b)) in enumerate(rows.items()):
        whole = a + b + (300 if layout.spoil else 0)
        _row(sheet, layout, 8 + k, 1, [label, a, a / (a + b), b, b / (a + b), whole])


def _bookins(sheet: Any, layout: Layout) -> None:
    """Stands beside the table above."""
    _put(
        sheet, layout, 5, 9, f"ICE Initial Book-Ins by Arresting Agency and Month: FY{layout.year}"
    )
    _row(sheet, layout, 6, 9, ["Agency", *MONTHS, "Total"])
    rows = bookins(layout)
    totals = [sum(column) for column in zip(*rows.values(), strict=True)]
    _row(sheet, layout, 7, 9, ["Total", *totals, sum(totals)])
    for k, (label, values) in enumerate(rows.items()):
        _row(sheet, layout, 8 + k, 9, [f"{label}  ", *values, sum(values)])


def _removals(sheet: Any, layout: Layout) -> None:
    _put(sheet, layout, 20, 3, f"ICE Removals: FY{layout.year} YTD")
    _row(sheet, layout, 21, 3, ["Removals", None, "Total"])
    _row(sheet, layout, 22, 3, ["Total", None, 6200])
    _row(sheet, layout, 23, 3, [f"Removals with an {layout.family} Detention", None, 70])


def _by_month(sheet: Any, layout: Layout, top: int, title: str, base: float) -> None:
    _put(sheet, layout, top, 1, f"{title}, Month and Criminality: FY{layout.year}")
    _row(sheet, layout, top + 1, 1, ["Agency", *MONTHS, "FY Overall"])
    row, sums = top + 2, {}
    for a, agency in enumerate(("CBP Average", "ICE Average   ", "Average ")):
        for c, label in enumerate((agency, *_CRIMES)):
            values = []
            for m in range(13):
                parts = [base * (a2 + 1) + m * 10 + c2 for a2 in range(2) for c2 in range(1, 4)
                         if (a == 2 or a2 == a) and (c == 0 or c2 == c)]  # fmt: skip
                live = m < layout.months or m == 12
                values.append(sum(parts) if live else 0)
            sums[a, c] = values
            _row(sheet, layout, row, 1, [label, *values])
            row += 1


def _facility_type(sheet: Any, layout: Layout) -> None:
    """Family centers that opened late: their mean is over the days they were open."""
    title = "ICE Average Daily Population by Facility Type and Month"
    _put(sheet, layout, 80, 1, f"{title}: FY{layout.year}")
    _row(sheet, layout, 81, 1, ["Facility Type", *MONTHS, "FY Overall"])
    for k, (label, value) in enumerate((("Total", 900), (layout.family, 90), ("Adult", 880))):
        months = [value if m < layout.months else 0 for m in range(12)]
        _row(sheet, layout, 82 + k, 1, [label, *months, value])


def _atd(sheet: Any, layout: Layout) -> None:
    rows = [
        ["Technology", "Count", "Daily Tech Cost"],
        ["SmartLINK", 900, 810.0],
        ["Ankle Monitor", 100, 270.0],
        ["Total", 1000, 1080.0],
        [f"Data from BI Inc. Participants Report, {layout.through}"],
        [],
        ["AOR/Technology", "Count", "Average Length in Program"],
        ["Total", 1000, 300.0],
        ["St. Paul", 600, 310.0],
        ["SmartLINK", 550, 300.0],
        ["Ankle Monitor", 50, 420.0],
        ["WashingtonDC", 400, 290.0],
        ["SmartLINK", 350, 280.0],
        [None, 50, 360.0],
        [None, 777, 1.0],
    ]
    for r, row in enumerate(rows, 3):
        for c, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(r, c, value)


def _facilities(sheet: Any, layout: Layout) -> None:
    sheet.cell(1, 1, f"ICE FACILITIES DATA, FY{layout.year - 2000}")
    sheet.cell(2, 1, f"Data Source: ICE Integrated Decision Support (IIDS), {layout.snapshot}")
    head = ["Name", "City", "State", "AOR", f"FY{layout.year - 2000} ALOS", "Level A", "Level B",
            "Level C", "Level D", "Male Crim", "Male Non-Crim", "Female Crim", "Female Non-Crim",
            "ICE Threat Level 1", "ICE Threat Level 2", "ICE Threat Level 3", "No ICE Threat Level",
            "Mandatory", "Guaranteed Minimum"]  # fmt: skip
    rows = [
        ["WILLOW COUNTY DET CENTER1", "ELMVILLE", "TX", "ELP", 40.5, 100.25, 20, 10, 5, 60, 70.25,
         3, 2, 15, 10, 10.25, 100, 50, 120],
        ["RIVER COUNTY JAIL", "ASHTON", "NY", "NYC", 12.0, 1, 2, 3, 4, 5, 5, 0, 0, 2, 2, 2, 4, 3,
         "N/A"],
        ["RIVER COUNTY JAIL", "OAKTON", "CA", "SFR", 22.0, 10, 20, 30, 40, 50, 50, 0, 0, 25, 25, 25,
         25, 30, None],
        ["STILL WATERS (NORTH ANNEX)", "PINE", "TX", "ELP", 3.0, "#N/A", "#N/A", "#N/A", "#N/A",
         None, None, None, None, None, None, None, None, None, None],
        ["[1] houses adults only"],
    ]  # fmt: skip
    for r, row in enumerate([head, *rows], 5):
        for c, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(r, c, value)


def _footnotes(sheet: Any, layout: Layout) -> None:
    year = f"FY{layout.year}"
    through = f"data are updated through {layout.through} (IIDS Run Date 03/05/2023)."
    rows = [
        (f"{year} ICE Average Daily Population and ICE Average Length of Stay",
         f"Detention {through}"),
        (f"{year} ICE Removals", f"{year} YTD ICE Removals {through}"),
        ("ICE Currently Detained Population Breakdown",
         f"ICE National Docket data are a snapshot as of {layout.snapshot} (IIDS)."),
        (f"{year} ICE Initial Book-Ins", f"{year} YTD ICE Book-ins {through}"),
    ]  # fmt: skip
    for r, (heading, text) in enumerate(rows, 3):
        sheet.cell(r, 1, heading)
        sheet.cell(r, 2, text)
