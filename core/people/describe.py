"""What may be shown of a survey as plain data: what `enps --json` prints (design.md, section 3)."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from core.language import Language
from core.metrics.records import BETWEEN
from core.people.enps import Score
from core.people.privacy.plan import Group
from core.people.released import Released, Withheld


def describe(
    found: Released,
    by: Sequence[str],
    language: Language = "en",
    waves: Sequence[Released] = (),
) -> dict[str, Any]:
    """Everybody and the groups of each column named, and of two of them crossed where planned.

    waves: everybody in each wave, oldest first; empty where the survey has one only.
    """
    by = [found.group_named(one) for one in by]
    return {
        "question": found.question,
        "scale": found.scale.name,
        "overall": _told(found.overall, language),
        "groups": [
            {**_named(group), **_told(one, language)}
            for columns in _asked(found, by)
            for group, one in found.by(columns).items()
        ],
        "wave": found.wave,
        "waves": [
            {"wave": one.wave, **_told(one.overall, language)}
            for one in (waves if len(waves) > 1 else ())
        ],
        "out_of_scale": found.outside,
        "min_group": found.plan.floor,
        "notices": [one.to(language) for one in found.notices],
    }


def _asked(found: Released, by: Sequence[str]) -> list[tuple[str, ...]]:
    names = [found.column_named(one) for one in by]
    pairs = [found.in_order(one) for one in combinations(names, 2)]
    planned = {tuple(name for name, _ in group) for group in found.figures}
    return [*((one,) for one in names), *(one for one in pairs if one in planned)]


def _named(group: Group) -> dict[str, str]:
    names, words = zip(*group, strict=True)
    return {"by": BETWEEN.join(names), "group": BETWEEN.join(words)}


def _told(one: Score | Withheld, language: Language) -> dict[str, Any]:
    if isinstance(one, Withheld):
        return {"withheld": one.reason.to(language)}
    return {
        "score": one.value,
        "low": one.low,
        "high": one.high,
        "n": one.counts.n,
        "promoters": one.counts.promoters,
        "passives": one.counts.passives,
        "detractors": one.counts.detractors,
    }
