"""Compares what was read of a generated file with its truth, cell by cell."""

import pandas as pd

from core.errors import Refusal
from core.tables import Reading, Table, TableKind, read

Values = dict[tuple[str, object], float]


def judged(case, content: bytes, name: str) -> tuple[str, str]:
    """right | asked | refused | lost (values missing without a word) | wrong, and why."""
    try:
        reading = read(content, name)
    except Refusal as stop:
        return "refused", str(stop)
    wanted = {key: value for key, value in case.truth.items() if value is not None}
    found, twice = _found(reading, [name for name, _ in case.truth])
    if twice:
        return "wrong", f"twice {twice}"
    asked = [q.id for table in reading.tables for q in table.questions]
    extra = {key: value for key, value in found.items() if key not in wanted}
    if extra:
        return "wrong", f"extra {list(extra.items())[:3]}"
    off = {
        k: (v, wanted[k]) for k, v in found.items() if abs(v - wanted[k]) > 1e-9 * abs(wanted[k])
    }
    if off:
        return "wrong", f"off {list(off.items())[:3]} of {len(off)}"
    issues = sum(len(table.issues) for table in reading.tables)
    if len(found) == len(wanted):
        return (
            ("right", "") if issues >= case.bad else ("wrong", f"{issues} issues, {case.bad} bad")
        )
    if asked:
        return "asked", str(asked)
    missing = sorted(set(wanted) - set(found), key=str)
    return "lost", f"{len(missing)} of {len(wanted)}, such as {missing[:2]}"


def _found(reading: Reading, names: list[str]) -> tuple[Values, list[object]]:
    found: Values = {}
    twice: list[object] = []
    for table in reading.tables:
        if table.kind is TableKind.OTHER:
            continue
        for metric, day, value in _cells(table):
            if pd.isna(value) or pd.isna(day):
                continue
            key = _known(metric, names), day.date()
            if key in found:
                twice.append((metric, key))
            found[key] = float(value)
    return found, twice


def _cells(table: Table):
    fields = {one.field: one.name for one in table.columns}
    if table.kind is TableKind.KPI_LONG:
        picked = table.frame[[fields["metric"], fields["period"], fields["value"]]]
        yield from picked.itertuples(index=False, name=None)
        return
    for column in table.columns:
        if column.field == "measure":
            for day, value in zip(
                table.frame[fields["period"]], table.frame[column.name], strict=True
            ):
                yield column.name, day, value


def _known(metric: str, names: list[str]) -> str:
    held = [name for name in dict.fromkeys(names) if name.casefold() in str(metric).casefold()]
    return max(held, key=len, default=str(metric))
