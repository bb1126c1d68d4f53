"""The words that stand beside the periods of a header: what they name, and which are goals.

“Target Leads” beside “Realisasi Leads” are two sides of one thing, Leads; “Leads” beside
“Revenue” are two things.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.tables.words import ACTUAL_NAMES, PERIOD_NAMES, TARGET_NAMES, plain

_AROUND = " -–—:/()[]|"


@dataclass(frozen=True)
class Beside:
    """What words beside a period name ("": nothing), and whether they call it a goal."""

    name: str
    goal: bool = False


def beside_of(subs: Iterable[str]) -> dict[str, Beside]:
    """The words beside the periods -> what they name; no two of them come out alike."""
    every = list(dict.fromkeys(subs))
    goals = [sub for sub in every if TARGET_NAMES.search(plain(sub))]
    came = [sub for sub in every if sub not in goals]
    wanted = {_key(_bare(goal, TARGET_NAMES)) for goal in goals}
    found: dict[str, Beside] = {}
    for sub in came:
        found[sub] = _new(Beside(_came(sub, wanted)), sub, found)
    known = {_key(one.name): one.name for one in found.values()}
    for goal in goals:
        bare = _key(_bare(goal, TARGET_NAMES))
        if bare == "" and bare not in known and len(came) == 1:
            bare = _key(found[came[0]].name)
        one = Beside(known[bare], goal=True) if bare in known else Beside(goal)
        found[goal] = _new(one, goal, found)
    return {sub: found[sub] for sub in every}


def _came(sub: str, wanted: set[str]) -> str:
    """What words name that are no goal; “Realisasi Leads” is Leads where a goal for it stands."""
    if not sub or _period_only(sub):
        return ""
    bare = _bare(sub, ACTUAL_NAMES)
    return bare if bare == "" or _key(bare) in wanted else sub


def _period_only(sub: str) -> bool:
    return bool(PERIOD_NAMES.fullmatch(plain(sub)))


def _new(one: Beside, sub: str, found: dict[str, Beside]) -> Beside:
    """What the words name, or the words themselves where others have that name already."""
    taken = {(_key(each.name), each.goal) for each in found.values()}
    return Beside(sub) if (_key(one.name), one.goal) in taken else one


def _bare(sub: str, names: "re.Pattern[str]") -> str:
    """The words without those that call them a goal, or what came of it."""
    kept = [word for word in sub.split() if not names.fullmatch(plain(word.strip(_AROUND)))]
    return " ".join(kept).strip(_AROUND)


def _key(name: str) -> str:
    return plain(name)
