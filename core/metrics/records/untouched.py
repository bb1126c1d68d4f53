"""How many open deals nothing has happened to for long, by the day of their last activity.

The day of the last activity is the one of today: what it was at the end of an earlier month nobody
knows, so there is one figure and no series.
"""

import ibis
import ibis.expr.types as ir
import pandas as pd

from core.language import Share, Text, counted
from core.metrics.engine import Engine
from core.metrics.records.words import plainly
from core.tables.mapping import field_name

_DAYS = 90
_LAST = frozenset(
    "last activity date, last activity, last activity time, last activity at, last contacted, "
    "last contact date, last activity on, tanggal aktivitas terakhir, aktivitas terakhir, "
    "tgl aktivitas terakhir, deal last activity date, kontak terakhir".split(", ")
)


def untouched(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    """What is said of open deals without activity, else without a change, for 90 days."""
    moments = [one for one in rows.columns if rows[one].type().is_timestamp()]
    named = next((one for one in moments if _said(one) in _LAST), "")
    touched = named or ("updated_at" if "updated_at" in moments else "")
    if not touched:
        return ()
    is_open = rows["status"] == "open"
    closed = (~is_open).ifelse(rows["closed_at"], ibis.null(rows["closed_at"].type()))
    ends = [rows[one].max() for one in (touched, "created_at")]
    told = engine.run(
        rows.aggregate(
            a=ends[0], b=ends[1], c=closed.max(), known=(is_open & rows[touched].notnull()).sum()
        )
    ).iloc[0]
    last = told[["a", "b", "c"]].dropna().max()
    if not told["known"] or pd.isna(last):
        return ()
    edge = ibis.timestamp(str((last - pd.Timedelta(days=_DAYS)).floor("s")))
    since = ibis.greatest(rows[touched], ibis.coalesce(rows["created_at"], rows[touched]))
    stale = is_open & (since <= edge)
    found = engine.run(rows.aggregate(stale=stale.fill_null(False).sum(), every=is_open.sum()))
    n, every = (int(found[one].iloc[0]) for one in ("stale", "every"))
    if not n:
        return ()
    return (
        counted(
            "{n} open deal ({share}) has been left alone for 90 days by {day}, going by "
            "“{column}”; for earlier days that is not known.",
            "{n} open deals ({share}) have been left alone for 90 days by {day}, going by "
            "“{column}”; for earlier days that is not known.",
            n,
            share=Share(n / every),
            day=last.date(),
            column=named or field_name(touched),
        ),
    )


def _said(header: str) -> str:
    """A header without what it is of, as Pipedrive writes it: “Deal - Last activity date”."""
    return plainly(header.rpartition(" - ")[2])
