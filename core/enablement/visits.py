"""Which stages each deal went through, from when until when, and how it ended.

A unit is a deal in one pipeline. Rows in which the stage did not change are none; a stage that
says won or lost (“Closed Lost”) is an end, the last one counts; what the history does not say of
the end, the table of deals does. Where the history leaves out the creation of deals, the stage they
began in is known from the first change, or from the deal itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.enablement.deals import deals_so_far
from core.enablement.ledger import Ledger, NotComputable
from core.enablement.moments import only_days
from core.enablement.stage_rows import keyed, last_moment, stage_rows
from core.language import text
from core.metrics.records.words import ended
from core.tables.model import TableKind

NO_STAGES = text("not computable, because no deal of this file has been in a stage")
_UNIT = ["deal", "pipeline"]
_VISIT = ["unit", "stage", "place", "position", "entered", "left", "goes_on", "by_day"]
_ENDS = frozenset(("won", "lost", "other"))


@dataclass(frozen=True)
class Course:
    """The courses of all deals.

    visits: unit, stage, place (order within the deal), position, entered, left (NaT: unknown, or
    not yet), goes_on (whether it still runs), by_day (an end of it is known by the day only).
    units: index unit; deal, pipeline, outcome (won | lost | other | open), ended, ended_by_day.
    `unchanged`: rows without a change; `unknown`: rows without a deal,
    a stage or a day; `untold`: deals of which no stage is known.
    """

    visits: pd.DataFrame
    units: pd.DataFrame
    end: pd.Timestamp
    whole_days: bool
    unchanged: int
    unknown: int
    untold: int
    last_only: bool = False  # the file tells the last entry into a stage, not every one


def course(book: Ledger, said: Mapping[str, str]) -> Course:
    """The courses as known on the last day; `said`: “Column:word” -> what the word means.

    Raises NotComputable: no history and no columns of stages, or nothing in them.
    """
    rows, unknown = stage_rows(book)
    deals = _deals(book)
    ends = _ends(pd.concat([rows["stage"], rows["from_stage"]]), said)
    whole = only_days(rows["entered_at"])
    moves = _changes(rows)
    unchanged = len(rows) - len(moves)
    moves = _together(_begun(moves, deals, ends), moves)
    moves = _together(_never_moved(moves, deals, ends, rows), moves)
    if moves.empty:
        raise NotComputable(NO_STAGES)
    moves = moves.assign(outcome=moves["stage"].map(ends), place=moves.groupby(_UNIT).cumcount())
    moves = moves.assign(unit=moves.groupby(_UNIT).ngroup())
    units = _units(moves, deals)
    visits = _visits(moves, units)
    untold = 0 if deals is None else int((~deals.index.isin(moves["deal"])).sum())
    last_only = TableKind.STAGE_HISTORY not in book.frames
    end = last_moment(book)
    return Course(visits, units, end, whole, unchanged, unknown, untold, last_only)


def _together(before: pd.DataFrame, moves: pd.DataFrame) -> pd.DataFrame:
    """Rows put before others, days as days where a part has none."""
    if before.empty:
        return moves.reset_index(drop=True)
    found = pd.concat([before.astype(object), moves.astype(object)], ignore_index=True)
    days = {one: pd.to_datetime(found[one]) for one in ("entered_at", "exited_at")}
    return found.assign(**days, position=found["position"].astype(float))


def _known(values: pd.Series, keys: pd.Series) -> pd.Series:
    """What is known under each key, on the index of the keys, of the type of the values."""
    return pd.Series(values.reindex(keys.to_numpy()).array, keys.index)


def _deals(book: Ledger) -> pd.DataFrame | None:
    """status, closed_at, created_at, stage of each deal by its id; None without their table."""
    frame = book.frames.get(TableKind.DEALS)
    if frame is None or not {"deal_id", "status"} <= set(frame.columns):
        return None
    deals = deals_so_far(book, "deal_id")
    deals = deals.assign(deal=keyed(deals["deal_id"]))
    kept = deals.reindex(columns=["deal", "status", "closed_at", "created_at", "stage", "pipeline"])
    kept = kept.dropna(subset=["deal"]).drop_duplicates("deal", keep="last").set_index("deal")
    days = {one: pd.to_datetime(kept[one]) for one in ("closed_at", "created_at")}
    words = {one: kept[one].astype("string").str.strip() for one in ("stage", "pipeline")}
    return kept.assign(**days, **words)


def _ends(stages: "pd.Series[str]", said: Mapping[str, str]) -> dict[str, str | None]:
    """How a deal ended that came into each stage; None of the stages of open deals."""
    meant = {key.partition(":")[2]: value for key, value in said.items()}
    told = {one: meant.get(one) or ended(one) for one in stages.dropna().unique()}
    return {one: value if value in _ENDS else None for one, value in told.items()}


def _changes(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in which the stage changed, each with the day it was left if the file says so."""
    rows = rows[~(rows["from_stage"] == rows["stage"]).fillna(False).astype(bool)]
    before = rows.groupby(_UNIT)["stage"].shift()
    new = (before.isna() | (before != rows["stage"])).astype(bool)
    exits = rows.groupby(new.cumsum())["exited_at"].last()
    return rows[new].assign(exited_at=exits.to_numpy(), by_day=False)


