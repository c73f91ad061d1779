"""Files that people bring: columns of a CSV table to a Dataset, or one sentence why not.

What is taken, in the order in which it is looked at. `table` holds rules 1 to 6,
`column` 8 to 11.

1.  At most 2 MiB; UTF-8, or UTF-16 with a byte order mark; no image, spreadsheet or web page.
2.  A line ends with LF, CR LF or CR. Lines of white space alone are passed over.
3.  Above the header, `# key: value` is a comment, at most 100 of them, and `sep=;` names the
    delimiter.
4.  The delimiter is `;`, tab, `,` or `|`: the one that cuts the header and the first row into
    equally many values, more than one; else the one that cuts the header into most; on a tie the
    first of these.
5.  A value that begins with a quote ends with one and may hold delimiters, line ends and doubled
    quotes. White space around a value does not count.
6.  2 to 100 columns with different names, none of them empty; 1 to 50,000 rows as long as the
    header.
7.  A name in the header that is a number, is meant as one (rule 9) or marks a missing value shows
    that the header is missing.
8.  A number has digits, at most one point and an exponent, and at most 100 characters. In a file
    with semicolons a comma stands for the point, unless the column has numbers with points. A
    column whose every comma has three digits behind it and one to three before it (1,000 but not
    0,125) is asked back, and so is such a point (1.000) in a file that has decimal commas.
9.  Meant as a number is what has digits with points, commas, blanks, apostrophes or underscores
    between, an exponent and one sign of any kind before and behind, such as 5%, $3 or 1,000; also
    inf. A column with one such value is a feature, and any other value in it is refused. Columns of
    text alone are passed over.
10. A feature lies within 1e12 in size; it is 0 or at least 1e-300 in size.
11. An empty value and the marks of `column.MISSING` stand for nothing, in a feature or a label.
12. The label is the column named y, label, class, target or outcome, in any case; there may be one.
    If there is none, it is the only column with one pair of label values.
13. A pair is 0/1, -1/1, 1/2 or two words. Numbers are the same label if they are equal, words if
    they are equal in lower case and in Unicode's composed form: Yes and yes are one, straße and
    strasse are two.
14. y = 1 is the larger number, the affirmative of two words, else the alphabetically later one;
    a comment `# positive:` or `# negative:` that repeats one of the values decides instead.
"""

import unicodedata
from collections.abc import Iterable, Sequence

import numpy as np

from logreg_core.column import (
    MAX_MAGNITUDE,
    MEANT,
    Column,
    is_meant_as_numbers,
    marks_missing,
    numbers,
    with_points,
)
from logreg_core.dataset import Dataset, DatasetError
from logreg_core.table import Table, is_number, read_table, shown

LABEL_NAMES = frozenset({"y", "label", "class", "target", "outcome"})
NUMERIC_PAIRS = ((0.0, 1.0), (-1.0, 1.0), (1.0, 2.0))
# Only words the alphabet may put first, as in ja/nein or true/unknown, need to be here.
_AFFIRMATIVE = frozenset({"yes", "y", "true", "t", "positive", "pos", "pass", "passed", "ja"})
Key = float | str


