"""The samples on the start page: what each is, and the way in."""

from collections.abc import Sequence

import streamlit as st

from core.language import Text, counted
from core.worlds.samples import EXPORTED, SAMPLES, SURVEYED, Exported, Sample
from pages.ui import changes, people_sample, widgets
from pages.ui.samples import paths
from pages.ui.session import t


def show() -> None:
    """A card for each: workbooks of figures, exports of records, a survey of staff."""
    st.subheader(t("Or look at a sample"))
    with st.grid(3, min_column_width=260, gap="small"):
        for sample in SAMPLES:
            _figures(sample)
        for exported in EXPORTED:
            _records(exported)
        for surveyed in SURVEYED:
            _survey(surveyed)


def _figures(sample: Sample) -> None:
    """A workbook of figures."""
    months = t("{n} months, as their manager keeps them", n=len(sample.written))
    about = f"{months} · {widgets.plain(sample.file)}"
    if _card(sample.file, sample.title, about):
        _open(sample.file, (sample.file,))


def _records(sample: Exported) -> None:
    """Exports of records, opened together."""
    files = counted(
        "{n} export, one row a deal, booking or account",
        "{n} exports, one row a deal, lead or visit",
        len(sample.files),
    )
    if _card(sample.id, sample.title, f"{widgets.plain(files)} · {widgets.plain(sample.files[0])}"):
        _open(sample.id, sample.files)


def _survey(sample: Exported) -> None:
    """Answers of staff."""
    rows = t("One row a person and wave")
    if _card(sample.id, sample.title, f"{rows} · {widgets.plain(sample.files[0])}"):
        people_sample.open_survey()
        st.switch_page("people.py")


def _card(name: str, title: Text, about: str) -> bool:
    """What a sample is; whether it was asked for."""
    with st.container(border=True, height="stretch", vertical_alignment="distribute"):
        st.markdown(f"**{widgets.plain(title)}**")
        st.caption(about)
        return st.button(t("Open this sample"), key=f"sample-{name}", width="stretch")


def _open(name: str, files: Sequence[str]) -> None:
    changes.open_sample(name, paths(files))
    st.switch_page("lead_lag.py")
