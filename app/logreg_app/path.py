"""The training path of a scene, which is kept and goes on where more steps are asked for."""

from functools import lru_cache

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.link import Floats
from logreg_core.model import Weights
from logreg_core.walk import walk

FURTHEST = 1e9  # a weight may lie beyond its slider, where training leads, but not beyond this
MOST_STEPS = 10_000
MOST_WORK = 5e6  # losses along a path: a large data set takes fewer steps
KEPT = 32  # paths, for all readers together: at most 0.4 MB each


def path_of(data: Dataset, start: Weights, steps: int, rates: tuple[float, float, float]) -> Floats:
    """The weights at each step of training, the start first; it ends where a weight is too far.

    Parameters
    ----------
    data : Dataset with d features
    start : Weights with d coefficients
    steps : int
        A large data set takes fewer steps than asked for.
    rates : learning rate, l1 and l2

    Returns
    -------
    float64 array, read-only, shape (steps + 1, 1 + d): one row (w0, w1, ...) for each point
    """
    return _kept(data, start, rates).to(min(steps, int(MOST_WORK / data.n)))


class _Path:
    """One path, as far as anybody has asked for it; one more step costs one step."""

    def __init__(self, data: Dataset, start: Weights, rates: tuple[float, float, float]) -> None:
        self.data, self.rates = data, rates
        # both in one, so that threads that extend the same path do not mix what they found
        self.found = np.array([(start.w0, *start.w)]), False

    def to(self, steps: int) -> Floats:
        points, ended = self.found
        more = steps + 1 - len(points)
        if more > 0 and not ended:
            (w0, *w), (rate, l1, l2) = points[-1].tolist(), self.rates
            on = walk(self.data, Weights(w0, w), rate, more, l1=l1, l2=l2, furthest=FURTHEST)
            points, ended = np.concatenate([points, on[1:]]), len(on) <= more
            self.found = points, ended
        points.flags.writeable = False
        return points[: steps + 1]


@lru_cache(maxsize=KEPT)
def _kept(data: Dataset, start: Weights, rates: tuple[float, float, float]) -> _Path:
    return _Path(data, start, rates)
