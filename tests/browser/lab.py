"""The lab page as a student uses it: drag, type, choose, read."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from playwright.sync_api import Locator, Page

from logreg_app.state import State
from logreg_core import Frame

LABELS = {"w0": "Intercept w₀", "w1": "Coefficient w₁", "threshold": "Decision threshold t"}
THUMB = 16  # Pixels; the track of a native slider ends half a thumb before its element does.

# Columns travel as text, which is quicker than value by value; Python reads NaN and Infinity in it.
# An image is one array with a shape; it is read as the list of its numbers.
TEXT = """const text = (v) => {
  if (typeof v === "number") return Object.is(v, -0) ? "-0.0" : String(v);
  if (ArrayBuffer.isView(v) || Array.isArray(v)) return `[${Array.from(v, text)}]`;
  if (v === null || typeof v !== "object") return JSON.stringify(v) ?? "null";
  return `{${Object.entries(v).map(([k, inner]) => `${JSON.stringify(k)}:${text(inner)}`)}}`;
};
const plain = (columns) => Object.fromEntries(Object.entries(columns).map(([k, v]) => [k,
  v?.[0]?.shape ? v[0].flat ?? v[0] : v]));
const named = (name) => Bokeh.documents.map((doc) => doc.get_model_by_name(name)).find(Boolean);"""
READ_TABLE = f"(name) => {{ {TEXT} return text(plain(explorable.now().frame[name])); }}"
READ_SOURCE = f"(name) => {{ {TEXT} return text(plain(named(name).data)); }}"
READ_ALL = f"""() => {{ {TEXT}
  const tables = Object.entries(explorable.now().frame).map(([k, table]) => [k, plain(table)]);
  const drawn = tables.map(([k]) => [k, named(k)])
    .filter(([_, model]) => model?.type === "ColumnDataSource");
  const sources = drawn.map(([k, {{ data }}]) => [k, plain(data)]);
  return text([tables, sources].map(Object.fromEntries));
}}"""

# This finds every view below the roots of a document of plots.
VIEWS = """const below = (view) =>
  view == null ? [] : [view, ...[...(view.child_views ?? [])].flatMap(below)];
