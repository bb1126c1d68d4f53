"""The library of sales content: assets by category, from when until when, how much they are liked.

Nothing is drawn: every company has the same library, some assets of it never sent by anybody.
"""

from functools import cache

import numpy as np
import pandas as pd

HELPS, DECOY = "case_study", "datasheet"
_IDLE = 0.25  # of each category: never sent, shown or taken
_OLD = 0.15  # archived before the window is over
_TITLES = {  # category -> words of its titles, number of assets
    "case_study": ("Case study", 14, 8),
    "datasheet": ("Datasheet", 12, 4),
    "deck": ("Deck", 14, 18),
    "one_pager": ("One-pager", 14, 2),
    "video": ("Video", 10, 1),
}  # title, assets, pages
_ABOUT = (
    "Cashier for shops", "Warehouse in a week", "Fleet on one map", "Food and drink",
    "Pharmacy chain", "Building materials", "Cold storage", "Spare parts", "Distributors",
    "Security and backups", "Prices and packages", "First ninety days", "Moving your data",
    "Stock without counting",
)  # fmt: skip
_FADES = 0.8  # how fast assets are liked less, by their place in the category


@cache
def _plan() -> pd.DataFrame:
    rows = []
    for category, (word, count, pages) in _TITLES.items():
        idle = count - round(count * _IDLE)
        for place in range(count):
            rows.append(
                {
                    "category": category,
                    "title": f"{word}: {_ABOUT[place]}",
                    "pages": pages + place % 3 if pages > 1 else 1,
                    "liked": (place + 1.0) ** -_FADES if place < idle else 0.0,
                    "place": place / count,
                }
            )
    return pd.DataFrame(rows)


def idle_share() -> float:
    """The share of all assets that nobody ever sends or takes."""
    return float((_plan()["liked"] == 0).mean())


def library(months: pd.PeriodIndex) -> pd.DataFrame:
    """Assets: content_id, title, category, pages, liked, published_at, archived_at (NaT: never).

    `months`: all that pass. The well liked ones of each category are there from the first day;
    others come over time, the last ones days before the end. Some that were little liked go.
    """
    found = _plan().copy()
    found["content_id"] = [f"C-{number:03d}" for number in range(101, 101 + len(found))]
    start, end = months[0].start_time, months[-1].end_time.normalize()
    age = (end - start).days
    later = np.maximum(found["place"] - 0.2, 0) / 0.8
    days = np.where(found["place"] < 0.2, -90, (later * (age - 5)).round())
    found["published_at"] = start + pd.to_timedelta(days + found.index * 3 % 7, unit="D")
    fresh = found["place"] == found.groupby("category")["place"].transform("max")
    newest = end - pd.to_timedelta(4 + found.index * 5 % 24, unit="D")
    found["published_at"] = found["published_at"].mask(fresh, newest.normalize())
    gone = (found["place"] > 0.3) & (found["place"] < 0.3 + _OLD)
    kept = (end - found["published_at"]).dt.days
    until = found["published_at"] + pd.to_timedelta((kept * 0.6).round(), unit="D")
    return found.assign(archived_at=until.where(gone))
