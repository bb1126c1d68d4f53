"""The targets that a team sets for its figures."""

from dataclasses import replace

from core.workspace.edits import Edit
from core.workspace.model import State


def set_target(figure: str, target: float | None) -> Edit:
    """The target of a figure, in the figure's own unit; None: it has none any more."""

    def edit(state: State) -> State:
        others = {name: kept for name, kept in state.choice.targets.items() if name != figure}
        targets = others if target is None else {**others, figure: target}
        return replace(state, choice=replace(state.choice, targets=targets))

    return edit
