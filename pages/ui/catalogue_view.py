"""The catalogue of indicators on screen: what is shown of it, and what the data lack."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from core.language import Text, text
from core.metrics import CATALOGUE, Indicator, Metric, Panel, Role
from core.metrics.measures import flows
from core.tables.mapping import KIND_NAMES
from pages.ui import cache, opened, session, widgets
from pages.ui.session import t
from pages.ui.words import INDUSTRIES, ROLES

MOST = 10  # indicators that are not in the data drawn at a time
_GENERAL = "general"
T = TypeVar("T")


@dataclass(frozen=True)
class Wanted:
    """What of the catalogue is looked at; nothing chosen means everything."""

    words: str = ""
    role: Role | None = None
    industry: str | None = None

    def shows(self, name: str, metric: Metric | None, role: Role) -> bool:
        """Whether an indicator of that name, metric and role is looked at."""
        if self.role is not None and role is not self.role:
            return False
        if self.industry is not None:
            own = metric.industry or _GENERAL if metric else _GENERAL
            if own != self.industry:
                return False
        known = [name, *(_words(metric) if metric else ())]
        return all(any(word in each.casefold() for each in known) for word in self.words.split())


def ask() -> Wanted:
    """The search, the role and the trade to look at."""
    words, role, industry = st.columns([3, 3, 4], gap="medium")
    written = words.text_input(
        t("Search"), placeholder=t("Name or meaning"), icon=":material/search:"
    )
    with role:
        wanted = _pills(t("Role"), ROLES, "show-role")
    with industry:
        trade = _pills(t("For which trade"), INDUSTRIES, "show-industry")
    return Wanted((written or "").casefold(), wanted, trade)


def _pills(label: str, options: Mapping[T, Text], key: str) -> T | None:
    language = session.language()
    return st.pills(
        label, list(options), format_func=lambda one: options[one].to(language), key=key, wrap=True
    )


def found(panel: Panel, wanted: Wanted) -> list[Indicator]:
    """The indicators of the panel that are looked at, those of one's own first."""
    language, own = session.language(), {one.id for one in opened.choice().own}
    return [
        one
        for one in sorted(panel.indicators, key=lambda one: one.metric not in own)
        if wanted.shows(one.name.to(language), CATALOGUE.get(one.metric or ""), opened.role(one))
    ]


def absent(panel: Panel, wanted: Wanted) -> None:
    """The indicators of the catalogue that are not in the data, each with what is missing."""
    language, there = session.language(), {one.metric for one in panel.indicators}
    rest = [
        metric
        for id, metric in CATALOGUE.items()
        if id not in there and wanted.shows(metric.name.to(language), metric, metric.role)
    ]
    if not rest:
        return
    refused = {one.id: one.refused for one in cache.possible() if one.refused is not None}
    refused |= panel.refused
    rest.sort(key=lambda one: one.id not in refused)
    with st.expander(
        t("Not in your data ({n})", n=len(rest)),
        key="absent",
        on_change="rerun",
        icon=":material/playlist_add:",
    ) as shown:
        if shown.open:
            for metric in widgets.leaf(rest, MOST, "leaf-absent"):
                _absent(metric, refused.get(metric.id) or _from(metric))


def _absent(metric: Metric, why: Text) -> None:
    role, trade = ROLES[metric.role], INDUSTRIES[metric.industry or _GENERAL]
    st.markdown(
        f"**{widgets.plain(metric.name)}** :small[{widgets.plain(role)} · {widgets.plain(trade)}]"
        f"  \n{widgets.plain(metric.meaning)}  \n:small[{widgets.plain(why)}]"
    )


def _from(metric: Metric) -> Text:
    """What would bring the indicator."""
    kinds = _kinds(metric)
    if not kinds:
        return text("Bring a sheet with a column of this name, one row a period.")
    return text(
        "Bring a file of: {kinds}. Or a sheet with a column of this name.",
        kinds=Text.joined(", ", kinds),
    )


def _kinds(metric: Metric) -> Sequence[Text]:
    read = (flow.table for one in metric.measures for flow in flows(one))
    return [KIND_NAMES[kind] for kind in dict.fromkeys(read)]


def _words(metric: Metric) -> Iterable[str]:
    language = session.language()
    return (metric.name.to(language), metric.meaning.to(language), *metric.aliases)
