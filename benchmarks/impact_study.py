"""How often “Did it work?” is answered wrongly: `python -m benchmarks.impact_study [runs]`.

Each world is put with a comparison and without, once where the event did nothing and once where
it added 20 % to the treated; the same noise in both.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool

import numpy as np

from benchmarks.impact_worlds import METRIC, WORLDS, World, world
from core.enablement.impact import Asked, Impact, Verdict, impact

RUNS = 150
SEED = 50
MONTHS = (36, 60)
EFFECT = 0.2
PROCESSES = 2
Cell = tuple[str, int, bool]  # world, months, with a comparison


@dataclass(frozen=True)
class Rates:
    """Shares of the runs of one cell."""

    quiet: float  # nothing happened, and “no evidence” was said
    covered: float  # +20 % happened, and lies in the 95 % interval
    found: float  # +20 % happened, and higher (alone: a change) was said
    usual: float  # nothing happened, and the interval alone would have claimed something


def rates(cell: Cell, runs: int) -> Rates:
    """One cell of the tables."""
    name, months, _ = cell
    seeds = np.random.SeedSequence([SEED, months, list(WORLDS).index(name)]).spawn(runs)
    quiet, planted = [], []
    for seed in seeds:
        quiet.append(answered(cell, 0.0, seed))
        planted.append(answered(cell, EFFECT, seed))
    covered = [_within(one, EFFECT) for one in planted]
    found = [one.verdict in (Verdict.HIGHER, Verdict.CHANGE) for one in planted]
    claimed = [one.p < 0.05 for one in quiet]
    silent = [one.verdict is Verdict.NO_EVIDENCE for one in quiet]
    return Rates(*(float(np.mean(one)) for one in (silent, covered, found, claimed)))


def answered(cell: Cell, effect: float, seed: np.random.SeedSequence) -> Impact:
    """The answer in one world."""
    name, months, compared = cell
    made: World = world(WORLDS[name], np.random.default_rng(seed), months, effect)
    asked = Asked(made.treated, made.comparison if compared else ())
    return impact(made.panel, METRIC, made.when, asked)


def _within(one: Impact, truth: float) -> bool:
    assert one.relative is not None
    return one.relative.low <= truth <= one.relative.high


def _row(asked: tuple[Cell, int]) -> tuple[Cell, Rates]:
    cell, runs = asked
    found = rates(cell, runs)
    print(cell, found, file=sys.stderr, flush=True)
    return cell, found


def table(found: dict[Cell, Rates], compared: bool) -> Iterator[str]:
    """One row a world, one figure a length in each cell."""
    yield (
        "| world | “no evidence”, nothing happened | +20 % in the interval | +20 % found |"
        " p < .05 alone |"
    )
    yield "|---|---|---|---|---|"
    for name in WORLDS:
        cells = [found[name, months, compared] for months in MONTHS]
        columns = [
            " / ".join(f"{100 * getattr(cell, field):.0f}" for cell in cells)
            for field in ("quiet", "covered", "found", "usual")
        ]
        yield f"| {name} | " + " | ".join(columns) + " |"


def main(runs: int) -> None:
    """Prints both tables."""
    cells = [
        (name, months, with_) for with_ in (True, False) for name in WORLDS for months in MONTHS
    ]
    with Pool(PROCESSES) as pool:
        found = dict(pool.imap_unordered(_row, [(cell, runs) for cell in cells]))
    for compared, title in ((True, "With a comparison group"), (False, "Without a comparison")):
        print(f"\n{title}, {runs} runs a cell, {'/'.join(map(str, MONTHS))} months; percent.\n")
        print("\n".join(table(found, compared)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
