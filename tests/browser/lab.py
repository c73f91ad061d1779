"""The lab page as a student uses it: drag, type, choose, read."""

from typing import Any

from playwright.sync_api import Locator, Page

from logreg_app import catalog
from logreg_core import Frame, Settings, Weights, compute_frame

LABELS = {"w0": "Intercept w₀", "w1": "Coefficient w₁", "threshold": "Decision threshold t"}
THUMB = 16  # pixels; a native slider's track ends half a thumb before the element does

READ_SOURCE = """name => {
  const { data } = Bokeh.documents[0].get_model_by_name(name);
  return Object.fromEntries(Object.entries(data).map(([k, v]) => [k, Array.from(v, String)]));
}"""

# where a sample's dot stands on the screen, from the scales the plot itself draws with
DOT_AT = """([figure, x, y]) => {
  const root = Bokeh.documents[0].get_model_by_name(`figure-${figure}`);
  const below = (view) => [view, ...(view.child_views ?? []).flatMap(below)];
  const plot = below(Bokeh.index.get_by_id(root.id)).find((view) => view.frame);
  const box = plot.canvas_view.el.getBoundingClientRect();
  const { x_scale, y_scale } = plot.frame;
  return [box.left + x_scale.compute(x), box.top + y_scale.compute(y)];
}"""


class Lab:
    """One open page."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(url)
        page.wait_for_selector("body[data-ready]")
        self.rest()

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    # ---- reading --------------------------------------------------------------------------
    def text(self, selector: str) -> str:
        return self.page.inner_text(selector).strip()

    def source(self, name: str) -> dict[str, list[str]]:
        """Columns of a named source in the browser; numbers as JavaScript prints them."""
        return self.page.evaluate(READ_SOURCE, name)

    def numbers(self, name: str, column: str) -> list[float]:
        return [float(v.replace("Infinity", "inf")) for v in self.source(name)[column]]

    def value(self, control: str) -> float:
        return self.numbers("settings", control)[0]

    def frame(self) -> Frame:
        """What the core computes for the settings that stand in the browser."""
        weights = Weights(self.value("w0"), self.value("w1"))
        data = catalog.dataset(self.source("settings")["dataset"][0])
        return compute_frame(data, Settings(weights, self.value("threshold")))

    def table(self) -> list[list[str]]:
        rows = self.page.locator("#samples tbody tr").all()
        return [row.locator("td").all_inner_texts() for row in rows]

    def selected(self) -> list[int]:
        return self.page.evaluate(
            "() => Bokeh.documents[0].get_model_by_name('samples').selected.indices"
        )

    # ---- acting ---------------------------------------------------------------------------
    def slider(self, control: str) -> Locator:
        return self.page.get_by_label(LABELS[control])

    def box(self, control: str) -> Locator:
        return self.page.locator(f"#{control}-number")

    def drag(self, control: str, pixels: float, steps: int = 12) -> None:
        """Press the mouse on the slider's thumb, move it sideways in steps, release."""
        slider = self.slider(control)
        box = slider.bounding_box()
        assert box is not None
        low, high = float(slider.get_attribute("min")), float(slider.get_attribute("max"))
        share = (float(slider.input_value()) - low) / (high - low)
        x, y = box["x"] + THUMB / 2 + share * (box["width"] - THUMB), box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + pixels, y, steps=steps)
        self.page.mouse.up()
        self.rest()

    def press(self, control: str, *keys: str) -> None:
        for key in keys:
            self.slider(control).press(key)
        self.rest()

    def type(self, control: str, text: str) -> None:
        self.box(control).fill(text)
        self.box(control).press("Enter")
        self.rest()

    def tap(self, figure: str, x: float, y: float) -> None:
        """Click where a dot of a figure stands."""
        self.page.locator(f".figure-{figure}").scroll_into_view_if_needed()
        self.page.mouse.click(*self.page.evaluate(DOT_AT, [figure, x, y]))
        self.rest()

    def rest(self) -> None:
        """Wait until the server's frame for the present settings is on the page, and was said."""
        frames = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
        self.page.evaluate(frames)  # what was moved is in the settings a frame later
        self.page.wait_for_function("""() => {
          const row = (name) => Bokeh.documents[0].get_model_by_name(name).data;
          const [said, set] = [row("summary"), row("settings")];
          const served = document.body.dataset.server === "true";
          if (served && said.turn[0] !== set.turn[0]) return false;
          const same = ["w0", "w1", "threshold"].every((k) => Object.is(said[k][0], set[k][0]));
          return same && row("dataset").name[0] === set.dataset[0];
        }""")
        self.page.evaluate(frames)
        self.page.wait_for_selector("#status[aria-busy=false]")
