"""Tabs that stay where they were when the language or the page changes."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.language import LANGUAGES, Text
from pages.ui import session


def tabs(names: Sequence[Text], key: str) -> Sequence[DeltaGenerator]:
    """One tab for each name; only the open one need be drawn (`tab.open`)."""
    said, kept = [one.to(session.language()) for one in names], f"{key}-at"
    places = {one.to(each): at for at, one in enumerate(names) for each in LANGUAGES}
    at = places.get(str(session.picked(key)), session.picked(kept) or 0)
    session.pick(kept, at)
    session.pick(key, said[at])
    return st.tabs(said, on_change="rerun", key=key)
