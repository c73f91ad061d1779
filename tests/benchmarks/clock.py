"""The clock of the benchmarks: when a value was entered, and when all plots have shown it.

Latency is from the input event's own time stamp to the end of the frame in which ALL plots in
sight show its value. A plot shows a value when it has painted while its source held the very
columns of the frame that was made for it.
"""

import os
import statistics
import time
from pathlib import Path

from benchmarks.report import times
from browser.lab import VIEWS
from playwright.sync_api import CDPSession, Page

MOVES, SECONDS, KEYS = times(120), 2.0, times(25)
FLOOR = Path(__file__).with_name("floor.html")
"""A bare canvas page with the same slider and four curves, as the least that a page can need."""
TICK = os.sysconf("SC_CLK_TCK")

# This notes each input event, and the end of the frame in which every plot has painted its value.
WATCH = (
    "() => {"
    + VIEWS
    + """
  window.events = [];
  window.frames = new Map();
  addEventListener("pointerup", (e) => { window.released = e.timeStamp; }, { capture: true });
  document.querySelector("#w1").addEventListener("input",
    (e) => events.push([Number(e.target.value), e.timeStamp]), { capture: true });
  // The lab moves its sliders by keys itself, so that no input event follows such a key.
  document.querySelector("#w1").addEventListener("keydown", (e) => {
    if (e.defaultPrevented) events.push([explorable.now().scene.w1, e.timeStamp]);
  });
  window.painted = (value) => {
    if (frames.has(value)) return;
    frames.set(value, null);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => frames.set(value, performance.now());
      port2.postMessage(0);
    });
  };
  if (!window.Bokeh) return;
  const doc = Bokeh.documents.find((d) => d.get_model_by_name("samples"));
  const samples = doc.get_model_by_name("samples");
  // What counts is what stands in the plots' source, not what has been asked for meanwhile.
  const painted = () => {
    const { frame } = explorable.now();
    return samples.data.logit === frame.samples.logit ? frame.summary.w1 : null;
  };
  const plots = views(doc).filter((v) => v.repainted && v.el.offsetParent !== null);
  const shown = new Map(plots.map((p) => [p, null]));
  window.watched = plots.length;
  for (const plot of plots) {
    plot.repainted.connect(() => {
      const now = painted();
      shown.set(plot, now);
      if (now === null || frames.has(now) || ![...shown.values()].every((v) => v === now)) return;
      frames.set(now, null);
      // A message comes after the frame is rendered.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => frames.set(now, performance.now());
      port2.postMessage(0);
    });
  }
}"""
)
TAKE = """() => {
  const taken = events.map(([v, t]) => [t, frames.get(v) ?? null]);
  events.length = 0;
  frames.clear();
  return taken;
}"""


def quantiles(values: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(values), sorted(values)[int(0.95 * (len(values) - 1))]


def pressed(page: Page) -> list[tuple[float, float]]:
    """Single arrow keys with a pause after each."""
    page.focus("#w1")
    for _ in range(KEYS):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(120)
    return page.evaluate(TAKE)


def dragged(page: Page) -> tuple[float, float, list[tuple[float, float]]]:
    """A drag over most of the slider.

    Returns main-thread ms, the seconds it took (a hand waits for a page that is slow), and each
    event with the end of its frame.
    """
    box = page.locator("#w1").bounding_box()
    assert box is not None
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    y, x = box["y"] + box["height"] / 2, box["x"] + 30
    page.mouse.move(x, y)
    page.mouse.down()
    busy, start = busy_seconds(client), time.perf_counter()
    for i in range(1, MOVES + 1):
        page.mouse.move(x + i * (box["width"] - 60) / MOVES, y)
        time.sleep(max(0.0, start + i * SECONDS / MOVES - time.perf_counter()))
    seconds = time.perf_counter() - start
    page.mouse.up()
    page.wait_for_timeout(200)
    return (busy_seconds(client) - busy) * 1000, seconds, page.evaluate(TAKE)


def busy_seconds(client: CDPSession) -> float:
    """Seconds that the page's main thread has worked so far."""
    metrics = client.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration")


def cpu(pid: int) -> float:
    """CPU seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK
