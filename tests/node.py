"""Node, which runs the page's modules without a browser."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NODE = Path(sys.executable).with_name("node")
ANSWER = Path(__file__).with_name("script") / "answer.js"


class NodeError(RuntimeError):
    """What an expression threw."""


class Node:
    """A running Node with the modules of the page."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def set(self, **values: Any) -> None:
        """Keep values as `held.name` for later expressions."""
        self._answer({"set": values})

    def ask(self, expression: str, *args: Any) -> Any:
        """What an expression of `a`, the arguments, and `held` comes to; inf and nan are text."""
        answer = self._answer({"ask": expression, "args": args})
        if "error" in answer:
            raise NodeError(answer["error"])
        return answer["value"]

    def _answer(self, question: dict[str, Any]) -> Any:
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def running() -> Iterator[Node]:
    """A Node that ends with the block."""
    process = subprocess.Popen(
        [NODE, ANSWER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Node(process)
    finally:
        process.stdin.close()
        process.wait(timeout=10)
        process.stdout.close()
