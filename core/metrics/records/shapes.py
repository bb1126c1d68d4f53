"""Whether a column's values are what its field needs: moments, numbers, else anything."""

import pandas as pd
import pyarrow as pa

from core.tables.mapping import KINDS
from core.tables.mapping.model import Shape
from core.tables.model import TableKind

_NUMBERS = frozenset((Shape.NUMBER, Shape.DURATION, Shape.PERCENT))
_NEEDED = {Shape.DATE: pa.timestamp("us"), **dict.fromkeys(_NUMBERS, pa.float64())}


def fits(values: pd.Series, kind: TableKind, field: str) -> bool:
    """False where dates or numbers are needed and the column holds words."""
    shape = _shape(kind, field)
    if shape is Shape.DATE:
        return bool(values.isna().all()) or pd.api.types.is_datetime64_any_dtype(values)
    if shape in _NUMBERS:
        api = pd.api.types
        known = api.is_numeric_dtype(values) or api.is_timedelta64_dtype(values)
        return bool(values.isna().all()) or (known and not api.is_bool_dtype(values))
    return True


def nothing(values: pd.Series, kind: TableKind, field: str) -> pa.Array | None:
    """A column without any value in the type its field needs, else None."""
    needed = _NEEDED.get(_shape(kind, field) or Shape.ANY)
    return pa.nulls(len(values), needed) if needed and bool(values.isna().all()) else None


def _shape(kind: TableKind, field: str) -> Shape | None:
    return next((one.shape for one in KINDS[kind].fields if one.id == field != "-"), None)
