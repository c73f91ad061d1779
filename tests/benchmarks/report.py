"""What all benchmarks share: fewer repetitions on request, and tables in Markdown."""

import os
from collections.abc import Iterable, Sequence

QUICK = "BENCH_QUICK"
"""Variable of the environment that asks for few repetitions, to see that everything runs."""


def times(many: int) -> int:
    """How often to repeat something: so often, or a few times where a quick run is asked for."""
    return max(2, many // 50) if os.environ.get(QUICK) else many


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    return "\n".join(map(line, (heads, ["---"] * len(heads), *rows)))


def line(cells: Sequence[str]) -> str:
    """One line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"
