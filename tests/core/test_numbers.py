"""Every number of the lessons, row by row, to the digits in which it is told."""

import math

import numpy as np
import pytest
from core.data import read
from scipy.optimize import minimize_scalar

from logreg_core import (
    Dataset,
    Weights,
    best_threshold,
    boundary,
    confusion,
    descend,
    evidence,
    expected_cost,
    gradient,
    learning_rate_limit,
    logit,
    mean_loss,
    newton,
    reliability,
    residual,
    roc,
    sample_loss,
    separability,
    sigmoid,
    squared_loss,
    standardise,
    step,
)
from logreg_core.features import interaction
from logreg_core.hessian import condition_number, hessian
from logreg_core.link import odds
from logreg_core.loss import bits, curvature, squared_curvature, squared_slope
from logreg_core.model import logits, odds_ratio

LOANS, SEVEN, XOR = read("loans"), read("seven-points"), read("xor")
EVEN, SCALE = standardise(LOANS)
TOLD, ZERO = Weights(8.12, -0.094), Weights(0, 0)
Z, Y = logits(LOANS.x, TOLD), LOANS.y
CHURN = Weights(-2, [0.12, 0.40, 0.90, 0.70])
A, B = [8, 1, 0, 1], [20, 3, 1, 1]


def both(w):
    return (w.w0, *w.w)


def mistakes(t):
    counts = confusion(Z, Y, t)
    return counts.false_positive, counts.false_negative


def p_of(x, w=CHURN):
    return float(sigmoid(logits([x], w)[0]))


def boundary_on(feature, x):
    """Where p is one half as one feature of the churn model moves and the others stay as in x."""
    rest = [0 if j == feature else v for j, v in enumerate(x)]
    return boundary(Weights(float(logits([rest], CHURN)[0]), CHURN.w[feature]))


def of_either_action(ones, n, cost_fp, cost_fn):
    """Mean cost of saying 0, and of saying 1, where so many of n samples are positive."""
    return expected_cost(np.zeros(n), np.arange(n) < ones, [1.0, 0.0], cost_fp, cost_fn)


def entropy(p):
    """Mean loss of who says the p that is true."""
    return p * sample_loss(logit(p), 1) + (1 - p) * sample_loss(logit(p), 0)


def with_a_seventh(x):
    return gradient(Dataset([*LOANS.x[:, 0], x], [*LOANS.y, 1]), ZERO)


def last(data, start, rate, steps, **penalty):
    return descend(data, start, rate, steps, **penalty).last


def clipped(z, eps=1e-12):
    """The loss of y = 0 as the texts compute it, from a clipped probability."""
    return -math.log(1 - 1 / (1 + math.exp(-z)) + eps)


def fit_of(name):
    found = newton(read(name))
    return (
        *both(found.weights),
        *found.standard_errors,
        found.history.mean_loss[-1],
        boundary(found.weights),
    )


def l1_optimum(strength):
    return last(EVEN, ZERO, 4.0, 20_000, l1=strength).w1


def l2_optimum(strength):
    w = newton(EVEN, l2=strength).weights
    return w.w1, boundary(SCALE.to_raw(w)), mean_loss(EVEN, w)


def far_down(steps, rate=0.5, start=None):
    """Weights, their size, mean loss and boundary after so many steps on the seven points."""
    w = last(SEVEN, start or Weights(-0.2, 0.7), rate, steps)
    return w, (math.hypot(*both(w)), mean_loss(SEVEN, w), boundary(w))


def a_million_steps():
    """The last 990,000 steps ten times as long: where the loss hardly bends, the same way."""
    return far_down(99_000, 5.0, far_down(10_000)[0])[1]


