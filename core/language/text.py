"""Text in two languages, said late: what to say is decided in core, in which language on screen.

The English message is the gettext msgid; Indonesian lies in `core/language/id/*.po`, one
catalogue for each package that speaks. Write `text("Row {row} is empty.", row="7")` and
`counted("{n} row", "{n} rows", n)`; a test finds every such call that lacks its translation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from babel.messages.pofile import read_po
from pydantic_core import CoreSchema, core_schema

from core.language import packing
from core.language.formats import Amount, Share, date_text, number, percent, period_text

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
Value = "str | int | float | date | pd.Period | Amount | Share | Text"
CATALOGUES = Path(__file__).parent


@dataclass(frozen=True)
class Text:
    """A message and the values to put into it; `to(language)` says it.

    Values are written as that language writes them: whole numbers and Amounts with its marks,
    Shares as percent, dates and periods with its months, nested Texts translated; str as it is.
    """

    message: str
    values: tuple[tuple[str, object], ...] = ()
    many: str | None = None

    def to(self, language: Language) -> str:
        """The message in that language."""
        if not self.values:
            return self._template(language)
        said = {name: _said(value, language) for name, value in self.values}
        return self._template(language).format_map(said)

    def _template(self, language: Language) -> str:
        if language != "en":
            return _translations(language).get(self.message, self.message)
        if self.many is not None and dict(self.values).get("n") != 1:
            return self.many
        return self.message

    @staticmethod
    def joined(between: str, parts: Iterable[Text | str]) -> Text:
        """Several texts as one, with the same separator in every language."""
        listed = tuple((f"part{i}", part) for i, part in enumerate(parts))
        return Text(between.join("{" + name + "}" for name, _ in listed), listed)

    def __str__(self) -> str:
        return self.to("en")

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Records that hold texts become JSON, and come back, with their texts packed."""
        return core_schema.no_info_plain_validator_function(
            lambda told: told if isinstance(told, Text) else unpacked(told),
            serialization=core_schema.plain_serializer_function_ser_schema(packed),
        )


def text(message: str, **values: object) -> Text:
    """A translatable message."""
    return Text(message, tuple(values.items()))


def counted(one: str, many: str, n: int, **values: object) -> Text:
    """A translatable message that counts; Indonesian needs one form only."""
    return Text(one, (("n", n), *values.items()), many)


def packed(said: Text) -> dict[str, Any]:
    """A text as JSON values, to cross the border between processes; values keep their order."""
    values = [
        [name, {"text": packed(value)} if isinstance(value, Text) else packing.packed(value)]
        for name, value in said.values
    ]
    return {"message": said.message, "values": values, "many": said.many}


def unpacked(told: dict[str, Any]) -> Text:
    """The text that was packed: it says the same in every language."""
    values = tuple(
        (name, unpacked(value["text"]) if _is_text(value) else packing.unpacked(value))
        for name, value in told["values"]
    )
    return Text(told["message"], values, told["many"])


def _is_text(told: object) -> bool:
    return isinstance(told, dict) and "text" in told


@cache
def _translations(language: Language) -> dict[str, str]:
    """msgid -> translation over all catalogues of the language."""
    found: dict[str, str] = {}
    for path in sorted((CATALOGUES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string:
                    one = message.id if isinstance(message.id, str) else message.id[0]
                    said = message.string
                    found[one] = said if isinstance(said, str) else said[0]
    return found


def _said(value: object, language: Language) -> str:
    match value:
        case Text():
            return value.to(language)
        case Amount():
            return number(value.value, language, value.digits)
        case Share():
            return percent(value.value, language, value.digits)
        case pd.Period():
            return period_text(value, language)
        case date():
            return date_text(value, language)
        case bool():
            return str(value)
        case int():
            return number(value, language, 0)
        case float():
            return number(value, language, 2)
        case _:
            return str(value)
