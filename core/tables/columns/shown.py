"""Which cells may show a decimal mark or an order of day and month; most show neither.

A mark needs a comma or a point, an order three numbers in a row. What is not printable ASCII may
show anything.
"""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

_MAY_SHOW = (
    r"[.,]"  # a decimal mark
    r"|\d\s*[-/. ]\s*\d+\s*[-/. ]\s*\d|\d{8}"  # a date such as 3/4/2024 or 03042024
    r"|[^ -~]"
)
_ISO = r"^\d{4}-\d{1,2}-\d{1,2}([ T]\d\d:\d\d(:\d\d)?)?$"  # a date whose order is known
_ONLY = {"point": r"^-?\d+\.(\d\d?|\d{4,})$", "comma": r"^-?\d+,(\d\d?|\d{4,})$"}


def only_mark(words: "pd.Series[str]") -> str:
    """The decimal mark when each cell is a number that leaves no choice of it; "" else."""
    cells = pa.array(words, pa.large_string())
    return next((mark for mark, shape in _ONLY.items() if _fits(cells, shape).all()), "")


def may_show(words: "pd.Series[str]") -> np.ndarray:
    """Which cells may show how the file writes numbers and dates."""
    cells = pa.array(words, pa.large_string())
    return np.asarray(_fits(cells, _MAY_SHOW) & ~_fits(cells, _ISO))


def _fits(cells: pa.Array, shape: str) -> np.ndarray:
    return np.asarray(pc.match_substring_regex(cells, shape).to_numpy(zero_copy_only=False), bool)
