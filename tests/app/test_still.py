"""The still picture that has a figure's place until BokehJS has drawn it."""

import re

import pytest

from logreg_app.state import State
from logreg_app.still import still


@pytest.mark.parametrize("dataset", ["loans", "challenger", "rare"])
def test_it_has_the_dots_that_the_plot_draws(dataset: str):
    state = State(dataset)
    picture = still("boundary", state) or still("sigmoid", state)
    assert len(re.findall(r"M[\d. -]+h0", picture)) % len(state.rows) == 0
    assert 0 < picture.count("h0") <= 2 * len(state.rows)


def test_a_scene_of_two_features_has_none():
    assert still("sigmoid", State("two-clouds")) == ""
