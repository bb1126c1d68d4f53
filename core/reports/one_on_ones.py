"""Coverage of one-on-ones as tables."""

from collections.abc import Sequence

import pandas as pd

from core.language import Language, Text, text
from core.people.coverage import Coverage, Standing
from core.people.one_on_ones import CADENCES
from core.reports.workbook import frame_to_xlsx

MET_SHARE = text("Met within it, share")
_TEAM = (
    text("Team"),
    text("Rhythm"),
    text("People"),
    text("Met within it"),
    MET_SHARE,
    text("Never met"),
    text("Minutes (median)"),
    text("Meetings behind it"),
    text("From"),
    text("To"),
)
_WAITING = (text("Person"), text("Meets"), text("Team"), text("Last met"), text("Due since"))

_DAYS = (*_TEAM[-2:], *_WAITING[-2:])


def talks_form(language: Language) -> bytes:
    """An XLSX list to write one-on-ones down in, with no column for words."""
    heads = (text("Employee"), text("Met with"), text("Date"), _TEAM[0], text("Minutes"))
    return frame_to_xlsx(pd.DataFrame(columns=[one.to(language) for one in heads]))


def coverage_table(found: Coverage, language: Language) -> pd.DataFrame:
    """A row a team: rhythm, people, who of them met within it (and as fraction), lengths, days."""
    rows = [
        (
            one.team,
            CADENCES[one.cadence].to(language),
            one.n,
            one.covered,
            one.share,
            one.never,
            one.minutes,
            one.timed,
            one.since,
            found.as_of,
        )
        for one in found.teams
    ]
    return _table(rows, _TEAM, language)


def waiting_table(people: Sequence[Standing], language: Language) -> pd.DataFrame:
    """A row a person who waits; no day where they never met."""
    rows = [(one.person, one.leader, one.team, one.last, one.due) for one in people]
    return _table(rows, _WAITING, language)


def _table(
    rows: Sequence[tuple[object, ...]], heads: Sequence[Text], language: Language
) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=[one.to(language) for one in heads])
    for at, name in enumerate(found.columns):
        if heads[at] in _DAYS:
            found[name] = pd.to_datetime(found[name])
    return found
