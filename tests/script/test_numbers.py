"""Numbers as text: Python and the browser write the same, for thousands of them."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from node import Node, running

from logreg_core.words import formatted, general, plain, short

RNG = np.random.default_rng(7)
SIZES = 10.0 ** RNG.integers(-320, 308, 3000)
TIES = [k / 2**power for k in range(-300, 300, 7) for power in (1, 3, 4, 6)]
VALUES = [
    *(RNG.normal(size=3000) * SIZES).tolist(),
    *(RNG.normal(size=3000) * 10.0 ** RNG.integers(-8, 8, 3000)).tolist(),
    *(round(v, 3) for v in RNG.normal(size=1000).tolist()),
    *TIES,
    *(0.0, -0.0, 0.1 + 0.2, 1e21, 1e-7, 999999.5, 123456789012.5, 1e6, 5e-324, 2.5, -2.5),
]
DECIMAL = [v for v in VALUES if 1e-6 <= abs(v) < 999_999]


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        node.set(values=VALUES, decimal=DECIMAL)
        yield node


@pytest.mark.parametrize(
    ("script", "write"),
    [
        ("general(v, 3)", lambda v: general(v, 3)),
        ("general(v, 4)", lambda v: general(v, 4)),
        ("String(short(v))", short),
        ("plain(v)", plain),
    ],
)
def test_both_write_the_same(node: Node, script: str, write: Callable[[float], str]) -> None:
    theirs = node.ask(f"held.values.map((v) => {script})")
    different = [(v, a, write(v)) for v, a in zip(VALUES, theirs, strict=True) if a != write(v)]
    assert len(VALUES) > 7000
    assert different == []


@pytest.mark.parametrize("digits", [2, 4, 6])
def test_both_round_to_the_same_decimals(node: Node, digits: int) -> None:
    seen = [v for v in DECIMAL if abs(v) >= 10.0**-digits]
    theirs = node.ask(f"a[0].map((v) => number(v, {digits}))", seen)
    ours = [formatted(v, f".{digits}f") for v in seen]
    assert len(seen) > 1500
    assert theirs == ours
