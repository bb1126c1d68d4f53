"""Figures of several names under each period: the names get a column, the labels keep theirs.

Rows are branches, products or persons where nothing says otherwise, and the words beside the
periods name what was measured. Rows that themselves name what was measured keep doing so; the
words beside the periods then tell its parts apart, or, if they may measure something else (a rate,
a value), they make an indicator of their own. So nothing is added up that may not be.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from core.language import Text, text
from core.tables.across.beside import Beside, beside_of
from core.tables.across.header import PeriodHeader
from core.tables.across.labels import Labels
from core.tables.model import Column, ColumnType
from core.tables.totals import is_only_sum
from core.tables.words import METRIC_NAMES, plain

# Words that name what was measured, or measure a thing in another way; parts of words count.
_FIGURES = re.compile(
    r"%|lead|prospek|prospect|omzet|omset|revenue|sales|penjualan|pendapatan|closing|deal|biaya"
    r"|cost|spend|budget|anggaran|laba|rugi|profit|margin|jumlah|total|unit|qty|quantity|kuantitas"
    r"|volume|nilai|value|rata|average|avg|mean|median|rate|rasio|ratio|persen|pct|konversi"
    r"|conver|visit|kunjungan|order|pesanan|transaksi|transaction|customer|pelanggan|user|click"
    r"|klik|impression|tayangan|demo|meeting|call|telepon|email|proposal|pipeline|win|won|lost"
    r"|churn|mrr|arr|nps|score|skor|stok|stock|produksi|production|target|forecast|proyeksi"
    r"|prognosa|growth|pertumbuhan|capaian|pencapaian|achiev|ytd|mtd|last year|tahun lalu|sebelum"
    r"|previous|prior|selisih|gap|variance|deviasi|share|kontribusi|cumul|kumulatif|akumulasi"
    r"|headcount|karyawan|jam|hours|durasi|duration|response|respon|retur|refund|tiket|ticket"
    r"|amount|harga|price|count|banyak|frekuensi|rp\b|idr|usd|cogs|hpp|beban|expense|sign.?up"
    r"|trial|mql|sql|attainment|quota|kuota|piutang|utang|saldo|pembelian|purchase|installs?\b"
)
# Names of the made column, where the words name the metric and where they part it.
_MADE = ("metric", "indicator", "measured"), ("group", "part", "subgroup")


_ROWS = re.compile(
    r"\b(cabang|branch|wilayah|region|regional|area|kota|city|kabupaten|provinsi|province|negara"
    r"|country|toko|store|outlet|gerai|lokasi|location|produk|product|kategori|category|merek|merk"
    r"|brand|salesperson|sales person|sales|salesman|nama|name|rep|owner|pic|tim|team|divisi"
    r"|division|departemen|department|dept|kanal|channel|sumber|source|segmen|segment|customer"
    r"|pelanggan|klien|client|depo|depot|gudang|warehouse|karyawan|employee|agen|agent)\b"
)
_WHY = text("The header names it, above or below the periods.")


class Shape(Enum):
    """What rows and words beside the periods are to each other."""

    PLAIN = auto()  # nothing stands beside the periods, or only goals
    NAMED = auto()  # the words name what was measured
    PARTED = auto()  # rows name it; the words tell parts of it
    JOINED = auto()  # only both together surely name it


@dataclass(frozen=True)
class Nested:
    """Labels with the column that the words beside the periods get, and what each of them says."""

    labels: Labels
    words: dict[str, Beside]
    shape: Shape
    column: str = ""
    notices: tuple[Text, ...] = ()

    def named(self, label: str, sub: str) -> dict[str, str]:
        """The cell that the words beside a period get, for a row with that label of metrics."""
        name = self.words[sub].name
        if self.shape is Shape.PLAIN:
            return {}
        if self.shape is Shape.JOINED:
            return {self.column: f"{label} {name}".strip()}
        return {self.column: name or (label if self.column == self.labels.metric else "")}


def nested_in(labels: Labels, header: PeriodHeader, title: str) -> Nested:
    """How the names under the periods are kept; `title` names figures that have no other name."""
    words = beside_of(header.subs.get(i, "") for i in header.starts)
    names = list(dict.fromkeys(one.name for one in words.values()))
    if names == [""]:
        return Nested(labels, words, Shape.PLAIN)
    if labels.made:
        return Nested(labels, words, Shape.NAMED, labels.metric, _told(names, labels.metric))
    shape = _shape(labels, names)
    if shape is Shape.NAMED:
        words = {sub: replace(one, name=one.name or title) for sub, one in words.items()}
    made = next(name for name in _MADE[shape is Shape.PARTED] if name not in labels.frame.columns)
    field = "dimension" if shape is Shape.PARTED else "metric"
    columns = (_beside(one, shape) for one in labels.columns)
    found = replace(labels, columns=(*columns, Column(made, field, ColumnType.TEXT, reason=_WHY)))
    return Nested(found, words, shape, made, _told(names, made, shape))


def _shape(labels: Labels, names: list[str]) -> Shape:
    """What the rows name, by the name of their column, else by their words."""
    head = plain(labels.metric)
    named = bool(head) and not labels.metric.startswith("Column ")
    said = labels.said or bool(METRIC_NAMES.search(head))
    cells = labels.frame[labels.metric]
    own, theirs = _are_figures(cells.unique(), 0.5), _are_figures(names, 0.0)
    if not said and (_ROWS.search(head) or (not own and (theirs or named))):
        return Shape.NAMED
    if (said or own) and not theirs and "" not in names:
        return Shape.PARTED
    return Shape.JOINED


def _are_figures(words: Iterable[str], share: float) -> bool:
    """Whether more words than a share of them name what was measured; totals tell nothing."""
    said = [bool(_FIGURES.search(plain(one))) for one in words if one and not is_only_sum(one)]
    return sum(said) > share * len(said)


def _beside(one: Column, shape: Shape) -> Column:
    """A column of labels; it names the metric only where the words beside the periods do not."""
    return (
        one if one.field != "metric" or shape is Shape.PARTED else replace(one, field="dimension")
    )


def _told(names: list[str], column: str, shape: Shape = Shape.NAMED) -> tuple[Text, ...]:
    listed = ", ".join(filter(None, names))
    if shape is Shape.JOINED:
        return (
            text(
                "Rows and the words beside the periods ({list}) together name the indicators in "
                "“{column}”, so that nothing is added up that may not be.",
                list=listed,
                column=column,
            ),
        )
    return (
        text(
            "Several figures stand under each period or beside it; their names ({list}) are kept "
            "in a column of their own, “{column}”.",
            list=listed,
            column=column,
        ),
    )
