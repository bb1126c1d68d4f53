"""Which rows of an export are answers: not those left half way, nor those made to try the form."""

from collections.abc import Callable

import pandas as pd

from core.language import Text, counted
from core.people.answers.points import clean
from core.people.answers.words import plainly
from core.tables.model import Table

_BEGUN = frozenset(
    "partial started incomplete unfinished in_progress not_finished disqualified abandoned "
    "belum_selesai sebagian tidak_lengkap partially_completed partially_complete".replace(
        "_", "\u00a0"
    ).split(" ")
)
_TRIED = frozenset(
    "survey_preview preview survey_test test spam possible_spam imported_spam spam_preview "
    "offline_preview pratinjau uji_coba".replace("_", "\u00a0").split(" ")
)
_NO = frozenset("false no 0 0.0 tidak belum n".split())
_STATUS = ("response type", "status", "response status", "status respons")
_CHANNEL = ("distributionchannel", "distribution channel")
_FINISHED = ("finished", "completed", "selesai", "complete")
_TRIED_CODE = 1 | 2 | 8  # preview, test, spam, as Qualtrics adds them up
_Test = Callable[["pd.Series[str]"], "pd.Series[bool]"]


def finished(table: Table) -> tuple[pd.DataFrame, tuple[Text, ...]]:
    """The rows that are answers, and how many are not."""
    frame, told = table.frame, list[Text]()
    names = {_bare(one.name): one.name for one in table.columns}
    begun, tried = _none(frame), _none(frame)
    for bare, name in names.items():
        if not _tells(bare):
            continue
        words = _cleaned(frame[name])
        if bare in _STATUS:
            begun |= words.isin(_BEGUN)
            tried |= words.isin(_TRIED) | _is_code(words, {"finished", "progress"} & names.keys())
        elif bare in _CHANNEL:
            tried |= words.isin(_TRIED)
        elif bare in _FINISHED:
            begun |= words.isin(_NO) if set(words) - {""} != _NO & set(words) else _none(frame)
        elif bare == "progress" and not {"finished"} & names.keys():
            begun |= _below_all(words)
        elif _is_submitted(bare):
            begun |= (words == "") if (words != "").any() else _none(frame)
    tried &= ~begun
    if begun.any():
        told.append(
            counted(
                "{n} row is an answer left half way and is no answer here.",
                "{n} rows are answers left half way and are no answers here.",
                int(begun.sum()),
            )
        )
    if tried.any():
        told.append(
            counted(
                "{n} row only tried the form (preview, test or spam) and is left out.",
                "{n} rows only tried the form (preview, test or spam) and are left out.",
                int(tried.sum()),
            )
        )
    return frame[~(begun | tried)], tuple(told)


def _tells(bare: str) -> bool:
    """Whether a column may tell which rows are answers."""
    return bare in (*_STATUS, *_CHANNEL, *_FINISHED, "progress") or _is_submitted(bare)


def _cleaned(cells: "pd.Series[str]") -> "pd.Series[str]":
    words = cells.astype("string").fillna("").astype(object)
    return words.map({one: clean(one).replace(" ", "\u00a0") for one in words.unique()})


def _bare(name: str) -> str:
    """A header in lower case; of “submitdate. Date submitted” the code."""
    code, dot, _ = name.strip().partition(". ")
    return clean(code if dot and code.isalpha() else plainly(name))


def _none(frame: pd.DataFrame) -> "pd.Series[bool]":
    return pd.Series(False, index=frame.index)


def _is_submitted(bare: str) -> bool:
    return bare in ("submitdate", "date submitted", "submit date (utc)", "submit date")


def _is_code(words: "pd.Series[str]", beside: set[str]) -> "pd.Series[bool]":
    """Statuses in digits, where the columns beside say that Qualtrics wrote them."""
    codes = pd.to_numeric(words, errors="coerce")
    if not beside or codes.isna().all():
        return pd.Series(False, index=words.index)
    return (codes.fillna(0).astype(int) & _TRIED_CODE) > 0


def _below_all(words: "pd.Series[str]") -> "pd.Series[bool]":
    done = pd.to_numeric(words.str.rstrip("%"), errors="coerce")
    return (done < 100) if done.max() == 100 else pd.Series(False, index=words.index)
