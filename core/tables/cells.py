"""One column of cells: its distinct texts, each judged once, and the way back to the rows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.words import is_missing


@dataclass(frozen=True)
class Cells:
    """The cells of one column in row order, coded by distinct (text, kind)."""

    codes: np.ndarray  # type: ignore[type-arg]  # row -> position in `texts`
    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    counts: np.ndarray  # type: ignore[type-arg]  # rows per distinct cell
    known: np.ndarray  # type: ignore[type-arg]  # distinct cell holds a value

    def share(self, fits: "list[bool] | np.ndarray") -> float:  # type: ignore[type-arg]
        """Share of the rows with a value whose distinct cell fits."""
        weights = self.counts * self.known
        total = weights.sum()
        return float((weights * np.asarray(fits, bool)).sum() / total) if total else 0.0

    def in_order(self) -> np.ndarray:  # type: ignore[type-arg]
        """Codes of the rows that hold a value, in row order."""
        return np.asarray(self.codes[self.known[self.codes]])


def cells_of(words: "pd.Series[str]", kinds: "pd.Series[str]") -> Cells:
    """The cells of a column of texts and a column of kinds of the same rows."""
    stripped = words.str.strip()
    pairs = pd.MultiIndex.from_arrays([stripped.to_numpy(object), kinds.to_numpy(object)])
    codes, distinct = pd.factorize(pairs)
    texts = tuple(str(one[0]) for one in distinct)
    said = tuple(str(one[1]) for one in distinct)
    known = [
        kind not in ("error", "empty") and not is_missing(one)
        for one, kind in zip(texts, said, strict=True)
    ]
    counts = np.bincount(codes, minlength=len(texts))
    return Cells(codes, texts, said, counts, np.array(known, bool))
