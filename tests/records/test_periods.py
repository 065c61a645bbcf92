"""Periods of a sentence, as records need them."""

from __future__ import annotations

import pytest

from crossfoot.records.periods import read_periods

CASES = [
    ("in fiscal 2024", [("2023-10-01", "2024-09-30", "fiscal")]),
    ("in fy25", [("2024-10-01", "2025-09-30", "fiscal")]),
    ("in the 2022 fiscal year", [("2021-10-01", "2022-09-30", "fiscal")]),
    ("the fiscal year that ended sept. 30, 2021", [("2020-10-01", "2021-09-30", "fiscal")]),
    ("the fiscal year that ran to june 7, 2025", [("2024-10-01", "2025-06-07", "to_date")]),
    ("fiscal 2026 through jan. 8", [("2025-10-01", "2026-01-08", "to_date")]),
    ("the second quarter of fiscal 2023", [("2023-01-01", "2023-03-31", "quarter")]),
    ("fy2023 q1", [("2022-10-01", "2022-12-31", "quarter")]),
    ("the first four months of fiscal 2026", [("2025-10-01", "2026-01-31", "range")]),
    ("from march 3, 2023, through april 9, 2023", [("2023-03-03", "2023-04-09", "range")]),
    ("between october and january 2026", [("2025-10-01", "2026-01-31", "range")]),
    ("in may 2024 and the previous may", [("2024-05-01", "2024-05-31", "month"),
                                          ("2023-05-01", "2023-05-31", "month")]),
    ("in may 2024, up from the same month a year earlier",
     [("2024-05-01", "2024-05-31", "month"), ("2023-05-01", "2023-05-31", "month")]),
    ("fiscal 2024 and the year before", [("2023-10-01", "2024-09-30", "fiscal"),
                                         ("2022-10-01", "2023-09-30", "fiscal")]),
    ("late june 2023", [("2023-06-20", "2023-06-30", "part")]),
    ("at the end of fiscal 2023", [("2023-09-30", "2023-09-30", "edge")]),
    ("in 2019", [("2019-01-01", "2019-12-31", "year")]),
    ("by the end of february 2024", [("2024-02-24", "2024-02-29", "part")]),
    ("officers may 20 times", []),
    ("they may act", []),
    ("on february 30, 2024", []),
    ("counted 2,019 people", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_periods(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(str(w.start), str(w.end), w.grain) for w in read_periods(text)]
    assert found == expected
