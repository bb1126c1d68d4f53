"""How much of the sales material is used, by how many reps, and how much of it is read by buyers.

Use takes material out to a buyer (share, pitch, download); a look at it is none. The period is that
of the whole file, or of the file up to the day asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.enablement.counting import noted, of_group, shared
from core.enablement.ledger import Group, Ledger, Measure, NotComputable
from core.enablement.model import Asked, LeftOut, Measured
from core.language import Text, text
from core.tables.model import TableKind

AGE = pd.Timedelta(days=30)
TOP = 0.1
_YOUNG = text("published less than 30 days before the end of the period")
_GONE = text("archived before the end of the period")
_LATE = text("published after the period began")
_USES_ALONE = text(
    "not computable, because the file names only material that was used: bring the list of all "
    "material, or the looks at it as well"
)
_UNLISTED = text(
    "No list of all material is in the file: what nobody ever touched is not counted, so the true "
    "share may be lower."
)
_NO_USES = text("not computable, because nothing in this file was shared, pitched or downloaded")
_NO_DAYS = text("not computable, because no use in this file has a day")
_REPS = text("Active reps are those who did anything with material in the period.")
_CONCENTRATED = text("The share of all uses that the most used tenth of the material has.")
_NO_REPS = text("not computable, because no column says who used the material")
_ALL_BY_ANY = text("Of all material, whoever could have used it.")


@dataclass(frozen=True)
class Library:
    """Material and its use up to the last day.

    assets: one row each, index the asset: title, category …, `offered_at`, `gone_at`, `uses`,
    `young`, `gone`, `late`. rows: events and mere listings. events: what was done, in order.
    """

    assets: pd.DataFrame
    rows: pd.DataFrame
    events: pd.DataFrame
    first: pd.Timestamp
    end: pd.Timestamp  # the day after the last
    listed: bool  # some of it is in the file without having been touched

    @property
    def counted(self) -> pd.DataFrame:
        """The assets that were on offer at the end and old enough to be used."""
        return self.assets[~self.assets["young"] & ~self.assets["gone"]]


def library(book: Ledger) -> Library:
    """Raises NotComputable: no log of use, no day in it."""
    rows = book.need(TableKind.CONTENT_USAGE, "action", "occurred_at")
    rows = rows[rows["asset"].notna()]
    end = book.ends.get(TableKind.CONTENT_USAGE)
    if end is None:
        raise NotComputable(_NO_DAYS)
    events = rows[rows["action"].notna() & (rows["occurred_at"] < end)]
    if events.empty:
        raise NotComputable(_NO_DAYS)
    events = events.sort_values("occurred_at", kind="stable")
    first = events["occurred_at"].iloc[0].normalize()
    known = rows[~(rows["offered_at"] >= end)]
    assets = _assets(known, events, (first, end))
    touched = set(events["asset"])
    listed = not set(assets.index) <= touched
    return Library(assets, known, events, first, end, listed)


def _assets(
    rows: pd.DataFrame, events: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp]
) -> pd.DataFrame:
    first, end = period
    found = rows.groupby("asset", sort=True).first()
    uses = events[events["is_use"]].groupby("asset").size()
    published = pd.Series(pd.NaT, index=found.index)
    if "published_at" in rows.columns:
        published = rows.groupby("asset")["published_at"].min()
    return found.assign(
        uses=uses.reindex(found.index).fillna(0).astype(int),
        young=published > end - AGE,
        gone=found["gone_at"] < end,
        late=published > first,
    )


def content_utilisation(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """Assets used / assets on offer; of those there all the period; reps who use; the top tenth."""
    held = library(book)
    if not held.events["is_use"].any():
        raise NotComputable(_NO_USES)
    if not held.listed and held.events["is_use"].all():
        raise NotComputable(_USES_ALONE)
    rows: list[Measured] = []
    for group in book.groups(held.rows):
        part, notes = _part(held, group)
        rows += [_used(part, group, notes), _used_throughout(part, group, notes)]
        rows += [_adoption(part, group), _concentration(part, group)]
    return rows


def _part(held: Library, group: Group) -> tuple[Library, tuple[Text, ...]]:
    """The group's material where the column tells it apart, else all material and its events."""
    if not group[0]:
        return held, (_period(held), *(() if held.listed else (_UNLISTED,)))
    own, others = group[2], held.rows[~held.rows.index.isin(group[2].index)]
    events = held.events[held.events.index.isin(own.index)]
    uses = events[events["is_use"]].groupby("asset").size()
    assets = held.assets.assign(uses=uses.reindex(held.assets.index).fillna(0).astype(int))
    part = replace(held, assets=assets, rows=own, events=events)
    if set(own["asset"]) & set(others["asset"]):
        return part, (_ALL_BY_ANY,)
    return replace(part, assets=assets[assets.index.isin(own["asset"])]), ()


def _period(held: Library) -> Text:
    last = (held.end - pd.Timedelta(days=1)).date()
    return text("The period is {first} to {last}.", first=held.first.date(), last=last)


def _used(held: Library, group: Group, notes: Sequence[Text]) -> Measured:
    there = held.counted
    young, gone = held.assets["young"], held.assets["gone"]
    left = (LeftOut(_YOUNG, int((young & ~gone).sum())), LeftOut(_GONE, int(gone.sum())))
    row = of_group(Measured("content_utilisation"), group)
    return noted(shared(row, int((there["uses"] > 0).sum()), len(there), left), notes)


def _used_throughout(held: Library, group: Group, notes: Sequence[Text]) -> Measured:
    """Of the material that was on offer from the first day of the period to its last."""
    there = held.counted[~held.counted["late"]]
    late = LeftOut(_LATE, int(held.assets["late"].sum()))
    gone = LeftOut(_GONE, int((held.assets["gone"] & ~held.assets["late"]).sum()))
    row = of_group(Measured("content_utilisation", "all_period"), group)
    return noted(shared(row, int((there["uses"] > 0).sum()), len(there), (late, gone)), notes)


def _adoption(held: Library, group: Group) -> Measured:
    row = of_group(Measured("content_utilisation", "adoption"), group)
    if "user" not in held.events.columns:
        return replace(row, refused=_NO_REPS)
    own = held.events[held.events["is_own"] & held.events["user"].notna()]
    using = own.loc[own["is_use"], "user"].nunique()
    return noted(shared(row, using, own["user"].nunique()), (_REPS,))


def _concentration(held: Library, group: Group) -> Measured:
    """The share of uses that the most used tenth of the material has, rounded up."""
    row = of_group(Measured("content_utilisation", "top_tenth"), group)
    uses = np.sort(held.counted["uses"].to_numpy())[::-1]
    top, every = int(uses[: int(np.ceil(TOP * len(uses)))].sum()), int(uses.sum())
    if not every:
        return replace(row, refused=_NO_USES)
    told = replace(row, value=top / every, numerator=top, denominator=every, n=len(uses))
    return noted(told, (_CONCENTRATED,))


CONTENT: Mapping[str, Measure] = {"content_utilisation": content_utilisation}
