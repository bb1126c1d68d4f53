"""What is left out of a figure and what has to be said with it, line by line."""

from collections.abc import Sequence

from core.enablement.compared import Compared
from core.enablement.sentences import label
from core.language import Text, text


def aside(one: Compared) -> list[Text]:
    """Records left out of a figure with the reason, and the words said with it."""
    left = [text("{why}: {n}", why=each.why, n=each.n) for each in one.whole.left_out]
    return list(dict.fromkeys([*left, *one.whole.notes]))


def refused(figures: Sequence[Compared]) -> list[Text]:
    """The figures that could not be worked out, with the reason."""
    return list(
        dict.fromkeys(
            text("{name}: {why}.", name=label(one.whole), why=one.whole.refused)
            for one in figures
            if one.whole.refused is not None
        )
    )
