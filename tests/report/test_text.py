"""The terminal, the sheet, SARIF and JSON: the same findings in each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import crossfoot
from crossfoot.read.files import load_bytes
from crossfoot.report import html, sarif, sheet
from crossfoot.report import json as json_report
from crossfoot.report.places import Lines, excerpt
from crossfoot.report.result import Report, in_reading_order
from crossfoot.report.text import Style, render
from tests.documents import build
from tests.report.samples import Draft, crowd, story

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("story.txt", lambda: render(story())),
        ("story-verbose-quiet.txt", lambda: render(story(), Style(verbose=True, quiet=True))),
        ("story-sheet.txt", lambda: sheet.render_text(story())),
        ("story-sheet.csv", lambda: sheet.render_csv([("story.txt", story())])),
    ],
)
def test_formats_stay_as_they_were_read(name: str, made: Callable[[], str]) -> None:
    """Snapshots: delete the file to write it anew, and read what changed."""
    path, text = SNAPSHOTS / name, made()
    if not path.exists():
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def test_colours_add_nothing_but_colours() -> None:
    import re

    coloured = render(story(), Style(colour=True))
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == render(story())


def test_carets_stand_under_the_figures() -> None:
    rows = render(story()).splitlines()
    for words, carets in pairwise(rows):
        if carets.strip() and not carets.strip("^ "):
            marked = [words[i] for i, c in enumerate(carets) if c == "^"]
            assert any(c.isdigit() for c in marked) or "last week" in words


def test_nothing_of_a_text_reaches_the_terminal_as_a_command() -> None:
    text = "\x1b]0;gone\x07 30 arrests\x9b2J: Denver (12), Boston \u202e(9), Tampa (10)."
    shown = render(crossfoot.check(text, name="\x1b[2Jname"), Style(verbose=True))
    assert not [c for c in shown if c in "\x1b\x07\x9b\u202e"]


def test_positions_count_code_points_and_every_line_end() -> None:
    lines = Lines("a\r\nbc\rd\n\U0001f600e\u2028f")
    assert [lines.at(n) for n in (0, 3, 6, 8, 9, 11)] == [
        (1, 1), (2, 1), (3, 1), (4, 1), (4, 2), (4, 4),
    ]  # fmt: skip


def test_long_gaps_are_elided_and_figures_never_are() -> None:
    text = f"Of 90 people {'and so on ' * 30}some 30 {'went home ' * 40}on Monday."
    draft = Draft(text)
    draft.finding("CF102", "subset", "inconsistent",
                  {"whole": [draft.figure("90")], "part": [draft.figure("30")]})  # fmt: skip
    report = draft.report()
    pieces = excerpt(report.document, report.findings[0])
    words = "".join(p.text for p in pieces)
    assert [p.text for p in pieces if p.marked] == ["90", "30"]
    assert words.startswith("Of 90 people and")
    assert " … " in words
    assert words.endswith(" …")
    assert len(words) < 300


def test_findings_come_in_reading_order() -> None:
    starts = [f.relation.roles for f in in_reading_order(crowd(20).findings)]
    whole = [roles["whole"][0].start for roles in starts]
    assert whole == sorted(whole)


def codes(report: Report) -> list[str]:
    return [f.code for f in report.findings]


def test_selection_is_by_beginnings_and_the_longer_one_decides() -> None:
    report = story()
    assert "CF901" in codes(report)
    assert "CF901" not in codes(report.only())
    assert codes(report.only(["CF9"])) == ["CF901"]
    assert "CF901" in codes(report.only(["CF"]))
    assert set(codes(report.only(["CF1"], ["CF101"]))) == {"CF103", "CF104", "CF109", "CF111"}
    assert codes(report.only(["CF101"], ["CF1"])) == ["CF101", "CF101"]


def test_statuses_follow_what_was_selected() -> None:
    report = story()
    share = next(f for f in report.figures if f.text == "52%")
    assert report.statuses[share.id][0] == "failed"
    assert report.only(ignore=["CF103"]).statuses[share.id][0] == "unchecked"


def test_advice_never_changes_the_exit_code_or_a_status() -> None:
    advice = story().only(["CF9"])
    assert advice.exit_code == 0
    assert {status for status, _ in advice.statuses.values()} == {"unchecked"}


def test_the_table_has_a_row_a_figure_and_no_formulas() -> None:
    draft = Draft("The =cmd() office counted 12.", name="=1+1.txt")
    draft.figure("12", unit="=cmd()", place="@home")
    table = list(csv.DictReader(io.StringIO(sheet.render_csv([("=1+1.txt", draft.report())]))))
    assert len(table) == 1
    assert table[0]["unit"] == "'=cmd()"
    assert table[0]["place"] == "'@home"
    assert table[0]["value"] == "12"


def test_sarif_regions_cut_out_the_figures() -> None:
    report = story()
    run = json.loads(sarif.render([("a b/story.txt", report)]))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == sum(f.verdict != "consistent" for f in report.findings)
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"] == "a%20b/story.txt"
        line = report.document.text.split("\n")[region["startLine"] - 1]
        start = region["charOffset"]
        words = report.document.text[start : start + region["charLength"]]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        # the standard wants level none where the kind is not fail
        assert (result["level"] == "none") == (result["kind"] != "fail")


MARKDOWN = """---
date: 2025-02-03
---
# Arrests

