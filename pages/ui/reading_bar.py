"""How far the reading of the person's files has come, as a bar; short readings show none."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.tables.progress import Progress, heard_by
from pages.ui import widgets
from pages.ui.session import t

SOON = 0.4  # seconds that pass without a bar, so that small files do not flicker


class Bar:
    """A bar that only grows, for one file after the other."""

    def __init__(self) -> None:
        self._place = st.empty()
        self._from, self._share, self._name = time.monotonic(), 0.0, ""
        self.interruption: BaseException | None = None

    def begin(self, name: str) -> None:
        self._share, self._name = 0.0, name

    def hear(self, progress: Progress) -> None:
        """Draws; a rerun asked for meanwhile waits until the file is safely taken in."""
        self._share = max(self._share, progress.share)
        if self.interruption or time.monotonic() - self._from < SOON:
            return
        said = widgets.plain(progress.words)
        words = f"**{widgets.plain(self._name)}** · {said}" if self._name else said
        try:
            self._place.progress(self._share, words)
        except BaseException as asked:
            self.interruption = asked

    def end(self) -> None:
        if self.interruption:
            raise self.interruption
        self._place.empty()


@contextmanager
def shown() -> Iterator[Bar]:
    """While files are read: a bar with what is being done; a spinner beside it."""
    bar = Bar()
    with st.spinner(t("Reading your file …")), heard_by(bar.hear):
        yield bar
    bar.end()
