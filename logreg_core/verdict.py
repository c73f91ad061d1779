"""Whether steps of gradient descent have settled, in plain words."""

from typing import NamedTuple

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.descent import History, gradient
from logreg_core.hessian import learning_rate_limit, newton_step
from logreg_core.lasso import penalised_loss
from logreg_core.link import Floats
from logreg_core.model import Weights, logits_that_hold
from logreg_core.newton import REASONS
from logreg_core.separability import Kind, is_near_optimum, separability
from logreg_core.stability import bounces

LEFT = 1e-6  # nats that a further fall of the loss may have left, so that six decimals are settled


class Verdict(NamedTuple):
    """What there is to say about a path.

    Attributes
    ----------
    sentence : str
    useful : bool
        Whether the last weights mean what they should: no step went astray, and best weights exist.
    """

    sentence: str
    useful: bool


def verdict(
    dataset: Dataset, history: History, learning_rate: float, *, l2: float, steps: int
) -> Verdict:
    """What there is to say about the steps that were taken.

    Parameters
    ----------
    dataset : Dataset with both classes
    history : History
        The path; it has fewer points than steps were asked for if a weight went too far.
    learning_rate, l2 : float
        What was stepped with.
    steps : int
        How many steps were asked for.

    Returns
    -------
    Verdict

    Examples
    --------
    >>> from logreg_core.descent import descend
    >>> from logreg_core.model import Weights
    >>> data = Dataset([1, 2, 3, 4], [0, 1, 0, 1])
    >>> way = descend(data, Weights(0, 0), 0.3, 1000)
    >>> verdict(data, way, 0.3, l2=0.0, steps=1000).sentence
    'The steps have settled at the best weights.'
    >>> verdict(data, descend(data, Weights(0, 0), 0.3, 10), 0.3, l2=0.0, steps=10).sentence
    'The steps have not arrived: the loss can still fall by about 0.071; take more of them.'
    """
    found = newton_step(dataset, history.last, l2=l2)
    height = float(penalised_loss(dataset, history.weights[-1:], 0.0, l2)[0])
    # what Newton's step would win, which far from the best weights may be more than there is
    left = min(found.decrement**2 / 2, height)
    kind = "none" if l2 else _separability(dataset, history.last, found.inverse)
    astray = _astray(dataset, history, learning_rate, l2, steps)
    if kind in ("complete", "quasi"):
        endless = f"{REASONS[kind]} Only with an l2 above 0 are there best weights."
        return Verdict(" ".join(filter(None, (endless, astray))), useful=False)
    if astray:
        return Verdict(astray, useful=False)
    if left > LEFT:
        still = f"the loss can still fall by about {left:.2g}; take more of them."
        return Verdict(f"The steps have not arrived: {still}", useful=True)
    penalty = " under this penalty" if l2 else ""
    return Verdict(f"The steps have settled at the best weights{penalty}.", useful=True)


def _separability(dataset: Dataset, weights: Weights, inverse: Floats) -> Kind:
    """How the classes are separated, told from the last weights where these tell it."""
    x = np.column_stack([np.ones(dataset.n), dataset.x])
    if np.all(dataset.sign * logits_that_hold(dataset.x, weights) > 0):
        return "complete"
    if is_near_optimum(x, gradient(dataset, weights), inverse):
        return "none"
    return separability(dataset).kind


def _astray(dataset: Dataset, history: History, learning_rate: float, l2: float, steps: int) -> str:
    """A sentence about steps that left, or that the loss still rises and falls on, if they do."""
    limit = learning_rate_limit(dataset, l2=l2)
    if learning_rate <= limit:
        return ""
    cure = f"choose a learning rate below {limit:.3g}."
    taken = len(history.weights) - 1
    if taken < steps:
        return f"The weights grew too large after step {taken:,}, and the steps ended; {cure}"
    heights = penalised_loss(dataset, history.weights, 0.0, l2)
    if bounces(np.arange(taken + 1), heights):
        return f"The steps do not settle, as the loss still rises and falls; {cure}"
    return ""