Officers made 30 arrests: Denver (12), Boston (9), Tampa (10).

| City | Arrests |
|---|---|
| Alder | 5 |
| Birch | 6 |
| Total | 12 |
"""


def test_places_are_those_of_the_file() -> None:
    report = crossfoot.check_document(load_bytes(MARKDOWN.encode(), "a.md"))
    rows = render(report, Style(quiet=True), path="a.md").splitlines()
    assert [row.split()[0] for row in rows] == ["a.md:6", "a.md:12"]
    assert [row.where for row in sheet.rows(report)][-3:] == ["line 10", "line 11", "line 12"]
    results = json.loads(sarif.render([("a.md", report)]))["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert [place["region"] for place in places] == [{"startLine": 6}, {"startLine": 12}]
    assert not any("fixes" in result for result in results)


def test_sarif_names_an_address_as_it_is() -> None:
    run = json.loads(sarif.render([("http://a.example:80/é?b=1", story())]))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "http://a.example:80/%C3%A9?b=1"


def test_sarif_tells_no_line_of_a_file_without_lines() -> None:
    report = crossfoot.check_document(load_bytes(build.docx(), "a.docx"))
    results = json.loads(sarif.render([("a.docx", report)]))["runs"][0]["results"]
    assert results
    for result in results:
        (place,) = result["locations"]
        assert place["physicalLocation"] == {"artifactLocation": {"uri": "a.docx"}}
        assert place["logicalLocations"][0]["fullyQualifiedName"].startswith(("paragraph", "table"))
        assert "fixes" not in result


def test_json_of_a_text_with_a_lone_surrogate_reads_back() -> None:
    draft = Draft("\ud800 12 “men”")
    draft.figure("12", unit="\ud800")
    text = json_report.render(draft.report())
    text.encode("utf-8")
    assert json.loads(text)["figures"][0]["unit"] == "\ud800"
    assert json.loads(json_report.listed([text, text]))[1]["figures"]


def test_a_report_prints_as_on_the_terminal_and_shows_in_a_line() -> None:
    assert str(story()) == render(story())
    assert repr(story()) == "<Report 'story.txt': 20 figures, 9 findings>"


def test_a_record_is_cited_with_its_cells_and_query() -> None:
    from fractions import Fraction

    from crossfoot.model import Evidence

    for verdict, verbose in (("inconsistent", False), ("consistent", True)):
        draft = Draft("It held 12 people.")
        source = Evidence("beds.xlsx", "August", "Sheet1", ("B4",), "SELECT 13", Fraction(13))
        draft.finding("CF401", "record", verdict, {"figure": [draft.figure("12")]},
                      evidence=(source,))  # fmt: skip
        shown = render(draft.report(), Style(verbose=verbose))
        assert "    released: beds.xlsx; August; Sheet1; B4\n" in shown
        assert "    query: SELECT 13\n" in shown
        page = html.render(draft.report())
        assert "<dd>Sheet1 B4</dd>" in page
        assert "<dt>Recorded</dt><dd>13</dd>" in page


def test_a_whole_stated_several_times_is_shown_beside_its_parts() -> None:
    draft = Draft(
        "Raid ends with 31 arrests\n\nOf the 31, 20 were men and 12 women.\n\nAll 31 left."
    )
    wholes = [draft.figure("31", nth) for nth in (1, 2, 3)]
    parts = [draft.figure("20"), draft.figure("12")]
    draft.finding("CF101", "sum", "inconsistent", {"whole": wholes, "parts": parts})
    assert render(draft.report()).startswith("story.txt:3:8 CF101")