const views = (doc) => doc.roots().flatMap(({ id }) => below(Bokeh.index.get_by_id(id)));"""

# This takes pictures of all plots in sight.
PIXELS = (
    "() => {"
    + VIEWS
    + """
  const doc = Bokeh.documents.find((doc) => doc.get_model_by_name("samples"));
  const plots = views(doc).filter((v) => v.canvas_view && v.el.offsetParent !== null);
  const layers = plots.flatMap(({ canvas_view }) => [canvas_view.primary, canvas_view.overlays]);
  return layers.map(({ canvas }) => canvas.toDataURL());
}"""
)

# This finds where a point of a figure stands on the screen, by the scales that the plot draws with.
PLACE = """([figure, x, y]) => {
  const below = (view) => [view, ...(view.child_views ?? []).flatMap(below)];
  const root = Bokeh.index.get_by_id(explorable.now().page.plots.roots[figure]);
  const plot = below(root).find((view) => view.frame);
  const box = plot.canvas_view.el.getBoundingClientRect();
  const { x_scale, y_scale } = plot.frame;
  return [box.left + x_scale.compute(x), box.top + y_scale.compute(y)];
}"""
# This reads what the text glyphs of a figure say.
DRAWN = """(figure) => {
  const below = (view) => view == null ? [] : [view,
    ...[...(view.child_views ?? []), ...(view.computed_renderer_views ?? [])].flatMap(below)];
  const root = Bokeh.index.get_by_id(explorable.now().page.plots.roots[figure]);
  // A clear text is that of samples of which only the chosen one shows its own.
  const seen = ({ glyph: { model, text, sx, sy }, model: { data_source } }) => {
    const { indices } = data_source.selected;
    const shows = (i) => model.text_alpha.value !== 0 || indices.includes(i);
    return Array.from(text).filter((_, i) => isFinite(sx[i] + sy[i]) && shows(i));
  };
  const texts = [...new Set(below(root))].filter((view) => view.glyph?.model.type === "Text");
  return texts.flatMap(seen).filter(Boolean);
}"""
SETTLED = """() => {
  const { page, scene } = explorable.now();
  // the server is asked nothing about own data
  return explorable.answered() && (!page.server || scene.own || explorable.turn() > 0);
}"""
TIDY = """() => {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  for (const menu of document.querySelectorAll("header details[open]")) menu.open = false;
  for (const open of document.querySelectorAll("[aria-expanded=true]")) open.click();
  document.querySelector("#move[aria-pressed=true]")?.click();
  document.activeElement?.blur();
  sessionStorage.clear();
  scrollTo(0, 0);
}"""
SAID = """async () => {
  for (const frame of [1, 2, 3]) await new Promise(requestAnimationFrame);
  await new Promise((go) => setTimeout(go));
}"""


class Lab:
    """One open page, served or a file."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._hears = {
            "console": self._hear,
            "pageerror": lambda error: self.complaints.append(str(error)),
            "request": lambda request: self.requests.append(request.url),
        }
        for event, hear in self._hears.items():
            page.on(event, hear)
        page.goto(url)
        page.wait_for_selector("body[data-ready=true]")
        self.rest()

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def leave(self) -> None:
        """Hear nothing more of the page, which others may use from now on."""
        for event, hear in self._hears.items():
            self.page.remove_listener(event, hear)

    # ---- reading --------------------------------------------------------------------------
    def text(self, selector: str) -> str:
        if selector == "#status":  # The status speaks after a while of rest.
            self.page.wait_for_selector("#status[aria-busy=false]", state="attached")
        return self.page.inner_text(selector).strip()

    def source(self, name: str) -> dict[str, list[Any]]:
        """Columns of a named source of the plots' document: what is drawn."""
        return json.loads(self.page.evaluate(READ_SOURCE, name))

    def table(self, name: str) -> dict[str, Any]:
        """Columns of a table of the frame that stands on the page."""
        return json.loads(self.page.evaluate(READ_TABLE, name))

    def numbers(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Every table of the frame, and every source of those that are drawn, by their names."""
        tables, sources = json.loads(self.page.evaluate(READ_ALL))
        return tables, sources

    def tables(self) -> list[str]:
        return self.page.evaluate("() => Object.keys(explorable.now().frame)")

    def sources(self) -> list[str]:
        """Names of the tables that are drawn."""
        read = """() => [...Bokeh.documents.flatMap((doc) => [...doc.all_models])]
          .filter((m) => m.type === "ColumnDataSource" && m.name).map((m) => m.name)"""
        return self.page.evaluate(read)

    def drawn(self, figure: str) -> list[str]:
        """Words and numbers that are drawn in a figure."""
        return self.page.evaluate(DRAWN, figure)

    def scene(self) -> dict[str, Any]:
        scene = self.page.evaluate("() => explorable.now().scene")
        moved = {int(row): tuple(x) for row, x in scene["moved"].items()}
        return {**scene, "moved": moved}

    def value(self, name: str) -> Any:
        """A setting of the scene; of a weight, what is in force."""
        return {**self.scene(), **self.table("summary")}[name]

    def weights(self) -> list[float]:
        return self.page.evaluate("() => explorable.now().path.at(-1)")

    def input(self, name: str) -> dict[str, Any]:
        """How an input is described to the page: range, step, words."""
        read = """(name) => {
          const { block, scene } = explorable.now();
          const form = `${Number(scene.standardise)}${Number(scene.interaction)}`;
          return block.forms[form].inputs[name];
        }"""
        return self.page.evaluate(read, name)

    def state(self) -> State:
        return State.of(self.scene())

    def frame(self) -> Frame:
        """The core's frame for the scene that stands in the browser."""
        return self.state().frame_of(tuple(self.tables()))

    def trace(self) -> list[list[str]]:
        rows = self.page.locator("#samples tbody tr").all()
        return [row.locator("td").all_inner_texts() for row in rows]

    def selected(self) -> list[int]:
        """Rows that the plots mark."""
        read = """() => Bokeh.documents.map((doc) => doc.get_model_by_name("samples"))
          .find(Boolean).selected.indices"""
        return self.page.evaluate(read)

    # ---- acting ---------------------------------------------------------------------------
    def tidy(self) -> None:
        """Close and let go what a test may have left open, chosen or kept."""
        self.page.evaluate(TIDY)

    def show(self, scene: str) -> None:
        """Open a scene with its data set on the page as it stands."""
        settings = dict(parse_qsl(scene))
        self.page.mouse.up()  # A test that failed may have left it down.
        if self.scene()["dataset"] != settings["dataset"]:
            self.choose(settings["dataset"])
        self.page.evaluate("(settings) => explorable.show(settings)", settings)
        self.rest()

    def slider(self, name: str) -> Locator:
        return self.page.locator(f"#{name}")

    def box(self, name: str) -> Locator:
        return self.page.locator(f"#{name}-number")

    def thumb(self, name: str) -> tuple[float, float]:
        """Middle of a slider's thumb on the screen."""
        slider = self.slider(name)
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        assert box is not None
        low, high = float(slider.get_attribute("min")), float(slider.get_attribute("max"))
        share = (float(slider.input_value()) - low) / (high - low)
        return box["x"] + THUMB / 2 + share * (box["width"] - THUMB), box["y"] + box["height"] / 2

    def grab(self, name: str, pixels: float, steps: int = 5) -> None:
        """Press the mouse on the slider's thumb and move it sideways, without letting go."""
        x, y = self.thumb(name)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + pixels, y, steps=steps)

    def drag(self, name: str, pixels: float, steps: int = 5) -> None:
        self.grab(name, pixels, steps)
        self.page.mouse.up()
        self.rest()

    def swipe(self, at: tuple[float, float], by: tuple[float, float], steps: int = 12) -> None:
        """Put a finger down, move it and lift it, as real touch events."""
        client = self.page.context.new_cdp_session(self.page)
        event = "Input.dispatchTouchEvent"
        places = [
            [a + b * k / steps for a, b in zip(at, by, strict=True)] for k in range(steps + 1)
        ]
        for k, (x, y) in enumerate(places):
            touch = {"type": "touchMove" if k else "touchStart", "touchPoints": [{"x": x, "y": y}]}
            client.send(event, touch)
        client.send(event, {"type": "touchEnd", "touchPoints": []})

    def press(self, name: str, *keys: str) -> None:
        for key in keys:
            self.slider(name).press(key)
        self.rest()

    def type(self, name: str, text: str) -> None:
        self.box(name).fill(text)
        self.box(name).press("Enter")
        self.rest()

    def set(self, entries: Mapping[str, str]) -> None:
        """Type several numbers, one after the other."""
        for name, text in entries.items():
            self.type(name, text)

    def click(self, *ids: str) -> None:
        for name in ids:
            self.page.click(f"#{name}")
        self.rest()

    def choose(self, dataset: str) -> None:
        self.page.select_option("#dataset", dataset)
        self.rest()

    def tap(self, figure: str, x: float, y: float) -> None:
        """Click at a point of a figure, such as a dot of it."""
        self.page.locator(f".figure-{figure}").scroll_into_view_if_needed()
        self.page.mouse.click(*self.page.evaluate(PLACE, [figure, x, y]))
        self.rest()

    def rest(self) -> None:
        """Wait until the numbers of the present scene stand on the page."""
        self.page.wait_for_function(SETTLED)
        self.page.evaluate(SAID)
