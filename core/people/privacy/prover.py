"""The prover: attacks what a wave shows, as somebody would who knows who is in which group.

For every union of up to four cells with fewer answers than the floor, and every hidden group of so
few, it looks for a second world: the same answers dealt to other people, so that every total on
show stays as it is and the eNPS of those few does not. Where there is one, nothing that is shown
tells of them, by adding and subtracting, by bounds of whole numbers or in any other way. That holds
for the figures of everybody as well (every point, means, drivers, comments): they are the same
whoever gave which answers. Waves are apart: each of their worlds goes with any of another wave.

The search shares neither its chance nor its ways with that of the plan: worlds of the whole wave
(integer programming, HiGHS) in drawn directions, each checked against the totals on show, then one
for each union that was the same in all of them. Where none exists, the union can be worked out.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations_with_replacement, islice
from math import comb, prod
from time import monotonic

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.people.enps import Counts
from core.people.privacy.other_worlds import DRAWN, OtherWorlds
from core.people.privacy.plan import Group, rows_of
from core.people.privacy.unions import LARGEST, largest, same_in_all
from core.people.privacy.wave import Cells

_MOVED = 12  # worlds in which a small cell should differ before single unions are looked at
_SHARE = 0.5  # of the time that drawn worlds may take
_AT_ONCE = 100  # unions that are looked at before worlds are compared anew
Union = tuple[int, ...]  # places of cells


@dataclass(frozen=True)
class Attack:
    """What the attack on one wave found.

    targets: unions and groups under the floor that were attacked; computed: those that can be
    worked out, each as the cells it is made of; open: those not settled in the time given; whole:
    whether unions of more than two cells were attacked as well.
    """

    targets: int
    computed: tuple[tuple[Group, ...], ...] = ()
    open: int = 0
    whole: bool = True


@dataclass(frozen=True)
class Wave:
    """A wave as it is attacked: who is in which group, what each answered, what is on show."""

    groups: pd.DataFrame
    bands: "pd.Series[int]"
    shown: Mapping[Group, Counts]
    withheld: Sequence[Group]
    floor: int


def attacked(
    wave: Wave, seconds: float, chance: np.random.Generator, progress: Callable[[float], None]
) -> Attack:
    """Attacks a wave, for about so many seconds at most."""
    if not len(wave.groups.columns) or not wave.shown:
        return Attack(0)
    return _Attacking(wave, chance, monotonic() + seconds, seconds, progress).done()


@dataclass
class _Attacking:
    wave: Wave
    chance: np.random.Generator
    until: float
    seconds: float
    progress: Callable[[float], None]
    cells: Cells = field(init=False)
    worlds: OtherWorlds = field(init=False)
    computed: list[Union] = field(default_factory=list)
    open: list[Union] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cells = Cells.of(self.wave.groups)
        self.worlds = OtherWorlds.of(self.cells, self.wave.groups, self.wave.bands, self.wave.shown)

    def done(self) -> Attack:
        sizes = self.cells.sizes.astype(np.int64)
        small = np.flatnonzero((sizes < self.wave.floor) & ~self.worlds.exempt)
        hidden, most = self._hidden(sizes), largest(len(small))
        targets = _how_many(sizes[small], self.wave.floor) + sum(len(one) > most for one in hidden)
        self._drawn(small)
        while self._left() and (some := list(islice(self._same(small, sizes, hidden), _AT_ONCE))):
            for union in some:
                self._settle(union)
            self.progress(1 - 0.5 * self._left() / self.seconds)
        open = self.open or list(islice(self._same(small, sizes, hidden), _AT_ONCE))
        self.progress(1.0)
        named = tuple(self._named(one) for one in self.computed)
        return Attack(targets, named, len(open), most == LARGEST)

    def _drawn(self, small: npt.NDArray[np.int64]) -> None:
        """Worlds in drawn directions, until each small cell has differed in several."""
        most = _MOVED * (2 + 2 * len(self.cells.sizes) // DRAWN)
        for many in range(most):
            if self._left() < (1 - _SHARE) * self.seconds:
                return
            self.worlds.draw(self.chance, self._left())
            self.progress(0.5 * many / most)
            if (self.worlds.moved()[small] >= _MOVED).all():
                return

    def _same(
        self, small: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64], hidden: list[Union]
    ) -> Iterator[Union]:
        """Unions and hidden groups that are the same in every world so far and not yet settled."""
        marks = self.worlds.marks(self.chance)
        unions = same_in_all(marks[small], sizes[small], self.wave.floor)
        found = (tuple(int(small[at]) for at in one) for one in unions)
        for union in chain(found, hidden):
            if not self._settled(union):
                yield union

    def _settle(self, union: Union) -> None:
        """Looks for a world in which a union differs."""
        if self._settled(union) or len(self.computed) >= _AT_ONCE:
            return
        told = self.worlds.another(union, self._left())
        if told is None:
            self.open.append(union)
        elif not told:
            self.computed.append(union)

    def _settled(self, union: Union) -> bool:
        """Whether it differs in a world, or a part of it was looked for in vain already."""
        vain = any(set(one) <= set(union) for one in (*self.computed, *self.open))
        return vain or self.worlds.differ(union)

    def _left(self) -> float:
        """Seconds."""
        return max(0.0, self.until - monotonic())

    def _hidden(self, sizes: npt.NDArray[np.int64]) -> list[Union]:
        """Hidden groups of fewer than the floor, as cells, without those told by one kind."""
        found = []
        for group in self.wave.withheld:
            cells = np.unique(self.cells.place[rows_of(self.wave.groups, group)])
            known = cells[~self.worlds.exempt[cells]]
            if len(known) and sizes[cells].sum() < self.wave.floor:
                found.append(tuple(known.tolist()))
        return found

    def _named(self, union: Union) -> tuple[Group, ...]:
        """The cells of a union by the words that make them."""
        rows = [int(np.flatnonzero(self.cells.place == cell)[0]) for cell in union]
        named = [self.wave.groups.iloc[row] for row in rows]
        return tuple(tuple((str(k), str(v)) for k, v in one.items()) for one in named)


def _how_many(sizes: npt.NDArray[np.int64], floor: int) -> int:
    """How many unions of few cells hold fewer than `floor` answers."""
    there = Counter(sizes.tolist())
    return sum(
        prod(comb(there[size], n) for size, n in Counter(union).items())
        for many in range(1, largest(len(sizes)) + 1)
        for union in combinations_with_replacement(sorted(there), many)
        if sum(union) < floor
    )
