"""Many writers at once, in processes and in threads: nothing is lost, every conflict is said."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from core.language import text
from core.workspace import Workspaces, edits
from tests.core.workspace.monthly import monthly, taken

ROOT = Path(__file__).parents[3]
PROCESSES, CHANGES = 8, 40


def test_eight_processes_with_forty_changes_each_lose_no_update(tmp_path):
    store = Workspaces(tmp_path)
    made = store.create()
    for number in range(100):
        made = store.change(made.id, edits.add_note(f"shared {number}"), text("Note"))
    given = [str(tmp_path), made.id, str(PROCESSES), str(CHANGES)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.workspace.writers", *given],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == PROCESSES
    total = {name: sum(one[name] for one in said) for name in said[0]}
    now = store.open(made.id)
    assert total["refused"] == 0
    assert sum(total.values()) == PROCESSES * CHANGES
    assert now.revision == made.revision + total["added"] + total["deleted"]
    assert len(now.state.notes) == 100 + total["added"] - total["deleted"]
    assert [one.number for one in store.revisions(made.id)] == list(range(1, now.revision + 1))
    store.close()


def test_threads_share_one_store(store):
    made = store.create()

    def work(who):
        for number in range(10):
            store.change(made.id, edits.add_note(f"{who} {number}"), text("Note"))
        return store.open(made.id).revision

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    notes = [one.text for one in store.open(made.id).state.notes]
    assert len(set(notes)) == len(notes) == 80


def test_a_file_is_kept_while_another_workspace_with_it_is_deleted(store):
    """The writer found its object there; it is swept before the writer's transaction begins."""
    first = taken(store, store.create(), "monthly.csv", monthly(12))
    second = store.create()
    arrival = store.arrive(second, "monthly.csv", monthly(12))
    put = store._put

    def put_then_swept(contents):
        found = put(contents)
        if len(store.recent()) == 2:
            store.delete(first.id)
        return found

    store._put = put_then_swept
    after = store.accept(second.id, arrival, monthly(12))
    assert store.content(after.state.datasets[0].newest.digest) == monthly(12)
    assert store.tables(after, after.state.datasets[0])
