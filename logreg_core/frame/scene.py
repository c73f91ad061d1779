"""A data set at these settings: what several parts of a frame need, computed once and on demand."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from logreg_core.boundaries import boundary, threshold_logit
from logreg_core.dataset import Dataset
from logreg_core.decide import Confusion, confusion
from logreg_core.descent import step
from logreg_core.frame.columns import Columns, columns, plot_range
from logreg_core.frame.settings import Settings
from logreg_core.link import Floats, sigmoid
from logreg_core.loss import LOSSES, Loss, LossName, bits, residual, signed_slope
from logreg_core.model import Weights, logits, logits_that_hold
from logreg_core.stability import gradient_rounding

CURVE_POINTS = 241  # points: one every two to four pixels of a plot
EACH_STEP = 200  # the first steps of a path are all drawn, since a plot has room for so many
LATER_STEPS = 199  # further steps are drawn at most, evenly in their logarithm


def shown_steps(last: int) -> NDArray[np.int64]:
    """Steps of a path that are drawn: the first all, later ones evenly in their logarithm.

    Examples
    --------
    >>> shown_steps(3).tolist()
    [0, 1, 2, 3]
    >>> len(shown_steps(10_000)), shown_steps(10_000)[198:204].tolist()
    (400, [198, 199, 200, 204, 208, 212])
    """
    first = np.arange(min(last, EACH_STEP) + 1)
    if last <= EACH_STEP:
        return first
    growth = (last / EACH_STEP) ** (np.arange(1, LATER_STEPS + 1) / LATER_STEPS)
    later = np.unique(np.rint(EACH_STEP * growth).astype(np.int64))
    return np.append(first, later[later > EACH_STEP])


def per_nat(unit: str, loss: LossName) -> float:
    """How much of a unit a nat is; 1 with the squared loss, which has no unit.

    Examples
    --------
    >>> round(per_nat("bits", "cross-entropy"), 6), per_nat("bits", "squared")
    (1.442695, 1.0)
    """
    return float(bits(1.0)) if unit == "bits" and loss == "cross-entropy" else 1.0


def other_loss(loss: LossName) -> LossName:
    """The loss that is not chosen."""
    return "cross-entropy" if loss == "squared" else "squared"


class Place(NamedTuple):
    """Where the boundary on one feature lies and which side of it is predicted 1."""

    x: float
    where: str
    positive_side: str


@dataclass(frozen=True, eq=False)
class Scene:
    """What the parts of a frame are made from; each property is computed when first asked for."""

    dataset: Dataset
    settings: Settings

    @property
    def weights(self) -> Weights:
        """The weights that the reader has set."""
        return self.settings.weights

    @property
    def chosen(self) -> Loss:
        """The loss that the reader has chosen."""
        return LOSSES[self.settings.loss]

    @property
    def per_nat(self) -> float:
        """How much of the chosen unit a nat is; 1 with the squared loss, which has no unit."""
        return per_nat(self.settings.unit, self.settings.loss)

    @cached_property
    def logit(self) -> Floats:
        """Logit of each sample."""
        return logits_that_hold(self.dataset.x, self.weights)

    @cached_property
    def p(self) -> Floats:
        """Probability of each sample."""
        return sigmoid(self.logit)

    @cached_property
    def loss(self) -> Floats:
        """Chosen loss of each sample, in the unit that the reader has chosen."""
        return self.per_nat * self.chosen.value(-self.dataset.sign * self.logit)

    @cached_property
    def residual(self) -> Floats:
        """Residual of each sample."""
        return residual(self.logit, self.dataset.y)

    @cached_property
    def pull(self) -> Floats:
        """Derivative of each sample's chosen loss by its logit; of cross-entropy, the residual."""
        return signed_slope(self.logit, self.dataset.sign, self.settings.loss)

    @cached_property
    def pull_x(self) -> Floats:
        """Pull times each feature of each sample."""
        return np.asarray(self.pull[:, np.newaxis] * self.dataset.x)

    def next(self, loss: LossName) -> Weights:
        """Where one step down a loss leads."""
        rate, l1, l2 = self.settings.learning_rate, self.settings.l1, self.settings.l2
        return step(self.dataset, self.weights, rate, l1=l1, l2=l2, loss=loss)

    @cached_property
    def steps(self) -> NDArray[np.int64]:
        """Steps of the path that are drawn."""
        path = self.settings.path
        return np.arange(0) if path is None else shown_steps(len(path) - 1)

    @cached_property
    def shown_path(self) -> Floats:
        """Points of the path at these steps, one row (w0, w1, ...) each."""
        path = self.settings.path
        return np.empty((0, 1 + self.dataset.d)) if path is None else path[self.steps]

    @cached_property
    def shown_shadow(self) -> Floats:
        """Points of the nudged path at these steps, or of the path itself where there is none."""
        shadow = self.settings.shadow
        # It may end before the path does, because a weight goes too far; there it stays.
        return (
            self.shown_path if shadow is None else shadow[np.minimum(self.steps, len(shadow) - 1)]
        )

    @cached_property
    def counts(self) -> Confusion:
        """Right and wrong decisions at the threshold."""
        return confusion(self.logit, self.dataset.y, self.settings.threshold)

    @cached_property
    def slope(self) -> Floats:
        """Gradient of the chosen mean loss; 0 where rounding alone may have left it."""
        r = self.pull
        slope = np.array([r.sum(), *(r @ self.dataset.x)]) / self.dataset.n
        noise = gradient_rounding(self.dataset, self.weights)
        return np.where(np.abs(slope) > noise, slope, 0.0)

    @cached_property
    def span(self) -> tuple[float, float]:
        """Ends of the plot's x axis, of one feature."""
        return plot_range(np.append(self.dataset.x, self.dataset.shows))

    @cached_property
    def curve(self) -> Columns:
        """Columns x and p along the plot, of one feature."""
        x = np.linspace(*self.span, CURVE_POINTS)
        return columns(x=x, p=sigmoid(logits(x, self.weights)))

    @cached_property
    def place(self) -> Place:
        """Where the boundary is, on one feature."""
        cut = threshold_logit(self.settings.threshold)
        x = boundary(self.weights, self.settings.threshold)
        if np.isnan(x):
            return Place(x, "none", "all" if self.weights.w0 >= cut else "none")
        low, high = self.span
        where = "left" if x < low else "right" if x > high else "inside"
        return Place(x, where, "right" if self.weights.w1 > 0 else "left")
