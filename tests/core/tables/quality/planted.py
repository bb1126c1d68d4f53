"""Sheets of synthetic companies with one fault planted, and where it lies."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from core.tables import Table, read
from core.tables.quality import Fault
from core.worlds import COMPANIES


@dataclass(frozen=True)
class Planted:
    """A table with a fault, the column it is in, the spreadsheet rows it is at."""

    table: Table
    fault: Fault
    column: str
    rows: tuple[int, ...]


def clean(seed: int) -> pd.DataFrame:
    """The figures of one company by month, as a sheet holds them."""
    company = list(COMPANIES)[seed % len(COMPANIES)]
    make = COMPANIES[company] if isinstance(COMPANIES, dict) else company
    values = make(seed=seed).values
    return (
        values.reset_index(drop=True)
        .astype(object)
        .assign(Month=[str(period) for period in values.index])[["Month", *values.columns]]
    )


def table_of(sheet: pd.DataFrame) -> Table:
    """The sheet, read as a file."""
    (table,) = read(sheet.to_csv(index=False).encode(), "kpi.csv").tables
    return table


def _typo(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    at = dice.randrange(len(sheet))
    sheet.loc[at, column] = round(sheet.loc[at, column] * 10, 3)
    return [at]


def _thousandfold(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    length = dice.randint(2, 6)
    first = dice.randrange(len(sheet) - length)
    rows = list(range(first, first + length))
    sheet.loc[rows, column] = [round(one * 1000, 3) for one in sheet.loc[rows, column]]
    return rows


def _hundredth(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    rows = list(range(len(sheet) - dice.randint(3, 8), len(sheet)))
    sheet.loc[rows, column] = [one / 1000 for one in sheet.loc[rows, column]]
    return rows


def _stopped(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    last = len(sheet) - 1 - dice.randint(2, 6)
    sheet.loc[last + 1 :, column] = None
    return [last]


def _repeating(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    first = len(sheet) - dice.randint(3, 5)
    sheet.loc[first:, column] = sheet.loc[first, column]
    return [first]


def _constant(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    sheet[column] = dice.choice([0, 1, 100, 2.5])
    return [0]


def _copied(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    at = dice.randrange(1, len(sheet))
    sheet.iloc[at, 1:] = sheet.iloc[at - 1, 1:]
    return [at]


def _round(sheet: pd.DataFrame, column: str, dice: random.Random) -> list[int]:
    usual = float(sheet[column].astype(float).median())
    values = [int(float(one) / usual * 12_345) for one in sheet[column]]
    sheet[column] = [round(one, -3) if dice.random() < 0.5 else one for one in values]
    return [0]


IN_ONE_COLUMN: dict[str, tuple[Callable[..., list[int]], Fault]] = {
    "typo ×10": (_typo, Fault.OUTLIER),
    "stretch ×1000": (_thousandfold, Fault.JUMP),
    "from here on ÷1000": (_hundredth, Fault.JUMP),
    "stopped": (_stopped, Fault.STOPPED),
    "last value repeated": (_repeating, Fault.REPEATING),
    "constant": (_constant, Fault.CONSTANT),
    "copied month": (_copied, Fault.COPIED),
    "typed estimates": (_round, Fault.ROUND),
}


def planted(name: str, seed: int) -> Planted:
    """One company's sheet with that fault in one column drawn by the seed."""
    dice, sheet = random.Random(seed), clean(seed)
    column = dice.choice(list(sheet.columns[1:]))
    plant, fault = IN_ONE_COLUMN[name]
    rows = plant(sheet, column, dice)
    where = "Month" if fault is Fault.COPIED else column
    return Planted(table_of(sheet), fault, where, tuple(row + 2 for row in rows))
