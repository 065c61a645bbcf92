"""Blocks and sentences of plain text."""

from __future__ import annotations

import pytest

from crossfoot.read import read_text


def blocks(text: str) -> list[str]:
    return [text[b.start : b.end] for b in read_text(text).blocks]


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in read_text(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arrests Rise by 12%\nAgents held 40 men.", 2),
        ("The number of arrests fell in\nMay and rose in June.", 1),
        ("Arrests,\nremovals and returns", 1),
        ("80%\nof the beds were full.", 1),
        ("They met on 5\nth\nStreet in Boise.", 1),
        ("The rate of arrests fell by\n9.5%\n.", 1),
        ("The jail grew again this year. It now includes\n15 new beds\nfor men.", 1),
        ("Three men held compared to one in May\n34 women held in June", 2),
        ("12 men\n\nand 13 women", 2),
        ("• 12 men\n• 13 women", 2),
        ("1. names\n2. cities", 2),
        ("It held:\n40 men", 2),
        ("ARRESTS RISE ACROSS\nTHE STATE OF IDAHO", 1),
        (
            "The agency held more people in its jails in the spring of that year\n"
            "Than in any spring since the count began, and it said that the\n"
            "number would rise.",
            1,
        ),
    ],
)
def test_a_line_broken_to_fit_belongs_to_its_paragraph(text: str, expected: int) -> None:
    assert len(blocks(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents held 40 men. Ten left.", 2),
        ("It was Jan. 26 in Washington, D.C. The raid ended.", 2),
        ("The U.S. Marshals came at 10 a.m. on Monday.", 1),
        ("They left the U.S. The rest stayed.", 2),
        ("Dr. J. R. Ruiz met Gov. Lee of Acme Inc. on No. 5 Main St. today.", 1),
        ('"We held 30," he said. "Ten left."', 2),
        ("It fell (to 12). Then it rose!", 2),
        ("It fell to 12.[3] Then it rose.12 The end.", 3),
        ("He was held.The men left.", 2),
        ("It was 4.5. It is 5.5 now.", 2),
        ("Why? Because 40 left...", 2),
    ],
)
def test_a_sentence_ends_at_a_stop_and_not_at_a_shortened_word(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


def test_a_heading_is_told_from_a_paragraph() -> None:
    kinds = [b.kind for b in read_text("Arrests rise\n\nAgents held 40 men.\n\n- 12 men").blocks]
    assert kinds == ["heading", "paragraph", "item"]
