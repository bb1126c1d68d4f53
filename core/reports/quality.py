"""A table's quality as tables a person can read and download, and the words for its marks."""

from collections.abc import Iterable

import pandas as pd

from core.language import Language, Text, counted, number, text
from core.tables import Fits
from core.tables.quality import Finding, Freshness, Quality, Severity, Status
from core.tables.type_names import TYPES

SEVERITIES = {
    Severity.WRONG: text("Wrong"),
    Severity.CHECK: text("To check"),
    Severity.INFO: text("Good to know"),
}
STATUSES = {
    Status.FRESH: text("Fresh"),
    Status.DUE: text("Due"),
    Status.LATE: text("Late"),
}
FITS = {
    Fits.SUM: text("agrees"),
    Fits.AMONG: text("no sum: an average or a level"),
    Fits.NEITHER: text("disagrees"),
}
MOST_CELLS = 5


def quality_columns(quality: Quality, language: Language) -> pd.DataFrame:
    """One row per column: name, known cells in percent, type, number of findings."""
    return pd.DataFrame(
        {
            text("Column").to(language): [one.name for one in quality.columns],
            text("Known").to(language): [100 * one.coverage for one in quality.columns],
            text("Read as").to(language): [TYPES[one.type].to(language) for one in quality.columns],
            text("Findings").to(language): [one.findings for one in quality.columns],
        }
    )


def quality_findings(findings: Iterable[Finding], language: Language) -> pd.DataFrame:
    """One row per finding: how grave, column, what, where, what to do."""
    rows = [
        (
            SEVERITIES[one.severity].to(language),
            one.column,
            one.what.to(language),
            where(one).to(language),
            one.remedy.to(language),
        )
        for one in findings
    ]
    names = (
        text("Weight"),
        text("Column"),
        text("What"),
        text("Where"),
        text("What to do"),
    )
    return pd.DataFrame(rows, columns=[name.to(language) for name in names])


def quality_totals(quality: Quality, language: Language) -> pd.DataFrame:
    """One row per total of the sheet: its cell, what it says, what its parts add to."""
    rows = [
        (
            one.label,
            one.cell,
            one.column,
            number(one.total, language, 0 if one.total.is_integer() else 2),
            number(one.sum, language, 0 if one.sum.is_integer() else 2),
            FITS[one.fits].to(language),
        )
        for one in quality.totals
    ]
    names = (
        text("Total"),
        text("Cell"),
        text("Column"),
        text("The sheet says"),
        text("Its parts add to"),
        text("Result"),
    )
    return pd.DataFrame(rows, columns=[name.to(language) for name in names])


def where(finding: Finding) -> Text:
    """The cells or rows of a finding, the first few of them."""
    places = finding.places[:MOST_CELLS]
    if not places:
        return Text("")
    cells = [one.cell or str(one.row) for one in places if one.cell or one.row is not None]
    more = ["…"] if finding.n > len(cells) and len(finding.places) > MOST_CELLS else []
    listed = ", ".join([*dict.fromkeys(cells), *more])
    if places[0].cell:
        said = counted("cell {list}", "cells {list}", len(cells), list=listed)
    else:
        said = counted("row {list}", "rows {list}", len(cells), list=listed)
    sheet = places[0].sheet
    if not sheet:
        return said
    return Text.joined(", ", [text("sheet “{sheet}”", sheet=sheet), said])


def freshness_told(fresh: Freshness) -> list[Text]:
    """How old, when the next, how late it usually comes; one short sentence each."""
    if fresh.newest is None:
        return [text("The table names no periods.")]
    told = [text("The newest period is {period}.", period=fresh.newest)]
    if fresh.age_days is not None:
        told.append(
            counted("It ended {n} day ago.", "It ended {n} days ago.", fresh.age_days)
            if fresh.age_days
            else text("It has only just ended, or still runs.")
        )
    if fresh.expected is not None:
        told.append(text("The next is expected on {day}.", day=fresh.expected))
    if fresh.usual_delay_days is None:
        told.append(text("How late it usually comes is not known yet: that takes three arrivals."))
    else:
        days = round(fresh.usual_delay_days)
        told.append(
            counted(
                "It usually comes {n} day after the period ends.",
                "It usually comes {n} days after the period ends.",
                days,
            )
        )
    return told
