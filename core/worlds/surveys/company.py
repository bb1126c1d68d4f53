"""A company whose staff is asked every quarter; the same seed, the same answers."""

import numpy as np
import pandas as pd

from core.worlds.people import persons
from core.worlds.surveys.model import STATEMENTS, Surveyed, SurveyTruth

TEAMS = {"Sales": 34, "Support": 27, "Product": 24, "Finance": 13, "Field": 18, "Legal": 4}
REGIONS = ("Jakarta", "Surabaya", "Medan", "Makassar")
TENURES = ("less than 1 year", "1-3 years", "4-6 years", "more than 6 years")
WAVES, FIRST = 8, "2024Q1"
DRIVER, DECOY, FALLING, FELL = "manager", "tools", "Support", 5  # from the sixth wave on
_WITH_DRIVER, _OWN = 1.9, 1.1  # points of the score for a step of the driver; its own scatter
_FALL = 2.6
_ANSWER, _SKIPPED, _COMMENTED = 0.8, 0.03, 0.35
_PRAISE = ("People help each other.", "I can decide on my own work.", "Good training this year.")
_COMPLAINT = (
    "Too many reports.",
    "Shifts change at the last moment.",
    "Nobody answers my questions.",
)


def surveyed(seed: int = 1) -> Surveyed:
    """120 people, eight quarters, one question on recommending, five statements, a comment."""
    random = np.random.default_rng(seed)
    staff = _staff(random)
    waves = [str(one) for one in pd.period_range(FIRST, periods=WAVES, freq="Q")]
    every = [_wave(random, staff, at, f"{wave[:4]}-{wave[4:]}") for at, wave in enumerate(waves)]
    answers = pd.concat(every, ignore_index=True)
    truth = SurveyTruth(DRIVER, DECOY, FALLING, str(every[FELL]["wave"].iloc[0]), _counts(answers))
    return Surveyed(staff, answers, truth)


def _staff(random: np.random.Generator) -> pd.DataFrame:
    teams = np.repeat(list(TEAMS), list(TEAMS.values()))
    names = persons(len(teams) + 2 * len(TEAMS))
    leads = {team: names[len(teams) + 2 * at : len(teams) + 2 * at + 2]
             for at, team in enumerate(TEAMS)}  # fmt: skip
    second = random.random(len(teams)) < 0.45
    people = pd.DataFrame({"person": np.arange(1, len(teams) + 1), "name": names[: len(teams)]})
    people["email"] = people["name"].str.lower().str.replace(" ", ".") + "@company.example"
    people["team"] = teams
    people["manager_name"] = [
        leads[t][int(s and TEAMS[t] > 20)] for t, s in zip(teams, second, strict=True)
    ]
    people["region"] = random.choice(REGIONS, len(teams), p=(0.45, 0.25, 0.18, 0.12))
    people["tenure"] = random.choice(TENURES, len(teams), p=(0.2, 0.35, 0.25, 0.2))
    return people


def _wave(random: np.random.Generator, staff: pd.DataFrame, at: int, wave: str) -> pd.DataFrame:
    here = staff[random.random(len(staff)) < _ANSWER]
    count = len(here)
    ratings = {one: random.integers(1, 6, count).astype(float) for one in STATEMENTS}
    score = 7.0 + _WITH_DRIVER * (ratings[DRIVER] - 3) / 1.4 + random.normal(0, _OWN, count)
    score -= _FALL * ((here["team"] == FALLING).to_numpy() & (at >= FELL))
    score = np.clip(np.round(score), 0, 10)
    start = pd.Period(wave.replace("-", "")).start_time + pd.Timedelta(days=33)
    moments = start + pd.to_timedelta(random.integers(8 * 3600, 9 * 86400, count), unit="s")
    found = pd.DataFrame(
        {"person": here["person"].to_numpy(), "wave": wave, "submitted_at": moments}
    )
    found["score"] = np.where(random.random(count) < _SKIPPED, np.nan, score)
    for name, points in ratings.items():
        found[name] = np.where(random.random(count) < _SKIPPED, np.nan, points)
    found["comment"] = _comments(random, score)
    return found.sort_values("submitted_at", ignore_index=True)


def _comments(random: np.random.Generator, score: np.ndarray) -> list[str]:
    said = random.random(len(score)) < _COMMENTED
    words = [str(random.choice(_PRAISE if one >= 7 else _COMPLAINT)) for one in score]
    return [word if one else "" for word, one in zip(words, said, strict=True)]


def _counts(answers: pd.DataFrame) -> dict[str, tuple[int, int, int]]:
    return {
        str(wave): (
            int((one["score"] >= 9).sum()),
            int(one["score"].between(7, 8).sum()),
            int((one["score"] <= 6).sum()),
        )
        for wave, one in answers.groupby("wave")
    }
