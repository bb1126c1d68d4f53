"""The question asked of several segments at once: one verb, `pooled`.

Segments -> one wide panel -> the same study, plan, searches and judgement as for one panel, with
Fisher's mean over the segments -> one LeadLag per pair, with what each segment says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.lead_lag.answer import AS_USUAL, CLOSED, computed, pairs_of, rank
from core.lead_lag.assemble import assemble
from core.lead_lag.mechanical import without_arithmetic
from core.lead_lag.model import Options, Scan
from core.lead_lag.pooling.agree import agreement
from core.lead_lag.pooling.members import members_of
from core.lead_lag.pooling.notices import told
from core.lead_lag.pooling.stack import stack
from core.lead_lag.searches import Progress
from core.metrics.panel import Panel


def pooled(
    segments: Mapping[str, Panel],
    leading: Sequence[str],
    lagging: Sequence[str],
    options: Options = AS_USUAL,
    progress: Progress | None = None,
) -> Scan:
    """Every leading x lagging pair over all segments, best evidence first.

    Segments need the same grain; they may begin and end apart, and lack periods or indicators. One
    segment alone gets the answer of `scan`. progress is called with the share done, 0 to 1. Raises
    Refusal as `scan` does, and when there are no segments or their periods differ in kind.
    """
    known = dict.fromkeys(str(id) for panel in segments.values() for id in panel.values.columns)
    stacked = stack(segments, [*leading, *lagging])
    pairs = pairs_of(list(known), leading, lagging)
    compared = [stacked.compared(pair) for pair in pairs]
    agreed = agreement(stacked.panel.values)
    asked = computed(stacked.panel, compared, options, progress, agreed)
    found = [
        told(pair, members_of(place, asked, stacked.segments))
        for place, pair in enumerate(assemble(asked))
    ]
    found = without_arithmetic(stacked.panel, found)
    if stacked.closed:
        found = [replace(one, notices=(CLOSED, *one.notices)) for one in found]
    key = "|".join([stacked.panel.key, ",".join(leading), ",".join(lagging), repr(options)])
    return Scan(tuple(sorted(found, key=rank)), options, key)
