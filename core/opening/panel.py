"""The panel of all files that a command names."""

from argparse import Namespace

from core.metrics import Bridge, Panel, build_panel, parsed, pipeline_bridge
from core.opening.files import all_tables
from core.options import parts, settled
from core.periods import Grain


def panel_of(given: Namespace, named: list[str]) -> Panel:
    """The panel of all files, for the indicators `named`.

    Raises Refusal when a question about one of them, or any where none is named, is still open.
    """
    tables, fields = all_tables(given)
    asked = {one.casefold() for said in named for one in (said, *parts(said))}
    open_now = [one for table in tables for one in table.questions]
    settled([one for one in open_now if not asked or one.column.casefold() in asked])
    return build_panel(
        tables,
        Grain(given.period) if given.period else None,
        as_of=given.as_of,
        keep_unfinished=given.keep_unfinished,
        fields=fields,
        by=given.by,
        own=[parsed(one) for one in given.define],
        fiscal_start=given.fiscal_start,
    )


def bridge_of(given: Namespace, panel: Panel) -> Bridge:
    """What changed the pipeline between the periods of the panel. Raises Refusal without deals."""
    tables, fields = all_tables(given)
    return pipeline_bridge(tables, panel.frequency, as_of=given.as_of, fields=fields)
