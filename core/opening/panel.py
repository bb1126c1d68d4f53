"""The panel of all files that a command names."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from core.errors import Refusal
from core.language import text
from core.metrics import Bridge, Panel, build_panel, parsed, pipeline_bridge
from core.opening.files import all_tables
from core.opening.signals import Signals, signals_of
from core.options import ids, parts, settled
from core.people.series import Cut, needed_by, panel_beside
from core.periods import Grain


def panel_of(given: Namespace, named: list[str], *, tested: Sequence[str] = ()) -> Panel:
    """The panel of all files, for the indicators `named`.

    tested: indicators that are to be compared. Where no period is asked for, periods are as long as
    the waves of a survey among them. Raises Refusal when a question about one of them, or any where
    none is named, is still open; when periods are asked for that are shorter than those waves.
    """
    tables, fields = all_tables(given)
    asked = {one.casefold() for said in named for one in (said, *parts(said))}
    open_now = [one for table in tables for one in table.questions]
    settled([one for one in open_now if not asked or one.column.casefold() in asked])
    signals = signals_of(tables, given)
    panel = _panel(given, signals, fields, Grain(given.period) if given.period else None)
    needed = needed_by(panel, signals.surveys, _known(panel, signals, [*named, *tested]))
    if needed is None or not tested:
        return panel
    if given.period:
        raise Refusal(
            text("The waves of this survey come more seldom than the periods asked for."),
            text("Choose {option}.", option=f"--period {needed.value}"),
        )
    return _panel(given, signals, fields, needed)


def _known(panel: Panel, signals: Signals, named: Sequence[str]) -> list[str]:
    """The ids of what is named. Raises Refusal: of a survey that could not be read, its own."""
    try:
        return ids(panel, named)
    except Refusal:
        if signals.stopped:
            raise signals.stopped[0] from None
        raise


def _panel(
    given: Namespace, signals: Signals, fields: Mapping[str, str], grain: Grain | None
) -> Panel:
    """The panel at that grain: the other tables, and the surveys beside them."""
    cut = Cut(grain, given.fiscal_start or 1, tuple(given.by))
    build = partial(_others, given, signals, (fields, grain))
    panel = panel_beside(signals.surveys, signals.others, cut, build)
    return replace(panel, notices=(*panel.notices, *signals.notices))


def _others(
    given: Namespace,
    signals: Signals,
    more: tuple[Mapping[str, str], Grain | None],
    by: Sequence[str],
) -> Panel:
    """The panel of the other tables. Raises Refusal: of a lone survey that stopped, its own."""
    fields, grain = more
    try:
        return build_panel(
            signals.others,
            grain,
            as_of=given.as_of,
            keep_unfinished=given.keep_unfinished,
            fields=fields,
            by=by,
            own=[parsed(one) for one in given.define],
            fiscal_start=given.fiscal_start,
        )
    except Refusal:
        if signals.stopped and not signals.others:
            raise signals.stopped[0] from None
        raise


def bridge_of(given: Namespace, panel: Panel) -> Bridge:
    """What changed the pipeline between the periods of the panel. Raises Refusal without deals."""
    tables, fields = all_tables(given)
    return pipeline_bridge(tables, panel.frequency, as_of=given.as_of, fields=fields)
