"""What the right answers are, to more digits than a float holds (mpmath), and how far off is far.

Relative error only: SciPy's expit(-710) and scikit-learn's loss at 37 are 0, so they are no oracle
for the tails.
"""

import mpmath
import numpy as np

mpmath.mp.prec = 200  # bits; a float has 53

# logit: p, loss of y = 1, loss of y = 0; written out, and made again by the functions below
EXACT = {
    0.0: (0.5, 0.6931471805599453, 0.6931471805599453),
    1.0: (0.7310585786300049, 0.3132616875182228, 1.3132616875182228),
    -1.0: (0.2689414213699951, 1.3132616875182228, 0.3132616875182228),
    37.0: (0.9999999999999999, 8.533047625744066e-17, 37.0),
    -37.0: (8.533047625744065e-17, 37.0, 8.533047625744066e-17),
    -709.782712893384: (5.562684646268137e-309, 709.782712893384, 5.562684646268137e-309),
    -745.0: (5e-324, 745.0, 5e-324),
    -745.14: (0.0, 745.14, 0.0),
    1e308: (1.0, 0.0, 1e308),
    -1e308: (0.0, 1e308, 0.0),
}

SPECIAL = [0.0, 0.7, 1, 36.7, 37, 40, 700, 709.78, 709.782712893384, 710, 745, 745.13, 745.14, 800]


def logit_grid():
    """A few thousand logits: everyday ones, both tails, the subnormals, the largest floats."""
    rng = np.random.default_rng(20)
    positive = np.concatenate(
        [
            SPECIAL,
            np.linspace(0.0, 60.0, 601),
            np.linspace(700.0, 750.0, 301),
            np.logspace(-323, 308, 632),
            [5e-324, 2.2250738585072014e-308, 1.7e308],
            rng.exponential(5.0, 500),
        ]
    )
    return np.concatenate([positive, -positive])


def drawn_logits(seed, count=20_000):
    """Logits at random where digits are lost: near 0, everyday, both tails, the subnormals."""
    rng = np.random.default_rng(seed)
    share = count // 5
    size = np.concatenate(
        [
            rng.uniform(0.0, 4.0, share),
            rng.exponential(8.0, share),
            rng.uniform(4.0, 700.0, share),
            rng.uniform(340.0, 375.0, share // 2),
            rng.uniform(700.0, 750.0, share // 2),
            10.0 ** rng.uniform(-320, 308, count - 4 * share),
        ]
    )
    return size * rng.choice([-1.0, 1.0], count)


def sigmoid(z):
    """1 / (1 + e^-z)."""
    return 1 / (1 + mpmath.exp(-mpmath.mpf(z)))


def loss(z, y):
    """ln(1 + e^-z) for y = 1, ln(1 + e^z) for y = 0."""
    return mpmath.log1p(mpmath.exp(-mpmath.mpf(z) if y else mpmath.mpf(z)))


def residual(z, y):
    """p - y, for y = 1 as -(1 - p), so that nothing cancels."""
    return -sigmoid(-mpmath.mpf(z)) if y else sigmoid(z)


def curvature(z):
    """p (1 - p)."""
    return sigmoid(z) * sigmoid(-mpmath.mpf(z))


def squared_loss(z, y):
    """(p - y)^2."""
    return residual(z, y) ** 2


def squared_slope(z, y):
    """d (p - y)^2 / dz = 2 (p - y) p (1 - p)."""
    return 2 * residual(z, y) * curvature(z)


def squared_curvature(z, y):
    """d^2 (p - y)^2 / dz^2 = 2 p (1 - p) [p (1 - p) + (p - y)(1 - 2p)]."""
    p, q = sigmoid(z), sigmoid(-mpmath.mpf(z))
    return 2 * q**2 * p * (2 * p - q) if y else 2 * p**2 * q * (2 * q - p)


def logit(p):
    """ln(p / (1 - p))."""
    return mpmath.log(mpmath.mpf(p) / (1 - mpmath.mpf(p)))


def to_floats(function, *arguments):
    """The function at every element of the arguments, rounded to float64."""
    return np.array([float(function(*row)) for row in zip(*arguments, strict=True)])


def ulps(got, want):
    """Largest distance in units in the last place of the right answer."""
    return float(np.max(np.abs(np.asarray(got) - want) / np.spacing(np.abs(want))))


def ulps_of(function, truth, *arguments):
    """Largest distance from the right answer, not rounded, in its units in the last place."""
    got = function(*arguments)
    exact = [truth(*row) for row in zip(*arguments, strict=True)]
    return max(
        float(abs(mpmath.mpf(a) - b)) / np.spacing(abs(float(b)))
        for a, b in zip(got.tolist(), exact, strict=True)
    )


def difference(function, at, h):
    """Derivative by the fourth-order central difference; its error is about h^4."""
    return (
        function(at - 2 * h) - 8 * function(at - h) + 8 * function(at + h) - function(at + 2 * h)
    ) / (12 * h)


def partial_differences(function, at, h):
    """Gradient by `difference`, one weight at a time."""
    at = np.asarray(at, dtype=np.float64)
    return np.array(
        [difference(lambda s, e=e: function(at + s * e), 0.0, h) for e in np.eye(len(at))]
    )
