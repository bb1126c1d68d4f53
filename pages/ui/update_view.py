"""What an update would change, in words."""

import streamlit as st

from core.tables.updates import Comparison
from pages.ui import widgets


def show(comparison: Comparison, key: str) -> None:
    """The counts."""
    st.markdown(widgets.plain(comparison.summary))


def renames(comparison: Comparison, key: str) -> dict[str, str]:
    """The renames that are accepted."""
    return dict(comparison.renames)
