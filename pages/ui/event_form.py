"""The form in which an event is written down, changed or removed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from core.errors import Refusal
from core.figures.events import KINDS, told
from core.language import text
from core.workspace import Event, EventKind, Shading, events
from pages.ui import changes, session, widgets
from pages.ui.session import t

_SHADINGS = {
    Shading.NONE: text("None"),
    Shading.SEASONS: text("Ramadan and Lebaran"),
    Shading.ALL: text("All public holidays"),
}
_FIRST, _LAST = date(1970, 1, 1), date(2100, 12, 31)
_NEW = ""


def show(every: Sequence[Event], key: str) -> None:
    """A new event, or one of those there to change or remove."""
    names = {_NEW: t("A new event")}
    names |= {one.id: told(one).to(session.language()) for one in reversed(every)}
    held = {one.id: one for one in every}
    revision = session.need_workspace().revision
    which = _NEW
    if held:
        which = st.selectbox(
            t("Event"),
            list(names),
            format_func=names.get,
            key=f"event-which-{key}-{revision}",
        )
    now = held.get(str(which))
    _form(now, f"{key}-{which}-{revision}")


def _form(now: Event | None, key: str) -> None:
    kinds, language = list(EventKind), session.language()
    with st.form(f"event-{key}", border=False):
        short, long = st.columns([1, 2])
        kind = short.selectbox(
            t("Kind"),
            kinds,
            kinds.index(now.kind) if now else 0,
            format_func=lambda one: KINDS[one].to(language),
            key=f"event-kind-{key}",
        )
        name = long.text_input(
            t("Name"),
            now.name if now else "",
            max_chars=events.LONGEST_NAME,
            key=f"event-name-{key}",
        )
        days = _days(now, key)
        note = st.text_area(
            t("Note (optional)"),
            now.note if now else "",
            max_chars=events.LONGEST_NOTE,
            height=68,
            key=f"event-note-{key}",
        )
        with st.container(horizontal=True):
            saved = st.form_submit_button(t("Save event"), type="primary")
            removed = now is not None and st.form_submit_button(t("Remove event"))
    if removed and now is not None:
        _change(lambda: changes.edit(events.drop(now.id), text("Event removed")))
    elif saved:
        _change(lambda: _save(now, EventKind(kind), (name, note), days))


def _days(now: Event | None, key: str) -> tuple[date | None, date | None]:
    first, last = st.columns(2)
    begins = first.date_input(
        t("First day"), now.begins if now else None, _FIRST, _LAST, f"event-begins-{key}",
        format="YYYY-MM-DD",
    )  # fmt: skip
    ends = last.date_input(
        t("Last day (optional)"), now.ends if now else None, _FIRST, _LAST, f"event-ends-{key}",
        format="YYYY-MM-DD",
    )  # fmt: skip
    return begins, ends


def _save(
    now: Event | None,
    kind: EventKind,
    words: tuple[str, str],
    days: tuple[date | None, date | None],
) -> None:
    """Keeps the event. Raises Refusal where it is not in order."""
    (name, note), (begins, ends) = words, days
    if begins is None:
        raise Refusal(text("The event has no day."), text("Choose its first day."))
    made = events.new(kind, name, (begins, ends), note)
    if now is not None:
        made = replace(made, id=now.id, at=now.at)
    changes.edit(events.put(made), text("Event “{name}”", name=made.name))


def _change(done: Callable[[], object]) -> None:
    """Does it and draws everything again; says why where it cannot be done."""
    try:
        done()
    except Refusal as stop:
        widgets.refusal(stop)
        return
    for stop in session.refused():
        widgets.refusal(stop)
    if not session.refused():
        st.rerun()


def holidays(now: Shading, key: str) -> None:
    """Which holidays of Indonesia charts show."""
    language = session.language()
    chosen = st.selectbox(
        t("Holidays in Indonesia to show"),
        list(_SHADINGS),
        list(_SHADINGS).index(now),
        format_func=lambda one: _SHADINGS[one].to(language),
        key=f"shading-{key}-{now}",
    )
    if chosen != now:
        changes.edit(events.shade(Shading(chosen)), text("Holidays chosen"))
        st.rerun()
