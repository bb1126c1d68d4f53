"""Deals by their size: three bands with about as many deals in each, so that like meets like."""

import math
from itertools import pairwise

import pandas as pd

from core.enablement.waits import WAITED, wait_said
from core.language import Amount, Text, text

SIZE_BAND = "size_band"  # the column, and the word to divide by
_BANDS = 3
_LEAST = 3 * _BANDS  # amounts below which bands say nothing
_UP_TO, _OVER, _TO = "<= ", "> ", " - "
UNKNOWN = ""


def with_bands(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the band of their amount, in the file's own money; unknown amounts have none.

    Without enough different amounts, or where they are in several currencies, there are no bands.
    """
    if "amount" not in frame.columns or _currencies(frame) > 1:
        return frame
    amounts = frame["amount"].astype(float)
    edges = _edges(amounts.dropna())
    if not edges:
        return frame
    words = [
        _UP_TO + _plain(edges[0]),
        *(_plain(low) + _TO + _plain(high) for low, high in pairwise(edges)),
        _OVER + _plain(edges[-1]),
    ]
    cut = pd.cut(amounts, [-math.inf, *edges, math.inf], labels=words)
    return frame.assign(**{SIZE_BAND: cut.astype("string").fillna(UNKNOWN)})


def _currencies(frame: pd.DataFrame) -> int:
    return int(frame["currency_of_amount"].nunique()) if "currency_of_amount" in frame else 1


def _edges(amounts: pd.Series) -> list[float]:
    """Where one band ends and the next begins: thirds, rounded to two figures."""
    if len(amounts) < _LEAST:
        return []
    rough = amounts.quantile([at / _BANDS for at in range(1, _BANDS)])
    edges = sorted({_rounded(one) for one in rough})
    return [one for one in edges if amounts.min() <= one < amounts.max()]


def _rounded(amount: float) -> float:
    return float(f"{amount:.2g}")


def _plain(amount: float) -> str:
    return f"{amount:.15g}"


def band_said(word: str) -> Text:
    """A band in words, its amounts as each language writes them."""
    if word.startswith(_UP_TO):
        return text("up to {high}", high=_amount(word.removeprefix(_UP_TO)))
    if word.startswith(_OVER):
        return text("over {low}", low=_amount(word.removeprefix(_OVER)))
    low, between, high = word.partition(_TO)
    if not between:
        return text("amount unknown")
    return text("{low} to {high}", low=_amount(low), high=_amount(high))


def group_said(by: str, word: str) -> Text:
    """A group in words: as the file writes it; bands of size and rows that name none in ours."""
    if by == SIZE_BAND:
        return band_said(word)
    if by == WAITED:
        return wait_said(word)
    return Text("{word}", (("word", word),)) if word else text("(left blank)")


def _amount(word: str) -> Amount:
    value = float(word)
    return Amount(value, 0 if value == round(value) else 2)
