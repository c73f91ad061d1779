"""Logistic regression as a model with `fit` and `predict`, as scikit-learn has them.

It takes the very steps that the page shows. scikit-learn is not needed, but its pipelines and
searches take the model, since it has the methods and attributes that they ask for.
"""

import warnings
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.arrays import labels_of, rows_of, two_classes
from logreg_core.dataset import Dataset
from logreg_core.decide import predict
from logreg_core.descent import History, gradient
from logreg_core.features import Scale, standardise
from logreg_core.lasso import penalised_loss
from logreg_core.link import Floats, sigmoid
from logreg_core.model import Weights, logits_that_hold
from logreg_core.parameters import Parameters, count, number
from logreg_core.verdict import verdict
from logreg_core.walk import FURTHEST, walk

_FAR = 1e150  # standard deviations: a logit of so much is finite, and p is 0 or 1 long before


class TrainingWarning(UserWarning):
    """Training whose last weights do not mean what they should; the message says why."""


class NotFittedError(ValueError, AttributeError):
    """A model that is asked before `fit` was called."""


class LogisticRegression(Parameters):
    """Logistic regression of two classes, trained by gradient descent on all samples at once.

    Parameters
    ----------
    learning_rate : float, above 0
        What the gradient of the mean loss is multiplied by in a step.
    epochs : int, at least 0
        Number of steps; every step uses all samples. They begin at weights of zero.
    l2 : float, at least 0
        Strength of the penalty l2 / 2 times the sum of the squared coefficients, added to the mean
        loss. The intercept is not penalised.
    standardise : bool
        Whether to train on features in standard deviations from their mean. The mean and deviation
        of the training samples are then used for all others too.

    Attributes
    ----------
    classes_ : array, shape (2,)
        Both labels in their order; the second one is the positive class, y = 1.
    coef_ : float64 array, shape (1, d)
    intercept_ : float64 array, shape (1,)
        Weights on X as it was given, whether standardised or not.
    n_features_in_ : int
    weights_ : Weights
        Weights on the features as they were trained on, standardised or not.
    history_ : History
        The weights, as they were trained, and the mean loss without penalty at every step; the
        starting point comes first.
    verdict_ : str
        Whether the steps have settled, whether best weights exist, and what to change, in one or
        two sentences.

    Warns
    -----
    TrainingWarning
        From `fit`, if the steps went astray or no best weights exist; it says what `verdict_` says.

    Examples
    --------
    >>> income, default = [25, 32, 45, 75, 95, 110], ["yes", "yes", "no", "yes", "no", "no"]
    >>> model = LogisticRegression(learning_rate=1.0, epochs=100, standardise=True)
    >>> model.fit(income, default).predict([30, 100]).tolist()
    ['yes', 'no']
    >>> model.predict_proba([30, 100]).round(3).tolist()
    [[0.167, 0.833], [0.862, 0.138]]
    >>> model.history_.mean_loss[[0, -1]].round(6).tolist(), model.verdict_
    ([0.693147, 0.480842], 'The steps have settled at the best weights.')
    """

    classes_: NDArray[Any]
    n_features_in_: int
    weights_: Weights
    history_: History
    verdict_: str

    def __init__(
        self,
        learning_rate: float = 0.1,
        epochs: int = 1000,
        l2: float = 0.0,
        standardise: bool = False,
    ) -> None:
        self.learning_rate = learning_rate
        self.epochs = epochs
        self.l2 = l2
        self.standardise = standardise

    def fit(self, X: ArrayLike, y: ArrayLike) -> Self:  # noqa: N803 - the field's name
        """Train from weights of zero.

        Parameters
        ----------
        X : array_like, shape (n, d), or (n,) for one feature
        y : array_like, shape (n,)
            Labels of two classes, of any kind.

        Returns
        -------
        LogisticRegression : this model

        Raises
        ------
        ValueError
            If a parameter, X or y cannot be used; the sentence says how to mend it.
        """
        rate = number("learning_rate", self.learning_rate, above=True)
        l2, epochs = number("l2", self.l2), count("epochs", self.epochs)
        x = rows_of(X)
        labels = labels_of(y, len(x))
        self.classes_, self.n_features_in_ = two_classes(labels), x.shape[1]
        raw = Dataset(x, labels == self.classes_[1])
        data, self._scale = standardise(raw) if self.standardise else (raw, _unscaled(raw.d))
        start = Weights(0.0, [0.0] * data.d)
        points = walk(data, start, rate, epochs, l2=l2, furthest=FURTHEST)
        self.history_ = History(points, penalised_loss(data, points, 0.0, 0.0))
        self.weights_ = self.history_.last
        self.verdict_, useful = verdict(data, self.history_, rate, l2=l2, steps=epochs)
        if not useful:
            warnings.warn(self.verdict_, TrainingWarning, stacklevel=2)
        return self

    @property
    def coef_(self) -> Floats:
        """Coefficients on X as it was given, shape (1, d)."""
        return np.array([self._raw().w])

    @property
    def intercept_(self) -> Floats:
        """Intercept on X as it was given, shape (1,)."""
        return np.array([self._raw().w0])

    def decision_function(self, X: ArrayLike) -> Floats:  # noqa: N803
        """Logit of each row: how far the model leans towards `classes_[1]`.

        Parameters
        ----------
        X : array_like, shape (n, d), or (n,) for one feature

        Returns
        -------
        float64 array, shape (n,), in natural log

        Raises
        ------
        ValueError
            If the model is not fitted, or X cannot be used.
        """
        return logits_that_hold(self._scaled(X), self.weights_)

    def predict_proba(self, X: ArrayLike) -> Floats:  # noqa: N803
        """Probability of both classes for each row, shape (n, 2); X and errors as above."""
        z = self.decision_function(X)
        return np.column_stack([sigmoid(-z), sigmoid(z)])

    def predict(self, X: ArrayLike, threshold: float = 0.5) -> NDArray[Any]:  # noqa: N803
        """Label of each row: `classes_[1]` where its probability is at least the threshold.

        Parameters
        ----------
        X : array_like, shape (n, d), or (n,) for one feature
        threshold : float in [0, 1]

        Returns
        -------
        array, shape (n,), of labels as `fit` was given them
        """
        labels = predict(self.decision_function(X), threshold)
        return np.asarray(self.classes_[labels])

    def score(self, X: ArrayLike, y: ArrayLike) -> float:  # noqa: N803
        """Share of rows whose label is predicted."""
        labels = self.predict(X)
        return float(np.mean(labels == labels_of(y, len(labels))))

    def loss_and_grad(
        self,
        X: ArrayLike,  # noqa: N803
        y: ArrayLike,
        weights: ArrayLike | None = None,
    ) -> tuple[float, Floats]:
        """What the steps go down, and its gradient: the mean loss with the penalty.

        Parameters
        ----------
        X : array_like, shape (n, d), or (n,) for one feature
        y : array_like, shape (n,)
            Labels of `classes_`; one of them alone will do.
        weights : array_like, shape (1 + d,), optional
            Where to look: (w0, w1, ...) as in `history_`; the last ones if not given.

        Returns
        -------
        float, in nats per sample
        float64 array, shape (1 + d,), in nats per unit of weight

        Raises
        ------
        ValueError
            If the model is not fitted, or an argument cannot be used.

        Examples
        --------
        >>> model = LogisticRegression(epochs=0).fit([25, 32, 45, 75], [1, 0, 1, 0])
        >>> loss, slope = model.loss_and_grad([25, 32, 45, 75], [1, 0, 1, 0])
        >>> round(loss, 6), slope.tolist()
        (0.693147, [0.0, 4.625])
        """
        x = self._scaled(X)
        labels = labels_of(y, len(x))
        strange = labels[~np.isin(labels, self.classes_)]
        if len(strange):
            known = " and ".join(map(str, self.classes_))
            raise ValueError(f"y has the label {strange[0]}, but the model knows {known} only.")
        data = Dataset(x, labels == self.classes_[1])
        at = self.weights_ if weights is None else _weights(weights, data.d)
        point, l2 = np.array([(at.w0, *at.w)]), number("l2", self.l2)
        return float(penalised_loss(data, point, 0.0, l2)[0]), gradient(data, at, l2=l2)

    def _scaled(self, X: ArrayLike) -> Floats:  # noqa: N803
        """Rows of features as the weights were trained on them."""
        self._check_fitted()
        x = rows_of(X, self.n_features_in_)
        with np.errstate(over="ignore", under="ignore"):
            return np.clip((x - self._scale.mean) / self._scale.sd, -_FAR, _FAR)

    def _raw(self) -> Weights:
        self._check_fitted()
        return self._scale.to_raw(self.weights_)

    def _check_fitted(self) -> None:
        if "weights_" not in vars(self):
            raise NotFittedError("The model is not fitted yet; call fit(X, y) first.")


def _unscaled(d: int) -> Scale:
    return Scale((0.0,) * d, (1.0,) * d)


def _weights(given: ArrayLike, d: int) -> Weights:
    row = np.asarray(given, dtype=np.float64)
    if row.shape != (1 + d,):
        raise ValueError(f"weights has shape {row.shape}; it must have shape ({1 + d},).")
    return Weights(float(row[0]), row[1:].tolist())
