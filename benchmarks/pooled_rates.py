"""How often the pooled answer is wrong when nothing leads, and what pooling finds.

Every pair is judged as if asked alone (q = p). `python -m benchmarks.pooled_rates [runs]` prints
the tables; `benchmarks.error_rates` puts them beside the others.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from benchmarks import worlds_of_segments as worlds
from core.lead_lag import LeadLag, Options, Verdict
from core.lead_lag.answer import computed
from core.lead_lag.assemble import assemble
from core.lead_lag.plan import Plan
from core.lead_lag.pooling.agree import agreement
from core.lead_lag.pooling.stack import column
from core.lead_lag.searches import searches
from core.lead_lag.significance import Search
from core.lead_lag.study import Compared, Study
from core.metrics.panel import Panel
from core.periods import Grain

RUNS = 200
SEED = 30
OPTIONS = Options(surrogates=199)
LAGS = (1, Grain.MONTH.furthest_lead)
SIZES = ((4, 24), (12, 24), (4, 36), (12, 36))  # segments, months
BATCH = 600  # series answered together


def together(x: np.ndarray, y: np.ndarray, options: Options = OPTIONS) -> list[LeadLag]:
    """The pooled answer of each of (runs, segments, periods), as if it were the only one asked."""
    found = []
    for part in _parts(x):
        panel, compared = _asked(x[part], y[part])
        asked = computed(panel, compared, options, None, agreement(panel.values))
        forwards, backwards = asked.results.forwards, asked.results.backwards
        alone = {"q": forwards.p, "reverse_q": backwards.p, "same_q": forwards.same_p}
        alone["apart_q"] = forwards.apart_p
        found += assemble(replace(asked, results=replace(asked.results, **alone)))
    return found


def searched(x: np.ndarray, y: np.ndarray) -> list[tuple[Search, Plan]]:
    """Only the search of each of (runs, segments, periods), in parts: no past is forecast."""
    found = []
    for part in _parts(x):
        panel, compared = _asked(x[part], y[part])
        study = Study.of(panel, compared, agreement(panel.values))
        plan = Plan.of(study, compared, LAGS)
        found.append((searches(study, plan, OPTIONS, lambda share: None)[0], plan))
    return found


def _parts(x: np.ndarray) -> list[slice]:
    step = max(1, BATCH // (2 * x.shape[1]))
    return [slice(at, at + step) for at in range(0, len(x), step)]


def _asked(x: np.ndarray, y: np.ndarray) -> tuple[Panel, list[Compared]]:
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
    index = pd.period_range("2010-01", periods=x.shape[2], freq="M")
    values = pd.DataFrame(columns, index=index)
    return Panel(values, values.notna().astype(int), Grain.MONTH, (), None, (), "study"), compared


def leads(pairs: Sequence[LeadLag]) -> float:
    """Percent called a lead."""
    return 100 * sum(pair.verdict is Verdict.LEADS for pair in pairs) / len(pairs)


def passed(x: np.ndarray, y: np.ndarray, p_of: Callable[[Search], np.ndarray]) -> float:
    """Percent whose p is 5 % or less."""
    p = np.concatenate([p_of(found) for found, _ in searched(x, y)])
    return 100 * float(np.mean(p <= 0.05))


def unrelated(runs: int) -> list[str]:
    """One table row per world: percent that pass as leads, for each of SIZES."""
    rows = []
    for name, make in worlds.UNRELATED.items():
        made = (make(np.random.default_rng([SEED, *size]), (runs, *size)) for size in SIZES)
        cells = (f"{passed(x, y, lambda found: found.p):.0f}" for x, y in made)
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
        print(rows[-1], flush=True)
    return rows


def power(runs: int) -> list[str]:
    """One row per strength and share in common: 8 segments of 24 months, their sum, one alone."""
    rows = []
    for share, shared in ((0.1, 0.0), (0.1, 0.3), (0.1, 0.8), (0.2, 0.3), (0.3, 0.3)):
        make = worlds.leads(share, shared)
        x, y = make(np.random.default_rng([SEED, 8, 24]), (runs, 8, 24))
        ways = (x, y), (x.sum(1, keepdims=True), y.sum(1, keepdims=True)), (x[:, :1], y[:, :1])
        cells = (f"{passed(*way, lambda found: found.p):.0f}" for way in ways)
        rows.append(f"| {share} | {100 * shared:.0f} % | " + " | ".join(cells) + " |")
        print(rows[-1], flush=True)
    return rows


def disagreement(runs: int) -> list[str]:
    """Half the segments one way and half the other: percent called a lead, percent told apart."""
    rows = []
    for segments, months in SIZES:
        x, y = worlds.leads(0.3, 0.3, 0.5)(
            np.random.default_rng([SEED, segments, months]), (runs, segments, months)
        )
        cells = [passed(x, y, which) for which in (lambda one: one.p, lambda one: one.apart_p)]
        rows.append(f"| {segments} x {months} | {cells[0]:.0f} | {cells[1]:.0f} |")
        print(rows[-1], flush=True)
    return rows


def tables(runs: int) -> list[str]:
    """All of them, as lines of Markdown."""
    sizes = " | ".join(f"{segments} x {months}" for segments, months in SIZES)
    return [
        "## Pooled over segments",
        "",
        f"`python -m benchmarks.pooled_rates {runs}`: {runs} pairs a cell, seed {SEED}, "
        f"{OPTIONS.surrogates} re-runs, percent (standard error of a cell near 5: "
        f"{100 * np.sqrt(0.05 * 0.95 / runs):.1f}). Segments x months.",
        "",
        "Unrelated pairs: p of 5 % or less.",
        "",
        f"| world | {sizes} |",
        "|---" * (len(SIZES) + 1) + "|",
        *unrelated(runs),
        "",
        "True leads of 3 months, 8 segments of 24 months: found by pooling, in the sum of the "
        "segments, in one of them.",
        "",
        "| R² | news in common | pooled | sum | one |",
        "|---|---|---|---|---|",
        *power(runs),
        "",
        "Half the segments lead upwards and half downwards (R² .3): called a lead, and told apart.",
        "",
        "| segments x months | lead | told apart |",
        "|---|---|---|",
        *disagreement(runs),
        "",
    ]


if __name__ == "__main__":
    print("\n".join(tables(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)))
