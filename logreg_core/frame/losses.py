"""Tables of both losses over the logit, and of how hard each pulls at the chosen sample."""

import numpy as np

from logreg_core.frame.columns import Columns, columns
from logreg_core.frame.curves import LOSS_TOP
from logreg_core.frame.overview import evidence_now
from logreg_core.frame.scene import CURVE_POINTS, Scene
from logreg_core.frame.training import LEAVE
from logreg_core.loss import LOSSES

REACH = 5.0  # logits that the arrow of a pull of 1 is long
SIGNS = {"1": -1.0, "0": 1.0}  # from a logit to that of the wrong label, where y = 1 and y = 0


def losses(_: Scene) -> Columns:
    """Both losses of either label over the logit; the cross-entropy in nats."""
    z = np.linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS)
    of = {
        f"{_column(name)}_{y}": loss.value(sign * z)
        for name, loss in LOSSES.items()
        for y, sign in SIGNS.items()
    }
    return columns(logit=z, **of)


def losses_now(scene: Scene) -> Columns:
    """The chosen sample on both losses, as if its label were 1 and as if it were 0.

    A pull is minus the derivative of the loss by the logit. Its arrow begins at the logit and leads
    along the axis; a pull below `LEAVE` has none. A logit beyond the curves stands at their end.
    """
    z = np.array(evidence_now(scene)["logit"])
    drawn = np.clip(z, -LOSS_TOP, LOSS_TOP)
    found = {"logit": z, "logit_drawn": drawn}
    for name, loss in LOSSES.items():
        for y, sign in SIGNS.items():
            pull = -sign * loss.slope(sign * z)
            seen = np.where(np.abs(pull) >= LEAVE, REACH * pull, np.nan)
            found[f"{_column(name)}_{y}"] = loss.value(sign * drawn)
            found[f"{_column(name)}_pull_{y}"] = pull
            found[f"{_column(name)}_to_{y}"] = drawn + seen
    return columns(**found)


def _column(name: str) -> str:
    return name.replace("-", "_")
