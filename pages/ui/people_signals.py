"""What the closed waves of the surveys give to the panel; nothing that is not closed."""

from functools import partial

from core.errors import Place
from core.people.answers.asking import are_answers
from core.people.answers.of_staff import asks_customers, may_be_of_staff
from core.people.closed import Closed, together
from core.people.results import results
from core.people.series import StaffSurvey, staff_survey
from core.people.survey_said import Surveys
from core.tables import Table, TableKind
from core.workspace import closed_waves
from pages.ui import opened, session


def read_with() -> str:
    """All that they rest on: the closed waves, and the questions turned round."""
    kept = _kept()
    return repr(
        [
            (name, [one.digest for one in kept.closed_of(name)], kept.of(name).reversed)
            for name in surveys_in_use()
        ]
    )


def surveys() -> dict[str, StaffSurvey]:
    """The surveys in use that have closed waves, by name. Raises Refusal: one kept is damaged."""
    return {name: _survey(name, table) for name, table in surveys_in_use().items()}


def others() -> list[Table]:
    """The tables in use that are none of those surveys, and no other answers of staff.

    Figures of these are shown where they are protected, and nowhere else.
    """
    mine = [id(one) for one in surveys_in_use().values()]
    return [
        table
        for one in opened.brought()
        for table in opened.used(one)
        if id(table) not in mine and not _of_staff(table)
    ]


def _of_staff(table: Table) -> bool:
    return are_answers(table) and may_be_of_staff(table)


def surveys_in_use() -> dict[str, Table]:
    """Their newest tables, by the name the workspace keeps a survey under; none of customers."""
    found = {}
    for one in opened.brought():
        for table in opened.used(one):
            name = f"{one.id}/{table.sheet}"
            closed = _kept().closed_of(name) if table.kind is TableKind.SURVEY else ()
            if closed and not asks_customers(table, closed[-1].question):
                found[name] = table
    return found


def _survey(name: str, table: Table) -> StaffSurvey:
    every = _closed(name)
    question = next((one.released.question for one in every if one.released.question), "")
    told = results(together(every, frozenset(_kept().of(name).reversed)), question)
    return staff_survey(Place(table.source, table.sheet), [one.released for one in every], told)


def _closed(name: str) -> tuple[Closed, ...]:
    return tuple(
        session.read_once(
            (f"closed {one.digest}", one.survey),
            partial(closed_waves.closed_wave, session.store(), one),
        )
        for one in _kept().closed_of(name)
    )


def _kept() -> Surveys:
    now = session.workspace()
    return now.state.surveys if now else Surveys()
