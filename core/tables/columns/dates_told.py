"""What reading changed in how the dates of a column look, said once for each way of writing."""

import re
from collections.abc import Iterator, Sequence

from core.language import Text, text
from core.tables.columns.cells import Cells
from core.tables.columns.moment import FIRST_SHORT, Moment

_ZONE = re.compile(
    r"(?:\d|[ap]m)\s*(z|utc|gmt|wib|wita|wit|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)$", re.I
)
_FRACTION = re.compile(r":\d\d[.,]\d*[1-9]")
SOON = 2036  # a year of two digits read as a later one deserves a word


def dates_told(found: Sequence[Moment | None], cells: Cells, name: str) -> tuple[Text, ...]:
    """Notices on day numbers, time zones, fractions of seconds, spans and years of two digits."""
    pairs = [(one, words) for one, words in zip(found, cells.texts, strict=True) if one]
    return (*_counted(pairs, name), *_clocks(pairs, name), *_short_years(pairs, name))


def _counted(pairs: Sequence[tuple[Moment, str]], name: str) -> Iterator[Text]:
    counted = {one.counted for one, _ in pairs}
    if "days" in counted:
        yield text("“{name}” holds day numbers; they were read as dates.", name=name)
    if "seconds" in counted:
        yield text("“{name}” counts seconds since 1970; they were read as times in UTC.", name=name)
    if any(one.span for one, _ in pairs):
        yield text("“{name}” holds spans of days; each is told by its first day.", name=name)


def _clocks(pairs: Sequence[tuple[Moment, str]], name: str) -> Iterator[Text]:
    timed = [words for one, words in pairs if one.clock and not one.counted]
    zones = sorted({match[1].upper() for words in timed if (match := _ZONE.search(words))})
    if len(zones) == 1:
        yield text(
            "The times in “{name}” are in the time zone {list}; day and hour were kept as the file "
            "writes them.",
            name=name,
            list=zones[0],
        )
    elif zones:
        yield text(
            "The times in “{name}” are in several time zones ({list}); day and hour were kept as "
            "the file writes them, so they do not compare to the hour.",
            name=name,
            list=", ".join(zones),
        )
    if any(_FRACTION.search(words) for words in timed):
        yield text("Fractions of a second in “{name}” were left out.", name=name)


def _short_years(pairs: Sequence[tuple[Moment, str]], name: str) -> Iterator[Text]:
    for one, words in pairs:
        far = one.year is not None and (one.year < 2000 or one.year >= SOON)
        if far and not one.counted and not re.search(r"\d{4}", words):
            yield text(
                "Years of two digits in “{name}” are read as {first} to {last}: “{cell}” is in "
                "{year}.",
                name=name,
                first=str(FIRST_SHORT),
                last=str(FIRST_SHORT + 99),
                cell=words,
                year=str(one.year),
            )
            return