def _begun(
    moves: pd.DataFrame, deals: pd.DataFrame | None, ends: Mapping[str, str | None]
) -> pd.DataFrame:
    """The stages deals were in before the first change the history knows."""
    first = moves.drop_duplicates(_UNIT)
    before = first["from_stage"].fillna("")
    first = first[(before != "") & before.map(ends).isna()]
    unknown = pd.Series(pd.NaT, first.index)
    entered = _known(deals["created_at"], first["deal"]) if deals is not None else unknown
    return first.assign(
        stage=first["from_stage"],
        entered_at=entered.where(entered <= first["entered_at"]),
        exited_at=first["entered_at"],
        position=np.nan,
        by_day=deals is not None and only_days(deals["created_at"]),
    )


def _never_moved(
    moves: pd.DataFrame,
    deals: pd.DataFrame | None,
    ends: Mapping[str, str | None],
    rows: pd.DataFrame,
) -> pd.DataFrame:
    """Deals still in the stage they began in, where a history leaves creations out."""
    firsts = rows.drop_duplicates(_UNIT)
    told = (firsts["from_stage"].fillna("") != "").mean() if len(firsts) else 0.0
    if deals is None or told < 0.5:
        return moves[:0]
    own = deals[~deals.index.isin(moves["deal"]) & deals["stage"].notna()]
    still = [(ends.get(word) or ended(word)) not in _ENDS for word in own["stage"]]
    own = own[np.array(still, bool)]
    several = moves["pipeline"].ne("").any()
    return pd.DataFrame(
        {
            "deal": own.index,
            "pipeline": own["pipeline"].fillna("") if several else "",
            "stage": own["stage"],
            "entered_at": own["created_at"],
            "by_day": only_days(deals["created_at"]),
        }
    ).reindex(columns=moves.columns)


def _units(moves: pd.DataFrame, deals: pd.DataFrame | None) -> pd.DataFrame:
    """How the course of each deal ended: by its last row, else by the table of deals."""
    last = moves.drop_duplicates("unit", keep="last").set_index("unit")
    final = ~last.duplicated("deal", keep=False) | (
        last["entered_at"] == last.groupby("deal")["entered_at"].transform("max")
    )
    outcome, ended_at = last["outcome"].astype("object"), last["entered_at"]
    ended_at = pd.to_datetime(ended_at.where(outcome.notna()))
    if deals is not None:
        status = _known(deals["status"], last["deal"]).where(final)
        by_deals = outcome.isna() & status.isin(_ENDS)
        ended_at = ended_at.mask(by_deals, _known(deals["closed_at"], last["deal"]))
        outcome = outcome.mask(by_deals, status)
    outcome = outcome.where(outcome.notna(), np.where(final, "open", "other"))
    by_day = by_deals & only_days(deals["closed_at"]) if deals is not None else False
    kept = last[["deal", "pipeline"]]
    return kept.assign(outcome=outcome, ended=ended_at, ended_by_day=by_day)


def _visits(moves: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The stages that are no ends, each with when it was left."""
    later = moves.groupby("unit")["entered_at"].shift(-1)
    last = ~moves.duplicated("unit", keep="last")
    ended_at = _known(units["ended"], moves["unit"]).where(last)
    left = moves["exited_at"].fillna(later).fillna(ended_at)
    goes_on = last & left.isna() & (moves["unit"].map(units["outcome"]) == "open")
    by_day = moves["by_day"].astype(bool) | (last & moves["unit"].map(units["ended_by_day"]))
    found = moves.assign(
        entered=moves["entered_at"], left=pd.to_datetime(left), goes_on=goes_on, by_day=by_day
    )
    return found.loc[found["outcome"].isna(), _VISIT].reset_index(drop=True)
