"""The page as a reader uses it: a real server, a real Chromium, the sample records."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from index import Library
from ingest.records import Meeting

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.page.conftest import Server

pytestmark = pytest.mark.browser

QUESTION = "What was said about co-sleeping?"
OFFICER = "The Assistant Director (Safeguarding and Practice)"
Written = Callable[..., str]


def ask(page: "Page", question: str) -> "Locator":
    """Ask a question, and the turn in which it is answered."""
    turns = page.locator(".mb-turn").count()
    page.locator("#mb-question textarea").fill(question)
    page.keyboard.press("Enter")
    turn = page.locator(".mb-turn:not([aria-busy])").nth(turns)
    turn.wait_for()
    return turn


def one_line(text: str | None) -> str:
    """`text` with single blanks."""
    return " ".join((text or "").split())


def in_view(mark: "Locator", box: "Locator") -> bool:
    """Whether the beginning of `mark` can be seen in the scrolled `box`."""
    inner, outer = mark.bounding_box(), box.bounding_box()
    assert inner is not None
    assert outer is not None
    return outer["y"] <= inner["y"] < outer["y"] + outer["height"]


def opened_mark(page: "Page", key: str) -> str:
    """The words that are marked in the open item, once it is the one of `key`. They are in view."""
    page.locator(f"[data-open='{key}']").wait_for()
    marks = page.locator("#mb-item mark")
    assert in_view(marks.first, page.locator("#mb-item"))
    return one_line(" ".join(marks.all_text_contents()))


def test_the_question_is_answered_in_words_of_the_minutes_and_its_source_opens(
    visit: "Page", page_library: Path
) -> None:
    turn = ask(visit, QUESTION)
    answer = one_line(turn.text_content())
    assert OFFICER in answer
    with Library.open(page_library) as library:
        minutes = [one_line(item.minutes) for _, item in library.items() if "co-sleeping" in item.minutes]
    quotes = [one_line(quote).strip("“”") for quote in turn.locator("q").all_text_contents()]
    assert quotes
    assert all(any(quote in text for text in minutes) for quote in quotes)

    said = turn.locator("p, li").filter(has_text=OFFICER).last
    marker = said.locator(".mb-cite")
    marker.click()
    quote = one_line(said.locator("q").text_content()).strip("“”")
    assert opened_mark(visit, marker.get_attribute("data-cite") or "") == quote
    card = visit.locator("#mb-sources [aria-current]")
    assert OFFICER.lower() in one_line(card.text_content()).lower()


def test_the_keyboard_alone_is_enough(visit: "Page") -> None:
    turn = ask(visit, QUESTION)
    visit.locator("#mb-sources button").nth(1).focus()
    visit.keyboard.press("Enter")
    assert opened_mark(visit, "cite-0-2")
    focused = visit.evaluate("document.activeElement.dataset.cite")
    assert focused == "cite-0-2"
    outline = visit.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    more = turn.locator("[data-more]").first
    if more.count():
        more.press("Enter")
        assert more.get_attribute("aria-expanded") == "true"


def test_a_follow_up_is_understood_and_earlier_sources_still_open(visit: "Page") -> None:
    ask(visit, "What did the police say about child protection teams?")
    turn = ask(visit, "And what was decided?")
    assert "child protection" in one_line(turn.locator(".mb-understood").text_content())
    visit.locator(".mb-turn").first.locator(".mb-cite").first.click()
    assert opened_mark(visit, "cite-0-1")
    assert visit.locator("#mb-sources [data-turn='0']").count() == 1


def test_a_committee_narrows_and_what_was_understood_can_be_changed(visit: "Page") -> None:
    visit.locator("#mb-filters .label-wrap").click()
    visit.locator("#mb-committee input").click()
    visit.get_by_role("option", name="Cabinet", exact=True).click()
    visit.get_by_role("button", name="Narrowed down to Cabinet").wait_for()
    turn = ask(visit, QUESTION)
    assert "Only Cabinet" in one_line(turn.text_content())
    places = visit.locator("#mb-sources .mb-place").all_text_contents()
    assert places
    assert all("Cabinet" in place for place in places)

    visit.locator("#mb-clear").click()
    visit.get_by_role("button", name=re.compile("^Narrow down")).wait_for()
    turn.locator("[data-edit]").click()
    visit.get_by_role("button", name="Narrowed down to Cabinet").wait_for()
    assert visit.locator("#mb-question textarea").input_value() == QUESTION


def test_a_refusal_is_plain_and_its_nearest_items_open(visit: "Page") -> None:
    turn = ask(visit, "What was said about the Eurovision song contest in Malmö?")
    assert turn.locator(".mb-refused").get_by_text("Not answered").is_visible()
    assert turn.locator(".mb-cite").count() == 0
    turn.locator(".mb-near button").first.click()
    visit.locator("[data-open='near-0-0']").wait_for()
    assert visit.locator("#mb-item mark").count() == 0


@pytest.mark.parametrize(("question", "told"), [("   ", "The question is empty"), ("why " * 2500, "9,999 characters")])
def test_what_cannot_be_asked_is_told_and_the_conversation_stays(visit: "Page", question: str, told: str) -> None:
    visit.locator("#mb-question textarea").fill(question)
    visit.locator("#mb-ask").click()
    visit.locator("#mb-status .mb-problem").get_by_text(told).wait_for()
    assert visit.locator(".mb-turn").count() == 0


def test_an_example_is_asked_by_a_touch_and_a_new_conversation_begins(visit: "Page") -> None:
    visit.locator("[data-ask]").first.click()
    visit.locator(".mb-turn .mb-cite").first.wait_for()
    visit.get_by_role("button", name="New conversation").click()
    visit.locator("[data-ask]").first.wait_for()
    assert visit.locator(".mb-turn").count() == 0
    assert visit.locator("#mb-item mark").count() == 0


def test_minutes_are_added_and_asked_about(visit: "Page", written: Written, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    visit.locator("#mb-add .label-wrap").click()
    visit.locator("#mb-add input[type=file]").set_input_files([written("rivers.txt"), str(tmp_path / "noise.txt")])
    visit.locator("#mb-told").get_by_text("rivers.txt: added (1 meeting, 2 agenda items)").wait_for()
    visit.locator("#mb-told").get_by_text("noise.txt: not read.").wait_for()
    answer = one_line(ask(visit, "What was said about otters on the Tavel?").text_content())
    assert "Councillor Joe Marsh" in answer
    assert "two otters had been seen on the Tavel below the weir" in answer


def test_a_script_in_the_minutes_stays_text(visit: "Page", hostile_meeting: Meeting, tmp_path: Path) -> None:
    file = tmp_path / "hostile.jsonl"
    file.write_text(hostile_meeting.model_dump_json() + "\n", encoding="utf-8")
    visit.locator("#mb-add .label-wrap").click()
    visit.locator("#mb-add input[type=file]").set_input_files(str(file))
    visit.locator("#mb-told").get_by_text("hostile.jsonl: added").wait_for()
    turn = ask(visit, "What was said about the lamp posts on Weir Lane?")
    assert "<script>window.broken = 1</script>" in one_line(turn.text_content())
    assert "<script>" in opened_mark(visit, "cite-0-1")
    assert visit.evaluate("window.broken") is None


def test_a_long_conversation_stays_quick(visit: "Page") -> None:
    questions = [QUESTION, "What was said about potholes?"] * 5
    seconds = []
    for question in questions:
        begun = time.perf_counter()
        ask(visit, question)
        seconds.append(time.perf_counter() - begun)
    assert visit.locator(".mb-turn").count() == 10
    assert sorted(seconds[5:])[2] < 2.0


def test_a_phone_never_scrolls_sideways_and_shows_what_is_opened(phone: "Page") -> None:
    turn = ask(phone, QUESTION)
    turn.locator(".mb-cite").last.click()
    phone.locator("#mb-item mark").first.wait_for()
    phone.wait_for_function("document.querySelector('#mb-item mark').getBoundingClientRect().top < innerHeight")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("button", name="Back to the answer").click()
    phone.wait_for_function("document.querySelector('#mb-conversation').getBoundingClientRect().top >= -1")


def test_the_browser_asks_nobody_but_the_server(visit: "Page", server: "Server", requests: list[str]) -> None:
    ask(visit, QUESTION)
    assert len(requests) > 5
    assert all(url.startswith((server.address, "data:", "blob:")) for url in requests)


def test_no_file_of_the_library_can_be_fetched(server: "Server", page_library: Path) -> None:
    for file in (path for path in page_library.rglob("*") if path.is_file()):
        assert httpx.get(f"{server.address}gradio_api/file={file}", trust_env=False).status_code in (403, 404)


@pytest.mark.parametrize("scheme", ["visit", "dark"])
def test_contrast_is_enough_in_light_and_dark(scheme: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(scheme)
    ask(page, QUESTION)
    ask(page, "What was said about the Eurovision song contest in Malmö?")
    assert page.evaluate(CONTRAST) >= 4.5
    light = page.evaluate("parseInt(getComputedStyle(document.querySelector('#mb-item')).backgroundColor.slice(4))")
    assert (light > 128) == (scheme == "visit")


# The least contrast of any text to the colour behind it (WCAG 2.2, 1.4.3).
CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (c) => c.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = parts(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const texts = document.querySelectorAll("#mb-header *, #mb-conversation *, #mb-sources *, #mb-item *, #mb-ask");
  return Math.min(...[...texts]
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .filter((node) => node.getClientRects().length && !node.classList.contains("sr-only"))
    .map((node) => [light(parts(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a))
    .map(([high, low]) => (high + 0.05) / (low + 0.05)));
}"""
