"""Logistic regression, exact and small: logits, probabilities, losses, gradients, decisions.

The modules read in this order: link, loss, model, dataset, table, parse, descent, decide, frame.
"""

from logreg_core.boundaries import boundary
from logreg_core.dataset import Dataset, DatasetError
from logreg_core.decide import confusion
from logreg_core.descent import gradient, mean_loss
from logreg_core.features import standardise
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.link import logit, sigmoid
from logreg_core.loss import residual, sample_loss
from logreg_core.model import Weights
from logreg_core.parse import parse_csv

__all__ = [
    "Dataset",
    "DatasetError",
    "Frame",
    "Settings",
    "Weights",
    "boundary",
    "compute_frame",
    "confusion",
    "gradient",
    "logit",
    "mean_loss",
    "parse_csv",
    "residual",
    "sample_loss",
    "sigmoid",
    "standardise",
]
