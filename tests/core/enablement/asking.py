"""Questions to the enablement metrics of small tables, and their answers by key."""

from datetime import date

from core.enablement import Asked, enablement


def answer(*tables, names=(), as_of=None, **asked):
    """The answer of those tables; `as_of` as ISO text."""
    day = date.fromisoformat(as_of) if as_of else None
    return enablement(tables, Asked(as_of=day, **asked), names)


def figures(name, *tables, **asked):
    """(variant, stat, group) -> the figure, of one metric."""
    rows = answer(*tables, names=[name], **asked).rows
    return {(one.variant, one.stat, one.group): one for one in rows}


def figure(name, *tables, **asked):
    """The first figure of a metric."""
    return answer(*tables, names=[name], **asked).rows[0]


def left_out(row):
    """Reason in English -> how many."""
    return {one.why.to("en"): one.n for one in row.left_out}


def why(row):
    """Why there is no figure, in English."""
    return None if row.refused is None else row.refused.to("en")


def notes(row):
    """What is said with a figure, in English."""
    return " ".join(one.to("en") for one in row.notes)
