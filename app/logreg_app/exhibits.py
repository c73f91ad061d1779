"""What a page can show, figures and cards: the catalogue, and the rule which fits which data."""

from dataclasses import asdict, dataclass
from functools import cache
from types import ModuleType
from typing import Any

from logreg_app.cards import CARDS
from logreg_app.figures import figures
from logreg_core.dataset import Dataset
from logreg_core.frame import shows

SOME = (1, 2, 3)  # numbers of features; a table that shows three shows any number


@dataclass(frozen=True)
class Exhibit:
    """A figure or a card.

    Attributes
    ----------
    name, title : str
    alt : str
        What a figure shows, in words; a card has none.
    features : tuple of int, or None
        Numbers of features that it can show, a product of two not counted; None for any.
    most : int or None
        Samples that it can show at most; None for any number.
    of_sample : bool
        Whether it shows the chosen sample alone, and nothing where none is chosen.
    judged : bool
        Whether its marks are hollow where a sample is predicted wrongly.
    controls, tables, formulas : tuple of str
        Settings that make sense beside it, tables of the frame that it reads, and what its numbers
        open to.
    """

    name: str
    title: str
    alt: str = ""
    features: tuple[int, ...] | None = None
    most: int | None = None
    of_sample: bool = False
    judged: bool = True
    controls: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()

    def fits(self, data: Dataset) -> bool:
        """Whether it can show a data set, which comes as it is in the catalog."""
        of_features = self.features is None or data.d in self.features
        return of_features and (self.most is None or data.n <= self.most)

    def row(self) -> dict[str, Any]:
        """What the page's script is told; the words of a figure stand beside its plot."""
        return {field: value for field, value in asdict(self).items() if field != "alt"}


@cache
def exhibits() -> dict[str, Exhibit]:
    """Everything that a page can show by name, in the order of the page."""
    cards = {
        n: Exhibit(n, card.title, formulas=card.formulas, tables=card.tables)
        for n, card in CARDS.items()
    }
    return {name: _of(name, module) for name, module in figures().items()} | cards


def _of(name: str, figure: ModuleType) -> Exhibit:
    able = tuple(d for d in SOME if all(shows(table, d) for table in figure.PARTS))
    return Exhibit(
        name=name,
        title=figure.TITLE,
        alt=figure.ALT,
        features=getattr(figure, "FEATURES", None if able == SOME else able),
        most=getattr(figure, "MOST_SAMPLES", None),
        of_sample=getattr(figure, "OF_SAMPLE", False),
        judged=getattr(figure, "JUDGED", True),
        controls=getattr(figure, "CONTROLS", ()),
        tables=figure.PARTS,
        formulas=getattr(figure, "FORMULAS", ()),
    )
