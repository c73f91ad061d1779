"""The kinds of settings: parameters that also know where their control stands and how it moves."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, NamedTuple

import param

_SLOTS = ("group", "kept", "scale")  # a parameter keeps its attributes in slots


class Scale(NamedTuple):
    """The slider of a number.

    Attributes
    ----------
    kind : "range" or "log"
    low, high : float
    step : float
        On a range; a logarithmic scale has none.
    zero : bool
        Whether 0 comes below the low end of a logarithmic scale.
    """

    kind: str
    low: float
    high: float
    step: float = 0.0
    zero: bool = False


class _Setting:
    """What a setting has beside what a parameter has.

    Parameters
    ----------
    default : value of the kind
    group : str
        Heading under which its control stands; what has none is set elsewhere on the page.
    scale : Scale, optional
        The slider of a number, where it is the same for every data set.
    kept : bool
        Whether it stays as it is when another data set opens.
    **rest
        What a parameter takes, with its label: a word, and a symbol if it has one.
    """

    __slots__ = ()
    kind: ClassVar[str]

    def __init__(
        self,
        default: Any,
        *,
        group: str = "",
        scale: Scale | None = None,
        kept: bool = False,
        **rest: Any,
    ) -> None:
        super().__init__(default=default, **rest)  # type: ignore[call-arg]  # the parameter's
        for name, value in zip(_SLOTS, (group, kept, scale), strict=True):
            setattr(self, name, value)


class Check(_Setting, param.Boolean):
    """Yes or no."""

    __slots__ = _SLOTS
    kind = "check"


class Choice(_Setting, param.Selector):
    """One of some words, its objects."""

    __slots__ = _SLOTS
    kind = "choice"

    def knows(self, word: str) -> bool:
        """Whether it is one of them."""
        return word in self.objects


class Listed(_Setting, param.Parameter):
    """One of some names, to which more may be added while the program runs.

    Parameters
    ----------
    names : function
        The names that everybody may choose from.
    knows : function of a name
        Whether there is something of the name; not all of them need to be listed.
    """

    __slots__ = (*_SLOTS, "knows", "names")
    kind = "choice"

    def __init__(
        self,
        default: Any,
        *,
        names: Callable[[], Iterable[str]],
        knows: Callable[[str], bool],
        **rest: Any,
    ) -> None:
        self.names, self.knows = names, knows
        super().__init__(default, **rest)

    @property
    def objects(self) -> list[str]:
        """The names that there are now."""
        return list(self.names())

    def _validate(self, val: Any) -> None:
        super()._validate(val)
        if not self.knows(val):
            raise ValueError(f"{self.name} is one of {', '.join(self.names())}, got {val!r}.")


class Number(_Setting, param.Number):
    """A number within bounds."""

    __slots__ = _SLOTS
    kind = "number"


class Count(_Setting, param.Integer):
    """A whole number within bounds; an open end is the number of samples."""

    __slots__ = _SLOTS
    kind = "count"


class Moved(_Setting, param.Dict):
    """Samples with other features than their own: number of the sample to features in bounds."""

    __slots__ = (*_SLOTS, "bounds")
    kind = "moved"

    def __init__(self, default: Any, *, bounds: tuple[float, float], **rest: Any) -> None:
        super().__init__(default, **rest)
        self.bounds = bounds
