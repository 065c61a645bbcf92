"""What a finding says of a relation that holds: that only rounding makes it, and both ends."""

from __future__ import annotations

import pytest

import crossfoot

HOLDS = [
    (
        "Of the 72 riders, 18, or 25 percent, were late.",
        "CF103",
        "Holds: 18 / 72 = 25%.",
    ),
    (
        "Of the 72 riders, 23, or 32 percent, were late.",
        "CF103",
        "Holds by rounding: 23 / 72 = 31.9%; “32 percent” stands for 31.5% to 32.5%.",
    ),
    (
        "Of the 72 riders, 47, or more than half, were late.",
        "CF103",
        "Holds: 47 / 72 = 65.3%, stated as “more than half”.",
    ),
    (
        "Of the votes, 33 percent went to Lund, 33 percent to Moe and 33 percent to Vik.",
        "CF101",
        "Holds by rounding: 33% + 33% + 33% = 99%, or 97.5% to 100.5% as rounded; stated is 100%.",
    ),
    (
        "The firm gained $5 million in 2022 and lost $3 million in 2023, a net gain of $1 million.",
        "CF101",
        "Holds by rounding: $5,000,000 - $3,000,000 = $2,000,000, or $1,000,000 to $3,000,000 "
        "as rounded; stated is “$1 million”.",
    ),
    (
        "The rate fell to 40 percent from 44 percent, a drop of 3 points.",
        "CF104",
        "Holds by rounding: 44% - 40% = 4, or 3 to 5 as rounded; stated is “3 points”.",
    ),
    (
        "Wardens counted 7,400 hares in 2023, or 20 a day.",
        "CF106",
        "Holds by rounding: 7,400 / 365 = 20.3; “20 a day” stands for 19.5 to 20.5.",
    ),
    (
        "Police seize $2.5 million in raid\n\nPolice seized $2,462,000 in cash in the raid.",
        "CF201",
        "“$2.5 million” and “$2,462,000” agree by rounding: “$2.5 million” stands for "
        "$2,450,000 to $2,550,000.",
    ),
    (
        "Nearly 200 held in raid\n\nOfficers held 198 people in the raid on Monday.",
        "CF201",
        "“nearly 200” and “198” agree.",
    ),
]


@pytest.mark.parametrize(("text", "code", "message"), HOLDS)
def test_what_holds_says_whether_rounding_makes_it(text: str, code: str, message: str) -> None:
    said = {f.code: f.message for f in crossfoot.check(text).findings if f.verdict == "consistent"}
    assert said[code] == message
