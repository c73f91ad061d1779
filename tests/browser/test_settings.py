"""What else can be set: the form of the data, the loss, the best weights, a sample on the move."""

from collections.abc import Callable

import numpy as np
import pytest

from browser.conftest import Open
from browser.lab import Lab
from browser.truth import agree

Shared = Callable[..., Lab]
TRAINING = "figures=surface,history"
PLANE = "figures=plane,history,table"
DECISION = "figures=sigmoid,decision,counts"
LN2 = float(np.log(2))


@pytest.mark.parametrize(
    ("scene", "view"),
    [
        ("dataset=loans", TRAINING),
        ("dataset=challenger&w0=3&w1=-0.02", TRAINING),
        ("dataset=churn", PLANE),
        ("dataset=two-clouds&interaction=1&w0=0.5&w3=-0.3", PLANE),
    ],
)
def test_standardising_keeps_the_model(shared: Shared, scene: str, view: str) -> None:
    lab = shared(scene, view)
    before = lab.table("summary"), lab.table("samples")
    weights = lab.weights()
    lab.click("standardise")
    agree(lab)
    after = lab.table("summary"), lab.table("samples")
    assert lab.value("standardise") is True
    assert lab.weights() != weights
    assert after[0]["mean_loss"] == pytest.approx(before[0]["mean_loss"], rel=1e-9)
    np.testing.assert_allclose(after[1]["p"], before[1]["p"], rtol=1e-9)
    lab.click("standardise")
    np.testing.assert_allclose(lab.weights(), weights, rtol=1e-9)
    agree(lab)


def test_two_clouds_standardised_and_back_are_the_same_scene(shared: Shared) -> None:
    lab = shared("dataset=two-clouds&w0=0&w1=1.7&w2=-2.2", PLANE)
    lab.set({"learning_rate": "1"})
    before = lab.scene(), lab.weights(), lab.text("#accuracy")
    lab.click("standardise")
    assert lab.weights() != before[1]
    lab.click("standardise")
    assert (lab.scene(), lab.weights(), lab.text("#accuracy")) == before


def test_standardised_training_needs_few_steps(shared: Shared) -> None:
    lab = shared("dataset=loans&standardise=1&w0=0&w1=0&learning_rate=1", TRAINING)
    lab.click("ten")
    assert lab.text("#mean-loss") == "0.160016"
    agree(lab)


def test_standardising_opens_a_learning_rate_that_fits(shared: Shared) -> None:
    lab = shared(view=TRAINING)
    lab.click("standardise")
    row = lab.input("learning_rate")
    assert row["low"] <= lab.value("learning_rate") <= row["high"]
    lab.click("ten", "tenfold")
    assert lab.value("mean_loss") < 0.3109


def test_bits_are_nats_over_ln_2(shared: Shared) -> None:
    lab = shared(view=TRAINING)
    lab.click("unit-bits")
    assert lab.text("#mean-loss") == "0.448531"
    assert lab.text("#mean-loss-name").endswith("bits")
    assert lab.table("samples")["loss"][3] == pytest.approx(1.364912260 / LN2, abs=1e-9)
    assert lab.text("#gradient") == "(0.186887, 15.783327)"
    assert "0.448531 bits" in lab.text("#status")
    agree(lab)
    lab.click("unit-nats")
    assert lab.text("#mean-loss") == "0.310898"


def test_the_squared_loss_is_another_surface(shared: Shared) -> None:
    lab = shared(view=TRAINING)
    before = lab.source("surface")["loss"]
    lab.click("loss_function-squared")
    agree(lab)
    after = lab.source("surface")["loss"]
    assert after != before
    assert max(after) <= 1
    assert lab.text("#mean-loss") == "0.109878"
    lab.click("loss_function-cross-entropy")
    assert lab.source("surface")["loss"] == before


# ---- the best weights ----------------------------------------------------------------------------
def test_the_published_optimum_of_the_exam_is_found(shared: Shared) -> None:
    lab = shared("dataset=exam", TRAINING)
    lab.click("fit")
    np.testing.assert_allclose(lab.weights(), [-4.07771343, 1.50464543], atol=1e-8)
    assert lab.text("#mean-loss") == "0.401494"
    assert lab.text("#boundary") == "2.710083"
    assert "w₀ = −4.0777, w₁ = 1.5046" in lab.text("#optimum")
    assert lab.text("#problem") == ""
    agree(lab)


