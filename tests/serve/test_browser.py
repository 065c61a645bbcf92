"""The page in a real browser: every view, keyboard only, rules of access, hostile input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crossfoot import check
from crossfoot.ledger import Ledger
from tests.conftest import listen, needed
from tests.ledger.stories import reports
from tests.serve.site import served
from tests.serve.test_guard import HOSTILE

for module in ("duckdb", "starlette", "uvicorn"):
    needed(module)
pytestmark = pytest.mark.browser

DRAFT = (
    "ICE arrested 412 people in Operation River Bend, which ended on Friday, June 6, 2025. "
    "It made 71 arrests in Tampa, Florida, and 140 in Miami."
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ledger = Ledger(tmp_path_factory.mktemp("browser") / "ledger.duckdb", keep=0.5)
    ledger.add(reports(), keep_text=True)
    table = "\n".join(f"City {n}: {n * 7} arrests in Tampa, Florida." for n in range(400))
    ledger.add(
        check(HOSTILE + "\n\n" + table + "\n\nשלום 12 عدد 34 \U0001f600", published="2025-06-07",
              name="<b>name</b>"),
        keep_text=True,
    )  # fmt: skip
    with served(ledger) as address:
        yield address


class Visit:
    """A page that is open, with all that it complained of and asked for."""

    def __init__(self, page: Any, site: str) -> None:
        self.page, self.site = page, site
        self.noise: list[str] = []
        self.requests: list[str] = []
        listen(page, self.noise, self.requests)

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("networkidle")

    def breaches(self) -> list[str]:
        axe = needed("axe_playwright_python.sync_playwright").Axe()
        found = axe.run(self.page).response["violations"]
        return [f"{v['id']}: {[n['target'] for n in v['nodes']][:3]}" for v in found]

    def press_until(self, key: str, wanted: str, limit: int = 60) -> None:
        """Press *key* until the focused element fits the selector."""
        for _ in range(limit):
            self.page.keyboard.press(key)
            if self.page.evaluate("s => document.activeElement.matches(s)", wanted):
                return
        pytest.fail(f"{wanted} is not reached with {key}")


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    opened = Visit(page, site)
    yield opened
    folder = os.environ.get("CROSSFOOT_SCREENSHOTS")
    if folder:
        name = os.environ["PYTEST_CURRENT_TEST"].split("::")[-1].split(" ")[0]
        page.screenshot(path=str(Path(folder) / f"serve-{name.replace('/', '_')}.png"))
    assert not opened.noise
    foreign = [u for u in opened.requests if not u.startswith((site, "about:", "data:"))]
    assert not foreign
    page.close()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "path", ["/", "/figures", "/events", "/measures", "/measures/arrests", "/draft"]
)
def test_views_keep_the_rules_of_access(browser: Any, visit: Visit, path: str, dark: bool) -> None:
    visit.page.emulate_media(color_scheme="dark" if dark else "light")
    visit.go(path)
    assert visit.page.locator("h1").count() == 1
    assert visit.breaches() == []


def test_from_the_list_to_a_document_to_its_event_by_keyboard(visit: Visit) -> None:
    visit.go("/")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    visit.page.keyboard.press("Enter")
    visit.press_until("Tab", "tbody th a")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/documents/*")
    assert visit.breaches() == []
    visit.press_until("Tab", "dl.about a")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/events/*")
    assert visit.breaches() == []


def test_an_event_shows_who_says_what(visit: Visit) -> None:
    visit.go("/events")
    visit.page.click("tbody a:has-text('bend')")
    assert visit.page.inner_text("h1") == "Operation River Bend"
    differ = visit.page.inner_text("tr.differ >> nth=0")
    assert {"61", "16"} <= set(differ.split()) or {"83"} <= set(differ.split())
    visit.page.click("tr.differ summary >> nth=0")
    assert visit.page.locator("tr.differ details li").first.is_visible()
    assert visit.breaches() == []


def test_figures_are_found_and_filtered(visit: Visit) -> None:
    visit.go("/figures")
    visit.page.fill("input[name=q]", "Tall Pine")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/figures?*")
    assert "2 figures" in visit.page.inner_text("[role=status]")
    visit.go("/figures")
    visit.page.select_option("select[name=measure]", "detained")
    visit.page.click("button")
    assert "51,302" in visit.page.inner_text("tbody")


def test_a_document_shows_its_marked_text(visit: Visit) -> None:
    visit.go("/figures?q=Tall+Pine")
    visit.page.click("tbody td a >> nth=0")
    frame = visit.page.frame_locator("iframe.report")
    frame.locator(".fig").first.wait_for()
    assert frame.locator("article .fig").count() >= 3
    frame.locator("#next").click()
    assert visit.breaches() == []


def test_a_measure_is_drawn(visit: Visit) -> None:
    pytest.importorskip("vl_convert")
    visit.go("/measures/arrests")
    assert visit.page.evaluate("document.querySelector('img.chart').naturalWidth") > 300
    for form in ("PNG", "SVG", "CSV"):
        with visit.page.expect_download() as download:
            visit.page.click(f"figcaption a:has-text('{form}')")
        assert download.value.suggested_filename == f"arrests.{form.lower()}"


def test_a_draft_is_checked_with_the_keyboard(visit: Visit) -> None:
    visit.go("/draft")
    visit.press_until("Tab", "textarea")
    visit.page.keyboard.insert_text(DRAFT)
    visit.page.fill("#published", "2025-06-10")
    visit.press_until("Tab", "form.draft button")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("#result")
    assert "CF301" in visit.page.inner_text(".cards")
    frame = visit.page.frame_locator("iframe.report")
    frame.locator("article .fig").first.wait_for()
    assert visit.breaches() == []


def test_a_hostile_document_does_nothing_but_show(visit: Visit) -> None:
    visit.go("/figures?q=1,204")
    visit.page.click("tbody td a >> nth=0")
    frame = visit.page.frame_locator("iframe.report")
    frame.locator("article .fig").first.wait_for()
    assert visit.page.title() != "ran"
    assert "<script>" in frame.locator("article").inner_text()
    assert frame.locator("article img, article script, article svg").count() == 0
    assert visit.breaches() == []


def test_what_does_not_hold_stands_first(browser: Any, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.duckdb")
    text = (
        "Deputies arrested 60 people, 40 men and 20 women. Of the 60, 30, or 40 percent, were "
        "held. Thefts fell from 100 to 80, or 20 percent."
    )
    ledger.add([check(text, name="sweep.txt")])
    with served(ledger) as address:
        visit = Visit(browser.new_page(), address)
        visit.go("/documents/" + ledger.documents()[0]["id"])
        cards = visit.page.eval_on_selector_all("li.card", "all => all.map(e => e.className)")
        visit.page.close()
    assert cards[0] == "card v-inconsistent"
    assert set(cards[1:]) == {"card v-consistent"}
