"""How often intervals of eNPS hold the truth, and how often chance alone is called a change.

Every outcome of n answers is enumerated for the 231 true distributions of twentieths (promoters,
passives, detractors); no chance is drawn. Beside the adjusted Wald interval that the app shows
stand plain Wald and Tango's score interval (1998, for a difference of paired proportions).

    python -m benchmarks.enps_intervals
"""

from collections.abc import Callable

import numpy as np
from scipy.stats import multinomial

from core.people.enps import Counts, change_p, enps

SIZES = (5, 10, 20, 50)
_Z, _ALPHA, _HALVINGS = 1.96, 0.05, 50
Outcomes = np.ndarray  # rows of promoters, passives, detractors
Interval = Callable[[Outcomes], tuple[np.ndarray, np.ndarray]]


def shares() -> np.ndarray:
    """The 231 distributions: promoters, passives, detractors."""
    return np.array([(p, 20 - p - d, d) for p in range(21) for d in range(21 - p)]) / 20


def outcomes(n: int) -> Outcomes:
    """Everything n people can answer."""
    return np.array([(p, n - p - d, d) for p in range(n + 1) for d in range(n + 1 - p)])


def chances(n: int) -> np.ndarray:
    """How likely each outcome is, a row for each distribution."""
    every = outcomes(n)
    return np.array([multinomial.pmf(every, n, one) for one in shares()])


def adjusted_wald(every: Outcomes) -> tuple[np.ndarray, np.ndarray]:
    """As the app shows it."""
    told = [enps(Counts(*map(int, one))) for one in every]
    return np.array([one.low for one in told]), np.array([one.high for one in told])


def wald(every: Outcomes) -> tuple[np.ndarray, np.ndarray]:
    """Without anything added."""
    n = every.sum(axis=1)
    p, d = every[:, 0] / n, every[:, 2] / n
    reach = _Z * np.sqrt((p + d - (p - d) ** 2) / n)
    return 100 * (p - d - reach), 100 * (p - d + reach)


def tango(every: Outcomes) -> tuple[np.ndarray, np.ndarray]:
    """The differences that a score test does not reject."""
    centre = (every[:, 0] - every[:, 2]) / every.sum(axis=1)
    return 100 * _limit(every, centre, -1.0), 100 * _limit(every, centre, 1.0)


def _limit(every: Outcomes, inside: np.ndarray, outside: float) -> np.ndarray:
    """Halves the way between a difference that is kept and the end of the scale."""
    far = np.full(len(every), outside)
    for _ in range(_HALVINGS):
        middle = (inside + far) / 2
        kept = np.abs(_score(every, middle)) <= _Z
        inside, far = np.where(kept, middle, inside), np.where(kept, far, middle)
    return inside


def _score(every: Outcomes, apart: np.ndarray) -> np.ndarray:
    n = every.sum(axis=1)
    up, down = every[:, 0], every[:, 2]
    b = -up - down + (2 * n - up + down) * apart
    c = -down * apart * (1 - apart)
    less = (np.sqrt(np.maximum(b * b - 8 * n * c, 0)) - b) / (4 * n)
    spread = np.sqrt(np.maximum(n * (2 * less + apart * (1 - apart)), 1e-12))
    return (up - down - n * apart) / spread


def coverage(n: int, interval: Interval) -> np.ndarray:
    """How often the interval holds the truth, for each distribution."""
    low, high = interval(outcomes(n))
    truth = 100 * (shares()[:, 0] - shares()[:, 2])[:, None]
    held = (low[None, :] - 1e-9 <= truth) & (truth <= high[None, :] + 1e-9)
    return (chances(n) * held).sum(axis=1)


def size(n: int) -> np.ndarray:
    """How often two waves of n answers differ at p < .05 by chance, for each distribution."""
    every = [Counts(*map(int, one)) for one in outcomes(n)]
    called = np.array([[change_p(one, other) < _ALPHA for other in every] for one in every])
    likely = chances(n)
    return np.einsum("di,ij,dj->d", likely, called.astype(float), likely, optimize=True)


def main() -> None:
    """Prints both tables."""
    kinds = {"adjusted Wald": adjusted_wald, "plain Wald": wald, "Tango": tango}
    print("| interval |", " | ".join(f"n = {n}" for n in SIZES), "|")
    print("|---|" + "---|" * len(SIZES))
    for name, interval in kinds.items():
        told = (coverage(n, interval) for n in SIZES)
        print(f"| {name} |", " | ".join(f"{np.mean(c):.3f} ({c.min():.3f})" for c in told), "|")
    print("\n| two waves of n | mean size | largest |\n|---|---|---|")
    for n in SIZES[:3]:
        found = size(n)
        print(f"| {n} | {found.mean():.3f} | {found.max():.3f} |")


if __name__ == "__main__":
    main()
