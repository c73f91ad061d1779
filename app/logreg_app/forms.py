"""A data set in a form: samples moved, the product of two features added, features standardised."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from logreg_app import catalog
from logreg_app.sentences import refusal
from logreg_core import features
from logreg_core.dataset import Dataset

DOTS = 250  # samples that are drawn at most; every number still counts all of them


@lru_cache(maxsize=64)
def derived(
    name: str, standardised: bool = False, product: bool = False, moved: tuple[Any, ...] = ()
) -> Dataset:
    """A data set of the catalog in another form.

    Parameters
    ----------
    name : str
    standardised : bool
        Whether every feature is measured in standard deviations from its mean.
    product : bool
        Whether the product of both features is a third one.
    moved : tuple of (int, tuple of float)
        Samples, counted from 1, with the features that they have instead of their own.

    Returns
    -------
    Dataset
        Samples are moved first, then the product is made, and at last all is standardised.
    """
    data = catalog.dataset(name)
    if moved:
        x = data.x.copy()
        for row, values in moved:
            x[row - 1] = values
        data = replace(data, x=x)
    if product:
        data = features.interaction(data)
    return features.standardise(data)[0] if standardised else data


def formed(dataset: str, standardise: bool, interaction: bool, moved: Mapping[int, Any]) -> Dataset:
    """The data set in the form that the settings of a scene describe."""
    return derived(dataset, standardise, interaction, tuple(sorted(moved.items())))


def check_form(data: Dataset, interaction: bool, moved: Mapping[int, Any]) -> None:
    """Refuse a form that the data set cannot take.

    Raises
    ------
    SceneError
        If a moved sample is not there or has other features, or there are not two features to
        multiply.
    """
    if not all(1 <= row <= data.n and len(x) == data.d for row, x in moved.items()):
        raise refusal("rows", name="moved", n=data.n, d=data.d, dataset=data.name)
    if interaction and data.d != 2:
        raise refusal("interaction", name="interaction", d=data.d, dataset=data.name)


def rows_of(data: Dataset, sample: int) -> list[int]:
    """Samples that are drawn, counted from 0: of every so many one, and the chosen one at the end.

    Parameters
    ----------
    data : Dataset
    sample : int
        The chosen sample, counted from 1; 0 for none.
    """
    every = every_of(data)
    others = [sample - 1] if sample and (sample - 1) % every else []
    return [*range(0, data.n, every), *others]


def every_of(data: Dataset) -> int:
    """Every how many samples one is drawn: 1 draws them all."""
    return -(-data.n // DOTS)
