"""The part of a sheet that a finding rests on, and its place in the HTML report."""

from __future__ import annotations

from typing import Any

from tests.quality.records import findings_of


def test_a_cell_stands_with_its_heading_and_label(small: Any) -> None:
    (finding,) = findings_of("ICE held 1,210 people on March 1, 2023.", small)
    assert finding.evidence[0].excerpt == (
        (("", False), ("A", False), ("F", False)),
        (("6", False), ("Criminality", False), ("Total", False)),
        (("7", False), ("Total", False), ("1,200", True)),
    )


def test_every_cell_of_a_sum_is_marked(small: Any) -> None:
    text = "From October through December 2022, ICE booked in 4,545 people."
    (finding,) = findings_of(text, small)
    marked = [text for row in finding.evidence[0].excerpt for text, is_one in row if is_one]
    assert marked == ["1,500", "1,515", "1,530"]


def test_the_html_report_shows_it(small: Any) -> None:
    from crossfoot.figures.skeleton import Reading
    from crossfoot.pipeline import check
    from crossfoot.records.match import record_findings
    from crossfoot.report.html import render

    report = check("ICE held 1,210 people on March 1, 2023.")
    found = record_findings(Reading(report.document, report.figures), small)
    page = render(report.with_findings(found))
    assert "<mark>1,200</mark>" in page
    assert "where it stands" in page
