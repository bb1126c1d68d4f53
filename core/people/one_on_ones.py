"""One-on-ones: who met whom on which day, and how often they are to meet. Never what was said.

What people tell each other stays between them: a meeting is two names, a team, a day and its
length. There is no field for words, and long “names” are refused.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from core.errors import Refusal
from core.language import Text, text

ABOUT = 60  # minutes that a one-on-one lasts, more or less
LONGEST_NAME = 60  # letters
MOST_MINUTES = 600
MOST_MEETINGS = 20_000


class Cadence(StrEnum):
    """How often a leader and each person of the team meet."""

    WEEKLY = "weekly"
    EVERY_TWO_WEEKS = "every_two_weeks"
    MONTHLY = "monthly"


USUAL = Cadence.EVERY_TWO_WEEKS


@dataclass(frozen=True)
class Meeting:
    """Two people who met on a day; team: of the person, leader: "" where nobody said."""

    person: str
    leader: str
    team: str
    on: date
    minutes: int | None = None


@dataclass(frozen=True)
class Member:
    """Somebody who is to have one-on-ones, until the day of leaving."""

    person: str
    leader: str
    team: str
    left: date | None = None


@dataclass(frozen=True)
class OneOnOnes:
    """All that is kept: meetings in the order of their days, people, and how often by team."""

    meetings: tuple[Meeting, ...] = ()
    roster: tuple[Member, ...] = ()
    cadences: Mapping[str, Cadence] = field(default_factory=dict)  # folded team ->, where chosen

    def cadence(self, team: str) -> Cadence:
        """How often a team is to meet."""
        return self.cadences.get(folded(team), USUAL)


Change = Callable[[OneOnOnes], OneOnOnes]


def folded(name: str) -> str:
    """What two ways of writing a name share."""
    return " ".join(name.casefold().split())


def tidy(name: str) -> str:
    """A name without needless blanks."""
    return " ".join(name.split())


def met(one: Meeting, today: date) -> Change:
    """One more meeting; a leader or a team left out are as the person's last meeting had them.

    Raises Refusal: no name, twice the same, a day to come, an odd length.
    """
    typed = replace(one, person=tidy(one.person), leader=tidy(one.leader), team=tidy(one.team))

    def change(talks: OneOnOnes) -> OneOnOnes:
        tidied = _completed(typed, talks)
        why = wrong(tidied, today)
        if why is not None:
            raise why
        return taken_in([tidied])(talks)

    return change


def _completed(one: Meeting, talks: OneOnOnes) -> Meeting:
    known: list[Meeting | Member] = [*talks.meetings, *talks.roster]
    mine = [each for each in known if folded(each.person) == folded(one.person)]
    leader = next((each.leader for each in reversed(mine) if each.leader), "")
    team = next((each.team for each in reversed(mine) if each.team), "")
    return replace(one, leader=one.leader or leader, team=one.team or team)


def wrong(one: Meeting, today: date) -> Refusal | None:
    """Why a meeting cannot be kept, if so."""
    if not one.person:
        return Refusal(text("It is not said who met."), text("Give the name of the person."))
    if max(len(one.person), len(one.leader), len(one.team)) > LONGEST_NAME:
        return _too_long()
    if folded(one.person) == folded(one.leader):
        return Refusal(
            text("“{name}” cannot meet themselves.", name=one.person),
            text("Give the names of two people."),
        )
    if one.on > today:
        return Refusal(
            text("{day} is still to come.", day=one.on),
            text("Write a one-on-one down once it was held."),
        )
    if one.minutes is not None and not 0 < one.minutes <= MOST_MINUTES:
        return Refusal(
            text("A one-on-one of {n} minutes is not kept.", n=one.minutes),
            text("Give 1 to {most} minutes, or none.", most=MOST_MINUTES),
        )
    return None


def taken_in(meetings: Iterable[Meeting]) -> Change:
    """More meetings; the same two people on the same day are one meeting, as told last.

    Raises Refusal: more than can be kept.
    """
    new = {_key(one): one for one in meetings}

    def change(talks: OneOnOnes) -> OneOnOnes:
        every = {**{_key(one): one for one in talks.meetings}, **new}
        if len(every) > MOST_MEETINGS:
            raise Refusal(
                text("At most {most} one-on-ones are kept.", most=MOST_MEETINGS),
                text("Bring those of the last year."),
            )
        ordered = sorted(every.values(), key=lambda one: (one.on, *_key(one)))
        return replace(talks, meetings=tuple(ordered))

    return change


def not_met(one: Meeting) -> Change:
    """Without that meeting."""
    return lambda talks: replace(
        talks, meetings=tuple(each for each in talks.meetings if _key(each) != _key(one))
    )


def on_roster(one: Member) -> Change:
    """Somebody who is to have one-on-ones, or who leaves. Raises Refusal: no name, a long one."""
    kept = replace(one, person=tidy(one.person), leader=tidy(one.leader), team=tidy(one.team))
    if not kept.person:
        raise Refusal(text("The person has no name."), text("Give the name of the person."))
    if max(len(kept.person), len(kept.leader), len(kept.team)) > LONGEST_NAME:
        raise _too_long()

    def change(talks: OneOnOnes) -> OneOnOnes:
        others = [one for one in talks.roster if folded(one.person) != folded(kept.person)]
        before = next((one for one in talks.roster if one not in others), kept)
        leader, team = kept.leader or before.leader, kept.team or before.team
        return replace(talks, roster=(*others, replace(kept, leader=leader, team=team)))

    return change


def every(team: str, cadence: Cadence) -> Change:
    """How often that team is to meet."""
    return lambda talks: replace(talks, cadences={**talks.cadences, folded(team): cadence})


CADENCES: dict[Cadence, Text] = {
    Cadence.WEEKLY: text("every week"),
    Cadence.EVERY_TWO_WEEKS: text("every two weeks"),
    Cadence.MONTHLY: text("every month"),
}


def _too_long() -> Refusal:
    return Refusal(
        text("A name is longer than {most} letters.", most=LONGEST_NAME),
        text("Give names only: nothing of what was said is kept."),
    )


def _key(one: Meeting) -> tuple[str, str, date]:
    return folded(one.person), folded(one.leader), one.on
