"""How an indicator is worked out, in words: from which table, by which date, from which columns."""

from collections.abc import Sequence

from core.language import Text, text
from core.metrics.catalogue import CATALOGUE
from core.metrics.measures import Derived, Flow, Measure, Net, Share, Stock, flows
from core.metrics.own import Own
from core.metrics.panel import Indicator
from core.tables.mapping import KIND_NAMES, KINDS, field_name
from core.tables.model import Table

_OF_STAFF = ("enps", "pulse")  # of surveys, as far as their release plan shows them


def formula(one: Indicator, tables: Sequence[Table], own: Sequence[Own] = ()) -> Text:
    """Where the values of an indicator of the panel of those tables come from, in words."""
    defined = next((each for each in own if each.id == one.metric), None)
    if defined is not None:
        return text("Your own: {written}", written=defined.written)
    if one.metric in _OF_STAFF and not one.place.column:
        return text(
            "From the closed waves of the survey {place}: only what may be shown of them",
            place=one.place.text(),
        )
    if one.place.column or one.metric is None:
        return text("Read from {place}, as written there", place=one.place.text())
    here = (one.place.source, one.place.sheet)
    kinds = {table.kind for table in tables if (table.source, table.sheet) == here}
    for measure in CATALOGUE[one.metric].measures:
        parts = flows(measure)
        if not parts or parts[0].table in kinds:
            return _worked_out(measure)
    return text("Read from {place}, as written there", place=one.place.text())


def _worked_out(measure: Measure) -> Text:
    match measure:
        case Flow():
            return _flow(measure)
        case Derived():
            names = [CATALOGUE[id].name if id in CATALOGUE else id for id in measure.of]
            return text("From other indicators: {names}", names=Text.joined(", ", names))
        case Share():
            return text(
                "{part}; as a share of what stood at the start of the period",
                part=_flow(measure.part),
            )
        case Net():
            return text(
                "What came in ({entered}) less what went out ({left}) in the period",
                entered=_flow(measure.entered),
                left=_flow(measure.left),
            )
        case Stock():
            return text(
                "What came in ({entered}) less what went out ({left}), up to the end of the period",
                entered=_flow(measure.entered),
                left=_flow(measure.left),
            )


def _flow(flow: Flow) -> Text:
    own = KINDS[flow.table].ids - {"-"}
    used = dict.fromkeys(one for one in (flow.known, *flow.needs) if one in own and one != flow.at)
    kinds = Text.joined(" + ", [KIND_NAMES[kind] for kind in (flow.table, *flow.beside)])
    said = kinds
    if flow.at in own:
        said = text("{table}, by {date}", table=kinds, date=field_name(flow.at))
    if not used:
        return said
    fields = Text.joined(", ", [field_name(one) for one in used])
    return text("{rows}; from: {fields}", rows=said, fields=fields)
