"""Form builders: Google, Microsoft, Typeform, formbricks."""

import pandas as pd

from core.worlds.exports import ExportFile
from core.worlds.surveys.columns import (
    Columns,
    group_columns,
    laid,
    statement_columns,
    unless,
    with_unfinished,
)
from core.worlds.surveys.model import Surveyed
from core.worlds.surveys.wording import ALL, SCORE, STATED, WHY
from core.worlds.surveys.written import (
    as_csv,
    as_workbook,
    moments,
    whole,
)

_UTC = pd.Timedelta(hours=7)


def google_forms(company: Surveyed, language: str) -> ExportFile:
    """The linked sheet: a grid gives one column a statement."""
    rows = company.records
    first = {"en": "Timestamp", "id": "Cap waktu"}[language]
    mail = {"en": "Email Address", "id": "Alamat email"}[language]
    day = {"en": "%m/%d/%Y %H:%M:%S", "id": "%d/%m/%Y %H:%M:%S"}[language]
    columns = [
        (first, moments(rows["submitted_at"], day)),
        (mail, list(rows["email"])),
        *group_columns(rows, language),
        (SCORE[language] + STATED, whole(rows["score"])),
        *statement_columns(rows, language, f"{ALL[language]} [{{}}]"),
        (WHY[language], list(rows["comment"])),
    ]
    return as_csv(laid(f"google-{language}.csv", columns))


def microsoft_forms(company: Surveyed, language: str) -> ExportFile:
    """A workbook; blanks that do not break stand in the headers."""
    rows = company.records
    lead = {
        "en": ("ID", "Start time", "Completion time", "Email", "Name"),
        "id": ("ID", "Waktu mulai", "Waktu selesai", "Email", "Nama"),
    }[language]
    begun = rows["submitted_at"] - pd.Timedelta(minutes=4)
    cells = (
        [str(n + 1) for n in range(len(rows))],
        moments(begun, "%Y-%m-%d %H:%M:%S"),
        moments(rows["submitted_at"], "%Y-%m-%d %H:%M:%S"),
        list(rows["email"]),
        list(rows["name"]),
    )
    columns = [
        *zip(lead, cells, strict=True),
        *group_columns(rows, language),
        (SCORE[language].replace(" ", "\u00a0", 1), whole(rows["score"])),
        *statement_columns(rows, language, "{}\u00a0"),
        (WHY[language], list(rows["comment"])),
    ]
    return as_workbook(laid(f"microsoft-{language}.xlsx", columns), "Sheet1")


def typeform(company: Surveyed, language: str) -> ExportFile:
    """Tags stay in the headers, times are UTC, some only began."""
    rows = with_unfinished(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    utc = rows["submitted_at"] - _UTC
    columns = [
        ("#", [f"{n:08x}{one:04x}" for n, one in enumerate(rows["person"])]),
        *group_columns(rows, language),
        (SCORE[language].replace(" ", " <strong>", 1) + "</strong>", whole(rows["score"])),
        *statement_columns(rows, language, "{}", digits=True),
        (WHY[language], list(rows["comment"])),
        ("Response Type", ["partial" if one else "completed" for one in began]),
        ("Start Date (UTC)", moments(utc - pd.Timedelta(minutes=4), "%Y-%m-%d %H:%M:%S")),
        ("Stage Date (UTC)", [""] * len(rows)),
        ("Submit Date (UTC)", unless(began, moments(utc, "%Y-%m-%d %H:%M:%S"))),
        ("Network ID", [f"{one * 7919:010x}" for one in rows["person"]]),
        ("Tags", [""] * len(rows)),
    ]
    return as_csv(laid(f"typeform-{language}.csv", columns))


def formbricks(company: Surveyed, language: str) -> ExportFile:
    """Numbered questions after what the tool knows of each answer."""
    rows = with_unfinished(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    asked: Columns = [
        *group_columns(rows, language),
        (SCORE[language], whole(rows["score"])),
        *statement_columns(rows, language, "{}"),
        (WHY[language], list(rows["comment"])),
    ]
    columns = [
        ("No.", [str(n + 1) for n in range(len(rows))]),
        ("Response ID", [f"clx{n:05d}{one:03d}" for n, one in enumerate(rows["person"])]),
        ("Timestamp", moments(rows["submitted_at"], "%Y-%m-%d %H:%M:%S")),
        ("Finished", ["No" if one else "Yes" for one in began]),
        ("Survey ID", ["clsurvey01"] * len(rows)),
        ("Formbricks ID (internal)", [f"clu{one:05d}" for one in rows["person"]]),
        ("User ID", [f"user{one}" for one in rows["person"]]),
        ("Tags", [""] * len(rows)),
        ("source", ["link"] * len(rows)),
        ("userAgent - browser", ["Chrome"] * len(rows)),
        *((f"{n}. {name}", cells) for n, (name, cells) in enumerate(asked, start=1)),
    ]
    return as_csv(laid(f"formbricks-{language}.csv", columns))
