"""The same small page in Streamlit, Dash, Gradio and marimo beside this one, with a real mouse.

Run by `make bench-peers`. A page has three sliders and four plots; w₁ is moved by keys, each when
the one before it is drawn, and by a drag. Latency is from the moment the slider's input event was
made to the end of the first frame in which ALL plots show its value. The clock is that of
clock.py for every row; nothing here passes or fails.

What a plot shows: the peers' figures carry the w₁ that they were computed with in Plotly's
`layout.meta`; it counts as shown when Plotly says `plotly_afterplot` and as long as four plots in
sight all stand at that value. The lab's plots and the floor tell as in clock.py.

What is an input event: `input` where the slider is a native range, which a browser stamps when it
hands the mouse's move to the page. Sliders that are made of other elements (Dash, marimo,
Streamlit) have none, so theirs is the pointer's or key's event at the moment it reaches the page,
the last one before the slider says a new value. If a move comes in between, the peer gains.

Each server runs with a home of its own, without usage statistics; the browser finds no host but
this one, so that what a page fetches from elsewhere fails at once and counts nothing.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from socket import socket
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.clock import FLOOR, KEYS, MOVES, SECONDS, TAKE, WATCH, cpu, quantiles
from benchmarks.report import line, table
from browser.conftest import DESK, launch
from conftest import PATIENCE, running, serving
from playwright.sync_api import Browser, Error, Page, sync_playwright

PEERS = Path(__file__).with_name("peers")
SCRIPTS = Path(sys.executable).parent
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
QUIET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",  # Gradio sends its statistics with this package.
    "MARIMO_SKIP_UPDATE_CHECK": "1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    "STREAMLIT_SERVER_HEADLESS": "true",
}
PAUSE, SETTLES = 120, 5.0  # ms between keys; seconds until a value counts as never drawn

# Before the page's own scripts: when its plots were there first, when the mouse was let go; and of
# a page with Plotly, in whichever shadow tree, what its plots show.
OPENED = """
const frameEnd = (done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();  // a message comes after the frame is rendered
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
});
const there = () => {
  if (window.first !== undefined) return;
  window.first = null;
  frameEnd((now) => { window.first = now; });
};
addEventListener("pointerup", (e) => { window.released = e.timeStamp; }, { capture: true });

const trees = [document];
const shown = new WeakMap();  // plot -> its w1
const heard = new WeakMap();  // plot -> the emitter that is listened to
let standing;  // the w1 that all plots have shown last
const inSight = () => trees.filter((t) => t === document || t.host.isConnected)
  .flatMap((t) => [...t.querySelectorAll(".js-plotly-plot")]).filter((p) => p.offsetParent);
