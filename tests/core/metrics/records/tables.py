"""Small tables of records, written by hand as the reading returns them."""

import pandas as pd

from core.metrics import build_panel
from core.periods import Grain
from core.tables import Column, ColumnType, Table, TableKind


def records(kind, fields, *, names=None, source="crm.csv", types=None):
    """A table of that kind: field -> cells; dates as ISO text, None where a cell is empty."""
    names, types = names or {}, types or {}
    frame, columns = {}, []
    for field, cells in fields.items():
        name = names.get(field, field)
        values = pd.Series(list(cells), dtype=object)
        if values.isna().all():
            kind_of = ColumnType.EMPTY
        elif field.endswith("_at"):
            values, kind_of = pd.to_datetime(values, format="ISO8601"), ColumnType.DATETIME
        elif values.dropna().map(lambda one: isinstance(one, bool)).all() and values.notna().any():
            values, kind_of = values.astype("boolean"), ColumnType.BOOLEAN
        elif values.dropna().map(lambda one: isinstance(one, (int, float))).all():
            values, kind_of = values.astype(float), ColumnType.NUMBER
        else:
            values, kind_of = values.astype("string"), ColumnType.TEXT
        frame[name] = values
        columns.append(Column(name, types.get(field, field), kind_of))
    frame = pd.DataFrame(frame)
    frame.index = pd.RangeIndex(2, 2 + len(frame))
    return Table(TableKind(kind), source, "", frame, tuple(columns), header_rows=(1,))


def deals(rows, **more):
    """Deals from (id, status, created, closed, amount)."""
    ids, status, created, closed, amount = zip(*rows, strict=True)
    fields = {
        "deal_id": ids, "status": status, "created_at": created, "closed_at": closed,
        "amount": amount,
    }  # fmt: skip
    return records("deals", fields, **more)


def panel(*tables, grain=Grain.MONTH, **more):
    """The panel of those tables, the last period kept."""
    return build_panel(tables, grain, keep_unfinished=True, **more)


def values(found, id):
    """Period -> value, without the unknown ones."""
    return {str(period): value for period, value in found.values[id].dropna().items()}


def said(found):
    """All notices, in English."""
    return [one.to("en") for one in found.notices]


def heard(found, words):
    """Whether some notice holds those words."""
    return any(words in one for one in said(found))


def same(one, other):
    """The same values, and the same refused; neither has any where the other has none."""
    assert (one is None) == (other is None)
    if one is not None:
        pd.testing.assert_frame_equal(one.values, other.values, rtol=1e-9)
        assert set(one.refused) == set(other.refused)


def agree(whole, parts):
    """The same values; one that a file alone does not tell may be unknown, never another one.

    Then it is said that the files speak of different days.
    """
    assert (whole is None) == (parts is None)
    if whole is None:
        return
    assert set(parts.values) <= set(whole.values)
    for id in parts.values:
        known = parts.values[id].dropna()
        expected = whole.values[id].reindex(known.index)
        pd.testing.assert_series_equal(known, expected, rtol=1e-9, check_freq=False)
        fewer = known.size < whole.values[id].reindex(parts.values.index).count()
        assert not fewer or heard(parts, "speak")
