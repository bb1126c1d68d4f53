"""Processes that change one workspace at once.

`python -m tests.core.workspace.writers FOLDER ID PROCESSES CHANGES` prints what each of them did.
"""

import json
import os
import sys
from pathlib import Path

from core.errors import Refusal
from core.language import text
from core.workspace import Conflict, Workspaces, edits


def write(folder: Path, id: str, who: str, times: int) -> dict[str, int]:
    """Adds notes, and deletes a note that every other writer wants to delete too."""
    store = Workspaces(folder)
    said = {"added": 0, "deleted": 0, "conflicts": 0, "refused": 0}
    for number in range(times):
        try:
            if number % 4 == 3:
                shared = store.open(id).state.notes[0].id
                store.change(id, edits.drop_note(shared), text("Note deleted"))
                said["deleted"] += 1
            else:
                store.change(id, edits.add_note(f"{who}-{number}"), text("Note"))
                said["added"] += 1
        except Conflict:
            said["conflicts"] += 1
        except Refusal:
            said["refused"] += 1
    return said


def main(folder: Path, id: str, processes: int, changes: int) -> None:
    """Forks the writers, so that everything is imported once."""
    children = []
    for who in range(processes):
        child = os.fork()
        if child == 0:
            print(json.dumps(write(folder, id, f"writer {who}", changes)), flush=True)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
