"""What went wrong, where as the person sees it, and what to do.

`Refusal` is raised when nothing can be computed; `Issue` is collected when one cell is lost
and the good rows go on. Both carry translatable text and spreadsheet coordinates.
"""

from dataclasses import dataclass

from core.language import Text, text


@dataclass(frozen=True)
class Place:
    """Where something is, in the user's coordinates: spreadsheet row 1 is the first line."""

    source: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""  # spreadsheet address, such as D14

    def text(self) -> Text:
        """The place in words, widest first."""
        parts: list[Text | str] = [self.source] if self.source else []
        if self.sheet:
            parts.append(text("sheet “{sheet}”", sheet=self.sheet))
        if self.row is not None:
            parts.append(text("row {row}", row=str(self.row)))
        if self.column:
            parts.append(text("column “{column}”", column=self.column))
        if self.cell:
            parts.append(text("cell {cell}", cell=self.cell))
        return Text.joined(", ", parts)


@dataclass(frozen=True)
class Issue:
    """One thing lost or doubtful: what, where, what to do about it."""

    what: Text
    remedy: Text
    place: Place = Place()


class Refusal(Exception):
    """Nothing can be computed: what is wrong, where, and what to do."""

    def __init__(self, what: Text, remedy: Text, place: Place = Place()) -> None:
        super().__init__(what.to("en"))
        self.what = what
        self.remedy = remedy
        self.place = place

    def __reduce__(self) -> tuple[type["Refusal"], tuple[Text, Text, Place]]:
        return (Refusal, (self.what, self.remedy, self.place))
