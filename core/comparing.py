"""The verb `compare`: next month's file beside the last one, and the two put together."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.errors import Refusal
from core.language import text
from core.reports import describe_comparison
from core.tables import Reading, to_csv
from core.tables.updates import Mode, compare, take


def add_words(parser: ArgumentParser) -> None:
    """What follows the verb on the command line."""
    parser.add_argument("files", nargs=2, metavar="OLD NEW")
    parser.add_argument("--mode", choices=list(Mode), help="put the two together this way")
    parser.add_argument("--out", help="write the first table put together as canonical CSV")
    parser.add_argument("--rename", action="append", default=[], metavar="NEW=OLD")
    parser.add_argument("--no-rename", action="store_true", help="take no two names for one")


def compared(old: Reading, new: Reading, given: Namespace) -> dict[str, Any]:
    """What the new file says anew, otherwise, or no longer; the tables once it is taken in.

    Raises Refusal where the two must not be put together.
    """
    chosen = {} if given.no_rename else _renamed(given.rename) or None
    comparison = compare(old.tables, new.tables, chosen)
    answer = describe_comparison(comparison, given.language)
    if given.mode or given.out:
        mode = Mode(given.mode or Mode.UPDATE)
        tables = take(old.tables, new.tables, mode, comparison.renames)
        answer["mode"] = mode.value
        answer["taken"] = [
            {"sheet": one.sheet, "kind": one.kind.value, "rows": len(one.frame)} for one in tables
        ]
        if given.out:
            Path(given.out).write_bytes(to_csv(tables[0]))
    return answer


def _renamed(said: Iterable[str]) -> dict[str, str]:
    """`NEW=OLD` -> {new name: old name}."""
    found = {}
    for one in said:
        new, mark, old = one.partition("=")
        if not mark or not new.strip() or not old.strip():
            raise Refusal(
                text("{option} cannot be “{said}”.", option="--rename", said=one),
                text("Write it as {form}.", form='"New name=Old name"'),
            )
        found[new.strip()] = old.strip()
    return found
