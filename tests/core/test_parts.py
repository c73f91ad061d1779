"""What each part of a frame says, checked against the functions and by hand."""

import numpy as np
import pytest
from core.strategies import cost, datasets, probability, weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import (
    Dataset,
    Settings,
    Weights,
    best_threshold,
    compute_frame,
    descend,
    evidence,
    expected_cost,
    gradient,
    mean_loss,
    newton,
    squared_loss,
    standardise,
    step,
)
from logreg_core.boundaries import boundary_line
from logreg_core.features import interaction
from logreg_core.frame import PARTS, TWO_FEATURES
from logreg_core.frame.columns import plot_range
from logreg_core.frame.curves import LOSS_TOP, ODDS_TOP
from logreg_core.frame.landscape import surface_range
from logreg_core.frame.training import LEAVE
from logreg_core.loss import squared_slope
from logreg_core.model import logits

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
SEVEN = Dataset([-3, -2, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1])
AT = Weights(8.12, -0.094)
CHURN = Weights(-2, [0.12, 0.40, 0.90, 0.70])
USERS = Dataset([[8, 1, 0, 1], [20, 3, 1, 1]], [0, 1], features=("a", "b", "c", "d"))


def part(name, data=LOANS, at=AT, **settings):
    return getattr(compute_frame(data, Settings(at, parts=(name,), **settings)), name)


def number(table, column):
    return float(table[column][0])


@given(datasets(), weights(value=st.floats(-5, 5)))
def test_bars_stand_end_to_end_up_to_their_sum(data, w):
    bars, now = part("gradient", data, w), part("gradient_now", data, w)
    np.testing.assert_allclose(bars["residual_from"][1:], bars["residual_to"][:-1], atol=1e-12)
    np.testing.assert_allclose(bars["residual_x_from"][1:], bars["residual_x_to"][:-1], atol=1e-9)
    assert bars["residual_to"][-1] == pytest.approx(number(now, "residual_sum"), abs=1e-12)
    assert bars["residual_x_to"][-1] == pytest.approx(number(now, "residual_x_sum"), abs=1e-9)
    assert number(now, "residual_x_sum") / data.n == pytest.approx(gradient(data, w)[1], abs=1e-10)


def test_pulls_on_the_seven_points():
    found = part("gradient", SEVEN, Weights(-0.2, 0.7))
    assert found["pull"].tolist() == ["leave", *["lower"] * 3, *["raise"] * 3]
    assert abs(found["residual"][0]) < LEAVE < abs(found["residual"][6])


