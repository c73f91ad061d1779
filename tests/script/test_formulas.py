"""Every name that the page opens has a formula in assets/script/words, and none is left over."""

import re

import pytest
from node import running

from logreg_app.cards import CARDS
from logreg_app.document import html
from logreg_app.figures import figures
from logreg_app.state import State
from logreg_app.view import View


@pytest.fixture(scope="module")
def opened() -> set[str]:
    """Names that the buttons of a page with every figure and card open."""
    page = html(State(), View(figures=(*figures(), *CARDS)), bokeh="")
    return set(" ".join(re.findall('data-explains="([^"]*)"', page)).split())


@pytest.fixture(scope="module")
def known() -> set[str]:
    with running() as node:
        return set(node.ask("Object.keys(OPENED)"))


def test_every_button_opens_a_formula(opened: set[str], known: set[str]) -> None:
    assert opened - known == set()


def test_every_formula_has_a_button(opened: set[str], known: set[str]) -> None:
    assert known - opened == set()
