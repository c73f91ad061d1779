"""Whether what stands on a page is what the core computes for its scene."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from browser.lab import Lab
from logreg_app.serving.session import OF_SAMPLES
from logreg_core import Frame

Columns = dict[str, list[Any]]


def agree(lab: Lab) -> None:
    """Every number the page holds and every number it draws is the core's, to the last bit."""
    state, (tables, sources) = lab.state(), lab.numbers()
    frame = state.frame_of(tuple(tables))
    wanted, held = core_columns(frame, tables, state.rows), columns(tables)
    same(held, wanted)
    # The sources also hold columns of other data sets and marks.
    drawn = {name: values for name, values in columns(sources).items() if name in held}
    same(drawn, {name: wanted[name] for name in drawn})
    loss = f"{frame.summary['mean_loss']:.6f}".replace("-", "−")
    same(
        {"shown": [lab.text("#mean-loss").split()[0]]}, {"shown": [loss]}
    )  # before the penalised one


def same(held: Columns, wanted: Columns) -> None:
    """The same columns with the same values."""
    (held, wanted), names = map(written, (held, wanted)), {*held, *wanted}
    different = sorted(name for name in names if held.get(name) != wanted.get(name))
    assert not different, [(name, held.get(name), wanted.get(name)) for name in different[:3]]


def close(lab: Lab, *tables: str) -> None:
    """Numbers that the browser computed are the core's to a relative 1e-12."""
    wanted = core_columns(lab.frame(), tables, lab.state().rows)
    held = columns({name: lab.table(name) for name in tables})
    words = [name for name, values in wanted.items() if values and isinstance(values[0], str)]
    same(*({name: side[name] for name in words} for side in (held, wanted)))
    numbers = [name for name in wanted if name not in words]
    flat = [np.concatenate([np.ravel(c[k]) for k in numbers]) for c in (held, wanted)]
    np.testing.assert_allclose(*flat, rtol=1e-12, atol=1e-300)


def core_columns(frame: Frame, tables: Any, rows: list[int]) -> Columns:
    """Values by `table.column`; of many samples, those that are drawn have theirs."""
    found = named({name: getattr(frame, name) for name in tables})
    return {
        name: np.ravel(column)[rows if name.split(".")[0] in OF_SAMPLES else ...].tolist()
        for name, column in found.items()
    }


def columns(tables: Mapping[str, Mapping[str, Any]]) -> Columns:
    """Values by `table.column` of what the browser holds."""
    return {name: v if isinstance(v, list) else [v] for name, v in named(tables).items()}


def named(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {f"{t}.{c}": values for t, table in tables.items() for c, values in table.items()}


def written(found: Columns) -> dict[str, list[str]]:
    """Numbers as their shortest exact text, so that nan equals nan and 0 differs from -0."""
    exact = {k: [v if isinstance(v, str) else repr(float(v)) for v in c] for k, c in found.items()}
    return dict(sorted(exact.items()))