@given(weights(value=st.floats(-1, 1)), st.floats(1e-4, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_next_point_is_one_step_on(w, rate, l1, l2):
    now = part("gradient_now", LOANS, w, learning_rate=rate, l1=l1, l2=l2)
    there = step(LOANS, w, rate, l1=l1, l2=l2)
    assert (number(now, "next_w0"), number(now, "next_w1")) == (there.w0, there.w1)
    assert number(now, "grad_w1") == gradient(LOANS, w, l2=l2)[1]


@pytest.mark.parametrize("loss", ["cross-entropy", "squared"])
@pytest.mark.parametrize(("row", "column"), [(0, 0), (7, 50), (60, 60)])
def test_the_surface_is_the_mean_loss(loss, row, column):
    table = part("surface", loss=loss)
    high = table["loss"].shape[1] - 1
    w0 = number(table, "w0_low") + number(table, "w0_width") * column / high
    w1 = number(table, "w1_low") + number(table, "w1_width") * row / high
    at = Weights(w0, w1)
    squared = np.mean(squared_loss(logits(LOANS.x, at), LOANS.y))
    want = squared if loss == "squared" else mean_loss(LOANS, at)
    assert table["loss"][0, row, column] == pytest.approx(want, rel=1e-10)
    assert table["log_loss"][0, row, column] == pytest.approx(np.log(want), rel=1e-9)


def test_the_surface_is_computed_once_for_a_data_set():
    assert part("surface") is part("surface", at=Weights(0, 0), threshold=0.2)


def test_the_surface_of_many_samples_is_coarser():
    rng = np.random.default_rng(0)
    many = Dataset(rng.normal(size=100_000), rng.random(100_000) < 0.5)
    assert part("surface", many, Weights(0, 0))["loss"].shape == (1, 15, 15)


def test_the_point_and_the_arrow_on_the_surface():
    now = part("surface_now", learning_rate=0.001)
    there = step(LOANS, AT, 0.001)
    assert [number(now, c) for c in ("w0", "w1", "loss")] == pytest.approx(
        [AT.w0, AT.w1, mean_loss(LOANS, AT)], rel=1e-14
    )
    assert (number(now, "arrow_w0_to"), number(now, "arrow_w1_to")) == pytest.approx(
        (there.w0, there.w1), rel=1e-12
    )


def test_the_arrow_ends_at_the_edge_of_the_surface():
    now = part("surface_now", learning_rate=1.0)
    (_, _), (low, _) = surface_range(LOANS)
    assert number(now, "arrow_w1_to") == pytest.approx(low)


def test_a_point_off_the_surface_is_not_drawn():
    now = part("surface_now", at=Weights(1000, 0))
    assert np.isnan(number(now, "w0"))
    assert number(now, "loss") == pytest.approx(500)


(_, FAR), (_, STEEP) = surface_range(LOANS)


@pytest.mark.parametrize(
    ("at", "label", "anchor"),
    [
        (Weights(1000, 0), "→ (1e+03, 0)", "center_right"),
        (Weights(-1000, 0), "← (−1e+03, 0)", "center_left"),
        (Weights(0, 12.345), "↑ (0, 12.3)", "top_center"),
        (Weights(0, -12.345), "↓ (0, −12.3)", "bottom_center"),
        (Weights(1000, 2), "↗ (1e+03, 2)", "top_right"),
        (Weights(-1000, 2), "↖ (−1e+03, 2)", "top_left"),
        (Weights(1000, -2), "↘ (1e+03, −2)", "bottom_right"),
        (Weights(-1000, -2), "↙ (−1e+03, −2)", "bottom_left"),
    ],
)
def test_a_point_off_the_surface_is_pinned_at_its_edge_with_an_arrow(at, label, anchor):
    now = part("surface_now", at=at)
    wanted = np.clip(at.w0, -0.94 * FAR, 0.94 * FAR), np.clip(at.w[0], -0.94 * STEEP, 0.94 * STEEP)
    assert (number(now, "pin_w0"), number(now, "pin_w1")) == pytest.approx(wanted, rel=1e-12)
    assert (now["pin_label"].item(), now["pin_anchor"].item()) == (label, anchor)


@pytest.mark.parametrize("at", [AT, Weights(FAR, -STEEP)])
def test_a_point_on_the_surface_is_not_pinned(at):
    now = part("surface_now", at=at)
    assert np.isnan([number(now, "pin_w0"), number(now, "pin_w1")]).all()
    assert now["pin_label"].item() == ""


BOUNCING = np.array([(0.01 * k, (-1.0) ** k * 0.1) for k in range(120)])
STEADY = np.array([(0.01 * k, 0.001 * k) for k in range(120)])


@pytest.mark.parametrize(
    ("way", "drawn"),
    [
        (BOUNCING, BOUNCING[-51:]),
        (BOUNCING[:51], BOUNCING[:51]),
        (STEADY, STEADY),
        (np.concatenate([BOUNCING, STEADY]), np.concatenate([BOUNCING, STEADY])),
        (np.concatenate([STEADY, BOUNCING[:60]]), BOUNCING[9:60]),
        (BOUNCING[np.repeat(np.arange(40), 3)], BOUNCING[np.repeat(np.arange(40), 3)]),
    ],
    ids=["bounces", "few steps", "steady", "settles", "bounces at the end", "turns seldom"],
)
def test_of_a_path_that_bounces_the_last_steps_are_drawn(way, drawn):
    table = part("path", path=way)
    np.testing.assert_array_equal(np.column_stack([table["w0"], table["w1"]]), drawn)


def test_the_squared_loss_of_the_point():
    now = part("surface_now", loss="squared")
    want = np.mean(squared_loss(logits(LOANS.x, AT), LOANS.y))
    assert number(now, "loss") == pytest.approx(want, rel=1e-14)


@pytest.mark.parametrize("size", [0, 1, 3])
def test_history_has_one_row_for_each_point(size):
    path = np.outer(np.arange(size), [1.0, -1.0])
    table = part("history", path=path)
    assert table["step"].tolist() == list(range(size))
    np.testing.assert_allclose(table["mean_loss"], [mean_loss(LOANS, Weights(*w)) for w in path])
    np.testing.assert_allclose(table["weight_norm"], np.arange(size) * np.sqrt(2))


@pytest.mark.parametrize("last", [0, 200, 201, 400, 10_000, 1_000_000])
def test_a_long_history_is_thinned(last):
    steps = part("history", path=np.zeros((last + 1, 2)))["step"]
    assert steps[: min(last, 200) + 1].tolist() == list(range(min(last, 200) + 1))
    assert steps[-1] == last
    assert len(steps) <= 400
    assert np.all(np.diff(steps) > 0)


def test_a_thinned_history_names_the_steps_that_it_shows():
    table = part("history", path=np.outer(np.arange(5001), [1.0, -1.0]))
    np.testing.assert_array_equal(table["w0"], table["step"])
    assert np.ptp(np.diff(np.log(table["step"][-50:]))) < 0.001


def test_the_path_stays_on_the_surface_as_it_is():
    inside = np.array([(0, 0), (1, -0.1), (2, 0.1)])
    table = part("path", path=inside)
    assert table["w0"].tolist() == [0, 1, 2]
    assert table["w1"].tolist() == [0, -0.1, 0.1]


def test_the_path_is_cut_off_at_the_edges_of_the_surface():
    (_, _), (_, high) = surface_range(LOANS)
    way = [(0, 0), (0, 2 * high), (0, 0.1), (0, -9), (99, -9)]
    table = part("path", path=np.array(way))
    np.testing.assert_allclose(
        table["w1"], [0, high, np.nan, high, 0.1, -high], rtol=1e-14
    )  # leaves, comes back, leaves for good
    assert np.isnan(table["w0"]).tolist() == np.isnan(table["w1"]).tolist()


def test_a_path_may_be_empty_or_pass_by():
    assert len(part("path")["w0"]) == 0
    assert len(part("path", path=np.array([(0.0, 9), (9, 9)]))["w0"]) == 0


OVERLAP = Dataset([1, 2, 3, 4, 5], [0, 1, 0, 1, 1])
QUASI = Dataset([1, 2, 2, 3], [0, 0, 1, 1])


@pytest.mark.parametrize(("data", "kind"), [(OVERLAP, "no"), (QUASI, "quasi"), (LOANS, "complete")])
def test_the_optimum_or_why_there_is_none(data, kind):
    table = part("optimum", data)
    assert table["separable"].tolist() == [kind]
    assert np.isfinite(number(table, "w0")) == (kind == "no")
    assert np.isfinite(number(table, "mean_loss")) == (kind == "no")


@pytest.mark.parametrize("unit", ["nats", "bits"])
@pytest.mark.parametrize(
    ("data", "l1", "l2"),
    [(OVERLAP, 0, 0), (OVERLAP, 0.1, 0.3), (LOANS, 0, 0.3), (LOANS, 0.3, 0), (QUASI, 0.2, 0.1)],
)
def test_the_optimum_is_that_of_newton_under_both_penalties(data, l1, l2, unit):
    table = part("optimum", data, l2=l2, l1=l1, unit=unit)
    best, per_nat = newton(data, l1=l1, l2=l2).weights, {"nats": 1, "bits": 1 / np.log(2)}[unit]
    mean, penalty = mean_loss(data, best), l1 * abs(best.w1) + l2 / 2 * best.w1**2
    assert table["outcome"].tolist() == ["converged"]
    assert (number(table, "w0"), number(table, "w1")) == (best.w0, best.w1)
    assert number(table, "mean_loss") == pytest.approx(per_nat * mean, rel=1e-14)
    assert number(table, "objective") == pytest.approx(per_nat * (mean + penalty), rel=1e-14)


def test_no_best_weights_are_offered_of_the_squared_loss():
    table = part("optimum", OVERLAP, loss="squared")
    assert table["outcome"].tolist() == ["not convex"]
    assert np.isnan([number(table, "w0"), number(table, "w1"), number(table, "objective")]).all()


@pytest.mark.parametrize("loss", ["cross-entropy", "squared"])
def test_the_settled_point_lies_in_the_valley_of_its_surface(loss):
    data, penalties = standardise(LOANS)[0], {"l1": 0.05, "l2": 0.1}
    end = descend(data, Weights(0.5, 1), 4.0, 5000, loss=loss, **penalties).last
    height = number(part("surface_now", data, end, loss=loss, **penalties), "loss")
    surface = part("surface", data, loss=loss, **penalties)
    assert surface["of"].tolist() == [loss]
    assert height <= surface["loss"].min() < height + 0.01


OTHER = {"cross-entropy": "squared", "squared": "cross-entropy"}


@pytest.mark.parametrize("table", ["surface", "surface_now"])
@pytest.mark.parametrize("loss", OTHER)
def test_the_other_loss_has_the_surface_that_it_has_when_chosen(table, loss):
    settings = {"l1": 0.1, "l2": 0.2, "unit": "bits", "learning_rate": 0.01}
    chosen = part(table, loss=loss, **settings)
    other = part(table.replace("surface", "surface_other"), loss=OTHER[loss], **settings)
    assert chosen.keys() == other.keys()
    # repr, because a pin that is not needed is nan, which equals nothing
    assert repr([v.tolist() for v in chosen.values()]) == repr([v.tolist() for v in other.values()])


@given(datasets(), weights(value=st.floats(-5, 5)), st.sampled_from(["nats", "bits"]))
def test_with_the_squared_loss_every_number_is_of_it(data, w, unit):
    parts = ("samples", "summary", "gradient", "gradient_now", "history", "loss_curve")
    frame = compute_frame(
        data, Settings(w, parts=parts, loss="squared", unit=unit, path=np.array([[w.w0, *w.w]]))
    )
    z, y, room = logits(data.x, w), data.y, {"rtol": 1e-12, "atol": 1e-300}
    loss, slope = squared_loss(z, y), squared_slope(z, y)
    down = np.mean(slope), np.mean(slope * data.x[:, 0])
    size = 1e-12 * (1 + np.abs(data.x).max())
    np.testing.assert_allclose(frame.samples["loss"], loss, **room)
    np.testing.assert_array_equal(frame.samples["loss_drawn"], frame.samples["loss"])
    np.testing.assert_allclose(frame.samples["residual"], slope, **room)
    np.testing.assert_allclose(frame.gradient["residual"], slope, **room)
    np.testing.assert_allclose(frame.summary["mean_loss"], np.mean(loss), **room)
    np.testing.assert_allclose(frame.history["mean_loss"], [np.mean(loss)], **room)
    np.testing.assert_allclose(number(frame.gradient_now, "grad_w1"), down[1], atol=size)
    np.testing.assert_allclose(frame.summary["grad_w1"], down[1], atol=size)
    np.testing.assert_allclose(number(frame.gradient_now, "next_w0"), w.w0 - down[0], atol=1e-12)
    assert frame.loss_curve["loss_0"].max() <= 1


def test_the_optimum_of_several_features_has_all_weights():
    table = part("optimum", USERS, CHURN, l2=0.1)
    names = ["separable", "outcome", *(f"w{j}" for j in range(5)), "mean_loss", "objective"]
    assert [*table] == [*names, "rate_limit"]


@pytest.mark.parametrize(("data", "limit"), [(LOANS, 0.00157745), (standardise(LOANS)[0], 8.0)])
def test_the_limit_of_the_learning_rate(data, limit):
    assert number(part("optimum", data), "rate_limit") == pytest.approx(limit, abs=5e-9)


def test_a_penalty_lowers_the_limit_of_the_learning_rate():
    data = standardise(LOANS)[0]
    assert number(part("optimum", data, l2=0.75), "rate_limit") == pytest.approx(2.0)


@given(datasets(), weights())
def test_every_sample_is_on_every_ruler(data, w):
    table, z = part("rulers_samples", data, w), logits(data.x, w)
    assert np.all((table["odds_drawn"] >= 0) & (table["odds_drawn"] <= ODDS_TOP))
    assert np.all(np.abs(table["logit_drawn"]) <= LOSS_TOP)
    np.testing.assert_array_equal(np.isnan(table["logit_over"]), np.abs(z) <= LOSS_TOP)
    np.testing.assert_array_equal(table["odds_note"] != "", ~np.isnan(table["odds_over"]))


def test_a_sample_beyond_a_ruler_is_pinned_with_its_value():
    table = part("rulers_samples", Dataset([1, 2, 3], [0, 1, 1]), Weights(-20, 10))
    np.testing.assert_array_equal(table["logit_drawn"], [-6, 0, 6])
    np.testing.assert_array_equal(table["logit_over"], [-6, np.nan, 6])
    assert table["logit_note"].tolist() == ["−10 ↓", "", "10 ↑"]
    np.testing.assert_array_equal(table["odds_over"], [np.nan, np.nan, ODDS_TOP])
    assert table["odds_note"].tolist() == ["", "", "2.2e+04 ↑"]


@given(datasets(), weights(), probability, cost, cost)
def test_decisions_over_the_threshold(data, w, t, cost_fp, cost_fn):
    settings = {"threshold": t, "cost_fp": cost_fp, "cost_fn": cost_fn}
    now = part("decision_now", data, w, **settings)
    table = part("decision", data, w, **settings)
    z = logits(data.x, w)
    assert number(now, "cost") == float(expected_cost(z, data.y, t, cost_fp, cost_fn))
    assert number(now, "best_threshold") == best_threshold(cost_fp, cost_fn)
    np.testing.assert_array_equal(
        table["cost"], expected_cost(z, data.y, table["threshold"], cost_fp, cost_fn)
    )


def test_one_class_has_no_roc_curve():
    data = Dataset([1, 2], [1, 1])
    assert {len(c) for c in part("roc", data, Weights(0, 1)).values()} == {0}
    assert np.isnan(number(part("decision_now", data, Weights(0, 1)), "auc"))


@pytest.mark.parametrize(("t", "points"), [(1, 1), (0.99, 3), (0.75, 4), (0.5, 5), (0, 7)])
def test_the_curve_is_drawn_point_by_point_as_the_threshold_sinks(t, points):
    table, whole = part("roc_drawn", threshold=t), part("roc")
    np.testing.assert_array_equal(table["true_positive_rate"], whole["true_positive_rate"][:points])
    now = part("decision_now", threshold=t)
    assert table["false_positive_rate"][-1] == number(now, "false_positive_rate")


@pytest.mark.parametrize(("p", "act", "leave"), [(0.3, 35, 3), (5 / 6, 50 / 6, 50 / 6)])
def test_what_both_actions_cost_on_average(p, act, leave):
    costs = {"cost_fp": 50, "cost_fn": 10}
    now = part("actions_now", threshold=p, **costs)
    assert [number(now, c) for c in ("act", "leave")] == pytest.approx([act, leave])
    np.testing.assert_array_equal(part("actions", **costs)["act"], [50, 0])


def test_the_loans_are_ranked_without_a_mistake():
    now = part("decision_now")
    assert [number(now, c) for c in ("auc", "precision", "true_positive_rate", "f1")] == (
        pytest.approx([1, 0.75, 1, 0.857143], abs=5e-7)
    )
    assert number(part("calibration_now"), "brier") == pytest.approx(0.109878, abs=5e-7)


@pytest.mark.parametrize("sample", [0, 1])
def test_evidence_is_a_waterfall_to_the_score(sample):
    table = part("evidence", USERS, CHURN, sample=sample)
    found = evidence(USERS.x[sample], CHURN)
    assert table["name"].tolist() == ["intercept", "a", "b", "c", "d", "score"]
    np.testing.assert_array_equal(table["push"][1:-1], found.pushes)
    np.testing.assert_allclose(table["end"] - table["start"], table["push"], atol=1e-15)
    np.testing.assert_allclose(table["start"][1:-1], table["end"][:-2])
    assert table["end"][-1] == found.logit
    np.testing.assert_array_equal(table["value"][1:-1], USERS.x[sample])


@pytest.mark.parametrize("sample", [-1, 2])
def test_no_evidence_of_a_sample_that_is_not_there(sample):
    with pytest.raises(ValueError, match=f"sample must be 0 to 1, got {sample}"):
        part("evidence", USERS, CHURN, sample=sample)


@given(weights(value=st.floats(-50, 50)))
def test_the_rulers_agree_and_end_at_their_tops(w):
    table = part("rulers", LOANS, w)
    np.testing.assert_array_equal(table["logit"], logits(table["x"], w))
    assert np.all((table["odds_drawn"] <= ODDS_TOP) | np.isnan(table["odds_drawn"]))
    assert np.all((np.abs(table["logit_drawn"]) <= LOSS_TOP) | np.isnan(table["logit_drawn"]))


@pytest.mark.parametrize(("t", "odds"), [(0.5, 1.0), (0.8, 4.0), (1, np.inf), (0, 0.0)])
def test_the_threshold_on_the_ruler_of_odds(t, odds):
    assert number(part("rulers_now", threshold=t), "odds") == pytest.approx(odds)


@given(weights(d=2), probability)
def test_boundary_lines_lie_on_the_boundary_inside_the_plot(w, t):
    data = Dataset([[-2, -1], [3, 4]], [0, 1])
    table = part("boundary_lines", data, w, threshold=t)
    low, high = np.array([plot_range(data.x[:, j]) for j in (0, 1)]).T
    ends = np.array([[table["x1_from"], table["x2_from"]], [table["x1_to"], table["x2_to"]]])
    drawn = np.isfinite(ends[0, 0])
    at = ends[:, :, drawn]
    assert np.all(at >= low[:, np.newaxis] - 1e-9)
    assert np.all(at <= high[:, np.newaxis] + 1e-9)
    if boundary_line(w, t) is None:
        assert not drawn.any()


def test_margins_are_one_logit_off():
    data = Dataset([[-5, -5], [5, 5]], [0, 1])
    table = part("boundary_lines", data, Weights(0, [1, 1]))
    start = np.column_stack([table["x1_from"], table["x2_from"]])
    np.testing.assert_allclose(logits(start, Weights(0, [1, 1])), [0, 1, -1], atol=1e-12)


def test_the_plane_is_p():
    data = Dataset([[0, 0], [10, 20]], [0, 1])
    table = part("plane", data, Weights(0.5, [1, -0.5]))
    assert (number(table, "x1_low"), number(table, "x2_low")) == (-1.5, -3.0)
    corner = logits([[-1.5, -3.0], [11.5, -3.0], [-1.5, 23.0]], Weights(0.5, [1, -0.5]))
    shade = table["shade"][0]
    found = [shade[0, 0], shade[0, -1], shade[-1, 0]]
    np.testing.assert_allclose(found, 1 / (1 + np.exp(-corner)), rtol=1e-13)


CORNERS = interaction(Dataset([[1, 1], [1, -1], [-1, 1], [-1, -1]], [1, 0, 0, 1]))


def curve_of(at, t=0.5, data=CORNERS, **settings):
    """Points of the boundary, one row each."""
    settings = {"interaction": data.d == 3, **settings}
    table = part("boundary_curve", data, at, threshold=t, **settings)
    return np.column_stack([table["x1"], table["x2"]])


def branches(points):
    """Numbers of points between the gaps."""
    gaps = np.flatnonzero(np.isnan(points[:, 0]))
    return [len(piece) for piece in np.split(points, gaps) if len(piece)]


@given(weights(d=3, value=st.floats(-10, 10)), probability)
def test_the_boundary_curve_is_where_p_is_the_threshold(w, t):
    points = curve_of(w, t)
    drawn = points[np.isfinite(points[:, 0])]
    product = np.column_stack([drawn, drawn[:, 0] * drawn[:, 1]])
    z, size = logits(product, w), 1 + abs(w.w0) + sum(map(abs, w.w))
    want = np.log(t / (1 - t)) if 0 < t < 1 else 0.0
    np.testing.assert_allclose(z, np.full(len(z), want), atol=1e-9 * (size + abs(want)))
    assert np.all(np.abs(drawn) <= 1.3 + 1e-12)


def test_the_corners_of_xor_have_a_cross_for_a_boundary():
    points = curve_of(Weights(0, [0, 0, 2]))
    np.testing.assert_array_equal(
        points, [[0, -1.3], [0, 1.3], [np.nan, np.nan], [-1.3, 0], [1.3, 0]]
    )


@pytest.mark.parametrize(
    ("w0", "w", "pieces"),
    [(0.5, [0, 0, 1], 2), (-0.5, [0, 0, 1], 2), (2, [0, 0, 1], 0), (1, [1, 1, 0.5], 1)],
)
def test_the_boundary_has_as_many_branches_as_the_plot_shows(w0, w, pieces):
    points = curve_of(Weights(w0, w))
    assert len(branches(points)) == pieces
    assert np.count_nonzero(np.isnan(points[:, 0])) == max(0, pieces - 1)


@given(weights(d=3, value=st.floats(-10, 10)))
def test_a_branch_runs_one_way_without_a_jump(w):
    points = curve_of(w)
    moves = np.diff(points, axis=0)
    moves = moves[np.isfinite(moves[:, 0])]
    straight = len(points) <= 5  # a line or a cross needs its ends only
    assert straight or np.all(np.abs(moves) <= 2.6 / 60 * (1 + 1e-6))


@pytest.mark.parametrize("w", [[1, -0.5], [1, -0.5, 0]])
def test_without_a_product_the_boundary_is_a_line(w):
    data = CORNERS if len(w) == 3 else Dataset(CORNERS.x[:, :2], CORNERS.y)
    line = part("boundary_lines", Dataset(CORNERS.x[:, :2], CORNERS.y), Weights(0.2, w[:2]))
    want = [[line["x1_from"][0], line["x2_from"][0]], [line["x1_to"][0], line["x2_to"][0]]]
    np.testing.assert_array_equal(curve_of(Weights(0.2, w), data=data), want)


@pytest.mark.parametrize("t", [0.0, 1.0])
@pytest.mark.parametrize("w", [[0, 0, 2], [0, 0, 0], [1, 1, 0]])
def test_no_boundary_at_the_ends_of_the_threshold(w, t):
    assert len(curve_of(Weights(0, w), t)) == 0


def test_an_interaction_bends_the_plane_and_has_no_lines():
    at = Weights(0.1, [0.2, 0.3, 2])
    shade = part("plane", CORNERS, at, interaction=True)["shade"][0]
    z = logits([[-1.3, -1.3, 1.69], [1.3, -1.3, -1.69]], at)
    np.testing.assert_allclose([shade[0, 0], shade[0, -1]], 1 / (1 + np.exp(-z)), rtol=1e-13)
    assert np.all(np.isnan(part("boundary_lines", CORNERS, at, interaction=True)["x1_from"]))


def test_residuals_times_x_are_in_the_trace():
    samples, bars = part("samples"), part("gradient")
    np.testing.assert_array_equal(samples["residual_x"], bars["residual_x"])
    np.testing.assert_array_equal(samples["residual_x"], samples["residual"] * samples["x"])


def test_brier_keeps_the_digits_of_a_small_mistake():
    sure = part("calibration_now", Dataset([1], [1]), Weights(0, 50))
    assert number(sure, "brier") == pytest.approx(np.exp(-100), rel=1e-12)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("samples", "loss"),
        ("samples", "loss_drawn"),
        ("loss_curve", "loss_1"),
        ("loss_curve", "loss_0"),
        ("summary", "mean_loss"),
        ("surface", "loss"),
        ("surface_now", "loss"),
        ("history", "mean_loss"),
        ("optimum", "mean_loss"),
    ],
)
def test_every_loss_can_be_had_in_bits(table, column):
    settings = {"path": np.array([(AT.w0, AT.w1), (0, 0)]), "l2": 0.1}
    nats = np.asarray(part(table, **settings)[column])
    in_bits = np.asarray(part(table, **settings, unit="bits")[column])
    np.testing.assert_allclose(in_bits, nats / np.log(2), rtol=1e-15)


