"""What the expressions of a lesson can name: everything that the core says of a scene."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from logreg_app.lesson.expression import evaluate
from logreg_app.state import SETTINGS, State
from logreg_core.frame import PARTS
from logreg_core.frame.training import LEAVE
from logreg_core.hessian import condition_number
from logreg_core.link import Floats, logit, odds, sigmoid
from logreg_core.loss import residual, sample_loss, squared_loss, squared_slope
from logreg_core.newton import newton

Scene = Mapping[str, object]

NONE_CHOSEN: Scene = {"sample": 0}
"""What a step shows unless it speaks of a sample: a mark that nobody explains is a riddle."""

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "exp": np.exp,
    "ln": np.log,
    "log2": np.log2,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "sum": np.sum,
    "mean": np.mean,
    "sd": np.std,
    "min": lambda *values: np.min(values),
    "max": lambda *values: np.max(values),
    "sigmoid": sigmoid,
    "logit": logit,
    "odds": odds,
    "loss": sample_loss,
    "residual": residual,
    "squared_loss": squared_loss,
    "squared_slope": squared_slope,
}


class SceneValues:
    """The numbers of one scene by name, each computed when first asked for.

    A name is one of the summary's (mean_loss, w0, boundary, grad_w0, correct, ...), a column of the
    samples (x, y, p, logit, ...), a setting (learning_rate, cost_fp, ...), `leave` (the residual
    below which a logit is left alone), `condition_number`, `standard_error` of each best weight,
    `newton` (columns w0, w1, ... and mean_loss along Newton's method), or a table of the frame. A
    table of one row, whose name ends in ``_now``, and `optimum` give numbers; other tables give
    columns.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene, self.state = scene, State.of(scene)
        self._tables: dict[str, Mapping[str, Any]] = {}

    def __getitem__(self, name: str) -> Any:
        for table in ("summary", "samples"):
            if name in self.table(table):
                return self.table(table)[name]
        if name in PARTS:
            return self.table(name)
        if name in SETTINGS:
            return getattr(self.state, name)
        return self._more(name)

    def table(self, name: str) -> Mapping[str, Any]:
        """One table of the frame; one of a single row as numbers."""
        if name not in self._tables:
            found: Mapping[str, Any] = getattr(self.state.frame_of((name,)), name)
            if name.endswith("_now") or name == "optimum":
                found = {column: values[0] for column, values in found.items()}
            self._tables[name] = found
        return self._tables[name]

    def _more(self, name: str) -> float | tuple[float, ...] | Mapping[str, Floats]:
        if name == "newton":
            history = newton(self.state.data, l2=self.state.l2).history
            points = {f"w{j}": column for j, column in enumerate(history.weights.T)}
            return {**points, "mean_loss": history.mean_loss}
        if name == "leave":
            return LEAVE
        if name == "condition_number":
            return condition_number(self.state.data)
        if name == "standard_error":
            return newton(self.state.data, l2=self.state.l2).standard_errors
        raise KeyError(name)


class Values:
    """Works out the expressions of a lesson, or of one of its questions, in their scene.

    Parameters
    ----------
    scene : mapping
        The scene that the numbers are of.
    given : mapping, optional
        Numbers, or lists of numbers, that the lesson itself brings; they go before the scene's.
    """

    def __init__(self, scene: Scene, given: Mapping[str, ArrayLike] | None = None) -> None:
        self.scene, self.given = scene, given or {}
        arrays = {name: _plain(value) for name, value in self.given.items()}
        self._scenes: dict[str, SceneValues] = {}
        self._names = _Chain(arrays, self.at())
        self._functions: Mapping[str, Callable[..., Any]] = {
            **FUNCTIONS,
            "at": self.at,
            "z": self._logit,
            "p": self._probability,
        }

    def __call__(self, expression: str) -> Any:
        """Value of an expression."""
        return evaluate(expression, self._names, self._functions)

    def at(self, **settings: object) -> SceneValues:
        """The same names where the scene has these settings, as if a reader had set them."""
        scene = merged(self.scene, settings)
        key = repr(sorted(scene.items()))
        if key not in self._scenes:
            self._scenes[key] = SceneValues(scene)
        return self._scenes[key]

    def _logit(self, x: float) -> float:
        """The logit of the model at x, for one feature."""
        names = self.at()
        return float(names["w0"] + names["w1"] * x)

    def _probability(self, x: float) -> float:
        return float(sigmoid(self._logit(x)))


def merged(scene: Scene, settings: Scene) -> dict[str, object]:
    """A scene with other settings; another data set begins with nothing else set.

    Examples
    --------
    >>> merged({"dataset": "loans", "w0": 8.12}, {"threshold": 0.75})
    {'dataset': 'loans', 'w0': 8.12, 'threshold': 0.75}
    >>> merged({"dataset": "loans", "w0": 8.12}, {"dataset": "exam"})
    {'dataset': 'exam'}
    """
    return dict(settings) if "dataset" in settings else {**scene, **settings}


class _Chain:
    """Names of the lesson, then names of the scene."""

    def __init__(self, first: Mapping[str, Any], then: SceneValues) -> None:
        self.first, self.then = first, then

    def __getitem__(self, name: str) -> Any:
        return self.first[name] if name in self.first else self.then[name]


def _plain(value: ArrayLike) -> float | Floats:
    return np.asarray(value, dtype=np.float64) if isinstance(value, list) else float(value)  # type: ignore[arg-type]
