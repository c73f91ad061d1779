"""Columns of a table: decimal commas, missing values, and numbers, or why they are not numbers."""

import re
from typing import NamedTuple

import numpy as np

from logreg_core.dataset import DatasetError
from logreg_core.link import Floats
from logreg_core.table import MAX_NUMBER, is_number, shown

# Beyond this neighbouring float64 lie more than 1e-4 apart, and no axis or slider is of use.
MAX_MAGNITUDE = 1e12
MIN_MAGNITUDE = 1e-300  # a float64 loses digits from 2e-308 on, and is 0 from 2e-324 on
MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "nil", "missing", "?", ".", "-", "--"}
)


_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)
MEANT = re.compile(
    r"^[+-]?(?:inf(?:inity)?|[^\w\n]?[^\S\n]?\d(?:[\d.,'_]|[^\S\n])*+(?:e[+-]?\d+)?[^\w\n]?)$",
    re.IGNORECASE | re.MULTILINE,
)
_FIGURES = frozenset("0123456789+-.eE\n")  # what numbers are written with
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


class Column(NamedTuple):
    """Values of a column as text, with the lines that they stand in."""

    name: str
    cells: list[str]
    lines: list[int]

    def refusal(self, row: int, says: str, code: str) -> DatasetError:
        """What is wrong with one value."""
        cell, name = shown(self.cells[row]), shown(self.name)
        return DatasetError(f"Line {self.lines[row]}: {cell} in column {name} {says}.", code)

    def check_filled(self, *, besides: str = "") -> None:
        """Refuse an empty value, and one that marks a missing one, besides one mark."""
        for cell in dict.fromkeys(self.cells):
            if not cell:
                line = self.lines[self.cells.index(cell)]
                raise DatasetError(
                    f"Line {line}: no value in column {shown(self.name)}; fill it in or drop the "
                    "line.",
                    "missing",
                )
            if marks_missing(cell) and cell.lower() != besides:
                says = "marks a missing value; fill it in, drop the line, or use another word"
                raise self.refusal(self.cells.index(cell), says, "missing")


def marks_missing(cell: str) -> bool:
    """Whether a value stands for none."""
    return cell.lower() in MISSING


def with_points(columns: list[Column]) -> list[Column]:
    """Columns with decimal commas made points, unless points beside them make them unclear."""
    pointed = [_pointed(column) for column in columns]
    if any(old is not new for old, new in zip(columns, pointed, strict=True)):
        for old, new in zip(columns, pointed, strict=True):
            if old is new:
                _check_clear(old, ".")
    return pointed


def _pointed(column: Column) -> Column:
    """The column with points for decimal commas; itself if it has none."""
    commas = dict.fromkeys(cell for cell in column.cells if "," in cell)
    points = {cell: cell.replace(",", ".", 1) for cell in commas}
    points = {cell: point for cell, point in points.items() if is_number(point)}
    if not points or any("." in cell and is_number(cell) for cell in column.cells):
        return column
    _check_clear(column, ",")
    return column._replace(cells=[points.get(cell, cell) for cell in column.cells])


def _check_clear(column: Column, mark: str) -> None:
    """Ask back where a mark may part thousands as well as decimals."""
    marked = [cell for cell in dict.fromkeys(column.cells) if mark in cell]
    if marked and all(_GROUPED.fullmatch(cell) for cell in marked):
        whole = marked[0].replace(mark, "")
        raise column.refusal(
            column.cells.index(marked[0]),
            f"may mean {whole} or {whole[:-3]}{mark}{whole[-3:]}0; write the one or the other",
            "ambiguous",
        )


def is_meant_as_numbers(column: Column) -> bool:
    """Whether a value of the column is meant as a number, so that every value has to be one."""
    return MEANT.search("\n".join(column.cells)) is not None


def numbers(column: Column) -> Floats:
    """Values of a column of numbers; DatasetError for the first that is none or out of range."""
    column.check_filled(besides="nan")  # which is refused below as what it is
    if _FIGURES.issuperset("".join(column.cells)) and max(map(len, column.cells)) <= MAX_NUMBER:
        try:
            values = np.array([float(cell) for cell in column.cells])
        except ValueError:  # such as 1-2, which is looked for below
            values = np.array([np.nan])
        size = np.abs(values[values != 0])
        if np.all((size >= MIN_MAGNITUDE) & (size <= MAX_MAGNITUDE)) and not _underflows(column):
            return values
    return np.array([_number(column, row) for row in range(len(column.cells))])


def _underflows(column: Column) -> bool:
    return any(_is_tiny(cell) for cell in dict.fromkeys(column.cells))


def _is_tiny(cell: str) -> bool:
    """Whether a number other than 0 is below the smallest size; 1e-400 is 0 as a float."""
    digits = cell.lower().partition("e")[0].strip("+-0.")
    return bool(digits) and abs(float(cell)) < MIN_MAGNITUDE


def _number(column: Column, row: int) -> float:
    cell = column.cells[row]
    if is_number(cell):
        value = float(cell)
        if abs(value) > MAX_MAGNITUDE:
            says = "is beyond the limit of ±1e12; use a larger unit"
            raise column.refusal(row, says, "out_of_range")
        if _is_tiny(cell):
            says = "is nearer to 0 than 1e-300, where digits are lost; use a smaller unit, or 0"
            raise column.refusal(row, says, "out_of_range")
        return value
    if _NOT_FINITE.fullmatch(cell):
        raise column.refusal(
            row, "is not a finite number; mend it or remove the line", "not_finite"
        )
    says = "is not a number; write digits with a decimal point only, as in 1234.5"
    raise column.refusal(row, says, "not_number")
