"""What a deal's history says: stages entered, skipped, gone back to; amounts changed in between."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, in_office
from core.worlds.crm.model import STAGES

_SKIP, _BACK, _EDIT = 0.08, 0.07, 0.28
_SKIPPED, _BACK_FROM = 3, 2  # negotiation is left out; a proposal goes back to another demo
_COLUMNS = ["deal", "at", "from_stage", "stage", "amount"]


def history_of(random: Random, deals: pd.DataFrame) -> pd.DataFrame:
    """One row a change: deal, at, from_stage, stage, amount; the whole course, in order.

    A row whose stages are equal changed the amount alone. The amount is the one after the change;
    the deal's own amount is its last.
    """
    moves = _moves(deals, _skipped(random, deals))
    edits = _edits(random, deals, moves)
    found = pd.concat([moves, _gone_back(random, deals, moves), edits])
    found = found.sort_values(["deal", "at"], kind="stable", ignore_index=True)
    return _with_amounts(random, found, deals)


def known_history(
    history: pd.DataFrame, deals: pd.DataFrame, end: pd.Timestamp
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The history up to the end, with ids and `exited_at`, and the deals at their last amount."""
    seen = history[history["at"] <= end]
    amounts = seen.groupby("deal")["amount"].last()
    deals = deals.assign(amount=deals["deal"].map(amounts))
    shown = seen.merge(deals[["deal", "deal_id"]], on="deal").rename(columns={"at": "entered_at"})
    moved = shown[shown["from_stage"] != shown["stage"]]
    shown["exited_at"] = moved.groupby("deal_id")["entered_at"].shift(-1)
    shown = shown.sort_values(["entered_at", "deal_id"], kind="stable", ignore_index=True)
    shown["event_id"] = np.arange(1, len(shown) + 1)
    kept = ["event_id", "deal_id", "from_stage", "stage", "entered_at", "exited_at", "amount"]
    return shown[kept], deals


def _skipped(random: Random, deals: pd.DataFrame) -> np.ndarray:
    """Deals that went from the proposal straight to the contract."""
    drawn: np.ndarray = random.random(len(deals)) < _SKIP
    return drawn & deals[f"enter_{_SKIPPED + 1}"].notna().to_numpy()


def _moves(deals: pd.DataFrame, skipped: np.ndarray) -> pd.DataFrame:
    """Creation, every stage entered, and the end."""
    parts = []
    for i, stage in enumerate(STAGES):
        entered = deals[f"enter_{i}"]
        if i == _SKIPPED:
            entered = entered.mask(skipped)
        parts.append(pd.DataFrame({"deal": deals["deal"], "at": entered, "stage": stage}))
    last = np.where(deals["won"], "won", "lost")
    parts.append(pd.DataFrame({"deal": deals["deal"], "at": deals["ended_at"], "stage": last}))
    found = pd.concat(parts).dropna(subset=["at"]).sort_values(["deal", "at"], ignore_index=True)
    found["from_stage"] = found.groupby("deal")["stage"].shift(1).fillna("")
    return found


def _gone_back(random: Random, deals: pd.DataFrame, moves: pd.DataFrame) -> pd.DataFrame:
    """Two rows each: back to the demo, and to the proposal again, before it is left."""
    proposals = moves["stage"] == STAGES[_BACK_FROM]
    until = moves.groupby("deal")["at"].shift(-1)
    drawn = proposals & (random.random(len(moves)) < _BACK)
    chosen, room = moves[drawn], (until - moves["at"])[drawn]
    before, again = STAGES[_BACK_FROM - 1], STAGES[_BACK_FROM]
    back = chosen.assign(at=chosen["at"] + room * 0.3, from_stage=again, stage=before)
    forth = chosen.assign(at=chosen["at"] + room * 0.6, from_stage=before, stage=again)
    found = pd.concat([back, forth])
    return found.assign(at=found["at"].dt.floor("min"))


def _edits(random: Random, deals: pd.DataFrame, moves: pd.DataFrame) -> pd.DataFrame:
    """An amount changed once, on a working day while the deal was open."""
    chosen = deals[random.random(len(deals)) < _EDIT]
    length = chosen["ended_at"] - chosen["created_at"]
    drawn = chosen["created_at"] + length * random.uniform(0.25, 0.85, len(chosen))
    at = in_office(random, pd.DatetimeIndex(drawn.dt.floor("min")))
    edits = pd.DataFrame({"deal": chosen["deal"].to_numpy(), "at": at})
    edits = edits[at < pd.DatetimeIndex(chosen["ended_at"])].sort_values("at")
    last = moves[["deal", "at", "stage"]].sort_values("at")
    found = pd.merge_asof(edits, last, on="at", by="deal")
    return found.assign(from_stage=found["stage"], edited=True)


def _with_amounts(random: Random, history: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    """The amount after each change, from the amount it was first entered with."""
    edited = history["from_stage"] == history["stage"]
    factor = pd.Series(1.0, index=history.index)
    factor[edited] = random.uniform(0.85, 1.1, int(edited.sum()))
    first = history["deal"].map(deals.set_index("deal")["amount"])
    amount = first * factor.groupby(history["deal"]).cumprod()
    return history.assign(amount=(amount / 100_000).round() * 100_000)[_COLUMNS]
