"""A name for every column, and what is to be said of missing and repeated ones."""

from collections import Counter

from core.language import Text, text
from core.tables.layout.headers import Header


def names_of(header: Header, letters: tuple[str, ...]) -> tuple[tuple[str, ...], list[Text]]:
    """A name for every column: joined header parts, made unique, by letter where there is none."""
    names: dict[str, None] = {}  # in order; 2,000 of them may be looked for 2,000 times
    standing: Counter[str] = Counter()
    repeated, missing = [], []
    for i, letter in enumerate(letters):
        parts = header.parts[i] if header.rows else ()
        name = " ".join(parts) or f"Column {letter}"
        if not parts:
            missing.append(letter)
        unique = name
        while unique in names:
            standing[name] += 1
            unique = f"{name} ({standing[name] + 1})"
        if unique != name:
            repeated.append(unique)
        names[unique] = None
    notices = []
    if not header.rows:
        notices.append(text("No header row was found; columns are named by their letter."))
    elif missing:
        if letters[-1] in missing:
            notices.append(
                text(
                    "Rows are longer than the header. Where the comma is both decimal mark and "
                    "separator, numbers are cut in two: separate the cells by semicolons."
                )
            )
        notices.append(
            text(
                "Columns without a header are named by their letter: {list}.",
                list=", ".join(missing),
            )
        )
    if repeated:
        notices.append(
            text("Headers that stand twice were numbered: {list}.", list=", ".join(repeated[:8]))
        )
    return tuple(names), notices