def test_bits_do_not_change_the_gradient_or_the_squared_loss():
    assert part("summary", unit="bits")["grad_w1"] == part("summary")["grad_w1"]
    squared = {"loss": "squared"}
    nats, in_bits = part("surface", **squared), part("surface", **squared, unit="bits")
    assert in_bits is not None
    np.testing.assert_array_equal(in_bits["loss"], nats["loss"])


ALL_OF_ONE = tuple(name for name in PARTS if name not in TWO_FEATURES)


@pytest.mark.parametrize("scale", [1e-300, 1e-5, 1e12])
@pytest.mark.parametrize("size", [0.0, 1e3, 1e20])
def test_extremes_raise_no_warning(scale, size):
    data = Dataset(SEVEN.x * scale, SEVEN.y)
    path = np.array([(0, 0), (size, -size)])
    with np.errstate(all="raise"):
        compute_frame(
            data, Settings(Weights(size, -size), parts=ALL_OF_ONE, path=path, learning_rate=1e-9)
        )


@pytest.mark.parametrize("size", [0.0, 1e-320, 1e3, 1e20, 1e300])
def test_extremes_of_two_features_raise_no_warning(size):
    data = Dataset([[-1, 2], [3, 4]], [0, 1])
    with np.errstate(all="raise"):
        compute_frame(data, Settings(Weights(size, [-size, size]), 0.3))


