"""The public names: these, each with its documentation, and no others."""

import pytest

import logreg_core

NAMES = [
    *("Dataset", "DatasetError", "Frame", "LogisticRegression", "Settings", "TrainingWarning"),
    *("Weights", "best_threshold", "boundary"),
    *("compute_frame", "confusion", "descend", "evidence", "expected_cost", "gradient"),
    *("learning_rate_limit", "logit", "mean_loss", "newton", "parse_csv", "reliability"),
    *("residual", "roc", "sample_loss", "separability", "sigmoid", "squared_loss"),
    *("standardise", "step"),
]


def test_the_public_names():
    assert logreg_core.__all__ == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_documented(name):
    thing = getattr(logreg_core, name)
    assert thing.__doc__
    assert thing.__module__.startswith("logreg_core.")
