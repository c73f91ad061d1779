"""How fast the page follows the hand, with a real mouse and real keys in Chromium.

Beside the served page and the page in one file stands a bare canvas: the floor.
"""

import gzip
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy
from benchmarks.clock import (
    FLOOR,
    KEYS,
    MOVES,
    SECONDS,
    WATCH,
    cpu,
    dragged,
    pressed,
    quantiles,
)
from benchmarks.report import table
from browser.conftest import launch
from conftest import serving
from playwright.sync_api import Browser, Page, sync_playwright

from logreg_app import catalog, export
from logreg_app.state import State
from logreg_app.view import View
from logreg_core import Dataset

LARGE = 100_000  # samples
SAID = """## While a slider moves

A mouse moves w₁ of the loans {moves} times in {seconds:g} s and arrow keys move it {keys} times, at
1280 × 900 without a GPU in Chromium {version}. Latency is from the input event to the end of the
frame in which all plots in sight show its value. A move of the mouse waits until the page has
taken the last one, which sets the updates a second. A value that is missing was overtaken by the
next one within its own frame.

{table}

While a slider moves the server hears nothing; it is asked once when the hand rests, and spends
{cpu:.2f} ms of its CPU a slider event.
"""


@dataclass
class Row:
    """One line of the table."""

    way: str
    plots: int = 0
    key: list[float] = field(default_factory=list)
    drag: list[float] = field(default_factory=list)
    drawn: str = ""
    rate: float = 0.0
    release: float = 0.0
    thread: float = 0.0
    first: float = 0.0
    transfer: str = ""

    def cells(self) -> list[str]:
        """The line as text."""
        key, drag = quantiles(self.key), quantiles(self.drag)
        return [
            self.way,
            f"{self.plots}",
            f"{key[0]:.0f} / {key[1]:.0f}",
            f"{drag[0]:.0f} / {drag[1]:.0f} / {max(self.drag):.0f}",
            self.drawn,
            f"{self.rate:.0f}",
            f"{self.release:.0f}",
            f"{self.thread:.1f}",
            f"{self.first:.0f}",
            self.transfer,
        ]


HEADS = [
    "page",
    "plots",
    "key p50 / p95, ms",
    "drag p50 / p95 / max, ms",
    "values drawn",
    "updates/s",
    "last value after release, ms",
    "main thread, ms/update",
    "ready, ms",
    "transfer",
]


def measure(browser: Browser, way: str, url: str, pid: int | None = None) -> tuple[Row, float]:
    """Press keys, drag, and read the clock; also the server's CPU ms for each input event."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script("""new MutationObserver(() => {
      const ready = document.body?.dataset.ready === "true";
      if (ready && !window.first) window.first = performance.now();
    }).observe(document, { childList: true, subtree: true, attributes: true });""")
    page.goto(url)
    page.wait_for_selector("body[data-ready=true]")
    page.wait_for_timeout(1000)
    row = Row(way, first=page.evaluate("() => window.first"), transfer=transferred(page))
    page.evaluate(WATCH)
    row.plots = page.evaluate("() => window.watched ?? 4")
    before = cpu(pid) if pid else 0.0
    row.key = [end - start for start, end in pressed(page) if end]
    ms, seconds, taken = dragged(page)
    row.drag = [end - start for start, end in taken if end]
    row.drawn = f"{len(row.drag)} of {len(taken)}"
    row.rate = len(row.drag) / seconds
    last, let_go = max(end for _, end in taken if end), page.evaluate("() => window.released")
    row.release = max(0.0, last - let_go)
    row.thread = ms / max(1, len(row.drag))
    page.wait_for_timeout(500)
    used = (cpu(pid) - before) * 1000 / (len(taken) + KEYS) if pid else 0.0
    page.context.close()
    return row, used


def transferred(page: Page) -> str:
    """What came over the wire."""
    size, count = page.evaluate("""() => {
      const all = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
      return [all.reduce((sum, e) => sum + e.encodedBodySize, 0), all.length];
    }""")
    if page.url.startswith("file:"):
        path = Path(page.url.removeprefix("file://"))
        return f"{len(gzip.compress(path.read_bytes())) / 1e3:.0f} KB gz, 1 file"
    return f"{size / 1e3:.0f} KB, {count} requests"


def large_file(folder: Path) -> str:
    """Address of a page with 100,000 samples."""
    rng = numpy.random.default_rng(1)
    x = rng.normal(60, 20, LARGE)
    y = rng.random(x.size) < 1 / (1 + numpy.exp(0.1 * (x - 60)))
    catalog.add(Dataset(x, y, name="large", title=f"{LARGE:,} samples", opening=(6, -0.1)))
    out = folder / "large.html"
    out.write_text(export.page(State("large"), View()), encoding="utf-8")
    return out.as_uri()


def pages(folder: Path) -> dict[str, str]:
    """Write the pages that need no server, and give their addresses."""
    plots = View(figures=("sigmoid", "loss", "boundary"))
    (folder / "lab.html").write_text(export.page(State(), View()), encoding="utf-8")
    (folder / "plots.html").write_text(export.page(State(), plots), encoding="utf-8")
    return {
        "bare canvas, the floor": FLOOR.as_uri(),
        "one file": (folder / "lab.html").as_uri(),
        "its plots alone": (folder / "plots.html").as_uri(),
        f"one file, {LARGE:,} samples": large_file(folder),
    }


def main() -> None:
    """Measure every page and print what there is to say."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        serving() as served,
    ):
        browser = launch(playwright)
        rows = [measure(browser, way, url)[0] for way, url in pages(Path(folder)).items()]
        row, event = measure(browser, "served", served.url, served.process.pid)
        version = browser.version
        browser.close()
    rows.insert(3, row)
    told = {"moves": MOVES, "seconds": SECONDS, "keys": KEYS, "version": version, "cpu": event}
    print(SAID.format(table=table(HEADS, [row.cells() for row in rows]), **told))


if __name__ == "__main__":
    main()
