"""The contract of the Frame: named columns, equal lengths, read-only, no nan but where promised."""

import numpy as np
import pytest
from core.strategies import datasets, probability, weights
from hypothesis import given

from logreg_core import Dataset, Settings, Weights, compute_frame
from logreg_core.frame import LOSS_TOP, ONE_FEATURE, PARTS, TWO_FEATURES, plot_range

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
SEVEN = Dataset([-3, -2, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1])
OPENING = compute_frame(LOANS, Settings(Weights(8.12, -0.094)))

PATH = np.array([(0, 0), (1, -0.01), (8.12, -0.094)])
EVERYTHING = compute_frame(
    LOANS,
    Settings(
        Weights(8.12, -0.094),
        parts=tuple(name for name in PARTS if name not in TWO_FEATURES),
        learning_rate=0.001,
        path=PATH,
    ),
)
CORNERS = Dataset([[1, 1], [1, -1], [-1, 1], [-1, -1]], [1, 0, 0, 1])
PLANE = compute_frame(CORNERS, Settings(Weights(0.5, [1, -2])))

FIRST_PAGE = {
    "samples": "x y logit odds p predicted correct loss residual residual_x loss_drawn loss_over "
    "loss_note",
    "curve": "x p",
    "loss_curve": "p loss_1 loss_0",
    "boundary": "x low width shade threshold positive_from positive_to positive_at label "
    "threshold_label",
    "summary": "w0 w1 threshold n mean_loss correct accuracy true_positive false_positive "
    "true_negative false_negative boundary boundary_place positive_side odds_ratio grad_w0 grad_w1",
}
COLUMNS = FIRST_PAGE | {
    "rulers": "x p odds logit odds_drawn logit_drawn",
    "rulers_samples": "x y p odds_drawn odds_over odds_note logit_drawn logit_over logit_note",
    "rulers_now": "p odds logit",
    "squared": "y p squared_loss squared_slope residual",
    "loss_other": "p loss_1 loss_0",
    "squash": "logit p",
    "losses": "logit cross_entropy_1 cross_entropy_0 squared_1 squared_0",
    "losses_now": "logit logit_drawn cross_entropy_1 cross_entropy_pull_1 cross_entropy_to_1 "
    "cross_entropy_0 cross_entropy_pull_0 cross_entropy_to_0 squared_1 squared_pull_1 "
    "squared_to_1 squared_0 squared_pull_0 squared_to_0",
    "gradient": "x y residual residual_from residual_to residual_x residual_x_from residual_x_to "
    "pull",
    "gradient_now": "residual_sum residual_x_sum grad_w0 grad_w1 next_w0 next_w1 learning_rate",
    "surface": "of loss log_loss w0_low w0_width w1_low w1_width",
    "surface_now": "w0 w1 loss arrow_w0_from arrow_w1_from arrow_w0_to arrow_w1_to "
    "pin_w0 pin_w1 pin_label pin_anchor",
    "surface_other": "of loss log_loss w0_low w0_width w1_low w1_width",
    "surface_other_now": "w0 w1 loss arrow_w0_from arrow_w1_from arrow_w0_to arrow_w1_to "
    "pin_w0 pin_w1 pin_label pin_anchor",
    "path": "w0 w1",
    "history": "step w0 w1 mean_loss weight_norm digits_w0 digits_w1 digits_loss",
    "history_now": "digits decimals until bounces",
    "optimum": "separable outcome w0 w1 mean_loss objective rate_limit",
    "decision": "threshold false_positive false_negative cost",
    "decision_now": "threshold cost best_threshold true_positive_rate "
    "false_positive_rate precision f1 auc",
    "roc": "false_positive_rate true_positive_rate threshold",
    "roc_drawn": "false_positive_rate true_positive_rate",
    "actions": "p act leave",
    "actions_now": "p act leave",
    "calibration": "low high mean_p share n share_low share_high",
    "calibration_now": "brier mean_p share",
    "evidence": "name value push start end",
    "evidence_now": "sample logit odds p predicted",
}
OF_TWO = {
    "samples": COLUMNS["samples"]
    .replace("x ", "x1 x2 ", 1)
    .replace("residual_x", "residual_x1 residual_x2"),
    "loss_curve": COLUMNS["loss_curve"],
    "summary": "w0 w1 w2 threshold n mean_loss correct accuracy true_positive false_positive "
    "true_negative false_negative odds_ratio1 odds_ratio2 grad_w0 grad_w1 grad_w2",
    "plane": "shade x1_low x1_width x2_low x2_width",
    "boundary_lines": "name logit x1_from x2_from x1_to x2_to",
}
MAY_BE_NAN = {
    ("boundary", "x"),
    ("boundary", "positive_from"),
    ("boundary", "positive_to"),
    ("boundary", "positive_at"),
    ("samples", "loss_over"),
    ("rulers", "odds_drawn"),
    ("rulers_samples", "odds_over"),
    ("rulers_samples", "logit_over"),
    ("rulers", "logit_drawn"),
    ("evidence", "value"),
    *(("losses_now", f"{loss}_to_{y}") for loss in ("cross_entropy", "squared") for y in (1, 0)),
    *((f"surface{of}_now", f"pin_w{j}") for of in ("", "_other") for j in (0, 1)),
    ("optimum", "w0"),  # the loans are separable
    ("optimum", "w1"),
    ("optimum", "mean_loss"),
    ("optimum", "objective"),
}
TABLES = [name for name in COLUMNS if name != "summary"]
EVERY_COLUMN = [(table, column) for table in TABLES for column in COLUMNS[table].split()]


