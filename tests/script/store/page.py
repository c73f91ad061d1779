"""Prints what comes with a page, for the tests of the store in JavaScript."""

import sys

from logreg_app.document import plots_of, variables
from logreg_app.state import State
from logreg_app.view import View

FIGURES = ("sigmoid", "loss", "plane", "gradient", "surface")
BESIDE = ("two-clouds", "overlap", "rare")

if __name__ == "__main__":
    view = View(figures=FIGURES, datasets=BESIDE)
    values = variables(State("loans"), view, bokeh="", server=True)
    sys.stdout.write(f'{values["page"][:-1]},"plots":{plots_of(values["drawn"])}}}')