@pytest.mark.parametrize("size", [0.0, 1e-320, 1e3, 1e20, 1e300])
def test_extremes_of_an_interaction_raise_no_warning(size):
    at, parts = Weights(size, [-size, size, size]), tuple(TWO_FEATURES)
    data = interaction(Dataset([[-1, 2], [3, 4]], [0, 1]))
    with np.errstate(all="raise"):
        compute_frame(data, Settings(at, 0.3, parts=parts, interaction=True))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"learning_rate": 0}, "learning_rate must be a number above 0, got 0"),
        ({"learning_rate": np.nan}, "learning_rate must be a number above 0, got nan"),
        ({"l1": -1}, "l1 must be a number at least 0, got -1"),
        ({"l2": np.inf}, "l2 must be a number at least 0, got inf"),
        ({"cost_fp": -1}, "cost_fp must be a number at least 0, got -1"),
        ({"cost_fp": 0, "cost_fn": 0}, "must not both be 0"),
        ({"threshold": 1.5}, "threshold must lie between 0 and 1, got 1.5"),
        ({"unit": "bans"}, 'unit must be "nats" or "bits", got "bans"'),
        ({"loss": "hinge"}, 'loss must be "cross-entropy" or "squared", got "hinge"'),
    ],
)
def test_settings_refuse(settings, message):
    with pytest.raises(ValueError, match=message):
        Settings(AT, **settings)


