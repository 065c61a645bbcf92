"""Signs in a PDF whose font does not say what they stand for."""

from __future__ import annotations

from crossfoot.read.pdf import _known


def test_the_code_of_a_glyph_is_no_figure() -> None:
    assert _known("(cid:127) 12 arrests in Denver") == "• 12 arrests in Denver"
    assert _known("12(cid:3) arrests (cid:127)") == "12 arrests"
    assert _known("Case (12) of 30") == "Case (12) of 30"
