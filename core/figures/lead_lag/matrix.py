"""All pairs at a glance: rows may lead, columns may follow; colour and dots say how surely."""

import pandas as pd
import plotly.graph_objects as go

from core.figures import durations
from core.figures.theme import Look, blank, nothing
from core.language import Text, counted, text
from core.lead_lag.model import LeadLag, Scan, Verdict
from core.lead_lag.names import TOP, rung_sign, verdict_name

_ROW = 46  # pixels: two lines of text
_HEAD = 56
_TALL_HEAD = 190  # labels on end, where more results than three stand side by side


def matrix(scan: Scan, look: Look) -> go.Figure:
    """One cell per pair: the lead and its rung, or why there is none.

    Rows and columns come in the order of `scan.pairs`, best evidence first. The text trace holds
    (leading, lagging) of each cell as customdata.
    """
    if not scan.pairs:
        return nothing(look, text("No pair was compared."))
    rows, columns = _ids(scan, "leading"), _ids(scan, "lagging")
    upright = len(columns) > 3
    figure = blank(look, (_TALL_HEAD if upright else _HEAD) + _ROW * len(rows))
    figure.add_trace(_fills(scan, look))
    figure.add_trace(_words(scan, look))
    wide = 14 if 1 < len(columns) <= 3 else 24
    figure.update_xaxes(
        side="top",
        tickangle=-90 if upright else 0,
        range=[-0.5, len(columns) - 0.5],
        **_labels(columns, look, wide),
    )
    figure.update_yaxes(
        range=[len(rows) - 0.5, -0.5], showgrid=False, zeroline=False, **_labels(rows, look, 20)
    )
    return figure.update_xaxes(zeroline=False).update_layout(showlegend=False)


def matrix_table(scan: Scan, look: Look) -> pd.DataFrame:
    """One row per pair, as in the matrix."""
    pairs = scan.pairs
    return pd.DataFrame(
        {
            look.say(text("Indicator")): [look.name(pair.leading) for pair in pairs],
            look.say(text("Result")): [look.name(pair.lagging) for pair in pairs],
            look.say(text("Lead")): pd.array([pair.lead for pair in pairs], dtype="Int64"),
            look.say(text("Period")): [look.say(durations.plural(p.grain)) for p in pairs],
            look.say(text("Verdict")): [look.say(verdict_name(p.verdict)) for p in pairs],
            look.say(text("Rung")): [pair.rung for pair in pairs],
            "r": [pair.r for pair in pairs],
            "p": [pair.p for pair in pairs],
            "q": [pair.q for pair in pairs],
            "n": [pair.n for pair in pairs],
        }
    )


def matrix_alt(scan: Scan) -> Text:
    """The matrix in one sentence."""
    return text(
        "Table of all pairs: {pairs} compared, {leads} on rung 3 or higher, {may} on rung 2.",
        pairs=counted("{n} pair", "{n} pairs", len(scan.pairs)),
        leads=sum(pair.rung >= 3 for pair in scan.pairs),
        may=sum(pair.rung == 2 for pair in scan.pairs),
    )


def _ids(scan: Scan, side: str) -> list[str]:
    return list(dict.fromkeys(getattr(pair, side) for pair in scan.pairs))


def _labels(ids: list[str], look: Look, width: int) -> dict[str, object]:
    words = [look.label(one, width) for one in ids]
    return {"tickmode": "array", "tickvals": list(range(len(ids))), "ticktext": words}


def _fills(scan: Scan, look: Look) -> go.Heatmap:
    rows, columns = _ids(scan, "leading"), _ids(scan, "lagging")
    frame = pd.DataFrame(float("nan"), index=rows, columns=columns)
    for pair in scan.pairs:
        frame.loc[pair.leading, pair.lagging] = pair.rung
    steps = [(edge / (TOP + 1), rung) for rung in range(TOP + 1) for edge in (rung, rung + 1)]
    return go.Heatmap(
        z=frame.to_numpy(),
        zmin=-0.5,
        zmax=TOP + 0.5,
        colorscale=[[at, look.palette.rungs[rung]] for at, rung in steps],
        showscale=False,
        xgap=4,
        ygap=4,
        hoverinfo="skip",
    )


def _words(scan: Scan, look: Look) -> go.Scatter:
    rows, columns = _ids(scan, "leading"), _ids(scan, "lagging")
    pairs = scan.pairs
    return go.Scatter(
        x=[columns.index(pair.lagging) for pair in pairs],
        y=[rows.index(pair.leading) for pair in pairs],
        mode="text",
        text=[_cell(pair, look) for pair in pairs],
        textfont={"color": [look.palette.rung_inks[pair.rung] for pair in pairs], "size": 13},
        customdata=[[pair.leading, pair.lagging] for pair in pairs],
        hovertext=[_hover(pair, look) for pair in pairs],
        hoverinfo="text",
    )


def _cell(pair: LeadLag, look: Look) -> str:
    if pair.lead is not None and pair.verdict in (Verdict.LEADS, Verdict.MAY_LEAD):
        return (
            f"<b>{look.say(durations.short(pair.lead, pair.grain))}</b><br>{rung_sign(pair.rung)}"
        )
    return f"{look.say(_CELLS[pair.verdict])}<br>{rung_sign(pair.rung)}"


def _hover(pair: LeadLag, look: Look) -> str:
    lines = [
        f"<b>{look.label(pair.leading)}</b>",
        f"→ {look.label(pair.lagging)}",
        look.say(verdict_name(pair.verdict)),
        f"q = {look.number(pair.q, 3)} · r = {look.number(pair.r)} · n = {look.number(pair.n, 0)}",
    ]
    return "<br>".join(lines)


_CELLS = {
    Verdict.LEADS: text("first"),
    Verdict.MAY_LEAD: text("maybe"),
    Verdict.MOVES_TOGETHER: text("together"),
    Verdict.FOLLOWS: text("after"),
    Verdict.NO_EVIDENCE: text("nothing"),
    Verdict.TOO_LITTLE_DATA: text("too few"),
}
