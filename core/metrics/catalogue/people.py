"""Metrics of the team."""

import pandas as pd

from core.language import text
from core.metrics.measures import Derived
from core.metrics.spec import Aggregate, Metric, Role, aliases


def _over_mean_team(left: pd.Series, team: pd.Series) -> pd.Series:
    """Who left over the mean of the team at the start and at the end."""
    mean = (team.shift(1) + team) / 2
    return left / mean.where(mean > 0)


PEOPLE = (
    Metric(
        id="staff_turnover",
        name=text("Staff turnover"),
        meaning=text(
            "Staff who left in the period as a share of the team, the mean of its start and end."
        ),
        role=Role.LAGGING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(Derived(("staff_left", "headcount"), _over_mean_team, sheets=True),),
        contains=("staff_left", "headcount"),
        aliases=aliases(
            "staff turnover, employee turnover, turnover karyawan, staff attrition, employee "
            "attrition, sales rep turnover, perputaran karyawan, tingkat perputaran karyawan, "
            "perputaran staf, tingkat perputaran staf, perputaran pegawai, "
            "employee turnover rate, staff turnover rate"
        ),
        gamed=text("Leavers are moved to another team first."),
        guard="enps",
    ),
    Metric(
        id="staff_left",
        name=text("Staff who left"),
        meaning=text("People who left the team in the period."),
        role=Role.LAGGING,
        better="down",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "staff who left, leavers, resignations, employees left, karyawan keluar, karyawan "
            "resign, pegawai keluar, jumlah karyawan keluar, staf keluar"
        ),
        gamed=text("Leavers are moved to another team first."),
        guard="enps",
    ),
    Metric(
        id="headcount",
        name=text("Sales staff"),
        meaning=text("People in the sales team at the end of the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.LAST,
        aliases=aliases(
            "headcount, sales headcount, sales staff, sales reps, number of reps, fte, staff "
            "count, employees, active reps, jumlah karyawan, karyawan, jumlah sales, tenaga "
            "penjualan, jumlah staf, jumlah pegawai, salesman aktif"
        ),
        usual_lead=(2, 6),
        gamed=text("Temporary staff are counted, or left out, as it suits."),
        guard="staff_turnover",
    ),
    Metric(
        id="vacancies",
        name=text("Open positions"),
        meaning=text("Positions not filled at the end of the period."),
        role=Role.LEADING,
        better="down",
        unit="count",
        aggregate=Aggregate.LAST,
        aliases=aliases("vacancies, open positions, open roles, lowongan, posisi kosong"),
        usual_lead=(2, 6),
        gamed=text("Positions are struck off instead of being filled."),
        guard="headcount",
    ),
    Metric(
        id="absence_rate",
        name=text("Absence rate"),
        meaning=text("Working days missed as a share of those planned."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "absence rate, absenteeism, absence, tingkat ketidakhadiran, ketidakhadiran, absensi"
        ),
        usual_lead=(1, 6),
        gamed=text("Absences are booked as days off."),
        guard="staff_turnover",
    ),
    Metric(
        id="one_on_ones",
        name=text("One-on-ones"),
        meaning=text("One-on-one talks held between leads and their people."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "one on ones, one on one, 1 on 1, 1:1, 1 on 1s, one on one meetings, pertemuan empat "
            "mata, coaching sessions, sesi coaching"
        ),
        usual_lead=(2, 6),
        gamed=text("Short talks in passing are counted."),
        guard="enps",
    ),
)
