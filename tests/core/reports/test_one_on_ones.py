"""The list for one-on-ones comes back as meetings; coverage is told a row a team."""

import io
from datetime import date

import pandas as pd
import pytest
from openpyxl import load_workbook

from core.language import LANGUAGES
from core.people.coverage import coverage
from core.people.met_in import one_on_ones_of
from core.people.one_on_ones import Meeting, Member, OneOnOnes, on_roster, taken_in
from core.reports import coverage_table, talks_form, waiting_table
from core.tables import read

DAY = date(2025, 3, 31)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_list_is_read_back_as_the_meetings_written_in_it(language):
    book = load_workbook(io.BytesIO(talks_form(language)))
    held = [
        Meeting("Andi", "Budi", "North", date(2025, 3, 3), 60),
        Meeting("Siti", "Budi", "North", date(2025, 3, 17), 45),
        Meeting("Andi", "Budi", "North", date(2025, 3, 24), None),
    ]
    for one in held:
        book.active.append([one.person, one.leader, one.on, one.team, one.minutes])
    out = io.BytesIO()
    book.save(out)
    found = one_on_ones_of(read(out.getvalue(), "talks.xlsx").tables, DAY)
    assert list(found.meetings) == held and not found.notices


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_numbers_days_and_blanks_for_the_unknown(language):
    known = taken_in([Meeting("Andi", "Budi", "North", date(2025, 3, 3))])(OneOnOnes())
    found = coverage(on_roster(Member("Wati", "Budi", "North"))(known), DAY, DAY)
    (row,) = coverage_table(found, language).itertuples(index=False)
    assert row[2:6] == (2, 0, 0.0, 1) and pd.isna(row[6]) and row[-1] == pd.Timestamp(DAY)
    waiting = waiting_table(found.overdue, language)
    assert list(waiting.iloc[:, 0]) == ["Wati", "Andi"]
    assert pd.isna(waiting.iloc[0, -1]) and waiting.iloc[1, -1] == pd.Timestamp(2025, 3, 17)