NUMBERS = [
    ("A1", lambda: (LOANS.n, SCALE.mean[0], SCALE.sd[0]), "6 63.6667 31.893921"),
    ("A2", lambda: Z, "5.77 5.112 3.89 1.07 -0.81 -2.22"),
    (
        "A2",
        lambda: sigmoid(Z),
        ".996889945 .994012049 .979964291 .744596916 .307890496 .097968804",
    ),
    ("A2", lambda: confusion(Z, Y).correct, "5"),
    ("A3", lambda: (Z[3], float(sigmoid(Z[3])) > 0.5), "1.07 1"),
    ("A4", lambda: odds(Z[[0, 3, 5]]), "320.537733 2.915379 .108609"),
    ("A4", lambda: sigmoid(-Z[[0, 3, 5]]), ".003110055 .255403084 .902031196"),
    ("A5", lambda: (odds_ratio(TOLD), odds_ratio(TOLD, by=10)), ".910282762 .390628"),
    ("A5", lambda: 100 * (odds_ratio(TOLD) - 1), "-8.971724"),
    ("A5", lambda: boundary(TOLD, 1 / 3) - boundary(TOLD), "7.373906"),
    ("A6", lambda: squared_loss(logit([0.999, 0.501]), 1), "1.0e-6 .249001"),
    ("A6", lambda: np.divide(*squared_loss(logit([0.501, 0.999]), 1)), "249001"),
    ("A6", lambda: sample_loss(logit([0.999, 0.501]), 1), ".001000500 .691149178"),
    ("A6", lambda: np.divide(*sample_loss(logit([0.501, 0.999]), 1)), "690.80"),
    ("A7", lambda: squared_slope(logit([0.001, 0.501]), 1), "-.001996 -.249499"),
    ("A7", lambda: residual(logit([0.001, 0.501]), 1), "-.999 -.499"),
    ("A7", lambda: squared_curvature(-3, 1), "-.073823"),
    (
        "A7",
        lambda: (squared_slope(logit(1 / 3), 1), squared_curvature(logit(1 / 3), 1)),
        "-.296296 .000000",
    ),
    ("A8", lambda: sample_loss(logit([0.99, 0.51, 0.01]), 1), ".010050 .673345 4.605170"),
    ("A8", lambda: bits(sample_loss(logit([0.99, 0.51, 0.01]), 1)), ".0145 .971 6.644"),
    (
        "A9",
        lambda: sample_loss(Z, Y),
        ".003114901 .006005951 .020239146 1.364912260 .368011093 .103106174",
    ),
    ("A9", lambda: (sample_loss(Z, Y).sum(), mean_loss(LOANS, TOLD)), "1.865389525 .310898254"),
    ("A9", lambda: bits(mean_loss(LOANS, TOLD)), ".448531"),
    (
        "A9",
        lambda: (math.exp(mean_loss(LOANS, TOLD)), math.exp(-6 * mean_loss(LOANS, TOLD))),
        "1.364650 .154836",
    ),
    ("A9", lambda: (np.mean(squared_loss(Z, Y)), roc(Z, Y).auc), ".109878 1"),
    (
        "A9",
        lambda: (confusion(Z, Y).precision, confusion(Z, Y).true_positive_rate, confusion(Z, Y).f1),
        ".75 1 .857143",
    ),
    ("A9", lambda: 100 * sample_loss(Z, Y)[3] / sample_loss(Z, Y).sum(), "73.2"),
    ("A10", lambda: np.diff(sample_loss(logit([0.2, 0.4, 0.6, 0.8]), 1), 2) > 0, "1 1"),
    ("A10", lambda: np.diff(sample_loss(logit([0.2, 0.4, 0.6, 0.8]), 0), 2) > 0, "1 1"),
    (
        "A11",
        lambda: residual(logits(LOANS.x, ZERO), Y) * LOANS.x[:, 0],
        "-12.5 -16 -22.5 37.5 47.5 55",
    ),
    ("A11", lambda: (*gradient(LOANS, ZERO), mean_loss(LOANS, ZERO)), "0 14.833333 .693147181"),
    ("A12", lambda: both(step(LOANS, ZERO, 0.01)), "0 -.148333333"),
    (
        "A12",
        lambda: sigmoid(logits(LOANS.x, step(LOANS, ZERO, 0.01))),
        ".023932 .008606 .001260 1.4739e-5 7.59e-7 8.2e-8",
    ),
    (
        "A12",
        lambda: sample_loss(logits(LOANS.x, step(LOANS, ZERO, 0.01)), Y)[:3],
        "3.732556 4.755310 6.676261",
    ),
    (
        "A12",
        lambda: [mean_loss(LOANS, step(LOANS, ZERO, r)) for r in (0.01, 0.001)],
        "2.527357 .602853",
    ),
    ("A12", lambda: mean_loss(LOANS, step(LOANS, ZERO, 0.00088252)), ".601519"),
    (
        "A12",
        lambda: (
            minimize_scalar(
                lambda r: mean_loss(LOANS, step(LOANS, ZERO, r)),
                bounds=(1e-4, 1e-2),
                method="bounded",
                options={"xatol": 1e-10},
            ).x
        ),
        ".00088252",
    ),
    ("A13", lambda: np.linalg.eigvalsh(hessian(LOANS, ZERO)), ".050144 1267.866522"),
    ("A13", lambda: (condition_number(LOANS), learning_rate_limit(LOANS)), "25284 .00157745"),
    (
        "A13",
        lambda: descend(LOANS, ZERO, 0.01, 6).mean_loss,
        ".693 2.527 1.219 5.612 2.724 .870 4.172",
    ),
    ("A14", lambda: gradient(EVEN, ZERO)[1], ".465083"),
    ("A14", lambda: (condition_number(EVEN), learning_rate_limit(EVEN)), "1 8"),
    (
        "A14",
        lambda: descend(EVEN, ZERO, 1, 1000).mean_loss[[1, 10, 100, 1000]],
        ".503539 .160016 .031869 .004261",
    ),
    ("A14", lambda: confusion(logits(EVEN.x, step(EVEN, ZERO, 1)), Y).correct, "6"),
    ("A14", lambda: mean_loss(LOANS, last(LOANS, ZERO, 0.001, 10_000)), ".362787"),
    ("A14", lambda: boundary(last(LOANS, ZERO, 0.001, 10_000)), "44.4"),
    ("A14", lambda: mean_loss(LOANS, last(LOANS, ZERO, 0.001, 100_000)), ".084841"),
    ("A15", lambda: gradient(LOANS, TOLD), ".186887083 15.783326922"),
    ("A15", lambda: residual(Z, Y) * LOANS.x[:, 0], "-.078 -.192 -.902 55.845 29.250 10.777"),
    ("Q1", lambda: with_a_seventh(40), "-.071428571 9.857"),
    ("Q1", lambda: with_a_seventh(200)[0], "-.071428571"),
    ("Q2", lambda: both(step(LOANS, TOLD, 0.01)), "8.118131 -.251833"),
    (
        "Q2",
        lambda: (p_of([75], step(LOANS, TOLD, 0.01)), mean_loss(LOANS, step(LOANS, TOLD, 0.01))),
        "2.1034e-5 .6779",
    ),
    ("Q2", lambda: boundary(step(LOANS, TOLD, 0.01)), "32.24"),
    ("Q2", lambda: both(step(LOANS, TOLD, 0.001)), "8.119813 -.109783"),
    (
        "Q2",
        lambda: (p_of([75], step(LOANS, TOLD, 0.001)), mean_loss(LOANS, step(LOANS, TOLD, 0.001))),
        ".471547 .134457",
    ),
    ("Q2", lambda: sample_loss(logits([75], step(LOANS, TOLD, 0.001)), 0), ".637801"),
    ("Q2", lambda: boundary(step(LOANS, TOLD, 0.001)), "73.96"),
    ("Q2", lambda: confusion(logits(LOANS.x, step(LOANS, TOLD, 0.001)), Y).correct, "6"),
    ("Q2", lambda: sample_loss(logits([75], step(LOANS, ZERO, 0.01)), 0), "1.4739e-5"),
    (
        "Q3",
        lambda: (sigmoid(Z) - Y) / curvature(Z) * curvature(Z) - residual(Z, Y),
        "0.0000000000 " * 6,
    ),
    ("Q4", lambda: (boundary(TOLD), TOLD.w1 * curvature(0.0)), "86.382979 -.0235"),
    ("Q5", lambda: (odds_ratio(TOLD, by=50), 0.91**50), ".009095277 .008955"),
    ("Q5", lambda: odds(logits([50, 100], TOLD)), "30.569 .278"),
    ("Q5", lambda: sigmoid(logits([50, 100], TOLD)), ".968324 .217550"),
    (
        "A16",
        lambda: [boundary(TOLD, t) for t in (0.1, 0.2, 0.5, 0.7, 0.75, 0.9, 0.99)],
        "109.758 101.131 86.383 77.369 74.696 63.008 37.499",
    ),
    ("A16", lambda: [mistakes(t) for t in (0.1, 0.5, 0.75, 0.99, 0.998)], "2 0 1 0 0 0 0 1 0 3"),
    ("B1", lambda: logit(0.3) + logit(0.7), "0.000000000000"),
    ("B2", lambda: np.exp(-sample_loss(Z[[3, 3]], [1, 0])), ".744596916 .255403084"),
    # 63 times the limit: the way is chaos, and from about step 400 rounding decides every digit
    ("B3", lambda: both(last(LOANS, ZERO, 0.1, 200)), "4.630059 -1.150461"),
    ("B3", lambda: mean_loss(LOANS, last(LOANS, ZERO, 0.1, 200)), "17.242806"),
    ("B3", lambda: mean_loss(LOANS, last(LOANS, ZERO, 0.1, 1000)) > math.log(2), "1"),
    ("B3", lambda: both(last(EVEN, ZERO, 0.1, 1000)), "-.438008 -5.096105"),
    ("B3", lambda: mean_loss(EVEN, last(EVEN, ZERO, 0.1, 1000)), ".032265"),
    ("B4", lambda: (gradient(LOANS, TOLD, l2=2) - gradient(LOANS, TOLD)) / TOLD.w1, "0 2"),
    (
        "B5",
        lambda: newton(LOANS, max_steps=12).history.weights[[1, 6, 12]],
        "3.7136 -.058329 19.9948 -.332757 43.9333 -.731905",
    ),
    ("B5", lambda: np.divide(*newton(LOANS, max_steps=30).history.mean_loss[[29, 30]]), "2.7183"),
    ("B6", lambda: l2_optimum(1), "-.373289 63.600 .536811"),
    ("B6", lambda: l2_optimum(0.1), "-1.566154 62.696 .235317"),
    ("B6", lambda: l2_optimum(0.01), "-3.654092 60.937 .067802"),
    ("B6", lambda: l2_optimum(0.001), "-6.784264 60.151 .014063"),
    ("B7", lambda: (l1_optimum(0.466), l1_optimum(0.465) < 0), "0 1"),
    ("B7", lambda: [l1_optimum(s) for s in (0.3, 0.1, 0.01)], "-.698264 -2.159841 -6.011080"),
    (
        "B8",
        lambda: (*both(newton(XOR).weights), newton(XOR).history.mean_loss[-1]),
        "0 0 0 .693147",
    ),
    (
        "B8",
        lambda: [mean_loss(interaction(XOR), Weights(0, [0, 0, c])) for c in (2, 5)],
        ".126928 .006715",
    ),
    ("B9", lambda: sample_loss([37, 800, -800], [0, 0, 0]), "37 800 0"),
    ("C1", lambda: evidence([2, 1, 4], Weights(-1.2, [0.8, -0.5, 0.3])).pushes, "1.6 -.5 1.2"),
    ("C1", lambda: evidence([2, 1, 4], Weights(-1.2, [0.8, -0.5, 0.3])).logit, "1.1"),
    ("C2", lambda: (odds(-1.1), 1 + odds(-1.1), sigmoid(1.1)), ".332871084 1.332871084 .750260106"),
    ("C3", lambda: sigmoid([8, 7, 0, 0.4, -0.4]), ".999664650 .999088949 .5 .598687660 .401312340"),
    ("C3", lambda: curvature([8, 7, 0, 0.4]), ".000335 .000910 .25 .240261"),
    ("C3", lambda: np.diff(sigmoid([7, 8])), ".000576"),
    ("C3", lambda: np.diff(sigmoid([0, 1])), ".231059"),
    ("C4", lambda: odds(logit([0.51, 0.99])), "1.0408 99"),
    ("C5", lambda: (best_threshold(1, 4), best_threshold(19, 1)), ".2 .95"),
    ("C5", lambda: logit([0.2, 0.95]), "-1.386294 2.944439"),
    ("C6", lambda: of_either_action(3, 10, 50, 10), "3 35"),
    (
        "C6",
        lambda: (best_threshold(50, 10), *of_either_action(5, 6, 50, 10)),
        ".833333 8.3333 8.3333",
    ),
    ("C6", lambda: expected_cost([-0.8473], [0], [0.2, 0.5], 50, 10), "50 0"),
    ("C7", lambda: (*evidence(A, CHURN).pushes, evidence(A, CHURN).logit), ".96 .40 0 .70 .06"),
    ("C7", lambda: (p_of(A), odds(evidence(A, CHURN).logit)), ".514995502 1.061837"),
    ("C8", lambda: (*evidence(B, CHURN).pushes, evidence(B, CHURN).logit), "2.4 1.2 .9 .7 3.2"),
    ("C8", lambda: (p_of(B), odds(evidence(B, CHURN).logit)), ".960834277 24.5325"),
    (
        "C9",
        lambda: [p_of(x) for x in ([9, 1, 0, 1], [8, 2, 0, 1], [8, 1, 1, 1], [8, 1, 0, 0])],
        ".544879 .613014 .723122 .345247",
    ),
    ("C9", lambda: (boundary_on(0, A), sigmoid(-2)), "7.5 .119203"),
    ("C9", lambda: odds_ratio(CHURN), "1.127497 1.491825 2.459603 2.013753"),
    (
        "C10",
        lambda: [boundary_on(j, [0, 0, *plan]) for plan in ((0, 1), (1, 1)) for j in (0, 1)],
        "10.833 3.25 3.333 1.0",
    ),
    (
        "C10",
        lambda: [boundary_on(j, [0, 0, *plan]) for plan in ((0, 0), (1, 0)) for j in (0, 1)],
        "16.667 5 9.167 2.75",
    ),
    ("C11", lambda: sample_loss(logit([0.6, 0.95]), 1), ".510825624 .051293294"),
    ("C11", lambda: bits(sample_loss(logit([0.6, 0.95]), 1)), ".736966 .074001"),
    ("C11", lambda: np.divide(*sample_loss(logit([0.6, 0.95]), 1)), "9.9589"),
    (
        "C12",
        lambda: logit(sigmoid([-2.0, 0.06, 1.1, 3.2])),
        "-2.00000000 .06000000 1.10000000 3.20000000",
    ),
    ("C13", lambda: p_of([8 / 30, 1, 0, 1], Weights(-2, [3.6, 0.40, 0.90, 0.70])), ".514995502"),
    (
        "C14",
        lambda: [p_of([8, 8], Weights(-0.9, [a, 0.12 - a])) for a in (0, 0.06, 5)],
        ".514995502 " * 3,
    ),
    (
        "C14",
        lambda: np.diff(newton(Dataset(np.hstack([EVEN.x, EVEN.x]), Y), l2=0.1).weights.w),
        "0.000000000",
    ),
    ("C15", lambda: (logit(0.001), logit(0.001) - logit(0.5)), "-6.906755 -6.906755"),
    ("C15", lambda: sigmoid(logit(0.9) + logit(0.001) - logit(0.5)), ".008929"),
    ("C15", lambda: sigmoid(logit(0.001) - logit(0.5)), ".001"),
    ("C16", lambda: [entropy(e) for e in (0.05, 0.1, 0.2)], ".198515 .325083 .500402"),
    ("C17", lambda: (*logit([0.8, 0.6]), -np.ptp(logit([0.8, 0.6]))), "1.386294 .405465 -.980829"),
    ("D1", lambda: mean_loss(SEVEN, Weights(-0.2, 0.7)), ".299355023"),
    ("D1", lambda: gradient(SEVEN, Weights(-0.2, 0.7)), ".037028102 -.304171305"),
    ("D1", lambda: boundary(Weights(-0.2, 0.7)), ".285714"),
    (
        "D2",
        lambda: residual(logits(SEVEN.x, Weights(-0.2, 0.7)), SEVEN.y)[1:],
        ".167982 .289050 .450166 -.377541 -.231475 -.130108",
    ),
    ("D2", lambda: residual(logits(SEVEN.x, Weights(-0.2, 0.7)), SEVEN.y)[0], ".091123"),
    (
        "D2",
        lambda: sample_loss(logits(SEVEN.x, Weights(-0.2, 0.7)), SEVEN.y),
        ".0955 .1839 .3412 .5981 .4741 .2633 .1394",
    ),
    (
        "D3",
        lambda: descend(SEVEN, Weights(-0.2, 0.7), 0.5, 60).weights[[1, 2, 3]],
        "-.218514 .852086 -.237644 .971122 -.256979 1.069811",
    ),
    ("D3", lambda: both(far_down(60)[0]), "-1.009283679 2.700089839"),
    (
        "D3",
        lambda: sigmoid(logits(SEVEN.x, far_down(60)[0])),
        ".000111 .001643 .023907 .267120 .844330 .987762 .999168",
    ),
    (
        "D3",
        lambda: (*far_down(60)[1][1:], *gradient(SEVEN, far_down(60)[0])),
        ".074154811 .373796 .017720 -.030024",
    ),
    ("D4", lambda: far_down(600)[1], "6.451 .015278 .4627"),
    ("D4", lambda: far_down(6000)[1], "11.445 .001672 .4802"),
    ("D4", lambda: far_down(100_000)[1], "17.747 1.00e-4 .4873"),
    ("D4", a_million_steps, "22.898 1.00e-5 .4901"),
    (
        "D5",
        lambda: (sample_loss([40, 27], 0), [clipped(40), clipped(27)]),
        "40 27.000 27.631 26.573",
    ),
    (
        "D6",
        lambda: (boundary(Weights(1, 2)), boundary(Weights(3, 2)), boundary(Weights(2, 4))),
        "-.5 -1.5 -.5",
    ),
    (
        "E1",
        lambda: gradient(SEVEN, ZERO)[1] * 7 + ((SEVEN.y - 0.5) @ SEVEN.x[:, 0]),
        "0.0000000000",
    ),
    (
        "E2",
        lambda: (bits(1), math.log(2), bits(math.log(4)), math.log(4)),
        "1.442695 .693147 2 1.386294",
    ),
    ("E2", lambda: bits(mean_loss(LOANS, TOLD)), ".448531"),
    ("E3", lambda: entropy(0.5), ".693147"),
    (
        "challenger",
        lambda: fit_of("challenger"),
        "15.04290165 -0.23216274 7.37863638 0.10823652 0.441634623649279 64.7946409245514",
    ),
    ("challenger", lambda: p_of([31], newton(read("challenger")).weights), "0.99960878288493"),
    (
        "exam",
        lambda: fit_of("exam"),
        "-4.07771343 1.50464543 1.76099431 0.62872085 0.401493923217234 2.71008262424725",
    ),
]


