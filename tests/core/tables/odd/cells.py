"""A table with one odd column, written as a text file or as a workbook, with its truth."""

import csv
import datetime as dt
import io
from dataclasses import replace
from random import Random

import xlsxwriter

from tests.core.tables.odd.case import Odd

REFS = "Ref"
LABELS = ("north", "south", "east", "west", "centre", "coast", "hills", "harbour")


def filed(name: str, header: str, cells: list[object], truth: list[str], **given) -> Odd:
    """One odd file: a column of labels, then the odd column. The seed picks the form.

    Cells that are no text make it a workbook. `more` are further columns (cells, truth) by header.
    """
    seed, more = given.pop("seed", 0), given.pop("more", {})
    others = {key: one if isinstance(one, tuple) else (one, one) for key, one in more.items()}
    labels = [f"{LABELS[i % 8]} {i // 8 + 1}" for i in range(len(cells))]
    columns = {REFS: labels, header: cells, **{key: one[0] for key, one in others.items()}}
    wanted = {REFS: labels, header: truth, **{key: list(one[1]) for key, one in others.items()}}
    native = any(not isinstance(cell, str) for column in columns.values() for cell in column)
    form = given.pop("form", "xlsx" if native or seed % 3 == 2 else "csv")
    rows = [list(columns), *(list(row) for row in zip(*columns.values(), strict=True))]
    content = workbook(rows) if form == "xlsx" else lines(rows, seed)
    return Odd(
        f"{name} {seed} {form}", f"{name.replace(' ', '_')}.{form}", content, wanted, **given
    )


def lines(rows: list[list[object]], seed: int) -> bytes:
    """A text file; separators and quoting change with the seed."""
    out = io.StringIO()
    quoted = csv.QUOTE_ALL if seed % 2 else csv.QUOTE_MINIMAL
    mark = ";,\t|"[seed // 3 % 4]
    csv.writer(out, delimiter=mark, quoting=quoted, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig" if seed % 5 == 0 else "utf-8")


def workbook(rows: list[list[object]], **options: object) -> bytes:
    """An .xlsx of one sheet; text stays text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    sheet = book.add_worksheet("Sheet1")
    day, clock = (book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "[h]:mm:ss"))
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(r, c, cell)
            elif isinstance(cell, dt.datetime):
                sheet.write_datetime(r, c, cell, moment)
            elif isinstance(cell, dt.date):
                sheet.write_datetime(r, c, cell, day)
            elif isinstance(cell, dt.timedelta):
                sheet.write_datetime(r, c, cell, clock)
            elif cell is not None:
                sheet.write(r, c, cell)
    book.close()
    return out.getvalue()


def digits(value: float) -> str:
    """A number as canonical tables write it."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def named(odd: Odd, name: str) -> Odd:
    """The same file under another name in reports."""
    return replace(odd, name=name)


def picked(random: Random, some: list, count: int) -> list:
    """So many of them, drawn with the seed."""
    return [random.choice(some) for _ in range(count)]
