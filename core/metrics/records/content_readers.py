"""Who read what they were sent: people, not programs that check mail, and nobody of one's own.

An open is a program's when it is shorter than three seconds, or when the same recipient opened many
links in that second.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.metrics.engine import Engine

WHO = "recipient_key"  # the recipient in lower case
BRIEF, AT_ONCE = "is_brief", "is_at_once"  # opened by a program
INSIDE = "is_inside"  # the recipient is of one's own company, by the address
READ = "was_read"  # the recipient of this row ever opened anything, as a person
READ_DAYS = "days_to_read"  # from their first material to their first open
_SHORTEST_S, _MANY = 3.0, 3
_PUBLIC = frozenset("gmail.com yahoo.com hotmail.com outlook.com yahoo.co.id".split())
_ADDRESS = r"@([^@\s>]+)"
_FALSE, _NO_WORD = ibis.literal(False), ibis.null("string")


def with_readers(rows: ir.Table, engine: Engine) -> ir.Table:
    """Adds what is named above to events with `is_opened`, `is_own` and `asset`."""
    if not {"recipient", "occurred_at"} <= set(rows.columns):
        no_days = ibis.null("float64")
        return rows.mutate(
            **{WHO: _NO_WORD, BRIEF: _FALSE, AT_ONCE: _FALSE, INSIDE: _FALSE, READ: _FALSE},
            **{READ_DAYS: no_days},
        )
    rows = rows.mutate(**{WHO: rows["recipient"].cast("string").lower().strip()})
    rows = rows.mutate(**{BRIEF: _brief(rows, engine), INSIDE: _inside(rows, engine)})
    return _with_first_read(_at_once(rows, engine))


def _brief(rows: ir.Table, engine: Engine) -> ir.Value:
    if "duration_s" not in rows.columns or not rows["duration_s"].type().is_numeric():
        return _FALSE
    timed = engine.run(rows.aggregate(some=(_.is_opened & (_.duration_s > 0)).any()))["some"]
    if not bool(timed.fillna(False).iloc[0]):
        return _FALSE
    return (rows["is_opened"] & (rows["duration_s"] < _SHORTEST_S)).fill_null(False)


def _inside(rows: ir.Table, engine: Engine) -> ir.Value:
    """Whether the recipient's address is one of the company's own."""
    if "user" not in rows.columns or not rows["user"].type().is_string():
        return _FALSE
    users = rows.filter(_.is_own).select(home=_.user.lower().re_extract(_ADDRESS, 1)).distinct()
    homes = [one for one in engine.words(users["home"]) if one and one not in _PUBLIC]
    if not homes:
        return _FALSE
    return rows[WHO].re_extract(_ADDRESS, 1).isin(homes).fill_null(False)


def _at_once(rows: ir.Table, engine: Engine) -> ir.Table:
    """Adds AT_ONCE; times without seconds cannot tell it."""
    finer = engine.run(rows.aggregate(some=(_.occurred_at.second() != 0).any()))["some"]
    if not bool(finer.fillna(False).iloc[0]):
        return rows.mutate(**{AT_ONCE: _FALSE})
    rows = rows.mutate(its_second=_.occurred_at.truncate("s"))
    opened = rows.filter(_.is_opened & _[WHO].notnull())
    many = opened.group_by(many_who=_[WHO], many_second=_.its_second).aggregate(links=_.count())
    many = many.filter(_.links >= _MANY)
    same = [rows[WHO] == many["many_who"], rows["its_second"] == many["many_second"]]
    told = rows.left_join(many, same)
    at_once = _.is_opened & _.links.notnull()
    return told.mutate(**{AT_ONCE: at_once}).drop("its_second", "many_who", "many_second", "links")


def _with_first_read(rows: ir.Table) -> ir.Table:
    """Adds READ and READ_DAYS, the same on every row of a recipient."""
    read = rows["is_opened"] & ~rows[BRIEF] & ~rows[AT_ONCE]
    sent = (rows["action"] == "share").fill_null(False) if "action" in rows.columns else _FALSE
    people = rows.filter(_[WHO].notnull()).group_by(its_reader=rows[WHO]).aggregate(
        first_read=rows["occurred_at"].min(where=read),
        first_sent=rows["occurred_at"].min(where=sent),
    )  # fmt: skip
    told = rows.left_join(people, rows[WHO] == people["its_reader"])
    seconds = _.first_read.epoch_seconds() - _.first_sent.epoch_seconds()
    added = {READ: _.first_read.notnull(), READ_DAYS: seconds.cast("float64") / 86_400.0}
    return told.mutate(**added).drop("its_reader", "first_read", "first_sent")
