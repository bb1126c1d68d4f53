"""Which role a column is proposed for, and why: from its name alone, the person decides.

Plans, running totals, last year's figures, changes of another column, numbers that only count
rows: these are no indicators of their own. A role is a proposal; whether it holds is tested.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.language import Text, text
from core.metrics.catalogue import CATALOGUE
from core.metrics.names import OPEN_NAMES, Recognised, recognise, words
from core.metrics.spec import Aggregate, Metric, Role

PLANS = ("revenue_target",)
_LEADING = re.compile(r"\b(leading( indicator)?|indikator (utama|awal|pendahulu))\b", re.I)
_LAGGING = re.compile(r"\b(lagging( indicator)?|indikator (tertinggal|akhir|hasil))\b", re.I)
_PLAN = frozenset(
    words(
        "target budget anggaran planned rencana proyeksi projection projected forecast prognosa "
        "prakiraan ramalan kuota quota rkap sasaran goal"
    )
)
_RUNNING = frozenset(words("ytd mtd qtd kumulatif cumulative akumulasi akumulatif"))
_CHANGE = frozenset(
    words(
        "growth pertumbuhan kenaikan penurunan yoy mom qoq wow selisih variance varian delta "
        "perubahan deviasi vs gap"
    )
)
_ACHIEVED = frozenset(words("achievement pencapaian capaian ach attainment"))  # if in percent
_EARLIER = tuple(
    words(phrase)
    for phrase in (
        "tahun lalu",
        "thn lalu",
        "tahun sebelumnya",
        "last year",
        "previous year",
        "prior year",
        "bulan lalu",
        "bulan sebelumnya",
        "last month",
        "previous month",
        "ly",
    )
)
_RUNS = tuple(words(phrase) for phrase in ("year to date", "running total", "sampai dengan"))
_COUNTER = frozenset(
    words(
        "no nomor id kode code rank ranking peringkat urutan index tahun year bulan month minggu "
        "week kuartal quarter triwulan tanggal date hari day ke row baris"
    )
)
_NOTE = frozenset(words("keterangan catatan note remark komentar comment"))
_OUTCOME = frozenset(words("y target outcome result hasil response sales penjualan omzet omset"))
_AVERAGED = frozenset(
    words(
        "rate tingkat rasio ratio persentase persen percent share porsi rata average avg mean "
        "skor score harga price per indeks index waktu time durasi lama hari kurs exchange suhu "
        "temperature inflasi inflation bunga interest"
    )
)
_LEVEL = frozenset(words("stok stock saldo balance posisi outstanding open aktif active"))


@dataclass(frozen=True)
class Proposal:
    """What a column is taken for."""

    name: str
    metric: Metric | None
    whole: bool  # the name is the metric's own, nothing left over
    role: Role
    reason: Text
    aggregate: Aggregate
    unit: str
    open: tuple[str, ...] = ()  # catalogue ids the name could as well mean


def propose(columns: Sequence[tuple[str, str, str]]) -> tuple[Proposal, ...]:
    """A proposal for each column (name, unit as read, meaning as answered), in order.

    A column the catalogue does not know is proposed as leading; without any recognised result,
    a name such as “y”, “outcome” or “hasil” is proposed as the result.
    """
    proposals = [_one(name, unit, meant) for name, unit, meant in columns]
    if any(one.role is Role.LAGGING for one in proposals):
        return tuple(proposals)
    return tuple(_perhaps_outcome(one) for one in proposals)


def _perhaps_outcome(one: Proposal) -> Proposal:
    named = words(one.name)
    only_plan = one.role is Role.NEITHER and named == ("target",)
    unknown = one.metric is None and one.role is Role.LEADING and not one.open
    if only_plan or (unknown and _OUTCOME & set(named)):
        return replace(one, role=Role.LAGGING, reason=text("Its name says that it is a result."))
    return one


def _one(name: str, unit: str, meant: str) -> Proposal:
    hint, rest = _hint(name)
    found = _recognised(rest, unit, meant)
    metric = CATALOGUE[found.metric] if found.metric else None
    derived = None if found.whole or meant else _derived(rest, unit)
    role, reason = _role(found, metric, derived)
    if hint is not None:
        role, reason = hint, text("Its name states the role.")
    return Proposal(
        name,
        metric,
        found.whole,
        role,
        reason,
        metric.aggregate if metric else _aggregate(rest, unit),
        _unit(unit, metric),
        found.open,
    )


def _recognised(name: str, unit: str, meant: str) -> Recognised:
    if meant in CATALOGUE:
        return Recognised(meant, True)
    if meant:
        return Recognised(None, False)
    found = recognise(name)
    counted = found.metric is not None and CATALOGUE[found.metric].unit in ("money", "count")
    return Recognised(None, False) if counted and unit == "percent" else found


def _hint(name: str) -> tuple[Role | None, str]:
    """The role written into the name itself, and the name without it."""
    for pattern, role in ((_LEADING, Role.LEADING), (_LAGGING, Role.LAGGING)):
        if pattern.search(name):
            return role, pattern.sub(" ", name).strip(" :-–()[]/|")
    return None, name


def _role(found: Recognised, metric: Metric | None, derived: Text | None) -> tuple[Role, Text]:
    if found.open:
        return Role.NEITHER, text("Its name can mean several things; say which.")
    if derived is not None:
        return Role.NEITHER, derived
    if metric is None:
        return Role.LEADING, text("Not in the catalogue; you decide.")
    return usual_role(metric)


def usual_role(metric: Metric) -> tuple[Role, Text]:
    """The role a metric of the catalogue usually plays, and the words for it."""
    if metric.role is Role.LAGGING:
        return metric.role, text("{metric}: usually a result.", metric=metric.name)
    if metric.role is Role.NEITHER and metric.id in PLANS:
        return metric.role, text("A plan, not a measurement.")
    if metric.role is Role.NEITHER:
        return metric.role, text("It tells more about another indicator; choose it if you like.")
    return metric.role, text("{metric}: usually moves early.", metric=metric.name)


def _derived(name: str, unit: str) -> Text | None:
    """Why a name is none to test, or None."""
    named = words(name)
    some = set(named)
    if not named or some <= _COUNTER or some <= _COUNTER | set("0123456789"):
        return text("It numbers or dates the rows.")
    if some & _PLAN or named[0] == "plan" or named[-1] == "plan":
        return text("A plan, not a measurement.")
    if some & _RUNNING or any(_within(phrase, named) for phrase in _RUNS):
        return text("A running total: it repeats earlier periods.")
    if any(_within(phrase, named) for phrase in _EARLIER):
        return text("It repeats an earlier period.")
    share = unit == "percent" or "%" in name
    if some & _CHANGE or (share and some & _ACHIEVED):
        return text("It is worked out from another column.")
    return text("A note, not a measurement.") if some & _NOTE else None


def _within(phrase: tuple[str, ...], named: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(named[a : a + size] == phrase for a in range(len(named) - size + 1))


def _aggregate(name: str, unit: str) -> Aggregate:
    named = set(words(name))
    if unit == "percent" or named & _AVERAGED or any(words(o) == words(name) for o in OPEN_NAMES):
        return Aggregate.MEAN
    return Aggregate.LAST if named & _LEVEL else Aggregate.SUM


def _unit(unit: str, metric: Metric | None) -> str:
    """The unit as read from the file, else the metric's own."""
    if unit == "percent":
        return "rate"
    return unit or (metric.unit if metric else "")
