"""How fast the page follows the hand, with a real mouse and real keys in Chromium.

Run by `make bench`. Latency is from the input event's own time stamp to the end of the frame in
which ALL plots in sight show its value. A plot shows a value when it has painted while its source
held the very columns of the frame that was made for it. Beside the served page and the one-file
page stands a bare canvas page with the same slider and four curves: the floor. Nothing here passes
or fails.
"""

import asyncio
import gzip
import json
import os
import platform
import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import bokeh
import numpy
import panel
from browser.conftest import launch
from browser.lab import VIEWS
from conftest import serving
from playwright.sync_api import Browser, Page, sync_playwright
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from logreg_app import catalog, export
from logreg_app.document import View
from logreg_app.state import State
from logreg_core import Dataset

MOVES, SECONDS, KEYS = 120, 2.0, 25
TICK = os.sysconf("SC_CLK_TCK")
SPELL = 4.0  # seconds of load
# sessions, and seconds between two questions of each: ten a second, and a hand that drags with ten
# values a second and rests every two seconds, which is when its page asks
CROWDS = ((50, 0.1), (100, 0.1), (150, 0.1), (150, 2.0), (300, 2.0))
FLOOR = """<!doctype html><meta charset="utf-8"><label>Coefficient w₁
<input id="w1" type="range" min="-0.5" max="0.5" step="0.0005" value="-0.094" style="width:260px">
</label><div></div><script>
const canvas = () => Object.assign(document.createElement("canvas"), { width: 450, height: 300 });
const plots = [0, 1, 2, 3].map(canvas);
document.querySelector("div").append(...plots);
window.value = null;
function draw(w1) {
  for (const plot of plots) {
    const ctx = plot.getContext("2d");
    ctx.clearRect(0, 0, 450, 300);
    ctx.beginPath();
    const p = (x) => 1 / (1 + Math.exp(-(8.12 + w1 * x)));
    for (let i = 0; i <= 240; i++) ctx.lineTo(i * 1.8, 280 - 260 * p(12 + i * 0.46));
    ctx.stroke();
  }
  window.painted?.(w1);
}
document.querySelector("#w1").addEventListener("input", (e) => draw(Number(e.target.value)));
draw(-0.094);
document.body.dataset.ready = "true";
</script>"""

# Note each input event; note the end of the frame in which every plot has painted a value.
WATCH = (
    "() => {"
    + VIEWS
    + """
  window.events = [];
  window.frames = new Map();
  addEventListener("pointerup", (e) => { window.released = e.timeStamp; }, { capture: true });
  document.querySelector("#w1").addEventListener("input",
    (e) => events.push([Number(e.target.value), e.timeStamp]), { capture: true });
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
  const painted = () => {  // what stands in the plots' source, not what is asked for meanwhile
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
      const { port1, port2 } = new MessageChannel();  // a message comes after the frame is rendered
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


def quantiles(values: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(values), sorted(values)[int(0.95 * (len(values) - 1))]


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


def busy_seconds(client: object) -> float:
    """Seconds that the page's main thread has worked so far."""
    metrics = client.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration")


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


# ---- the server ---------------------------------------------------------------------------------
def cpu(pid: int) -> float:
    """CPU seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident(pid: int) -> float:
    """Resident memory of a process in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def sessions(url: str, pid: int, count: int = 30) -> tuple[float, float]:
    """CPU ms and MB that a new session takes."""
    urlopen(url).read()  # the first one imports and caches
    used, held = cpu(pid), resident(pid)
    for _ in range(count):
        urlopen(url).read()
    return (cpu(pid) - used) * 1000 / count, (resident(pid) - held) / count


@dataclass
class Visitor:
    """One page's websocket, and the source that its questions go into."""

    socket: WebSocketClientConnection
    question: str

    async def ask(self, turn: int, scene: str, tables: str) -> None:
        """Ask for a scene as the page does, and wait for its answer."""
        entries = [["turn", [turn]], ["scene", [scene]], ["tables", [tables]]]
        event = {"kind": "ModelChanged", "model": {"id": self.question}, "attr": "data"}
        await send(
            self.socket,
            "PATCH-DOC",
            {"events": [event | {"new": {"type": "map", "entries": entries}}]},
        )
        while f'["turn",{turn}]' not in str(await self.socket.read_message()):
            pass


async def visit(url: str) -> Visitor:
    """Open the page and its websocket, as a browser does."""
    html = urlopen(url).read().decode()
    token = re.search(r'data-token="([^"]+)"', html)
    assert token
    socket = await websocket_connect(
        HTTPRequest(url.replace("http", "ws", 1) + "ws", headers={"Origin": url.rstrip("/")}),
        subprotocols=["bokeh", token[1]],
        max_message_size=2**26,
    )
    await socket.read_message(), await socket.read_message(), await socket.read_message()
    await send(socket, "PULL-DOC-REQ", {})
    while True:
        message = await socket.read_message()
        found = re.search(r'"id":"(\w+)","attributes":\{"name":"question"', str(message))
        if found:
            socket.protocol.stream.set_nodelay(True)
            return Visitor(socket, found[1])


async def send(socket: WebSocketClientConnection, kind: str, content: object) -> None:
    """One message of Bokeh's protocol: header, metadata, content."""
    for part in ({"msgid": "1", "msgtype": kind}, {}, content):
        await socket.write_message(json.dumps(part))


def asked(browser: Browser, url: str) -> str:
    """The tables that the page itself asks for after a change."""
    page, sent = browser.new_page(), []
    hear = lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame)))  # noqa: E731
    page.on("websocket", hear)
    page.goto(url)
    page.wait_for_selector("body[data-ready=true]")
    page.wait_for_function("() => explorable.turn() > 0 && explorable.answered()")
    page.press("#w1", "ArrowRight")
    page.wait_for_function("() => explorable.turn() > 1 && explorable.answered()")
    page.close()
    return next(found[1] for f in sent[::-1] if (found := re.search(r'"tables",\["([^"]*)"\]', f)))


