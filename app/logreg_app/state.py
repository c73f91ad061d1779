"""What the reader has set, as parameters; everything the page shows is a function of them."""

from collections.abc import Mapping
from typing import Any, Self

import param

from logreg_app import catalog
from logreg_app.forms import every_of, formed
from logreg_app.opening import opening_values
from logreg_app.path import FURTHEST, MOST_STEPS, path_of
from logreg_app.scene import SceneError, read
from logreg_core.dataset import Dataset
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.link import Floats
from logreg_core.model import Weights

STRUCTURE = ("dataset", "standardise", "interaction", "moved")
WEIGHTS = ("w0", "w1", "w2", "w3", "w4")


class State(param.Parameterized):
    """The scene: a data set and everything that can be set about it.

    The weights w0, w1, ... are those that training starts from; `weights` are those in force, where
    `steps` steps of gradient descent lead. The training path is a function of the scene: another
    learning rate is another path from the same start.
    """

    dataset: "param.Selector[str]" = param.Selector(
        default=catalog.DEFAULT_DATASET, objects=list(catalog.datasets()), label="Data set"
    )
    standardise = param.Boolean(False, label="Standardise x")
    interaction = param.Boolean(False, label="Add x₁ × x₂ as a feature")
    moved = param.Dict({}, label="Moved samples")
    w0 = param.Number(0.0, bounds=(-FURTHEST, FURTHEST), label="Intercept w₀")
    w1 = param.Number(0.0, bounds=(-FURTHEST, FURTHEST), label="Coefficient w₁")
    w2 = param.Number(0.0, bounds=(-FURTHEST, FURTHEST), label="Coefficient w₂")
    w3 = param.Number(0.0, bounds=(-FURTHEST, FURTHEST), label="Coefficient w₃")
    w4 = param.Number(0.0, bounds=(-FURTHEST, FURTHEST), label="Coefficient w₄")
    threshold = param.Number(0.5, bounds=(0.0, 1.0), label="Decision threshold t")
    sample = param.Integer(0, bounds=(0, None), label="Chosen sample")
    learning_rate = param.Number(1.0, bounds=(1e-9, 1e6), label="Learning rate η")
    steps = param.Integer(0, bounds=(0, MOST_STEPS), label="Steps taken")
    l1 = param.Number(0.0, bounds=(0.0, 1e3), label="L1 strength λ₁")
    l2 = param.Number(0.0, bounds=(0.0, 1e3), label="L2 strength λ₂")
    cost_fp = param.Number(1.0, bounds=(0.0, 1e6), label="Cost of a false positive")
    cost_fn = param.Number(1.0, bounds=(0.0, 1e6), label="Cost of a false negative")
    unit: "param.Selector[str]" = param.Selector(
        default="nats", objects=["nats", "bits"], label="Unit of the loss"
    )
    loss: "param.Selector[str]" = param.Selector(
        default="cross-entropy", objects=["cross-entropy", "squared"], label="Loss"
    )

    def __init__(self, dataset: str = catalog.DEFAULT_DATASET) -> None:
        super().__init__()
        self._take(_opening({}, dataset, []))

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """The state of a scene; what it does not name is as its data set opens.

        Raises
        ------
        SceneError
            If there is no such setting, or a value does not fit it.
        """
        state = cls()
        problems = state.accept(values)
        if problems:
            raise SceneError(problems[0])
        return state

    def accept(self, values: Mapping[str, object]) -> list[str]:
        """Open the scene with these values, given as text or as values; say what did not fit.

        Whatever else is named opens all the same. A number out of range becomes the nearest in it.
        """
        problems: list[str] = []
        taken = {name: _read(name, value, problems) for name, value in values.items()}
        taken = {name: value for name, value in taken.items() if value is not None}
        form = {name: taken.pop(name) for name in STRUCTURE if name in taken}
        opening = _opening(form, self.dataset, problems)
        data = formed(*(opening[name] for name in STRUCTURE))
        for name in [n for n in taken if n in WEIGHTS[data.d + 1 :]]:
            problems.append(
                f"{name} belongs to another data set; {opening['dataset']} has no such feature."
            )
            del taken[name]
        fitting = {name: _fit(name, value, data, problems) for name, value in taken.items()}
        scene = opening | fitting
        if scene["cost_fp"] == scene["cost_fn"] == 0:
            problems.append("cost_fp and cost_fn are both 0, so no decision would matter; 1 each.")
            scene |= {"cost_fp": 1.0, "cost_fn": 1.0}
        self._take(scene)
        return problems

    @property
    def data(self) -> Dataset:
        """The data set in use, with moved samples, standardised, with the product, as set."""
        return formed(self.dataset, *self.shape, self.moved)

    @property
    def shape(self) -> tuple[bool, bool]:
        """Whether x is standardised, and whether the product of two features is one more."""
        return self.standardise, self.interaction

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the weights that the data set needs."""
        return WEIGHTS[: self.data.d + 1]

    @property
    def every(self) -> int:
        """Every how many samples one is drawn: 1 draws them all."""
        return every_of(self.data)

    @property
    def start(self) -> Weights:
        """The weights that training starts from."""
        w0, *w = (getattr(self, name) for name in self.names)
        return Weights(w0, w)

    @property
    def path(self) -> Floats:
        """The weights at each step of training, one row (w0, w1, ...) each, the start first."""
        rates = self.learning_rate, self.l1, self.l2
        return path_of(self.data, self.start, self.steps, rates)

    @property
    def weights(self) -> Weights:
        """The weights in force."""
        return _last(self.path)

    @property
    def scene(self) -> dict[str, object]:
        """What has been set, by name: the data set, its form, and what differs from its opening."""
        form = {name: value for name in STRUCTURE if (value := getattr(self, name))}
        opening = State.of(form)
        others = (n for n in self.param if n not in ("name", *STRUCTURE))
        return form | {n: v for n in others if (v := getattr(self, n)) != getattr(opening, n)}

    def settings(self, parts: tuple[str, ...] | None = None) -> Settings:
        """The settings of a frame with these parts."""
        path = self.path
        return Settings(
            _last(path),
            self.threshold,
            parts=parts,
            learning_rate=self.learning_rate,
            l1=self.l1,
            l2=self.l2,
            cost_fp=self.cost_fp,
            cost_fn=self.cost_fn,
            loss=self.loss,
            unit=self.unit,
            path=path,
            sample=max(self.sample - 1, 0),
            interaction=self.interaction,
        )

    def frame_of(self, parts: tuple[str, ...] | None = None) -> Frame:
        """Everything that these parts of the page show in this state."""
        return compute_frame(self.data, self.settings(parts))

    def _take(self, scene: Mapping[str, Any]) -> None:
        """Set what differs; setting a parameter takes ten times as long as reading it."""
        for name, value in scene.items():
            old = getattr(self, name)
            if value is not old and (value != old or value == 0):  # 0.0 equals -0.0
                setattr(self, name, value)


KINDS = {name: State.param[name] for name in State.param if name != "name"}
DEFAULTS = {name: kind.default for name, kind in KINDS.items()}
SETTINGS = tuple(KINDS)
"""Names of everything that can be set, in the order of the address."""


def _last(path: Floats) -> Weights:
    w0, *w = path[-1].tolist()
    return Weights(w0, w)


def _read(name: str, value: object, problems: list[str]) -> Any:
    """The value of one setting; None, and a sentence, if it cannot be taken."""
    try:
        if name not in KINDS:
            raise SceneError(f"There is no setting “{name[:40]}”.")
        return read(KINDS[name], value)
    except SceneError as problem:
        problems.append(str(problem))
        return None


def _fit(name: str, value: Any, data: Dataset, problems: list[str]) -> Any:
    """The value inside the setting's range, with a sentence if it was outside."""
    low, high = getattr(KINDS[name], "bounds", None) or (None, None)
    if name == "sample":
        high = data.n
    fitting = value if low is None else max(low, value if high is None else min(value, high))
    if fitting != value:
        problems.append(f"{name} goes from {low:g} to {high:g}; {value:g} became {fitting:g}.")
    return fitting


def _opening(form: Mapping[str, Any], dataset: str, problems: list[str]) -> dict[str, Any]:
    """Everything as a data set opens in a form, with a sentence for what does not go with it."""
    name = form.get("dataset", dataset)
    raw = catalog.dataset(name)
    moved = form.get("moved", {})
    if not all(1 <= row <= raw.n and len(x) == raw.d for row, x in moved.items()):
        problems.append(f"moved names samples 1 to {raw.n} of {name}, {raw.d} value(s) each.")
        moved = {}
    if any(abs(value) > FURTHEST for x in moved.values() for value in x):
        problems.append(f"moved goes from {-FURTHEST:g} to {FURTHEST:g}.")
        moved = {}
    product = form.get("interaction", False)
    if product and raw.d != 2:
        problems.append(f"interaction needs two features; {name} has {raw.d}.")
        product = False
    shape = form.get("standardise", False), product
    structure = dict(zip(STRUCTURE, (name, *shape, moved), strict=True))
    return DEFAULTS | opening_values(name, *shape) | structure
