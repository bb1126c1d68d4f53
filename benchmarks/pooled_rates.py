"""How often the pooled answer is wrong when nothing leads, and what pooling finds.

Every pair is judged as if asked alone (q = p). `benchmarks.error_rates` puts the tables together.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd

from benchmarks import worlds_of_segments as worlds
from core.lead_lag import LeadLag, Options, Verdict
from core.lead_lag.answer import computed
from core.lead_lag.assemble import assemble
from core.lead_lag.pooling.agree import agreement
from core.lead_lag.pooling.stack import column
from core.lead_lag.study import Compared
from core.metrics.panel import Panel
from core.periods import Grain

SEED = 30
OPTIONS = Options(surrogates=499)
SIZES = ((4, 24), (12, 24), (4, 36), (12, 36))  # segments, months
BATCH = 600  # series answered together


def together(x: np.ndarray, y: np.ndarray, options: Options = OPTIONS) -> list[LeadLag]:
    """The pooled answer of each of (runs, segments, periods), as if it were the only one asked."""
    step = max(1, BATCH // (2 * x.shape[1]))
    found = []
    for start in range(0, len(x), step):
        found += _batch(x[start : start + step], y[start : start + step], options)
    return found


def _batch(x: np.ndarray, y: np.ndarray, options: Options) -> list[LeadLag]:
    index = pd.period_range("2010-01", periods=x.shape[2], freq="M")
    compared = [
        Compared(
            f"x{run}",
            f"y{run}",
            tuple((column(at, f"x{run}"), column(at, f"y{run}")) for at in range(x.shape[1])),
        )
        for run in range(len(x))
    ]
    columns = {
        name: row
        for run, one in enumerate(compared)
        for at, names in enumerate(one.columns)
        for name, row in zip(names, (x[run, at], y[run, at]), strict=True)
    }
    values = pd.DataFrame(columns, index=index)
    panel = Panel(values, values.notna().astype(int), Grain.MONTH, (), None, (), "study")
    asked = computed(panel, compared, options, None, agreement(values))
    forwards, backwards = asked.results.forwards, asked.results.backwards
    alone = {"q": forwards.p, "reverse_q": backwards.p, "same_q": forwards.same_p}
    alone["apart_q"] = forwards.apart_p
    return assemble(replace(asked, results=replace(asked.results, **alone)))


def share(pairs: list[LeadLag], chosen: Callable[[LeadLag], bool]) -> float:
    return 100 * sum(map(chosen, pairs)) / len(pairs)


def leads(pairs: list[LeadLag]) -> float:
    return share(pairs, lambda pair: pair.verdict is Verdict.LEADS)


def unrelated(runs: int) -> list[str]:
    """One table row per world: leads / follows / rung 4 for each number of segments and months."""
    rows = []
    for name, make in worlds.UNRELATED.items():
        cells = []
        for segments, months in SIZES:
            rng = np.random.default_rng([SEED, segments, months])
            found = together(*make(rng, (runs, segments, months)))
            follows = share(found, lambda pair: pair.verdict is Verdict.FOLLOWS)
            proven = share(found, lambda pair: pair.rung == 4)
            cells.append(f"**{leads(found):.0f}** / {follows:.0f} / {proven:.0f}")
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
        print(rows[-1], flush=True)
    return rows
