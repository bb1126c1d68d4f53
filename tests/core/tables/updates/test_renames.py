"""Columns and metrics that go by another name next month."""

from dataclasses import replace

import pytest

from core.tables import read
from core.tables.updates import Mode, compare, compare_again, take
from tests.core.tables.updates.made import BRANCH, LEADS, PERIOD, SALES, months, wide

OTHER = replace(LEADS, name="Prospek")


def renamed(count=6, first="2025-01", column=OTHER):
    return wide(months(count, first=first), (PERIOD, BRANCH, column, SALES))


def test_equal_values_show_a_renamed_column():
    comparison = compare([wide(months(6))], [renamed(7)])
    (one,) = comparison.changes[0].renamed
    assert (one.before, one.after, one.share, one.accepted) == ("Leads", "Prospek", 1.0, True)
    assert comparison.renames == {"Prospek": "Leads"}
    assert comparison.changes[0].gained == comparison.changes[0].lost == ()
    assert "1 column renamed: Leads → Prospek?" in comparison.summary.to("en")


def test_an_accepted_rename_keeps_the_old_name_and_place():
    before, after = wide(months(6)), renamed(7)
    (result,) = take([before], [after], Mode.UPDATE, {"Prospek": "Leads"})
    assert [one.name for one in result.columns] == ["Bulan", "Cabang", "Leads", "Omzet"]
    assert result.frame["Leads"].tolist() == [10.0 * i for i in range(1, 8)]
    (again,) = compare([result], [after]).changes
    assert not len(again.new) and not len(again.changed)


def test_a_declined_rename_gives_two_columns():
    comparison = compare_again(compare([wide(months(6))], [renamed(7)]), {})
    change = comparison.changes[0]
    assert (change.gained, change.lost) == (("Prospek",), ("Leads",))
    assert [one.accepted for one in change.renamed] == [False]
    (result,) = take([wide(months(6))], [renamed(7)], Mode.UPDATE, {})
    assert list(result.frame) == ["Bulan", "Cabang", "Leads", "Omzet", "Prospek"]
    assert result.frame["Prospek"].tolist() == [10.0 * i for i in range(1, 8)]
    assert result.frame["Leads"].isna().tolist() == [False] * 6 + [True]
    assert result.place(0, "Prospek").source == "a.xlsx"


def test_names_alone_are_only_a_question():
    later = renamed(3, "2025-07", replace(LEADS, name="Leads masuk"))
    comparison = compare([wide(months(6))], [later])
    (one,) = comparison.changes[0].renamed
    assert one.share is None and not one.accepted
    assert comparison.changes[0].gained == ("Leads masuk",)


@pytest.mark.parametrize("name", ["Leads 2026", "Target Leads"])
def test_a_number_or_a_target_in_the_name_is_another_column(name):
    later = renamed(3, "2025-07", replace(LEADS, name=name))
    assert compare([wide(months(6))], [later]).changes[0].renamed == ()


def test_other_values_under_another_name_are_another_column():
    later = renamed(6)
    later = replace(later, frame=later.frame.assign(Prospek=[7.0, 1.0, 9.0, 3.0, 8.0, 2.0]))
    change = compare([wide(months(6))], [later]).changes[0]
    assert change.renamed == () and change.gained == ("Prospek",)


def test_the_period_column_may_be_called_otherwise():
    after = wide(months(7), (replace(PERIOD, name="Periode"), BRANCH, LEADS, SALES))
    change = compare([wide(months(6))], [after]).changes[0]
    assert len(change.new) == 1 and change.unchanged == 6 and not change.gained


def test_a_renamed_dimension_is_seen_by_its_words():
    many = [*months(4), *months(4, branch="Jakarta", factor=2)]
    after = wide(many, (PERIOD, replace(BRANCH, name="Kantor"), LEADS, SALES))
    comparison = compare([wide(many)], [after])
    assert comparison.renames == {"Kantor": "Cabang"}
    assert comparison.changes[0].unchanged == 8


def test_a_renamed_metric_in_months_across_is_seen_by_its_figures(sheet):
    head = ["KPI", "Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025"]
    old = [head, ["Demo", 4, 5, 6, 7], ["Omzet", 10, 20, 30, 40]]
    new = [[*head, "Mei 2025"], ["Demo terjadwal", 4, 5, 6, 7, 8], ["Omzet", 10, 20, 30, 40, 50]]
    before, after = (read(sheet(rows), "kpi.xlsx").tables for rows in (old, new))
    comparison = compare(before, after)
    assert comparison.renames == {"Demo terjadwal": "Demo"}
    assert len(comparison.changes[0].new) == 2 and not len(comparison.changes[0].vanished)
    (result,) = take(before, after, Mode.UPDATE, comparison.renames)
    assert set(result.frame["KPI"]) == {"Demo", "Omzet"}
    declined = compare_again(comparison, {}).changes[0]
    assert (len(declined.new), len(declined.vanished)) == (6, 4)