def half_a_unit(told):
    """Half a unit of the last digit that a number is told with."""
    digits, _, power = told.partition("e")
    decimals = len(digits.partition(".")[2])
    return 0.5000001 * 10.0 ** (int(power or 0) - decimals)


def flat(values):
    """All numbers of a number, an array, or a tuple or list of them."""
    parts = values if isinstance(values, tuple | list) else [values]
    return np.concatenate([np.ravel(part).astype(np.float64) for part in parts])


@pytest.mark.parametrize(("row", "compute", "told"), NUMBERS, ids=[row for row, _, _ in NUMBERS])
def test_number(row, compute, told):  # noqa: ARG001 - the row is the test's name
    words = told.split()
    want = np.array([float(word) for word in words])
    room = np.array([half_a_unit(word) for word in words])
    found = flat(compute())
    assert found.shape == want.shape
    assert np.all(np.abs(found - want) <= room), (found.tolist(), words)


@pytest.mark.parametrize(
    ("name", "outcome"), [("loans", "complete"), ("seven-points", "complete")], ids=["B5", "D4"]
)
def test_separated_data_have_no_optimum(name, outcome):
    data = read(name)
    assert separability(data).kind == newton(data).outcome == outcome
    assert newton(data).weights is None


@pytest.mark.parametrize("bin_of", range(10))
def test_calibrated_forecasts_come_true(bin_of):
    """C18: among p about 0.9, about 90 % are positive; to three standard errors in every bin."""
    data = read("calibration")
    p = sigmoid(logits(data.x, Weights(0, 1)))
    found = reliability(p, data.y)
    error = np.sqrt(found.mean_p * (1 - found.mean_p) / found.n)[bin_of]
    assert abs(found.share[bin_of] - found.mean_p[bin_of]) < 3 * error


def test_cross_entropy_is_no_distance():
    """E3: the two ways round differ, and from itself it is not 0."""

    def cross_entropy(p, q):
        return p * sample_loss(logit(q), 1) + (1 - p) * sample_loss(logit(q), 0)

    assert abs(cross_entropy(0.2, 0.6) - cross_entropy(0.6, 0.2)) > 0.1
    assert cross_entropy(0.2, 0.2) > 0.1


def test_every_row_is_here():
    rows = {row for row, _, _ in NUMBERS} | {"C18"}
    wanted = [
        *(f"A{k}" for k in range(1, 17)),
        *(f"Q{k}" for k in range(1, 6)),
        *(f"B{k}" for k in range(1, 10)),
        *(f"C{k}" for k in range(1, 19)),
        *(f"D{k}" for k in range(1, 7)),
        *(f"E{k}" for k in range(1, 4)),
    ]
    assert rows == {*wanted, "challenger", "exam"}
