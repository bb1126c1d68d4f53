"""How far deals come and how long they take: the stages of each pipeline, curves to the close."""

import pandas as pd

from core.enablement.cycle import closing, days_open
from core.enablement.deals import deals_so_far
from core.enablement.durations import Survival, survival
from core.enablement.funnel import steps
from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import Asked
from core.enablement.rates import FEWEST
from core.enablement.stages import funnels_of, staying
from core.language import text
from core.metrics.records import BETWEEN

_NO_STAGES = text("not computable, because no deal of this file has been in a stage")


def pipelines(book: Ledger, asked: Asked) -> dict[str, pd.DataFrame]:
    """What became of the deals in each stage (funnel.steps), for each pipeline and group.

    The key names both; "": all deals of the only pipeline. Raises NotComputable.
    """
    found = {name: steps(one) for _, name, one in funnels_of(book, asked)}
    if not found:
        raise NotComputable(_NO_STAGES)
    return found


def closing_curves(book: Ledger, asked: Asked) -> dict[str, Survival]:
    """The share not yet closed by each day since creation; "": all together.

    Divided where that is asked, groups of fewer than five deals left out. Raises NotComputable.
    """
    deals = deals_so_far(book, "created_at", "closed_at")
    deals = deals.assign(watched=days_open(book, deals))
    found = {}
    for by, group, rows in book.groups(deals):
        curve = survival(*closing(rows))
        if curve is not None and (not by or curve.n >= FEWEST):
            found[(by, group)] = curve
    divided = {group: curve for (by, group), curve in found.items() if by}
    return divided or {group: curve for (_, group), curve in found.items()}


def staying_curves(book: Ledger, asked: Asked) -> dict[str, Survival]:
    """The share still in each stage by each day since it was entered, first stage first.

    Of all deals together, stage by stage of each pipeline. Raises NotComputable.
    """
    found = {}
    for _, pipeline, funnel in funnels_of(book, asked):
        for at, stage in enumerate(funnel.stages):
            durations, done, _ = staying(funnel, at)
            curve = survival(durations, done)
            if curve is not None and curve.n >= FEWEST:
                found[BETWEEN.join(filter(None, (stage, pipeline)))] = curve
    return found
