"""Make the synthetic data sets: `python tests/make_datasets.py assets/datasets`.

The same bytes on every machine: numbers come from `random.Random`, whose sequence Python promises
to keep, and every value is rounded to the digits that stand in the file.
"""

import math
import sys
from pathlib import Path
from random import Random
from statistics import NormalDist

SOURCE = "synthetic, tests/make_datasets.py, seed"


def bell(rng):
    """A draw from the standard normal distribution."""
    return NormalDist().inv_cdf(rng.random() or 0.5)


def coin(rng, logit):
    """1 with the probability that belongs to the logit."""
    return int(rng.random() < 1 / (1 + math.exp(-logit)))


def overlap():
    """One feature whose classes overlap, so that best weights exist."""
    rng = Random(11)
    rows = []
    for _ in range(60):
        x = round(5 + 2 * bell(rng), 1)
        rows.append((x, coin(rng, 1.2 * (x - 5))))
    return {
        "title": "Two groups that overlap",
        "feature": "dose",
        "unit": "mg",
        "positive": "responded",
        "negative": "did not respond",
        "opening": "0 0",
        "source": f"{SOURCE} 11; doses about 5 mg, log-odds of a response 1.2 (dose - 5)",
    }, rows


def two_clouds():
    """Two features, two round clouds that overlap."""
    rng = Random(12)
    rows = []
    for i in range(120):
        y = i % 2
        shift = 1.0 if y else -1.0
        rows.append((round(shift + bell(rng), 2), round(0.6 * shift + bell(rng), 2), y))
    return {
        "title": "Two clouds",
        "feature": "x1; x2",
        "positive": "y = 1",
        "negative": "y = 0",
        "opening": "0 1 1",
        "source": f"{SOURCE} 12; normal clouds of spread 1 about (1, 0.6) and (-1, -0.6); "
        "the true log-odds are 2 x1 + 1.2 x2",
    }, rows


def rare():
    """One class in a hundred."""
    rng = Random(13)
    rows = []
    for _ in range(5000):
        x = round(bell(rng), 2)
        rows.append((x, coin(rng, -5.5 + 1.3 * x)))
    rows.sort()  # A page that carries so many rows with it is smaller with them in order.
    return {
        "title": "A rare event",
        "feature": "risk score",
        "positive": "event",
        "negative": "no event",
        "opening": "-5.5 1.3",
        "source": f"{SOURCE} 13; score standard normal, log-odds of an event -5.5 + 1.3 score, "
        "about one in a hundred",
    }, rows


def noisy_labels():
    """Labels that one sign gives exactly, ten of each hundred turned round."""
    rng = Random(14)
    rows = [(sign, sign if i < 90 else 1 - sign) for sign in (0, 1) for i in range(100)]
    rng.shuffle(rows)
    return {
        "title": "Noisy labels",
        "feature": "warning sign",
        "positive": "labelled as left",
        "negative": "labelled as stayed",
        "opening": "-4.6 9.2",
        "source": f"{SOURCE} 14; 100 customers with a warning sign and 100 without; those with it "
        "left, then 10 of each 100 labels were turned round",
    }, rows


def monthly():
    """Customers on the monthly plan without a discount: two signals of the churn checklist."""
    rng = Random(21)
    rows = [(8, 1, 0)]
    for _ in range(119):
        days, tickets = rng.randrange(0, 21), rng.randrange(0, 3) + rng.randrange(0, 3)
        rows.append((days, tickets, coin(rng, -1.3 + 0.12 * days + 0.4 * tickets)))
    return {
        "title": "Customers on the monthly plan",
        "feature": "days; tickets",
        "positive": "left within 30 days",
        "negative": "stayed",
        "opening": "-1.3 0.12 0.4",
        "source": f"{SOURCE} 21; the first is customer A; log-odds of leaving "
        "-1.3 + 0.12 days + 0.4 tickets, which is the checklist with the monthly plan's 0.7",
    }, rows


def twins():
    """Two signals that say almost the same; each has half of the effect."""
    rng = Random(19)
    rows = []
    for _ in range(100):
        login = rng.randrange(1, 31)
        visit = login + rng.randrange(-1, 2)
        rows.append((login, visit, coin(rng, -2.5 + 0.08 * login + 0.08 * visit)))
    return {
        "title": "Two signals that say the same",
        "feature": "days since login; days since visit",
        "positive": "left within 30 days",
        "negative": "stayed",
        "opening": "-2.5 0.08 0.08",
        "source": f"{SOURCE} 19; the visit at most a day from the login, log-odds of leaving "
        "-2.5 + 0.08 login + 0.08 visit",
    }, rows


def island():
    """One measurement and its square: y = 0 is an island in the middle."""
    rng = Random(20)
    rows = []
    for _ in range(80):
        x = round(10 * rng.random() - 5, 1)
        rows.append((x, round(x * x, 2), coin(rng, x * x - 5)))
    return {
        "title": "Too cold or too warm",
        "feature": "degrees from 21 °C; degrees squared",
        "positive": "complained",
        "negative": "content",
        "opening": "0 0 0",
        "source": f"{SOURCE} 20; room temperatures, log-odds of a complaint -5 + degrees squared",
    }, rows


def drift(seed, shift, words, told):
    """Churn scores before and after the customers changed: the same score means less."""
    rng = Random(seed)
    rows = []
    for _ in range(600):
        x = round(1.5 * bell(rng), 2)
        rows.append((x, coin(rng, x + shift)))
    rows.sort()  # as in rare
    return {
        "title": f"Drift: {words}",
        "feature": "churn score",
        "unit": "logit",
        "positive": "left",
        "negative": "stayed",
        "opening": "0 1",
        "source": f"{SOURCE} {seed}; score normal of spread 1.5, log-odds of leaving: {told}",
    }, rows


def calibration():
    """Enough samples to see whether probabilities mean what they say."""
    rng = Random(17)
    rows = []
    for _ in range(4000):
        x = round(2 * bell(rng), 2)
        rows.append((x, coin(rng, x)))
    rows.sort()  # as in rare
    return {
        "title": "Four thousand forecasts",
        "feature": "score",
        "unit": "logit",
        "positive": "happened",
        "negative": "did not happen",
        "opening": "0 1",
        "source": f"{SOURCE} 17; score normal of spread 2, log-odds equal to the score: weights 0 "
        "and 1 are calibrated, a coefficient above 1 is overconfident",
    }, rows


DATASETS = {
    "overlap": overlap,
    "two-clouds": two_clouds,
    "rare": rare,
    "noisy-labels": noisy_labels,
    "monthly": monthly,
    "twins": twins,
    "island": island,
    "drift-before": lambda: drift(15, 0, "last year", "the score"),
    # 0.8 has come to mean 0.6: ln(0.6 / 0.4) - ln(0.8 / 0.2)
    "drift-after": lambda: drift(16, -0.980829, "this year", "the score - 0.980829"),
    "calibration": calibration,
}


def made(name):
    """Bytes of one file: a header of comments, the names of the columns, the rows."""
    comments, rows = DATASETS[name]()
    names = [part.strip() for part in comments["feature"].split(";")]
    lines = [
        *(f"# {key}: {value}" for key, value in comments.items()),
        ",".join([*names, "y"]),
        *(",".join(f"{value:g}" for value in row) for row in rows),
    ]
    return ("\n".join(lines) + "\n").encode()


if __name__ == "__main__":
    for dataset in DATASETS:
        Path(sys.argv[1], f"{dataset}.csv").write_bytes(made(dataset))
