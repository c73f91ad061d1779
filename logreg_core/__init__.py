"""Logistic regression, exact and small: logits, probabilities, losses, gradients, decisions.

The modules read in this order; each imports only from those before it. What the model is: link,
loss, model, boundaries. Data: dataset, table, column, parse, features. Training: blocks, walk,
descent, hessian, lasso, stability, exact, separability, newton. Acting: decide, costs, ranking,
calibration. All of it as one model: arrays, parameters, verdict, estimator. What a page shows:
words, and frame with its parts settings, columns, scene, curves, overview, plane, training,
landscape and deciding.
"""

from importlib.metadata import version

from logreg_core.boundaries import boundary
from logreg_core.calibration import reliability
from logreg_core.costs import best_threshold, expected_cost
from logreg_core.dataset import Dataset, DatasetError
from logreg_core.decide import confusion
from logreg_core.descent import descend, gradient, mean_loss, step
from logreg_core.estimator import LogisticRegression, TrainingWarning
from logreg_core.features import standardise
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.hessian import learning_rate_limit
from logreg_core.link import logit, sigmoid
from logreg_core.loss import residual, sample_loss, squared_loss
from logreg_core.model import Weights, evidence
from logreg_core.newton import newton
from logreg_core.parse import parse_csv
from logreg_core.ranking import roc
from logreg_core.separability import separability

__version__ = version("logreg-explorable")

__all__ = [
    "Dataset",
    "DatasetError",
    "Frame",
    "LogisticRegression",
    "Settings",
    "TrainingWarning",
    "Weights",
    "best_threshold",
    "boundary",
    "compute_frame",
    "confusion",
    "descend",
    "evidence",
    "expected_cost",
    "gradient",
    "learning_rate_limit",
    "logit",
    "mean_loss",
    "newton",
    "parse_csv",
    "reliability",
    "residual",
    "roc",
    "sample_loss",
    "separability",
    "sigmoid",
    "squared_loss",
    "standardise",
    "step",
]
