"""What followed a date: expected against actual, and the paths before."""

import pandas as pd
import plotly.graph_objects as go

from core.enablement.impact import Impact, effect_said, verdict_said
from core.figures.explore import ticks
from core.figures.over_time import dots, period_ticks, starts, stroke
from core.figures.theme import Look, blank
from core.figures.time_axis import DAWN, MIDNIGHT, place
from core.language import Text, text
from core.metrics import value_said
from core.periods import frequency_of


def expected(found: Impact, look: Look) -> go.Figure:
    """The actual line over the expected one with its band; the periods after are lit."""
    rows, palette = found.series, look.palette
    figure, periods = blank(look, 340), pd.PeriodIndex(rows.index)
    _light(figure, found, look)
    for edge, fill in ((rows["low"], None), (rows["high"], "tonexty")):
        figure.add_scatter(
            x=starts(periods),
            y=edge,
            mode="lines",
            line={"width": 0},
            fill=fill,
            fillcolor=palette.envelope,
            name=look.say(text("Where 95% of single periods would lie")),
            showlegend=fill is not None,
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=starts(periods),
        y=rows["expected"],
        mode="lines",
        line={"color": palette.muted, "width": 1.8, "dash": "dot"},
        name=look.say(text("Expected without it")),
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=starts(periods),
        y=rows["actual"],
        mode="lines+markers",
        line={"color": palette.result, "width": stroke(len(rows))},
        marker={"size": dots(rows["actual"], 6)},
        name=look.say(text("Actual")),
        hovertext=_hover(found, look),
        hoverinfo="text",
    )
    reach = pd.concat([rows["actual"], rows["low"], rows["high"]])
    figure.update_xaxes(**period_ticks(periods, look))
    return figure.update_yaxes(**ticks(reach, found.metric.unit, look))


def expected_table(found: Impact, look: Look) -> pd.DataFrame:
    """One row a period, newest first."""
    parts = {
        "before": text("before"),
        "out": text("left out"),
        "after": text("after"),
        "later": text("later, not looked at"),
    }
    rows = found.series
    table = {
        look.say(text("Period")): [look.period(one) for one in pd.PeriodIndex(rows.index)],
        look.say(text("Part")): [look.say(parts[one]) for one in rows["part"]],
        look.say(text("Actual")): rows["actual"].to_numpy(),
        look.say(text("Expected without it")): rows["expected"].to_numpy(),
        look.say(text("Usual, from")): rows["low"].to_numpy(),
        look.say(text("Usual, to")): rows["high"].to_numpy(),
    }
    return pd.DataFrame(table).iloc[::-1].reset_index(drop=True)


def expected_shares(found: Impact, look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    if found.metric.unit != "rate":
        return set()
    names = (text("Actual"), text("Expected without it"), text("Usual, from"), text("Usual, to"))
    return {look.say(one) for one in names}


def expected_alt(found: Impact, look: Look) -> Text:
    """The picture in words."""
    return text(
        "{metric} beside what was to be expected. From {period} on, mean of {n} periods: {effect}. "
        "{verdict}.",
        metric=look.name(found.metric.id),
        period=look.period(found.first),
        n=found.after,
        effect=effect_said(found),
        verdict=verdict_said(found.verdict),
    )


def paths(found: Impact, look: Look) -> go.Figure:
    """Treated and comparison before and after the date, each beside its own mean before."""
    figure, rows = blank(look, 300), found.paths
    periods, palette = pd.PeriodIndex(rows.index), look.palette
    _light(figure, found, look)
    drawn = (
        ("treated", text("Treated"), palette.result, "solid"),
        ("comparison", text("Comparison"), palette.indicator, "dash"),
    )
    for column, words, colour, dash in drawn:
        if column in rows:
            figure.add_scatter(
                x=starts(periods),
                y=rows[column],
                mode="lines",
                line={"color": colour, "width": 2.2, "dash": dash},
                name=look.say(words),
                hoverinfo="skip",
            )
    reach = pd.concat([rows[one] for one in rows])
    figure.update_xaxes(**period_ticks(periods, look))
    figure.update_yaxes(**ticks(reach, found.paths_unit, look))
    if found.paths_unit == "rate" and found.metric.unit != "rate":
        figure.update_yaxes(title_text=look.say(text("Of the mean before")))
    return figure


def paths_table(found: Impact, look: Look) -> pd.DataFrame:
    """One row a period, newest first; shares of their means but for what has none above 0."""
    rows = found.paths
    table = {look.say(text("Period")): [look.period(one) for one in pd.PeriodIndex(rows.index)]}
    for column, words in (("treated", text("Treated")), ("comparison", text("Comparison"))):
        if column in rows:
            table[look.say(words)] = rows[column].tolist()
    return pd.DataFrame(table).iloc[::-1].reset_index(drop=True)


def paths_shares(found: Impact, look: Look) -> set[str]:
    """The columns of that table that hold fractions."""
    names = {look.say(text("Treated")), look.say(text("Comparison"))}
    return names if found.paths_unit == "rate" else set()


def paths_alt(look: Look) -> Text:
    """The picture in words."""
    return text("Treated and comparison groups before and after the date.")


def _hover(found: Impact, look: Look) -> list[str]:
    actual = found.series["actual"]
    said = (value_said(float(one), found.metric.unit) for one in actual.fillna(0.0))
    periods = pd.PeriodIndex(actual.index)
    return [
        f"{look.period(at)}: <b>{look.say(one)}</b>" for at, one in zip(periods, said, strict=True)
    ]


def _light(figure: go.Figure, found: Impact, look: Look) -> None:
    """The periods after in the light of the beam, and a line on the date."""
    after = pd.PeriodIndex(found.series.index[found.series["part"] == "after"])
    frequency = frequency_of(after.freqstr)
    ends = (
        place(after[0].start_time.date(), frequency, DAWN),
        place(after[-1].end_time.date(), frequency, MIDNIGHT),
    )
    figure.add_vrect(
        x0=ends[0], x1=ends[1], fillcolor=look.palette.beam, line_width=0, layer="below"
    )
    day = place(found.when, frequency)
    figure.add_vline(x=day, line={"color": look.palette.ink, "width": 1.5, "dash": "dash"})
