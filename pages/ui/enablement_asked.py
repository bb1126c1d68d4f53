"""The enablement figures of the open tables, worked out once for what is asked of them."""

import pandas as pd
import streamlit as st

from core.enablement.answer import answered
from core.enablement.behind import records_behind
from core.enablement.compared import Compared, compared
from core.enablement.ledger import Ledger, ledger
from core.enablement.model import Answer, Asked
from core.enablement.offered import divisions, names_of
from core.enablement.topics import Topic
from core.tables import TableKind
from pages.ui import cache, session
from pages.ui.session import t


def book(by: str = "") -> Ledger:
    """The records of the tables in use, ready to be counted. Raises Refusal."""
    asked = Asked(by=(by,) if by else (), said=cache.fields())
    key = ("ledger", by, cache.what_was_read())
    with st.spinner(t("Working it out …"), show_time=True):
        return session.read_once(key, lambda: ledger(cache.tables(), asked))


def figures(topic: Topic, asked: Asked) -> tuple[Compared, ...]:
    """The figures of a topic with their groups. Raises Refusal."""
    return compared(answer(topic, asked).rows)


def answer(topic: Topic, asked: Asked) -> Answer:
    """All that was answered to a topic. Raises Refusal."""
    names, rows = names_of(topic), book("".join(asked.by))
    if not names:
        return Answer(())
    key = ("enablement", topic.id, repr(asked), cache.what_was_read())
    with st.spinner(t("Working it out …"), show_time=True):
        return session.read_once(key, lambda: answered(rows, asked, names))


def columns(topic: Topic) -> tuple[str, ...]:
    """The columns by which a topic's figures may be divided."""
    key = ("divisions", topic.id, cache.what_was_read())
    return session.read_once(key, lambda: divisions(book(), cache.tables(), topic))


def behind(kind: TableKind) -> pd.DataFrame:
    """The records of a kind with their places."""
    key = ("behind", kind.value, cache.what_was_read(), session.language())
    return session.read_once(
        key, lambda: records_behind(book(), cache.tables(), kind, session.language())
    )
