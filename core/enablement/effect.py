"""What changed after training, and how much more than for those who were not trained.

did needs people who were not trained, or not yet; without them there is the change alone, and a
change is no effect. Each course is looked at apart, for every result that is known of people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from core.enablement.before_after import Pairs, began_lower, change, difference_in_differences
from core.enablement.counting import few, noted, some
from core.enablement.ledger import Ledger, Measure
from core.enablement.model import Asked, LeftOut, Measured
from core.enablement.rates import Interval
from core.enablement.results import Result, results
from core.enablement.trained import days_trained, scores, windows
from core.enablement.training import enrolments
from core.language import Amount, Share, Text, text

_ALONE = text(
    "not computable, because nobody is left to compare with: the change alone is no effect"
)
_ONE = text("not computable, because fewer than two people are known before and after")
_SHORT = text("not computable, because the data hold no 30 days before and after the training")
_NO_RESULT = text(
    "not computable, because no results of the people trained are in the file: bring scores before "
    "and after, or deals or leads with their owners under the same names"
)
_SEVERAL = text("not computable, because there are several courses: each is looked at apart")
_NOT_PAIRED = text("not known both before and after")
_NO_EFFECT = text("A change, not an effect: others may have changed as much.")


def training_effect(book: Ledger, asked: Asked) -> Sequence[Measured]:
    """change: after - before of the trained; did: that, less the same of those not trained."""
    rows, known = enrolments(book), results(book, asked)
    courses = list(rows.groupby("course_id", sort=True))
    if len(courses) == 1:
        return list(_of_course(Measured("training_effect"), rows, known))
    found = [Measured("training_effect", "did", refused=_SEVERAL)]
    for name, part in courses:
        row = Measured("training_effect", by="course", group=str(name))
        found += _of_course(row, part, known)
    return found


def _of_course(
    row: Measured, rows: pd.DataFrame, known: Mapping[str, Result]
) -> Iterator[Measured]:
    """Both variants for every result; scores of the table itself first."""
    looked = False
    if (pairs := scores(rows)) is not None:
        looked = True
        missing = len(rows) - len(pairs.frame)
        yield from _both(replace(row, stat="score", unit="score"), pairs, missing, ())
    trained = days_trained(rows)
    for name, result in known.items():
        if not trained.index.isin(result.records["person"]).any():
            continue
        looked, told = True, replace(row, stat=name, unit=result.unit)
        found = windows(result, trained)
        if found is None:
            yield replace(told, variant="did", refused=_SHORT)
        else:
            yield from _both(told, found.pairs, found.left_out, (_long(found.days),))
    if not looked:
        yield replace(row, variant="did", refused=_NO_RESULT)


def _both(row: Measured, pairs: Pairs, missing: int, notes: Sequence[Text]) -> Iterator[Measured]:
    n1, n0 = pairs.trained["person"].nunique(), pairs.others["person"].nunique()
    row = replace(row, left_out=some([LeftOut(_NOT_PAIRED, missing)]))
    alone = replace(noted(row, notes), variant="change", n=n1, doubts=(_NO_EFFECT,))
    yield _with(alone, change(pairs), _ONE)
    beside = text("{trained} people trained, {others} not.", trained=n1, others=n0)
    warned = _warned(pairs, row.unit)
    against = replace(noted(row, (*notes, beside)), variant="did", n=n1 + n0, doubts=warned)
    yield _with(against, difference_in_differences(pairs), _ALONE if n0 < 2 else _ONE)


def _with(row: Measured, found: Interval | None, otherwise: Text) -> Measured:
    if found is None:
        return replace(row, refused=otherwise)
    return replace(
        noted(row, few(row.n)), value=found.value, low=found.low, high=found.high
    )  # fmt: skip


def _long(days: int) -> Text:
    return text("{days} days before the training beside {days} days after it.", days=days)


def _warned(pairs: Pairs, unit: str) -> tuple[Text, ...]:
    """Those sent because they did worst come back to their usual level by themselves."""
    found = began_lower(pairs)
    if found is None:
        return ()
    trained, others = (Share(one) if unit == "rate" else Amount(one, 1) for one in found)
    return (
        text(
            "Those trained stood lower before ({trained}) than the others ({others}): part of "
            "their rise may be a return to their usual level.",
            trained=trained,
            others=others,
        ),
    )


EFFECT: Mapping[str, Measure] = {"training_effect": training_effect}
