"""Groups that lie within each other or apart: what they isolate can be said without a search.

In such a family every answer belongs to the smallest group shown that holds it. What totals of the
groups give is made of these remainders, so nothing under the floor is given away when each of them
is empty or holds `floor` answers at least.
"""

import numpy as np
import numpy.typing as npt

Members = npt.NDArray[np.bool_]


def nested(members: Members, floor: int) -> list[int]:
    """The places of groups that may be shown together, taken in order; groups x answers."""
    shown: list[int] = []
    for at in range(len(members)):
        if _fits(members, at, shown) and _remain(members[[*shown, at]], floor):
            shown.append(at)
    return shown


def _fits(members: Members, at: int, shown: list[int]) -> bool:
    """Whether a group lies within, around or apart from each of those shown."""
    for other in shown:
        both = members[at] & members[other]
        if both.any() and (both != members[at]).any() and (both != members[other]).any():
            return False
    return True


def _remain(members: Members, floor: int) -> bool:
    """Whether the remainder of each group is empty or large enough."""
    sizes = members.sum(axis=1)
    smallest = np.argmin(np.where(members, sizes[:, None], members.shape[1] + 1), axis=0)
    counts = np.bincount(smallest[members.any(axis=0)], minlength=len(members))
    return bool(((counts == 0) | (counts >= floor)).all())
