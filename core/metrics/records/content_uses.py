"""Use of sales content made ready: what is a use, what a recipient opened, which asset it was.

Versions are one asset: the same title, or the same number, but for “v2”, “versi 3”, “final”.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from core.language import Text, counted
from core.metrics.engine import Engine
from core.metrics.records.content_readers import with_readers
from core.metrics.records.model import Names, Prepared
from core.metrics.records.words import plainly
from core.tables.model import Table

ASSET = "asset"  # one name for all versions
USED, OPENED = "is_use", "is_opened"  # by a rep for a buyer; by who was sent it
OWN = "is_own"  # done by one's own people, keepers of the library apart
OFFERED_AT, GONE_AT = "offered_at", "gone_at"  # since when and until when the asset is on offer
KNOWN_AT = "known_at"  # from when it counts: 30 days on offer, and never before the first event
CONTENT_FIELDS = frozenset((OFFERED_AT, GONE_AT, KNOWN_AT))
_YOUNG_DAYS = 30
_USES = ("share", "pitch", "download")
_KEEPERS = ("admin", "administrator", "system", "content manager", "sistem", "library admin")
_MINUTES = frozenset("min mins minute minutes menit mnt".split())
_FILE = r"\.(pdf|pptx?|docx?|xlsx?|mp4|key|pages)$"
_VERSION = r"[\s_\-\(\[]+(v|ver|vers|version|versi|rev|revisi|revision)[\s_.\-]*[0-9]+([._][0-9]+)*"
_TAIL = r"[\s_\-\(\[]+(final|latest|terbaru|new|baru|rev|revisi|copy)[\)\]\s]*$"
_NO_WORD, _NO_DAY = ibis.null("string"), ibis.null("timestamp(6)")


def timed_in_seconds(rows: ir.Table, table: Table) -> Prepared:
    """One table's rows, view durations in seconds where the header says minutes."""
    name = next((one.name for one in table.columns if one.field == "duration_s"), "")
    if not _MINUTES & set(plainly(name).split()) or not _numeric(rows, "duration_s"):
        return Prepared(rows)
    return Prepared(rows.mutate(duration_s=_.duration_s * 60.0))


def content_ready(rows: ir.Table, names: Names, engine: Engine) -> Prepared:
    """Events with what is named above; rows that only list an asset are no event."""
    rows = _with_assets(rows)
    rows = with_readers(rows.mutate(**_done(rows)), engine)
    return Prepared(_on_offer(rows, engine), _merged(rows, engine))


def _numeric(rows: ir.Table, field: str) -> bool:
    return field in rows.columns and rows[field].type().is_numeric()


def _words(rows: ir.Table, field: str) -> ir.Value:
    return rows[field].cast("string") if field in rows.columns else _NO_WORD


def _plain(words: ir.Value) -> ir.Value:
    """The name without its version and the kind of its file."""
    plain = words.lower().strip().re_replace(_FILE, "")
    plain = plain.re_replace(_VERSION + r"[\)\]\s]*$", "").re_replace(_TAIL, "")
    return plain.re_replace(_VERSION + r"[\)\]\s]*$", "").strip().nullif("")


def _with_assets(rows: ir.Table) -> ir.Table:
    """The title that assets of the same number have, without versions; else the number."""
    title = _plain(_words(rows, "title"))
    if "content_id" not in rows.columns:
        return rows.mutate(**{ASSET: title})
    rows = rows.mutate(own_number=_plain(_words(rows, "content_id")), own_title=title)
    titles = rows.group_by(its_number=rows["own_number"]).aggregate(its_title=_.own_title.min())
    rows = rows.left_join(titles, rows["own_number"] == titles["its_number"])
    rows = rows.mutate(**{ASSET: ibis.coalesce(_.its_title, _.own_title, _.own_number)})
    return rows.drop("own_number", "own_title", "its_number", "its_title")


