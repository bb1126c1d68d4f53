"""What systems write beside the company's own records: record ids, names, titles, addresses."""

import pandas as pd

from core.worlds.exports import Style
from core.worlds.people import addresses


def deals_named(deals: pd.DataFrame, style: Style) -> pd.DataFrame:
    """Deals with a record id, a name, the stage they ended in and a close date for each."""
    closed = deals["status"] != "open"
    return deals.assign(
        id=(9_000_000_000 + deals["deal_id"] * 37).astype(str),
        name=deals["account"] + " - " + deals["product"].map(style.words),
        end_stage=deals["stage"].where(~closed, "closed_" + deals["status"]),
        close_date=deals["closed_at"].fillna(deals["expected_close_at"]),
        pipeline="pipeline",
    )


def leads_named(leads: pd.DataFrame) -> pd.DataFrame:
    """Leads with a record id, a first and a last name and an e-mail address."""
    names = leads["contact"].str.split(" ", n=1, expand=True)
    return leads.assign(
        id=(5_000_000_000 + leads["lead_id"] * 41).astype(str),
        first_name=names[0],
        last_name=names[1],
        email=addresses(leads["contact"], leads["account"]),
    )


def activities_named(planned: pd.DataFrame, deals: pd.DataFrame, style: Style) -> pd.DataFrame:
    """Activities with a record id, the name of their deal and a title."""
    deal = planned["deal_id"].map(deals.set_index("deal_id")["name"]).fillna("")
    kind = planned["type"].map(style.words)
    return planned.assign(
        id=(7_000_000_000 + planned["activity_id"] * 43).astype(str),
        deal=deal,
        name=kind + (": " + deal).where(deal != "", ""),
    )