@pytest.mark.parametrize("table", COLUMNS)
def test_column_names_are_the_schema(table):
    assert " ".join(getattr(EVERYTHING, table)) == COLUMNS[table]


@pytest.mark.parametrize("table", PARTS)
def test_a_first_page_has_its_parts_and_no_others(table):
    assert " ".join(getattr(OPENING, table)) == FIRST_PAGE.get(table, "")


@pytest.mark.parametrize("table", PARTS)
def test_a_first_page_of_two_features(table):
    assert " ".join(getattr(PLANE, table)) == OF_TWO.get(table, "")


@pytest.mark.parametrize("table", PARTS)
def test_each_part_can_be_had_alone(table):
    data, w = (CORNERS, [1, 2]) if table in TWO_FEATURES else (LOANS, [-0.1])
    frame = compute_frame(data, Settings(Weights(1, w), parts=(table,)))
    assert [name for name in PARTS if getattr(frame, name)] == [table]


@pytest.mark.parametrize("table", sorted(PARTS.keys() - ONE_FEATURE - TWO_FEATURES))
def test_parts_for_any_number_of_features(table):
    data = Dataset(np.arange(15.0).reshape(5, 3) % 4, [0, 1, 0, 1, 1])
    frame = compute_frame(
        data, Settings(Weights(1, [1, 2, 3]), parts=(table,), path=np.array([(1.0, 1, 2, 3)]))
    )
    assert len({np.size(column) for column in getattr(frame, table).values()}) == 1


@pytest.mark.parametrize("table", TABLES)
def test_all_columns_of_a_table_are_equally_long(table):
    assert len({len(column) for column in getattr(EVERYTHING, table).values()}) == 1


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
def test_columns_are_read_only(table, column):
    assert not getattr(EVERYTHING, table)[column].flags.writeable


@pytest.mark.parametrize("table", COLUMNS)
def test_tables_are_read_only(table):
    with pytest.raises(TypeError):
        getattr(EVERYTHING, table)["new"] = 1


@pytest.mark.parametrize(
    ("table", "column"), [pair for pair in EVERY_COLUMN if pair not in MAY_BE_NAN]
)
def test_no_nan_where_none_is_promised(table, column):
    values = getattr(EVERYTHING, table)[column]
    assert values.dtype.kind != "f" or np.all(np.isfinite(values))


@pytest.mark.parametrize(
    ("column", "want", "decimals"),
    [
        ("logit", [5.77, 5.112, 3.89, 1.07, -0.81, -2.22], 9),
        ("p", [0.996889945, 0.994012049, 0.979964291, 0.744596916, 0.307890496, 0.097968804], 9),
        ("loss", [0.003114901, 0.006005951, 0.020239146, 1.364912260, 0.368011093, 0.103106174], 9),
        ("predicted", [1, 1, 1, 1, 0, 0], 0),
        ("correct", [1, 1, 1, 0, 1, 1], 0),
    ],
)
def test_loans_at_the_opening_weights(column, want, decimals):
    np.testing.assert_array_equal(OPENING.samples[column].round(decimals), want)


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("mean_loss", 0.310898254),
        ("correct", 5),
        ("boundary", 86.382979),
        ("odds_ratio", 0.910282762),
        ("grad_w0", 0.186887083),
        ("grad_w1", 15.783326922),
        ("false_positive", 1),
    ],
)
def test_summary_of_the_loans(name, want):
    assert OPENING.summary[name] == pytest.approx(want, rel=1e-8)


