"""What may be said of the order of groups: who is plainly apart, and that the rest is chance."""

from collections.abc import Sequence

from core.enablement.bands import group_said
from core.enablement.model import Measured
from core.enablement.shrunk import Ranked
from core.language import Text, counted, text


def order_said(ranked: Sequence[Ranked]) -> list[Text]:
    """Whom the data set apart, how the groups are ordered, which of them are counts only."""
    told = [one for one in ranked if not one.only_counts]
    rated = len(told) > 1 and all(one.shrunk is not None for one in told)
    lines = _apart(told) if rated else [text("The groups stand by their number of records.")]
    return lines + _few(ranked) if told else _few(ranked)


def _apart(told: Sequence[Ranked]) -> list[Text]:
    above = [one.row for one in told if one.differs > 0]
    below = [one.row for one in told if one.differs < 0]
    if not above and not below:
        return [text("No group differs plainly from the others: their order is as good as chance.")]
    lines = [text("Plainly above the others: {names}.", names=_listed(above))] if above else []
    lines += [text("Plainly below the others: {names}.", names=_listed(below))] if below else []
    rest = len(told) - len(above) - len(below)
    more = text("The order of the others is as good as chance.")
    return [*lines, more] if rest > 1 else lines


def _few(ranked: Sequence[Ranked]) -> list[Text]:
    counts = sum(one.only_counts for one in ranked)
    hollow = sum(one.on_few for one in ranked)
    lines = [text("Hollow: fewer than 30 records, the interval is wide.")] if hollow else []
    if counts:
        lines.append(
            counted(
                "{n} group of fewer than 5 records is in the numbers below as a count only.",
                "{n} groups of fewer than 5 records are in the numbers below as counts only.",
                counts,
            )
        )
    return lines


def _listed(rows: Sequence[Measured]) -> Text:
    return Text.joined(", ", [group_said(one.by, one.group) for one in rows])
