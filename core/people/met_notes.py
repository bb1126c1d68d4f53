"""What goes of a list of one-on-ones at the door: the words that people wrote of their talks."""

import re

import pandas as pd

from core.metrics.records.words import plainly
from core.people.leaving import Instead, Leaving
from core.people.met_columns import MetColumns, columns_of
from core.people.met_in import are_one_on_ones
from core.tables.model import Column, ColumnType, Table

_TALKS = re.compile(r"\b(1 1|1on1|1 on 1|one on ones?|one to ones?|tatap muka|empat mata|4 mata)\b")
_MET = re.compile(r"met with|bertemu( dengan)?|with (manager|leader)|met by|coach")
_MET_ON = re.compile(r"met on|date met|tanggal (pertemuan|bertemu)|1 1 date|date of 1 1")
_NOTE = re.compile(
    r"\b(notes?|comments?|summary|subject|topics?|agenda|description|details?|remarks?|feedback|"
    r"minutes of meeting|mom|discussion|action items?|follow ups?|next steps?|concerns?|mood|"
    r"goals?|catatan|komentar|ringkasan|subjek|topik|deskripsi|keterangan|masukan|pembahasan|bahasan|"
    r"diskusi|tindak lanjut|isi|hasil|keluhan|harapan|judul|title)\b"
)
_WORDS = 4  # on average, from which cells are sentences
_DISTINCT = 0.5  # share of cells from which they tell no groups apart


def notes_leaving(table: Table) -> tuple[Leaving, ...]:
    """The columns of words in a list of one-on-ones; of an export of activities in its 1:1 rows."""
    columns, rows = columns_of(table), talks_in(table)
    if columns is None or rows.empty:
        return ()
    words = [one for one in table.columns if _is_free(one) and one.name not in columns.used()]
    every = [(one, _written(rows[one.name])) for one in words]
    return tuple(
        Leaving(table.sheet, one.name, one.letter, dict.fromkeys(map(int, said.index), ""),
                Instead.NO_NOTES, whole=not columns.type)
        for one, said in every
        if len(said) and (_NOTE.search(plainly(one.name)) or _is_wordy(said))
    )  # fmt: skip


def talks_in(table: Table) -> pd.DataFrame:
    """The rows of a table that are one-on-ones; none of a table that does not say so."""
    columns = columns_of(table)
    if columns is not None and columns.type:
        return table.frame[are_one_on_ones(table.frame[columns.type])]
    if columns is not None and _is_list(table, columns):
        return table.frame
    return table.frame.head(0)


def _is_free(one: Column) -> bool:
    """Whether a column may hold words: text that is no field of activities."""
    return one.type is ColumnType.TEXT and one.field in ("", "-", "dimension", "comment")


def _written(cells: "pd.Series[str]") -> "pd.Series[str]":
    said = cells.astype("string").fillna("").str.strip()
    return said[said != ""]


def _is_wordy(said: "pd.Series[str]") -> bool:
    long = sum(len(one.split()) for one in said) / len(said)
    return long >= _WORDS or said.nunique() > _DISTINCT * len(said)


def _is_list(table: Table, columns: MetColumns) -> bool:
    """Whether a table says who met a leader, or calls itself one of one-on-ones."""
    asides = " ".join(one.words for one in table.set_aside)
    if _TALKS.search(plainly(f"{table.source} {table.sheet} {asides}")):
        return True
    met = _MET.fullmatch(plainly(columns.leader)) or _MET_ON.fullmatch(plainly(columns.on))
    return bool(columns.leader and met)
