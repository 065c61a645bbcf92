"""What stands beside a text changes nothing that is found in it."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise, permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot import check
from crossfoot.model import Finding
from crossfoot.read import read_text
from crossfoot.read.stories import stories

RELEASE = """\
Monday, March 3, 2025
Lakeside Officers Recover 41 Stolen Bicycles
In a Three-Week Search of Garages
The Lakeside sheriff's office today announced that 41 stolen bicycles were recovered in a search \
of garages that took three weeks. Officers arrested 12 people, 7 of them in the harbor district \
and 5 in the old town.
The sheriff said that 33 of the 41 bicycles, or 80 percent, went back to their owners."""

DATED = """\
DAYTON HEIGHTS, Ohio – Inspectors closed 9 of the 60 restaurants that they visited in April, or \
15 percent, the county health office said on Tuesday.
In March the inspectors closed 12 restaurants. Six of the nine closed in April have opened again, \
and three remain closed."""

LETTERS = """\
FOR IMMEDIATE RELEASE
Contact: press@harbor.example
Harbor Library Lends Record 5,400 Books
The harbor library lent 5,400 books during the summer, an increase of 8 percent from the 5,000 \
of the summer before, the librarians told the council in their yearly letter.
Children borrowed 3,100 of the 5,400 books, and adults the other 2,300."""

PLAIN = """\
Nearly 300 passengers were stranded overnight when two trains broke down outside the city, the \
railway said. Of the 296 passengers, 190 were brought home by bus and 100 slept in a school.
The trains had carried 150 and 146 passengers."""

SHOUTED = """\
FARMER FINED $4,000 FOR DUMPING IN RIVER
MILLBROOK (Valley Wire) - A farmer was fined $4,000 for the dumping of 20 barrels in the river, \
and must pay another $1,500 for the cleaning, a total of $5,600.
Divers found 20 barrels below the bridge last autumn, and officials tested the water for months."""

LOGGED = """\
Harbor patrol log
1. Boats stopped: 14
2. Boats stopped at night: 5
3. Fines: 3
4. Warnings: 11"""

TEXTS = (RELEASE, DATED, LETTERS, PLAIN, SHOUTED, LOGGED)
RULES = ("###", "# # #", "-30-", "---", "* * *", "__________", "==========")
# what shows where it begins without a rule above it
HEADED = (RELEASE, LETTERS, SHOUTED)
BEFORE = (
    "The weather was fine.",
    "Residents of the town gathered in the square for the harvest festival, and the mayor opened "
    "the market with a speech about the new bridge.",
)
AFTER = "Visitors from the villages said that they would return in spring, when the gardens open."


def told(finding: Finding, shift: int = 0) -> tuple[object, ...]:
    """A finding with its figures as they stand in a text that begins at *shift*."""
    roles = finding.relation.roles.items()
    placed = [
        (role, [(m.start - shift, m.end - shift) for m in members]) for role, members in roles
    ]
    return finding.code, finding.verdict, finding.arithmetic, repr(sorted(placed))


def findings(text: str, shift: int = 0) -> Counter[tuple[object, ...]]:
    return Counter(told(f, shift) for f in check(text).findings)


def changes_nothing(first: str, second: str, between: str) -> bool:
    """Whether two texts, one after the other, have the findings that each has alone."""
    shift = len(first) + len(between)
    alone = findings(first) + Counter(told(f, -shift) for f in check(second).findings)
    return findings(first + between + second) == alone


@pytest.mark.parametrize("rule", RULES)
def test_texts_with_a_rule_between_do_not_touch(rule: str) -> None:
    for first, second in permutations((RELEASE, DATED, LETTERS, PLAIN, SHOUTED), 2):
        assert changes_nothing(first, second, f"\n\n{rule}\n\n"), (first[:40], second[:40])


@pytest.mark.parametrize("rule", RULES)
def test_a_list_above_a_rule_is_a_text(rule: str) -> None:
    for second in (RELEASE, DATED, LETTERS, PLAIN, SHOUTED):
        assert changes_nothing(LOGGED, second, f"\n\n{rule}\n\n"), second[:40]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n"])
def test_a_head_shows_where_a_story_begins(gap: str) -> None:
    for first, second in product((RELEASE, DATED, LETTERS, PLAIN, SHOUTED), HEADED):
        if first is not second:
            assert changes_nothing(first, second, gap), (first[:40], second[:40])


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("between", ["\n\n", "\n\n---\n\n"])
def test_words_around_a_text_change_nothing(before: str, between: str) -> None:
    for text in TEXTS:
        around = f"{before}{between}{text}{between}{AFTER}"
        assert findings(around, len(before + between)) == findings(text), text[:40]


def test_each_text_here_has_findings() -> None:
    assert all(findings(text) for text in TEXTS if text is not LOGGED)
    verdicts = [f.verdict for text in TEXTS for f in check(text).findings]
    assert verdicts.count("inconsistent") == 1  # $4,000 and $1,500 are no $5,600


SWEPT = "Wardens fined 48 anglers over the long weekend on the upper lake, the park said on Monday."
GOING_ON = "Of the 49 anglers fined on the lake, 14 had fished without a license, the wardens said."
BOXES = (
    "Related stories\n\n* Wardens at Pine River fine 12",
    "Read more: Wardens at Pine River fine 12",
    "More coverage for the uninsured",
    "Fines Follow at the Upper Lake\nMarch 9, 2020",  # of a chronology
)


@pytest.mark.parametrize("box", BOXES)
def test_a_box_inside_an_article_parts_nothing(box: str) -> None:
    head = "Wardens Search the Upper Lake\nMarch 3, 2020\n"
    text = f"{head}{SWEPT}\n\n{box}\n\n{GOING_ON}"
    assert len(stories(read_text(text))) == 1
    assert any(f.code == "CF201" and f.verdict == "inconsistent" for f in check(text).findings)


@pytest.mark.parametrize("line", ["Related stories", "More news from the region", "Read more:"])
def test_a_line_of_links_parts_what_tells_of_something_else(line: str) -> None:
    text = f"{SWEPT}\n\n{line}\n\n{PLAIN}"
    assert len(stories(read_text(text))) == 2


LINES = (
    "!", "?", "-", "#", "###", "-30-", "---", "* * *", "RENO", "RENO – 12", "By Jane Doe", "“",
    "March 3, 2025", "FOR IMMEDIATE RELEASE", "Related stories", "1. Boats: 14", "Boats\t14\t15",
    "Lakeside Officers Recover 41 Stolen Bicycles", "press@harbor.example", PLAIN, DATED,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n"])), max_size=12))
def test_any_lines_are_read_where_they_stand(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + gap for line, gap in lines)
    report = check(text)
    assert [f.text for f in report.figures] == [text[f.start : f.end] for f in report.figures]
    assert [f.id for f in report.figures] == [f"f{n + 1}" for n in range(len(report.figures))]
    sentences = report.document.sentences
    assert all(sentences[f.sentence].start <= f.start for f in report.figures)
    parts = stories(report.document)
    for one, after in pairwise(parts):
        assert one.start + len(one.document.text) <= after.start
    for part in parts:
        assert text[part.start :].startswith(part.document.text)
        assert all(s.block < len(part.document.blocks) for s in part.document.sentences)


def natural(shared: Path) -> list[str]:
    files = (shared / "eval" / f"{name}-dev.jsonl" for name in ("relations", "stories"))
    lines = (line for file in files for line in file.read_text("utf-8").split("\n") if line)
    documents = map(json.loads, lines)
    return [d["text"].strip("\n") for d in documents if not d.get("mutated")]


def changed(texts: list[str], between: str) -> int:
    """How many texts are told apart from the next one and the findings of both are theirs."""
    pairs = zip(texts, [*texts[1:], texts[0]], strict=True)
    return sum(not changes_nothing(one, other, between) for one, other in pairs)


@pytest.mark.parametrize(
    ("between", "most"), [("\n\n###\n\n", 0), ("\n\n-30-\n\n", 0), ("\n\n---\n\n", 1), ("\n\n", 12)]
)
def test_real_texts_one_after_another(shared: Path, between: str, most: int) -> None:
    """The rest is told in the notes on quality: a story of plain prose below a blank line."""
    assert changed(natural(shared), between) <= most


def test_real_texts_are_one_story_each(shared: Path) -> None:
    assert [t[:60] for t in natural(shared) if len(stories(read_text(t))) > 1] == []


def test_real_texts_among_plain_words(shared: Path) -> None:
    before = f"{BEFORE[1]}\n\n"
    apart = [
        text[:60]
        for text in natural(shared)
        if findings(f"{before}{text}\n\n{AFTER}", len(before)) != findings(text)
    ]
    assert apart == []
