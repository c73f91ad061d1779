"""The training path of a scene, which is kept and goes on where more steps are asked for."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.hessian import learning_rate_limit
from logreg_core.link import Floats
from logreg_core.loss import LossName
from logreg_core.model import Weights
from logreg_core.stability import nudged
from logreg_core.walk import FURTHEST, walk

MOST_STEPS = 10_000
MOST_WORK = 5e6  # losses along a path: a large data set takes fewer steps
KEPT = 32  # paths, for all readers together: at most 0.4 MB each


class Pace(NamedTuple):
    """What each step of a training goes by."""

    learning_rate: float
    l1: float
    l2: float
    loss: LossName


def path_of(data: Dataset, start: Weights, steps: int, pace: Pace) -> Floats:
    """The weights at each step of training, the start first; it ends where a weight is too far.

    Parameters
    ----------
    data : Dataset with d features
    start : Weights with d coefficients
    steps : int
        A large data set takes fewer steps than asked for.
    pace : Pace

    Returns
    -------
    float64 array, read-only, shape (steps + 1, 1 + d): one row (w0, w1, ...) for each point
    """
    return _kept(data, start, pace).to(min(steps, int(MOST_WORK / data.n)))


def shadow_of(data: Dataset, start: Weights, steps: int, pace: Pace) -> Floats | None:
    """The same path on the `nudged` data; None where no step can magnify what was rounded before.

    With a convex loss and a learning rate within its limit, a step never takes two points further
    apart (Nesterov, *Lectures on Convex Optimization*, section 2.1.5). Arguments as of `path_of`.
    """
    if pace.loss == "cross-entropy" and pace.learning_rate <= _limit(data, pace.l2):
        return None
    return path_of(_nudged(data), start, steps, pace)


class _Path:
    """One path, as far as anybody has asked for it; one more step costs one step."""

    def __init__(self, data: Dataset, start: Weights, pace: Pace) -> None:
        self.data, self.pace = data, pace
        # both in one, so that threads that extend the same path do not mix what they found
        self.found = np.array([(start.w0, *start.w)]), False

    def to(self, steps: int) -> Floats:
        points, ended = self.found
        more = steps + 1 - len(points)
        if more > 0 and not ended:
            (w0, *w), (rate, l1, l2, loss) = points[-1].tolist(), self.pace
            start = Weights(w0, w)
            on = walk(self.data, start, rate, more, l1=l1, l2=l2, loss=loss, furthest=FURTHEST)
            points, ended = np.concatenate([points, on[1:]]), len(on) <= more
            self.found = points, ended
        points.flags.writeable = False
        return points[: steps + 1]


@lru_cache(maxsize=KEPT)
def _kept(data: Dataset, start: Weights, pace: Pace) -> _Path:
    return _Path(data, start, pace)


@lru_cache(maxsize=KEPT)
def _nudged(data: Dataset) -> Dataset:
    return nudged(data)


@lru_cache(maxsize=KEPT)
def _limit(data: Dataset, l2: float) -> float:
    return learning_rate_limit(data, l2=l2)
