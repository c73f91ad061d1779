"""What scikit-learn asks of any model: its parameters by name, and tags that say what it is."""

import inspect
import math
from operator import index
from types import SimpleNamespace
from typing import Any, Self


class Parameters:
    """The parameters of a class: the arguments of its `__init__`, kept under their names.

    Examples
    --------
    >>> class Model(Parameters):
    ...     def __init__(self, rate=0.1):
    ...         self.rate = rate
    >>> Model(0.5).get_params(), Model().set_params(rate=2)
    ({'rate': 0.5}, Model(rate=2))
    """

    _estimator_type = "classifier"  # scikit-learn before 1.6 looks here, later ones at the tags

    def get_params(self, deep: bool = True) -> dict[str, Any]:  # noqa: ARG002 - none has its own
        """The parameters by name; `deep` changes nothing, as no parameter is a model."""
        return {name: getattr(self, name) for name in inspect.signature(type(self)).parameters}

    def set_params(self, **params: Any) -> Self:
        """Set parameters by name, and return the model.

        Raises
        ------
        ValueError
            If there is no such parameter.
        """
        known = self.get_params()
        for name, value in params.items():
            if name not in known:
                raise ValueError(f"There is no parameter {name!r}; known are {', '.join(known)}.")
            setattr(self, name, value)
        return self

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.get_params().items())
        return f"{type(self).__name__}({given})"

    def __sklearn_tags__(self) -> SimpleNamespace:
        # scikit-learn reads these attributes; its own class of tags would have to be imported
        return SimpleNamespace(
            estimator_type="classifier",
            target_tags=SimpleNamespace(
                required=True,
                one_d_labels=False,
                two_d_labels=False,
                positive_only=False,
                multi_output=False,
                single_output=True,
            ),
            transformer_tags=None,
            classifier_tags=SimpleNamespace(poor_score=False, multi_class=False, multi_label=False),
            regressor_tags=None,
            array_api_support=False,
            no_validation=False,
            non_deterministic=False,
            requires_fit=True,
            _skip_test=False,
            input_tags=SimpleNamespace(
                one_d_array=True,
                two_d_array=True,
                three_d_array=False,
                sparse=False,
                categorical=False,
                string=False,
                dict=False,
                positive_only=False,
                allow_nan=False,
                pairwise=False,
            ),
        )


def number(name: str, value: Any, *, above: bool = False) -> float:
    """A parameter as a finite number at least 0, or above it.

    Raises
    ------
    ValueError
        If it is none; the message names the parameter.

    Examples
    --------
    >>> number("l2", 1)
    1.0
    """
    allowed = f"{name} must be a finite number {'above' if above else 'at least'} 0"
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise ValueError(f"{allowed}, got {value!r}.") from None
    if not 0 <= found < math.inf or (above and found == 0):
        raise ValueError(f"{allowed}, got {value!r}.")
    return found


def count(name: str, value: Any) -> int:
    """A parameter as a whole number at least 0; errors as of `number`.

    Examples
    --------
    >>> count("epochs", 10)
    10
    """
    try:
        found = index(value)
    except TypeError:
        found = -1
    if found < 0:
        raise ValueError(f"{name} must be a whole number at least 0, got {value!r}.")
    return found
