"""The repair that a message names is the one that comes first."""

from __future__ import annotations

from fractions import Fraction

import pytest

import crossfoot

TEXT = (
    "Officers arrested 210 people. Of the 210 people arrested, 147, or 70%, had convictions. "
    "The remaining 73 people had none.\n"
)


def test_a_message_names_the_best_repair_across_all_findings() -> None:
    report = crossfoot.check(TEXT)
    wrong = next(f for f in report.findings if f.verdict == "inconsistent")
    best = wrong.repairs[0]
    # the share vouches for 147, so the remainder is the likelier slip
    assert (best.figure.text, best.value) == ("73", Fraction(63))
    assert wrong.message.endswith("; 63 in place of “73” would fit.")


def test_a_repair_is_written_in_the_manner_of_what_stands_there() -> None:
    text = (
        "Agents seized $1.2 million: $600,000 in Reno and $900,000 in Elko. Six men were held: "
        "two in Reno, three in Elko and two in Ely."
    )
    messages = [f.message for f in crossfoot.check(text).findings if f.verdict == "inconsistent"]
    assert messages[0].endswith("; $1.5 million in place of “$1.2 million” would fit.")
    assert messages[1].endswith("; Seven in place of “Six” would fit.")
    (term,) = crossfoot.check("Poe got 24 months - one year - in prison.").findings
    assert term.message.endswith("; two years in place of “one year” would fit.")


def test_a_date_is_repaired_by_its_year_its_day_or_its_weekday() -> None:
    report = crossfoot.check("Agents came on Tues., May 5, 2021, to both houses.").to_dict()
    (wrong,) = report["findings"]
    assert [r["value"] for r in wrong["repairs"]] == [
        "Tues., May 5, 2020",
        "Tues., May 4, 2021",
        "Wed., May 5, 2021",
    ]


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("Sales rose 25 percent, from 500 to 400.", "; with the two exchanged it would hold."),
        ("Sales rose 20 percent, from 500 to 400.", "; only the direction is wrong."),
        ("Sales rose by 100, from 500 to 400.", "; only the direction is wrong."),
    ],
)
def test_a_change_that_runs_the_other_way_blames_no_figure(text: str, closing: str) -> None:
    wrong = next(f for f in crossfoot.check(text).findings if f.verdict == "inconsistent")
    assert wrong.message.endswith(closing)


def test_a_part_copied_from_its_neighbour_is_mended_first() -> None:
    text = "Wardens counted 160 hares: Dover 40, Salem 50, Reno 50 and Elko 32."
    wrong = next(f for f in crossfoot.check(text).findings if f.verdict == "inconsistent")
    assert [(r.figure.text, r.value) for r in wrong.repairs[:2]] == [("50", 38), ("50", 38)]
