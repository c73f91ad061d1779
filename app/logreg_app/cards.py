"""The cards: parts of the page beside the plots that a lesson can show, hide or leave out."""

from typing import NamedTuple


class Card(NamedTuple):
    """A card's title, names of the formulas that its numbers open to, and the tables it needs."""

    title: str
    formulas: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


CARDS = {
    "by-hand": Card("By hand"),
    "counts": Card("Confusion counts", ("counts", "accuracy", "rates"), ("decision_now",)),
    "table": Card("Trace table", ("sample", "mean-loss", "gradient")),
}
