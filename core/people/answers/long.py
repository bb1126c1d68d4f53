"""A table of one row an answer, as one row a person and wave with a column for each question."""

import re

import pandas as pd

from core.people.answers.points import cells_of, clean
from core.tables.model import Column, Table

_NAMES = {
    "question": re.compile(
        r"^(survey |nama |teks )?(question|pertanyaan|statement|pernyataan|item)( text| name)?$",
        re.I,
    ),
    "score": re.compile(
        r"^(score|skor|nilai|answer|jawaban|response|respons|rating|value|answer value)$", re.I
    ),
}
_END = re.compile(r"[\s?.!:*]+$")


def asked_and_answered(table: Table) -> tuple[Column, Column] | None:
    """The column of questions and the one of answers, of a table of one row an answer."""
    fields = {one.field: one for one in table.columns}
    found = []
    for field, named in _NAMES.items():
        by_name = next((one for one in table.columns if named.match(one.name.strip())), None)
        column = fields.get(field) if field in fields else by_name
        if column is None:
            return None
        found.append(column)
    if found[0] is found[1] or table.frame[found[0].name].nunique() >= len(table.frame):
        return None
    return found[0], found[1]


def one_row_each(
    table: Table, rows: pd.DataFrame, keys: pd.DataFrame, at: "pd.Series[float]"
) -> tuple[pd.DataFrame, "pd.Series[int]"]:
    """Cells by key and question, the last answer of each; and the first row of every key.

    keys: who and wave, the rows' index; rows without a person stand alone.
    """
    found = asked_and_answered(table)
    assert found is not None  # the caller asked first
    asked, answer = found
    words = _worded(rows[asked.name])
    alone = keys["who"] == ""
    who = keys["who"].where(~alone, "\u2400" + pd.Series(rows.index, rows.index).astype(str))
    number = pd.Series(
        pd.MultiIndex.from_arrays([who, keys["wave"]]).factorize()[0], index=rows.index
    )
    flat = pd.DataFrame(
        {"row": number, "question": words, "cell": cells_of(rows, answer), "at": at}
    )
    flat = flat[(flat["question"] != "") & (flat["cell"] != "")]
    last = flat.sort_values("at", kind="stable", na_position="first").drop_duplicates(
        ["row", "question"], keep="last"
    )
    wide = last.pivot(index="row", columns="question", values="cell")
    every = [one for one in pd.unique(words) if one in wide.columns]
    first = pd.Series(range(len(rows))).groupby(number.to_numpy()).first()
    return wide.reindex(first.index)[every].fillna("").astype(object), first


def _worded(questions: "pd.Series[str]") -> "pd.Series[str]":
    """Questions as first written: those that differ in blanks, case or the last mark are one."""
    words = questions.astype("string").fillna("").str.strip().astype(object)
    same: dict[str, str] = {}
    for one in pd.unique(words):
        same.setdefault(_END.sub("", clean(one)), one)
    return words.map({one: same[_END.sub("", clean(one))] for one in pd.unique(words)})
