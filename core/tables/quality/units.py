"""Metrics and amounts that are kept in several units."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from core.language import text
from core.tables.model import Column, TableKind
from core.tables.quality.model import MOST_PLACES, Fault, Finding, Severity
from core.tables.quality.strands import View, cells, place


def mixed_units(view: View) -> Iterator[Finding]:
    """Metrics, or amounts, whose rows name several units."""
    table = view.table
    units = next((c for c in table.columns if c.field in ("unit", "currency")), None)
    if units is None:
        return
    said = cells(table, units).astype("string").str.strip().str.casefold()
    known = said.notna().to_numpy() & said.ne("").fillna(False).to_numpy(bool)
    series = table.kind is TableKind.KPI_LONG
    codes = view.keys.codes if series else np.zeros(len(said), np.int64)
    rows = pd.DataFrame({"key": codes, "unit": said})[known]
    several = rows.groupby("key")["unit"].nunique()
    for code in several.index[several > 1].tolist():
        yield _mixed(view, units, int(code) if series else None, rows[rows["key"] == code]["unit"])


def _mixed(view: View, units: Column, code: int | None, said: "pd.Series[str]") -> Finding:
    odd = np.flatnonzero(view.table.frame.index.isin(said.index[said != said.mode()[0]]))
    named = ", ".join(said.value_counts().index[:5])
    name = units.name if code is None else view.name(view.strands[0], code)
    return Finding(
        Fault.MIXED,
        Severity.CHECK if code is None else Severity.WRONG,
        text("{name} is kept in several units: {list}.", name=name, list=named),
        text("Bring them to one unit before adding or comparing them."),
        units.name,
        tuple(place(view.table, i, units) for i in odd[:MOST_PLACES].tolist()),
        len(odd),
    )
