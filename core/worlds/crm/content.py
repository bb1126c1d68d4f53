"""Content sent, seen and taken: one row an event, with scanners that open what nobody reads."""

import numpy as np
import pandas as pd

from core.worlds.arrivals import Random, in_office
from core.worlds.crm.deals import LARGE
from core.worlds.crm.demand import months_of
from core.worlds.crm.leads import teams
from core.worlds.crm.library import DECOY, HELPS, library
from core.worlds.crm.model import Habits
from core.worlds.people import addresses

_LARGE_DAYS, _SMALLER_DAYS = 60.0, 130.0  # mean wait for the decoy in an open deal
_DECK, _FIRST, _VIDEO = 0.35, 0.15, 0.12  # of deals: after the demo, at the start, at some time
_OPENED, _AGAIN, _TAKEN = 0.62, 0.45, 0.05  # of what was sent: seen, more sessions, downloaded
_SCANNED = 0.08
_LOOKS = 12.0  # a month, of reps at the library
_COLUMNS = [
    "event_id", "content_id", "title", "category", "action", "user", "recipient", "is_external",
    "occurred_at", "duration_s", "pages_viewed", "pages", "deal_id", "published_at", "archived_at",
]  # fmt: skip


def content_of(
    random: Random, habits: Habits, deals: pd.DataFrame, shown: pd.DataFrame
) -> pd.DataFrame:
    """Every event, also beyond the window; `shown` names the deals by their ids."""
    assets = library(months_of(habits))
    sent = _sent(random, deals)
    sent = sent.merge(shown[["deal", "deal_id"]], on="deal")
    sent = _chosen(random, sent, assets)
    looks = _looks(random, habits, assets)
    found = pd.concat([sent, _seen(random, sent), _scanned(random, sent), looks])
    found = found.drop(columns="category").merge(assets, on="content_id")
    return found.assign(pages_viewed=lambda one: np.ceil(one["read"] * one["pages"]))


