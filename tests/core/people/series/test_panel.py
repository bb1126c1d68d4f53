"""Surveys beside other figures: what the plan shows and nothing else, asked like any indicator."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from core.errors import Place, Refusal
from core.lead_lag import Options, Verdict, scan
from core.metrics import Role, build_panel
from core.people import SCALES, Score, Survey, Withheld, released
from core.people.results import Mean, Result
from core.people.series import by_names, needed_by, staff_survey, survey_panel, with_surveys
from core.periods import Grain, label
from core.tables import read
from core.worlds.surveys.leaving import left

QUICK = Options(surrogates=199)
PLACE = Place("survey.csv")


def wave(scores, name, teams=None, day=None):
    """A wave as released; teams: of each answer."""
    groups = pd.DataFrame({"Team": teams} if teams else {}, index=range(len(scores)))
    columns = (("1. Team", "Team"),) if teams else ()
    answers = pd.Series(scores, dtype=float)
    return released(Survey("eNPS", SCALES["0-10"], answers, groups, 0, (), name, columns, day))


def surveyed(answers, divided=False):
    """The survey of a world, its waves as released."""
    return staff_survey(
        PLACE,
        [
            wave(list(one["score"]), name, list(one["team"]) if divided else None)
            for name, one in answers.groupby("wave")
        ],
    )


def sheet(**columns):
    """A monthly sheet of 2024 and 2025."""
    months = pd.period_range("2024-01", periods=24, freq="M").astype(str)
    content = pd.DataFrame({"Month": months, **columns}).to_csv(index=False).encode()
    return read(content, "kpi.csv").tables[0]


@pytest.fixture(scope="module")
def monthly():
    random = np.random.default_rng(4)
    rate = random.uniform(0.01, 0.05, 24).round(3)
    return build_panel([sheet(Revenue=random.integers(80, 120, 24), **{"Staff turnover": rate})])


def asked(seed, waves=60, lead=2, step=1):
    """eNPS against the turnover of a world, without reading any file."""
    world = left(seed, waves, lead, step)
    rate = world.turnover.groupby("period")["rate"].mean()
    months = pd.PeriodIndex(rate.index, freq="M", name="period")
    table = pd.DataFrame({"Month": months.astype(str), "Staff turnover": rate.to_numpy()})
    grain = Grain.QUARTER if step == 3 else None
    panel = build_panel([read(table.to_csv(index=False).encode(), "t.csv").tables[0]], grain)
    return scan(with_surveys(panel, [surveyed(world.answers)]), ["enps"], ["staff_turnover"], QUICK)


def test_a_mood_that_precedes_leaving_is_found_with_its_delay():
    found = asked(seed=1).pairs[0]
    assert found.verdict is Verdict.LEADS
    assert (found.lead, found.sign, found.n) == (2, -1, 60)


@pytest.mark.parametrize("seed", [0, 1])
def test_nothing_is_claimed_of_a_mood_that_precedes_nothing(seed):
    assert asked(seed, lead=None).pairs[0].rung == 0


def test_few_waves_are_too_little_data_and_the_wait_is_told():
    found = asked(seed=1, waves=8, step=3).pairs[0]
    assert found.verdict is Verdict.TOO_LITTLE_DATA and found.rung == 0
    assert found.months_until_known and found.n == 8


@pytest.mark.parametrize("seed", range(6))
def test_the_panel_has_what_the_plan_shows_and_nothing_that_it_hides(seed):
    random = np.random.default_rng(seed)
    teams = [list(random.choice(["A", "B", "C", "D"], 25, p=(0.5, 0.3, 0.14, 0.06))) for _ in "123"]
    waves = [
        wave(list(random.integers(0, 11, 25)), f"2025-Q{at}", one)
        for at, one in enumerate(teams, 1)
    ]
    survey = staff_survey(PLACE, waves)
    panel = with_surveys(survey_panel([survey]), [survey], [frozenset({"team"})])
    told = {label(one): value for one, value in panel.values["enps"].items()}
    assert told == {one.wave: one.overall.value for one in waves}
    for one in waves:
        at = pd.Period(one.wave.replace("-", ""), freq="Q")
        for ((_, team),), figure in list(one.figures.items())[1:]:
            own = panel.segments.get(team)
            value = own.values["enps"][at] if own else float("nan")
            if isinstance(figure, Withheld):
                assert np.isnan(value) and (own is None or own.counts["enps"][at] == 0)
            else:
                assert (value, own.counts["enps"][at]) == (figure.value, figure.counts.n)
    hidden = sum(isinstance(f, Withheld) for one in waves for f in one.figures.values())
    assert bool(hidden) == any("Hidden" in said.to("en") for said in panel.notices)


def test_a_wave_stands_once_and_is_not_drawn_out(monthly):
    days = [date(2024, 2, 9), date(2024, 5, 9), date(2024, 8, 9)]
    survey = staff_survey(
        PLACE, [wave([9, 9, 9, 3, 7], f"2024-Q{n}", day=day) for n, day in enumerate(days, 1)]
    )
    panel = with_surveys(monthly, [survey])
    known = panel.values["enps"].dropna()
    assert [label(one) for one in known.index] == ["2024-02", "2024-05", "2024-08"]
    one = panel.indicator("enps")
    assert one.role is Role.NEITHER and "once a quarter" in one.reason.to("en")
    assert any("as long as that" in said.to("en") for said in panel.notices)
    assert needed_by(panel, [survey], ["enps"]) is Grain.QUARTER
    assert needed_by(panel, [survey], ["revenue"]) is None


def test_the_other_columns_stay_as_they_are(monthly):
    survey = staff_survey(PLACE, [wave([9] * 6 + [1], f"2023-{n:02d}") for n in range(11, 13)])
    panel = with_surveys(monthly, [survey])
    assert label(panel.values.index[0]) == "2023-11" and panel.values["revenue"][:2].isna().all()
    pd.testing.assert_frame_equal(panel.values[monthly.values.columns][2:], monthly.values)
    pd.testing.assert_frame_equal(panel.counts[monthly.counts.columns][2:], monthly.counts)
    assert panel.indicator("enps").role is Role.LEADING
    assert panel.key != monthly.key


def test_waves_of_one_period_are_one_figure_and_unknown_where_one_is_hidden():
    first, second = [9, 9, 9, 3, 7], [10, 10, 2, 2, 2, 2]
    survey = staff_survey(
        PLACE,
        [wave(first, "2025-01"), wave(second, "2025-02"), wave(first, "2025-04"),
         wave([9, 9], "2025-05"), wave(first, "2025-07")],
    )  # fmt: skip
    panel = with_surveys(survey_panel([survey], Grain.QUARTER), [survey])
    assert panel.values["enps"].to_list()[0] == pytest.approx(100 * (5 - 5) / 11)
    assert panel.counts["enps"].to_list() == [11, 0, 5] and np.isnan(panel.values["enps"].iloc[1])
    assert any("2025-05" in said.to("en") for said in panel.notices)


def test_questions_are_known_of_everybody_where_enough_answered():
    waves = [wave([9] * 12, f"2025-Q{n}") for n in (1, 2, 3)]
    means = (Mean("2025-Q1", 3.5, 3, 4, 12), Mean("2025-Q2"), Mean("2025-Q3", 3.0, 2, 4, 8))
    asked = Result(type("Asked", (), {"name": "My manager listens"})(), means)
    survey = staff_survey(PLACE, waves, [asked])
    panel = with_surveys(survey_panel([survey]), [survey])
    assert panel.values["my_manager_listens"].to_list()[::2] == [3.5, 3.0]
    assert np.isnan(panel.values["my_manager_listens"].iloc[1])
    assert panel.indicator("my_manager_listens").metric == "pulse"
    raised = [replace(one, plan=replace(one.plan, floor=10)) for one in waves]
    panel = with_surveys(survey_panel([survey]), [staff_survey(PLACE, raised, [asked])])
    assert panel.counts["my_manager_listens"].to_list() == [12, 0, 0]


def test_an_enps_that_a_sheet_holds_already_is_kept_apart():
    panel = build_panel([sheet(eNPS=range(24), Revenue=range(50, 74))])
    survey = staff_survey(PLACE, [wave([9] * 6 + [1], f"2024-{n:02d}") for n in (1, 2, 3)])
    found = with_surveys(panel, [survey])
    assert found.values["enps"].to_list() == list(range(24))
    assert found.indicator("enps_2").name.to("en") == "Employee net promoter score (survey.csv)"


def test_groups_are_one_where_their_words_are_the_same():
    teams = ["North"] * 8 + ["South"] * 8
    survey = staff_survey(PLACE, [wave([9, 3] * 8, f"2025-0{n}", teams) for n in (1, 2, 3)])
    table = sheet(Revenue=range(24), Team=["North", "SOUTH"] * 12)
    divided = by_names([table], [survey], ["team"])
    panel = with_surveys(build_panel([table], by=["team"]), [survey], divided.names)
    assert list(panel.segments) == ["North", "SOUTH", "South"] and divided.everywhere
    assert set(panel.segments["North"].values) == {"revenue", "enps"}
    assert any("South" in said.to("en") for said in panel.notices)


def test_a_column_that_neither_has_is_refused():
    survey = staff_survey(PLACE, [wave([9, 3] * 8, "2025-Q1", ["North", "South"] * 8)])
    assert not by_names([sheet(Revenue=range(24))], [survey], ["1. Team"]).everywhere
    with pytest.raises(Refusal, match="no column “Branch”"):
        by_names([], [survey], ["Branch"])


def test_one_wave_is_no_panel_and_waves_without_a_period_are_told(monthly):
    survey = staff_survey(PLACE, [wave([9] * 6, "Gelombang 1"), wave([9] * 6, "Gelombang 2")])
    with pytest.raises(Refusal, match="two waves"):
        with_surveys(survey_panel([survey]), [survey])
    panel = with_surveys(monthly, [survey])
    assert "enps" not in panel.values
    assert any("Gelombang 1, Gelombang 2" in said.to("en") for said in panel.notices)


def test_a_wave_that_is_all_hidden_is_missing_with_its_reason(monthly):
    survey = staff_survey(PLACE, [wave([9, 3] * n, f"2024-0{n}") for n in (2, 3, 4)])
    panel = with_surveys(monthly, [survey])
    assert panel.values["enps"].notna().sum() == 2
    assert not isinstance(survey.waves[0].released.overall, Score)
    assert any("missing in 2024-02" in said.to("en") for said in panel.notices)
