"""The downloaded trace table: the core reads its features and label again, to the last digit."""

from collections.abc import Iterator

import numpy as np
import pytest
from node import Node, running

from logreg_app import catalog, controls
from logreg_app.forms import DOTS
from logreg_app.schema import schema
from logreg_app.state import State
from logreg_core.frame import compute_frame
from logreg_core.parse import parse_csv

MADE = """(() => {
  const page = { limits: { dots: a[2], work: 1e9 }, schema: a[1], blocks: a[0] };
  const scene = { ...opening(a[0][0]), ...a[3] };
  return traceCsv({ block: a[0][0], scene, ...make(page, a[0][0], scene, []) });
})()"""
NAMES = ("loans", "rare", "two-clouds", "churn")


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        yield node


def made(node: Node, name: str, **scene: object) -> str:
    """The CSV text of a scene."""
    block = {**controls.block(name), **scene.pop("block", {})}
    return node.ask(MADE, [block], schema(), DOTS, scene)


@pytest.mark.parametrize("name", NAMES)
def test_features_and_label_come_back_to_the_last_digit(node: Node, name: str):
    data = catalog.dataset(name)
    columns = ["x"] if data.d == 1 else [f"x{j + 1}" for j in range(data.d)]
    found = parse_csv(made(node, name).encode(), features=columns)
    np.testing.assert_array_equal(found.x, data.x)
    np.testing.assert_array_equal(found.y, data.y)
    assert (found.features, found.units) == (data.features, data.units)
    assert (found.title, found.positive, found.negative) == (
        (data.title, data.positive, data.negative)
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_the_table_is_the_cores(node: Node, name: str):
    state = State(name)
    samples = compute_frame(state.data, state.settings(("samples",))).samples
    lines = [line for line in made(node, name).splitlines() if not line.startswith("#")]
    head, *rows = [line.split(",") for line in lines]
    assert len(rows) == state.data.n
    assert head == [column for column in samples if not column.startswith("loss_")]
    found = np.array(rows, dtype=float)
    wanted = np.array([samples[column] for column in head], dtype=float).T
    np.testing.assert_allclose(found, wanted, rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_made_safe(node: Node, sign: str):
    block = {"title": f"{sign}A1", "positive": f"a,{sign}B1" if sign not in "\t\r" else "a"}
    lines = made(node, "loans", block=block).split("\n")
    assert lines[0].startswith("# title: '")
    cells = [
        cell.strip() for line in lines[:4] for cell in line.removeprefix("# title:").split(",")
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
