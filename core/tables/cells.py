"""One column of cells: its distinct texts, each judged once, and the way back to the rows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.tables.model import CellKind
from core.tables.words import is_missing

SAMPLE = 400


@dataclass(frozen=True)
class Cells:
    """The cells of one column in row order, coded by distinct (text, kind)."""

    codes: np.ndarray  # row -> position in `texts`
    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    counts: np.ndarray  # rows per distinct cell
    known: np.ndarray  # distinct cell holds a value

    def share(self, fits: "list[bool] | np.ndarray") -> float:
        """Share of the rows with a value whose distinct cell fits."""
        weights = self.counts * self.known
        total = weights.sum()
        return float((weights * np.asarray(fits, bool)).sum() / total) if total else 0.0

    def sample(self) -> "Cells":
        """The first distinct cells, enough to tell what a column cannot be."""
        rows = self.codes[self.codes < SAMPLE]
        return Cells(
            rows,
            self.texts[:SAMPLE],
            self.kinds[:SAMPLE],
            self.counts[:SAMPLE],
            self.known[:SAMPLE],
        )

    def in_order(self) -> np.ndarray:
        """Codes of the rows that hold a value, in row order."""
        return np.asarray(self.codes[self.known[self.codes]])


def cells_of(words: "pd.Series[str]", kinds: "pd.Series[str]") -> Cells:
    """The cells of a column of texts and a column of kinds of the same rows."""
    text_codes, texts_found = pd.factorize(words.str.strip().to_numpy(object))
    kind_codes, kinds_found = pd.factorize(kinds.to_numpy(object))
    codes, pairs = pd.factorize(text_codes.astype(np.int64) * len(CellKind) + kind_codes)
    texts = tuple(str(texts_found[pair // len(CellKind)]) for pair in pairs)
    said = tuple(str(kinds_found[pair % len(CellKind)]) for pair in pairs)
    known = [
        kind not in ("error", "empty") and not is_missing(one)
        for one, kind in zip(texts, said, strict=True)
    ]
    counts = np.bincount(codes, minlength=len(texts))
    return Cells(codes, texts, said, counts, np.array(known, bool))
