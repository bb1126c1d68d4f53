"""The nouns of surveyed staff: what each person answered in each wave, and what was planted."""

from dataclasses import dataclass

import pandas as pd

STATEMENTS = ("clarity", "manager", "growth", "workload", "tools")
GROUPS = ("team", "manager_name", "region", "tenure")


@dataclass(frozen=True)
class SurveyTruth:
    """What was planted: what goes with recommending, who fell, and how many answered what."""

    driver: str  # the statement whose answers go with recommending
    decoy: str  # one whose answers go with nothing
    falling: str  # the team that recommends less since `fell`
    fell: str  # a wave
    counts: dict[str, tuple[int, int, int]]  # wave -> promoters, passives, detractors


@dataclass(frozen=True)
class Surveyed:
    """A company's staff and their answers, one row an answer given.

    staff: person (number), name, email, team, manager_name, region, tenure. answers: person, wave
    (2024-Q1), submitted_at (time in Jakarta), score (0-10 or missing), STATEMENTS (1-5 or missing),
    comment ("" for none).
    """

    staff: pd.DataFrame
    answers: pd.DataFrame
    truth: SurveyTruth

    @property
    def records(self) -> pd.DataFrame:
        """The answers with who gave them."""
        return self.answers.merge(self.staff, on="person", how="left")

    def only(self, wave: str) -> "Surveyed":
        """The same company with the answers of one wave."""
        held = self.answers[self.answers["wave"] == wave].reset_index(drop=True)
        return Surveyed(self.staff, held, self.truth)