def known_content(found: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """What happened by the end of the window, in order, with ids from 1."""
    shown = found[found["occurred_at"] <= end].copy()
    shown["archived_at"] = shown["archived_at"].where(shown["archived_at"] <= end)
    shown = shown.sort_values(["occurred_at", "content_id"], kind="stable", ignore_index=True)
    shown["event_id"] = np.arange(1, len(shown) + 1)
    shown["deal_id"] = shown["deal_id"].astype("Int64")
    return shown[_COLUMNS]


def _sent(random: Random, deals: pd.DataFrame) -> pd.DataFrame:
    """What is sent to each deal while it is open: deal, category, occurred_at, user, recipient."""
    people = addresses(deals["contact"], deals["account"])
    parts = []
    for category, plan in _plans(random, deals).items():
        at = _moments(random, plan)
        kept = plan["chosen"] & (at < plan["until"]) & (at > deals["created_at"])
        part = pd.DataFrame({"deal": deals["deal"], "occurred_at": at, "user": deals["owner"]})
        parts.append(part.assign(category=category, recipient=people)[kept])
    found = pd.concat(parts, ignore_index=True)
    seconds = pd.to_timedelta(random.integers(0, 60, len(found)), unit="s")
    at = found["occurred_at"].dt.floor("min") + seconds
    return found.assign(occurred_at=at, action="share", is_external="yes")


def _plans(random: Random, deals: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Category -> for each deal: whether it is chosen for it, when, and what it has to precede."""
    created, demo, ended = deals["created_at"], deals["enter_1"], deals["ended_at"]
    proposal = deals["enter_2"].fillna(ended)
    proof = demo + (proposal - demo) * random.uniform(0.25, 0.75, len(deals))
    usual = np.where(deals["amount"] >= LARGE, _LARGE_DAYS, _SMALLER_DAYS)
    wait = usual * random.exponential(1.0, len(deals))
    luck = random.random((3, len(deals)))
    plans = {
        HELPS: (deals["proof"], proof, proposal),
        DECOY: (demo.notna(), demo + _days(wait), ended),
        "deck": (luck[0] < _DECK, demo + _days(random.uniform(0, 2, len(deals))), ended),
        "one_pager": (luck[1] < _FIRST, created + pd.Timedelta(hours=12), ended),
        "video": (luck[2] < _VIDEO, created + _days(random.uniform(0, 40, len(deals))), ended),
    }
    return {
        category: pd.DataFrame({"chosen": chosen, "at": at.dt.floor("s"), "until": until})
        for category, (chosen, at, until) in plans.items()
    }


def _moments(random: Random, plan: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """In office hours where that is still in time."""
    drawn = pd.Series(in_office(random, pd.DatetimeIndex(plan["at"])), plan.index)
    return drawn.where(drawn.between(plan["at"].dt.normalize(), plan["until"]), plan["at"])


def _days(count: np.ndarray) -> pd.TimedeltaIndex:
    return pd.to_timedelta(count, unit="D")


def _chosen(random: Random, sent: pd.DataFrame, assets: pd.DataFrame) -> pd.DataFrame:
    """An asset of its category for each, liked ones more often, among those there on the day."""
    found = np.empty(len(sent), object)
    for category, part in assets.groupby("category"):
        here = (sent["category"] == category).to_numpy()
        at = sent.loc[here, "occurred_at"].to_numpy()[:, None]
        there = (at >= part["published_at"].to_numpy()) & ~(at >= part["archived_at"].to_numpy())
        weight = (there * part["liked"].to_numpy()).cumsum(axis=1)
        drawn = random.random(int(here.sum()))[:, None] * weight[:, -1:]
        found[here] = part["content_id"].to_numpy()[(drawn >= weight).sum(axis=1)]
    return sent.assign(content_id=found)


def _seen(random: Random, sent: pd.DataFrame) -> pd.DataFrame:
    """Recipients open what they were sent, some of them more than once; a few keep it."""
    opened = sent[random.random(len(sent)) < _OPENED]
    opened = opened.loc[opened.index.repeat(1 + random.poisson(_AGAIN, len(opened)))]
    count = len(opened)
    wait = random.exponential(20 * 3600, count).round() + 40
    seconds = np.maximum(random.lognormal(np.log(75), 0.9, count).round(), 4)
    viewed = opened.assign(
        action="external_view",
        occurred_at=opened["occurred_at"] + pd.to_timedelta(wait, unit="s"),
        duration_s=seconds,
        read=np.clip(seconds / 160, 0.01, 1.0),
    )
    taken = viewed[random.random(count) < _TAKEN].assign(
        action="download", duration_s=np.nan, read=np.nan
    )
    return pd.concat([viewed, taken])


def _scanned(random: Random, sent: pd.DataFrame) -> pd.DataFrame:
    """Filters of mail open every link several times in one second, before anybody can read."""
    found = sent[random.random(len(sent)) < _SCANNED]
    wait = pd.to_timedelta(random.integers(3, 30, len(found)), unit="s")
    found = found.assign(action="external_view", occurred_at=found["occurred_at"] + wait)
    found = found.loc[found.index.repeat(random.integers(2, 5, len(found)))]
    return found.assign(duration_s=random.integers(0, 3, len(found)) * 1.0, read=0.01)


def _looks(random: Random, habits: Habits, assets: pd.DataFrame) -> pd.DataFrame:
    """Reps look at the library: at what is new, and at what they like."""
    months = months_of(habits)
    names = np.concatenate(list(teams(habits).values()))
    published, start = assets["published_at"], months[0].start_time
    first = published.where(published > start, start)
    new = in_office(random, pd.DatetimeIndex(first) + pd.Timedelta(days=1))
    count = round(_LOOKS * habits.scale * len(months))
    days = random.integers(0, (months[-1].end_time - start).days, count)
    times = in_office(random, start + pd.to_timedelta(days, unit="D"))
    liked = assets["category"].to_numpy()[random.integers(0, len(assets), count)]
    drawn = pd.DataFrame({"category": liked, "occurred_at": times})
    found = pd.concat(
        [
            pd.DataFrame({"content_id": assets["content_id"], "occurred_at": new}),
            _chosen(random, drawn, assets),
        ]
    )
    seconds = random.lognormal(np.log(40), 0.8, len(found)).round() + 3
    return found.assign(
        action="view",
        user=names[random.integers(0, len(names), len(found))],
        recipient="",
        is_external="no",
        duration_s=seconds,
        read=np.clip(seconds / 160, 0.01, 1.0),
    )
