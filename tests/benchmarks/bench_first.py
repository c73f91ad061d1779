"""How soon the text of a page can be read, and how large a page in one file is."""

import gzip
import statistics
from collections.abc import Mapping
from typing import Any

from benchmarks.report import table, times
from browser.conftest import launch
from conftest import serving
from playwright.sync_api import Browser, sync_playwright

from logreg_app.export import page, small
from logreg_app.lesson import lessons
from logreg_app.state import State
from logreg_app.view import View

RUNS = times(5)
PAGES = {"free lab": "", "lesson 01": "?lesson=01"}
SLOW: Mapping[str, Any] = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
LINES: dict[str, Mapping[str, Any] | None] = {"here": None, "400 kbit/s with 400 ms": SLOW}
SAID = """## Until something can be read

The text is there with the first paint of a fresh profile, and the plots when all of them are drawn.
The figures are medians of {runs} visits.

{table}

As one file, compressed as servers send it, the free lab has {lab:.0f} KB and the largest of the
lessons, {largest}, {size:.0f} KB.
"""
# Text is readable when it is painted; a still picture has the place of a plot until then.
TIMES = (
    """() => [performance.getEntriesByName("first-contentful-paint")[0]?.startTime, window.first]"""
)
NOTE = """new MutationObserver(() => {
  const ready = document.body?.dataset.ready === "true";
  if (ready && !window.first) window.first = performance.now();
}).observe(document, { childList: true, subtree: true, attributes: true });"""


def visit(browser: Browser, url: str, line: Mapping[str, Any] | None) -> tuple[float, float]:
    """Milliseconds until the text is painted, and until the plots are drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.add_init_script(NOTE)
    if line:
        client = context.new_cdp_session(tab)
        client.send("Network.enable")
        client.send("Network.emulateNetworkConditions", dict(line))
    tab.goto(url, timeout=120_000)
    tab.wait_for_selector("body[data-ready=true]", timeout=120_000)
    text, plots = tab.evaluate(TIMES)
    context.close()
    return text, plots


def rows(browser: Browser, url: str) -> list[list[str]]:
    """A row of the table for each page on each line."""
    found = []
    for name, query in PAGES.items():
        for line, conditions in LINES.items():
            visits = [visit(browser, url + query, conditions) for _ in range(RUNS)]
            text, plots = (statistics.median(each) for each in zip(*visits, strict=True))
            found.append([name, line, f"{text:.0f}", f"{plots:.0f}"])
    return found


def compressed(state: State, view: View) -> float:
    """Size of a page in one file, in KB as it is sent."""
    return len(gzip.compress(page(state, view).encode())) / 1e3


def main() -> None:
    """Measure, and print what there is to say."""
    with serving() as served, sync_playwright() as playwright:
        browser = launch(playwright)
        measured = rows(browser, served.url)
        browser.close()
    sizes = {
        n: compressed(State.of(each.scene), View(lesson=each)) for n, each in lessons().items()
    }
    largest = max(sizes, key=lambda number: sizes[number])
    heads = ["page", "line", "text, ms", "plots, ms"]
    lab = compressed(State(), View(datasets=small()))
    told = {"runs": RUNS, "lab": lab, "largest": largest, "size": sizes[largest]}
    print(SAID.format(table=table(heads, measured), **told))


if __name__ == "__main__":
    main()
