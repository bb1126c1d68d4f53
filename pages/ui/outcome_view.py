"""What each word of a status, a kind or an outcome means: won, qualified, held …"""

from dataclasses import replace

import streamlit as st

from core.language import counted
from core.metrics import OutcomeWord
from pages.ui import cache, changes, session, widgets
from pages.ui.opened import Brought
from pages.ui.session import t
from pages.ui.words import MEANINGS

MOST = 12  # words drawn at a time


def show(file: Brought) -> None:
    """The words with what they are taken for; unfolded while one of them is not known."""
    words = cache.outcome_words(file)
    if not words:
        return
    unknown = [one for one in words if not one.meant]
    with st.expander(
        t("What the words of these tables mean"),
        expanded=bool(unknown),
        icon=":material/translate:",
        key=f"outcomes-{file.id}",
    ):
        if unknown:
            st.markdown(
                t(
                    "Some words are not known. Deals with such a word count as open, unless their "
                    "stage says more; rows of other tables count as none of the usual ones, until "
                    "you say what they mean."
                )
            )
        for one in widgets.leaf(words, MOST, f"leaf-outcomes-{file.id}"):
            _word(file, one)


def _word(file: Brought, one: OutcomeWord) -> None:
    rows = counted("{n} row", "{n} rows", one.rows)
    name, meaning = st.columns([2, 3], vertical_alignment="center")
    where = f"{widgets.plain(one.column)}: {widgets.plain(rows)}"
    name.markdown(f"**{widgets.plain(one.word)}**  \n:small[{where}]")
    names = {value: MEANINGS[value].to(session.language()) for value in one.choices}
    said = meaning.selectbox(
        t("Meaning of {name}", name=widgets.plain(one.word)),
        list(names),
        index=list(names).index(one.meant) if one.meant else None,
        format_func=names.get,
        placeholder=t("Not known yet"),
        key=f"outcome-{file.id}-{one.key}-{one.meant}",
        label_visibility="collapsed",
    )
    if said is not None and said != one.meant:
        fields = {**file.answers.fields, one.key: said}
        changes.answer(file, replace(file.answers, fields=fields))
        st.rerun()
