"""Files that people bring: columns of a CSV table to a Dataset, or one sentence why not."""

import re
from typing import NamedTuple

from logreg_core.dataset import Dataset, DatasetError
from logreg_core.table import NUMBER, Table, read_table, shown

# Beyond this neighbouring float64 lie more than 1e-4 apart, and no axis or slider is of use.
MAX_MAGNITUDE = 1e12
LABEL_NAMES = frozenset({"y", "label", "class", "target", "outcome"})

_NUMERIC_PAIRS = ((0.0, 1.0), (-1.0, 1.0), (1.0, 2.0))
# Only words the alphabet may put first, as in ja/nein or true/unknown, need to be here.
_AFFIRMATIVE = frozenset({"yes", "y", "true", "t", "positive", "pos", "pass", "passed", "ja"})
_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)
# 5%, $3, 1,000 and nan are meant as numbers, so their column is refused, not passed over as text.
_MEANT = re.compile(r"[+-]?(nan|inf(inity)?|\W?\s?\d[\d\s.,'_]*+(e[+-]?\d+)?\W?)", re.IGNORECASE)

Key = float | str


class _Column(NamedTuple):
    name: str
    cells: list[str]
    lines: list[int]

    def refusal(self, row: int, says: str, code: str) -> DatasetError:
        cell, name = shown(self.cells[row]), shown(self.name)
        return DatasetError(f"Line {self.lines[row]}: {cell} in column {name} {says}.", code)

    def check_filled(self) -> None:
        if "" in self.cells:
            line = self.lines[self.cells.index("")]
            raise DatasetError(
                f"Line {line}: no value in column {shown(self.name)}; fill it in or drop the line.",
                "missing",
            )


def parse_csv(
    data: bytes, *, name: str = "data", feature: str | None = None, label: str | None = None
) -> Dataset:
    r"""Data set of a CSV file, or a refusal that names the line, the value and the cure.

    Parameters
    ----------
    data : bytes
        A header line and rows, at most 2 MiB and 50,000 rows; UTF-8, or UTF-16 with a byte order
        mark; delimited by comma, semicolon (then also with decimal commas), tab or bar. Lines
        `# key: value` above the header give title, source, feature, unit, positive, negative and
        opening; feature and unit hold one entry per feature, separated by semicolons.
    name : str
        Name of the data set; its title too where the file gives none.
    feature : str, optional
        The column to take as the only feature; else every numeric column is one.
    label : str, optional
        The label column; else the one named y, label, class, target or outcome, else the only
        one with two label values.

    Returns
    -------
    Dataset
        y = 1 where the label is the larger of 0/1, -1/1 or 1/2, the affirmative of two words or
        else the alphabetically later; `positive` and `negative` tell the mapping. A comment
        `# positive:` that repeats one of the two values decides instead.

    Raises
    ------
    DatasetError
        If the file cannot be used; `code` tells the kind of refusal.

    Examples
    --------
    >>> data = parse_csv(b"hours,passed\n1.5,no\n4,yes\n")
    >>> data.features, data.x.tolist(), data.y.tolist(), data.positive
    (('hours',), [[1.5], [4.0]], [0, 1], 'passed = yes')
    """
    table = read_table(data)
    columns = _columns(table)
    target = _target(columns, feature, label)
    y, negative, positive = _labels(target, table.comments)
    others = [column for column in columns if column.name != target.name]
    # Without a numeric column the first is taken, so that its refusal says what is wrong.
    numeric = [column for column in others if _is_numeric(column)] or others[:1]
    chosen = numeric if feature is None else [_named(others, feature)]
    x = list(zip(*(_numbers(column) for column in chosen), strict=True))
    place = {column.name: i for i, column in enumerate(numeric)}
    picked = [place[column.name] for column in chosen]
    features = _entries(table.comments.get("feature", ""), len(numeric), picked)
    return Dataset(
        x,
        y,
        name=name,
        title=table.comments.get("title", ""),
        source=table.comments.get("source", ""),
        features=tuple(a or b.name for a, b in zip(features, chosen, strict=True)),
        units=_entries(table.comments.get("unit", ""), len(numeric), picked),
        positive=positive,
        negative=negative,
        # Weights fitted beside other features mean nothing for one of them alone.
        opening=_opening(table.comments, len(numeric)) if len(chosen) == len(numeric) else (),
    )


def _columns(table: Table) -> list[_Column]:
    columns = (list(cells) for cells in zip(*table.rows, strict=True))
    return [
        _Column(name, _with_points(cells) if table.delimiter == ";" else cells, table.lines)
        for name, cells in zip(table.header, columns, strict=True)
    ]


def _with_points(cells: list[str]) -> list[str]:
    """Cells with decimal commas made points, unless points beside them make the commas unclear."""
    if any("." in cell and NUMBER.fullmatch(cell) for cell in cells):
        return cells
    pointed = [cell.replace(",", ".", 1) for cell in cells]
    return [b if NUMBER.fullmatch(b) else a for a, b in zip(cells, pointed, strict=True)]


def _named(columns: list[_Column], name: str) -> _Column:
    for column in columns:
        if column.name == name:
            return column
    raise DatasetError(
        f"There is no column {shown(name)} to choose; there are {_listing(columns)}.",
        "no_column",
    )


