"""Answers of customers: how satisfied they are, whether they would recommend, on their scale.

Answers of staff never come here: they are shown by the survey page alone, which protects them.
"""

import ibis
import ibis.expr.types as ir
import pandas as pd

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.model import Prepared
from core.metrics.records.moments import days_between
from core.metrics.records.words import plainly
from core.tables.model import Table

_SATISFIED = frozenset(
    "satisfied satisfaction satisfying csat puas kepuasan memuaskan kepuasaan".split()
)
_RECOMMEND = frozenset(
    "recommend recommending recommendation nps promoter rekomendasi merekomendasikan "
    "rekomendasikan menyarankan".split()
)
_TOPICS = {"satisfied": _SATISFIED, "promotes": _RECOMMEND}
_EMPLOYER = frozenset(  # what is recommended, or who is asked, where it is not the goods
    "work working employer workplace kerja bekerja team tim squad shift regu".split()
)
_STAFF = frozenset(
    "employee employees staff karyawan pegawai enps manager managers manajer atasan supervisor "
    "department departemen divisi division job pekerjaan bekerja workplace colleagues rekan "
    "tenure masakerja jabatan payroll nik".split()
)
SURVEY_FIELDS = frozenset(("asked_at",))
_ASKED = frozenset(
    plainly(one)
    for one in (
        "sent at, sent on, sent date, date sent, survey sent, survey sent at, survey sent date, "
        "survey sent on, invited at, invited on, invitation date, invitation sent, asked at, "
        "asked on, tanggal dikirim, tanggal kirim, tgl kirim, dikirim pada, waktu kirim, "
        "tanggal undangan, undangan dikirim, tanggal survei dikirim, survei dikirim pada"
    ).split(",")
)
_ENDS = ("min", "max")
_TOPS = (5, 7, 10)  # the ends of the scales there are: 1-5, 1-7, 0-10


def survey_answers(rows: ir.Table, table: Table, engine: Engine) -> Prepared:
    """`satisfied`: whether an answer is one of the two best of its scale; `promotes`: 1 for 9 and
    10, -1 for 0 to 6, 0 between, of a scale from 0 to 10. Null where nothing was asked or answered.
    """
    rows = rows.mutate(satisfied=ibis.null("boolean"), promotes=ibis.null("float64"))
    rows = _with_asked(rows)
    asked = {topic: _asked(rows, table, engine, words) for topic, words in _TOPICS.items()}
    there = {topic: one for topic, one in asked.items() if _is_number(rows, one[0])}
    scored = any(one.field.partition(":")[0] == "score" for one in table.columns)
    if scored and _of_staff(table, _EMPLOYER if "promotes" in there else frozenset()):
        said = text("Answers of staff are not shown by period: they belong to the survey page.")
        return Prepared(rows, (said,))
    notices = list[Text]()
    for topic, (column, question) in there.items():
        answers = rows[column]
        if question:
            answers = rows["question"].isin(question).ifelse(answers, ibis.null("float64"))
        told, said = _TOLD[topic](answers, _scale(rows, answers, engine))
        rows, notices = rows.mutate(**{topic: told}), [*notices, said]
    return Prepared(rows, tuple(notices))


def _with_asked(rows: ir.Table) -> ir.Table:
    """`asked_at`: the day a person was asked, where each row is one person asked."""
    named = [one for one in rows.columns if plainly(one) in _ASKED]
    days = [one for one in named if rows[one].type().is_timestamp() or rows[one].type().is_date()]
    if not days or "question" in rows.columns or "submitted_at" not in rows.columns:
        return rows
    rows = rows.mutate(asked_at=rows[days[0]].cast(rows["submitted_at"].type()))
    return rows.mutate(days_to_answer=days_between(rows, "asked_at", "submitted_at", frozenset()))


Scale = tuple[int, int] | None


def _satisfied(answers: ir.Value, scale: Scale) -> tuple[ir.Value, Text]:
    if scale is None:
        return ibis.null("boolean"), _said_odd()
    low, top = scale
    best = answers.between(low, top).ifelse(answers >= top - 1, ibis.null("boolean"))
    return best, _said_scale(low, top)


def _promotes(answers: ir.Value, scale: Scale) -> tuple[ir.Value, Text]:
    if scale is None or scale[1] != _TOPS[-1]:
        return ibis.null("float64"), _said_no_promoters()
    points = ibis.cases((answers >= 9, 1.0), (answers <= 6, -1.0), else_=0.0)
    known = answers.between(0, 10).ifelse(points, ibis.null("float64"))
    return known, text("Recommending: 9 and 10 are promoters, 0 to 6 are not, on 0 to 10.")


_TOLD = {"satisfied": _satisfied, "promotes": _promotes}


def _asked(
    rows: ir.Table, table: Table, engine: Engine, about: frozenset[str]
) -> tuple[str, list[str]]:
    """The column of answers, and the questions that count in a table of one row an answer."""
    names = {column.field: column.name for column in table.columns}
    if {"question", "score"} <= names.keys() & set(rows.columns):
        asked = [one for one in engine.words(rows["question"]) if _about(one, about)]
        return ("score", asked) if asked else ("", [])
    wide = [c.name for c in table.columns if c.field.startswith("score:") and _about(c.name, about)]
    if wide:
        return wide[0], []
    score = names.get("score", "")
    return ("score", []) if score and _about(score, about) else ("", [])


def _about(words: str, topic: frozenset[str]) -> bool:
    """Whether a question asks customers about that."""
    said = set(plainly(words).split())
    return bool(said & topic) and not said & (_STAFF | _not_goods(topic))


def _not_goods(topic: frozenset[str]) -> frozenset[str]:
    """Words by which staff are asked, not customers: they are asked to recommend as well."""
    return _EMPLOYER if topic is _RECOMMEND else frozenset()


def _of_staff(table: Table, more: frozenset[str]) -> bool:
    said = {word for column in table.columns for word in plainly(column.name).split()}
    return bool(said & (_STAFF | more | (_EMPLOYER if said & _RECOMMEND else frozenset())))


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


def _said_no_promoters() -> Text:
    return text("The answers on recommending are not on a scale from 0 to 10.")
