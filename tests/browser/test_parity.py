"""frame.js against the core: the same tables, the same columns, values within rtol 1e-12."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest
from core.data import NAMES, read
from playwright.sync_api import Browser, Page

from logreg_app import catalog
from logreg_core import Dataset, Frame, Settings, Weights, compute_frame

SEED = 20
DATASETS = {name: read(name) for name in NAMES}
TABLES = ("samples", "curve", "loss_curve", "boundary", "summary", "plane", "boundary_lines")
RUN = """([data, settings]) => {
  const frame = Frames.compute(data, settings);
  const plain = (v) => (Array.isArray(v) ? v.map(plain) : typeof v === "number" ? String(v) : v);
  const table = (t) => Object.entries(t).map(([k, v]) => [k, plain(v)]);
  return Object.fromEntries(Object.entries(frame).map(([name, t]) => [name, table(t)]));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=catalog.text("frame.js") + "\nwindow.Frames = Frames;")
    yield page
    page.close()


def in_browser(page: Page, data: Dataset, settings: Settings) -> dict[str, dict[str, Any]]:
    weights = {"w0": settings.weights.w0, "w": list(settings.weights.w)}
    rows = {"x": data.x.T.tolist(), "y": data.y.tolist()}
    made = page.evaluate(RUN, [rows, weights | {"threshold": settings.threshold}])
    return {name: dict(columns) for name, columns in made.items()}


def in_core(frame: Frame) -> dict[str, Mapping[str, Any]]:
    return {name: getattr(frame, name) for name in TABLES if len(getattr(frame, name))}


def agree(page: Page, data: Dataset, settings: Settings) -> None:
    ours, theirs = in_core(compute_frame(data, settings)), in_browser(page, data, settings)
    assert {n: list(t) for n, t in theirs.items()} == {n: list(t) for n, t in ours.items()}
    different = [
        f"{name}.{column}"
        for name, table in ours.items()
        for column, values in table.items()
        if not same(theirs[name][column], values, floor(data, column))
    ]
    assert different == []


def same(text: Any, values: Any, atol: float) -> bool:
    wanted = np.asarray(values)
    if wanted.dtype.kind == "U":
        return np.array_equal(np.asarray(text), wanted)
    got = np.vectorize(lambda v: float(v.replace("Infinity", "inf")))(np.asarray(text, dtype="U"))
    return np.allclose(got, wanted, rtol=1e-12, atol=atol, equal_nan=True)


def floor(data: Dataset, column: str) -> float:
    """Absolute error allowed where large parts cancel: sums of residuals, ends of lines."""
    size = 1.0 + float(np.abs(data.x).max())
    if column.startswith(("x1_", "x2_", "grad_w")):
        return 1e-13 * size
    return 5e-324 if column in ("p", "loss", "residual", "odds", "loss_drawn") else 0.0


def random_settings(data: Dataset, reach: float, rng: np.random.Generator) -> Settings:
    """Weights whose logits reach as far as told, and a threshold anywhere, ends included."""
    w = rng.normal(size=data.d) * reach / (1.0 + np.abs(data.x).max())
    threshold = float(rng.choice([0.0, 1.0, 0.5, rng.random(), rng.random()]))
    return Settings(Weights(float(rng.normal() * reach / 3), w.tolist()), threshold)


GRID = [
    (w0, w1, t)
    for w0 in (-5.0, 0.0, 8.12)
    for w1 in (-0.7, -0.094, 0.0, 1e-300, 0.5)
    for t in (0.0, 0.2, 0.5, 1.0)
]


@pytest.mark.parametrize(("w0", "w1", "threshold"), GRID)
@pytest.mark.parametrize("name", ["loans", "seven-points"])
def test_a_grid_of_settings(page: Page, name: str, w0: float, w1: float, threshold: float) -> None:
    agree(page, DATASETS[name], Settings(Weights(w0, w1), threshold))


CASES = [
    (name, reach, seed)
    for name, data in DATASETS.items()
    if data.d <= 2
    for reach in (3.0, 40.0, 800.0)
    for seed in range(2 if data.n > 500 else 6)
]


@pytest.mark.parametrize(("name", "reach", "seed"), CASES)
def test_random_settings_on_every_data_set(page: Page, name: str, reach: float, seed: int) -> None:
    data = DATASETS[name]
    rng = np.random.default_rng([SEED, seed, int(reach)])
    agree(page, data, random_settings(data, reach, rng))


def test_dots_are_every_so_many_samples_and_the_summary_counts_all(page: Page) -> None:
    rows = {"x": [list(range(10))], "y": [0, 1] * 5}
    settings = {"w0": 0.5, "w": [-0.1], "threshold": 0.5}
    run = "([d, s]) => { const f = Frames.compute(d, s, 4); return [f.samples, f.summary]; }"
    samples, summary = page.evaluate(run, [rows, settings])
    assert samples["x"] == [0, 4, 8]
    assert [len(column) for column in samples.values()] == [3] * len(samples)
    assert summary["n"] == 10
