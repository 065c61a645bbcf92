"""A dash that stands tight between words reads as one that is set off by blanks."""

from __future__ import annotations

import pytest

from crossfoot import check
from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Dashed, Reading
from crossfoot.read import read_text

TEXTS = (
    "Agents arrested 13 people — seven men and five women — on Friday.",
    "More than half — 12 of 30 — had convictions, and 40 percent — 14 of 30 — had none.",
    "12 arrested in raid\n\nThirteen people — all from Norland — were arrested at the harbor.",
    "Three senators — Ann Roe, Bo Day, Dan Fox and Cal Moss — left the building.",
    "The two accused — Ann Roe, 31, and Bo Day, 40 — were held for 12 days.",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("tight", ["—", "--"])
def test_tight_and_set_off_dashes_read_alike(text: str, tight: str) -> None:
    apart, together = check(text), check(text.replace(" — ", tight))
    assert [f.message for f in apart.findings] == [f.message for f in together.findings]
    assert [f.text for f in apart.figures] == [f.text for f in together.figures]


def test_positions_behind_a_tight_dash_are_those_of_the_text() -> None:
    text = "Police held 13 people—seven men, 5 women--on Friday."
    document = read_text(text)
    (skeleton,) = Reading(document, read_figures(document)).sentences
    assert isinstance(skeleton, Dashed)
    assert " people - " in skeleton.text
    assert " women - on" in skeleton.text
    for word in ("held", "people", "men", "women", "on"):
        at = skeleton.text.index(f"{word}")
        assert text[skeleton.offset(at) :].startswith(word)
        assert skeleton.position(skeleton.offset(at)) == at
    for figure in skeleton.figures:
        assert skeleton.position(figure.start) == skeleton.sign_of(figure)
        assert skeleton.offset(skeleton.sign_of(figure)) == figure.start
