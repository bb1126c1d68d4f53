"""A manager's monthly file, written anew each month."""

from core.tables.stored import to_parquet
from core.workspace import Workspace, Workspaces

MONTHS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]


def monthly(months=12, corrected=None, shuffled=False):
    """The bytes of a CSV; `corrected` maps a place to another figure of revenue."""
    rows = [
        f"{month},{30 + 7 * i % 11},{(corrected or {}).get(i, 1000 + 13 * i)}"
        for i, month in enumerate(MONTHS[:months])
    ]
    rows = rows[1::2] + rows[::2] if shuffled else rows
    return ("Month,New leads,Revenue\n" + "\n".join(rows) + "\n").encode()


def taken(store: Workspaces, workspace: Workspace, source: str, content: bytes) -> Workspace:
    """The workspace after a file was brought and accepted."""
    return store.accept(workspace.id, store.arrive(workspace, source, content), content)


def figures(store: Workspaces, workspace: Workspace):
    """Month -> revenue, of the first data set."""
    (table,) = store.tables(workspace, workspace.state.datasets[0])
    return {str(day)[:7]: value for day, value in table.frame[["Month", "Revenue"]].to_numpy()}


def objects(store: Workspaces, workspace: Workspace):
    """The bytes of every object that the state names; each is whole or the store refuses."""
    for dataset in workspace.state.datasets:
        for upload in dataset.uploads:
            yield upload.digest, store.content(upload.digest)
            yield from ((digest, store.content(digest)) for digest in upload.tables)
        for table, digest in zip(
            store.tables(workspace, dataset), dataset.newest.tables, strict=True
        ):
            assert to_parquet(table) == store.content(digest)
