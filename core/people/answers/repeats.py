"""Who answered twice in a wave: the last answer counts."""

import re

import pandas as pd

from core.errors import Place, Refusal
from core.language import Text, counted, text
from core.people.answers.option import by
from core.people.answers.points import says_nothing

NOBODY = frozenset(
    ("", "anonymous", "anonim", "anonymous user", "anonymus", "anon", "guest", "tamu",
     "respondent", "responden", "user", "unknown", "-")
)  # fmt: skip
_CODE = re.compile(r"[@\d]")
_MOST = 1 / 3  # share of answers given again from which a column hardly names people
_FEW = 10


def people_of(words: "pd.Series[str]", groups: pd.DataFrame) -> "pd.Series[str]":
    """The person of each row, "" where nobody is named.

    Names alone may be those of two people: they are one where their groups are the same.
    """
    who = words.astype("string").fillna("").str.strip().str.casefold()
    who = who.mask(who.isin(NOBODY) | who.map(says_nothing).astype(bool), "").astype(object)
    if who.str.contains(_CODE).mean() >= 0.5 or not len(groups.columns):
        return who
    together = groups.agg("\u241f".join, axis=1).str.casefold()
    return (who + "\u241f" + together).where(who != "", "")


def again(
    who: "pd.Series[str]", waves: "pd.Series[str]", at: "pd.Series[float]"
) -> "pd.Series[bool]":
    """Rows whose person answered later in the same wave."""
    keyed = pd.DataFrame({"who": who, "wave": waves, "at": at})
    ordered = keyed.sort_values("at", kind="stable", na_position="first")
    found = ordered.duplicated(["who", "wave"], keep="last") & (ordered["who"] != "")
    return found.reindex(who.index)


def refuse_many(n: int, rows: int, column: str, place: Place) -> None:
    """Raises Refusal where so many answers repeat that the column hardly tells people apart."""
    if n <= max(_FEW, rows * _MOST):
        return
    raise Refusal(
        text("By “{column}” the same people answered again and again: {n} of {rows} answers.",
             column=column, n=n, rows=rows),
        text("Divide the answers into waves{option}, or say that “{column}” names no people"
             "{option2}.", column=column, option=by("--waves month, or a column"),
             option2=by(f'--map "{column}=ignore"')),
        place,
    )  # fmt: skip


def said_again(n: int) -> tuple[Text, ...]:
    """How many answers went."""
    if not n:
        return ()
    return (
        counted(
            "{n} answer was given again by the same person; the last one counts.",
            "{n} answers were given again by the same people; the last ones count.",
            n,
        ),
    )