def parse_csv(
    data: bytes,
    *,
    name: str = "data",
    features: Sequence[str] = (),
    label: str | None = None,
    positive: str | None = None,
) -> Dataset:
    r"""Data set of a CSV file, or a refusal that names the line, the value and the cure.

    Parameters
    ----------
    data : bytes
        A header line and rows, at most 2 MiB and 50,000 rows; UTF-8, or UTF-16 with a byte order
        mark; delimited by comma, semicolon (then also with decimal commas), tab or bar. Lines
        `# key: value` above the header give title, source, feature, unit, positive, negative,
        opening, named and shows; feature and unit hold one entry per feature, separated by
        semicolons, named holds what the first rows are called, and shows holds numbers that the
        axis of a plot should reach.
    name : str
        Name of the data set; its title too where the file gives none.
    features : sequence of str, optional
        The columns to take as features, in this order; else every numeric column is one.
    label : str, optional
        The label column; else the one named y, label, class, target or outcome, else the only
        one with two label values.
    positive : str, optional
        The value of the label column that is y = 1; else the one that rule 14 names.

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
    _check_names(table)
    return from_table(table, name=name, features=features, label=label, positive=positive)


def from_table(
    table: Table,
    *,
    name: str = "data",
    features: Sequence[str] = (),
    label: str | None = None,
    positive: str | None = None,
) -> Dataset:
    """Data set of a table of text, by rules 8 to 14; arguments and errors as of `parse_csv`."""
    columns = _columns(table)
    target = _target(columns, features, label)
    y, zero, one = _labels(target, table.comments, positive)
    others = [column for column in columns if column.name != target.name]
    # Without a numeric column the first is taken, so that its refusal says what is wrong.
    numeric = [column for column in others if is_meant_as_numbers(column)] or others[:1]
    chosen = [_named(others, each) for each in features] or numeric
    _check_once(features)
    x = np.column_stack([numbers(column) for column in chosen])
    place = {column.name: i for i, column in enumerate(numeric)}
    picked = [place[column.name] for column in chosen]
    features = _entries(table.comments.get("feature", ""), len(numeric), picked)
    opening = _opening(table.comments, len(numeric))
    return Dataset(
        x,
        y,
        name=name,
        title=table.comments.get("title", ""),
        source=table.comments.get("source", ""),
        features=tuple(a or b.name for a, b in zip(features, chosen, strict=True)),
        units=_entries(table.comments.get("unit", ""), len(numeric), picked),
        positive=one,
        negative=zero,
        # Weights fitted beside other features mean nothing for some of them alone.
        opening=opening if picked == [*range(len(numeric))] else (),
        named=tuple(filter(None, map(str.strip, table.comments.get("named", "").split(";")))),
        shows=_shows(table.comments),
    )


def _check_names(table: Table) -> None:
    """Refuse a file without a header: its first row would be taken for one, and be lost."""
    for name in table.header:
        if MEANT.fullmatch(name) or marks_missing(name):
            raise DatasetError(
                f"Line {table.top}: {shown(name)} is a value, not the name of a column; add a "
                "header line that names the columns above it.",
                "no_header",
            )


def _columns(table: Table) -> list[Column]:
    cells = [list(column) for column in zip(*table.rows, strict=True)]
    columns = [
        Column(name, column, table.lines) for name, column in zip(table.header, cells, strict=True)
    ]
    return with_points(columns) if table.delimiter == ";" else columns


def _named(columns: list[Column], name: str) -> Column:
    for column in columns:
        if column.name == name:
            return column
    raise DatasetError(
        f"There is no column {shown(name)} to choose; there are {_listing(columns)}.",
        "no_column",
    )


def _listing(columns: list[Column]) -> str:
    more = len(columns) - 3
    names = ", ".join(shown(column.name) for column in columns[:3])
    return names + (f" and {more:,} more" if more > 0 else "")


def _check_once(features: Sequence[str]) -> None:
    for i, each in enumerate(features):
        if each in features[:i]:
            raise DatasetError(
                f"The feature {shown(each)} is chosen twice; choose it once.", "dup_feature"
            )


def _target(columns: list[Column], features: Sequence[str], label: str | None) -> Column:
    if label is not None:
        return _named(columns, label)
    free = [column for column in columns if column.name not in features]
    named = [column for column in free if column.name.lower() in LABEL_NAMES]
    if len(named) > 1:
        raise DatasetError(
            f"Columns {_listing(named)} could each be the label; rename what is not the label.",
            "two_labels",
        )
    found = named or [column for column in free if _is_pair(_keys(column.cells))]
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
    return float(cell) if is_number(cell) else unicodedata.normalize("NFC", cell.lower())


def _keys(cells: Iterable[str]) -> list[Key]:
    """The first three different label values; a third is enough to tell that there is no pair."""
    keys: dict[Key, None] = {}
    for cell in dict.fromkeys(cells):
        if not marks_missing(cell):
            keys[_key(cell)] = None
        if len(keys) > 2:
            break
    return list(keys)


def _is_pair(keys: list[Key]) -> bool:
    values = tuple(sorted(key for key in keys if isinstance(key, float)))
    words = [key for key in keys if isinstance(key, str)]
    if values:
        return not words and values in NUMERIC_PAIRS
    return len(words) == 2 and not any(MEANT.fullmatch(word) for word in words)


def _labels(
    column: Column, comments: dict[str, str], chosen: str | None
) -> tuple[list[bool], str, str]:
    """Labels, and what 0 and 1 mean; the chosen value is 1, or else the usual one."""
    column.check_filled()
    keys = _keys(column.cells)
    same = {cell: _key(cell) for cell in dict.fromkeys(column.cells)}
    rows = [same[cell] for cell in column.cells]
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
    zero = comments.get("negative") or _meaning(column, rows.index(low))
    one = comments.get("positive") or _meaning(column, rows.index(high))
    if chosen is None or _key(chosen) == high:
        return [key == high for key in rows], zero, one
    if _key(chosen) == low:
        return [key == low for key in rows], one, zero
    a, b = (shown(column.cells[rows.index(key)]) for key in (low, high))
    raise DatasetError(
        f"Column {shown(column.name)} has no {shown(chosen)} to be the positive class; "
        f"it has {a} and {b}.",
        "no_class",
    )


def _ordered(keys: list[Key], name: str, comments: dict[str, str]) -> tuple[Key, Key]:
    """Both label values, the positive one last."""
    low, high = sorted(keys, key=lambda key: (key in _AFFIRMATIVE, key))
    told = [_key(comments.get(c, "").removeprefix(f"{name} = ")) for c in ("negative", "positive")]
    # A file that says `# positive: default` of paid/default must not get paid under that name.
    if told[1] == low or (told[0] == high and told[1] != high):
        return high, low
    return low, high


def _meaning(column: Column, row: int) -> str:
    key = _key(column.cells[row])
    return f"{column.name} = {f'{key:g}' if isinstance(key, float) else column.cells[row]}"


def _entries(comment: str, count: int, picked: list[int]) -> tuple[str, ...]:
    """Entries of a comment for the picked features; empty unless it has one for each feature."""
    if comment.count(";") + 1 != count:
        return ("",) * len(picked)
    entries = [entry.strip() for entry in comment.split(";")]
    return tuple(entries[i] for i in picked)


def _shows(comments: dict[str, str]) -> tuple[float, ...]:
    words = comments.get("shows", "").split()
    if not all(map(is_number, words)):
        raise DatasetError(
            f"The comment shows has {shown(comments['shows'])}; it needs numbers with blanks "
            "between, which the axis of a plot should hold.",
            "shows",
        )
    return tuple(map(float, words))


def _opening(comments: dict[str, str], count: int) -> tuple[float, ...]:
    words = comments.get("opening", "").split(maxsplit=count + 1)
    weights = tuple(float(word) for word in words if is_number(word))
    sound = len(words) == len(weights) == count + 1 and max(map(abs, weights)) <= MAX_MAGNITUDE
    if words and not sound:
        raise DatasetError(
            f"The comment opening has {shown(comments['opening'])}; it needs {count + 1:,} numbers "
            "with spaces between, the intercept first and then one for each feature.",
            "opening",
        )
    return weights
