"""In which wave an answer was given: by a column that says so, else by the days."""

import re
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from core.errors import Refusal
from core.language import Text, counted, text
from core.people.answers.option import by
from core.people.answers.pauses import LONG, clusters_of, named
from core.people.answers.words import plainly
from core.periods import Frequency, Grain, label
from core.tables.model import Column, ColumnType, Table
from core.tables.words import MONTHS

_NAMES = re.compile(
    r"^((survey|pulse|survei|enps) )?(wave|round|cycle|gelombang|periode|period|putaran|siklus|"
    r"quarter|kuartal|triwulan|snapshot|batch|month|bulan)( (survey|survei|pulse|enps|ke|name|no))?"
    r"$|^(nama|nomor) gelombang$",
    re.IGNORECASE,
)
ONE = frozenset(("one", "none", "satu"))
_YEAR = re.compile(r"\b(?:FY)?(20\d\d)\b")


@dataclass(frozen=True)
class Waves:
    """The wave of each row, "" where unknown, and all of them, oldest first."""

    labels: "pd.Series[str]"
    order: tuple[str, ...]
    column: str = ""
    notices: tuple[Text, ...] = ()


def wave_column(table: Table) -> Column | None:
    """The column that says in which wave an answer was given."""
    named = [one for one in table.columns if _NAMES.match(plainly(one.name).replace("_", " "))]
    named = [one for one in named if one.type is not ColumnType.EMPTY]
    return named[0] if named else None


def waves_of(
    rows: pd.DataFrame, column: Column | None, days: "pd.Series[pd.Timestamp]",
    who: "pd.Series[str]",
) -> Waves:  # fmt: skip
    """Every row's wave by that column, else by the days.

    Raises Refusal: the column names waves in no order that can be told.
    """
    if column is None:
        return _by_days(days, who)
    labels = _labels(rows[column.name], column)
    known = [str(one) for one in pd.unique(labels) if one]
    blank = int((labels == "").sum())
    told = _said_blank(blank, column.name) if blank and known else ()
    return Waves(labels, _in_order(known, labels, days), column.name, told)


def by_period(days: "pd.Series[pd.Timestamp]", grain: Grain) -> Waves:
    """Every row's wave by the calendar."""
    labels = _period_labels(days, grain)
    order = tuple(sorted({str(one) for one in labels} - {""}))
    return Waves(labels, order, "", _said_undated(labels))


def one_wave(rows: pd.DataFrame) -> Waves:
    """All answers as one wave without a name."""
    return Waves(pd.Series("", index=rows.index, dtype=object), ())


def _labels(values: "pd.Series[str]", column: Column) -> "pd.Series[str]":
    if pd.api.types.is_datetime64_any_dtype(values):
        return _period_labels(pd.to_datetime(values), column.grain or Grain.DAY)
    words = values.astype("string")
    if pd.api.types.is_numeric_dtype(values):
        words = words.str.replace(r"\.0$", "", regex=True)
    return words.fillna("").str.strip().astype(object)


def _period_labels(days: "pd.Series[pd.Timestamp]", grain: Grain) -> "pd.Series[str]":
    known = days.dropna()
    periods = known.dt.to_period(Frequency(grain).freq)
    told = {one: label(one) for one in periods.unique()}
    return periods.map(told).reindex(days.index).fillna("").astype(object)


def _in_order(
    known: list[str], labels: "pd.Series[str]", days: "pd.Series[pd.Timestamp]"
) -> tuple[str, ...]:
    """Oldest first: by the days, else by what the labels say."""
    if len(known) < 2:
        return tuple(known)
    if days.notna().any() and (ordered := _by_middle(known, labels, days)):
        return ordered
    keys = {one: _key(one) for one in known}
    told_apart = len(set(keys.values())) == len(known) and all(keys.values())
    if told_apart and len({len(key) for key in keys.values()}) == 1:
        return tuple(sorted(known, key=lambda one: keys[one]))
    raise Refusal(
        text("It is not clear which of these waves is the newest: {waves}.",
             waves=", ".join(known[:8])),
        text("Number the waves or write their dates, or take all as one{option}.",
             option=by("--waves one")),
    )  # fmt: skip


def _by_middle(
    known: list[str], labels: "pd.Series[str]", days: "pd.Series[pd.Timestamp]"
) -> tuple[str, ...]:
    """In the order of their days; none where the middle halves of two waves lie in each other."""
    by_wave = days.groupby(labels.to_numpy())
    low, middle, high = (by_wave.quantile(one).reindex(known) for one in (0.25, 0.5, 0.75))
    if middle.isna().any() or not middle.is_unique:
        return ()
    ordered = sorted(known, key=lambda one: middle[one])
    apart = all(low[after] > high[before] for before, after in pairwise(ordered))
    return tuple(ordered) if apart else ()


def _key(said: str) -> tuple[int, ...]:
    """Year first, then months and numbers in the order they stand."""
    year = _YEAR.search(said)
    rest = said.replace(year[0], " ") if year else said
    parts = re.findall(r"\d+|[^\W\d_]+", rest.casefold())
    numbers = [int(one) if one.isdigit() else MONTHS.get(one, -1) for one in parts]
    found = tuple(one for one in numbers if one >= 0)
    return (int(year[1]), *found) if year else found


def _by_days(days: "pd.Series[pd.Timestamp]", who: "pd.Series[str]") -> Waves:
    known = days.dropna().sort_values(kind="stable")
    if known.empty:
        return one_wave(days.to_frame())
    clusters = clusters_of(known, who)
    if clusters.max() == 0:
        return Waves(pd.Series("", index=days.index, dtype=object), (), "", _said_long(known))
    middle = known.groupby(clusters).median().dt.normalize()
    names = dict(zip(middle.index, named(middle), strict=True))
    labels = clusters.map(names).reindex(days.index).fillna("").astype(object)
    found = text(
        "The days of the answers make {n} waves, which are not mixed: {waves}. If they are one, "
        "say so{option}.",
        option=by("--waves one"),
        n=len(names),
        waves=", ".join(names.values()),
    )
    return Waves(labels, tuple(names.values()), "", (found, *_said_undated(labels)))


def _said_long(known: "pd.Series[pd.Timestamp]") -> tuple[Text, ...]:
    first, last = known.iloc[0].date(), known.iloc[-1].date()
    if (last - first).days < LONG:
        return ()
    return (
        text("The answers run from {first} to {last} without a clear break and are taken as one "
             "wave. If they are several, say what tells them apart{option}.",
             first=first, last=last, option=by("--waves month, week, quarter, year or a column")),
    )  # fmt: skip


def _said_undated(labels: "pd.Series[str]") -> tuple[Text, ...]:
    n = int((labels == "").sum())
    if not n:
        return ()
    return (
        counted(
            "{n} row has no day, so that its wave is unknown, and is left out.",
            "{n} rows have no day, so that their wave is unknown, and are left out.",
            n,
        ),
    )


def _said_blank(n: int, column: str) -> tuple[Text, ...]:
    return (
        counted(
            "{n} row names no wave in “{column}” and is left out.",
            "{n} rows name no wave in “{column}” and are left out.",
            n,
            column=column,
        ),
    )
