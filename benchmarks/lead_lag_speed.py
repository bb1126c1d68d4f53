"""How fast the honest test is, beside a pandas loop and beside bare matrix products, in one run.

`python -m benchmarks.lead_lag_speed` prints a table; processor seconds, one thread. The scan: 50
indicators, 1 result, 60 months, 999 re-runs, all its steps. The lags alone: 200 x 10 x 24 x 260
with a tenth missing, against `shift().corr()` pair by pair and against the products they need.
"""

import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from core.lead_lag import Options, scan
from core.lead_lag.windows import partial_correlations, windows_to
from core.metrics.panel import Panel
from core.periods import Grain

REPEATS = 3


def panel_of(values: pd.DataFrame) -> Panel:
    return Panel(values, values.notna().astype(int), Grain.MONTH, (), None, (), "benchmark")


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Smallest processor time of a few runs."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def business(columns: int, periods: int, seed: int) -> pd.DataFrame:
    """Growing, seasonal series with memory."""
    rng = np.random.default_rng(seed)
    months = np.arange(periods)[:, None]
    walk = np.cumsum(rng.normal(0, 0.05, (periods, columns)), axis=0)
    season = 0.2 * np.sin(2 * np.pi * (months + rng.integers(0, 12, columns)) / 12)
    index = pd.period_range("2005-01", periods=periods, freq="M")
    names = [f"s{place}" for place in range(columns)]
    return pd.DataFrame(100 * np.exp(walk + season + 0.01 * months), index=index, columns=names)


def honest_test(missing: float) -> float:
    values = business(51, 60, 1)
    if missing:
        values = values.mask(np.random.default_rng(2).random(values.shape) < missing)
    names = list(values.columns)
    return seconds(lambda: scan(panel_of(values), names[:-1], names[-1:], Options()))


def pandas_loop(values: pd.DataFrame, leading: list[str], lagging: list[str], lags: int) -> float:
    def loop() -> None:
        for one in leading:
            for other in lagging:
                for lag in range(lags + 1):
                    values[one].shift(lag).corr(values[other])

    return seconds(loop, 1)


def lags_alone(values: np.ndarray, leaders: int, furthest: int) -> float:
    """Our statistic (given the follower's own past) of every single lag, one leader at a time."""
    known = np.isfinite(values)
    filled = np.nan_to_num(values - np.nanmean(values, axis=1, keepdims=True))
    windows = windows_to(furthest)
    single = windows.only(windows.first == windows.last)
    followers = filled[leaders:], known[leaders:]

    def work() -> None:
        for row in range(leaders):
            partial_correlations((filled[row][None], known[row]), followers, single)

    return seconds(work)


def products(leaders: int, followers: int, lags: int, periods: int) -> float:
    """The four products (leaders, periods) x (periods, followers x lags) that this needs."""
    rng = np.random.default_rng(3)
    left = rng.normal(size=(leaders, periods))
    right = rng.normal(size=(periods, followers * lags))
    return seconds(lambda: [left @ right for _ in range(4)])


def reruns_against_floor() -> tuple[float, float]:
    """1,000 re-runs of one leader against 50 followers, 29 windows; and its products alone."""
    rng = np.random.default_rng(4)
    runs, followers = rng.normal(size=(1000, 60)), rng.normal(size=(50, 60))
    windows = windows_to(12)
    everywhere = np.ones(60, bool), np.ones((50, 60), bool)
    ours = seconds(
        lambda: partial_correlations((runs, everywhere[0]), (followers, everywhere[1]), windows)
    )
    return ours, products(1000, 50, len(windows), 60)


def main() -> None:
    leaders, followers, lags, periods = 200, 10, 24, 260
    values = business(leaders + followers, periods, 5)
    values = values.mask(np.random.default_rng(6).random(values.shape) < 0.1)
    names = list(values.columns)
    few = 10  # leaders of the loop; the rest is scaled
    loop = pandas_loop(values, names[:few], names[leaders:], lags) * leaders / few
    ours = lags_alone(values.to_numpy().T.copy(), leaders, lags)
    floor = products(leaders, followers, lags, periods)
    full, bare = reruns_against_floor()
    print("| what | seconds | beside it |")
    print("|---|---|---|")
    print(f"| honest test, 50 x 1 x 60 months, B = 999 | {honest_test(0):.2f} | goal 5 |")
    print(f"| the same, 5 % missing | {honest_test(0.05):.2f} | goal 5 |")
    print(
        f"| every lag, {leaders} x {followers} x {lags} x {periods}, 10 % missing | {ours:.3f} | |"
    )
    print(
        f"| pandas shift().corr() loop, scaled from {few} leaders | {loop:.1f} "
        f"| {loop / ours:.0f} times ours |"
    )
    print(f"| matrix products of the same size | {floor:.4f} | ours is {ours / floor:.0f} times |")
    print(
        f"| 1,000 re-runs x 50 followers x 29 windows | {full:.3f} | {full / bare:.1f} times "
        f"its products ({bare:.3f}) |"
    )


if __name__ == "__main__":
    main()
