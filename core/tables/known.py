"""Which cells of a typed column hold something; an empty text or a word for nothing is unknown."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.words import MISSING

_NOTHING = pa.array(sorted(MISSING), pa.large_string())


def known_cells(values: "pd.Series[str]") -> np.ndarray:
    """True for each cell that holds a value."""
    if not pd.api.types.is_string_dtype(values.dtype):
        return np.asarray(values.notna().to_numpy())
    cells = pc.utf8_lower(pc.utf8_trim_whitespace(pa.array(values, pa.large_string())))
    nothing = np.asarray(pc.is_in(cells, _NOTHING).to_numpy(False), bool)
    return np.asarray(values.notna().to_numpy() & ~nothing)
