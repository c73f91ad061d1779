"""A data set in a form: samples moved, the product of two features added, features standardised."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from logreg_app import catalog
from logreg_core.dataset import Dataset
from logreg_core.features import interaction, standardise

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
        data = interaction(data)
    return standardise(data)[0] if standardised else data


def formed(name: str, standardised: bool, product: bool, moved: Mapping[int, Any]) -> Dataset:
    """The same with the moved samples as a mapping."""
    return derived(name, standardised, product, tuple(sorted(moved.items())))


def every_of(data: Dataset) -> int:
    """Every how many samples one is drawn: 1 draws them all."""
    return -(-data.n // DOTS)
