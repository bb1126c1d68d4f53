"""Answers of customers to how satisfied they are, on the scale they were given.

Answers of staff never come here: they are shown by the survey page alone, which protects them.
"""

import ibis
import ibis.expr.types as ir
import pandas as pd

from core.language import Text, text
from core.metrics.engine import Engine
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
_ENDS = ("min", "max")
_TOPS = (5, 7, 10)  # the ends of the scales there are: 1-5, 1-7, 0-10


def survey_answers(rows: ir.Table, table: Table, engine: Engine) -> Prepared:
    """`satisfied`: whether an answer is one of the two best of its scale, null where none is."""
    nothing = rows.mutate(satisfied=ibis.null("boolean"))
    column, question = _asked(rows, table, engine)
    if not column or column not in rows.columns or not rows[column].type().is_numeric():
        return Prepared(nothing)
    if _of_staff(table):
        said = text("Answers of staff are not shown by period: they belong to the survey page.")
        return Prepared(nothing, (said,))
    answers = rows[column]
    if question:
        answers = rows["question"].isin(question).ifelse(answers, ibis.null("float64"))
    found = _scale(rows, answers, engine)
    if found is None:
        return Prepared(nothing, (_said_odd(),))
    low, top = found
    within = answers.between(low, top)
    best = within.ifelse(answers >= top - 1, ibis.null("boolean"))
    return Prepared(rows.mutate(satisfied=best), (_said_scale(low, top),))


def _asked(rows: ir.Table, table: Table, engine: Engine) -> tuple[str, list[str]]:
    """The column of answers, and the questions that count in a table of one row an answer."""
    names = {column.field: column.name for column in table.columns}
    if {"question", "score"} <= names.keys() & set(rows.columns):
        asked = [one for one in engine.words(rows["question"]) if _about(one)]
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


def _scale(rows: ir.Table, answers: ir.Value, engine: Engine) -> tuple[int, int] | None:
    """The scale as the table states it, else the smallest that holds every answer."""
    ends = {one: rows[one] for one in ("scale_min", "scale_max") if _is_number(rows, one)}
    asked = {f"{name}_{end}": getattr(one, end)() for name, one in ends.items() for end in _ENDS}
    odd = (answers != answers.round(0)).sum()
    told = rows.aggregate(least=answers.min(), most=answers.max(), odd=odd, **asked)
    found = engine.run(told).iloc[0]
    if pd.isna(found["least"]) or found["least"] < 0 or found["odd"]:
        return None
    stated = _stated(found)
    top = stated[1] if stated else next((one for one in _TOPS if found["most"] <= one), None)
    if top is None or found["most"] > top:
        return None
    low = 1 if top in (5, 7) or (stated and stated[0] == 1) else 0
    return (low, int(top)) if found["least"] >= low else None


def _is_number(rows: ir.Table, name: str) -> bool:
    return name in rows.columns and rows[name].type().is_numeric()


def _stated(found: "pd.Series[float]") -> tuple[int, int] | None:
    """The ends of the scale, where columns give one and the same for every row."""
    if pd.isna(found.get("scale_max_max")) or found["scale_max_min"] != found["scale_max_max"]:
        return None
    if "scale_min_max" not in found.index:
        return 1, int(found["scale_max_max"])
    if found["scale_min_min"] != found["scale_min_max"]:
        return None
    return int(found["scale_min_max"]), int(found["scale_max_max"])


def _said_scale(low: int, top: int) -> Text:
    return text(
        "Satisfaction is read on a scale from {low} to {top}; satisfied means {least} or more.",
        low=low,
        top=top,
        least=top - 1,
    )


def _said_odd() -> Text:
    return text("The answers on satisfaction fit none of the scales 1-5, 1-7 and 0-10.")
