"""What is left out of a figure and what has to be said with it, line by line."""

from collections.abc import Sequence

from core.enablement.compared import Compared, of_stages
from core.enablement.sentences import label
from core.language import Text, text


def aside(one: Compared, figures: Sequence[Compared] = ()) -> list[Text]:
    """Records left out of a figure with the reason, and the words said with it.

    One of a stage that is not divided is told with those of the other stages among `figures`.
    """
    staged = one.stage != "" and not one.groups
    rows = of_stages(one, figures) if staged else (one.whole,)
    left = [
        Text.joined(": ", [row.group, said] if staged else [said])
        for row in rows
        for said in (text("{why}: {n}", why=each.why, n=each.n) for each in row.left_out)
    ]
    return list(dict.fromkeys([*left, *(note for row in rows for note in row.notes)]))


def refused(figures: Sequence[Compared]) -> list[Text]:
    """Each reason why figures could not be worked out, with those figures."""
    reasons: dict[Text, list[Text]] = {}
    for one in figures:
        if one.whole.refused is not None:
            names = reasons.setdefault(one.whole.refused, [])
            names += [label(one.whole)] if label(one.whole) not in names else []
    return [
        text("{name}: {why}.", name=Text.joined("; ", names), why=why)
        for why, names in reasons.items()
    ]
