"""The page as a Panel component: its parameters are the scene, set by a hand or from Python."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Self

import param
from panel.viewable import Viewable, Viewer

from logreg_app import catalog
from logreg_app.component import fitted, rows
from logreg_app.component.options import view_of
from logreg_app.component.pane import Pane, packed
from logreg_app.component.tables import Tables
from logreg_app.component.turns import RESHAPING, Texts, Turns
from logreg_app.scene import write
from logreg_app.state import KINDS, SETTINGS, WEIGHTS, State, whole_scene
from logreg_core.dataset import Dataset


class Explorable(State, Viewer):
    """The interactive page in a notebook, a Panel app or a layout; its parameters are the scene.

    Set a parameter, and the page moves; drag on the page, and the parameters follow. `weights` are
    the weights in force, `data` is the data set in its form, `frame` has all the numbers, and
    `scene` is what differs from the way the data set opens.

    Parameters
    ----------
    dataset : str, Dataset, array or data frame
        The name of a data set that comes with the package, data as the core reads them, features
        of shape (n,) or (n, d), or a pandas or polars data frame.
    y : array of shape (n,), or str
        Labels, two different values: words, or the numbers 0 and 1, -1 and 1, or 1 and 2. With a
        data frame the name of their column will do.
    x : str or sequence of str, optional
        The columns of a data frame that are features; every other numeric column, if not given.
    features : sequence of str, optional
        What the features in an array are called.
    positive : value of y, optional
        The label that counts as 1; else the larger one, or the affirmative of two words.
    title : str
        What your data are called.
    lesson : str, optional
        Number of a lesson, such as "03", to show with its text; the free lab without one.
    figures : str or sequence of str, optional
        Names of the figures and cards to show; the lesson's, or the lab's, if not given.
    hide, lock : sequence of str
        Names of parts and controls that are out of sight, or in sight and fixed.
    height : int, optional
        Height in pixels; the page is as high as what is in it, if not given.
    theme : "auto", "light" or "dark"
        The colours; "auto" is dark where it stands on a dark ground.
    **scene
        Settings to open with, such as w0, w1, threshold or steps.

    Raises
    ------
    SceneError, UnknownDatasetError, UnknownLessonError
        If a setting does not fit, or there is no data set or lesson of that name.
    DatasetError
        If the data cannot be used; the message says what was wrong and how to mend it.

    Examples
    --------
    >>> lab = Explorable([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0], w0=8, w1=-0.1)
    >>> lab.threshold = 0.25
    >>> round(lab.frame.summary["mean_loss"], 3), lab.weights.w
    (0.211, (-0.1,))
    """

    _is_open = False  # while it opens, parameters are set as they come

    def __init__(  # noqa: PLR0913 - one argument for each thing that a page can be asked for
        self,
        dataset: Any = None,
        y: Any = None,
        *,
        x: str | Sequence[str] | None = None,
        features: Sequence[str] = (),
        positive: Any = None,
        title: str = "",
        lesson: str | None = None,
        figures: str | Sequence[str] | None = None,
        hide: Sequence[str] = (),
        lock: Sequence[str] = (),
        height: int | None = None,
        theme: str = "auto",
        **scene: Any,
    ) -> None:
        is_named = y is None and (dataset is None or isinstance(dataset, str))
        options = {"columns": x, "features": features, "positive": positive}
        # The component keeps its data, and the catalog knows them for as long.
        self._own = None if is_named else _held(rows.dataset_of(dataset, y, **options), title)
        name = self._own.name if self._own else dataset
        self._view = view_of(lesson, figures, hide, lock, theme)
        super().__init__()
        chosen = self._view.lesson
        opening = chosen.stage(1).scene if chosen and not name else {}
        self.open({**opening, **({"dataset": name} if name else {}), **scene})
        self._connect(height)

    @classmethod
    def of(cls, model: Any, X: Any, y: Any, **options: Any) -> Self:  # type: ignore[override]  # noqa: N803
        """A fitted scikit-learn `LogisticRegression` on its data, with its weights and penalty.

        Parameters
        ----------
        model : LogisticRegression
            Fitted, with at most four features and two classes.
        X, y : arrays or data frames of shape (n, d) and (n,)
        **options
            As of `Explorable`.

        Raises
        ------
        ModelError
            If the page cannot show the model; the message says why.
        DatasetError
            If the data cannot be used; the message says what was wrong and how to mend it.
        """
        fitted.check(model)
        labels, positive = rows.labels_of(model.classes_, y)
        opening = {"positive": positive, **fitted.scene_of(model, len(labels))}
        return cls(X, labels, **{**opening, **options})

    def __panel__(self) -> Viewable:
        return self._pane

    def __setattr__(self, name: str, value: Any) -> None:
        fitting = self._fitting(name, value) if self._is_open and name in KINDS else value
        super().__setattr__(name, fitting)

    def _fitting(self, name: str, value: Any) -> Any:
        """The value of a setting as it is kept; SceneError if it does not fit beside the others."""
        others = self._values()
        if value == others.get(name) or name not in ("dataset", "interaction"):
            return whole_scene({**others, name: value})[name]
        # Another data set opens as it does on the page; a product that goes takes its weight along.
        kept = {n: v for n, v in others.items() if KINDS[n].kept}
        others.pop("w3", None)
        self.open({**(kept if name == "dataset" else others), name: value})
        return getattr(self, name)

    def open(self, values: Mapping[str, object]) -> None:
        """Open a scene in place of this one; as of `State`, but watchers hear of all at once."""
        with param.parameterized.batch_call_watchers(self), self._opening():
            super().open(values)

    @contextmanager
    def _opening(self) -> Iterator[None]:
        before, self._is_open = self._is_open, False
        try:
            yield
        finally:
            self._is_open = before

    @property
    def frame(self) -> Tables:
        """The tables of `logreg_core.compute_frame` for the present scene."""
        return Tables(self.data, self.settings())

    # ---- between Python and the page -------------------------------------------------------------
    def _connect(self, height: int | None) -> None:
        """Put the page into a frame; from now on each side hears of the other."""
        self._is_open = True
        self._turns = Turns(self._texts())
        self._pane = Pane(fixed=height or 0, sizing_mode="stretch_width")
        self._load()
        self._pane.param.watch(self._hear, "said")
        self.param.watch(self._tell, list(SETTINGS))

    def _load(self) -> None:
        """Put the page of the present scene into the frame."""
        self._carried = self._view.carried(self)
        self._pane.param.update(page=packed(self, self._view), told=self._turns.message())

    def _tell(self, *_events: Any) -> None:
        message = self._turns.tell(self._texts())
        if self.dataset not in self._carried:
            self._load()
        elif message:
            self._pane.told = message

    def _hear(self, event: Any) -> None:
        try:
            news = self._turns.hear(event.new)
            if news.get("dataset", self.dataset) not in self._carried:
                return  # A page shows only data that it carries, so this is not from its script.
            self.open(news if RESHAPING & news.keys() else {**self._values(), **news})
        except (ValueError, LookupError):
            return  # The page asks for scenes that fit; this is not from its script.

    def _values(self) -> dict[str, Any]:
        """Every setting that the data set has."""
        beyond = WEIGHTS[len(self.names) :]
        return {name: getattr(self, name) for name in SETTINGS if name not in beyond}

    def _texts(self) -> Texts:
        return {name: write(value) for name, value in self._values().items()}


def _held(data: Dataset, title: str) -> Dataset:
    return catalog.hold(replace(data, title=title or data.title))
