"""The same answers as each survey tool exports them."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from core.worlds.exports import ExportFile
from core.worlds.surveys.model import GROUPS, STATEMENTS, Surveyed
from core.worlds.surveys.wording import ALL, HEADERS, SAID, SCORE, STATED, WHY
from core.worlds.surveys.written import (
    Cells,
    Laid,
    agreement,
    as_csv,
    as_workbook,
    moments,
    whole,
    with_ends,
    worded,
)

Columns = list[tuple[str, Sequence[str]]]
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
        *_groups(rows, language),
        (SCORE[language] + STATED, whole(rows["score"])),
        *_statements(rows, language, f"{ALL[language]} [{{}}]"),
        (WHY[language], list(rows["comment"])),
    ]
    return as_csv(_laid(f"google-{language}.csv", columns))


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
        *_groups(rows, language),
        (SCORE[language].replace(" ", "\u00a0", 1), whole(rows["score"])),
        *_statements(rows, language, "{}\u00a0"),
        (WHY[language], list(rows["comment"])),
    ]
    return as_workbook(_laid(f"microsoft-{language}.xlsx", columns), "Sheet1")


def typeform(company: Surveyed, language: str) -> ExportFile:
    """Tags stay in the headers, times are UTC, some only began."""
    rows = _with_more(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    utc = rows["submitted_at"] - _UTC
    columns = [
        ("#", [f"{n:08x}{one:04x}" for n, one in enumerate(rows["person"])]),
        *_groups(rows, language),
        (SCORE[language].replace(" ", " <strong>", 1) + "</strong>", whole(rows["score"])),
        *_statements(rows, language, "{}", digits=True),
        (WHY[language], list(rows["comment"])),
        ("Response Type", ["partial" if one else "completed" for one in began]),
        ("Start Date (UTC)", moments(utc - pd.Timedelta(minutes=4), "%Y-%m-%d %H:%M:%S")),
        ("Stage Date (UTC)", [""] * len(rows)),
        ("Submit Date (UTC)", _unless(began, moments(utc, "%Y-%m-%d %H:%M:%S"))),
        ("Network ID", [f"{one * 7919:010x}" for one in rows["person"]]),
        ("Tags", [""] * len(rows)),
    ]
    return as_csv(_laid(f"typeform-{language}.csv", columns))


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
    rows = _with_more(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    at = moments(rows["submitted_at"], "%Y-%m-%d %H:%M:%S")
    questions: Columns = [
        *_groups(rows, language),
        (SCORE[language], whole(rows["score"])),
        *_statements(rows, language, f"{ALL[language]} - {{}}"),
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
    rows = _with_more(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    at = moments(rows["submitted_at"], "%Y-%m-%d %H:%M:%S")
    columns = [
        ("id. Response ID", [str(n + 1) for n in range(len(rows))]),
        ("submitdate. Date submitted", _unless(began, at)),
        ("lastpage. Last page", ["1" if one else "4" for one in began]),
        ("startlanguage. Start language", [language] * len(rows)),
        ("seed. Seed", [str(500_000_000 + n * 7919) for n in range(len(rows))]),
        ("startdate. Date started", at),
        ("ipaddr. IP address", [f"10.0.0.{one}" for one in rows["person"]]),
        *((f"G0{n}. {name}", cells)
          for n, (name, cells) in enumerate(_groups(rows, language), start=1)),
        (f"Q01. {SCORE[language]}", whole(rows["score"])),
        *((f"Q02[SQ00{n}]. {ALL[language]} [{name}]", cells)
          for n, (name, cells) in enumerate(_statements(rows, language, "{}"), start=1)),
        (f"Q03. {WHY[language]}", list(rows["comment"])),
    ]  # fmt: skip
    return as_csv(_laid(f"limesurvey-{language}.csv", columns, ";"))


def formbricks(company: Surveyed, language: str) -> ExportFile:
    """Numbered questions after what the tool knows of each answer."""
    rows = _with_more(company.records)
    began = rows["unfinished"].to_numpy(dtype=bool)
    asked: Columns = [
        *_groups(rows, language),
        (SCORE[language], whole(rows["score"])),
        *_statements(rows, language, "{}"),
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
    return as_csv(_laid(f"formbricks-{language}.csv", columns))


def plain(company: Surveyed, language: str) -> ExportFile:
    """A sheet somebody keeps: short headers, a column for the wave."""
    rows = company.records
    wave, day = {"en": ("Wave", "Date"), "id": ("Gelombang", "Tanggal")}[language]
    columns = [
        (wave, list(rows["wave"])),
        (day, moments(rows["submitted_at"], "%Y-%m-%d")),
        *_groups(rows, language),
        ("eNPS", whole(rows["score"])),
        *_statements(rows, language, "{}", digits=True),
        (WHY[language], list(rows["comment"])),
    ]
    return as_workbook(_laid(f"plain-{language}.xlsx", columns), wave)


def long_format(company: Surveyed, language: str) -> ExportFile:
    """One row an answer."""
    rows = company.records
    names = {
        "en": ("Respondent", "Submitted", "Question", "Answer"),
        "id": ("Responden", "Tanggal isi", "Pertanyaan", "Jawaban"),
    }[language]
    texts = {"score": SCORE[language] + STATED, **SAID[language]}
    groups = [cells for _, cells in _groups(rows, language)]
    days = moments(rows["submitted_at"], "%Y-%m-%d")
    answers = {one: whole(rows[one]) for one in texts}
    lines = [
        (f"E{1000 + person}", days[n], *(one[n] for one in groups), texts[id], answers[id][n])
        for n, person in enumerate(rows["person"])
        for id in texts
        if answers[id][n]
    ]
    headers = [[*names[:2], *(HEADERS[language][one] for one in GROUPS), *names[2:]]]
    return as_csv(Laid(f"long-{language}.csv", headers, lines))


TOOLS: dict[str, Callable[[Surveyed, str], ExportFile]] = {
    "google_forms": google_forms,
    "microsoft_forms": microsoft_forms,
    "typeform": typeform,
    "surveymonkey": surveymonkey,
    "qualtrics": qualtrics,
    "limesurvey": limesurvey,
    "formbricks": formbricks,
    "plain": plain,
    "long_format": long_format,
}


def _groups(rows: pd.DataFrame, language: str) -> Columns:
    return [(HEADERS[language][one], worded(rows[one], language)) for one in GROUPS]


def _statements(rows: pd.DataFrame, language: str, form: str, *, digits: bool = False) -> Columns:
    return [
        (
            form.format(SAID[language][one]),
            whole(rows[one]) if digits else agreement(rows[one], language),
        )
        for one in STATEMENTS
    ]


def _with_more(rows: pd.DataFrame) -> pd.DataFrame:
    """The same answers, and every twentieth begun once more and left: no answers at all."""
    more = rows.iloc[::20].assign(comment="", score=0.0)
    both = pd.concat([rows.assign(unfinished=False), more.assign(unfinished=True)])
    return both.sort_index(kind="stable").reset_index(drop=True)


def _unless(left: np.ndarray, cells: Cells) -> Cells:
    return ["" if one else cell for cell, one in zip(cells, left, strict=True)]


def _laid(name: str, columns: Columns, delimiter: str = ",") -> Laid:
    lines = list(zip(*(cells for _, cells in columns), strict=True))
    return Laid(name, [[name for name, _ in columns]], lines, delimiter)
