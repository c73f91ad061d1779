"""A scene read from an address: both take the same, and Python refuses what the browser mends."""

from collections.abc import Iterator
from typing import Any

import pytest
from node import Node, running

from logreg_app import catalog, controls
from logreg_app.scene import parse, query, read
from logreg_app.schema import schema
from logreg_app.sentences import SceneError
from logreg_app.state import SETTINGS, STRUCTURE, State

OPEN = """(() => {
  const [block, values, schema] = a;
  const { scene, problems } = open(block, values, schema);
  return { values: settings(block, scene), problems, scene };
})()"""
GOOD = [
    "",
    "dataset=exam",
    "w0=3&w1=-0.5&threshold=0.75",
    "w0=+3&w1=-.5&threshold=.75",
    "w0=−3",
    "w0=1e-3&w1=5.",
    "w0= 3 &threshold=%200.25",
    "w0=1.23456789012345",
    "w0=8.12&w1=-0.094",
    "w0=0&w1=-0",
    "standardise=1&w1=-2",
    "standardise=yes&steps=5&learning_rate=2",
    "standardise=True&l1=0.1&l2=0",
    "standardise=off&interaction=no",
    "standardise=&interaction=",
    "moved=4:52.5",
    "moved=4:52.5;1:30",
    "moved=4:52.5;4:53",
    "moved= 4 : 52.5 ;",
    "moved=;",
    "moved=",
    "moved=4:75",
    "moved=6:-1e3&sample=6",
    "sample=0",
    "sample=1e0&steps=1e1",
    "steps=10000&learning_rate=1e-9",
    "unit=bits&loss_function=squared",
    "unit=bits&loss=squared",
    "unit= bits ",
    "cost_fp=0&cost_fn=3",
    "w0=1&w0=2",
    "dataset=two-clouds&w2=0.3&interaction=1&w3=-1",
    "dataset=two-clouds&moved=4:1,-1",
    "dataset=two-clouds&standardise=1&interaction=1",
    "dataset=churn&w4=2&standardise=1",
    "dataset=rare&sample=4999",
]
BAD = [
    "w0=abc",
    "w0=",
    "w0=nan",
    "w0=inf&w1=-Infinity",
    "w0=1e999",
    "w0=8,12",
    "w0=0x10",
    "w0=0b1",
    "w0=1_000",
    "w0=１２",
    "w0=2e9&w1=-2e9",
    "w0=½",
    "threshold=2&sample=-1&steps=-1",
    "threshold=-0.1&sample=7&steps=10001",
    "learning_rate=0&l1=-1&l2=1e9",
    "cost_fp=0&cost_fn=0",
    "cost_fp=-1&cost_fn=1e7",
    "steps=1.5",
    "steps=1e300&sample=1e300",
    "sample=2.5",
    "sample=true",
    "standardise=2",
    "standardise=maybe&interaction=1",
    "unit=bans&loss_function=hinge",
    "unit=&loss=",
    "unit=Bits",
    "moved=4",
    "moved=4:",
    "moved=:5",
    "moved=4:5,6",
    "moved=4:5:6",
    "moved=-4:5",
    "moved=4.0:5",
    "moved=0:5",
    "moved=7:5",
    "moved=99999999999999999999:5",
    "moved=²:5",
    "moved=٣:5",
    "moved=4:inf",
    "moved=4:abc;5:def",
    "moved=4:1_0",
    "w2=1",
    "w9=1",
    "nonsense=1",
    "name=1",
    "toString=1",
    "constructor=1",
    "__proto__=1",
    "dataset=churn&interaction=1",
    "dataset=two-clouds&w3=1",
    "dataset=two-clouds&moved=4:1",
    "W0=1",
]


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        yield node


def in_browser(node: Node, text: str) -> dict[str, Any]:
    block = controls.block(parse(text).get("dataset", catalog.DEFAULT_DATASET))
    return node.ask(OPEN, block, parse(text), schema())


def in_python(text: str) -> State:
    return State.of(parse(text))


def values(scene: dict[str, Any]) -> dict[str, Any]:
    """Settings as Python holds them."""
    return {name: read(State.param[name], value) for name, value in scene.items()}


def plain(scene: dict[str, Any]) -> dict[str, Any]:
    """A scene of the browser, as Python holds it."""
    moved = {int(row): tuple(x) for row, x in scene["moved"].items()}
    known = {name: value for name, value in scene.items() if name in SETTINGS}
    return {**scene, **values({**known, "moved": moved})}


@pytest.mark.parametrize("text", GOOD)
def test_both_open_the_same_scene(node: Node, text: str) -> None:
    opened, state = in_browser(node, text), in_python(text)
    assert plain(opened["scene"]) == {name: getattr(state, name) for name in opened["scene"]}
    assert opened["problems"] == []


@pytest.mark.parametrize("text", BAD)
def test_the_browser_says_what_it_leaves_out_and_python_refuses_it_all(
    node: Node, text: str
) -> None:
    opened = in_browser(node, text)
    assert opened["problems"] != []
    with pytest.raises(SceneError):
        in_python(text)
    state = State.of(opened["values"])  # what is left is a scene for both
    assert plain(opened["scene"]) == {name: getattr(state, name) for name in opened["scene"]}


@pytest.mark.parametrize("text", GOOD)
def test_both_write_the_same_scene(node: Node, text: str) -> None:
    written = in_browser(node, text)["values"]
    state = in_python(text)
    assert values(written) == values(parse(query(state.scene)))
    assert State.of(written).scene == State.of(parse(query(state.scene))).scene


@pytest.mark.parametrize("dataset", catalog.datasets())
def test_every_data_set_opens_the_same(node: Node, dataset: str) -> None:
    test_both_open_the_same_scene(node, f"dataset={dataset}&standardise=1")
    opened = in_browser(node, f"dataset={dataset}")["scene"]
    missing = [name for name in SETTINGS if name not in opened]
    state = State(dataset)
    assert plain(opened) == {name: getattr(state, name) for name in opened}
    assert [name for name in missing if name in (*STRUCTURE, *state.names)] == []
