"""What the reader has set, as parameters; everything the page shows is a function of them."""

from collections.abc import Mapping
from typing import Any, Self

import param

from logreg_app import catalog
from logreg_app.forms import check_form, every_of, formed, rows_of
from logreg_app.opening import opening_values
from logreg_app.path import MOST_STEPS, Pace, path_of, shadow_of
from logreg_app.scene import check, current, read
from logreg_app.sentences import refusal
from logreg_app.settings import Check, Choice, Count, Listed, Moved, Number, Scale
from logreg_core.dataset import Dataset
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.link import Floats
from logreg_core.model import Weights
from logreg_core.walk import FURTHEST

STRUCTURE = ("dataset", "standardise", "interaction", "moved")
WEIGHTS = ("w0", "w1", "w2", "w3", "w4")
FAR = (-FURTHEST, FURTHEST)
RATE = (
    1e-30,
    1e6,
)  # a feature may be as large as 1e12, and the stable limit then as small as 1e-24
SHARE = Scale("range", 0.0, 1.0, step=0.01)
PENALTY = Scale("log", 0.001, 10.0, zero=True)
COST = Scale("range", 0.0, 100.0, step=1.0)


class State(param.Parameterized):
    """The scene: a data set and everything that can be set about it, one row for each setting.

    The weights w0, w1, ... are those that training starts from; `weights` are those in force, where
    `steps` steps of gradient descent lead. The training path is a function of the scene: another
    learning rate is another path from the same start. The sliders of the weights and of the
    learning rate depend on the data set; `controls` makes them.
    """

    dataset = Listed(
        catalog.DEFAULT_DATASET, names=catalog.datasets, knows=catalog.knows, label="Data set"
    )
    w0 = Number(0.0, bounds=FAR, label="Intercept w₀", group="Model")
    w1 = Number(0.0, bounds=FAR, label="Coefficient w₁", group="Model")
    w2 = Number(0.0, bounds=FAR, label="Coefficient w₂", group="Model")
    w3 = Number(0.0, bounds=FAR, label="Coefficient w₃", group="Model")
    w4 = Number(0.0, bounds=FAR, label="Coefficient w₄", group="Model")
    threshold = Number(
        0.5, bounds=(0.0, 1.0), label="Decision threshold t", group="Model", scale=SHARE
    )
    moved = Moved({}, bounds=FAR, label="Moved samples", group="Chosen sample")
    sample = Count(0, bounds=(0, None), label="Chosen sample")
    learning_rate = Number(1.0, bounds=RATE, label="Learning rate η", group="Training")
    steps = Count(0, bounds=(0, MOST_STEPS), label="Steps taken", group="Training")
    standardise = Check(False, label="Standardise x", group="Training")
    interaction = Check(False, label="Add x₁ × x₂ as a feature", group="Training")
    l1 = Number(0.0, bounds=(0.0, 1e3), label="L1 strength λ₁", group="Training", scale=PENALTY)
    l2 = Number(0.0, bounds=(0.0, 1e3), label="L2 strength λ₂", group="Training", scale=PENALTY)
    cost_fp = Number(
        1.0,
        bounds=(0.0, 1e6),
        label="Cost of a false positive",
        group="Costs",
        scale=COST,
        kept=True,
    )
    cost_fn = Number(
        1.0,
        bounds=(0.0, 1e6),
        label="Cost of a false negative",
        group="Costs",
        scale=COST,
        kept=True,
    )
    unit = Choice(
        "nats", objects=["nats", "bits"], label="Unit of the loss", group="Loss", kept=True
    )
    loss_function = Choice(
        "cross-entropy",
        objects=["cross-entropy", "squared"],
        label="Loss",
        group="Loss",
        kept=True,
    )

    def __init__(self, dataset: str = catalog.DEFAULT_DATASET) -> None:
        super().__init__()
        self.open({"dataset": dataset})

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """The state of a scene; values and errors as of `open`."""
        state = cls()
        state.open(values)
        return state

    def open(self, values: Mapping[str, object]) -> None:
        """Open a scene, given as text or as values, in place of this one.

        What the scene does not name is as its data set opens.

        Raises
        ------
        SceneError
            If there is no such setting, or a value does not fit it or the data set; then this
            scene stays as it is.
        """
        for name, value in whole_scene(values).items():
            old = getattr(self, name)
            # setting takes ten times as long as reading; a zero may have another sign
            if value is not old and (value != old or value == 0):
                setattr(self, name, value)

    @property
    def data(self) -> Dataset:
        """The data set in use, with moved samples, standardised, with the product, as set."""
        return formed(self.dataset, self.standardise, self.interaction, self.moved)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the weights that the data set needs."""
        return WEIGHTS[: self.data.d + 1]

    @property
    def every(self) -> int:
        """Every how many samples one is drawn: 1 draws them all."""
        return every_of(self.data)

    @property
    def rows(self) -> list[int]:
        """The samples, counted from 0, that are drawn and have a row of the table."""
        return rows_of(self.data, self.sample)

    @property
    def start(self) -> Weights:
        """The weights that training starts from."""
        w0, *w = (getattr(self, name) for name in self.names)
        return Weights(w0, w)

    @property
    def path(self) -> Floats:
        """The weights at each step of training, one row (w0, w1, ...) each, the start first."""
        return path_of(self.data, self.start, self.steps, self._pace)

    @property
    def _pace(self) -> Pace:
        return Pace(self.learning_rate, self.l1, self.l2, self.loss_function)

    @property
    def weights(self) -> Weights:
        """The weights in force."""
        return _last(self.path)

    @property
    def scene(self) -> dict[str, object]:
        """What has been set, by name: the data set, its form, and what differs from its opening."""
        form = {name: value for name in STRUCTURE if (value := getattr(self, name))}
        usual = whole_scene(form)
        others = (name for name in SETTINGS if name not in STRUCTURE)
        return form | {n: v for n in others if (v := getattr(self, n)) != usual[n]}

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
            loss=self.loss_function,
            unit=self.unit,
            path=path,
            shadow=shadow_of(self.data, self.start, self.steps, self._pace),
            sample=max(self.sample - 1, 0),
            interaction=self.interaction,
        )

    def frame_of(self, parts: tuple[str, ...] | None = None) -> Frame:
        """Everything that these parts of the page show in this state."""
        return compute_frame(self.data, self.settings(parts))


KINDS = {name: State.param[name] for name in State.param if name != "name"}
DEFAULTS = {name: kind.default for name, kind in KINDS.items()}
SETTINGS = tuple(KINDS)
"""Names of everything that can be set, in the order of the address."""


def whole_scene(values: Mapping[str, object]) -> dict[str, Any]:
    """The value of every setting where these are set; the others are as the data set opens.

    Raises
    ------
    SceneError
        As of `State.open`.
    """
    named = {current(name): value for name, value in values.items()}
    given = {name: read(_kind(name), value) for name, value in named.items()}
    form = {name: given.pop(name, DEFAULTS[name]) for name in STRUCTURE}
    data = catalog.dataset(form["dataset"])
    check_form(data, form["interaction"], form["moved"])
    weights = WEIGHTS[: 1 + data.d + form["interaction"]]
    for name, value in (form | given).items():
        if name in WEIGHTS and name not in weights:
            raise refusal("weight", name=name, dataset=data.name)
        check(KINDS[name], value, high=data.n)
    usual = opening_values(form["dataset"], form["standardise"], form["interaction"])
    scene = DEFAULTS | usual | form | given
    if scene["cost_fp"] == scene["cost_fn"] == 0:
        raise refusal("costs")
    return scene


def _kind(name: str) -> param.Parameter:
    if name not in KINDS:
        raise refusal("unknown", name=name)
    return KINDS[name]


def _last(path: Floats) -> Weights:
    w0, *w = path[-1].tolist()
    return Weights(w0, w)