@pytest.mark.parametrize(
    ("data", "settings", "message"),
    [
        (LOANS, Settings(CHURN), r"weights must have 1 coefficient\(s\), got 4"),
        (LOANS, Settings(AT, parts=("moon",)), 'parts must be among samples, .*; got "moon"'),
        (LOANS, Settings(AT, parts=("plane",)), 'part "plane" needs two features'),
        (USERS, Settings(CHURN, parts=("curve",)), 'part "curve" needs one feature'),
        (CORNERS, Settings(Weights(0, [1, 1, 1]), parts=("plane",)), "plane.* needs two features"),
        (USERS, Settings(CHURN, interaction=True), "two features and their product, got 4"),
    ],
)
def test_frames_refuse(data, settings, message):
    with pytest.raises(ValueError, match=message):
        compute_frame(data, settings)


@pytest.mark.parametrize(
    ("column", "want"),
    [
        ("cross_entropy_pull_1", 1 - 0.744596916),
        ("cross_entropy_pull_0", -0.744596916),
        ("squared_pull_1", 2 * (1 - 0.744596916) ** 2 * 0.744596916),
        ("squared_pull_0", -2 * 0.744596916**2 * (1 - 0.744596916)),
    ],
)
def test_the_pulls_of_both_losses_at_the_chosen_sample(column, want):
    now = part("losses_now", sample=3)
    assert number(now, "logit") == pytest.approx(1.07)
    assert number(now, column) == pytest.approx(want, abs=1e-8)
    assert np.sign(number(now, column)) == (1 if column.endswith("1") else -1)


@pytest.mark.parametrize(("w0", "wrong", "shown"), [(1, 0, True), (9, 0, False), (-9, 1, False)])
def test_an_arrow_is_as_long_as_the_pull_unless_it_is_faint(w0, wrong, shown):
    now = part("losses_now", SEVEN, Weights(w0, 0.0))
    drawn = number(now, "logit_drawn")
    assert drawn == np.clip(w0, -LOSS_TOP, LOSS_TOP)
    pull = number(now, f"cross_entropy_pull_{wrong}")
    assert number(now, f"cross_entropy_to_{wrong}") == pytest.approx(drawn + 5 * pull)
    assert np.isfinite(number(now, f"squared_to_{wrong}")) == shown


@pytest.mark.parametrize(("name", "y"), [("cross_entropy", 1), ("squared", 0)])
def test_a_pull_is_minus_the_slope_of_its_curve(name, y):
    table, z = part("losses"), np.array([-2.0, 0.5, 3.0])
    slope = np.gradient(table[f"{name}_{y}"], table["logit"])
    pulls = [number(part("losses_now", SEVEN, Weights(v, 0.0)), f"{name}_pull_{y}") for v in z]
    np.testing.assert_allclose(-np.interp(z, table["logit"], slope), pulls, atol=2e-3)
