"""Who had the one-on-one that was due: the share of each team, and who waits for one.

Somebody is covered on a day when the last meeting until then is not older than the team's rhythm: 7
days, 14 days, or the same day of the month before. All who ever met and all on the roster count,
until they leave.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from core.people.months import months_later
from core.people.one_on_ones import Cadence, Meeting, Member, OneOnOnes, folded

_DAYS = {Cadence.WEEKLY: 7, Cadence.EVERY_TWO_WEEKS: 14}


@dataclass(frozen=True)
class Standing:
    """One person: who they meet, when they last did, until when the next one was due."""

    person: str
    leader: str
    team: str
    last: date | None  # None: never
    due: date | None  # None: never met, due at once
    overdue: bool


@dataclass(frozen=True)
class TeamCoverage:
    """A team on a day: how many of its people met within its rhythm."""

    team: str
    cadence: Cadence
    since: date  # first day of its last turn
    n: int  # people
    covered: int  # of them, who met within the rhythm
    never: int  # of them, who never met
    minutes: float | None  # median length of the meetings of the last turn that say it
    timed: int  # meetings behind it

    @property
    def share(self) -> float:
        """The fraction of people who met within the rhythm."""
        return self.covered / self.n


@dataclass(frozen=True)
class Coverage:
    """All teams on a day, by name, and everybody, the longest waiting first."""

    as_of: date
    teams: tuple[TeamCoverage, ...]
    people: tuple[Standing, ...]

    @property
    def overdue(self) -> tuple[Standing, ...]:
        """Who waits: those who never met, then by the day on which it was due."""
        return tuple(one for one in self.people if one.overdue)


def known_until(talks: OneOnOnes, today: date) -> date:
    """The newest day that a meeting tells of, never after today; today where there is none."""
    return max((one.on for one in talks.meetings if one.on <= today), default=today)


def coverage(talks: OneOnOnes, as_of: date, today: date) -> Coverage:
    """Coverage on a day, never later than today."""
    day = min(as_of, today)
    held = sorted((one for one in talks.meetings if one.on <= day), key=lambda one: one.on)
    last = {folded(one.person): one.on for one in held}
    people = [
        _standing(one, last.get(folded(one.person)), talks, day)
        for one in _roster(held, talks.roster, day)
    ]
    ordered = sorted(people, key=lambda one: (one.due or date.min, folded(one.person)))
    teams = {folded(one.team): one.team for one in reversed(ordered)}
    found = (
        _of_team(teams[key], talks.cadence(teams[key]), (ordered, held), day)
        for key in sorted(teams)
    )
    return Coverage(day, tuple(found), tuple(ordered))


def due_after(last: date, cadence: Cadence) -> date:
    """The last day on which the next meeting is in time."""
    if cadence in _DAYS:
        return last + timedelta(days=_DAYS[cadence])
    return months_later(last, 1)


def _roster(held: Iterable[Meeting], roster: Iterable[Member], day: date) -> list[Member]:
    """Everybody known on that day: as the roster says, else as their last meeting does."""
    known = {folded(one.person): Member(one.person, one.leader, one.team) for one in held}
    for one in roster:
        met = known.get(folded(one.person))
        team, leader = (met.team, met.leader) if met else ("", "")
        known[folded(one.person)] = Member(
            one.person, one.leader or leader, one.team or team, one.left
        )
    return [one for one in known.values() if one.left is None or day < one.left]


def _standing(one: Member, last: date | None, talks: OneOnOnes, day: date) -> Standing:
    due = due_after(last, talks.cadence(one.team)) if last else None
    return Standing(one.person, one.leader, one.team, last, due, due is None or day > due)


def _of_team(
    team: str, cadence: Cadence, known: tuple[list[Standing], list[Meeting]], day: date
) -> TeamCoverage:
    people = [one for one in known[0] if folded(one.team) == folded(team)]
    names = {folded(one.person) for one in people}
    since = _turn(day, cadence)
    lengths = [
        one.minutes
        for one in known[1]
        if one.on >= since and one.minutes is not None and folded(one.person) in names
    ]
    return TeamCoverage(
        team,
        cadence,
        since,
        n=len(people),
        covered=sum(not one.overdue for one in people),
        never=sum(one.last is None for one in people),
        minutes=float(median(lengths)) if lengths else None,
        timed=len(lengths),
    )


def _turn(day: date, cadence: Cadence) -> date:
    """The first day from which a meeting covers that day."""
    if cadence in _DAYS:
        return day - timedelta(days=_DAYS[cadence])
    back = months_later(day, -1)
    return back if due_after(back, cadence) >= day else back + timedelta(days=1)
