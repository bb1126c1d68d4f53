"""A company whose teams answer month by month, and from which people leave after a bad mood.

Each team's mood drifts. Its staff answers the question on recommending by that mood; its turnover
follows the mood of `lead` waves before, or, without a lead, nothing.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.worlds.exports import ExportFile

SIZES = {"Sales": 30, "Support": 24, "Field": 18, "Legal": 3}
_SCATTER = 1.6  # points of the score between people of one mood
_FROM_MOOD = 1.5  # points of the score for a step of mood
_USUAL, _LEAVING, _CHANCE = 0.03, 0.006, 0.0015  # turnover: usual, for a step of mood, by chance
_MEMORY = 0.4  # of a mood


@dataclass(frozen=True)
class Leaving:
    """Answers (wave, day, team, score), turnover (period, team, rate), and the lead planted."""

    answers: pd.DataFrame
    turnover: pd.DataFrame
    lead: int | None

    def survey(self) -> ExportFile:
        """A sheet with one row an answer."""
        return _file("survey.csv", "survey", self.answers, ("Wave", "Date", "Team", "eNPS"))

    def sheet(self) -> ExportFile:
        """Turnover of every team, one row a month and team."""
        names = ("Month", "Team", "Staff turnover")
        return _file("turnover.csv", "kpi_wide", self.turnover, names)


def left(seed: int = 0, waves: int = 60, lead: int | None = 2, step: int = 1) -> Leaving:
    """So many waves, one every `step` months; turnover for every one of those months."""
    random = np.random.default_rng(seed)
    months = pd.period_range("2020-01", periods=waves * step, freq="M")
    answers, turnover = [], []
    for team, size in SIZES.items():
        mood = _drifting(random, waves)
        follows = np.roll(mood, lead) if lead else _drifting(random, waves)
        rate = _USUAL - _LEAVING * np.repeat(follows, step) + random.normal(0, _CHANCE, len(months))
        turnover.append(pd.DataFrame({"period": months.astype(str), "team": team, "rate": rate}))
        answers += [_wave(random, months[at * step], team, (size, mood[at])) for at in range(waves)]
    told = pd.concat(turnover, ignore_index=True)
    told["rate"] = told["rate"].clip(lower=0).round(4)
    return Leaving(pd.concat(answers, ignore_index=True), told, lead)


def _drifting(random: np.random.Generator, waves: int) -> np.ndarray:
    mood = random.normal(0, 1, waves)
    for at in range(1, waves):
        mood[at] += _MEMORY * mood[at - 1]
    return mood


def _wave(
    random: np.random.Generator, month: pd.Period, team: str, of: tuple[int, float]
) -> pd.DataFrame:
    size, mood = of
    score = 7.3 + _FROM_MOOD * mood + random.normal(0, _SCATTER, size)
    day = month.start_time + pd.Timedelta(days=9)
    return pd.DataFrame(
        {
            "wave": f"{month.year}-{month.month:02d}",
            "day": day.date().isoformat(),
            "team": team,
            "score": np.clip(np.round(score), 0, 10).astype(int),
        }
    )


def _file(name: str, kind: str, rows: pd.DataFrame, headers: tuple[str, ...]) -> ExportFile:
    content = rows.set_axis(list(headers), axis=1).to_csv(index=False).encode()
    return ExportFile(name, content, kind, {}, len(rows))
