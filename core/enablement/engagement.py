"""How many of those who were sent material opened it, for how long, and how much of it they saw.

Opens by programs that check mail are none: those under three seconds, and many links in one second.
Sessions of one recipient with one asset are one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from core.enablement.content import library
from core.enablement.counting import lasting, noted, of_group, shared, some
from core.enablement.ledger import Group, Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.language import Text, counted, text
from core.tables.model import TableKind

_BRIEF = text("opened for less than 3 seconds, as programs do that check mail")
_AT_ONCE = text("one of many links opened in the same second, as programs do that check mail")
_INSIDE = text("sent to one’s own company")
_OVER = text("more pages seen than there are")
_UNTOLD = text("without its number of pages")
_NOT_SENT = text("not computable, because nothing in this file says to whom material was sent")
_NO_VIEW = text("not computable, because no view by a recipient is in this file")
_NO_LENGTH = text("not computable, because no column says how long recipients looked")
_NO_PAGES = text("not computable, because no columns say how many pages were seen, and of how many")


def content_engagement(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """Recipients who opened / recipients sent; seconds they looked (view_s); pages seen (pages)."""
    book.need(TableKind.CONTENT_USAGE, "recipient")
    events = library(book).events
    events = events.rename(columns={"recipient_key": "who"})
    views, left = _by_people(events[events["is_opened"] & ~events["is_inside"]])
    sent = events[(events["action"] == "share") & events["who"].notna()]
    outside = sent[~sent["is_inside"]]
    if outside.empty:
        raise NotComputable(_NOT_SENT)
    if not events["is_opened"].any():
        raise NotComputable(_NO_VIEW)
    own = LeftOut(_INSIDE, sent["who"].nunique() - outside["who"].nunique())
    rows: list[Measured] = []
    for group in book.groups(outside):
        seen = views if not group[0] else _of_sent(views, group[2])
        told = (own, *left) if not group[0] else ()
        rows += [_opened(group, seen, told), *_length(group, seen, left if told else ())]
        rows += [_pages(group, seen)]
    return rows


def _of_sent(views: pd.DataFrame, sent: pd.DataFrame) -> pd.DataFrame:
    """The views by those people of what is among the material they were sent."""
    return views[views["who"].isin(sent["who"]) & views["asset"].isin(sent["asset"])]


def _by_people(views: pd.DataFrame) -> tuple[pd.DataFrame, tuple[LeftOut, ...]]:
    """The views of people, and how many were those of programs."""
    brief, at_once = views["is_brief"], views["is_at_once"] & ~views["is_brief"]
    left = (LeftOut(_BRIEF, int(brief.sum())), LeftOut(_AT_ONCE, int(at_once.sum())))
    return views[~brief & ~at_once], left


def _opened(group: Group, views: pd.DataFrame, left: Sequence[LeftOut]) -> Measured:
    people, viewers = set(group[2]["who"]), set(views["who"].dropna())
    row = of_group(Measured("content_engagement"), group)
    found = shared(row, len(people & viewers), len(people), left)
    return noted(found, _forwarded(len(viewers - people)))


def _forwarded(n: int) -> tuple[Text, ...]:
    if not n:
        return ()
    return (
        counted(
            "{n} more person opened what this file does not say they were sent.",
            "{n} more people opened what this file does not say they were sent.",
            n,
        ),
    )


def _sessions(views: pd.DataFrame) -> list["pd.Series[str]"]:
    """By whom and of what: sessions of one recipient are one, those of nobody known stay apart."""
    nobody = "row " + views.index.to_series().astype("string")
    return [views["who"].fillna(nobody), views["asset"]]


def _length(group: Group, views: pd.DataFrame, left: Sequence[LeftOut]) -> list[Measured]:
    """Seconds of one recipient with one asset, all sessions together."""
    row = of_group(Measured("content_engagement", "view_s", unit="s"), group)
    if "duration_s" not in views.columns or not views["duration_s"].notna().any():
        return [_refused(row, _NO_LENGTH)]
    timed = views[views["duration_s"] >= 0]
    seconds = timed.groupby(_sessions(timed))["duration_s"].sum()
    return lasting(row, seconds.to_numpy(float), left)


def _pages(group: Group, views: pd.DataFrame) -> Measured:
    """Pages seen of all pages; of several sessions the one that saw most."""
    row = of_group(Measured("content_engagement", "pages"), group)
    if not {"pages_viewed", "pages"} <= set(views.columns):
        return _refused(row, _NO_PAGES)
    known = views[(views["pages"] > 0) & (views["pages_viewed"] >= 0)]
    over = known["pages_viewed"] > known["pages"]
    fits = known[~over]
    best = fits.groupby(_sessions(fits))[["pages_viewed", "pages"]].max()
    if best.empty:
        return _refused(row, _NO_PAGES)
    left = (LeftOut(_OVER, int(over.sum())), LeftOut(_UNTOLD, len(views) - len(known)))
    return _of_pages(row, best, left)


def _refused(row: Measured, why: Text) -> Measured:
    return replace(row, refused=why)


def _of_pages(row: Measured, best: pd.DataFrame, left: Sequence[LeftOut]) -> Measured:
    """A share of pages, of which those of one session are no separate records: no interval."""
    seen, every = float(best["pages_viewed"].sum()), float(best["pages"].sum())
    told = replace(row, value=seen / every, numerator=seen, denominator=every, n=len(best))
    return replace(told, left_out=some(left))


ENGAGEMENT: Mapping[str, Measure] = {"content_engagement": content_engagement}
