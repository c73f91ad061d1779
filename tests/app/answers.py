"""A session's answer, read as the browser reads it."""

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np


def unpacked(answer: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The tables of an answer."""
    flat, at = np.frombuffer(answer["numbers"]), 0

    def column(shape: list[int] | dict[str, Any]) -> Any:
        nonlocal at
        if isinstance(shape, dict):
            return shape["text"]
        start, at = at, at + math.prod(shape)
        return flat[start:at].reshape(shape) if shape else float(flat[start])

    shapes = json.loads(answer["shapes"]).items()
    tables = {name: {k: column(v) for k, v in table.items()} for name, table in shapes}
    assert at == flat.size
    return tables
