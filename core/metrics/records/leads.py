"""Leads made ready: which are genuine, who asks again, what became of them and how soon."""

import ibis
import ibis.expr.types as ir

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.model import Names, Prepared
from core.metrics.records.moments import days_between, only_days
from core.metrics.records.sales_words import OUTBOUND
from core.metrics.records.words import plainly

GENUINE = "is_genuine"  # neither spam nor a duplicate nor one's own
AGAIN = "asks_again"  # genuine, from an address or number of the 30 days before
ASKED = "is_enquiry"  # genuine, came by itself, and not the same person within 30 days
QUALIFIED = "is_qualified"  # checked and found fit, or further
BECAME = "became_deal"
ANSWER_HOURS = "hours_to_answer"  # unknown where never answered, or before the lead
CONVERT_DAYS, QUALIFY_DAYS = "days_to_convert", "days_to_qualify"
_NOISE = ("spam", "duplicate", "internal")
_WHO = (  # columns that name the person, under the names they have in the file
    frozenset(("email", "email address", "e mail", "surel", "alamat email", "lead email")),
    frozenset(("phone", "phone number", "mobile", "mobile phone number", "telepon", "no hp",
               "nomor telepon", "no telepon", "whatsapp", "no wa", "nomor hp")),
)  # fmt: skip
_AGAIN_S = 30 * 86_400
_YES = ("yes", "ya", "true", "y", "sudah", "converted", "1")
_FALSE = ibis.literal(False)


def leads_ready(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Leads with what is named above; what no column tells is unknown."""
    status = rows["status"] if "status" in rows.columns else ibis.null("string")
    rows = rows.mutate(
        **{
            GENUINE: ~status.isin(_NOISE).fill_null(False),
            QUALIFIED: _reached(rows, ["qualified_at"], ["qualified", "converted"]),
            BECAME: _reached(rows, ["converted_at", "deal_id"], ["converted"]),
        }
    )
    if "created_at" not in rows.columns:
        return Prepared(rows)
    coarse = only_days(rows, engine)
    rows = rows.mutate(
        **{
            ASKED: rows[GENUINE] & ~_again(rows) & ~_sought(rows, engine),
            AGAIN: rows[GENUINE] & _again(rows),
            ANSWER_HOURS: _after(rows, "first_response_at", coarse) * 24.0,
            QUALIFY_DAYS: _after(rows, "qualified_at", coarse),
            CONVERT_DAYS: _after(rows, "converted_at", coarse),
        }
    )
    return Prepared(rows, _coarse(rows, coarse))


def _again(rows: ir.Table) -> ir.Value:
    """Whether the same e-mail address or telephone number came within the 30 days before."""
    named = [name for words in _WHO for name in rows.columns if plainly(name) in words]
    parts = [rows[one].cast("string").lower() for one in named]
    if not parts:
        return _FALSE
    who = ibis.coalesce(*parts)
    order = [rows["created_at"], rows["table_number"], rows["row_number_in_table"]]
    before = rows["created_at"].lag().over(ibis.window(group_by=who, order_by=order))
    within = rows["created_at"].epoch_seconds() - before.epoch_seconds() <= _AGAIN_S
    return (who.notnull() & within).fill_null(False)


def _sought(rows: ir.Table, engine: Engine) -> ir.Value:
    """Whether the source or the channel says that the company wrote or called first."""
    found: ir.Value = _FALSE
    for field in {"source", "channel"} & set(rows.columns):
        if rows[field].type().is_string():
            words = [one for one in engine.words(rows[field]) if plainly(one) in OUTBOUND]
            found = found | rows[field].isin(words).fill_null(False) if words else found
    return found


def _reached(rows: ir.Table, dates: list[str], words: list[str]) -> ir.Value:
    """Whether a date, a number or the status says so; unknown where no column could."""
    told = [rows[one].notnull() for one in dates if one in rows.columns]
    if "converted" in rows.columns:
        told.append(_yes(rows["converted"]))
    if "status" in rows.columns:
        told.append(rows["status"].isin(words).fill_null(False))
    if not told:
        return ibis.null("boolean")
    found = told[0]
    for one in told[1:]:
        found = found | one
    return found


def _yes(column: ir.Column) -> ir.Value:
    if column.type().is_boolean():
        return column.fill_null(False)
    if column.type().is_numeric():
        return (column > 0).fill_null(False)
    return (
        column.lower().isin(["yes", "ya", "true", "y", "sudah", "converted", "1"]).fill_null(False)
    )


def _after(rows: ir.Table, field: str, coarse: frozenset[str]) -> ir.Value:
    """Days from the lead to what followed; unknown where that was before it."""
    if field not in rows.columns:
        return ibis.null("float64")
    days = days_between(rows, "created_at", field, coarse)
    return (days >= 0).ifelse(days, ibis.null("float64"))


def _coarse(rows: ir.Table, coarse: frozenset[str]) -> tuple[Text, ...]:
    if "first_response_at" not in rows.columns or not {"created_at", "first_response_at"} & coarse:
        return ()
    return (
        text(
            "The days of leads or of their answers have no time: response is known in whole days."
        ),
    )
