"""Visits to a website: each counted once where several reports tell of them, and product pages."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir
import pandas as pd

from core.language import Text, text
from core.metrics.engine import Engine
from core.metrics.records.model import TABLE, Names, Prepared
from core.metrics.records.words import plainly
from core.tables.mapping import field_name
from core.tables.model import Table

_GROUPS = (  # figures that are divided by one another come from one report
    ("sessions", "engaged_sessions", "key_events"),
    ("impressions", "clicks", "position"),
    ("product_sessions",),
    ("users",),
)
_PRODUCT = (
    r"(^|[/ ])(products?|produk|items?|barang|shop|store|toko|catalogue?|katalog|collections?|"
    r"koleksi|pricing|prices?|harga|plans?|paket|p|dp)([/ ?#._:]|$)"
)
_LANDING = frozenset("landing arahan masuk entry entrance".split())
_SHOWN = 6  # pages named in a notice


def visits(rows: ir.Table, table: Table) -> Prepared:
    """Sessions on pages of products, where the report tells pages apart."""
    columns = {one.field: one.name for one in table.columns}
    nothing = ibis.null("float64")
    if not {"page", "sessions"} <= set(rows.columns) or not rows["page"].type().is_string():
        return Prepared(rows.mutate(product_sessions=nothing))
    product = rows["page"].lower().re_search(_PRODUCT).fill_null(False)
    rows = rows.mutate(product_sessions=product.ifelse(rows["sessions"], nothing))
    return Prepared(rows, tuple(_said_pages(table, columns["page"])))


def _said_pages(table: Table, column: str) -> list[Text]:
    """Which pages were taken for product pages; that a visit may stand on several pages."""
    pages = table.frame[column].dropna().astype(str)
    shown = pages.drop_duplicates()
    found = list(shown[shown.str.lower().str.contains(_PRODUCT.replace("(", "(?:"))])
    said = []
    if found:
        words = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        said.append(text("Product pages are those of these kinds: {pages}.", pages=words))
    if not _LANDING & set(plainly(column).split()):
        said.append(
            text(
                "Visits are added over “{column}”: one that saw several pages may count on each.",
                column=column,
            )
        )
    return said


def each_once(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Where reports of the same days divide the visits in different ways, one of them counts."""
    if "occurred_at" not in rows.columns:
        return Prepared(rows)
    groups = [[f for f in group if f in rows.columns] for group in _GROUPS]
    shapes = _shapes(rows, [field for group in groups for field in group], engine)
    dropped: dict[str, list[int]] = {}
    for group in groups:
        for field in group:
            lost = _told_twice(shapes, group[0])
            if lost:
                dropped[field] = lost
    kept = {
        field: rows[TABLE].isin(lost).ifelse(ibis.null("float64"), rows[field])
        for field, lost in dropped.items()
    }
    said = tuple(_said_once(field) for field in dropped if field in ("sessions", "impressions"))
    return Prepared(rows.mutate(**kept) if kept else rows, said)


def _shapes(rows: ir.Table, fields: list[str], engine: Engine) -> pd.DataFrame:
    """For each table: its first and last day, its dimensions, its rows, which figures it has."""
    by = [one for one in ("channel", "source_medium", "page") if one in rows.columns]
    asked: Mapping[str, ir.Value] = {
        "first": rows["occurred_at"].min(),
        "last": rows["occurred_at"].max(),
        "rows": rows.count(),
        **{f"by_{one}": rows[one].count() for one in by},
        **{f"has_{one}": rows[one].count() for one in fields},
    }
    shapes = engine.run(rows.group_by(TABLE).aggregate(**asked)).sort_values(TABLE)
    shapes["divided"] = [
        tuple(one for one in by if row[f"by_{one}"]) for _at, row in shapes.iterrows()
    ]
    return shapes


def _told_twice(shapes: pd.DataFrame, field: str) -> list[int]:
    """The tables whose figures another table of the same days gives in other divisions."""
    own = shapes[shapes[f"has_{field}"] > 0].sort_values(["rows", TABLE], kind="stable")
    kept: list[pd.Series] = []
    lost: list[int] = []
    for _at, one in own.iterrows():
        twice = any(
            one["divided"] != other["divided"]
            and one["first"] <= other["last"]
            and other["first"] <= one["last"]
            for other in kept
        )
        if twice:
            lost.append(int(one[TABLE]))
        else:
            kept.append(one)
    return lost


def _said_once(field: str) -> Text:
    return text(
        "Several tables tell the {field} of the same days in different divisions; those of one "
        "table count.",
        field=field_name(field),
    )
