"""The enablement figures of the open tables, worked out once for what is asked of them."""

from collections.abc import Callable
from typing import TypeVar

import pandas as pd
import streamlit as st

from core.enablement.answer import answered
from core.enablement.behind import records_behind
from core.enablement.compared import Compared, compared
from core.enablement.curves import closing_curves, pipelines, staying_curves
from core.enablement.durations import Survival
from core.enablement.effect_trend import Trend, trends
from core.enablement.ledger import Ledger, divided, ledger
from core.enablement.matrix import content_matrix
from core.enablement.model import Answer, Asked, Measured
from core.enablement.offered import divisions, names_of
from core.enablement.ramp import Ramp, ramp
from core.enablement.speed import conversion_by_wait
from core.enablement.topics import Topic
from core.tables import TableKind
from pages.ui import cache, session
from pages.ui.session import t

T = TypeVar("T")


def book(by: str = "") -> Ledger:
    """The records of the tables in use, ready to be counted. Raises Refusal."""
    asked, key = Asked(said=cache.fields()), ("ledger", "", cache.what_was_read())
    with st.spinner(t("Working it out …"), show_time=True):
        whole = session.read_once(key, lambda: ledger(cache.tables(), asked))
    return divided(whole, cache.tables(), [by]) if by else whole


def figures(topic: Topic, asked: Asked) -> tuple[Compared, ...]:
    """The figures of a topic with their groups. Raises Refusal."""
    return compared(answer(topic, asked).rows)


def answer(topic: Topic, asked: Asked) -> Answer:
    """All that was answered to a topic. Raises Refusal."""
    names = names_of(topic)
    if not names:
        return Answer(())
    with st.spinner(t("Working it out …"), show_time=True):
        return _kept(f"figures-{topic.id}", asked, lambda rows: answered(rows, asked, names))


def columns(topic: Topic) -> tuple[str, ...]:
    """The columns by which a topic's figures may be divided."""
    key = ("divisions", topic.id, cache.what_was_read())
    return session.read_once(key, lambda: divisions(book(), cache.tables(), topic))


def funnels(asked: Asked) -> dict[str, pd.DataFrame]:
    """How far the deals of each pipeline came, stage by stage. Raises NotComputable."""
    return _kept("funnels", asked, lambda rows: pipelines(rows, asked))


def curves(asked: Asked) -> dict[str, Survival]:
    """How long deals take to close, by group where divided. Raises NotComputable."""
    return _kept("curves", asked, lambda rows: closing_curves(rows, asked))


def staying(asked: Asked) -> dict[str, Survival]:
    """How long deals stay in each stage, all together. Raises NotComputable."""
    whole = Asked(said=asked.said)
    return _kept("staying", whole, lambda rows: staying_curves(rows, whole))


def speed(asked: Asked) -> tuple[Measured, ...]:
    """The leads that became deals, by how long they waited. Raises NotComputable."""
    return _kept("speed", asked, lambda rows: conversion_by_wait(rows, asked))


def content(asked: Asked) -> tuple[Measured, ...]:
    """The deals won by the content they were given. Raises NotComputable."""
    return _kept("matrix", asked, lambda rows: content_matrix(rows, asked))


def trained(asked: Asked) -> tuple[Trend, ...]:
    """The months before and after each course, by result. Raises NotComputable."""
    return _kept("trained", asked, lambda rows: trends(rows, asked))


def first_wins(asked: Asked) -> Ramp:
    """How soon new people win their first deal. Raises NotComputable."""
    return _kept("ramp", Asked(said=asked.said), ramp)


def _kept(name: str, asked: Asked, work: Callable[[Ledger], T]) -> T:
    rows, key = book("".join(asked.by)), (name, "", repr(asked), cache.what_was_read())
    return session.read_once(key, lambda: work(rows))


def behind(kind: TableKind) -> pd.DataFrame:
    """The records of a kind with their places."""
    key = ("behind", kind.value, cache.what_was_read(), session.language())
    return session.read_once(
        key, lambda: records_behind(book(), cache.tables(), kind, session.language())
    )
