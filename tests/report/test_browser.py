"""The HTML report in a real browser: hands on the keyboard, rules of access, hostile input."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import crossfoot
from crossfoot.report.html import render
from tests.conftest import listen, needed
from tests.report.samples import crowd, story
from tests.report.test_html import HOSTILE

pytestmark = pytest.mark.browser

BROKEN = "document.querySelectorAll('.card.on, .fig.on').length"


class Desk:
    """A report that is open in a page, with all that it complained of or asked for."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page, self.path = page, path
        self.noise: list[str] = []
        self.requests: list[str] = []
        listen(page, self.noise, self.requests)
        page.goto(path.as_uri())

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))

    def count(self, selector: str) -> int:
        return int(self.page.locator(f"{selector}:visible").count())

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id"))

    def reload_after(self, write: Callable[[], object]) -> None:
        """Reloads once something was stored.

        On a busy machine Chromium (156) opens one reload in fifty with an empty storage, however
        long ago it was written to; then the same is written and reloaded again.
        """
        for _ in range(5):
            write()
            self.page.reload()
            if self.page.evaluate("localStorage.length"):
                return
        raise AssertionError("the browser stored nothing in five attempts")


@pytest.fixture
def desk(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a report; at the end nothing may have been complained of, or fetched."""
    opened: list[Desk] = []

    def open_(report: crossfoot.Report, **about: Any) -> Desk:
        path = tmp_path / "report.html"
        path.write_text(render(report), "utf-8")
        about.setdefault("viewport", {"width": 1400, "height": 900})
        opened.append(Desk(browser.new_page(**about), path))
        return opened[-1]

    yield open_
    for each in opened:
        assert each.noise == []
        assert [u for u in each.requests if not u.startswith(("file:", "blob:", "data:"))] == []
        each.page.close()


def violations(page: Any) -> list[str]:
    axe = needed("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 420])
def test_no_rule_of_access_is_broken(desk: Any, scheme: str, width: int) -> None:
    at = desk(story(), color_scheme=scheme, viewport={"width": width, "height": 900})
    assert violations(at.page) == []
    at.page.keyboard.press("n")
    at.page.focus("#text a.fig >> nth=2")
    at.page.click("[data-filter=held]")
    at.page.check(".tick >> nth=1")
    assert violations(at.page) == []


def test_a_report_without_findings_is_accessible(desk: Any) -> None:
    at = desk(crossfoot.check("Nothing to count here."))
    assert violations(at.page) == []


def test_n_and_p_walk_through_what_asks_for_a_look(desk: Any) -> None:
    at = desk(story())
    seen = []
    for _ in range(6):
        at.page.keyboard.press("n")
        seen.append(at.text(f"#{at.focused()} .number"))
    assert seen == ["1", "2", "3", "4", "5", "6"]
    at.page.keyboard.press("n")
    assert at.text(f"#{at.focused()} .number") == "1"
    at.page.keyboard.press("p")
    assert at.text(f"#{at.focused()} .number") == "6"
    assert at.text("#step") == "6 of 6"


def test_the_active_finding_lights_its_figures_with_their_roles(desk: Any) -> None:
    at = desk(story())
    at.page.keyboard.press("n")
    lit = at.page.eval_on_selector_all(
        "a.fig.on", "all => all.map(a => a.dataset.role + ' ' + a.firstChild.textContent)"
    )
    assert lit == ["whole 60", "part 21", "part 19", "part 14", "part 16"]
    at.page.keyboard.press("Escape")
    assert at.page.evaluate(BROKEN) == 0


def test_pointing_at_a_finding_outlines_its_figures(desk: Any) -> None:
    at = desk(story())
    at.page.hover(".card >> nth=0")
    assert at.count("a.fig.near") == 5
    at.page.hover("h1")
    assert at.count(".near") == 0


def test_keys_can_be_switched_off_and_do_not_disturb_typing(desk: Any) -> None:
    at = desk(story())
    at.page.fill("#find", "")
    at.page.type("#find", "pennsylvania")
    assert at.page.evaluate(BROKEN) == 0
    at.page.uncheck("#keys")
    at.page.keyboard.press("n")
    assert at.page.evaluate(BROKEN) == 0


def test_a_click_on_a_figure_goes_through_its_findings(desk: Any) -> None:
    at = desk(story())
    base = at.page.locator("#text a.fig", has_text="33").first
    seen = []
    for _ in range(4):
        base.click()
        seen.append(at.text(".card.on .code").split()[0])
    assert seen == ["CF103", "CF901", "CF101", "CF103"]


def test_hover_and_focus_show_the_sum_and_escape_hides_it(desk: Any) -> None:
    at = desk(story())
    at.page.focus("#text a.fig >> nth=1")
    assert "21 + 19 + 14 + 16 = 70, not 60" in at.text("#tip")
    assert at.page.get_attribute("#text a.fig >> nth=1", "aria-describedby") == "tip"
    at.page.keyboard.press("Escape")
    assert at.count("#tip") == 0
    at.page.hover("#text .fig.s-unchecked >> nth=1")
    assert "the wording relates it to no other figure" in at.text("#tip")


def test_every_control_is_reached_by_tab_alone(desk: Any) -> None:
    at = desk(story())
    seen: set[str] = set()
    for _ in range(150):
        at.page.keyboard.press("Tab")
        seen.add(
            at.page.evaluate("(e => e.id || e.className || e.tagName)(document.activeElement)")
        )
    assert {"skip", "next", "prev", "keys", "find", "save", "save-csv", "tick", "note"} <= seen


def test_states_are_filtered_in_margin_text_and_sheet(desk: Any) -> None:
    at = desk(story())
    before = at.count(".card"), at.count("#figures tbody tr")
    at.page.click("[data-filter=failed]")
    assert at.count(".card.s-failed") == 0
    assert at.count("#figures tbody tr.s-failed") == 0
    assert at.count("#text article .fig.s-failed:not(.off)") == 0
    at.page.click("[data-filter=failed]")
    assert (at.count(".card"), at.count("#figures tbody tr")) == before


def test_the_sheet_is_searched_and_sorted(desk: Any) -> None:
    at = desk(story())
    at.page.fill("#find", "denver")
    assert at.count("#figures tbody tr") == 1
    at.page.fill("#find", "")
    for expected in ("ascending", "descending"):
        at.page.click("#figures th[data-sort='2'] button")
        assert at.page.get_attribute("#figures th[data-sort='2']", "aria-sort") == expected
        values = at.page.eval_on_selector_all(
            "#figures tbody th[data-v]", "all => all.map(e => Number(e.dataset.v))"
        )
        assert values == sorted(values, reverse=expected == "descending")


def test_ticks_and_notes_stay_and_travel_with_a_saved_copy(desk: Any, tmp_path: Path) -> None:
    at = desk(story())

    def annotate() -> None:
        at.page.check(".tick >> nth=1")
        at.page.fill(".note >> nth=1", "</script><b>called Denver</b>")
        assert at.text("#ticked") == "1 of 20 verified"

    at.reload_after(annotate)
    assert at.page.input_value(".note >> nth=1") == "</script><b>called Denver</b>"
    assert at.page.is_checked(".tick >> nth=1")
    with at.page.expect_download() as waiting:
        at.page.click("#save")
    copy = tmp_path / "copy.html"
    waiting.value.save_as(copy)
    assert waiting.value.suggested_filename == "story-checked.html"
    at.page.evaluate("localStorage.clear()")
    at.page.goto(copy.as_uri())
    assert at.page.input_value(".note >> nth=1") == "</script><b>called Denver</b>"
    assert at.page.is_checked(".tick >> nth=1")
    at.page.keyboard.press("n")
    assert at.text("#step") == "1 of 6"


def test_notes_on_figures_that_this_sheet_lacks_are_kept(desk: Any) -> None:
    at = desk(story())
    key = at.page.evaluate("'crossfoot:' + document.body.dataset.key + ':'")
    old = {"marks": {"99999": {"tick": True, "note": "read by an older version"}}}
    at.reload_after(
        lambda: at.page.evaluate("([k, v]) => localStorage.setItem(k, v)", [key, json.dumps(old)])
    )
    at.page.check(".tick >> nth=0")
    kept = json.loads(at.page.evaluate("k => localStorage.getItem(k)", key))["marks"]
    assert kept["99999"] == old["marks"]["99999"]
    assert len(kept) == 2
    at.page.uncheck(".tick >> nth=0")
    assert len(json.loads(at.page.evaluate("k => localStorage.getItem(k)", key))["marks"]) == 1


def test_the_sheet_is_saved_as_a_table(desk: Any) -> None:
    at = desk(story())
    at.page.fill(".note >> nth=0", "=1+1")
    with at.page.expect_download() as waiting:
        at.page.click("#save-csv")
    table = Path(waiting.value.path()).read_text("utf-8-sig").splitlines()
    assert table[0].startswith('"verified","line","figure","status"')
    assert table[1].endswith('"\'=1+1"')
    assert len(table) == 21


def test_three_hundred_findings_stay_fluid(desk: Any) -> None:
    """A step, a filter and a sort lay the page out a few times, not once a finding."""
    at = desk(crowd(300))
    assert at.count(".card") == 300
    browser = at.page.context.new_cdp_session(at.page)
    browser.send("Performance.enable")

    def layouts(act: str) -> int:
        def so_far() -> int:
            told = browser.send("Performance.getMetrics")["metrics"]
            return next(int(m["value"]) for m in told if m["name"] == "LayoutCount")

        before = so_far()
        at.page.evaluate(f"() => {{ {act}; document.body.getBoundingClientRect(); }}")
        return so_far() - before

    press = 'new KeyboardEvent("keydown", {key: "n", bubbles: true})'
    assert 0 < layouts(f"document.body.dispatchEvent({press})") <= 10
    assert 0 < layouts('document.querySelector("[data-filter]").click()') <= 10
    sort = "#figures th[data-sort='2'] button"
    assert 0 < layouts(f'document.querySelector("{sort}").click()') <= 10


def test_it_prints(desk: Any) -> None:
    at = desk(story())
    paper = at.page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    pages = needed("pypdf").PdfReader(io.BytesIO(paper)).pages
    printed = " ".join(page.extract_text() for page in pages)
    words = " ".join(unicodedata.normalize("NFKC", printed).split())  # "ff" can be one sign
    assert 2 <= len(pages) <= 4
    assert "21 + 19 + 14 + 16 = 70, not 60" in words
    assert "Officers arrested" in words
    assert "Previous" not in words


def test_hostile_text_does_nothing_but_show(desk: Any) -> None:
    at = desk(crossfoot.check(HOSTILE, name="<img src=x onerror=alert(9)>"))
    at.page.wait_for_timeout(100)
    assert "<script>alert(1)</script>" in at.text("article")
    assert violations(at.page) == []


def test_the_policy_stops_what_is_not_the_reports_own(browser: Any, tmp_path: Path) -> None:
    """Markup that found its way in would still not run, load or style anything."""
    path = tmp_path / "report.html"
    bad = "<img src='x' onerror='window.ran = 1'><script>window.ran = 2</script><p style='top:1px'>"
    path.write_text(render(story()).replace("<article>", f"<article>{bad}"), "utf-8")
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text))
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") is None
    assert len([c for c in complaints if "Content Security Policy" in c]) >= 3
    page.close()


def test_it_reads_without_its_script(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(story()), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator(".card:visible").count() == 9
    assert page.locator("#save:visible").count() == 0
    page.click("#text a.fig >> nth=1")
    assert page.url.endswith("#c1")
    context.close()


def test_a_broken_shelf_is_no_obstacle(desk: Any) -> None:
    at = desk(story())
    key = at.page.evaluate("document.body.dataset.key")
    shelved = f"localStorage.setItem('crossfoot:{key}:', {json.dumps('{no json')})"
    at.reload_after(lambda: at.page.evaluate(shelved))
    assert at.text("#ticked") == "0 of 20 verified"
