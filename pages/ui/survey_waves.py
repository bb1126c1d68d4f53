"""The waves of the surveys that are open: those that are closed, and what the newest table has.

Every figure of a survey is that of a closed wave; what is not closed is not shown.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from core.errors import Refusal
from core.people import Pulse, QuestionKind, Released, Scale, Survey, likert_choices, pulse_of
from core.people.closed import Closed, together
from core.people.closing import Standing, beside, standing
from core.people.open_waves import Open, opened, opened_unscored
from core.people.survey_said import SurveySaid
from core.tables import Table, TableKind
from core.workspace import closed_waves
from pages.ui import cache, people_kept, session, widgets
from pages.ui import opened as files


def survey_tables() -> dict[str, Table]:
    """The surveys among the tables in use, by the name the workspace keeps them under."""
    if session.workspace() is None:
        return {}
    return {
        f"{one.id}/{table.sheet}": table
        for one in files.brought()
        for table in files.used(one)
        if table.kind is TableKind.SURVEY
    }


def chosen() -> str:
    """The survey that is looked at: as chosen, else the first; "" where there is none."""
    every, wanted = survey_tables(), people_kept.surveys().chosen
    return wanted if wanted in every else next(iter(every), "")


def survey_table(survey: str = "") -> Table | None:
    """The table of a survey, of the one that is looked at unless another is named."""
    return survey_tables().get(survey or chosen())


def told(survey: str = "") -> SurveySaid:
    """What was said of it."""
    return people_kept.surveys().of(survey or chosen())


def closed(survey: str = "") -> tuple[Closed, ...]:
    """Its closed waves, the oldest first. Raises Refusal: what is kept of one is damaged."""
    every = people_kept.surveys().closed_of(survey or chosen())
    return tuple(
        session.read_once(
            (f"closed {one.digest}", one.survey),
            partial(closed_waves.closed_wave, session.store(), one),
        )
        for one in every
    )


def pulse(survey: str = "") -> Pulse | None:
    """All that was rated and written in the closed waves; None where none is closed."""
    every = closed(survey)
    return together(every, told(survey).said.reversed) if every else None


def scored(survey: str = "") -> tuple[Closed, ...]:
    """The closed waves that have eNPS, the oldest first."""
    return tuple(one for one in closed(survey) if one.released.question)


def name_of(wave: str, day: date | None) -> str:
    """What a wave is called on screen: its label, of one without any its middle day."""
    return wave or (widgets.day(day) if day else "")


def recommending() -> str:
    """The question that is scored, "" where none is."""
    return next((one.released.question for one in scored()), "")


def newest(most: int = 2) -> tuple[Released, ...]:
    """What may be shown of the newest closed waves, the oldest first."""
    return tuple(one.released for one in scored()[-most:])


def all_shown() -> tuple[tuple[Released, Survey], ...]:
    """Every wave that is shown with its answers, which only the attack on it looks at."""
    return tuple((one.released, one.survey) for one in scored())


def read_pulse(survey: str = "") -> Pulse | None:
    """All that was rated, as the newest table has it: for what is asked, never shown.

    Raises Refusal.
    """
    table, said, name = survey_table(survey), told(survey).plainly, survey or chosen()
    if table is None:
        return None
    key = ("pulse", name, said, cache.what_was_read())
    return session.read_once(key, lambda: pulse_of(table, said))


def read(survey: str = "") -> Open:
    """A survey as its newest table has it: what can be closed, never shown. Raises Refusal."""
    load = opened_unscored if unscored(survey) else opened
    return beside(_read(survey, load), closed(survey))


def unscored(survey: str = "") -> bool:
    """Whether it was closed without eNPS, or asks nothing that could be scored.

    Raises Refusal: it cannot be read.
    """
    if closed(survey):
        return not scored(survey)
    found = read_pulse(survey)
    if found is None or likert_choices(found) or not found.questions:
        return False
    try:
        _read(survey, opened)
    except Refusal:
        return all(one.kind is not QuestionKind.SCORE for one in found.questions)
    return False


def _read(survey: str, load: Callable[[Table, SurveySaid], Open]) -> Open:
    table, said, name = survey_table(survey), told(survey), survey or chosen()
    assert table is not None
    key = ("open", name, load, said.question, said.scale, said.plainly, cache.what_was_read())
    return session.read_once(key, lambda: load(table, said))


def scale() -> Scale:
    """The scale of the one that is looked at, as found or confirmed.

    Raises Refusal: it asks nothing that can be scored, or nobody can tell what.
    """
    every = scored()
    return every[-1].released.scale if every else _read("", opened).waves[-1].scale


def stands(survey: str = "") -> Standing:
    """What of it is not closed yet, and what came late. Raises Refusal."""
    found, own, today = read(survey), closed(survey), widgets.today()
    others = [each for name in _others(survey) for each in closed(name)]
    kept = tuple((one.kept.survey, one.kept.digest) for one in (*own, *others))
    said = told(survey)
    rests_on = (said.question, said.scale, said.plainly, kept, today, cache.what_was_read())
    key = ("stands", survey or chosen(), *rests_on)
    return session.read_once(key, lambda: standing(found, own, others, today))


def ready(survey: str = "") -> bool:
    """Whether all is said that its figures hang on. Raises Refusal."""
    found = read_pulse(survey)
    return bool(found and not likert_choices(found) and told(survey).scale)


def gone() -> tuple[Closed, ...]:
    """Closed waves of surveys that are not among the tables in use any more."""
    here = survey_tables()
    return tuple(each for name in _others("") if name not in here for each in closed(name))


def _others(survey: str) -> list[str]:
    """The names of the other surveys that have closed waves."""
    mine = survey or chosen()
    names = dict.fromkeys(one.survey for one in people_kept.surveys().closed)
    return [one for one in names if one != mine]
