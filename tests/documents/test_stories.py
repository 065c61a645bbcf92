"""Where one text of a document ends and the next begins."""

from __future__ import annotations

import pytest

from crossfoot import check
from crossfoot.read import read_text
from crossfoot.read.files import load_bytes
from crossfoot.read.stories import stories

FIRST = (
    "Rangers counted 48 nests along the shore this spring, 12 more than the year before, park "
    "officials said. Visitors are asked to stay on the paths until the young birds have left."
)
SECOND = (
    "Bakers in the valley sold 900 loaves at the autumn fair, and gave another 100 to the school "
    "kitchen, city officials said. The 1,000 loaves were baked from grain of the valley."
)
MORE = (
    "Most of the nests lie behind the dunes, where foxes seldom come and the wind is weak. The "
    "birds arrive in March from the south, and leave again when the storms of autumn begin."
)
SOLD = (
    "The grain was milled in the old mill by the bridge, which had stood still for thirty winters. "
    "Pupils helped to carry the sacks, and a teacher told them how flour was once weighed and paid."
)
LAST = "The rangers count the nests again in summer, from boats, when the water is low enough."


def begins(text: str) -> list[str]:
    """The first line of each story."""
    return [s.document.text.strip().split("\n")[0][:40] for s in stories(read_text(text))]


@pytest.mark.parametrize(
    "head",
    [
        "Tuesday, October 7, 2025\nBakers of the Valley Sell Out at Fair",
        "Bakers of the Valley Sell Out at Fair\nOct. 7, 2025",
        "FOR IMMEDIATE RELEASE\nBakers of the Valley Sell Out at Fair",
        "Bakers of the Valley Sell Out at Fair\nBy Jane Doe, Valley Wire",
        "###",
        "* * *\n\nBakers of the Valley Sell Out at Fair",
        "---------- Forwarded message ----------",
        "Related stories",
    ],
)
def test_a_head_or_a_rule_begins_a_story(head: str) -> None:
    assert len(begins(f"{FIRST}\n\n{head}\n\n{SECOND}")) == 2


@pytest.mark.parametrize(
    "dateline",
    [
        "RENO, Nevada, Oct. 7 – ",
        "RENO (Valley Wire News) - ",
        "FAIR SELLS OUT: RENO, Nev., Oct. 7 (Wire) -- ",
    ],
)
def test_a_second_dateline_begins_a_story(dateline: str) -> None:
    text = f"WASHINGTON — {FIRST}\n\n{dateline}{SECOND}"
    assert begins(text)[1][:20] == dateline[:20].strip()


@pytest.mark.parametrize(
    "between",
    [
        "Loaves Sold",  # a section's heading
        "Loaves sold at the fair and given away",
        "* * *\n\nOf those, 30 were below the cliffs, said the keeper of the light.",
        "---\n\nFair",  # and below a rule
        "October 7, 2025",  # a day in a chronicle, no title beside it
        "Sales by town\n-------------",  # a line below a heading is no rule
        "RENO – 12 loaves",  # a line of a list
    ],
)
def test_sections_of_a_report_stay_together(between: str) -> None:
    assert len(begins(f"{FIRST}\n\n{between}\n\n{SECOND}")) == 1


@pytest.mark.parametrize(
    "head",
    [
        "Bakers in Valley Sell 900 Loaves at Autumn Fair",
        "Valley bakers sell 900 loaves, give 100 to school kitchen",
    ],
)
def test_a_headline_that_its_lede_says_again_begins_a_story(head: str) -> None:
    text = f"{FIRST}\n\n{MORE}\n\n{LAST}\n\n{head}\n\n{SECOND}\n\n{SOLD}"
    assert len(begins(text)) == 2


def test_a_headline_over_more_of_the_same_may_begin_a_story() -> None:
    head = "Rangers Count More Nests Along the Northern Shore"
    again = (
        "Park rangers counted more nests along the northern shore, 31 of the 48, and the rest on "
        "the islands. Visitors are asked to stay on the paths there too."
    )
    text = f"{FIRST}\n\n{MORE}\n\n{LAST}\n\n{head}\n\n{again}\n\n{MORE}"
    (story,) = stories(read_text(text))
    assert [part.document.text.split("\n")[0] for part in story.parts] == [FIRST, head]
    assert [text[part.start :][:20] for part in story.parts] == [FIRST[:20], head[:20]]
    told = [[m.text for m in f.relation.figures("figures")] for f in check(text).findings]
    assert ["48", "48"] in told  # across what may be but a section


def test_what_a_part_tells_alone_is_found_in_the_whole() -> None:
    head = "Rangers Find 31 Nests on the Northern Shore"
    again = "Park rangers found 31 nests on the northern shore, where visitors must stay on paths."
    part = f"{head}\n\n{again}\n\n{MORE}"
    text = f"{FIRST}\n\n{MORE}\n\n{LAST}\n\n{part}"
    assert len(begins(text)) == 1
    alone = [[m.text for m in f.relation.figures("figures")] for f in check(part).findings]
    assert alone == [["31", "31"]]
    places = [[m.start for m in f.relation.figures("figures")] for f in check(text).findings]
    assert [text.index("31"), text.rindex("31")] in places


@pytest.mark.parametrize(
    "head", ["What was sold at the fair", "Loaves sold", "The year in figures for the bakers"]
)
def test_the_heading_of_a_section_begins_none(head: str) -> None:
    assert len(begins(f"{FIRST}\n\n{head}\n\n{SECOND}")) == 1


def test_captions_before_the_dateline_belong_to_the_story() -> None:
    captions = "A ranger counts the nests above the shore on a morning in spring. (Valley Wire)"
    assert len(begins(f"{captions}\n\nRENO, Nev. – {FIRST}")) == 1


def test_figures_stand_where_they_stand_in_the_whole() -> None:
    table = "Town\tLoaves\nReno\t400\nElko\t600"
    last = (
        "ICE arrested 40 people on the way to the fair, the Department of Homeland Security said."
    )
    text = f"WASHINGTON — {FIRST}\n\n-30-\n\n{table}\n\nRENO — {SECOND}\n\n{last}"
    report = check(text)
    figures = report.figures
    assert [f.text for f in figures] == [text[f.start : f.end] for f in figures]
    assert [f.id for f in figures] == [f"f{n}" for n in range(1, len(figures) + 1)]
    assert [f.start for f in figures] == sorted(f.start for f in figures)
    sentences = report.document.sentences
    assert all(sentences[f.sentence].start <= f.start < sentences[f.sentence].end for f in figures)
    assert "30" not in {f.text for f in figures}  # of the rule
    sources = [text[f.source.start : f.source.end] for f in figures if f.source]
    assert sources[-1] == "Department of Homeland Security"


def test_a_second_title_of_a_page_begins_a_story() -> None:
    titles = "Rangers Count More Nests", "Bakers Sell Out at Fair"
    one, two = (f"<h1>{t}</h1><p>{b}</p>" for t, b in zip(titles, (FIRST, SECOND), strict=True))
    page = f"<html><body><article>{one}{two}</article></body></html>"
    document = load_bytes(page.encode(), "page.html")
    assert [s.document.text.split("\n")[0] for s in stories(document)] == list(titles)


def test_no_number_of_one_story_is_held_against_another() -> None:
    one = "Officers in Elko arrested 31 people in a sweep of three days, the sheriff's office said."
    other = (
        "Officers in Elko arrested 13 people in a sweep of three days, the sheriff's office said."
    )
    text = f"ELKO, Nev. – {one}\n\nELKO, Nev. – {other}"
    assert not check(text).findings
