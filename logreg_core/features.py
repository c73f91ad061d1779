"""Features made from features: standardised ones, and the product of two."""

import math
from dataclasses import dataclass, replace

import numpy as np

from logreg_core.dataset import Dataset, DatasetError
from logreg_core.link import Floats
from logreg_core.model import Weights

DIGITS = 9  # of a weight that comes back as it was
ROOM = 2e-11  # what writing weights with 12 digits and converting them back may change


@dataclass(frozen=True)
class Scale:
    """Mean and standard deviation of each feature; turns weights from one unit into the other.

    Parameters
    ----------
    mean, sd : tuple of float, one per feature
        In the feature's unit; `sd` is of the population (divided by n), and 1 where the feature is
        constant: such a feature is centred and left at that.

    Examples
    --------
    >>> scale = Scale((60.0,), (30.0,))
    >>> scale.to_standardised(Weights(6, -0.1))
    Weights(w0=0.0, w=(-3.0,))
    >>> scale.to_raw(Weights(0, -3))
    Weights(w0=6.0, w=(-0.1,))
    """

    mean: tuple[float, ...]
    sd: tuple[float, ...]

    def to_standardised(self, weights: Weights) -> Weights:
        """Weights on (x - mean) / sd that give the same logits as these give on x."""
        self._check(weights)
        w = np.array(weights.w)
        return Weights(weights.w0 + float(w @ self.mean), (w * self.sd).tolist())

    def to_raw(self, weights: Weights) -> Weights:
        """Weights on x that give the same logits as these give on (x - mean) / sd."""
        self._check(weights)
        w = np.array(weights.w) / self.sd
        return Weights(weights.w0 - float(w @ self.mean), w.tolist())

    def converted(self, weights: Weights, *, back: bool = False) -> Weights:
        """Weights in the other unit, and the very same weights on the way back.

        Where a decimal of 9 significant digits lies within 2e-11 of what comes out, that decimal is
        meant: 0 and not -7.6e-13, also when the weights have passed through text of 12 digits. The
        digits of the intercept are counted from the largest of the terms that it is summed from.

        Examples
        --------
        >>> scale = Scale((0.1,), (0.3,))
        >>> scale.converted(scale.converted(Weights(0.0, 1.7)), back=True)
        Weights(w0=0.0, w=(1.7,))
        """
        there = self.to_raw(weights) if back else self.to_standardised(weights)
        raw = there if back else weights
        terms = max(abs(weights.w0), *np.abs(np.multiply(raw.w, self.mean)).tolist())
        return Weights(_meant(there.w0, terms), [_meant(v, abs(v)) for v in there.w])

    def _check(self, weights: Weights) -> None:
        if len(weights.w) != len(self.sd):
            raise ValueError(
                f"weights must have {len(self.sd)} coefficient(s), got {len(weights.w)}."
            )


def _meant(value: float, size: float) -> float:
    """The decimal that a value was before a conversion of numbers of this size, or the value."""
    if size == 0 or not math.isfinite(size):
        return value
    decimal = round(value, DIGITS - 1 - math.floor(math.log10(size))) + 0.0  # not -0
    return decimal if abs(value - decimal) <= ROOM * size else value


def standardise(dataset: Dataset) -> tuple[Dataset, Scale]:
    """The data set in standard deviations from the mean, and the scale that leads back.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    Dataset : the same samples with each feature as (x - mean) / sd
    Scale : mean and sd of each feature

    Notes
    -----
    The sd is that of the population. A constant feature has none: it becomes 0 everywhere, so its
    coefficient has nothing to act on and the intercept takes its part.

    Examples
    --------
    >>> data, scale = standardise(Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0]))
    >>> data.x[:, 0].round(3).tolist(), round(scale.sd[0], 6)
    ([-1.212, -0.993, -0.585, 0.355, 0.982, 1.453], 31.893921)
    """
    mean, sd = spread(dataset.x)
    scale = Scale(tuple(mean.tolist()), tuple(sd.tolist()))
    opening = scale.to_standardised(Weights(dataset.opening[0], dataset.opening[1:]))
    scaled = replace(
        dataset,
        x=(dataset.x - mean) / sd,
        units=("sd",) * dataset.d,
        opening=(opening.w0, *opening.w),
        shows=tuple(((np.array(dataset.shows) - mean[0]) / sd[0]).tolist()),
    )
    return scaled, scale


def spread(x: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation of each column; 1 for the deviation of a constant.

    Examples
    --------
    >>> spread(np.array([[1.0, 0.1], [3.0, 0.1]]))
    (array([2. , 0.1]), array([1., 1.]))
    """
    constant = np.all(x == x[0], axis=0)  # rounding gives a constant 0.1 a tiny deviation, not 0
    mean = np.where(constant, x[0], np.mean(x, axis=0))
    away = x - mean
    size = np.where(constant, 1.0, np.max(np.abs(away), axis=0))  # squares of 1e-200 are 0
    sd = size * np.sqrt(np.mean(np.square(away / size), axis=0))
    return mean, np.where(constant, 1.0, sd)


def interaction(dataset: Dataset) -> Dataset:
    """The data set with the product x1 x2 as a further feature.

    Parameters
    ----------
    dataset : Dataset with two features

    Returns
    -------
    Dataset with three features

    Raises
    ------
    DatasetError
        If there are not two features.

    Examples
    --------
    >>> interaction(Dataset([[1, 1], [1, -1]], [1, 0])).x.tolist()
    [[1.0, 1.0, 1.0], [1.0, -1.0, -1.0]]
    """
    if dataset.d != 2:
        raise DatasetError(f"interaction needs two features, got {dataset.d}.", "shape")
    a, b = dataset.features
    unit = " ".join(u for u in dataset.units if u)
    return replace(
        dataset,
        x=np.column_stack([dataset.x, dataset.x[:, 0] * dataset.x[:, 1]]),
        features=(a, b, f"{a} × {b}"),
        units=(*dataset.units, unit),
        opening=(*dataset.opening, 0.0),
    )
