"""What pages share on screen: plain words, refusals, a chart with its numbers."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.typing import UploadedFile

from core.errors import Refusal
from core.figures.theme import Look, Mode
from core.language import Text, date_text, moment_text
from core.reports import frame_to_csv, frame_to_xlsx, spoken
from core.settings import settings
from core.tables import Question
from pages.ui import opened, session
from pages.ui.session import t

# An answer to a question is read whole, on a phone too.
_WHOLE_ANSWERS = '<style>[class*="st-key-answer-"] button * {white-space: normal;}</style>'

T = TypeVar("T")
Figure = go.Figure

# The uploader's own words exist in English only; these stand in their place.
_UPLOADER_WORDS = """<style>
[data-testid="stFileUploaderDropzone"] button p,
[data-testid="stFileUploaderDropzoneInstructions"] span {{ font-size: 0 !important; }}
[data-testid="stFileUploaderDropzone"] button p::after {{ content: "{button}"; font-size: 1rem; }}
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{
    content: "{limit}"; font-size: 0.875rem; }}
</style>"""


# Captions on the light page, and white words on the dark theme's primary colour, would be too
# faint to read.
_READABLE: dict[Mode, str] = {
    "light": '<style>[data-testid="stCaptionContainer"] {color: #52606d; opacity: 1;}</style>',
    "dark": '<style>[data-testid^="stBaseButton-primary"], [data-testid="stMultiSelect"] '
    ":is(span[title], :has(> span[title])) {color: #0f171e;}</style>",
}


def frame() -> None:
    """What no theme option can say."""
    st.html(_READABLE[mode()] + _WHOLE_ANSWERS)


def mode() -> Mode:
    """Whether the page is light or dark now."""
    return "dark" if st.context.theme.type == "dark" else "light"


def plain(said: Text | str) -> str:
    """Words, some of them the person's own, such that nothing in them acts as markdown."""
    words = said if isinstance(said, str) else said.to(session.language())
    unlinked = re.sub(r"(://|@|www(?=\.))", "\\1\N{WORD JOINER}", words, flags=re.I)
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", unlinked)


def refusal(stop: Refusal) -> None:
    """Says what is wrong, where, and what to do."""
    where = plain(stop.place.text())
    body = f"{plain(stop.what)}  \n{plain(stop.remedy)}"
    st.error(body, icon=":material/block:", title=where or None)


def question(asked: Question, key: str) -> str | None:
    """One question: a button for each answer, or a year to type. The answer given, or None."""
    with st.container(border=True, key=f"question-{key}"):
        st.markdown(f":material/help: **{plain(asked.what)}**")
        if not asked.choices:
            year = st.number_input(t("Year"), 1950, 2100, None, 1, key=f"answer-{key}")
            return None if year is None else str(int(year))
        with st.container(horizontal=True):
            pressed = [
                value
                for value, words in asked.choices
                if st.button(plain(words), key=f"answer-{key}-{value}")
            ]
    return pressed[0] if pressed else None


def told() -> None:
    """What there was to say, and what was refused, when something was last changed."""
    for one in session.said():
        st.success(plain(one), icon=":material/check_circle:")
    for stop in session.refused():
        refusal(stop)


def moment(at: datetime) -> str:
    """A moment as the visitor's clock shows it."""
    return moment_text(at, session.language(), st.context.timezone)


def day(on: date) -> str:
    """A day in the visitor's language."""
    return date_text(on, session.language())


def today() -> date:
    """The day on the visitor's clock."""
    zone = st.context.timezone
    return datetime.now(ZoneInfo(zone) if zone else UTC).date()


def uploader(label: str, key: str = "drop") -> list[UploadedFile]:
    """A place to drop files. Takes any: the reader says better than a filter what is wrong."""
    limit = t("Up to {size} MB each", size=settings().upload_mb)
    st.html(_UPLOADER_WORDS.format(button=t("Choose a file"), limit=limit))
    return st.file_uploader(label, accept_multiple_files=True, key=f"{key}-{session.times()}")


def notices(said: Iterable[Text]) -> None:
    """What was noticed, as one list."""
    st.caption("\n".join(f"- {plain(one)}" for one in said))


def chart(
    figure: go.Figure, numbers: pd.DataFrame, alt: str, key: str, shares: Collection[str] = ()
) -> None:
    """A chart, its numbers as a table one click away, and their download.

    Columns named in `shares` hold fractions.
    """
    st.plotly_chart(figure, theme=None, key=key, alt=alt, config={"displayModeBar": False})
    with st.expander(t("Numbers behind this picture"), icon=":material/table_rows:"):
        seen = spoken(numbers, session.language(), shares)
        st.dataframe(seen, hide_index=True, alt=alt, placeholder="–")
        downloads(numbers, key, shares)


def downloads(numbers: pd.DataFrame, name: str, shares: Collection[str] = ()) -> None:
    """A table as CSV and as a workbook; columns named in `shares` hold fractions."""
    kinds = (
        (t("Download as CSV"), partial(frame_to_csv, numbers), "csv"),
        (t("Download as Excel"), partial(frame_to_xlsx, numbers, shares), "xlsx"),
    )
    with st.container(horizontal=True):
        for label, content, kind in kinds:
            st.download_button(
                label,
                content,
                f"{name}.{kind}",
                key=f"{name}-{kind}",
                on_click="ignore",
                icon=":material/download:",
            )


def leaf(items: Sequence[T], most: int, key: str) -> Sequence[T]:
    """The items of the leaf turned to, so that a long list stays quick to draw and to read."""
    if len(items) <= most:
        return items
    turned = st.pagination(-(-len(items) // most), key=f"{key}-{len(items)}")
    return items[(turned - 1) * most : turned * most]


def legend(marks: Iterable[tuple[str, str, str]]) -> None:
    """(words, background, ink) of each colour on screen; our words only, never the person's."""
    style = "background:{};color:{};padding:.15rem .6rem;border-radius:.4rem;font-size:.85rem"
    spans = [
        f'<span style="{style.format(background, ink)}">{words}</span>'
        for words, background, ink in marks
    ]
    st.html(f'<div style="display:flex;flex-wrap:wrap;gap:.4rem">{"".join(spans)}</div>')


def look(names: Mapping[str, str]) -> Look:
    """How charts look to this visitor."""
    return Look(session.language(), mode(), names)


def need_files() -> None:
    """Stops with the way to the start when nothing is open."""
    if not opened.files() and not opened.connections():
        st.info(t("No file is open yet."), icon=":material/upload_file:")
        st.page_link("home.py", label=t("Bring a file or open a sample"), icon=":material/home:")
        st.stop()
