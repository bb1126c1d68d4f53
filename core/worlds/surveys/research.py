"""Tools of researchers: SurveyMonkey, Qualtrics, LimeSurvey."""

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
from core.worlds.surveys.model import GROUPS, STATEMENTS, Surveyed
from core.worlds.surveys.wording import ALL, HEADERS, SAID, SCORE, WHY
from core.worlds.surveys.written import (
    Cells,
    Laid,
    agreement,
    as_csv,
    moments,
    whole,
    with_ends,
    worded,
)


def surveymonkey(company: Surveyed, language: str) -> ExportFile:
    """Two header rows: the question, then its parts."""
    rows = company.records
    part, words = "Response", "Open-Ended Response"
    heads = [
        *((name, "") for name in ("Respondent ID", "Collector ID", "Start Date", "End Date",
                                  "IP Address", "Email Address", "First Name", "Last Name")),
        *((HEADERS[language][one], part) for one in GROUPS),
        (SCORE[language], part),
        *((ALL[language] if at == 0 else "", SAID[language][one])
          for at, one in enumerate(STATEMENTS)),
        (WHY[language], words),
    ]  # fmt: skip
    us = "%m/%d/%Y %I:%M:%S %p"
    cells = [
        [str(114_000_000_000 + n) for n in range(len(rows))],
        ["430000123"] * len(rows),
        moments(rows["submitted_at"] - pd.Timedelta(minutes=4), us),
        moments(rows["submitted_at"], us),
        [f"10.0.{one // 250}.{one % 250}" for one in rows["person"]],
        list(rows["email"]),
        list(rows["name"].str.split(" ").str[0]),
        list(rows["name"].str.split(" ").str[1]),
        *(worded(rows[one], language) for one in GROUPS),
        with_ends(rows["score"], language),
        *(agreement(rows[one], language) for one in STATEMENTS),
        list(rows["comment"]),
    ]
    headers = list(zip(*heads, strict=True))
    lines = list(zip(*cells, strict=True))
    return as_csv(Laid(f"surveymonkey-{language}.csv", headers, lines))


def qualtrics(company: Surveyed, language: str) -> ExportFile:
    """Three header rows; previews and answers not finished stand among the others."""
    rows = with_unfinished(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    at = moments(rows["submitted_at"], "%Y-%m-%d %H:%M:%S")
    questions: Columns = [
        *group_columns(rows, language),
        (SCORE[language], whole(rows["score"])),
        *statement_columns(rows, language, f"{ALL[language]} - {{}}"),
        (WHY[language], list(rows["comment"])),
    ]
    meta: list[tuple[str, str, Cells]] = [
        ("StartDate", "Start Date", at),
        ("EndDate", "End Date", at),
        ("Status", "Response Type", ["IP Address"] * len(rows)),
        ("IPAddress", "IP Address", [f"10.0.0.{one}" for one in rows["person"]]),
        ("Progress", "Progress", ["43" if one else "100" for one in began]),
        ("Finished", "Finished", ["False" if one else "True" for one in began]),
        ("RecordedDate", "Recorded Date", at),
        ("ResponseId", "Response ID", [f"R_{n:06d}x{one}" for n, one in enumerate(rows["person"])]),
        ("RecipientEmail", "Recipient Email", list(rows["email"])),
    ]
    meta[2][2][:2] = ["Survey Preview"] * 2
    named = [*meta, *((f"Q{n}", *one) for n, one in enumerate(questions, start=1))]
    ids = [f'{{"ImportId":"{code}"}}' for code, _, _ in named]
    headers = [[code for code, _, _ in named], [name for _, name, _ in named], ids]
    lines = list(zip(*(cells for _, _, cells in named), strict=True))
    twice = [
        *lines[:2],
        *([(*line[:2], "IP Address", *line[3:]) for line in lines[:2]]),
        *lines[2:],
    ]
    return as_csv(Laid(f"qualtrics-{language}.csv", headers, twice))


def limesurvey(company: Surveyed, language: str) -> ExportFile:
    """Codes and texts in the headers; without a day of submission the answer is not complete."""
    rows = with_unfinished(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    at = moments(rows["submitted_at"], "%Y-%m-%d %H:%M:%S")
    columns = [
        ("id. Response ID", [str(n + 1) for n in range(len(rows))]),
        ("submitdate. Date submitted", unless(began, at)),
        ("lastpage. Last page", ["1" if one else "4" for one in began]),
        ("startlanguage. Start language", [language] * len(rows)),
        ("seed. Seed", [str(500_000_000 + n * 7919) for n in range(len(rows))]),
        ("startdate. Date started", at),
        ("ipaddr. IP address", [f"10.0.0.{one}" for one in rows["person"]]),
        *((f"G0{n}. {name}", cells)
          for n, (name, cells) in enumerate(group_columns(rows, language), start=1)),
        (f"Q01. {SCORE[language]}", whole(rows["score"])),
        *((f"Q02[SQ00{n}]. {ALL[language]} [{name}]", cells)
          for n, (name, cells) in enumerate(statement_columns(rows, language, "{}"), start=1)),
        (f"Q03. {WHY[language]}", list(rows["comment"])),
    ]  # fmt: skip
    return as_csv(laid(f"limesurvey-{language}.csv", columns, ";"))
