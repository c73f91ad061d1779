"""One frame of the page: from a data set and settings to everything that is drawn or said.

Column names are the schema. Whatever draws reads columns and computes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from logreg_core.boundaries import boundary, threshold_logit
from logreg_core.dataset import Dataset
from logreg_core.decide import Confusion, confusion, predict
from logreg_core.link import Floats, odds, sigmoid
from logreg_core.loss import residual, sample_loss
from logreg_core.model import Weights, logits

Columns = Mapping[str, NDArray[Any]]

CURVE_POINTS = 241  # one point every two to four pixels of a plot
MARGIN = 0.15  # of the data's range, left free on both sides of the plot
LOSS_TOP = 6.0  # nats; the loss panels end here, dots beyond are drawn at the edge and named


@dataclass(frozen=True)
class Settings:
    """What a reader can set: the weights and the decision threshold t.

    Raises
    ------
    ValueError
        If the threshold lies outside [0, 1].

    Examples
    --------
    >>> Settings(Weights(8.12, -0.094)).threshold
    0.5
    """

    weights: Weights
    threshold: float = 0.5

    def __post_init__(self) -> None:
        threshold_logit(self.threshold)


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything that one page shows at one moment, read-only.

    Attributes
    ----------
    samples : columns of length n
        x, y, logit, odds, p, predicted, correct, loss, residual; loss_drawn, loss_over and
        loss_note place and name a dot whose loss is above the loss panels.
    curve : columns x, p along the plot
    loss_curve : columns p, loss_1, loss_0
    boundary : one row
        x (nan where none is drawn), low and width (of the plot), shade (p along the plot, an
        image of one line), threshold, positive_from, positive_to and positive_at (ends and middle
        of the part of the plot that is predicted 1; nan where none), label, threshold_label.
    summary : name to number or word
        mean_loss (nats), correct, n, accuracy, the four confusion counts, boundary (nan: none),
        boundary_place (inside, left, right, none), positive_side (left, right, all, none),
        odds_ratio per unit of x, grad_w0, grad_w1, and the settings themselves.
    """

    samples: Columns
    curve: Columns
    loss_curve: Columns
    boundary: Columns
    summary: Mapping[str, float | str]


def compute_frame(dataset: Dataset, settings: Settings) -> Frame:
    """Everything that is drawn or said about a data set at these settings.

    Parameters
    ----------
    dataset : Dataset with one feature
    settings : Settings with one coefficient

    Returns
    -------
    Frame

    Raises
    ------
    ValueError
        If the data set or the weights have more than one feature.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> frame = compute_frame(data, Settings(Weights(8.12, -0.094)))
    >>> frame.samples["loss"].round(6).tolist()
    [0.003115, 0.006006, 0.020239, 1.364912, 0.368011, 0.103106]
    >>> round(frame.summary["mean_loss"], 6), frame.summary["correct"]
    (0.310898, 5)
    """
    if dataset.d != 1 or len(settings.weights.w) != 1:
        raise ValueError(f"compute_frame draws one feature, got a data set with {dataset.d}.")
    samples = _samples(dataset, settings)
    low, high = plot_range(dataset.x)
    place = _place(settings, low, high)
    curve = _curve(settings.weights, low, high)
    return Frame(
        samples=samples,
        curve=curve,
        loss_curve=_loss_curve(),
        boundary=_boundary(settings, place, curve),
        summary=_summary(dataset, settings, samples, place),
    )


def plot_range(x: Floats) -> tuple[float, float]:
    """Ends of the plot's x axis, in the feature's unit: the data and a margin on both sides.

    Examples
    --------
    >>> plot_range(np.array([0.0, 10.0]))
    (-1.5, 11.5)
    """
    low, high = float(np.min(x)), float(np.max(x))
    margin = MARGIN * (high - low) or 1.0
    return low - margin, high + margin


def _samples(dataset: Dataset, settings: Settings) -> Columns:
    z = logits(dataset.x, settings.weights)
    loss = sample_loss(z, dataset.y)
    predicted = predict(z, settings.threshold)
    return _columns(
        x=dataset.x[:, 0],
        y=dataset.y,
        logit=z,
        odds=odds(z),
        p=sigmoid(z),
        predicted=predicted,
        correct=(predicted == dataset.y).astype(np.int64),
        loss=loss,
        residual=residual(z, dataset.y),
        loss_drawn=np.minimum(loss, LOSS_TOP),
        loss_over=np.where(loss > LOSS_TOP, LOSS_TOP, np.nan),
        loss_note=np.array([f"{v:.3g} ↑" if v > LOSS_TOP else "" for v in loss.tolist()]),
    )


def _curve(weights: Weights, low: float, high: float) -> Columns:
    x = np.linspace(low, high, CURVE_POINTS)
    p = sigmoid(logits(x, weights))
    return _columns(x=x, p=p)


@lru_cache(maxsize=1)
def _loss_curve() -> Columns:
    z = np.linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS)
    return _columns(p=sigmoid(z), loss_1=sample_loss(z, 1), loss_0=sample_loss(z, 0))


@dataclass(frozen=True)
class _Place:
    """Where the boundary lies and which side of it is predicted 1."""

    x: float
    where: str
    positive_side: str


def _place(settings: Settings, low: float, high: float) -> _Place:
    weights, cut = settings.weights, threshold_logit(settings.threshold)
    x = boundary(weights, settings.threshold)
    if np.isnan(x):
        return _Place(x, "none", "all" if weights.w0 >= cut else "none")
    where = "left" if x < low else "right" if x > high else "inside"
    return _Place(x, where, "right" if weights.w1 > 0 else "left")


def _boundary(settings: Settings, place: _Place, curve: Columns) -> Columns:
    low, high = float(curve["x"][0]), float(curve["x"][-1])
    x = place.x if place.where == "inside" else np.nan
    cut = min(max(place.x, low), high)
    start, end = {
        "all": (low, high),
        "none": (np.nan, np.nan),
        "left": (low, cut),
        "right": (cut, high),
    }[place.positive_side]
    return _columns(
        x=np.array([x]),
        low=np.array([low]),
        width=np.array([high - low]),
        shade=curve["p"].reshape(1, 1, -1),
        threshold=np.array([settings.threshold]),
        positive_from=np.array([start]),
        positive_to=np.array([end]),
        positive_at=np.array([(start + end) / 2]),
        label=np.array([f"{x:.4g}" if place.where == "inside" else ""]),
        threshold_label=np.array([f"t = {settings.threshold:.4g}"]),
    )


def _summary(
    dataset: Dataset, settings: Settings, samples: Columns, place: _Place
) -> Mapping[str, float | str]:
    counts: Confusion = confusion(samples["logit"], dataset.y, settings.threshold)
    r = samples["residual"]
    weights = settings.weights
    return MappingProxyType(
        {
            "w0": weights.w0,
            "w1": weights.w1,
            "threshold": settings.threshold,
            "n": dataset.n,
            "mean_loss": float(np.mean(samples["loss"])),
            "correct": counts.correct,
            "accuracy": counts.accuracy,
            **counts._asdict(),
            "boundary": place.x,
            "boundary_place": place.where,
            "positive_side": place.positive_side,
            "odds_ratio": float(odds(weights.w1)),
            "grad_w0": float(np.mean(r)),
            "grad_w1": float(r @ samples["x"] / dataset.n),
        }
    )


def _columns(**columns: NDArray[Any]) -> Columns:
    for column in columns.values():
        column.flags.writeable = False
    return MappingProxyType(columns)
