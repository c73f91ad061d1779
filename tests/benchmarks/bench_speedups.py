"""What each speed-up of BokehJS earns, from pages with it and without it.

Each pair is two new pages of the same file, one after the other; the figure is the CPU time of the
page's main thread for each drawn value of a drag, so that other work on the machine counts little.
"""

import json
import statistics
import tempfile
from pathlib import Path

from benchmarks.clock import WATCH, dragged
from benchmarks.report import line, table, times
from browser.conftest import launch
from playwright.sync_api import Browser, sync_playwright

from logreg_app import export
from logreg_app.state import State
from logreg_app.view import View

PAIRS = times(7)
SAID = f"""## What each speed-up of BokehJS earns

Each is measured in {PAIRS} pairs of new pages, one with it and one without, as the CPU time of the
page's main thread for each drawn value of a drag: ms/update.
"""


def cost(browser: Browser, url: str, without: list[str]) -> float:
    """Milliseconds of CPU of the main thread for each drawn value."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(f"globalThis.withoutSpeedUps = {json.dumps(without)};")
    page.goto(url)
    page.wait_for_selector("body[data-ready=true]")
    page.wait_for_timeout(500)
    page.evaluate(WATCH)
    ms, _, taken = dragged(page)
    page.context.close()
    return ms / max(1, sum(end is not None for _, end in taken))


def main() -> None:
    """Print a line for each speed-up, and one for all together."""
    print(SAID)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = Path(folder) / "lab.html"
        export.export(out, State(), View())
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(out.as_uri())
        page.wait_for_selector("body[data-ready=true]")
        names = list(json.loads(page.get_attribute("body", "data-hastened")))
        page.close()
        print(table(["speed-up", "with it", "without it", "earns, median of the pairs"], []))
        for without in [*([name] for name in names), names]:
            pairs = [
                (cost(browser, out.as_uri(), []), cost(browser, out.as_uri(), without))
                for _ in range(PAIRS)
            ]
            earned = [b - a for a, b in pairs]
            label = without[0] if len(without) == 1 else "all"
            a, b = (statistics.median(side) for side in zip(*pairs, strict=True))
            figures = (f"{ms:.1f}" for ms in (a, b, statistics.median(earned)))
            print(line([label, *figures]), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
