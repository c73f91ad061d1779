"""Speed of the core beside scikit-learn, in one process and one run."""

import time
from collections.abc import Callable
from functools import partial

import numpy as np
import sklearn
from benchmarks.report import line, table, times
from core.costly import COSTLY
from sklearn._loss import HalfBinomialLoss
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from logreg_core import (
    Dataset,
    DatasetError,
    Settings,
    Weights,
    compute_frame,
    gradient,
    mean_loss,
    newton,
    parse_csv,
    separability,
    sigmoid,
)
from logreg_core.blocks import loss_and_gradient
from logreg_core.frame import PARTS, TWO_FEATURES
from logreg_core.model import logits
from logreg_core.walk import walk

MILLION = times(1_000_000)
AT = Weights(0.3, 1.2)
LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
LOANS_AT = Weights(8.12, -0.094)
PARTS_OF_ONE = tuple(name for name in PARTS if name not in TWO_FEATURES)


def cloud(n: int) -> Dataset:
    """Overlapping classes on one feature."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=n)
    return Dataset(x, x + rng.logistic(size=n) > 0)


def seconds(function: Callable[[], object], repeats: int, inner: int = 1) -> np.ndarray:
    """Median and 95th percentile of so many runs, in seconds a call, after one run unseen."""
    function()
    took = []
    for _ in range(times(repeats)):
        start = time.perf_counter()
        for _ in range(inner):
            function()
        took.append((time.perf_counter() - start) / inner)
    return np.percentile(took, [50, 95])


def show(name: str, measured: np.ndarray, unit: str, factor: float) -> None:
    """Print one line of the table."""
    median, p95 = factor * measured
    print(line([name, f"{median:.2f}", f"{p95:.2f}", unit]), flush=True)


def sklearn_loss_and_gradient(data: Dataset) -> Callable[[], object]:
    """What scikit-learn computes inside a fit: logits, loss and gradient by the weights."""
    x, y, loss = data.x[:, 0], data.y.astype(np.float64), HalfBinomialLoss()

    def run():
        losses, slopes = loss.loss_gradient(y, AT.w0 + x * AT.w1)
        return losses.mean(), slopes.mean(), slopes @ x / len(x)

    return run


def large(data: Dataset) -> None:
    """Loss and gradient of a million samples."""
    z = logits(data.x, AT)
    for name, function, repeats in [
        ("loss + gradient, one pass in blocks", lambda: loss_and_gradient(data, AT), 31),
        ("mean_loss, then gradient", lambda: (mean_loss(data, AT), gradient(data, AT)), 31),
        ("scikit-learn: HalfBinomialLoss.loss_gradient", sklearn_loss_and_gradient(data), 15),
        ("scikit-learn: log_loss alone", lambda: log_loss(data.y, sigmoid(z)), 5),
    ]:
        show(f"n = {data.n:,}: {name}", seconds(function, repeats), "ns/sample", 1e9 / data.n)


def training(data: Dataset) -> None:
    """Steps of gradient descent, from nothing."""
    for name, function in [
        ("10,000 on the loans", lambda: walk(LOANS, LOANS_AT, 0.0005, 10_000)),
        (f"1,000 on n = {data.n:,}", lambda: walk(data, AT, 0.5, 1000)),
    ]:
        show(f"steps of descent from nothing: {name}", seconds(function, 7), "ms", 1e3)


def small() -> None:
    """Frames, fits and questions on the loans."""
    path = np.outer(np.arange(100), [0.1, -0.001])
    every = Settings(LOANS_AT, parts=PARTS_OF_ONE, learning_rate=0.001, path=path)
    overlap = cloud(60)
    fit = LogisticRegression(C=np.inf, tol=1e-10)
    for name, function in [
        ("one frame, first page", lambda: compute_frame(LOANS, Settings(LOANS_AT))),
        ("one frame, every part for one feature", lambda: compute_frame(LOANS, every)),
        ("mean loss + gradient", lambda: (mean_loss(LOANS, LOANS_AT), gradient(LOANS, LOANS_AT))),
        ("separability", lambda: separability(LOANS)),
    ]:
        show(f"loans: {name}", seconds(function, 31, 100), "µs", 1e6)
    for name, function in [
        ("Newton to the optimum, with separability", lambda: newton(overlap)),
        ("scikit-learn: LogisticRegression.fit", lambda: fit.fit(overlap.x, overlap.y)),
    ]:
        show(f"n = 60: {name}", seconds(function, 15, 10), "µs", 1e6)


def files() -> None:
    """The file within the limits that takes longest to refuse."""
    took = {name: seconds(partial(refusal, data), 5) for name, data in COSTLY.items()}
    slowest = max(took, key=lambda name: took[name][0])
    show(f"2 MiB of CSV, the slowest of {len(COSTLY)}: {slowest}", took[slowest], "ms", 1e3)


def refusal(data: bytes) -> str:
    """What the parser says about a file."""
    try:
        return repr(parse_csv(data))
    except DatasetError as error:
        return str(error)


def main() -> None:
    """Print the conditions and the table."""
    print(f"## The core beside scikit-learn {sklearn.__version__}\n")
    print(table(["what", "median", "p95", "unit"], []))
    large(cloud(MILLION))
    training(cloud(1000))
    small()
    files()
    many = cloud(MILLION // 10)
    frame = seconds(lambda: compute_frame(many, Settings(AT)), 15)
    show(f"n = {many.n:,}: one frame, first page", frame, "ms", 1e3)


if __name__ == "__main__":
    main()