async def load(
    url: str, count: int, pause: float, pid: int, tables: str
) -> tuple[list[float], float]:
    """So many sessions, each with a question every `pause` seconds.

    Returns ms from question to answer, and CPU seconds. The clients share the machine with the
    server, so the waits have their work in them.
    """
    visitors = [await visit(url) for _ in range(count)]
    before = cpu(pid)
    waits: list[float] = []

    async def ask(visitor: Visitor, late: float) -> None:
        await asyncio.sleep(late)
        for turn in range(1, max(2, round(SPELL / pause)) + 1):
            start = time.perf_counter()
            # no two ask for the same scene, which the server would have at hand
            scene = f"dataset=loans&w1={-0.1 + (turn * count + late / pause * count) * 1e-6:.9f}"
            await visitor.ask(turn, scene, tables)
            waits.append((time.perf_counter() - start) * 1000)
            await asyncio.sleep(max(0.0, start + pause - time.perf_counter()))

    await asyncio.gather(*(ask(v, i / count * pause) for i, v in enumerate(visitors)))
    busy = cpu(pid) - before
    for visitor in visitors:
        visitor.socket.close()
    return waits, busy


# ---- the table ----------------------------------------------------------------------------------
def large_file(folder: Path) -> str:
    """Address of a page with 100,000 samples."""
    rng = numpy.random.default_rng(1)
    x = rng.normal(60, 20, 100_000)
    y = rng.random(x.size) < 1 / (1 + numpy.exp(0.1 * (x - 60)))
    catalog.datasets()["large"] = Dataset(
        x, y, name="large", title="100,000 samples", opening=(6, -0.1)
    )
    State.param["dataset"].objects.append("large")
    out = folder / "large.html"
    out.write_text(export.page(State("large"), View()), encoding="utf-8")
    return out.as_uri()


def main() -> None:
    """Measure every page and print the table."""
    folder = Path(tempfile.mkdtemp())
    (folder / "floor.html").write_text(FLOOR, encoding="utf-8")
    (folder / "lab.html").write_text(export.page(State(), View()), encoding="utf-8")
    plots = View(figures=("sigmoid", "loss", "boundary"))
    (folder / "plots.html").write_text(export.page(State(), plots), encoding="utf-8")
    with sync_playwright() as playwright, serving() as served:
        browser = launch(playwright)
        pid = served.process.pid
        rows = [
            measure(browser, "bare canvas, the floor", (folder / "floor.html").as_uri())[0],
            measure(browser, "one file", (folder / "lab.html").as_uri())[0],
            measure(browser, "its plots alone", (folder / "plots.html").as_uri())[0],
        ]
        row, event_cpu = measure(browser, "served", served.url, pid)
        rows += [row, measure(browser, "one file, 100,000 samples", large_file(folder))[0]]
        version, tables = browser.version, asked(browser, served.url)
        browser.close()
        create, memory = sessions(served.url, pid)
    table = [HEADS, ["---"] * len(HEADS), *(row.cells() for row in rows)]
    print("\n".join(f"| {' | '.join(cells)} |" for cells in table))
    print(
        f"\nserver CPU {event_cpu:.2f} ms an event, {create:.0f} ms and {memory:.1f} MB a session"
    )
    for count, pause in CROWDS:
        with serving() as served:
            pid = served.process.pid
            waits, busy = asyncio.run(load(served.url, count, pause, pid, tables))
        middle, late = quantiles(waits)
        print(
            f"{count} sessions with a question every {pause:g} s each: "
            f"{middle:.0f} / {late:.0f} ms p50 / p95, "
            f"{busy * 1000 / len(waits):.2f} ms of the server's CPU a question"
        )
    print(
        f"\n{MOVES} mouse moves in {SECONDS:g} s and {KEYS} keys on w₁; loans; 1280 × 900; no GPU; "
        f"{os.cpu_count()} cores; Chromium {version}, Python {platform.python_version()}, "
        f"Panel {panel.__version__}, Bokeh {bokeh.__version__}, NumPy {numpy.__version__}"
    )


if __name__ == "__main__":
    sys.exit(main())
