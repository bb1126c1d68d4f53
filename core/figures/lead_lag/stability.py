"""Does the link hold all through the history? Its correlation in each of several windows."""

import pandas as pd
import plotly.graph_objects as go

from core.figures.theme import Look, blank, nothing
from core.language import Amount, Text, counted, text
from core.lead_lag.model import LeadLag

_ROW = 44  # pixels


def stability(pair: LeadLag, look: Look) -> go.Figure:
    """One bar per window, earliest on top; those unlike the whole are hatched and grey."""
    rows = pair.windows
    if rows.empty:
        return nothing(look, text("The history is too short to cut into windows."))
    figure, palette = blank(look, 70 + _ROW * len(rows)), look.palette
    kept = palette.result if pair.rung >= 2 else palette.muted
    figure.add_bar(
        x=rows.r,
        y=list(range(len(rows))),
        orientation="h",
        width=0.6,
        marker={
            "color": [kept if same else palette.quiet for same in rows.same],
            "pattern": {"shape": ["" if same else "/" for same in rows.same]},
        },
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=rows.r.clip(lower=0).fillna(0),
        y=list(range(len(rows))),
        mode="text",
        text=[f" {_word(r, same, look)}" for r, same in zip(rows.r, rows.same, strict=True)],
        textposition="middle right",
        hoverinfo="skip",
        cliponaxis=False,
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[f"{a}<br>– {b}" for a, b in zip(*_ends(rows, look), strict=True)],
        autorange="reversed",
        showgrid=False,
        zeroline=False,
    )
    figure.update_layout(showlegend=False)
    return figure.update_xaxes(
        title_text=look.say(text("Correlation in each window")), range=_reach(rows), nticks=5
    )


def stability_table(pair: LeadLag, look: Look) -> pd.DataFrame:
    """One row per window."""
    rows = pair.windows
    first, last = _ends(rows, look)
    return pd.DataFrame(
        {
            look.say(text("From")): first,
            look.say(text("To")): last,
            look.say(text("Correlation")): rows.r.to_numpy(),
            look.say(text("Like the whole")): [_alike(same, look) for same in rows.same],
        }
    )


def stability_alt(pair: LeadLag) -> Text:
    """The picture in one sentence."""
    return text(
        "The link was like that of the whole history in {same} of {windows}.",
        same=int(pair.windows.same.sum()),
        windows=counted("{n} window", "{n} windows", len(pair.windows)),
    )


def _ends(rows: pd.DataFrame, look: Look) -> tuple[list[str], list[str]]:
    return [look.period(at) for at in rows.start], [look.period(at) for at in rows.end]


def _alike(same: bool, look: Look) -> str:
    return look.say(text("yes") if same else text("no"))


def _word(r: float, same: bool, look: Look) -> str:
    if pd.isna(r):
        return look.say(text("not computable"))
    if same:
        return look.number(r)
    return look.say(text("{r}, differs", r=Amount(r)))


def _reach(rows: pd.DataFrame) -> list[float]:
    """Zero always in view, the longest bar with room to spare."""
    low, high = min(0.0, float(rows.r.min())), max(0.0, float(rows.r.max()))
    return [low - 0.05, high + 0.35 * max(0.3, high - low)]
