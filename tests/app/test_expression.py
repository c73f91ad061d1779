"""The expressions of lessons: what they are worth, and what is not of their grammar."""

import pytest

from logreg_app.lesson.expression import ExpressionError, evaluate
from logreg_app.lesson.values import FUNCTIONS, Values


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("x[4]", 75),
        ("x[-1]", 110),
        ("-w0 / w1", 8.12 / 0.094),
        ("2 ** 3 + 1", 9),
        ("mean(residual * x) - grad_w1", 0),
        ("sum(loss) / n - mean_loss", 0),
        ("at(threshold=0.75).correct", 6),
        ("at(dataset='seven-points').n", 7),
        ("history.mean_loss[-1] - mean_loss", 0),
        ("1 < 2 < 3 and not (2 > 3 or w0 < 0)", True),
        ("optimum.separable == 'complete'", True),
        ("far + v[2]", 12),
    ],
)
def test_an_expression_has_a_value(expression: str, value: float):
    values = Values({"dataset": "loans"}, {"far": 7, "v": [3, 5]})
    assert values(expression) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    "expression",
    [
        *("", "1 +", "w0; w1", "lambda: 1", "[1, 2]", "{1: 2}", "(x for x in p)", "w0 if 1 else 2"),
        *("__import__('os')", "p.__class__", "at().__class__", "at.__globals__", "exp.reduce(p)"),
        *("(w0 := 1)", "f'{w0}'", "'a' * 9", "1 / 0", "ln(0)", "exp(1000)", "p[0]", "p[1.5]"),
        *(
            "p[1:3]",
            "b'x'",
            "None",
            "9 ** 9 ** 9 ** 9",
            "at(size=1)",
            "at(**p)",
            "sum(*p)",
            "1 @ 2",
        ),
    ],
)
def test_what_is_not_of_the_grammar_is_refused(expression: str):
    values = Values({"dataset": "loans"})
    with pytest.raises(ExpressionError, match=r"^“"):
        values(expression)


def test_a_function_cannot_be_had_as_a_value():
    with pytest.raises(ExpressionError, match="unknown name 'exp'"):
        evaluate("exp", {}, FUNCTIONS)
