"""What was done to one indicator in several segments, as one record."""

from collections.abc import Sequence

from core.lead_lag.model import Preparation


def of_segments(done: Sequence[Preparation]) -> Preparation:
    """What was done in any of the segments; one segment's own record, with what is odd in it."""
    if len(done) == 1:
        return done[0]
    return Preparation(
        logged=any(one.logged for one in done),
        seasonal=any(one.seasonal for one in done),
        differenced=any(one.differenced for one in done),
        ar_order=max(one.ar_order for one in done),
        seasonal_ar=any(one.seasonal_ar for one in done),
        bridged=sum(one.bridged for one in done),
    )
