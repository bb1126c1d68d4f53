"""A panel over events in Parquet beside SQL written by hand for the same questions, and its memory.

`python -m benchmarks.metrics_scale [folder]` makes 1, 10 and 50 million activities (18 to 900 MB)
once in the folder and prints a table. Processor seconds of all threads, each run in its own
process; memory is the largest that it held. `--ours FILE`, `--hand FILE`: one run.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from core.metrics import build_panel, connected
from core.periods import Grain

SIZES = (1_000_000, 10_000_000, 50_000_000)
EVENTS = """
copy (select i as activity_id,
  timestamp '2022-01-01' + to_seconds(cast(i * (1096 * 86400.0 / {n}) as bigint)) as occurred_at,
  ['Call','Call','Call','Call','Email','Email','Email','Meeting','Demo','Visit']
    [1 + cast(hash(i, 1) % 10 as int)] as type,
  ['Outbound','Outbound','Inbound'][1 + cast(hash(i, 2) % 3 as int)] as direction,
  ['Completed','Completed','Connected','No answer','No show','Cancelled']
    [1 + cast(hash(i, 3) % 6 as int)] as outcome,
  cast(hash(i, 4) % 900 as double) as duration_s,
  'Region ' || (hash(i, 5) % 12) as region,
  'Owner ' || (hash(i, 6) % 200) as owner,
  cast(hash(i, 7) % 400000 as bigint) as deal_id
from range({n}) t(i)) to '{file}' (format parquet)
"""
MADE = "direction <> 'Inbound'"
DEALT = "type in ('Call', 'Email', 'Meeting', 'Demo', 'Visit') and outcome not in "
DEALT += "('Cancelled', 'No show') and deal_id is not null"
TRIED = "outcome in ('Completed', 'Connected', 'No answer')"
HELD, MET = "outcome in ('Completed', 'Connected')", "type in ('Meeting', 'Demo')"
BY_HAND = (
    "select type, direction, outcome, count(*) from {t} group by all",
    "select distinct date_trunc('day', occurred_at) from {t} where outcome <> 'Cancelled'",
    f"""select date_trunc('month', occurred_at) as month,
  count(*) filter (where type = 'Call' and {MADE} and outcome <> 'Cancelled'),
  count(*) filter (where type = 'Call' and {MADE} and {HELD})::double
    / nullif(count(*) filter (where type = 'Call' and {MADE} and {TRIED}), 0),
  count(*) filter (where {MET} and {HELD})::double
    / nullif(count(*) filter (where {MET} and outcome in ('Completed', 'Connected', 'No show')), 0),
  count(*) filter (where type = 'Visit' and outcome not in ('Cancelled', 'No show')),
  count(*) filter (where type = 'Email' and {MADE} and outcome <> 'Cancelled'),
  count(*) filter (where {DEALT})::double
    / nullif(count(distinct deal_id) filter (where {DEALT}), 0),
  count(*) filter (where type = 'Meeting' and outcome <> 'Cancelled'),
  count(*) filter (where type = 'Demo' and outcome <> 'Cancelled'),
  count(*) filter (where type = 'Call' and {MADE} and outcome <> 'Cancelled')::double
    / nullif(count(distinct (owner, date_trunc('day', occurred_at)))
      filter (where type = 'Call' and {MADE} and outcome <> 'Cancelled'), 0)
from {{t}} group by 1 order by 1""",
)


def ours(file: str) -> None:
    panel = build_panel([connected(file, "")], Grain.MONTH)
    assert len(panel.values.columns) == 9, list(panel.values)


def by_hand(file: str) -> None:
    with duckdb.connect() as database:
        database.execute("set threads = 2")
        for question in BY_HAND:
            database.execute(question.format(t=f"read_parquet('{file}')")).fetchall()


def one_run(way: str, file: str) -> None:
    """Seconds beyond what the same takes over a thousand rows, and megabytes at most."""
    work = ours if way == "--ours" else by_hand
    work(f"{file}.small")
    start = time.process_time()
    work(file)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([time.process_time() - start, memory]))


def apart(way: str, file: Path) -> list[float]:
    """One run in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.metrics_scale", way, str(file)]
    told = subprocess.run(words, check=True, capture_output=True, text=True)
    return json.loads(told.stdout.splitlines()[-1])


def main(folder: Path) -> None:
    print("| events | panel, s | by hand, s | ratio | panel, MB | by hand, MB |")
    print("|---|---|---|---|---|---|")
    for n in SIZES:
        file = folder / f"events_{n}.parquet"
        for path, size in ((file, n), (Path(f"{file}.small"), 1000)):
            if not path.exists():
                duckdb.execute(EVENTS.format(n=size, file=path))
        (s, memory), (hand, least) = apart("--ours", file), apart("--hand", file)
        ratio = f"{s:.1f} | {hand:.1f} | {s / hand:.2f} | {memory:.0f} | {least:.0f}"
        print(f"| {n:,} | {ratio} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1].startswith("--"):
        one_run(sys.argv[1], sys.argv[2])
    elif sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
