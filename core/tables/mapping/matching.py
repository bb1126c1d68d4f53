"""One consistent assignment of columns to the fields of one kind: no field twice, none forced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from core.language import Text
from core.tables.mapping.fitting import fit, spoken_for
from core.tables.mapping.likeness import common_start, likeness
from core.tables.mapping.model import DECOY, Field, Kind, Shape
from core.tables.mapping.profile import TIMES, Profile
from core.tables.mapping.senses import Token, tokens
from core.tables.mapping.vocabulary.shared import DECOYS

ENOUGH = 0.5  # the least a column must score to be taken for a field
NEARLY = 0.4  # from here on a column that was left is named as doubtful
ONCE_EACH = 0.6  # what a field is worth that differs on every row though it should not
REGRET = 0.3  # how far below its best field a column may be placed
ALIKE = 0.03  # two columns this near to each other for one field: the person should look
ALWAYS_NEW = 0.98  # share of different cells from which they are no repeats
ONLY_DATE = 0.6  # what being the only column of dates is worth
DATE: Token = frozenset({"date"})


@dataclass(frozen=True)
class Match:
    """A column's place in a kind: its field, how surely, and what name or cells alone are worth."""

    field: Field
    score: float
    named: float
    spoken: float = 0.0
    reason: Text | None = None  # where neither name nor cells alone gave it


@dataclass(frozen=True)
class Matches:
    """Columns matched with the fields of one kind, by place."""

    kind: Kind
    fields: Mapping[int, Match]
    decoys: frozenset[int]  # columns known and not needed
    doubtful: Mapping[int, Field]  # columns left though one field nearly fits
    rivals: Mapping[int, int]  # column -> another that fits its field as well


def match(columns: Sequence[Profile], kind: Kind, said: Mapping[int, str]) -> Matches:
    """The best assignment; columns the person spoke of are not asked again."""
    free = [i for i in range(len(columns)) if i not in said]
    fields = [one for one in kind.fields if one.id != DECOY and one.id not in set(said.values())]
    own = {one.id: one for one in kind.fields}
    fixed = {i: Match(own[id], 1.0, 1.0) for i, id in said.items() if id in own}
    headers = {i: _header(columns[i]) for i in free}
    common = common_start([tokens(one.name) for one in columns])
    names = np.array(
        [[likeness(headers[i], field, kind, common) for field in fields] for i in free]
    ).reshape(len(free), len(fields))
    scores = _scores(names, fields, [columns[i] for i in free], kind)
    only = _only_dates(columns, free)
    if only is not None:
        at = next((at for at, field in enumerate(fields) if field.id == kind.date), None)
        if at is not None:
            scores[only, at] = max(scores[only, at], ONLY_DATE)
    aside = np.array([_aside(headers[i], columns[i], kind, common) for i in free])
    placed = _placed(scores, aside)
    found = {
        free[row]: Match(
            fields[at],
            float(scores[row, at]),
            float(names[row, at]),
            spoken_for(fields[at], columns[free[row]]),
        )
        for row, at in placed.items()
    }
    left = [row for row in range(len(free)) if row not in placed]
    return Matches(
        kind,
        fixed | found,
        frozenset(free[row] for row in left if aside[row] >= ENOUGH),
        {free[row]: fields[at] for row, at in _nearly(scores, aside, left, set(placed.values()))},
        {free[row]: free[other] for row, other in _rivals(scores, placed, left)},
    )


def _scores(
    names: np.ndarray, fields: Sequence[Field], columns: Sequence[Profile], kind: Kind
) -> np.ndarray:
    """What each column is worth for each field, its name and its cells taken together."""
    found = np.array(
        [
            [_score(names[row, at], field, one) for at, field in enumerate(fields)]
            for row, one in enumerate(columns)
        ]
    ).reshape(len(columns), len(fields))
    always_new = np.array([one.once > ALWAYS_NEW for one in columns], dtype=bool)
    never = np.array([one.id == kind.many for one in fields], dtype=bool)
    found[np.ix_(always_new, never)] *= ONCE_EACH
    return found


def _only_dates(columns: Sequence[Profile], free: Sequence[int]) -> int | None:
    """The row of the table's only column of dates."""
    dated = [i for i, one in enumerate(columns) if one.type in TIMES]
    return free.index(dated[0]) if len(dated) == 1 and dated[0] in free else None


def _header(one: Profile) -> tuple[Token, ...]:
    """The senses of a header; a column of dates is one of dates though its name omits it."""
    found = tokens(one.name)
    dated = any("date" in token for token in found)
    return found if dated or one.type not in TIMES else (*found, DATE)


def _score(named: float, field: Field, one: Profile) -> float:
    """What the name is worth with these cells, or the cells alone."""
    return 1 - (1 - named * fit(field, one)) * (1 - spoken_for(field, one))


def _aside(header: tuple[Token, ...], one: Profile, kind: Kind, common: frozenset[Token]) -> float:
    """How well a column is one of those that no field needs."""
    own = tuple(field for field in kind.fields if field.id == DECOY)
    return max(
        likeness(header, field, kind, common) * max(0.6, fit(field, one))
        for field in (*own, *DECOYS)
    )


def _placed(scores: np.ndarray, aside: np.ndarray) -> dict[int, int]:
    """Row -> field, by the largest sum of cubes; a row may stay aside instead."""
    if not scores.size:
        return {}
    rows, count = scores.shape
    bar = np.maximum(ENOUGH, aside - 0.02)
    best = np.maximum(scores.max(axis=1), bar)
    allowed = (scores >= bar[:, None]) & (scores >= best[:, None] - REGRET)
    gains = np.full((rows, count + rows), -1e6)
    gains[:, :count] = np.where(allowed, scores**3, -1e6)
    gains[np.arange(rows), count + np.arange(rows)] = ENOUGH**3 - 1e-9
    chosen = linear_sum_assignment(gains, maximize=True)
    return {int(row): int(at) for row, at in zip(*chosen, strict=True) if at < count}


def _nearly(
    scores: np.ndarray, aside: np.ndarray, left: Sequence[int], taken: set[int]
) -> list[tuple[int, int]]:
    """Rows left aside that nearly fit a field nobody took."""
    found = []
    for row in left:
        open_now = [at for at in range(scores.shape[1]) if at not in taken]
        at = max(open_now, key=lambda at: scores[row, at], default=None)
        if at is not None and scores[row, at] >= max(NEARLY, aside[row]):
            found.append((row, at))
    return found


def _rivals(
    scores: np.ndarray, placed: Mapping[int, int], left: Sequence[int]
) -> list[tuple[int, int]]:
    """Rows whose field another row left aside fits as well."""
    found = []
    for row, at in placed.items():
        near = [other for other in left if scores[other, at] > scores[row, at] - ALIKE]
        if near:
            found.append((row, near[0]))
    return found


def is_numeric(field: Field) -> bool:
    """Whether a field holds figures."""
    return field.shape in (Shape.NUMBER, Shape.PERCENT, Shape.DURATION, Shape.SCORE)
