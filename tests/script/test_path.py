"""A training path ends after the same step in Python and in the browser."""

from collections.abc import Iterator

import pytest
from node import Node, running

from logreg_app import controls
from logreg_app.forms import DOTS
from logreg_app.path import MOST_WORK
from logreg_app.scene import parse
from logreg_app.schema import schema
from logreg_app.state import State

STEPS = """(() => {
  const [block, values, page] = a;
  return make(page, block, open(block, values, page.schema).scene, ["summary"]).path.length - 1;
})()"""
ENDED = [
    "dataset=rare&steps=10000",
    "dataset=loans&learning_rate=1&l2=10&steps=5000",
    "dataset=loans&learning_rate=1e6&l2=1e3&steps=5000&standardise=1",
    "dataset=churn&learning_rate=1e3&l2=10&steps=500",
]


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        yield node


@pytest.mark.parametrize("text", ENDED)
def test_both_take_as_many_steps(node: Node, text: str) -> None:
    values = parse(text)
    page = {"schema": schema(), "limits": {"dots": DOTS, "work": MOST_WORK}}
    taken = node.ask(STEPS, controls.block(values["dataset"]), values, page)
    assert taken == len(State.of(values).path) - 1 < int(values["steps"])
