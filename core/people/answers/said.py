"""What is said beside the points of a survey: what was left out, and which wave it is."""

from collections.abc import Sequence

import pandas as pd

from core.language import Text, counted, text
from core.people.answers.model import Answered
from core.people.enps import Scale

_ROWS_TOLD = 5


def said_outside(outside: pd.Index, scale: Scale) -> list[Text]:
    """Answers that are none on the scale, with their rows in the file."""
    if not len(outside):
        return []
    more = ", …" if len(outside) > _ROWS_TOLD else ""
    return [
        counted(
            "{n} answer is no whole number of the scale {scale} and is left out: row {rows}.",
            "{n} answers are no whole numbers of the scale {scale} and are left out: rows {rows}.",
            len(outside),
            scale=scale.name,
            rows=", ".join(map(str, outside[:_ROWS_TOLD])) + more,
        )
    ]


def said_skipped(n: int) -> list[Text]:
    """People who left the question out."""
    if not n:
        return []
    return [
        counted(
            "{n} person did not answer this question and is not counted as anything.",
            "{n} people did not answer this question and are not counted as anything.",
            n,
        )
    ]


def said_wave(wave: str, waves: Sequence[str]) -> list[Text]:
    """Which of several waves it is."""
    if len(waves) < 2:
        return []
    return [
        text("Waves are not mixed: these are the answers of {wave}. There are {n}: {waves}.",
             wave=wave, n=len(waves), waves=", ".join(waves)),
    ]  # fmt: skip


def said_left_behind(found: Answered) -> list[Text]:
    """The columns that point to one person, which go no further."""
    if not found.personal:
        return []
    return [
        text("Left behind, because they name people: {columns}.",
             columns=", ".join(found.personal)),
    ]  # fmt: skip