def test_the_loans_have_no_best_weights_and_the_page_says_why(shared: Shared) -> None:
    lab = shared(view=TRAINING)
    lab.click("fit")
    assert "Some boundary separates the classes, so no best weights exist" in lab.text("#problem")
    assert "no best weights exist" in lab.text("#optimum")
    assert lab.weights() == [8.12, -0.094]
    agree(lab)


def test_a_penalty_makes_the_optimum_finite(shared: Shared) -> None:
    lab = shared("dataset=loans&standardise=1", TRAINING)
    lab.type("l2", "0.1")
    lab.click("fit")
    assert lab.weights()[1] == pytest.approx(-1.566154, abs=1e-6)
    assert lab.text("#optimum").startswith("Best weights with λ₂ = 0.1")
    agree(lab)


def test_a_sample_moved_across_makes_the_optimum_finite(open_lab: Open) -> None:
    lab = open_lab("?lesson=06&step=5", reduced_motion="reduce")
    assert "no best weights exist" in lab.text("#optimum")
    lab.page.check("input[value=below]")
    lab.page.click(".step:visible button[type=submit]")  # Its answer moves the loan.
    lab.rest()
    assert lab.scene()["moved"] == {4: (40.0,)}
    assert lab.text("#optimum").startswith("Best weights")
    agree(lab)
    lab.drag("x1", 10)
    assert 40 < lab.scene()["moved"][4][0] < 75
    agree(lab)
    lab.type("x1", "75")  # At its own place a sample has not moved.
    assert lab.scene()["moved"] == {}
    assert "no best weights exist" in lab.text("#optimum")
    agree(lab)


def test_an_interaction_solves_the_four_corners(shared: Shared) -> None:
    lab = shared("dataset=xor", PLANE)
    lab.set({"w0": "0", "w1": "0", "w2": "0"})
    assert lab.text("#mean-loss") == f"{LN2:.6f}"
    lab.click("interaction")
    assert len(lab.weights()) == 4
    assert lab.text("#mean-loss") == f"{LN2:.6f}"  # The new weight begins at 0.
    agree(lab)
    signs = lab.state().data
    corner = float(np.sign(signs.x[0, 2]) * (1 if signs.y[0] else -1))
    lab.type("w3", f"{2 * corner:g}")
    assert lab.text("#mean-loss") == "0.126928"
    assert lab.text("#accuracy") == "4 of 4"
    agree(lab)
    lab.click("interaction")
    assert len(lab.weights()) == 3
    agree(lab)


@pytest.mark.parametrize(("w0", "w1"), [(10.0, -0.1), (-15.0, 0.05)])
def test_a_click_on_the_surface_sets_the_weights(shared: Shared, w0: float, w1: float) -> None:
    lab = shared("dataset=loans&steps=5", TRAINING)
    now = lab.source("surface")
    width = now["w0_width"][0], now["w1_width"][0]
    lab.tap("surface", w0, w1)
    assert lab.weights() == pytest.approx([w0, w1], abs=max(width) / 100)
    assert abs(lab.weights()[1] - w1) <= width[1] / 100  # This is a pixel or two.
    assert lab.value("steps") == 0
    agree(lab)


@pytest.mark.parametrize("name", ["cost_fp", "cost_fn"])
def test_costs_choose_the_threshold_and_leave_the_weights(shared: Shared, name: str) -> None:
    lab = shared(view=DECISION)
    lab.type(name, "4")
    best = lab.table("decision_now")["best_threshold"]
    assert best == [0.8 if name == "cost_fp" else 0.2]
    assert lab.weights() == [8.12, -0.094]
    agree(lab)


def test_both_costs_cannot_be_nothing(shared: Shared) -> None:
    lab = shared(view=DECISION)
    lab.set({"cost_fp": "0", "cost_fn": "0"})
    assert "both 0" in lab.text("#problem")
    agree(lab)
