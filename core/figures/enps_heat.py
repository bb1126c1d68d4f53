"""Two columns crossed: a cell is coloured and told only where the release plan shows it."""

import html
import textwrap

import pandas as pd
import plotly.graph_objects as go

from core.figures.enps_groups import Figures
from core.figures.explore_groups import NO_GROUP
from core.figures.theme import Look, blank
from core.language import Text, text
from core.people.enps import HIGHEST, LOWEST, Score
from core.people.enps_words import points
from core.people.privacy.plan import FLOOR, Group, Why
from core.people.released import Withheld

_ROW, _WIDE = 44, 16  # pixels; letters of a name
_HIDDEN = {Why.FEW: text("too few"), Why.SUBTRACTION: text("protected")}


def heat(found: Figures, look: Look) -> go.Figure:
    """The column of more words downward; the score above how many answered."""
    down, across = _words(found)
    cells = [[_cell(found, one, other) for other in across] for one in down]
    if len(across) > len(down):
        down, across, cells = across, down, [list(row) for row in zip(*cells, strict=True)]
    figure = blank(look, 90 + _ROW * len(down))
    figure.add_heatmap(
        z=[[one.value if isinstance(one, Score) else None for one in row] for row in cells],
        x=list(range(len(across))), y=list(range(len(down))), zmin=LOWEST, zmax=HIGHEST,
        colorscale=_colours(look), showscale=False, xgap=2, ygap=2, hoverongaps=True,
        customdata=[[look.say(_told(one)) for one in row] for row in cells],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    axes = {"showgrid": False, "zeroline": False}
    figure.update_xaxes(tickvals=list(range(len(across))), ticktext=_labels(across, look), **axes)
    figure.update_yaxes(
        tickvals=list(range(len(down))), ticktext=_labels(down, look), autorange="reversed", **axes
    )
    return figure.update_layout(annotations=_words_on(cells, look))


def _words_on(cells: list[list[Score | Withheld]], look: Look) -> list[dict[str, object]]:
    """What stands on each cell; given to the figure at once, for one by one takes seconds."""
    return [
        {
            "x": place,
            "y": at,
            "text": _written(one, look),
            "showarrow": False,
            "font": {"size": 12, "color": look.palette.ink}
            if isinstance(one, Score)
            else {"size": 10, "color": look.palette.muted},
        }
        for at, row in enumerate(cells)
        for place, one in enumerate(row)
    ]


def heat_table(found: Figures, look: Look) -> pd.DataFrame:
    """A row for each cell."""
    down, across = _words(found)
    cells = [(one, other, _cell(found, one, other)) for one in down for other in across]
    columns = _columns(found)
    known = [cell if isinstance(cell, Score) else None for _, _, cell in cells]
    return pd.DataFrame(
        {
            columns[0]: [_name(one, look) for one, _, _ in cells],
            columns[1]: [_name(other, look) for _, other, _ in cells],
            look.say(text("eNPS")): [one.value if one else None for one in known],
            look.say(text("Lower end")): [one.low if one else None for one in known],
            look.say(text("Upper end")): [one.high if one else None for one in known],
            look.say(text("Answers")): [one.counts.n if one else None for one in known],
            look.say(text("Why hidden")): [
                look.say(one.reason) if isinstance(one, Withheld) else "" for _, _, one in cells
            ],
        }
    )


def heat_alt(found: Figures, look: Look) -> str:
    """How many cells are on show."""
    shown = sum(isinstance(one, Score) for one in found.values())
    down, across = _words(found)
    return look.say(text("{shown} of {n} cells are shown", shown=shown, n=len(down) * len(across)))


def _columns(found: Figures) -> tuple[str, ...]:
    return tuple(name for name, _ in next(iter(found)))


def _words(found: Figures) -> tuple[list[str], list[str]]:
    return sorted({one for (_, one), _ in found}), sorted({one for _, (_, one) in found})


def _cell(found: Figures, one: str, other: str) -> Score | Withheld:
    """A cell of which nobody answered says no less than one of a few."""
    first, second = _columns(found)
    group: Group = ((first, one), (second, other))
    floor = next((each.floor for each in found.values() if isinstance(each, Withheld)), FLOOR)
    return found.get(group, Withheld(Why.FEW, floor))


def _told(one: Score | Withheld) -> Text:
    if isinstance(one, Withheld):
        return one.reason
    return text("eNPS {score}, n = {n}", score=points(one.value), n=one.counts.n)


def _written(one: Score | Withheld, look: Look) -> str:
    if isinstance(one, Withheld):
        return "╱╱<br>" + look.say(_HIDDEN.get(one.why, _HIDDEN[Why.SUBTRACTION]))
    return f"<b>{look.say(points(one.value))}</b><br>n = {look.number(one.counts.n, 0)}"


def _labels(words: list[str], look: Look) -> list[str]:
    return [
        "<br>".join(html.escape(line, quote=False) for line in
                    textwrap.wrap(_name(one, look), _WIDE, max_lines=2, placeholder=" …"))
        for one in words
    ]  # fmt: skip


def _name(word: str, look: Look) -> str:
    return word or look.say(NO_GROUP)


def _colours(look: Look) -> list[tuple[float, str]]:
    """From detractors to promoters over the page's ground, light enough for words on top."""
    if look.mode == "dark":
        return [(0.0, "#7a3f10"), (0.5, "#26333e"), (1.0, "#14507f")]
    return [(0.0, "#f3b98c"), (0.5, "#eef1f4"), (1.0, "#9cc6ea")]
