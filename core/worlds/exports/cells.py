"""Values become cells, as a system writes them for its user."""

from collections.abc import Callable, Mapping

import pandas as pd

from core.worlds.exports.model import Form, Style

Cell = str | float
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
}


def written(values: "pd.Series[str]", form: Form, style: Style) -> list[Cell]:
    """One cell for each value; "" where it is missing."""
    write = _WRITERS[form]
    return ["" if pd.isna(value) else write(value, style) for value in values]


def _moment(value: pd.Timestamp, style: Style) -> Cell:
    return _timed(value, style.moment, style.language)


def _day(value: pd.Timestamp, style: Style) -> Cell:
    return _timed(value, style.day, style.language)


def _timed(value: pd.Timestamp, template: str, language: str) -> str:
    return template.format(
        t=value,
        hour=value.hour % 12 or 12,
        half="AM" if value.hour < 12 else "PM",
        month=_MONTHS[language][value.month - 1],
    )


def _money(value: float, style: Style) -> Cell:
    if style.money == "{}" and not style.grouping:
        return round(value)
    return style.money.format(f"{value:,.0f}".replace(",", style.grouping))


def _number(value: float, style: Style) -> Cell:
    return round(value)


def _word(value: str, style: Style) -> Cell:
    return style.words[value] if value else ""


def _text(value: object, style: Style) -> Cell:
    return str(value)


_WRITERS: Mapping[Form, Callable[..., Cell]] = {
    Form.TEXT: _text,
    Form.WORD: _word,
    Form.DAY: _day,
    Form.MOMENT: _moment,
    Form.MONEY: _money,
    Form.NUMBER: _number,
}
