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
        if len(self.texts) <= SAMPLE:
            return self
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
    text_codes, texts_found = _stripped(words)
    kind_codes, kinds_found = _kinds(kinds)
    codes, pairs = _paired(text_codes, kind_codes, len(texts_found))
    texts = tuple(texts_found[pair // len(CellKind)] for pair in pairs.tolist())
    said = tuple(kinds_found[pair % len(CellKind)] for pair in pairs.tolist())
    known = [
        kind not in ("error", "empty") and not is_missing(one)
        for one, kind in zip(texts, said, strict=True)
    ]
    counts = np.bincount(codes, minlength=len(texts))
    return Cells(codes, texts, said, counts, np.array(known, bool))


def only_kind(kinds: "pd.Series[str]") -> str:
    """The kind of all cells in a column; "" where they differ, or telling takes long."""
    if not isinstance(kinds.dtype, pd.CategoricalDtype) or not len(kinds):
        return ""
    codes = kinds.cat.codes.to_numpy()
    return str(kinds.iloc[0]) if codes[0] >= 0 and (codes == codes[0]).all() else ""


def _kinds(kinds: "pd.Series[str]") -> tuple[np.ndarray, list[str]]:
    """Which of the distinct kinds each row has, and those kinds."""
    if alone := only_kind(kinds):
        return np.zeros(len(kinds), np.int8), [alone]
    codes, distinct = kinds.factorize()
    return codes, [str(kind) for kind in distinct]


def _stripped(words: "pd.Series[str]") -> tuple[np.ndarray, list[str]]:
    """The distinct texts without blanks at either end, and which of them each row holds."""
    codes, found = words.factorize()
    bare = [str(one).strip() for one in found.tolist()]
    places = {one: place for place, one in enumerate(dict.fromkeys(bare))}
    if len(places) == len(bare):
        return codes, bare
    return np.array([places[one] for one in bare], np.int64)[codes], list(places)


def _paired(texts: np.ndarray, kinds: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Each row's distinct pair of text and kind, in order of appearance, and those pairs."""
    if not kinds.any():
        return texts, np.arange(count) * len(CellKind)
    usual = np.zeros(count, np.int64)
    usual[texts] = kinds
    if (usual[texts] == kinds).all():  # the common case, without sorting out pairs
        return texts, np.arange(count) * len(CellKind) + usual
    codes, pairs = pd.factorize(texts.astype(np.int64) * len(CellKind) + kinds)
    return codes, pairs
