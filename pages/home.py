"""Start: drop a file, open a sample, or go on where you stopped."""

from pathlib import Path

import streamlit as st

from core.language import Text, counted
from core.worlds.samples import EXPORTED, SAMPLES, Exported, Sample
from pages.ui import arrival, changes, connect_form, opened, recent, review, session, widgets
from pages.ui.session import t

SAMPLE_DATA = Path(__file__).parents[1] / "sample_data"


def drop(label: str) -> None:
    """The place to drop files; what cannot be read is said here, the rest goes on."""
    brought = widgets.uploader(label)
    if brought:
        changes.open_files((file.name, file.getvalue()) for file in brought)
        if opened.files() and not session.refused():
            st.switch_page("data.py")
        st.rerun()
    widgets.told()


def sample_card(name: str, title: Text, about: str, files: tuple[str, ...]) -> None:
    """One sample: what it is, and the way in."""
    with st.container(border=True, height="stretch", vertical_alignment="distribute"):
        st.markdown(f"**{widgets.plain(title)}**")
        st.caption(about)
        if st.button(t("Open this sample"), key=f"sample-{name}", width="stretch"):
            changes.open_sample(name, [SAMPLE_DATA / one for one in files])
            st.switch_page("lead_lag.py")


def figures(sample: Sample) -> None:
    """A workbook of figures."""
    months = t("{n} months, as their manager keeps them", n=len(sample.written))
    about = f"{months} · {widgets.plain(sample.file)}"
    sample_card(sample.file, sample.title, about, (sample.file,))


def records(sample: Exported) -> None:
    """Exports of records, opened together."""
    files = counted(
        "{n} export, one row a deal, booking or account",
        "{n} exports, one row a deal, lead or visit",
        len(sample.files),
    )
    about = f"{widgets.plain(files)} · {widgets.plain(sample.files[0])}"
    sample_card(sample.id, sample.title, about, sample.files)


st.title(t("What moves before your results?"))
st.markdown(
    t(
        "Leading indicators are the headlights, results the rear-view mirror. Bring the sheet you "
        "already keep: Headlight says which indicator moves first, by how long, and how sure "
        "that is."
    )
)
arrival.ask("data.py")
with st.container(border=True):
    if opened.files():
        drop(t("Drop next month's file here, or another"))
    else:
        drop(t("Drop your spreadsheet here: Excel, CSV, OpenDocument or Parquet"))
    st.caption(t("Your file is read and kept on this server only. Nothing is sent elsewhere."))
connect_form.show()
if opened.files() or opened.connections():
    recent.now_open()
    review.upcoming()
recent.earlier()
st.subheader(t("Or look at a sample"))
with st.grid(3, min_column_width=260, gap="small"):
    for sample in SAMPLES:
        figures(sample)
    for exported in EXPORTED:
        records(exported)
