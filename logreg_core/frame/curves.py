"""Tables of curves: p along the plot, its three rulers, and both losses over p."""

from functools import lru_cache

import numpy as np

from logreg_core.boundaries import threshold_logit
from logreg_core.frame.columns import Columns, columns, per_feature, pinned, row
from logreg_core.frame.scene import CURVE_POINTS, Scene, other_loss, per_nat
from logreg_core.link import odds, sigmoid
from logreg_core.loss import LOSSES, LossName, squared_loss, squared_slope
from logreg_core.model import logits

LOSS_TOP = 6.0  # nats, where the loss panels end; dots beyond stand at the edge with their loss
ODDS_TOP = 10.0  # the ruler of odds ends here, because the curve beyond is a wall


def loss_top(scene: Scene) -> float:
    """Where the loss panels end; no squared loss is above 1."""
    return 1.0 if scene.settings.loss == "squared" else scene.per_nat * LOSS_TOP


def curve(scene: Scene) -> Columns:
    """Probability p along the plot, of one feature."""
    return scene.curve


def loss_curve(scene: Scene) -> Columns:
    """The chosen loss of either label over p."""
    return _loss_curve(scene.settings.loss, scene.per_nat)


@lru_cache(maxsize=4)
def _loss_curve(loss: LossName, unit: float) -> Columns:
    z = np.linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS)
    loss_1, loss_0 = LOSSES[loss].value(-z), LOSSES[loss].value(z)
    return columns(p=sigmoid(z), loss_1=unit * loss_1, loss_0=unit * loss_0)


def squash(_: Scene) -> Columns:
    """The sigmoid over the logit."""
    z = np.linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS)
    return columns(logit=z, p=sigmoid(z))


def loss_other(scene: Scene) -> Columns:
    """The loss that is not chosen, so that both can stand side by side."""
    loss = other_loss(scene.settings.loss)
    return _loss_curve(loss, per_nat(scene.settings.unit, loss))


def squared(scene: Scene) -> Columns:
    """Squared loss of each sample, and how hard either loss pulls at its logit."""
    z, y = scene.logit, scene.dataset.y
    return columns(
        y=y,
        p=scene.p,
        squared_loss=squared_loss(z, y),
        squared_slope=squared_slope(z, y),
        residual=scene.residual,
    )


def rulers(scene: Scene) -> Columns:
    """The same model on three rulers along the plot: probability, odds, logit."""
    x = scene.curve["x"]
    z = logits(x, scene.weights)
    o = odds(z)
    return columns(
        x=x,
        p=scene.curve["p"],
        odds=o,
        logit=z,
        odds_drawn=np.where(o <= ODDS_TOP, o, np.nan),
        logit_drawn=np.where(np.abs(z) <= LOSS_TOP, z, np.nan),
    )


def rulers_samples(scene: Scene) -> Columns:
    """Every sample on every ruler, pinned at the end of one that is too short for it."""
    return columns(
        **per_feature("x", scene.dataset.x),
        y=scene.dataset.y,
        p=scene.p,
        **pinned("odds", odds(scene.logit), 0.0, ODDS_TOP),
        **pinned("logit", scene.logit, -LOSS_TOP, LOSS_TOP),
    )


def rulers_now(scene: Scene) -> Columns:
    """The decision threshold on each of the three rulers; infinite at the ends of p."""
    cut = threshold_logit(scene.settings.threshold)
    return row(p=scene.settings.threshold, odds=float(odds(cut)), logit=cut)