@pytest.mark.parametrize(
    ("w", "t", "place", "side", "drawn"),
    [
        (Weights(8.12, -0.094), 0.5, "inside", "left", True),
        (Weights(-8.12, 0.094), 0.5, "inside", "right", True),
        (Weights(8.12, -0.094), 0, "none", "all", False),
        (Weights(8.12, -0.094), 1, "none", "none", False),
        (Weights(0, 0), 0.5, "none", "all", False),
        (Weights(-0.1, 0), 0.5, "none", "none", False),
        (Weights(-1, 0), 0.25, "none", "all", False),
        (Weights(6906.75, -1), 0.5, "right", "left", False),
        (Weights(6906.75, 1), 0.5, "left", "right", False),
        (Weights(1, 1e-300), 0.5, "left", "right", False),
        (Weights(1, 1e-320), 0.5, "left", "right", False),
        (Weights(-1, -5e-324), 0.5, "left", "left", False),
        (Weights(3, -2), 0.25, "left", "left", False),
    ],
)
def test_where_the_boundary_is(w, t, place, side, drawn):
    frame = compute_frame(LOANS, Settings(w, t))
    assert (frame.summary["boundary_place"], frame.summary["positive_side"]) == (place, side)
    assert bool(np.isfinite(frame.boundary["x"][0])) == drawn
    assert bool(frame.boundary["label"][0]) == drawn


def test_a_boundary_outside_the_plot_is_still_named():
    frame = compute_frame(LOANS, Settings(Weights(6906.75, -1)))
    assert frame.summary["boundary"] == 6906.75
    low, high = plot_range(LOANS.x)
    assert (frame.boundary["positive_from"][0], frame.boundary["positive_to"][0]) == (low, high)


def test_a_loss_above_the_panel_is_drawn_at_its_edge_and_named():
    frame = compute_frame(SEVEN, Settings(Weights(0, -10)))
    assert frame.samples["loss_drawn"].max() == LOSS_TOP
    assert frame.samples["loss_note"].tolist() == [
        "30 ↑",
        "20 ↑",
        "10 ↑",
        "",
        "10 ↑",
        "20 ↑",
        "30 ↑",
    ]


@pytest.mark.parametrize("x", [[3.0], [3.0, 3.0]])
def test_a_constant_feature_still_has_a_plot(x):
    data = Dataset(x, [1] * len(x))
    assert plot_range(data.x) == (2.0, 4.0)
    assert len(compute_frame(data, Settings(Weights(0, 1))).curve["x"]) > 1


@pytest.mark.parametrize("t", [-1, 2, np.nan])
def test_settings_refuse_an_impossible_threshold(t):
    with pytest.raises(ValueError, match="threshold must lie between 0 and 1"):
        Settings(Weights(0, 0), t)


@given(datasets(min_n=1), weights(), probability)
def test_any_settings_make_a_complete_frame(data, w, t):
    with np.errstate(all="raise"):
        frame = compute_frame(data, Settings(w, t))
    assert frame.summary["correct"] == frame.samples["correct"].sum()
    assert frame.summary["mean_loss"] == pytest.approx(frame.samples["loss"].mean())
    assert np.all((frame.curve["p"] >= 0) & (frame.curve["p"] <= 1))
    np.testing.assert_array_equal(
        frame.samples["correct"], frame.samples["predicted"] == frame.samples["y"]
    )


@pytest.mark.parametrize("scale", [1e-300, 1e-5, 1e12])
@pytest.mark.parametrize("size", [1e3, 1e20, 1e300])
def test_extreme_data_and_weights_raise_no_warning(scale, size):
    data = Dataset(SEVEN.x * scale, SEVEN.y)
    with np.errstate(all="raise"):
        compute_frame(data, Settings(Weights(size, -size), 0.3))


def test_the_axis_reaches_what_a_data_set_shows():
    data = Dataset([60.0, 80.0], [1, 0], shows=(30.0,))
    frame = compute_frame(data, Settings(Weights(0, 0)))
    assert frame.curve["x"][[0, -1]].tolist() == [22.5, 87.5]
