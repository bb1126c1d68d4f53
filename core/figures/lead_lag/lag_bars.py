"""How strongly the pair moves together at each lag, against what chance alone draws.

Right of zero the indicator moves first, left of it the result does. Only a bar outside the chance
envelope, among the lags searched, of a pair on rung 2 or higher wears the colour of evidence. An
effect spread over several lags can be found where no bar stands out alone; then the mark says so.
"""

from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from core.figures import durations
from core.figures.theme import Look, blank, nothing
from core.language import Amount, Text, text
from core.lead_lag import lengths
from core.lead_lag.model import LeadLag


def lag_bars(pair: LeadLag, look: Look) -> go.Figure:
    """One bar per lag, the 95 % chance envelope, the plausible leads and the best of them."""
    rows = pair.profile
    if rows.r.isna().all():
        return nothing(look, text("Too little data to compare lags."))
    figure, palette = blank(look, 340), look.palette
    for edge, fill in ((rows.low, None), (rows.high, "tonexty")):
        figure.add_scatter(
            x=rows.lag,
            y=edge,
            mode="lines",
            line={"shape": "hvh", "width": 0},
            fill=fill,
            fillcolor=palette.envelope,
            name=look.say(text("What chance alone draws (95%)")),
            showlegend=fill is not None,
            hoverinfo="skip",
        )
    colour = palette.rungs[pair.rung]
    figure.add_bar(
        x=rows.lag,
        y=rows.r,
        width=0.6,
        marker_color=[colour if one else palette.quiet for one in _evidence(pair)],
        hovertext=_hovers(pair, look),
        hoverinfo="text",
        showlegend=False,
    )
    _leads(figure, pair, look)
    figure.update_xaxes(**_axis(pair, look))
    _directions(figure, look)
    return figure.update_yaxes(title_text=look.say(text("Correlation")), range=_reach(rows))


def lag_bars_table(pair: LeadLag, look: Look) -> pd.DataFrame:
    """One row per lag."""
    rows = pair.profile
    yes, no = look.say(text("yes")), look.say(text("no"))
    return pd.DataFrame(
        {
            look.say(text("Lag")): rows.lag.to_numpy(),
            look.say(text("Correlation")): rows.r.to_numpy(),
            look.say(text("Chance, from")): rows.low.to_numpy(),
            look.say(text("Chance, to")): rows.high.to_numpy(),
            "n": rows.n.to_numpy(),
            look.say(text("Plausible lead")): [
                yes if k in _plausible(pair) else no for k in rows.lag
            ],
        }
    )


def lag_bars_alt(pair: LeadLag, look: Look) -> Text:
    """The picture in one sentence."""
    names = {"indicator": look.name(pair.leading), "result": look.name(pair.lagging)}
    if pair.lead is None or not _plausible(pair):
        return text(
            "Correlation of {indicator} with {result} at each lag; none stands out from chance.",
            **names,
        )
    if not any(_evidence(pair)):
        return text(
            "Correlation of {indicator} with {result} at each lag; no single lag stands out from "
            "chance, several together do, about {lead} ahead.",
            lead=lengths.span(pair.grain, pair.lead),
            **names,
        )
    return text(
        "Correlation of {indicator} with {result} at each lag; "
        "strongest when the indicator is {lead} ahead (r = {r}).",
        lead=lengths.span(pair.grain, pair.lead),
        r=Amount(pair.r),
        **names,
    )


def _evidence(pair: LeadLag) -> list[bool]:
    rows, (nearest, furthest) = pair.profile, pair.lags
    outside = (rows.r < rows.low) | (rows.r > rows.high)
    return list(outside & rows.lag.between(nearest, furthest) & (pair.rung >= 2))


def _plausible(pair: LeadLag) -> tuple[int, ...]:
    """The plausible leads; none where there is no lead to speak of."""
    if pair.lead is None or pair.rung < 2:
        return ()
    return tuple(sorted({pair.lead, *pair.lead_set}))


def _when(lag: int, pair: LeadLag) -> Text:
    if lag == 0:
        return text("Same period")
    span = lengths.span(pair.grain, abs(lag))
    if lag > 0:
        return text("Indicator {span} earlier", span=span)
    return text("Result {span} earlier", span=span)


def _hovers(pair: LeadLag, look: Look) -> list[str]:
    rows = pair.profile
    lines = []
    for lag, r, n, low, high in zip(rows.lag, rows.r, rows.n, rows.low, rows.high, strict=True):
        inside = low <= r <= high
        against = text("within what chance draws") if inside else text("outside what chance draws")
        strength = f"r = {look.number(r)} · n = {look.number(n, 0)}"
        lines.append("<br>".join((look.say(_when(int(lag), pair)), strength, look.say(against))))
    return lines


def _leads(figure: go.Figure, pair: LeadLag, look: Look) -> None:
    """Mark the plausible leads and the best of them, where there is a lead to speak of."""
    if pair.lead is None or not _plausible(pair):
        return
    for _, run in groupby(enumerate(_plausible(pair)), key=lambda at: at[1] - at[0]):
        lags = [lag for _, lag in run]
        edges = {"x0": lags[0] - 0.5, "x1": lags[-1] + 0.5}
        figure.add_vrect(**edges, fillcolor=look.palette.beam, line_width=0, layer="below")
    figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        marker={"symbol": "square", "size": 12, "color": look.palette.beam},
        name=look.say(text("Plausible leads (90%)")),
    )
    best = text("Best: {span}", span=lengths.span(pair.grain, pair.lead))
    words = f"<b>{look.say(best)}</b>"
    if not any(_evidence(pair)):
        words += "<br>" + look.say(text("spread over several lags"))
    figure.add_annotation(
        text=words,
        x=pair.lead,
        y=1,
        yref="paper",
        yanchor="top",
        showarrow=False,
    )


def _axis(pair: LeadLag, look: Look) -> dict[str, object]:
    furthest = int(pair.profile.lag.abs().max())
    unit = text("Lag in {periods}", periods=durations.plural(pair.grain))
    return {
        "title": {"text": look.say(unit), "standoff": 28},
        "tickmode": "linear",
        "tick0": 0,
        "dtick": max(1, -(-furthest // 4)),
        "range": [-furthest - 0.6, furthest + 0.6],
        "zeroline": False,
    }


def _directions(figure: go.Figure, look: Look) -> None:
    """Who moves first, said below either half of the axis."""
    ends = (
        (0, "left", text("← result first")),
        (1, "right", text("indicator first →")),
    )
    for x, anchor, words in ends:
        figure.add_annotation(
            text=look.say(words),
            x=x,
            y=0,
            xref="paper",
            yref="paper",
            xanchor=anchor,
            yanchor="top",
            yshift=-24,
            showarrow=False,
            font={"size": 12, "color": look.palette.ink},
        )


def _reach(rows: pd.DataFrame) -> list[float]:
    """Equal room above and below zero, with space for the mark of the best lead."""
    widest = float(rows[["r", "low", "high"]].abs().max().max())
    return [-1.1 * widest, 1.45 * widest]
