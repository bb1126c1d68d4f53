"""What a small company of one trade leaves behind, what is true of it, and its files."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from core.worlds.exports import ExportFile, Sheet, csv_file, usual_style
from core.worlds.model import Truth

FIRST, MONTHS, WARM_UP = "2023-01", 36, 6
SWING = 0.42  # standard deviation of monthly demand, in logs


@dataclass(frozen=True)
class Window:
    """The months that pass, and the first and last moment that records show."""

    months: pd.PeriodIndex  # with the warm-up
    start: pd.Timestamp
    end: pd.Timestamp


def window() -> Window:
    """36 complete months from January 2023."""
    first = pd.Period(FIRST, freq="M")
    months = pd.period_range(first - WARM_UP, first + (MONTHS - 1), freq="M")
    return Window(months, first.start_time, (first + MONTHS).start_time - pd.Timedelta(seconds=1))


@dataclass(frozen=True)
class Trade:
    """Records by table, as known at the end of the window, and how each is written down.

    `truth`: the planted lead, in months, between what is counted by the first date and what is
    added up by the second. `facts`: planted rates and medians by name. Records with two dates go
    back to the first one, some months before the window, so that no month is there in part.
    """

    name: str
    industry: str
    tables: Mapping[str, pd.DataFrame]
    sheets: Mapping[str, Sheet]
    words: Mapping[str, tuple[str, str]]
    truth: tuple[Truth, ...]
    facts: Mapping[str, float]

    def files(self, language: str) -> tuple[ExportFile, ...]:
        """One CSV a table: English with ISO dates, Indonesian with 31/12/2025 and Rp 1.500.000."""
        said = {word: pair[language == "id"] for word, pair in self.words.items()}
        style = usual_style(language, said)
        return tuple(
            csv_file(self.sheets[table], records, style) for table, records in self.tables.items()
        )
