"""assets/script/frame against the core: the same tables and columns, values within rtol 1e-12."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from core.data import NAMES, read
from node import Node, NodeError, running

from logreg_core import Dataset, Settings, Weights, compute_frame, descend, newton, separability
from logreg_core.features import Scale, interaction, standardise
from logreg_core.frame import ONE_FEATURE, PARTS, TWO_FEATURES
from logreg_core.hessian import learning_rate_limit
from logreg_core.loss import LOSSES, LossName
from logreg_core.stability import nudged

SEED = 20
EPS = float(np.finfo(np.float64).eps)

# Newton's whole steps lead away from the optimum here.
OUTLIERS = [
    *([-124.2, -126.9], [-0.1, 0.1], [-4.6, -12], [-0.1, -0.1], [0, -0.1], [0, 0.1], [0.5, 0.4]),
    *([122.4, -106.5], [0.5, 0.7], [-0.2, -1.6], [0, 0.1], [110.4, 69.6], [-0.1, 0], [2.7, 7.1]),
]
CATALOG = {name: read(name) for name in NAMES}
DATASETS = {
    **CATALOG,
    **{f"{n} interaction": interaction(d) for n, d in CATALOG.items() if d.d == 2},
    **{f"{n} standardised": standardise(CATALOG[n])[0] for n in ("loans", "challenger", "churn")},
    "one sample": Dataset([3.0], [1]),
    "one class": Dataset([1.0, 2.0, 4.0], [0, 0, 0]),
    "constant": Dataset([0.1, 0.1, 0.1], [0, 1, 1]),
    "ties": Dataset([1, 2, 2, 3, 3, 3], [0, 0, 1, 1, 0, 1]),
    "repeated": Dataset([[1, 3], [2, 6], [3, 9], [4, 12.0], [5, 15]], [0, 1, 0, 1, 1]),
    "outliers": Dataset(OUTLIERS, [0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1]),
}


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        node.set(**{name: rows(name) for name in DATASETS})
        yield node


def rows(name: str) -> dict[str, Any]:
    data = DATASETS[name]
    kind = separability(data).kind
    return {
        "x": data.x.T.tolist(),
        "y": data.y.tolist(),
        "features": list(data.features),
        "shows": list(data.shows),
        "separable": "no" if kind == "none" else kind,
    }


# ---- every part ----------------------------------------------------------------------------------


def parts_of(data: Dataset, settings: Settings) -> tuple[str, ...]:
    d = 2 if settings.interaction else data.d
    left_out = (ONE_FEATURE if d != 1 else set()) | (TWO_FEATURES if d != 2 else set())
    return tuple(name for name in PARTS if name not in left_out)


def in_browser(node: Node, name: str, settings: Settings) -> dict[str, dict[str, Any]]:
    told = {k: v for k, v in vars(settings).items() if k not in ("weights", "parts")}
    told |= {"w0": settings.weights.w0, "w": list(settings.weights.w)}
    for way in ("path", "shadow"):
        rows = told[way]
        told[way] = [] if rows is None else rows.tolist()
    names = parts_of(DATASETS[name], settings)
    return node.ask("compute(held[a[0]], a[1], a[2])", name, told, names)


def agree(node: Node, name: str, settings: Settings) -> None:
    data, names = DATASETS[name], parts_of(DATASETS[name], settings)
    fields = {k: v for k, v in vars(settings).items() if k != "parts"}
    frame = compute_frame(data, Settings(**fields, parts=names))
    ours, theirs = {n: getattr(frame, n) for n in names}, in_browser(node, name, settings)
    assert {n: list(t) for n, t in theirs.items()} == {n: list(t) for n, t in ours.items()}
    different = {
        f"{table}.{column}": (theirs[table][column], values)
        for table in names
        for column, values in ours[table].items()
        if not same(theirs[table][column], values, *tolerance(data, settings, table, column))
    }
    assert different == {}


def same(found: Any, values: Any, rtol: float, atol: float) -> bool:
    wanted = np.asarray(values)
    if wanted.dtype.kind == "U":
        return np.array_equal(np.asarray(found), wanted)
    got = numbers(found)
    return got.shape == wanted.shape and np.allclose(got, wanted, rtol, atol, equal_nan=True)


def numbers(found: Any) -> np.ndarray:
    """A column of numbers, of images, or one number."""
    if isinstance(found, list) and found and isinstance(found[0], dict):
        return np.array([np.reshape(numbers(v["flat"]), v["shape"]) for v in found])
    return np.vectorize(float, otypes=[np.float64])(found)


def tolerance(data: Dataset, settings: Settings, table: str, column: str) -> tuple[float, float]:
    """Relative error allowed, and absolute error where numbers larger than their sum cancel."""
    if table == "optimum":  # of other steps to the same point, where the slope is rounding
        return 1e-9, 1e-15
    size = 1.0 + float(np.abs(data.x).max())
    weights = np.abs([settings.weights.w0, *settings.weights.w])
    logit = weights[0] + float(weights[1:] @ np.abs(data.x).max(axis=0))
    moved = float(weights.sum()) + settings.learning_rate * (size + settings.l1 + settings.l2)
    return 1e-12, {
        "gradient": EPS * data.n * size,  # running sums of residuals of both signs
        "gradient_now": EPS * (data.n * size + moved),
        "surface_now": EPS * moved * size,  # ends of an arrow that is longer than the plot
        "boundary_lines": 64 * EPS * size,  # ends of a line that reaches past every corner
        "boundary_curve": 64 * EPS * size,
        "evidence": EPS * logit,  # pushes of both signs
    }.get(table, 0.0) + {
        "grad_w": EPS * size,
        "logit": EPS * logit,
        "logit_drawn": EPS * logit,
        "log_loss": 1e-14,  # logarithms of numbers near one
    }.get(column.rstrip("0123456789"), 5e-324 * size)  # results smaller than the normal numbers


GRID = [
    (w0, w1, t)
    for w0 in (-5.0, 0.0, 8.12)
    for w1 in (-0.7, -0.094, 0.0, 1e-300, 0.5)
    for t in (0.0, 0.2, 0.5, 1.0)
]


@pytest.mark.parametrize(("w0", "w1", "threshold"), GRID)
@pytest.mark.parametrize("name", ["loans", "seven-points", "ties"])
def test_a_grid_of_settings(node: Node, name: str, w0: float, w1: float, threshold: float) -> None:
    agree(node, name, Settings(Weights(w0, w1), threshold))


@pytest.mark.parametrize("x", [86.125, 86.375, 62.875])
def test_a_boundary_halfway_between_two_labels(node: Node, x: float) -> None:
    agree(node, "loans", Settings(Weights(-2 * x, 2.0)))


def some_settings(name: str, reach: float, seed: int) -> Settings:
    """Weights whose logits reach as far as told, and whatever else a reader can set, at random."""
    data, rng = DATASETS[name], np.random.default_rng([SEED, seed, int(reach)])
    scale = reach / (1.0 + np.abs(data.x).max(axis=0))
    rate = float(learning_rate_limit(data) * rng.choice([0.1, 1.0, 10.0]))
    weights = Weights(float(rng.normal() * reach / 3), (rng.normal(size=data.d) * scale).tolist())
    steps = int(rng.choice([0, 1, 30, 700]))
    walk = np.cumsum(rng.normal(size=(steps, 1 + data.d)) * [1, *scale], axis=0)
    drift = np.minimum(np.cumsum(rng.normal(0.05, 0.5, walk.shape), axis=0) - 15, 0)
    return Settings(
        weights,
        threshold=float(rng.choice([0.0, 1.0, 0.5, rng.random(), rng.random()])),
        learning_rate=min(rate, 1e3),
        l1=float(rng.choice([0.0, rng.random()])),
        l2=float(rng.choice([0.0, rng.random(), 10.0])),
        cost_fp=float(rng.choice([0.0, 50.0, rng.random()])),
        cost_fn=float(rng.choice([1.0, 10.0, rng.random()])),
        unit=str(rng.choice(["nats", "bits"])),
        loss=str(rng.choice(["cross-entropy", "squared"])),
        path=walk,
        shadow=walk * (1 + 10.0**drift),
        sample=int(rng.integers(data.n)),
        interaction="interaction" in name,
    )


CASES = [
    (name, reach, seed)
    for name, data in DATASETS.items()
    for reach in (3.0, 40.0, 800.0)
    for seed in range(1 if data.n > 500 else 2)
]


@pytest.mark.parametrize(("name", "reach", "seed"), CASES)
def test_random_settings_on_every_data_set(node: Node, name: str, reach: float, seed: int) -> None:
    agree(node, name, some_settings(name, reach, seed))


HYPERBOLAS = [(0, [0, 0, 2]), (0, [0, 0, -2]), (0.5, [1, -2, 2]), (0, [1, 1, 1]), (1, [1, 1, 0])]


@pytest.mark.parametrize("threshold", [0.0, 0.5, 0.9])
@pytest.mark.parametrize(("w0", "w"), [*HYPERBOLAS, (1e-9, [0, 0, 1]), (1, [1, 1, 1e-9])])
@pytest.mark.parametrize("name", ["xor interaction", "two-clouds interaction"])
def test_boundaries_with_an_interaction(
    node: Node, name: str, w0: float, w: list[float], threshold: float
) -> None:
    agree(node, name, Settings(Weights(w0, w), threshold, interaction=True))


@pytest.mark.parametrize("last", [0, 199, 200, 201, 400, 999, 10_000, 123_457])
def test_the_same_steps_of_a_long_path_are_drawn(node: Node, last: int) -> None:
    found = node.ask("compute(held[a[0]], a[1], ['history']).history.step", "loans", {
        "w0": 0, "w": [0], "path": [[0, 0]] * (last + 1)
    })  # fmt: skip
    settings = Settings(Weights(0, 0), parts=("history",), path=np.zeros((last + 1, 2)))
    assert found == compute_frame(DATASETS["loans"], settings).history["step"].tolist()


def test_dots_are_every_so_many_samples_and_the_summary_counts_all(node: Node) -> None:
    data = {"x": [list(range(10))], "y": [0, 1] * 5, "features": ["x"]}
    settings, parts = {"w0": 0.5, "w": [-0.1], "threshold": 0.5}, ["samples", "summary", "gradient"]
    found = node.ask("compute(a[0], a[1], a[2], 4)", data, settings, parts)
    assert found["samples"]["x"] == [0, 4, 8]
    assert {len(column) for column in found["samples"].values()} == {3}
    assert found["summary"]["n"] == len(found["gradient"]["x"]) == 10


def test_there_is_no_part_of_another_name(node: Node) -> None:
    with pytest.raises(NodeError, match=r'parts must be among samples, .*; got "moon"'):
        node.ask("compute(held[a[0]], { w0: 0, w: [0] }, ['moon'])", "loans")


# ---- training ------------------------------------------------------------------------------------

SMALL = [name for name, data in DATASETS.items() if data.n <= 250]
RATES = "{ learning_rate: a[2], l1: a[3], l2: a[4], loss: a[5] }"


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize(("l1", "l2"), [(0.0, 0.0), (0.05, 0.0), (0.0, 0.3), (0.02, 0.1)])
@pytest.mark.parametrize("name", SMALL)
def test_a_path_that_settles_is_the_same(
    node: Node, name: str, l1: float, l2: float, loss: LossName
) -> None:
    data = DATASETS[name]
    start, rate = [0.1] * (1 + data.d), learning_rate_limit(data, l2=l2, loss=loss) / 2
    want = descend(data, Weights(start[0], start[1:]), rate, 200, l1=l1, l2=l2, loss=loss).weights
    expression = f"descend(held[a[0]], a[1], 200, {RATES})"
    found = node.ask(expression, name, start, rate, l1, l2, loss)
    np.testing.assert_allclose(found, want, rtol=1e-12, atol=1e-14)


def test_one_step_more_keeps_the_points_before_it(node: Node) -> None:
    found = node.ask("""(() => {
      const run = (steps) => descend(held.loans, [0, 0], steps, { learning_rate: 0.001 });
      const [five, six, four] = [run(5), run(6), run(4)];
      return [five.length, six.length, four.length, five.every((point, k) => point === six[k])];
    })()""")
    assert found == [6, 7, 5, True]


@pytest.mark.parametrize("rates", ["learning_rate: 0.002", "l1: 9", "l2: 9", "loss: 'squared'"])
def test_another_rate_is_another_path(node: Node, rates: str) -> None:
    run = "descend(held[a[0]], [0, 0.1], 3, {{ learning_rate: 0.001, l1: 0, l2: 0, {} }})"
    first, other = (node.ask(run.format(more), "loans") for more in ("", rates))
    assert first[0] == other[0]
    assert first[1] != other[1]


def test_a_path_ends_where_a_weight_would_overflow(node: Node) -> None:
    rates = "{ learning_rate: 1, l2: 1000 }"
    found = node.ask(f"descend(held[a[0]], [0, 1], 500, {rates})", "loans")
    assert 50 < len(found) < 500
    assert np.all(np.isfinite(found))


@pytest.mark.parametrize("l2", [0.0, 0.01, 1.0])
@pytest.mark.parametrize("l1", [0.0, 0.02, 0.3])
@pytest.mark.parametrize("name", DATASETS)
def test_the_best_weights(node: Node, name: str, l1: float, l2: float) -> None:
    want = newton(DATASETS[name], l1=l1, l2=l2)
    found = node.ask("newton(held[a[0]], { l1: a[1], l2: a[2] })", name, l1, l2)
    best = [] if want.weights is None else [want.weights.w0, *want.weights.w]
    assert found["outcome"] == want.outcome
    np.testing.assert_allclose(found["w"] or [], best, rtol=1e-9, atol=1e-15)
    if l1 > 0:
        assert [v == 0 for v in found["w"] or []] == [v == 0 for v in best]


@pytest.mark.parametrize(("name", "rate", "steps"), [
    ("loans", 0.1, 1000),
    ("loans", 0.01, 3000),
    ("overlap", 5.0, 1000),
    ("two-clouds", 20.0, 1000),
])  # fmt: skip
def test_both_find_the_same_digits_where_steps_amplify_rounding(
    node: Node, name: str, rate: float, steps: int
) -> None:
    data = DATASETS[name]
    ways = [descend(d, Weights(0, [0] * data.d), rate, steps) for d in (data, nudged(data))]
    path, shadow = (way.weights for way in ways)
    settings = Settings(Weights(0, [0] * data.d), parts=("history",), path=path, shadow=shadow)
    want = compute_frame(data, settings).history
    found = node.ask("""(() => {
      const [data, rates] = [held[a[0]], { learning_rate: a[1] }];
      const [path, shadow] = [data, nudged(data)].map((d) => descend(d, a[2], a[3], rates));
      const [w0, ...w] = a[2];
      return compute(data, { w0, w, path, shadow }, ["history"]).history;
    })()""", name, rate, [0] * (1 + data.d), steps)  # fmt: skip
    digits = want["digits_loss"]
    held = digits > 0
    assert np.max(np.abs(np.array(found["digits_loss"]) - digits)) <= 2
    losses = np.array(found["mean_loss"])[held] / want["mean_loss"][held]
    assert np.all(np.abs(losses - 1) <= 10.0 ** (1 - digits[held]))


@pytest.mark.parametrize("name", ["two-clouds", "xor", "churn"])
def test_best_weights_are_proved_where_nobody_says_that_they_exist(node: Node, name: str) -> None:
    want = newton(DATASETS[name]).weights
    found = node.ask("newton({ ...held[a[0]], separable: undefined }).w", name)
    assert (found is None) == (want is None)


# ---- features ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DATASETS)
def test_standardised_features(node: Node, name: str) -> None:
    data = DATASETS[name]
    twin, scale = standardise(data)
    found = node.ask("standardise(held[a[0]].x)", name)
    far = np.abs(data.x).max() / np.min(scale.sd)
    np.testing.assert_allclose(found["mean"], scale.mean, rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(found["sd"], scale.sd, rtol=1e-13)
    np.testing.assert_allclose(np.transpose(found["x"]), twin.x, rtol=1e-12, atol=4 * EPS * far)


def test_the_product_of_two_features(node: Node) -> None:
    data = CATALOG["two-clouds"]
    found = node.ask("interaction(held[a[0]].x)", "two-clouds")
    np.testing.assert_array_equal(np.transpose(found), interaction(data).x)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("weights", [
    [8.12, -0.094, 3.0], [0.0, 1.7, -2.2], [1e10, 3e9, 1e-100], [0, 0, 0], [-120.2, 2.0033, 0.1]
])  # fmt: skip
def test_weights_that_are_the_very_same_on_the_way_back(
    node: Node, weights: list[float], back: bool
) -> None:
    scale = Scale((60.1, -2.0), (30.3, 0.7))
    want = scale.converted(Weights(weights[0], weights[1:]), back=back)
    found = node.ask(
        "converted(a[0], { mean: a[1], sd: a[2] }, a[3])", weights, scale.mean, scale.sd, back
    )
    np.testing.assert_allclose(found, [want.w0, *want.w], rtol=1e-15)


@pytest.mark.parametrize("way", ["to_standardised", "to_raw"])
def test_weights_in_another_unit(node: Node, way: str) -> None:
    scale = Scale((60.0, -2.0), (30.0, 0.7))
    want = getattr(scale, way)(Weights(8.12, [-0.094, 3.0]))
    weights = [8.12, -0.094, 3.0]
    found = node.ask(f"{way}(a[0], a[1], a[2])", weights, scale.mean, scale.sd)
    np.testing.assert_allclose(found, [want.w0, *want.w], rtol=1e-14)
