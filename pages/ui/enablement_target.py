"""The target of a figure, kept in the workspace, and what the figure says to it."""

import streamlit as st

from core.enablement.compared import Compared
from core.enablement.targets import key_of, may_have_target, on_screen, so_what, to_keep, unit_of
from core.enablement.targets import verdict as verdict_of
from core.language import text
from core.workspace.targets import set_target
from pages.ui import changes, opened, session, widgets
from pages.ui.session import t

_ICONS = {"kept": "check_circle", "missed": "error", "open": "help"}


def ask(one: Compared) -> None:
    """A place for the target, and whether it is kept as far as the interval tells."""
    if not may_have_target(one.whole):
        return
    unit, kept = one.whole.unit, opened.choice().targets.get(key_of(one.key))
    key = f"target-{key_of(one.key)}-{kept}"
    session.pick(key, on_screen(kept, unit), anew=False)  # given as a value it could not be emptied
    box, verdict = st.columns([1, 3], vertical_alignment="bottom")
    typed = box.number_input(
        t("Your target, in {unit}", unit=unit_of(unit)),
        min_value=0.0,
        max_value=100.0 if unit == "rate" else None,
        value=None,
        step=1.0,
        format="%.6g",
        placeholder=t("none yet"),
        key=key,
    )
    target = to_keep(typed, unit)
    if target != kept:
        changes.edit(set_target(key_of(one.key), target), text("Target set"))
        st.rerun()
    if kept is None:
        verdict.caption(t("With a target, Headlight says whether it is kept, missed or open."))
        return
    icon = _ICONS[verdict_of(one.whole, kept)]
    said = widgets.plain(so_what(one.whole, kept).to(session.language()))
    verdict.markdown(f":material/{icon}: **{said}**")
