"""The model of the core and the page: the same numbers, to the last bit."""

import warnings

import numpy as np
import pytest

from logreg_app import catalog
from logreg_app.state import State
from logreg_core import LogisticRegression, TrainingWarning

NAMES = tuple(catalog.datasets())


def both(name: str, steps: int, **given) -> tuple[LogisticRegression, State]:
    """The model trained on a data set, and the page's state after as many steps from zero."""
    data = catalog.dataset(name)
    start = dict.fromkeys(State(name).names, 0.0)
    state = State.of({"dataset": name, "steps": steps, **start, **given})
    model = LogisticRegression(
        state.learning_rate, epochs=steps, l2=state.l2, standardise=state.standardise
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TrainingWarning)
        return model.fit(data.x, data.y), state


@pytest.mark.parametrize("l2", [0.0, 0.3])
@pytest.mark.parametrize("standardise", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_the_steps_are_the_page_s(name: str, standardise: bool, l2: float):
    model, state = both(name, 40, standardise=standardise, l2=l2)
    frame = state.frame_of(("samples", "history", "optimum"))
    assert model.history_.weights.tobytes() == state.path.tobytes()
    assert model.history_.mean_loss.tobytes() == frame.history["mean_loss"].tobytes()
    data = catalog.dataset(name)
    assert model.decision_function(data.x).tobytes() == frame.samples["logit"].tobytes()
    assert model.predict_proba(data.x)[:, 1].tobytes() == frame.samples["p"].tobytes()


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("name", ["loans", "xor", "churn"])
def test_the_decisions_are_the_page_s(name: str, threshold: float):
    model, state = both(name, 40, threshold=threshold)
    predicted = model.predict(catalog.dataset(name).x, threshold)
    np.testing.assert_array_equal(predicted, state.frame_of(("samples",)).samples["predicted"])


@pytest.mark.parametrize("l2", [0.0, 0.3])
@pytest.mark.parametrize("name", NAMES)
def test_loss_and_gradient_are_the_page_s(name: str, l2: float):
    model, state = both(name, 40, l2=l2)
    data = catalog.dataset(name)
    frame = state.frame_of(("gradient_now", "summary"))
    loss, slope = model.loss_and_grad(data.x, data.y)
    page = [frame.gradient_now[f"grad_w{j}"][0] for j in range(1 + data.d)]
    penalty = l2 / 2 * sum(w * w for w in model.weights_.w)
    np.testing.assert_allclose(slope, page, rtol=1e-13, atol=1e-12)
    assert loss - penalty == pytest.approx(frame.summary["mean_loss"], rel=1e-13)


def test_a_path_ends_where_the_page_s_ends():
    model, state = both("loans", 300, learning_rate=1e4, l2=1.0)
    assert len(model.history_.weights) < 301
    assert model.history_.weights.tobytes() == state.path.tobytes()


@pytest.mark.parametrize("name", NAMES)
def test_it_says_where_no_weights_are_best_as_the_page_does(name: str):
    model, state = both(name, 40)
    separable = state.frame_of(("optimum",)).optimum["separable"][0]
    assert ("Only with an l2 above 0" in model.verdict_) == (separable != "no")
