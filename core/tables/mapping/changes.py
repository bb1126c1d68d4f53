"""Histories that tell of every field: which of their rows tell of the stage."""

from collections.abc import Collection, Sequence

from core.language import Text, counted
from core.tables.mapping.senses import tokens

CHANGED = "changed_field"  # the field that says what a row of a history changed
_BESIDE = frozenset({"deal", "name", "id"})  # what may stand beside the word for stage
_SHOWN = 5


def stage_words(words: Collection[str]) -> frozenset[str]:
    """Those of the words that name the stage; else those that name the status."""
    stages = frozenset(one for one in words if _names("stage", one))
    return stages or frozenset(one for one in words if _names("status", one))


def _names(sense: str, word: str) -> bool:
    said = tokens(word)
    named = [token for token in said if sense in token]
    return len(named) == 1 and all(token & _BESIDE for token in said if token not in named)


def other_changes(column: str, words: Sequence[str], n: int) -> Text:
    """What is said of the rows that tell of other fields."""
    return counted(
        "{n} row of “{column}” tells of another field ({words}): it is no change of stage and does "
        "not count as one.",
        "{n} rows of “{column}” tell of other fields ({words}): they are no changes of stage and "
        "do not count as such.",
        n,
        column=column,
        words=", ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else ""),
    )
