"""Arithmetic written in a lesson: a small part of Python's grammar, worked out without `eval`."""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np


class ExpressionError(ValueError):
    """An expression that cannot be worked out; the message quotes it and says why."""


class Names(Protocol):
    """Anything that gives a value for a name, or raises KeyError."""

    def __getitem__(self, name: str, /) -> Any:
        """Value of a name."""


BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    # as floats, so that no power becomes an endless integer
    ast.Pow: lambda base, power: np.power(np.float64(base), power),
}
UNARY: Mapping[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
}
COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def evaluate(expression: str, names: Names, functions: Mapping[str, Callable[..., Any]]) -> Any:
    """Value of an expression.

    Parameters
    ----------
    expression : str
        Numbers, words in quotes, names, ``+ - * / **``, comparisons, ``and or not``, calls of the
        functions, ``table.column``, and ``column[k]``: rows are counted from 1, and from the end
        with -1.
    names : Names
        Value of each name; a table or a scene is again a `Names`.
    functions : mapping of name to function

    Returns
    -------
    float, bool, str, array or Names

    Raises
    ------
    ExpressionError
        If it is not of this grammar, a name is unknown, or the arithmetic has no finite result.

    Examples
    --------
    >>> evaluate("exp(50 * w1)", {"w1": -0.094}, {"exp": np.exp})
    0.009095277101695816
    >>> evaluate("p[1] < p[-1]", {"p": np.array([0.2, 0.9])}, {})
    True
    """
    try:
        tree = ast.parse(expression.strip(), mode="eval")
        with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
            found = _Evaluator(names, functions).visit(tree.body)
    except KeyError as unknown:
        raise ExpressionError(f"“{expression}” has the unknown name {unknown}.") from None
    except (ArithmeticError, LookupError, SyntaxError, TypeError, ValueError) as problem:
        raise ExpressionError(
            f"“{expression}” cannot be worked out: {str(problem).rstrip('.')}."
        ) from None
    return found.item() if isinstance(found, np.generic) else found


class _Evaluator(ast.NodeVisitor):
    """Walks a syntax tree; what has no method here is not of the grammar."""

    def __init__(self, names: Names, functions: Mapping[str, Callable[..., Any]]) -> None:
        self.names, self.functions = names, functions

    def generic_visit(self, node: ast.AST) -> Any:
        raise TypeError(f"{type(node).__name__} is not allowed here")

    def visit_Constant(self, node: ast.Constant) -> Any:
        if isinstance(node.value, int | float | str):
            return node.value
        raise TypeError(f"{node.value!r} is no number and no word")

    def visit_Name(self, node: ast.Name) -> Any:
        return self.names[node.id]

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        table = self.visit(node.value)
        if isinstance(table, np.ndarray) or not hasattr(table, "__getitem__"):
            raise TypeError(f"what stands before .{node.attr} is no table and no scene")
        return table[node.attr]

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        column, row = np.asarray(self.visit(node.value)), _row(self.visit(node.slice))
        if not 1 <= abs(row) <= column.size:
            raise IndexError(f"row {row} is not among rows 1 to {column.size}")
        return column[row - 1 if row > 0 else row]

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        return _of(BINARY, node.op)(*map(self._number, (node.left, node.right)))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Any:
        return _of(UNARY, node.op)(self.visit(node.operand))

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        found = [bool(self.visit(value)) for value in node.values]
        return all(found) if isinstance(node.op, ast.And) else any(found)

    def visit_Compare(self, node: ast.Compare) -> Any:
        values = [self.visit(value) for value in (node.left, *node.comparators)]
        pairs = zip(node.ops, values[:-1], values[1:], strict=True)
        return all(bool(_of(COMPARE, op)(left, right)) for op, left, right in pairs)

    def visit_Call(self, node: ast.Call) -> Any:
        if not isinstance(node.func, ast.Name):
            raise TypeError("only a function's own name can be called")
        given = {str(word.arg): self.visit(word.value) for word in node.keywords}
        return self.functions[node.func.id](*map(self.visit, node.args), **given)

    def _number(self, node: ast.expr) -> Any:
        value = self.visit(node)
        if isinstance(value, str):
            raise TypeError(f"“{value}” is no number")
        return value


def _row(number: Any) -> int:
    """The row of a number: a lesson's own numbers are floats, and may name one all the same."""
    whole = isinstance(number, float) and number.is_integer()
    return operator.index(int(number) if whole else number)


def _of(table: Mapping[Any, Callable[..., Any]], node: ast.AST) -> Callable[..., Any]:
    if type(node) not in table:
        raise TypeError(f"{type(node).__name__} is not allowed here")
    return table[type(node)]
