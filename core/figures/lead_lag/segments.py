"""What each segment says: its correlation with its interval, and that of all together."""

import html
import textwrap

import pandas as pd
import plotly.graph_objects as go

from core.figures.theme import Look, blank, nothing
from core.figures.whiskers import whiskers
from core.language import Amount, Text, counted, text
from core.lead_lag.model import LeadLag

_ROW = 30  # pixels
_WIDE = 24  # letters of a name
MOST_SEGMENTS = 30  # drawn: those that disagree first, then those of the most periods


def segments(pair: LeadLag, look: Look) -> go.Figure:
    """A forest plot: strongest segment on top, all together below as a diamond.

    Those with the other sign are hollow and grey. No more than MOST_SEGMENTS are drawn.
    """
    rows = _drawn(_counting(pair))
    if rows.empty or pair.pooled_r is None:
        return nothing(look, text("No segment has enough data."))
    palette = look.palette
    figure = blank(look, 90 + _ROW * (len(rows) + 1))
    unlike = rows.sign_agrees.eq(False)
    colours = [palette.muted if other else palette.result for other in unlike]
    symbols = ["circle-open" if other else "circle" for other in unlike]
    places = list(range(len(rows)))
    _draw(figure, rows, places, {"color": colours, "symbol": symbols, "size": 9})
    whole = pd.DataFrame([pair.pooled_r], columns=["r", "low", "high"])
    mark = {"color": palette.ink, "symbol": "diamond", "size": 13}
    _draw(figure, whole, [len(rows)], mark)
    figure.add_vline(x=0, line={"color": palette.muted, "width": 1})
    words = [_label(str(name)) for name in rows.segment]
    figure.update_yaxes(
        tickvals=[*places, len(rows)],
        ticktext=[*words, look.say(text("All together"))],
        autorange="reversed",
        showgrid=False,
        zeroline=False,
    )
    figure.update_layout(showlegend=False)
    title = look.say(text("Correlation, with its 95% interval"))
    return figure.update_xaxes(title_text=title, range=[-1, 1], nticks=5, zeroline=False)


def segments_rest(pair: LeadLag) -> Text | None:
    """What those say that are not drawn, in one sentence; None where all are."""
    rows = _counting(pair)
    rest = rows.drop(index=_drawn(rows).index)
    if rest.empty:
        return None
    return counted(
        "{n} more segment is in the numbers behind this picture: {same} the same way, {other} the "
        "other way.",
        "{n} more segments are in the numbers behind this picture: {same} the same way, {other} "
        "the other way.",
        len(rest),
        same=int(rest.sign_agrees.eq(True).sum()),
        other=int(rest.sign_agrees.eq(False).sum()),
    )


def segments_table(pair: LeadLag, look: Look) -> pd.DataFrame:
    """One row per segment, those left out too, with the reason."""
    rows = pair.segments
    said = [why.to(look.language) if why else "" for why in rows.left_out]
    return pd.DataFrame(
        {
            look.say(text("Segment")): rows.segment.to_numpy(),
            look.say(text("Correlation")): rows.r.to_numpy(),
            look.say(text("Lower end")): rows.low.to_numpy(),
            look.say(text("Upper end")): rows.high.to_numpy(),
            look.say(text("Periods compared")): rows.n.to_numpy(),
            look.say(text("Left out because")): said,
        }
    )


def segments_alt(pair: LeadLag) -> Text:
    """The picture in one sentence."""
    rows = _counting(pair)
    if rows.empty or pair.pooled_r is None:
        return text("No segment has enough data.")
    return text(
        "All together: r = {r}. It has the same sign in {same} of {segments}.",
        r=Amount(pair.pooled_r[0], 2),
        same=int(rows.sign_agrees.eq(True).sum()),
        segments=counted("{n} segment", "{n} segments", len(rows)),
    )


def _label(name: str) -> str:
    """A segment's name for inside a chart: short, markup disarmed."""
    return html.escape(textwrap.shorten(name, _WIDE, placeholder=" …"), quote=False)


def _counting(pair: LeadLag) -> pd.DataFrame:
    """Rows of the segments that count, strongest in the direction of all first."""
    if pair.segments.empty:
        return pd.DataFrame(columns=["segment", "n", "r", "low", "high", "sign_agrees"])
    rows = pair.segments[pair.segments.left_out.eq("") & pair.segments.r.notna()]
    return rows.iloc[(-rows.r * (pair.sign or 1)).argsort(kind="stable")]


def _drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """The segments that are drawn, in the same order."""
    if len(rows) <= MOST_SEGMENTS:
        return rows
    unlike = rows.sign_agrees.eq(False)
    order = rows.assign(unlike=unlike).sort_values(["unlike", "n"], ascending=False, kind="stable")
    kept = set(order.index[:MOST_SEGMENTS])
    return rows[[one in kept for one in rows.index]]


def _draw(
    figure: go.Figure, rows: pd.DataFrame, places: list[int], marker: dict[str, object]
) -> None:
    figure.add_scatter(
        x=rows.r,
        y=places,
        mode="markers",
        marker=marker,
        error_x=whiskers(list(rows.r), list(rows.low), list(rows.high), figure.layout.font.color),
        hoverinfo="skip",
        cliponaxis=False,
    )
