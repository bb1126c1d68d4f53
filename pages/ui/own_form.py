"""An indicator of a person's own: defined without code, tried before it is kept."""

import hashlib

import streamlit as st

from core.errors import Refusal
from core.figures import indicators as pictures
from core.language import Text, text
from core.metrics import Own, Panel, parsed, value_said
from core.workspace import edits
from pages.ui import cache, changes, events, opened, own_parts, session, widgets
from pages.ui.session import t

_NEW = ""


def show(panel: Panel) -> None:
    """The indicators defined so far, and the form for one more or to change one."""
    own = {one.id: one for one in opened.choice().own}
    key = "own-" + hashlib.sha256(repr(own).encode()).hexdigest()[:8]
    which = _NEW
    if own:
        names = {_NEW: t("A new indicator"), **{id: one.name for id, one in own.items()}}
        which = st.selectbox(
            t("A new one, or change one"),
            list(names),
            format_func=names.get,
            key=f"{key}-which",
        )
    before = own.get(str(which))
    made = own_parts.ask(panel, before, f"{key}-{which}")
    if before is not None:
        _delete(before, f"{key}-{which}")
    if made is None:
        return
    others = set(panel.values.columns) - ({before.id} if before else set())
    if made.id in others:
        widgets.refusal(edits.name_taken(made.name))
    else:
        _try(made, before, f"{key}-{which}")


def rescue() -> None:
    """A way to take away indicators of one's own while no panel can be made."""
    for one in opened.choice().own:
        _delete(one, f"rescue-{one.id}")


def _delete(one: Own, key: str) -> None:
    if st.button(t("Delete “{name}”", name=widgets.plain(one.name)), key=f"{key}-delete"):
        words = text("Indicator “{name}” deleted", name=one.name)
        changes.edit(edits.drop_own(one.id), words)
        st.rerun()


def _try(made: Own, before: Own | None, key: str) -> None:
    """Its values as they would be, its written form, and the way to keep it."""
    keep = edits.define(made, before.id if before else "")
    try:
        keep(session.need_workspace().state)
        with st.spinner(t("Working it out …")):
            tried = cache.tried(made)
    except Refusal as stop:
        widgets.refusal(stop)
        return
    if made.id not in tried.values.columns:
        _not_there(made, tried)
        return
    _preview(tried, made)
    if st.button(t("Keep this indicator"), type="primary", key=f"{key}-keep"):
        changes.edit(keep, text("Indicator “{name}” defined", name=made.name))
        st.rerun()


def _not_there(made: Own, tried: Panel) -> None:
    """Why the definition gives no values."""
    why = tried.refused.get(made.id, text("no row meets the conditions in any period"))
    st.warning(f"{widgets.plain(made.name)}: {widgets.plain(why)}", icon=":material/block:")


def _preview(tried: Panel, made: Own) -> None:
    series, one = tried.values[made.id], tried.indicator(made.id)
    look = widgets.look({made.id: made.name})
    known = series.dropna()
    listed = [
        Text.joined(": ", [look.period(at), value_said(float(value), one.unit)])
        for at, value in known.head(6).items()
    ]
    heading = t("Its first values")
    st.markdown(f"**{heading}:** {widgets.plain(Text.joined(' · ', listed))}")
    marked = events.draw(pictures.trend(series, look), tried.frequency)
    st.plotly_chart(
        marked.figure,
        theme=None,
        key=f"own-preview-{made.id}",
        alt=marked.alt(look.say(pictures.trend_alt(series, look))),
        config={"displayModeBar": False},
    )
    events.listed(marked)
    if _can_be_written(made):
        st.caption(t("The same for the command line:"))
        st.code(f'--define "{made.written}"', language=None, wrap_lines=True)


def _can_be_written(made: Own) -> bool:
    """Whether the written form means the same indicator."""
    try:
        return '"' not in made.written and parsed(made.written).written == made.written
    except Refusal:
        return False
