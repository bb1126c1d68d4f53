"""Leaks of what surveys show: the attack on everything that any screen, filter or export gives.

Of random surveys of several waves everything is gathered that somebody could get hold of: by the
command line with every column, every two of them and several floors, by the page (every group, the
trend, the agenda), in JSON. Then all of it together is attacked.

    python -m benchmarks.releases [surveys] [seconds a wave] [first seed]
"""

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from core.__main__ import main as command
from core.errors import Refusal
from core.metrics.records import BETWEEN
from core.people import Counts, Released, Score, Survey, released, surveys_of
from core.people.enps import bands
from core.people.privacy.plan import EVERYBODY, Group, Why
from core.people.privacy.prover import Attack, Wave, attacked
from core.people.signals import team_signals
from core.tables import Answers, read

ASKED = "How likely are you to recommend us as a place to work? (0-10)"
WAVES = ("2025-03", "2025-06", "2025-09")
COLUMNS = ("Team", "Region", "Tenure", "Level")
FLOORS = (5, 7, 10)
Seen = dict[tuple[str, Group], Counts]


def survey(seed: int) -> bytes:
    """A survey of one to three waves, 20 to 150 answers each, two to four columns, even or not."""
    chance = np.random.default_rng(seed)
    columns = COLUMNS[: int(chance.integers(2, 5))]
    words = [int(chance.integers(2, 8)) for _ in columns]
    mix = chance.dirichlet((3, 2, 2))
    lines = [",".join(("Timestamp", *columns, ASKED))]
    for wave in WAVES[: int(chance.integers(1, 4))]:
        for _ in range(int(chance.integers(20, 151))):
            said = [
                f"{name} {_word(chance, many, even=seed % 2 == 0)}"
                for name, many in zip(columns, words, strict=True)
            ]
            kind = chance.choice(3, p=mix)
            score = int(chance.choice(([9, 10], [7, 8], range(7))[kind]))
            lines.append(",".join((f"{wave}-{chance.integers(1, 28):02d}", *said, str(score))))
    return "\n".join(lines).encode()


def _word(chance: np.random.Generator, many: int, *, even: bool) -> int:
    return int(chance.integers(many)) if even else min(many - 1, int(chance.pareto(1.0)))


def by_command(content: bytes, floors: tuple[int, ...] = FLOORS) -> Seen:
    """All that the command line prints of a survey."""
    seen: Seen = {}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "survey.csv"
        file.write_bytes(content)
        every = _surveys(content)
        names = [str(one) for one in every[-1].groups.columns]
        for floor in floors:
            for wave in every:
                for asked in (*((one,) for one in names), *combinations(names, 2)):
                    more = [word for one in asked for word in ("--by", one)]
                    told = _printed(file, [*more, "--min-group", str(floor)], wave.wave)
                    for group, one in _groups(told):
                        _add(seen, (wave.wave, group), one)
                    for one in told["waves"]:
                        _add(seen, (one["wave"], EVERYBODY), one)
    return seen


def _printed(file: Path, more: list[str], wave: str) -> dict:
    said = io.StringIO()
    named = ["--wave", wave] if wave else []
    with contextlib.redirect_stdout(said):
        assert command(["enps", str(file), "--json", *named, *more]) == 0
    return json.loads(said.getvalue())


def _groups(told: dict) -> Iterator[tuple[Group, dict]]:
    yield EVERYBODY, told["overall"]
    for one in told["groups"]:
        columns, words = one["by"].split(BETWEEN), one["group"].split(BETWEEN)
        yield tuple(zip(columns, words, strict=True)), one


def _add(seen: Seen, key: tuple[str, Group], told: dict) -> None:
    """Keeps a figure. Raises AssertionError where the same was told otherwise before."""
    if "withheld" not in told:
        counts = Counts(told["promoters"], told["passives"], told["detractors"])
        assert seen.setdefault(key, counts) == counts, key


def by_page(every: list[Released]) -> Seen:
    """All that a page shows of waves: groups, crossings, the trend, the agenda of each team."""
    seen: Seen = {}
    for at, one in enumerate(every):
        asked = (*((name,) for name in one.divides), *combinations(one.divides, 2))
        for columns in asked:
            with contextlib.suppress(Refusal):
                for group, figure in one.by(columns).items():
                    _see(seen, (one.wave, group), figure)
        _see(seen, (one.wave, EVERYBODY), one.overall)
        for column in one.divides:
            for ((_, team),) in one.by([column]):
                figure, whole = (each.now for each in team_signals(every[: at + 1], column, team))
                _see(seen, (one.wave, ((column, team),)), figure)
                _see(seen, (one.wave, EVERYBODY), whole)
    return seen


def _see(seen: Seen, key: tuple[str, Group], figure: object) -> None:
    if isinstance(figure, Score):
        assert seen.setdefault(key, figure.counts) == figure.counts, key


def _surveys(content: bytes) -> tuple[Survey, ...]:
    table = read(content, "survey.csv", Answers(kinds={"": "survey"})).tables[0]
    return surveys_of(table)


@dataclass(frozen=True)
class Found:
    """What one survey gave: attacks by wave, groups on show, groups of five or more."""

    attacks: list[Attack]
    shown: int
    enough: int
    figures: int


def attack(content: bytes, seconds: float, *, command_line: bool) -> Found:
    """Attacks all that is seen of a survey by everybody together."""
    waves = _surveys(content)
    every = [released(one, floor) for floor in FLOORS for one in waves]
    normal = every[: len(waves)]
    seen = by_page(normal)
    for floor in range(1, len(FLOORS)):
        for key, counts in by_page(every[floor * len(waves) : (floor + 1) * len(waves)]).items():
            assert seen.setdefault(key, counts) == counts, key
    if command_line:
        for key, counts in by_command(content).items():
            assert seen.setdefault(key, counts) == counts, key
    chance = np.random.default_rng(len(content))
    attacks = [
        attacked(_wave(one, seen, plan), seconds, chance, lambda share: None)
        for one, plan in zip(waves, normal, strict=True)
    ]
    why = [one for plan in normal for one in plan.plan.withheld.values()]
    shown = sum(len(plan.plan.shown) for plan in normal)
    return Found(attacks, shown, shown + why.count(Why.SUBTRACTION), len(seen))


def _wave(one: Survey, seen: Seen, plan: Released) -> Wave:
    shown = {group: counts for (wave, group), counts in seen.items() if wave == one.wave}
    told: pd.Series = bands(one.answers, one.scale)
    return Wave(one.groups, told, shown, list(plan.plan.withheld), plan.plan.floor)


def main() -> None:
    """Attacks many surveys and prints what was found."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    seeds = range(first, first + many)
    every = [attack(survey(seed), seconds, command_line=seed % 20 == 0) for seed in seeds]
    attacks = [one for found in every for one in found.attacks]
    shown, enough = sum(one.shown for one in every), sum(one.enough for one in every)
    print(f"| surveys | {many:,} |\n|---|---|\n| waves | {len(attacks):,} |")
    print(f"| figures seen by anybody | {sum(one.figures for one in every):,} |")
    print(f"| unions of fewer than 5 attacked | {sum(one.targets for one in attacks):,} |")
    print(f"| worked out | {sum(len(one.computed) for one in attacks)} |")
    print(f"| not settled in {seconds:g} s a wave | {sum(one.open for one in attacks)} |")
    print(f"| groups of 5 or more on show | {shown:,} of {enough:,}: {shown / enough:.1%} |")


if __name__ == "__main__":
    main()
