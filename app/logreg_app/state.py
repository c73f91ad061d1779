"""What the reader has set, as parameters; everything the page shows is a function of them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from math import floor, log10
from typing import Any, Self

import numpy as np
import param

from logreg_app import catalog
from logreg_app.scene import SceneError, read, write
from logreg_core.dataset import Dataset
from logreg_core.descent import step
from logreg_core.features import interaction, standardise
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.hessian import learning_rate_limit
from logreg_core.model import Weights

DOTS = 250  # samples that are drawn at most; every number still counts all of them
FURTHEST = 1e9  # a weight may lie beyond its slider, where training leads, but not beyond this
MOST_STEPS = 10_000
MOST_WORK = 5e6  # losses along a path: a large data set takes fewer steps
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
        data = _formed(*(opening[name] for name in STRUCTURE))
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
        return _formed(self.dataset, *self.shape, self.moved)

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
    def path(self) -> tuple[Weights, ...]:
        """The weights at each step of training, the start first; it ends where a weight overflows.

        A large data set takes fewer steps than asked for.
        """
        data = self.data
        steps = min(self.steps, int(MOST_WORK / data.n))
        return _path(data, self.start, steps, (self.learning_rate, self.l1, self.l2))

    @property
    def weights(self) -> Weights:
        """The weights in force."""
        return self.path[-1]

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
            path[-1],
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


def _formed(name: str, standardised: bool, product: bool, moved: Mapping[int, Any]) -> Dataset:
    return derived(name, standardised, product, tuple(sorted(moved.items())))


@lru_cache(maxsize=64)
def derived(
    name: str, standardised: bool = False, product: bool = False, moved: tuple[Any, ...] = ()
) -> Dataset:
    """A data set of the catalog in another form; `moved` has items (sample from 1, features)."""
    data = catalog.dataset(name)
    if moved:
        x = data.x.copy()
        for row, values in moved:
            x[row - 1] = values
        data = replace(data, x=x)
    if product:
        data = interaction(data)
    return standardise(data)[0] if standardised else data


@lru_cache(maxsize=64)
def opening_values(name: str, standardised: bool = False, product: bool = False) -> dict[str, Any]:
    """What a data set opens with: its weights, a stable learning rate, its costliest sample."""
    data = derived(name, standardised, product)
    weights = Weights(data.opening[0], data.opening[1:])
    loss = compute_frame(data, Settings(weights, parts=("samples",))).samples["loss"]
    every = every_of(data)
    return {
        # to the digits that an address holds, so that it gives the same scene
        **{n: float(write(w)) for n, w in zip(WEIGHTS, data.opening, strict=False)},
        "learning_rate": round_down(learning_rate_limit(data) / 2),
        "sample": 1 + int(np.argmax(loss[::every])) * every,
    }


def every_of(data: Dataset) -> int:
    """Every how many samples one is drawn."""
    return -(-data.n // DOTS)


def round_down(value: float) -> float:
    """The largest of 1, 2, 5 and powers of ten times them that is not above a value.

    Examples
    --------
    >>> round_down(0.00079), round_down(4.0)
    (0.0005, 2.0)
    """
    power = floor(log10(value))
    lead = next(m for m in (5, 2, 1) if m * 10.0**power <= value * (1 + 1e-12))
    # through decimal text, so that the value is the nearest double and not a product
    return float(f"{lead}e{power}")


@lru_cache(maxsize=16)
def _path(
    data: Dataset, start: Weights, steps: int, rates: tuple[float, float, float]
) -> tuple[Weights, ...]:
    (rate, l1, l2), path = rates, [start]
    for _ in range(steps):
        after = step(data, path[-1], rate, l1=l1, l2=l2)
        if max(abs(after.w0), *map(abs, after.w)) > FURTHEST:
            break
        path.append(after)
    return tuple(path)
