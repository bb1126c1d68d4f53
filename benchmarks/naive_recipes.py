"""What people and packages do to find a lead, each with the false alarms it is known for.

Every recipe takes x and y (pairs, periods) and says for each pair whether it would call x a lead
of y, searching lags 0 to 12.
"""

import numpy as np
from scipy.signal import lfilter
from scipy.stats import t as student

LAGS = range(13)
LEVEL = 0.05


def _correlations(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """r (pairs, lags) of x(t - lag) with y(t), and the number of months behind each."""
    found = []
    for lag in LAGS:
        a, b = (one - one.mean(1, keepdims=True) for one in (x[:, : x.shape[1] - lag], y[:, lag:]))
        found.append((a * b).sum(1) / np.sqrt((a**2).sum(1) * (b**2).sum(1)))
    return np.stack(found, 1), x.shape[1] - np.array(LAGS)


def _p(r: np.ndarray, n: np.ndarray) -> np.ndarray:
    spare = np.maximum(n - 2, 1.0)
    return 2 * student.sf(np.abs(r) * np.sqrt(spare / (1 - r**2)), spare)


def raw(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """CORREL at each lag; the best one's own p."""
    return _p(*_correlations(x, y)).min(1) < LEVEL


def differenced(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The same on changes."""
    return raw(np.diff(x), np.diff(y))


def effective(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Levels, with n (1 - ab) / (1 + ab) for lag-1 memory and Šidák's correction over the lags."""
    r, n = _correlations(x, y)
    both = _memory(x) * _memory(y)
    worth = n * ((1 - both) / (1 + both))[:, None]
    smallest = _p(r, np.clip(worth, 4, n)).min(1)
    return 1 - (1 - smallest) ** len(LAGS) < LEVEL


def prewhitened(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Both series through x's own first-order memory; any lag outside 1.96 / sqrt(n)."""
    memory = _memory(x)
    filtered = [
        np.stack([lfilter([1, -one], [1], row)[1:] for one, row in zip(memory, rows, strict=True)])
        for rows in (x, y)
    ]
    r, _ = _correlations(*filtered)
    return (np.abs(r) > 1.96 / np.sqrt(x.shape[1])).any(1)


def _memory(rows: np.ndarray) -> np.ndarray:
    centred = rows - rows.mean(1, keepdims=True)
    return (centred[:, 1:] * centred[:, :-1]).sum(1) / (centred**2).sum(1)
