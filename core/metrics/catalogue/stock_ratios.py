"""How fast stock turns: what was sold over the mean of opening and closing stock.

Over the period as it is, never made yearly; unknown unless both stocks are above 0.
"""

import pandas as pd

from core.metrics.measures import Derived


def _over_mean_stock(sold: pd.Series, stock: pd.Series) -> pd.Series:
    opening, closing = stock.shift(1), stock
    known = (opening > 0) & (closing > 0)
    return (sold / ((opening + closing) / 2)).where(known)


def _days(stock: pd.Series, sold: pd.Series) -> pd.Series:
    """Days in the period over turnover."""
    periods = pd.PeriodIndex(stock.index)
    lasted = (periods.end_time.normalize() - periods.start_time).days + 1
    return lasted / _over_mean_stock(sold, stock).where(lambda turns: turns > 0)


def _turns(stock: pd.Series, sold: pd.Series) -> pd.Series:
    return _over_mean_stock(sold, stock)


TURNOVER = Derived(("cogs", "stock"), _over_mean_stock, sheets=True, above_zero=("stock",))
SALES_TO_STOCK = Derived(("stock", "revenue"), _turns, sheets=True, above_zero=("stock",))
STOCK_DAYS = Derived(("stock", "cogs"), _days, sheets=True)