def _listing(columns: list[_Column]) -> str:
    more = len(columns) - 3
    names = ", ".join(shown(column.name) for column in columns[:3])
    return names + (f" and {more:,} more" if more > 0 else "")


def _target(columns: list[_Column], feature: str | None, label: str | None) -> _Column:
    if label is not None:
        return _named(columns, label)
    free = [column for column in columns if column.name != feature]
    named = [column for column in free if column.name.casefold() in LABEL_NAMES]
    if len(named) > 1:
        raise DatasetError(
            f"Columns {_listing(named)} could each be the label; rename what is not the label.",
            "two_labels",
        )
    found = named or [column for column in free if _is_pair(_keys(column))]
    if len(found) != 1:
        why = "several have" if found else "none has"
        raise DatasetError(
            f"No column can be the label: none is named y, label, class, target or outcome, and "
            f"{why} just two label values; rename one of {_listing(columns)} to y.",
            "no_label",
        )
    return found[0]


def _key(cell: str) -> Key:
    """Value by which labels are the same: 1 and 1.0, Yes and yes."""
    return float(cell) if NUMBER.fullmatch(cell) else cell.casefold()


def _keys(column: _Column) -> list[Key]:
    return list(dict.fromkeys(_key(cell) for cell in column.cells if cell))


def _is_pair(keys: list[Key]) -> bool:
    numbers = tuple(sorted(key for key in keys if isinstance(key, float)))
    words = [key for key in keys if isinstance(key, str)]
    if numbers:
        return not words and numbers in _NUMERIC_PAIRS
    return len(words) == 2 and not any(_MEANT.fullmatch(word) for word in words)


def _labels(column: _Column, comments: dict[str, str]) -> tuple[list[bool], str, str]:
    """Labels, and what 0 and 1 mean."""
    column.check_filled()
    keys = _keys(column)
    rows = [_key(cell) for cell in column.cells]
    if len(keys) > 2:
        says = "is a third label value; there must be exactly two, such as 0 and 1"
        raise column.refusal(rows.index(keys[2]), says, "label")
    if len(keys) == 1:
        raise DatasetError(
            f"Every row has {shown(column.cells[0])} in column {shown(column.name)}; "
            "both classes are needed, so add rows of the other.",
            "one_class",
        )
    if not _is_pair(keys):
        says = f"makes no pair of labels with {shown(column.cells[0])}; use 0/1, -1/1, 1/2 or words"
        raise column.refusal(rows.index(keys[1]), says, "label")
    low, high = _ordered(keys, column.name, comments)
    negative, positive = (_meaning(column, rows.index(key)) for key in (low, high))
    return (
        [key == high for key in rows],
        comments.get("negative") or negative,
        comments.get("positive") or positive,
    )


def _ordered(keys: list[Key], name: str, comments: dict[str, str]) -> tuple[Key, Key]:
    """Both label values, the positive one last."""
    low, high = sorted(keys, key=lambda key: (key in _AFFIRMATIVE, key))
    told = [_key(comments.get(c, "").removeprefix(f"{name} = ")) for c in ("negative", "positive")]
    # A file that says `# positive: default` of paid/default must not get paid under that name.
    if told[1] == low or (told[0] == high and told[1] != high):
        return high, low
    return low, high


def _meaning(column: _Column, row: int) -> str:
    key = _key(column.cells[row])
    return f"{column.name} = {f'{key:g}' if isinstance(key, float) else column.cells[row]}"


def _is_numeric(column: _Column) -> bool:
    return any(_MEANT.fullmatch(cell) for cell in column.cells)


def _numbers(column: _Column) -> list[float]:
    column.check_filled()
    return [_number(column, row) for row in range(len(column.cells))]


def _number(column: _Column, row: int) -> float:
    cell = column.cells[row]
    if NUMBER.fullmatch(cell):
        value = float(cell)
        if abs(value) > MAX_MAGNITUDE:
            says = "is beyond the limit of ±1e12; use a larger unit"
            raise column.refusal(row, says, "out_of_range")
        return value
    if _NOT_FINITE.fullmatch(cell):
        raise column.refusal(
            row, "is not a finite number; mend it or remove the line", "not_finite"
        )
    says = "is not a number; write digits with a decimal point only, as in 1234.5"
    raise column.refusal(row, says, "not_number")


def _entries(comment: str, count: int, picked: list[int]) -> tuple[str, ...]:
    """Entries of a comment for the picked features; empty unless it has one for each feature."""
    entries = [entry.strip() for entry in comment.split(";")]
    return tuple(entries[i] if len(entries) == count else "" for i in picked)


def _opening(comments: dict[str, str], count: int) -> tuple[float, ...]:
    words = comments.get("opening", "").split()
    weights = tuple(float(word) for word in words if NUMBER.fullmatch(word))
    sound = len(words) == len(weights) == count + 1 and max(map(abs, weights)) <= MAX_MAGNITUDE
    if words and not sound:
        raise DatasetError(
            f"The comment opening has {shown(comments['opening'])}; it needs {count + 1:,} numbers "
            "with spaces between, the intercept first and then one for each feature.",
            "opening",
        )
    return weights
