"""Sheets that people keep themselves, one row a person or one an answer."""

from core.worlds.exports import ExportFile
from core.worlds.surveys.columns import (
    group_columns,
    laid,
    statement_columns,
)
from core.worlds.surveys.model import GROUPS, Surveyed
from core.worlds.surveys.wording import HEADERS, SAID, SCORE, STATED, WHY
from core.worlds.surveys.written import (
    Laid,
    as_csv,
    as_workbook,
    moments,
    whole,
)


def plain(company: Surveyed, language: str) -> ExportFile:
    """A sheet somebody keeps: short headers, a column for the wave."""
    rows = company.records
    wave, day = {"en": ("Wave", "Date"), "id": ("Gelombang", "Tanggal")}[language]
    columns = [
        (wave, list(rows["wave"])),
        (day, moments(rows["submitted_at"], "%Y-%m-%d")),
        *group_columns(rows, language),
        ("eNPS", whole(rows["score"])),
        *statement_columns(rows, language, "{}", digits=True),
        (WHY[language], list(rows["comment"])),
    ]
    return as_workbook(laid(f"plain-{language}.xlsx", columns), wave)


def long_format(company: Surveyed, language: str) -> ExportFile:
    """One row an answer."""
    rows = company.records
    names = {
        "en": ("Respondent", "Submitted", "Question", "Answer"),
        "id": ("Responden", "Tanggal isi", "Pertanyaan", "Jawaban"),
    }[language]
    texts = {"score": SCORE[language] + STATED, **SAID[language]}
    groups = [cells for _, cells in group_columns(rows, language)]
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
