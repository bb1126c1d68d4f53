"""The product's name and mark, drawn so that neither font nor file has to be fetched."""

import streamlit as st

from core.figures.theme import Mode
from pages.ui import widgets

_INKS: dict[Mode, tuple[str, str]] = {
    "light": ("#17232e", "#0b5773"),
    "dark": ("#e8eef3", "#7cc0f5"),
}
_MARK = """<svg xmlns="http://www.w3.org/2000/svg" width="148" height="32" viewBox="0 0 148 32">
<path d="M13 6C4 6 2 11 2 16s2 10 11 10c2 0 3-4 3-10S15 6 13 6Z" fill="{lamp}"/>
<path d="M20 9l9-3M20 16h10M20 23l9 3" stroke="#d9a400" stroke-width="2.6" stroke-linecap="round"/>
<text x="38" y="22.5" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"
 font-size="19" font-weight="700" fill="{ink}">Headlight</text></svg>"""


def logo() -> None:
    """The name at the top of the sidebar; where that is closed, at the top of the page."""
    ink, lamp = _INKS[widgets.mode()]
    st.logo(_MARK.format(ink=ink, lamp=lamp), size="large")