def _outside(rows: ir.Table) -> ir.Value:
    """Whether it was done by somebody outside the company; unknown without a column."""
    if "is_external" not in rows.columns:
        return ibis.null("boolean")
    column = rows["is_external"]
    if column.type().is_boolean():
        return column
    if column.type().is_numeric():
        return column > 0
    words = column.cast("string").lower().strip()
    return words.isin(["external", "eksternal", "yes", "ya", "y", "true", "outside", "customer"])


def _done(rows: ir.Table) -> dict[str, ir.Value]:
    action, outside = _words(rows, "action"), _outside(rows)
    user = _words(rows, "user").lower().strip()
    keeper = user.isin(list(_KEEPERS)).fill_null(False) | (action == "admin").fill_null(False)
    by_others = (user.isnull() & _words(rows, "recipient").notnull()).fill_null(False)
    known = outside.fill_null(False)
    opened = (action == "external_view") | ((action == "view") & (known | by_others))
    taken = (action == "download") & (known | by_others)
    used = action.isin(list(_USES)) & ~taken.fill_null(False) & ~keeper
    theirs = (opened | taken).fill_null(False)
    return {
        USED: used.fill_null(False),
        OPENED: opened.fill_null(False),
        OWN: action.notnull() & ~keeper & ~theirs,
    }


def _on_offer(rows: ir.Table, engine: Engine) -> ir.Table:
    """From the first version's day to the last one's end; from the first event where unsaid."""
    version = _words(rows, "content_id") if "content_id" in rows.columns else _words(rows, "title")
    dated = rows.mutate(
        its_version=version,
        published=_moment(rows, "published_at"),
        seen=_moment(rows, "occurred_at"),
        archived=_moment(rows, "archived_at"),
    )
    versions = dated.group_by(its_asset=dated[ASSET], its_version=dated["its_version"]).aggregate(
        published=_.published.min(), seen=_.seen.min(), archived=_.archived.max()
    )
    assets = versions.group_by("its_asset").aggregate(
        published=_.published.min(), seen=_.seen.min(), archived=_.archived.max(),
        still=_.archived.isnull().any(),
    )  # fmt: skip
    assets = _counting(assets, _begun(rows, engine))
    return rows.left_join(assets, rows[ASSET] == assets["its_asset"]).drop("its_asset")


def _counting(assets: ir.Table, begun: str | None) -> ir.Table:
    """One row each: since when and until when it is on offer, and from when it counts."""
    offered = ibis.coalesce(assets["published"], assets["seen"])
    known = offered + ibis.interval(days=_YOUNG_DAYS)
    known = known if begun is None else ibis.greatest(known, ibis.timestamp(begun))
    gone = assets["still"].ifelse(_NO_DAY, assets["archived"])
    stays = gone.isnull() | (gone > known)
    return assets.select(
        "its_asset",
        **{OFFERED_AT: offered, GONE_AT: gone, KNOWN_AT: stays.ifelse(known, _NO_DAY)},
    )


def _begun(rows: ir.Table, engine: Engine) -> str | None:
    """The first event of the log: what was on offer before is counted from then."""
    first = engine.run(rows.aggregate(at=_moment(rows, "occurred_at").min()))["at"].iloc[0]
    return None if first is None or first != first else str(first.floor("s"))


def _moment(rows: ir.Table, field: str) -> ir.Value:
    there = field in rows.columns and rows[field].type().is_timestamp()
    return rows[field] if there else _NO_DAY


def _merged(rows: ir.Table, engine: Engine) -> tuple[Text, ...]:
    if "content_id" not in rows.columns:
        return ()
    told = engine.run(rows.aggregate(ids=_.content_id.nunique(), assets=_[ASSET].nunique()))
    n = int(told["ids"].iloc[0]) - int(told["assets"].iloc[0])
    if n <= 0:
        return ()
    return (
        counted(
            "{n} number of material is another version of the same: versions count as one.",
            "{n} numbers of material are other versions of the same: versions count as one.",
            n,
        ),
    )