function compare() {
  const plots = inSight();
  const [value, ...others] = plots.map((p) => shown.get(p));
  if (plots.length !== 4 || value === undefined || others.some((v) => v !== value)) return;
  window.watched = plots.length;
  there();
  if (value !== standing) window.painted?.(standing = value);
}
function look() {
  if (document.body?.dataset.ready === "true") there();
  for (const plot of inSight()) {
    if (!plot._ev || heard.get(plot) === plot._ev) continue;
    heard.set(plot, plot._ev);
    plot.on("plotly_afterplot", () => {
      shown.set(plot, plot._fullLayout.meta?.w1);
      compare();
    });
  }
  compare();
}
const follow = (tree) => new MutationObserver(look).observe(tree,
  { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "data-ready"] });
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const tree = attach.call(this, options);
  trees.push(tree);
  follow(tree);
  return tree;
};
follow(document);
"""
# What WATCH of clock.py hears from #w1, where the slider is not that.
HEAR = """(slider) => {
  document.body.append(Object.assign(document.createElement("i"), { id: "w1", hidden: true }));
  if (slider.matches("[type=range]:not([aria-valuetext])")) {
    slider.addEventListener("input", (e) => events.push([Number(slider.value), e.timeStamp]));
    return;
  }
  let at = 0, said = NaN;
  for (const kind of ["pointerdown", "pointermove", "keydown"])
    addEventListener(kind, () => { at = performance.now(); }, { capture: true });
  new MutationObserver(() => {
    const value = Number(slider.ariaValueNow ?? slider.ariaValueText);
    if (value !== said) events.push([said = value, at]);
  }).observe(slider, { attributeFilter: ["aria-valuenow", "aria-valuetext"] });
}"""
SETTLED = "() => events.length > 0 && Boolean(frames.get(events.at(-1)[0]))"


@dataclass(frozen=True)
class Peer:
    """A framework: how its server is started, and where its slider can be taken hold of."""

    name: str
    command: tuple[str, ...]
    track: str
    thumb: str


PAGES = (
    Peer(
        "streamlit",
        ("streamlit", "run", "streamlit_page.py", "--server.port", "{port}"),
        "[data-testid=stSlider] >> nth=1 >> div:has(> div > div > input)",
        "[data-testid=stSlider] >> nth=1 >> input",
    ),
    Peer(
        "dash", ("python", "dash_page.py"), "#slider-1 .dash-slider-root", "#slider-1 [role=slider]"
    ),
    Peer(
        "gradio",
        ("python", "gradio_page.py"),
        "input[type=range] >> nth=1",
        "input[type=range] >> nth=1",
    ),
    Peer(
        "marimo",
        (
            "marimo",
            "run",
            "marimo_page.py",
            "--headless",
            "--host",
            "127.0.0.1",
            "--port",
            "{port}",
        ),
        "marimo-slider >> nth=1 >> [data-testid=track]",
        "marimo-slider >> nth=1 >> [role=slider]",
    ),
)


@dataclass
class Row:
    """One line of the table."""

    way: str
    plots: int = 0
    key: list[float] = field(default_factory=list)
    drag: list[float] = field(default_factory=list)
    keys: int = 0
    values: int = 0
    moving: int = 0
    seconds: float = SECONDS
    release: float | None = None
    cpu: float | None = None
    first: float = 0.0
    transfer: str = ""
    failure: str = ""

    def cells(self) -> list[str]:
        """The line as text."""
        if self.failure:
            return [self.way, f"not measured: {self.failure}"] + [""] * (len(HEADS) - 2)
        late = f" / {max(self.drag):.0f}" if self.drag else ""
        return [
            self.way,
            f"{self.plots}",
            times(self.key),
            times(self.drag) + late if self.moving else "nothing until release",
            f"{self.moving / self.seconds:.1f}",
            f"{len(self.key)} of {self.keys}, {len(self.drag)} of {self.values}",
            "never" if self.release is None else f"{self.release:.0f}",
            "" if self.cpu is None else f"{self.cpu:.1f}",
            f"{self.first:.0f}",
            self.transfer,
        ]


HEADS = [
    "page",
    "plots",
    "key p50 / p95, ms",
    "drag p50 / p95 / max, ms",
    "updates/s in the drag",
    "values drawn: keys, drag",
    "last value after release, ms",
    "server CPU, ms/update",
    "first plots, ms",
    "transfer",
]


SAID = """## The same page in other frameworks

Each has the same three sliders and four plots, as its documentation would have it, drawn with
Plotly. A mouse move whose time is over is left out, so a page that is slow enters fewer values.
From run to run the others’ numbers differ by a third to a half; which page draws while it is
dragged does not.
"""


def times(values: list[float]) -> str:
    """Median and 95th percentile as text."""
    return "{:.0f} / {:.0f}".format(*quantiles(values)) if values else "none"


# ---- one page -----------------------------------------------------------------------------------
@dataclass
class Wire:
    """What has come over the wire: bytes of answers with their headers, and of websockets."""

    size: float = 0.0
    count: int = 0

    def answered(self, event: dict[str, Any]) -> None:
        """Count one answer."""
        self.size, self.count = self.size + event["encodedDataLength"], self.count + 1

    def received(self, event: dict[str, Any]) -> None:
        """Count one message, which the browser gives in base64 if it is not text."""
        response = event["response"]
        share = 0.75 if response["opcode"] == 2 else 1.0
        self.size += len(response["payloadData"]) * share

    def text(self) -> str:
        """The sum as text."""
        return f"{self.size / 1e3:.0f} KB, {self.count} requests"


def listen(page: Page) -> Wire:
    """Count what a page receives from now on."""
    wire, client = Wire(), page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.loadingFinished", wire.answered)
    client.on("Network.webSocketFrameReceived", wire.received)
    return wire


def measure(browser: Browser, row: Row, url: str, pid: int = 0, peer: Peer | None = None) -> Row:
    """Open a page, press keys, drag, and read the clock and the server's CPU."""
    opened(browser, url)[0].context.close()  # The first page of any server is slow.
    page, wire = opened(browser, url)
    row.first, row.transfer = page.evaluate("() => window.first"), wire.text()
    thumb = page.locator(peer.thumb if peer else "#w1")
    track = page.locator(peer.track if peer else "#w1").first
    page.evaluate("() => { window.events = []; }")
    if peer:
        thumb.evaluate(HEAR)
    page.evaluate(WATCH)
    row.plots = page.evaluate("() => window.watched ?? 4")
    before = used(pid)
    thumb.focus()
    for _ in range(KEYS):
        page.keyboard.press("ArrowRight")
        settle(page)
    taken = page.evaluate(TAKE)
    row.keys, row.key = len(taken), [end - start for start, end in taken if end]
    drag(page, track.bounding_box())
    settle(page)
    let_go, taken = page.evaluate("() => window.released"), page.evaluate(TAKE)
    row.values, row.drag = len(taken), [end - start for start, end in taken if end]
    row.moving = sum(1 for _, end in taken if end and end <= let_go)
    row.seconds = (let_go - taken[0][0]) / 1000
    row.release = max(0.0, taken[-1][1] - let_go) if taken[-1][1] else None
    if pid:
        row.cpu = (used(pid) - before) * 1000 / max(1, len(row.key) + len(row.drag))
    page.context.close()
    return row


