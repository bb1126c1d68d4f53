"""Samples become workbooks, byte for byte the same each time (xlsxwriter, fixed dates)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd
from babel.dates import format_date
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from core.language import number, percent, period_text
from core.worlds.samples.list import FACTORY, HOTEL, HOUSING, RETAIL, SALES_TEAM, SOFTWARE
from core.worlds.samples.sample import Sample

_MADE = datetime(2025, 12, 15)
_RATES = ("win_rate", "churn_rate", "defect_rate", "cancellation_rate")


def write(sample: Sample, folder: Path) -> Path:
    """The sample's workbook in that folder; returns its path."""
    path = folder / sample.file
    with Workbook(str(path)) as book:
        book.set_properties({"title": sample.heading[0], "created": _MADE})
        book.formats[0].set_font_size(10)
        _LAYOUTS[sample.file](book, sample)
    return path


def _plain(book: Workbook, sample: Sample) -> None:
    """One sheet of real dates and numbers, a TOTAL row, and a sheet of notes."""
    sheet = book.add_worksheet("KPI")
    top = _heading(book, sheet, sample)
    _header(book, sheet, top, ["Month", *sample.headers.values()])
    end = _rows(book, sheet, top + 1, sample.written, list(sample.headers))
    _totals(book, sheet, end, sample, list(sample.headers))
    _footer(sheet, end + 2, sample)
    _notes(book, "Website visits come from analytics; calls are logged by hand.")


def _as_text(month: Callable[[pd.Period], str]) -> Callable[[Workbook, Sample], None]:
    """One sheet in which months and numbers are text, as a cash register prints them."""

    def layout(book: Workbook, sample: Sample) -> None:
        sheet = book.add_worksheet("Rekap")
        top = _heading(book, sheet, sample)
        _header(book, sheet, top, ["Bulan", *sample.headers.values()])
        series = list(sample.headers)
        for row, (period, values) in enumerate(_lines(sample.written, series), start=top + 1):
            sheet.write_string(row, 0, month(period))
            for column, (name, value) in enumerate(zip(series, values, strict=True), start=1):
                if pd.notna(value):
                    sheet.write_string(row, column, _said(name, value))
        end = top + 1 + len(sample.written)
        if sample is RETAIL:
            _said_totals(sheet, end, sample)
        _footer(sheet, end + 2, sample)

    return layout


def _across(book: Workbook, sample: Sample) -> None:
    """One row for each series, the months across the columns."""
    sheet = book.add_worksheet("Laporan")
    top = _heading(book, sheet, sample)
    months = [_short(period) for period in pd.PeriodIndex(sample.written.index)]
    _header(book, sheet, top, ["Indikator", *months])
    for row, (series, name) in enumerate(sample.headers.items(), start=top + 1):
        sheet.write_string(row, 0, name)
        for column, value in enumerate(sample.written[series], start=1):
            if pd.notna(value):
                sheet.write_number(row, column, float(value))
    sheet.set_column(0, 0, 28)
    _footer(sheet, top + len(sample.headers) + 2, sample)


def _yearly(book: Workbook, sample: Sample) -> None:
    """One sheet a year, and a sheet of notes first."""
    _notes(book, "Trials last 14 days. New MRR counts paying accounts only.")
    for year, part in sample.written.groupby(pd.PeriodIndex(sample.written.index).year):
        sheet = book.add_worksheet(str(year))
        top = _heading(book, sheet, sample)
        _header(book, sheet, top, ["Month", *sample.headers.values()])
        end = _rows(book, sheet, top + 1, part, list(sample.headers))
        _footer(sheet, end + 1, sample)


def _two_headers(book: Workbook, sample: Sample) -> None:
    """One sheet whose columns stand under group names in merged cells."""
    sheet = book.add_worksheet("Monthly review")
    top = _heading(book, sheet, sample)
    bold = book.add_format({"bold": True, "align": "center", "bg_color": "#DDE3EA"})
    for first, last, name in ((1, 2, "Commercial"), (3, 6, "Factory")):
        sheet.merge_range(top, first, top, last, name, bold)
    sheet.write_string(top, 7, "Result", bold)
    _header(book, sheet, top + 1, ["Month", *sample.headers.values()])
    end = _rows(book, sheet, top + 2, sample.written, list(sample.headers))
    _footer(sheet, end + 1, sample)


