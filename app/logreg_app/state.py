"""What the reader has set, as parameters with bounds; every change gives one new frame."""

from collections.abc import Callable, Mapping
from math import floor, log10
from typing import Any

import numpy as np
import param

from logreg_app import catalog
from logreg_core.dataset import Dataset
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.model import Weights

STEPS = 1000  # slider steps from zero to either end
DOTS = 250  # samples that are drawn at most; every number still counts all of them
WEIGHTS = ("w0", "w1")
INPUTS = (*WEIGHTS, "threshold")


class State(param.Parameterized):
    """The scene: data set, weights, threshold and the selected sample.

    Choosing a data set fits the bounds and steps of the weights to it and returns every input to
    the data set's opening values, which are kept exactly, whatever the step.
    """

    dataset: "param.Selector[str]" = param.Selector(
        default=catalog.DEFAULT_DATASET, objects=list(catalog.datasets()), label="Data set"
    )
    w0 = param.Number(0.0, label="Intercept w₀")
    w1 = param.Number(0.0, label="Coefficient w₁")
    threshold = param.Number(0.5, bounds=(0.0, 1.0), step=0.01, label="Decision threshold t")
    selected = param.Integer(None, allow_None=True, label="Selected sample")

    def __init__(self, dataset: str = catalog.DEFAULT_DATASET) -> None:
        super().__init__()
        self.open(dataset)

    def open(self, name: str) -> None:
        """Open a data set: its ranges, its opening values, its costliest sample selected."""
        data = catalog.dataset(name)
        for weight, reach in zip(WEIGHTS, weight_reach(data), strict=True):
            self.param[weight].bounds = (-reach, reach)
            self.param[weight].step = reach / STEPS
        opening = _opening(data)
        loss = _frame(data, **opening).samples["loss"]
        costliest = int(np.argmax(loss[:: _every(data)])) * _every(data)
        self.param.update(dataset=name, **opening, selected=costliest)

    @property
    def data(self) -> Dataset:
        """The data set in use."""
        return catalog.dataset(self.dataset)

    @property
    def every(self) -> int:
        """Every how many samples one is drawn: 1 draws them all."""
        return _every(self.data)

    @property
    def opening(self) -> dict[str, float]:
        """Value of each input when the data set opens, and after a reset."""
        return _opening(self.data)

    @property
    def frame(self) -> Frame:
        """Everything the page shows at this state."""
        return _frame(self.data, self.w0, self.w1, self.threshold)

    def on_change(self, show: Callable[[], None]) -> None:
        """Call `show` once after every change of an input, however many changed together."""
        self.param.watch(lambda *_: show(), ["dataset", *INPUTS])

    def accept(self, values: Mapping[str, Any]) -> None:
        """Take values from a browser: known names only, numbers inside their bounds only.

        What cannot be taken is left as it was; the page has said so where it was typed.
        """
        name = values.get("dataset")
        if isinstance(name, str) and name != self.dataset and name in catalog.datasets():
            self.open(
                name
            )  # with its own opening values: what came beside the name is of the old set
            return
        fitting = {n: values[n] for n in INPUTS if n in values and self._fits(n, values[n])}
        self.param.update(**fitting)

    def select(self, dots: list[int]) -> None:
        """Mark the sample of one dot, counted from 0 in the order of the rows, or none."""
        row = dots[0] * self.every if dots else -1
        self.selected = row if 0 <= row < self.data.n else None

    def _fits(self, name: str, value: object) -> bool:
        low, high = self.param[name].bounds
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return low <= value <= high  # false for nan


def _every(data: Dataset) -> int:
    return -(-data.n // DOTS)


def _opening(data: Dataset) -> dict[str, float]:
    return dict(zip(INPUTS, (*data.opening[:2], 0.5), strict=True))


def _frame(data: Dataset, w0: float, w1: float, threshold: float) -> Frame:
    return compute_frame(data, Settings(Weights(w0, w1), threshold))


def weight_reach(data: Dataset) -> tuple[float, float]:
    """Largest intercept and coefficient a slider offers, rounded up to 1, 2 or 5 and zeros.

    In standard deviations of x that is a slope of ten, steep enough to look like a step, and an
    intercept that moves the boundary over the whole plot at half that slope.
    """
    x = data.x[:, 0]
    sd = float(np.std(x)) or 1.0
    reach = (10 + 5 * abs(float(np.mean(x))) / sd, 10 / sd)
    furthest = [max(r, abs(o)) for r, o in zip(reach, data.opening, strict=False)]
    return _round_up(furthest[0]), _round_up(furthest[1])


def _round_up(value: float) -> float:
    power = floor(log10(value))
    lead = next(m for m in (1, 2, 5, 10) if value <= m * 10.0**power * (1 + 1e-12))
    # through decimal text, so that a step such as 0.0005 is the nearest double and not a sum
    return float(f"{lead}e{power}")