def opened(browser: Browser, url: str) -> tuple[Page, Wire]:
    """Open a page in a fresh profile until its plots are drawn and it is at rest."""
    page = browser.new_context(viewport=DESK).new_page()
    page.add_init_script(OPENED)
    wire = listen(page)
    page.goto(url)
    page.wait_for_function("() => window.first", timeout=PATIENCE * 1000)
    page.wait_for_timeout(1500)
    return page, wire


def settle(page: Page) -> None:
    """Wait until the last value is drawn, or for good."""
    end = time.monotonic() + SETTLES
    page.wait_for_timeout(PAUSE)
    while not page.evaluate(SETTLED) and time.monotonic() < end:
        page.wait_for_timeout(PAUSE)


def drag(page: Page, box: dict[str, float] | None) -> None:
    """Move the mouse over four fifths of a slider with its button down.

    The browser takes a move when the page is done with the one before. A hand does not wait: moves
    whose time is over are left out, but not the last one.
    """
    assert box
    x, y, way = box["x"] + 0.1 * box["width"], box["y"] + box["height"] / 2, 0.8 * box["width"]
    page.mouse.move(x, y)
    page.mouse.down()
    start = time.perf_counter()
    for i in range(1, MOVES + 1):
        late = time.perf_counter() - start - i * SECONDS / MOVES
        if i == MOVES or late < SECONDS / MOVES:
            time.sleep(max(0.0, -late))
            page.mouse.move(x + i * way / MOVES, y)
    page.mouse.up()


# ---- the servers --------------------------------------------------------------------------------
@contextmanager
def started(peer: Peer, folder: Path) -> Iterator[tuple[str, int]]:
    """Run a peer's server in a copy of its pages until the block ends; its address and process."""
    shutil.copytree(PEERS, folder / peer.name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "home").mkdir(exist_ok=True)
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "STREAMLIT_"))}
    places = {"HOME": str(folder / "home"), "TMPDIR": str(folder), "PORT": port}
    name, *rest = (part.format(port=port) for part in peer.command)
    command = [str(SCRIPTS / name), *rest]
    with running(command, cwd=folder / peer.name, env={**kept, **QUIET, **places}) as program:
        url, end = f"http://127.0.0.1:{port}/", time.monotonic() + PATIENCE
        while not answers(url):
            if program.process.poll() is not None or time.monotonic() > end:
                raise OSError(f"the server did not start: {program.errors()[-200:]}")
            time.sleep(0.2)
        yield url, program.process.pid


def answers(url: str) -> bool:
    """Whether something answers at an address."""
    try:
        with urlopen(url, timeout=PATIENCE) as page:
            return bool(page.read())
    except (URLError, ConnectionError):
        return False


def used(pid: int) -> float:
    """CPU seconds so far of a server and of all that it has started in its session."""
    total = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[3]) == pid:
                total += cpu(int(stat.parent.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total


# ---- the table ----------------------------------------------------------------------------------
def rows(browser: Browser, folder: Path) -> Iterator[Row]:
    """Measure the floor, the lab, and every peer that can be measured."""
    yield measure(browser, Row("bare canvas, the floor"), FLOOR.as_uri())
    with serving() as served:
        yield measure(browser, Row("this page, served"), served.url, served.process.pid)
    for peer in PAGES:
        row = Row(f"{peer.name} {version(peer.name)}")
        try:
            with started(peer, folder) as (url, pid):
                yield measure(browser, row, url, pid, peer)
        except (Error, OSError) as reason:
            yield Row(row.way, failure=" ".join(str(reason).split())[:200])


def main() -> None:
    """Measure every page and print the table."""
    print(SAID)
    print(table(HEADS, []), flush=True)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = launch(playwright, ALONE)
        for row in rows(browser, Path(name)):
            print(line(row.cells()), flush=True)
        chrome = browser.version
        browser.close()
    others = ", ".join(f"{p} {version(p)}" for p in ("plotly",))
    print(
        f"\n{MOVES} mouse moves in {SECONDS:g} s and {KEYS} keys on w₁; loans; "
        f"{DESK['width']} × {DESK['height']}; no GPU; load {load:.1f} at the start; "
        f"Chromium {chrome}, {others}."
    )


if __name__ == "__main__":
    main()