def _heading(book: Workbook, sheet: Worksheet, sample: Sample) -> int:
    """Title lines and an empty row; returns the row below."""
    bold = book.add_format({"bold": True, "font_size": 14})
    for row, line in enumerate(sample.heading):
        sheet.write_string(row, 0, line, bold if row == 0 else None)
    return len(sample.heading) + 1


def _header(book: Workbook, sheet: Worksheet, row: int, names: list[str]) -> None:
    bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#DDE3EA"})
    for column, name in enumerate(names):
        sheet.write_string(row, column, name, bold)
    sheet.set_column(0, len(names) - 1, 16)


def _rows(
    book: Workbook, sheet: Worksheet, top: int, values: pd.DataFrame, series: list[str]
) -> int:
    """Months as dates and values as numbers; returns the row below."""
    dated = book.add_format({"num_format": "mmm yyyy", "align": "left"})
    formats = {name: book.add_format({"num_format": _format(name)}) for name in series}
    for row, (period, line) in enumerate(_lines(values, series), start=top):
        sheet.write_datetime(row, 0, period.start_time.to_pydatetime(), dated)
        for column, (name, value) in enumerate(zip(series, line, strict=True), start=1):
            if pd.notna(value):
                sheet.write_number(row, column, value, formats[name])
    return top + len(values)


def _lines(values: pd.DataFrame, series: list[str]) -> Iterable[tuple[pd.Period, list[float]]]:
    """Each month with its values, in the order of the series."""
    rows = values[series].to_numpy(dtype=float).tolist()
    return zip(pd.PeriodIndex(values.index), rows, strict=True)


def _format(series: str) -> str:
    return "0.0#%" if series in _RATES else "#,##0.##"


def _totals(book: Workbook, sheet: Worksheet, row: int, sample: Sample, series: list[str]) -> None:
    bold = book.add_format({"bold": True, "top": 1, "num_format": "#,##0.##"})
    sheet.write_string(row, 0, "TOTAL", bold)
    for column, name in enumerate(series, start=1):
        if name not in _RATES:
            sheet.write_number(row, column, float(sample.written[name].sum()), bold)


def _said_totals(sheet: Worksheet, row: int, sample: Sample) -> None:
    sheet.write_string(row, 0, "TOTAL")
    for column, name in enumerate(sample.headers, start=1):
        sheet.write_string(row, column, _said(name, float(sample.written[name].sum())))


def _footer(sheet: Worksheet, row: int, sample: Sample) -> None:
    for line, words in enumerate(sample.footer):
        sheet.write_string(row + line, 0, words)


def _notes(book: Workbook, words: str) -> None:
    sheet = book.add_worksheet("Notes")
    sheet.write_string(0, 0, "Notes")
    sheet.write_string(1, 0, words)


def _said(series: str, value: float) -> str:
    """A value as the Indonesian register prints it: 1.234,5 · 8,3% · Rp1.240.500.000."""
    if series in _RATES:
        return percent(value, "id", 1)
    if value >= 1e7:
        return "Rp" + number(value, "id", 0)
    whole = series not in ("revenue", "marketing_spend", "inventory_turnover")
    return number(value, "id", 0 if whole else 2 if series == "inventory_turnover" else 1)


def _short(period: pd.Period) -> str:
    return period_text(period, "id")


def _long(period: pd.Period) -> str:
    return str(format_date(period.start_time, "MMMM y", locale="id"))


_LAYOUTS: Mapping[str, Callable[[Workbook, Sample], None]] = {
    SALES_TEAM.file: _plain,
    RETAIL.file: _as_text(_short),
    HOUSING.file: _across,
    SOFTWARE.file: _yearly,
    FACTORY.file: _two_headers,
    HOTEL.file: _as_text(_long),
}
