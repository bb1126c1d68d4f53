"""When a pulse survey is asked next."""

from datetime import date, timedelta

from core.people.months import months_later
from core.people.pulse_template import Rhythm

_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}


def waves(first: date, rhythm: Rhythm, today: date, n: int = 4) -> tuple[date, ...]:
    """The next n days on which it is asked, today among them; none before the first.

    A month too short for the day of the first wave has it on its last day.
    """
    found, at = list[date](), _turn_before(first, rhythm, today)
    while len(found) < n:
        if (day := _wave(first, rhythm, at)) >= max(first, today):
            found.append(day)
        at += 1
    return tuple(found)


def _turn_before(first: date, rhythm: Rhythm, today: date) -> int:
    """A turn whose wave is not after today, near enough to count on from."""
    days = 7 if rhythm is Rhythm.WEEKLY else 31 * _MONTHS[rhythm]
    return max(0, (today - first).days // days)


def _wave(first: date, rhythm: Rhythm, turn: int) -> date:
    if rhythm is Rhythm.WEEKLY:
        return first + timedelta(weeks=turn)
    return months_later(first, _MONTHS[rhythm] * turn)
