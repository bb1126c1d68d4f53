"""Records of small companies as Arrow tables: the same rows go into every engine."""

from functools import cache

import pandas as pd
import pyarrow as pa

from core.worlds.crm import Habits, company
from core.worlds.trades import estate, inn, trials, works
from tests.core.metrics.engines import rows

Tables = dict[str, pa.Table]


@cache
def companies() -> dict[str, Tables]:
    """Company -> its tables by name."""
    crm = company(1, Habits(months=15, scale=0.4))
    found = {
        "crm": {
            "deals": crm.deals,
            "leads": crm.leads,
            "activities": crm.activities,
            "customers": crm.customers,
            "traffic": crm.traffic,
        },
        "inn": inn(1).tables,
        "trials": trials(1).tables,
        "works": works(1).tables,
        "estate": {"viewings": estate(1).tables["viewings"]},
        "seller": {"orders": rows.orders(1)},
        "academy": {"training": rows.courses(2)},
        "library": {"content": rows.content(13)},
        "reps": {"calls": rows.calls(3), "deals": rows.deals(5)},
        "search": {"search": rows.search(4)},
        "events": {"calls": rows.events(7)},
        "guests": {"answers": rows.answers(6)},
        "fans": {"answers": rows.recommending(7)},
        "panelists": {"invited": rows.invited(12)},
        "homes": {"visits": rows.viewings(8)},
        "stages": {"changes": rows.changes(9)},
        "asked": {"people": rows.asked(10), "mails": rows.replies(11)},
    }
    return {
        name: {f"{name}_{table}": _arrow(frame) for table, frame in tables.items()}
        for name, tables in found.items()
    }


def _arrow(frame: pd.DataFrame) -> pa.Table:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    columns = [
        one.cast(pa.timestamp("us")) if pa.types.is_timestamp(one.type) else one
        for one in table.columns
    ]
    return pa.table(dict(zip(table.column_names, columns, strict=True)))
