"""What a person should know about how two tables were compared."""

import pandas as pd

from core.language import Text, counted, text
from core.tables.updates.keys import Key


def remarks(key: Key, emptied: pd.DataFrame) -> tuple[Text, ...]:
    """Keys that stand twice, whole rows as keys, blanks over known figures, rows kept."""
    said = []
    if not key.names:
        said.append(
            text(
                "No column names each row, so whole rows were compared: a corrected row is one "
                "new and one vanished row, and an update keeps both."
            )
        )
    elif len(key.repeated):
        said.append(
            counted(
                "{n} combination of {key} stands on several rows; its rows were compared as a "
                "group.",
                "{n} combinations of {key} stand on several rows; their rows were compared as "
                "groups.",
                len(key.repeated),
                key=", ".join(key.names),
            )
        )
    if len(emptied):
        said.append(
            counted(
                "{n} cell was known and is blank now; the old figure is kept.",
                "{n} cells were known and are blank now; the old figures are kept.",
                len(emptied),
            )
        )
    return tuple(said)
