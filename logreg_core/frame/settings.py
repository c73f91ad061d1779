"""What a reader can set."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from logreg_core.boundaries import threshold_logit
from logreg_core.costs import best_threshold
from logreg_core.link import Floats
from logreg_core.loss import LOSSES, LossName
from logreg_core.model import Weights


@dataclass(frozen=True, eq=False)
class Settings:
    """Weights, decision threshold t, and whatever else the parts of a frame depend on.

    Parameters
    ----------
    weights : Weights
    threshold : float in [0, 1]
        Decision threshold on p.
    parts : tuple of str, optional
        Names of the frame's tables to compute; those of a first page if not given.
    learning_rate : float, above 0
        Of the step that `gradient_now` and `surface_now` show.
    l1, l2 : float, at least 0
        Strengths of the penalties on the coefficients in that step.
    cost_fp, cost_fn : float, at least 0, not both 0
        Cost of a false positive and of a false negative.
    loss : "cross-entropy" or "squared"
        The loss that everything is of: of the samples, its mean, the gradient, the steps.
    unit : "nats" or "bits"
        Of every cross-entropy in the frame; the gradient is always that of nats. The squared loss
        has no unit.
    path : float64 array, shape (steps + 1, 1 + d), optional
        Where training went: one row (w0, w1, ...) for each point, the starting point first.
    shadow : float64 array of the same kind, optional
        The same path on the `nudged` data; where it is missing, all digits are said to hold.
    sample : int
        Index of the sample whose evidence is shown.
    interaction : bool
        Whether the third feature is the product of the first two, which then span the plane.

    Raises
    ------
    ValueError
        If a number lies outside its range; the message names it.

    Examples
    --------
    >>> Settings(Weights(8.12, -0.094)).threshold
    0.5
    """

    weights: Weights
    threshold: float = 0.5
    parts: tuple[str, ...] | None = None
    learning_rate: float = 1.0
    l1: float = 0.0
    l2: float = 0.0
    cost_fp: float = 1.0
    cost_fn: float = 1.0
    loss: LossName = "cross-entropy"
    unit: Literal["nats", "bits"] = "nats"
    path: Floats | None = None
    shadow: Floats | None = None
    sample: int = 0
    interaction: bool = False

    def __post_init__(self) -> None:
        threshold_logit(self.threshold)
        best_threshold(self.cost_fp, self.cost_fn)
        if not 0 < self.learning_rate < np.inf:
            raise ValueError(f"learning_rate must be a number above 0, got {self.learning_rate}.")
        for name, strength in (("l1", self.l1), ("l2", self.l2)):
            if not 0 <= strength < np.inf:
                raise ValueError(f"{name} must be a number at least 0, got {strength}.")
        if self.loss not in LOSSES:
            raise ValueError(f'loss must be "cross-entropy" or "squared", got "{self.loss}".')
        if self.unit not in ("nats", "bits"):
            raise ValueError(f'unit must be "nats" or "bits", got "{self.unit}".')
