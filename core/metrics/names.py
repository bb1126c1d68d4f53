"""What a column name says: which metric it names, whether it is one to test at all.

Two names are the same when they are equal after case, punctuation, units, counting words
("jumlah", "number of") and plurals are taken away. The longest alias wins; whole words only.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from core.metrics.catalogue import CATALOGUE


def _set(written: str) -> frozenset[str]:
    return frozenset(written.split())


_UNITS = _set(
    "rp idr usd eur sgd juta jt mio mn miliar milyar ribu rb persen percent pct unit units "
    "buah orang pcs hari day days jam hour hours x kali k m b bln"
)
_MONEY = _set("rp idr usd juta jt miliar milyar ribu rb persen percent pct")
_FILLER = (
    ("jumlah",),
    ("total",),
    ("banyaknya",),
    ("realisasi",),
    ("aktual",),
    ("actual",),
    ("number", "of"),
    ("no", "of"),
    ("count", "of"),
    ("count",),
    ("of",),
    ("monthly",),
    ("weekly",),
    ("bulanan",),
    ("mingguan",),
    ("per", "bulan"),
    ("per", "minggu"),
    ("per", "month"),
    ("per", "week"),
)
# Words that make another metric of the one beside them: cost per lead is no number of leads.
_TURNING = _set(
    "per rate tingkat rasio ratio persentase persen percent share porsi rata average avg mean "
    "waktu time lama hari day biaya cost harga price lost hilang batal cancelled canceled index "
    "indeks cycle siklus growth pertumbuhan source sumber first last without tanpa non not"
)
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_PARTS = re.compile(r"\s+[-–—|/:>›»]\s*|\s*[-–—|/:>›»]\s+|[|:>›»\n]")

Words = tuple[str, ...]


@dataclass(frozen=True)
class Recognised:
    """What a name was recognised as; `whole` when nothing of it was left over."""

    metric: str | None
    whole: bool
    open: tuple[str, ...] = ()  # catalogue ids it could as well mean


OPEN_NAMES: dict[str, tuple[str, ...]] = {
    "perputaran": ("inventory_turnover", "staff_turnover", "churn_rate"),
    "tingkat perputaran": ("staff_turnover", "churn_rate", "inventory_turnover"),
    "turnover": ("revenue", "staff_turnover", "churn_rate", "inventory_turnover"),
    "turnover rate": ("staff_turnover", "churn_rate", "inventory_turnover"),
    "rasio perputaran": ("inventory_turnover", "staff_turnover", "churn_rate"),
    "rasio pendapatan": ("margin",),
    "revenue ratio": ("margin",),
    "peluang": ("pipeline_count", "new_opportunities"),
    "waktu tunggu": ("production_lead_days", "lead_response_time"),
}


def words(name: str) -> Words:
    """The words of a name in lower case, singular, without marks."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", name)).encode("ascii", "ignore").decode()
    plain = plain.lower().replace("e-mail", "email").replace("%", " persen ")
    return tuple(_singular(word) for word in re.findall(r"[a-z0-9]+", plain))


def slug(name: str) -> str:
    """The name as an id: ascii, lower case, underscores."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "_".join(re.findall(r"[a-z0-9]+", plain)) or "column"


def recognise(name: str) -> Recognised:
    """The metric a name means, or the metrics it could mean, or none."""
    for candidate in _readings(name):
        if candidate in _open():
            return Recognised(None, False, _open()[candidate])
        if candidate in _aliases():
            return Recognised(_aliases()[candidate], True)
    return Recognised(_inside(_without_units(words(_BRACKETS.sub(" ", name)))), False)


def _readings(name: str) -> list[Words]:
    """The ways to take a name whole: as it is, without units, without counting words, its parts."""
    outside = words(_BRACKETS.sub(" ", name))
    inside = [words(inner) for inner in _BRACKETS.findall(name)]
    same = [brackets for brackets in inside if _is_unit(brackets) or _names_same(brackets, outside)]
    bare = outside if len(same) == len(inside) else words(name)
    last = words(_BRACKETS.sub(" ", _PARTS.split(name.strip())[-1])) if not inside else ()
    takes = [words(name), bare, _without_units(bare), _without_filler(_without_units(bare))]
    if last and last != bare:
        takes += [last, _without_filler(_without_units(last))]
    return takes


def _is_unit(inner: Words) -> bool:
    return all(word in _UNITS or word.isdigit() or word in ("in", "dalam") for word in inner)


def _names_same(inner: Words, outside: Words) -> bool:
    """Customer satisfaction (CSAT): both name one metric."""
    found = _aliases().get(inner)
    return found is not None and found == _aliases().get(_without_filler(outside))


def _without_units(name: Words) -> Words:
    while len(name) > 1 and (name[-1] in _MONEY or name[-1] in ("dalam", "in")):
        name = name[:-1]
    while len(name) > 1 and name[0] in _MONEY:
        name = name[1:]
    return name


def _without_filler(name: Words) -> Words:
    for filler in _FILLER:
        if len(name) > len(filler) and name[: len(filler)] == filler:
            return _without_filler(name[len(filler) :])
        if len(name) > len(filler) and name[-len(filler) :] == filler:
            return _without_filler(name[: -len(filler)])
    return name


def _inside(name: Words) -> str | None:
    """The longest alias inside the name, unless what is left over turns its meaning."""
    spans = [(a, b) for a in range(len(name)) for b in range(a + 1, len(name) + 1)]
    for a, b in sorted(spans, key=lambda span: (span[0] - span[1], -span[0])):
        part = name[a:b]
        if part in _open():
            return None
        if part in _aliases():
            left = name[:a] + name[b:]
            return None if _TURNING & set(left) or _others(left) else _aliases()[part]
    return None


def _others(left: Words) -> bool:
    """Whether what is left over names a metric of its own."""
    spans = ((a, b) for a in range(len(left)) for b in range(a + 1, len(left) + 1))
    return any(left[a:b] in _aliases() or left[a:b] in _open() for a, b in spans)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def _aliases() -> dict[Words, str]:
    return {words(alias): metric.id for metric in CATALOGUE.values() for alias in metric.aliases}


@cache
def _open() -> dict[Words, tuple[str, ...]]:
    return {words(name): metrics for name, metrics in OPEN_NAMES.items()}
