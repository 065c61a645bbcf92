"""Events and links of invented reports; the findings of a draft; properties of linking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crossfoot import check
from crossfoot.ledger import Ledger
from crossfoot.ledger.compare import slipped
from crossfoot.ledger.rows import entry_of
from tests.ledger.stories import EVENTS, LINKS, STORIES, reports

pytest.importorskip("duckdb")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "stories-dev.jsonl"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "ledger.duckdb")
    ledger.add(reports())
    return ledger


def test_events_are_recovered_and_none_mixed(ledger: Ledger) -> None:
    found: dict[str, set[str]] = {}
    for row in ledger.documents():
        found.setdefault(row["event"], set()).add(row["name"])
    assert sorted(map(sorted, found.values())) == sorted(map(sorted, EVENTS))


def test_links(ledger: Ledger) -> None:
    got = {
        (r["kind"], r["later_name"], r["later_text"], r["earlier_name"], r["earlier_text"])
        for r in ledger.links()
    }
    assert got >= LINKS
    kinds = {x for x in got if x[0] not in ("same", "update")}
    assert kinds <= LINKS, "a conflict or label that no reader would draw"


def test_every_link_and_event_says_why(ledger: Ledger) -> None:
    assert all(r["reasons"] for r in ledger.links())
    event = next(e for e in ledger.events() if "bend-early" in e["names"])
    whole = ledger.event(event["event"])
    assert whole["title"] == "Operation River Bend"
    assert all(r["reasons"] for r in whole["relatives"])


def test_a_round_up_binds_no_events(ledger: Ledger, tmp_path: Path) -> None:
    both = Ledger(tmp_path / "both.duckdb")
    roundup = check(
        "ICE made 9,874 arrests in Florida in the first half of 2025, the agency said. "
        "It gave 31,205 for the country. The busiest month was April, with 2,310 arrests. "
        "In May it made 1,922. Among its sweeps were Operation River Bend, with 412 arrests, "
        "and Operation Tall Pine, with 187.",
        published="2025-07-15",
        name="round-up",
    )
    both.add([*reports(), roundup])
    event = {d["name"]: d["event"] for d in both.documents()}
    assert event["bend-release"] != event["pine-release"]


def test_a_background_figure_binds_no_events(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "two.duckdb")
    background = " In fiscal 2024 ICE made 118,640 arrests, or 325 a day, after 172,330 in 2023."
    ledger.add(
        [
            check(
                "ICE arrested 44 people in Ohio on May 5, 2025, it said. Of them 31 had "
                "convictions, and 12 were held in Toledo, Ohio." + background,
                published="2025-05-07",
                name="ohio",
            ),
            check(
                "ICE arrested 52 people in Maine on May 19, 2025, it said. Of them 27 had "
                "convictions, and 15 were held in Bangor, Maine." + background,
                published="2025-05-21",
                name="maine",
            ),
        ]
    )
    assert ledger.events() == []


def test_a_draft_hears_what_other_reports_say(ledger: Ledger) -> None:
    draft = check(
        "ICE arrested 412 people in Operation River Bend, which ended on Friday, June 6, 2025. "
        "It made 71 arrests in Tampa, Florida, and 140 in Miami.",
        published="2025-06-10",
        name="draft",
    )
    before = ledger.query("SELECT count(*) AS n FROM documents")
    found = {
        (f.code, f.verdict, f.figures()[0].text): f
        for f in ledger.check(draft).findings
        if f.code.startswith("CF3")
    }
    conflicts = [k for k in found if k[0] == "CF301"]
    assert ("CF301", "conflict", "71") in conflicts
    assert ("CF305", "consistent", "412") in found
    assert "61" in found["CF301", "conflict", "71"].message
    assert found["CF301", "conflict", "71"].evidence[0].file in STORIES
    assert ledger.query("SELECT count(*) AS n FROM documents") == before


def test_a_draft_of_a_stored_document_is_not_compared_with_itself(ledger: Ledger) -> None:
    (stored,) = reports("year-brief")
    own = [f for f in ledger.check(stored).findings if f.code.startswith("CF3")]
    files = {e.file for f in own for e in f.evidence}
    assert files == {"year-blog"}


def test_a_running_total_is_outdated_only_for_the_earlier_report(ledger: Ledger) -> None:
    (early,) = reports("bend-early")
    (update,) = [
        f for f in ledger.check(early).findings if f.code == "CF303" and "260" in f.message
    ]
    assert update.verdict == "unverifiable"


def test_cli_check_with_ledger(
    ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from crossfoot.cli import main

    story = tmp_path / "story.txt"
    story.write_text("In Operation River Bend, ICE made 71 arrests in Tampa, Florida, by June 6.")
    arguments = ["check", str(story), "--published", "2025-06-10", "--ledger", str(ledger.path)]
    assert main([*arguments, "--format", "json"]) == 0
    codes = {f["code"] for f in json.loads(capsys.readouterr().out)["findings"]}
    assert codes <= {"CF301", "CF302", "CF303", "CF304", "CF305"}
    assert main([*arguments[:-1], str(tmp_path / "none.duckdb")]) == 2
    assert "no ledger there" in capsys.readouterr().err


def test_names_of_private_persons_are_left_out() -> None:
    report = check(
        "Agents arrested 61 people in Tampa, among them Oscar Valdez, 46, and 12 of his "
        "co-workers. Valdez said 30 agents came. Mayor Jane Castor said 15 homes were searched. "
        "Mr. Lind told 4 reporters that Maria de la Cruz, 31, was taken to Krome.",
        name="a",
    )
    kept = " ".join(c.excerpt + " ".join(c.words) for c in entry_of(report).claims)
    for name in ("Valdez", "Oscar", "Lind", "Cruz", "Maria", "valdez", "lind", "cruz"):
        assert name not in kept
    assert "Tampa" in kept
    assert "Mayor Jane Castor" in kept


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [(61, 16, True), (1240, 124, True), (412, 412_000, False), (61, 71, False), (5, 50, False)],
)
def test_slips_of_the_pen(one: int, other: int, slip: bool) -> None:
    from fractions import Fraction

    assert slipped(Fraction(one), Fraction(other)) is slip


def test_quality_of_the_development_gold() -> None:
    if not SHARED.exists():
        pytest.skip("no ../shared/eval beside the project")
    from tests.quality.ledger import score, stories

    result = score(stories(SHARED))
    assert result["precision"] >= 0.90
    assert result["recall"] >= 0.85
    assert (result["recovered"], result["mixed"]) == (result["clusters"], 0)


def test_long_tables_are_linked_in_bounded_time(tmp_path: Path) -> None:
    """Two documents of thousands of figures: the first of each are set side by side."""
    import time

    line = "ICE arrested {} people in Tampa, Florida, and {} in Ocala on June 6, 2025."
    ledger = Ledger(tmp_path / "long.duckdb")
    text = "\n".join(line.format(n + 100, n) for n in range(1000))
    begin = time.process_time()
    ledger.add(check(text, published="2025-06-07", name="one"))
    ledger.add(check("A note. " + text, published="2025-06-08", name="two"))
    assert time.process_time() - begin < 60
    assert ledger.links()


def test_a_name_is_masked_where_an_excerpt_cuts_it() -> None:
    report = check(
        "The raid ended. " * 4 + "Maria Lopez Ortega told reporters that 12 people were held.",
        name="a",
    )
    kept = " ".join(c.excerpt for c in entry_of(report).claims)
    assert "Ortega" not in kept
    assert "Lopez" not in kept
