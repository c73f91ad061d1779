"""How a data set opens: its weights, a stable learning rate, its costliest sample."""

from functools import lru_cache
from math import floor, log10

import numpy as np

from logreg_app.forms import derived, every_of
from logreg_app.scene import write
from logreg_core.hessian import learning_rate_limit
from logreg_core.loss import sample_loss
from logreg_core.model import Weights, logits


@lru_cache(maxsize=64)
def opening_values(
    name: str, standardised: bool = False, product: bool = False
) -> dict[str, float]:
    """Values of w0, w1, ..., learning_rate and sample with which a data set opens in a form.

    The chosen sample is the one with the largest loss among those that are drawn.
    """
    data = derived(name, standardised, product)
    loss = sample_loss(logits(data.x, Weights(data.opening[0], data.opening[1:])), data.y)
    every = every_of(data)
    return {
        # to the digits that an address holds, so that it gives the same scene
        **{f"w{j}": float(write(w)) for j, w in enumerate(data.opening)},
        "learning_rate": round_down(learning_rate_limit(data) / 2),
        "sample": 1 + int(np.argmax(loss[::every])) * every,
    }


def round_down(value: float) -> float:
    """The largest of 1, 2, 5 and powers of ten times them that is not above a value.

    Examples
    --------
    >>> round_down(0.00079), round_down(4.0)
    (0.0005, 2.0)
    """
    power = floor(log10(value))
    lead = next(m for m in (5, 2, 1) if m * 10.0**power <= value * (1 + 1e-12))
    # through decimal text, so that the value is the nearest double and not a product
    return float(f"{lead}e{power}")
