"""Rows that tell when a deal entered a stage, however the file keeps them.

Either one row a change (a stage history), or deals with one column of dates for each stage.
Identical moments stand in the order of the file, from its end where it begins with the newest.
"""

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from core.enablement.deals import deals_so_far
from core.enablement.ledger import Ledger, NotComputable
from core.language import text
from core.metrics.records import ROW, TABLE
from core.metrics.records.words import plainly
from core.tables.mapping import KIND_NAMES
from core.tables.model import TableKind

COLUMNS = [
    "deal", "pipeline", "from_stage", "stage", "entered_at", "exited_at", "position", TABLE, ROW,
]  # fmt: skip
_PIPELINE = re.compile(r"^(?P<stage>.+?)\s*\((?P<pipeline>[^()]+)\)$")
_WORDS = ("deal", "pipeline", "from_stage", "stage")
_NEEDED = ("deal_id", "stage", "entered_at")


def stage_rows(book: Ledger) -> tuple[pd.DataFrame, int]:
    """COLUMNS, in the order things happened up to the last day; and how many rows tell nothing.

    Raises NotComputable: neither a history nor columns of stages, or not all that is needed.
    """
    if TableKind.STAGE_HISTORY in book.frames:
        rows = _history(book)
    elif book.stage_dates:
        rows = _unpivoted(book)
    else:
        raise NotComputable(
            text(
                "not computable, because these tables are missing: {kinds}",
                kinds=KIND_NAMES[TableKind.STAGE_HISTORY],
            )
        )
    told = rows[rows["deal"].notna() & rows["stage"].notna() & rows["entered_at"].notna()]
    told = told[told["entered_at"] < last_moment(book)]
    told = told.assign(exited_at=told["exited_at"].mask(told["exited_at"] >= last_moment(book)))
    lacking = rows[["deal", "stage", "entered_at"]].isna().any(axis=1)
    return _in_order(told), int(lacking.sum())


def last_moment(book: Ledger) -> pd.Timestamp:
    """The first moment of which neither deals nor their history tell anything any more."""
    ends = (book.ends.get(one) for one in (TableKind.DEALS, TableKind.STAGE_HISTORY))
    return max((one for one in ends if one is not None), default=pd.Timestamp.max)


def keyed(ids: pd.Series) -> "pd.Series[str]":
    """A number as words, so that 17 and "17" are the same deal."""
    whole = ids.astype("Int64") if pd.api.types.is_float_dtype(ids) else ids
    return whole.astype("string").str.strip()


def _history(book: Ledger) -> pd.DataFrame:
    rows = book.need(TableKind.STAGE_HISTORY, *_NEEDED)
    return _pipelined(book, _typed(rows.assign(deal=keyed(rows["deal_id"]))))


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """COLUMNS: words as trimmed words, moments as moments, whether the file has them or not."""
    rows = rows.reindex(columns=COLUMNS)
    words = {one: rows[one].astype("string").str.strip() for one in _WORDS}
    moments = {one: pd.to_datetime(rows[one]) for one in ("entered_at", "exited_at")}
    return rows.assign(**words, **moments, position=rows["position"].astype(float))


def _pipelined(book: Ledger, rows: pd.DataFrame) -> pd.DataFrame:
    """Each row with a pipeline: its own, else that of its deal, else none."""
    deals = book.frames.get(TableKind.DEALS)
    own = rows["pipeline"]
    if deals is not None and {"deal_id", "pipeline"} <= set(deals.columns) and own.isna().all():
        known = pd.Series(deals["pipeline"].astype("string").to_numpy(), keyed(deals["deal_id"]))
        own = rows["deal"].map(known[~known.index.duplicated()]).astype("string")
    return rows.assign(pipeline=own.fillna(""))


def _unpivoted(book: Ledger) -> pd.DataFrame:
    """One row for each date of a stage; of a deal that came back, the file tells the last only."""
    deals = deals_so_far(book, "deal_id")
    dated = [
        one for one in book.stage_dates
        if one in deals.columns and pd.api.types.is_datetime64_any_dtype(deals[one])
    ]  # fmt: skip
    named = _named({one: book.stage_dates[one] for one in dated}, deals)
    parts = [
        pd.DataFrame(
            {
                "deal": keyed(deals["deal_id"]), "pipeline": pipeline, "stage": stage,
                "entered_at": deals[column], TABLE: deals[TABLE],
                ROW: deals[ROW] * len(named) + place,
            }
        )
        for place, (column, (stage, pipeline)) in enumerate(named.items())
    ]  # fmt: skip
    rows = pd.concat(parts) if parts else pd.DataFrame(columns=COLUMNS)
    return _typed(rows[rows["entered_at"].notna()])


def _named(stages: Mapping[str, str], deals: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Column -> stage and pipeline: “Demo (Sales)” is the stage Demo where Sales is a pipeline."""
    known = set(deals["pipeline"].dropna().map(plainly)) if "pipeline" in deals.columns else set()
    parts = {column: _PIPELINE.match(stage) for column, stage in stages.items()}
    behind = {plainly(one["pipeline"]) if one else "" for one in parts.values()}
    same = len(behind) == 1 and "" not in behind
    found = {}
    for column, one in parts.items():
        apart = one is not None and (same or plainly(one["pipeline"]) in known)
        found[column] = (
            (one["stage"], "" if same else one["pipeline"])
            if one and apart
            else (stages[column], "")
        )
    return found


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """By deal and moment, identical moments as the file has them."""
    rows = rows.sort_values([TABLE, ROW])
    later = rows.groupby(["deal", TABLE])["entered_at"].diff().dt.total_seconds().fillna(0.0)
    way = np.sign(later).groupby(rows[TABLE]).sum()
    newest_first = rows[TABLE].map(way < 0).astype(bool)
    tie = rows[ROW].where(~newest_first, -rows[ROW])
    ordered = rows.assign(tie=tie).sort_values(["deal", "entered_at", TABLE, "tie"], kind="stable")
    return ordered.drop(columns="tie").reset_index(drop=True)
