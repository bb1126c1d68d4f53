"""Answers of customers to how satisfied they are, on the scale they were given.

Answers of staff never come here: they are shown by the survey page alone, which protects them.
"""

import ibis
import ibis.expr.types as ir
import pandas as pd

from core.language import Text, text
from core.metrics.records.model import Prepared
from core.metrics.records.words import plainly
from core.tables.model import Table

_SATISFIED = frozenset(
    "satisfied satisfaction satisfying csat puas kepuasan memuaskan kepuasaan".split()
)
_STAFF = frozenset(
    "employee employees staff karyawan pegawai enps manager managers manajer atasan supervisor "
    "department departemen divisi division job pekerjaan bekerja workplace colleagues rekan "
    "tenure masakerja jabatan payroll nik".split()
)
_TOPS = (5, 7, 10)  # the ends of the scales there are: 1-5, 1-7, 0-10


def survey_answers(rows: ir.Table, table: Table) -> Prepared:
    """`satisfied`: whether an answer is one of the two best of its scale, null where none is."""
    nothing = rows.mutate(satisfied=ibis.null("boolean"))
    column, question = _asked(table)
    if not column or column not in rows.columns or not rows[column].type().is_numeric():
        return Prepared(nothing)
    if _of_staff(table):
        said = text("Answers of staff are not shown by period: they belong to the survey page.")
        return Prepared(nothing, (said,))
    answers = rows[column]
    if question:
        answers = rows["question"].isin(question).ifelse(answers, ibis.null("float64"))
    found = _scale(table, column, question)
    if found is None:
        return Prepared(nothing, (_said_odd(),))
    low, top = found
    within = answers.between(low, top)
    best = within.ifelse(answers >= top - 1, ibis.null("boolean"))
    return Prepared(rows.mutate(satisfied=best), (_said_scale(low, top),))


def _asked(table: Table) -> tuple[str, list[str]]:
    """The column of answers, and the questions that count in a table of one row an answer."""
    names = {column.field: column.name for column in table.columns}
    if "question" in names and "score" in names:
        written = table.frame[names["question"]].dropna().astype(str).str.strip().unique()
        asked = [one for one in written if _about(one)]
        return ("score", asked) if asked else ("", [])
    wide = [c.name for c in table.columns if c.field.startswith("score:") and _about(c.name)]
    if wide:
        return wide[0], []
    score = names.get("score", "")
    return ("score", []) if score and _about(score) else ("", [])


def _about(words: str) -> bool:
    """Whether a question asks for satisfaction, and not with work."""
    said = set(plainly(words).split())
    return bool(said & _SATISFIED) and not said & _STAFF


def _of_staff(table: Table) -> bool:
    said = {word for column in table.columns for word in plainly(column.name).split()}
    return bool(said & _STAFF)


def _scale(table: Table, column: str, question: list[str]) -> tuple[int, int] | None:
    """The scale as the table states it, else the smallest that holds every answer."""
    names = {one.field: one.name for one in table.columns}
    answers = table.frame[names.get("score", column) if column == "score" else column]
    if question:
        asked = table.frame[names["question"]].astype("string").str.strip()
        answers = answers[asked.isin(question)]
    answers = answers.dropna()
    if answers.empty or answers.min() < 0 or ((answers % 1) != 0).any():
        return None
    stated = _stated(table, names)
    top = stated[1] if stated else next((one for one in _TOPS if answers.max() <= one), None)
    if top is None or answers.max() > top:
        return None
    low = 1 if top in (5, 7) or (stated and stated[0] == 1) else 0
    return (low, int(top)) if answers.min() >= low else None


def _stated(table: Table, names: dict[str, str]) -> tuple[int, int] | None:
    """The ends of the scale, where columns give one and the same for every row."""
    if "scale_max" not in names:
        return None
    tops = pd.to_numeric(table.frame[names["scale_max"]], errors="coerce").dropna().unique()
    low = names.get("scale_min")
    lows = pd.to_numeric(table.frame[low], errors="coerce").dropna().unique() if low else [1]
    return (int(lows[0]), int(tops[0])) if len(tops) == 1 and len(lows) == 1 else None


def _said_scale(low: int, top: int) -> Text:
    return text(
        "Satisfaction is read on a scale from {low} to {top}; satisfied means {least} or more.",
        low=low,
        top=top,
        least=top - 1,
    )


def _said_odd() -> Text:
    return text("The answers on satisfaction fit none of the scales 1-5, 1-7 and 0-10.")
