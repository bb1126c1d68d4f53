"""One look for every chart, in light and dark, in two languages.

Colours follow Okabe & Ito (Color Universal Design, 2008), darkened or lightened until text reaches
4.5:1 and marks 3:1 against the page; colour is never the only sign. Charts have no title (the page
has the heading) and cannot be zoomed, so that a finger on a phone scrolls the page.
"""

import html
import math
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.language import Language, Text, number, period_text, text
from core.language.formats import compact
from core.periods import grain_of

Mode = Literal["light", "dark"]
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
MOST_POINTS = 2000  # a trace; more slows the browser and cannot be seen
MOST_DOTS = 80  # more would hide the line; points without neighbours keep theirs
MOST_TICKS = 5  # period labels that fit beside each other on a phone


@dataclass(frozen=True)
class Palette:
    """The colours of one mode."""

    ground: str  # of the page, for gaps between marks
    ink: str  # text and what really happened
    muted: str  # axis words, what is not evidence
    line: str  # gridlines
    result: str
    indicator: str
    quiet: str  # bars that chance could draw
    envelope: str  # what chance alone draws
    beam: str  # the headlights: beyond the last result
    rungs: tuple[str, ...]  # fill of each rung of the evidence ladder
    rung_inks: tuple[str, ...]  # text on that fill


LIGHT = Palette(
    ground="#ffffff",
    ink="#17232e",
    muted="#52606d",
    line="#e1e7ec",
    result="#0b4f8a",
    indicator="#b8500f",
    quiet="#86939f",
    envelope="rgba(82,96,109,0.16)",
    beam="rgba(240,200,60,0.28)",
    rungs=("#e8edf1", "#c3cdd6", "#965a00", "#0b5fa5", "#00705a", "#00523f"),
    rung_inks=("#3d4a56", "#17232e", "#ffffff", "#ffffff", "#ffffff", "#ffffff"),
)
DARK = Palette(
    ground="#0f171e",
    ink="#e8eef3",
    muted="#a3b1bd",
    line="#26333e",
    result="#7cc0f5",
    indicator="#f2a65a",
    quiet="#73828f",
    envelope="rgba(163,177,189,0.20)",
    beam="rgba(240,200,60,0.20)",
    rungs=("#26333e", "#45535f", "#e0a030", "#6cb4ee", "#3ec79f", "#8be3c5"),
    rung_inks=("#b9c5cf", "#e8eef3", "#0f171e", "#0f171e", "#0f171e", "#0f171e"),
)


@dataclass(frozen=True)
class Look:
    """How a figure is to speak and look: language, mode, the display name of each indicator id."""

    language: Language
    mode: Mode = "light"
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def palette(self) -> Palette:
        """The colours of this mode."""
        return DARK if self.mode == "dark" else LIGHT

    def say(self, words: Text) -> str:
        """The words in this language."""
        return words.to(self.language)

    def name(self, id: str) -> str:
        """The display name as the person wrote it; the id where there is none."""
        return self.names.get(id, id)

    def label(self, id: str, width: int = 40) -> str:
        """The display name for inside a chart: broken into at most two lines, markup disarmed."""
        lines = textwrap.wrap(self.name(id), width, max_lines=2, placeholder=" …")
        return "<br>".join(html.escape(line, quote=False) for line in lines)

    def number(self, value: float, digits: int = 2) -> str:
        """A number as this language writes it; a dash where nothing is known."""
        return number(float(value), self.language, digits) if pd.notna(value) else "–"

    def period(self, period: pd.Period) -> str:
        """A period in words."""
        return period_text(period, self.language)


def blank(look: Look, height: int) -> go.Figure:
    """An empty figure in the theme, `height` pixels high and as wide as its place."""
    palette = look.palette
    axis = {
        "color": palette.muted,
        "gridcolor": palette.line,
        "zerolinecolor": palette.muted,
        "zerolinewidth": 1,
        "automargin": True,
        "fixedrange": True,
        "ticks": "",
        "title": {"font": {"size": 13}, "standoff": 8},
    }
    layout = {
        "template": go.layout.Template(),
        "height": height,
        "autosize": True,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "font": {"family": FONT, "size": 13, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": {**axis, "showgrid": False},
        "yaxis": axis,
        "separators": ",." if look.language == "id" else ".,",
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.ground, "font": {"size": 13, "color": palette.ink}},
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1.02,
            "yanchor": "bottom",
            "font": {"size": 12},
            "itemclick": False,
            "itemdoubleclick": False,
        },
    }
    return go.Figure(layout=layout)  # given at once: ten times quicker than update_layout


def nothing(look: Look, words: Text) -> go.Figure:
    """A figure that says why it is empty."""
    figure = blank(look, 120).update_xaxes(visible=False).update_yaxes(visible=False)
    said = "<br>".join(textwrap.wrap(look.say(words), 44))
    return figure.add_annotation(text=said, x=0.5, y=0.5, showarrow=False, xref="paper")


def period_ticks(periods: pd.PeriodIndex, look: Look) -> dict[str, object]:
    """Axis settings that label a few of the periods in words, year on a second line."""
    wide = len(look.period(periods[0]).rsplit(" ", 1)[0]) > 6
    step = _step(len(periods) / (MOST_TICKS - 2 * wide), grain_of(periods[0]).season)
    shown = list(periods)[::step]
    words = ["<br>".join(look.period(period).rsplit(" ", 1)) for period in shown]
    return {
        "tickmode": "array",
        "tickvals": [period.start_time for period in shown],
        "ticktext": words,
        "tickangle": 0,
    }


def _step(least: float, season: int) -> int:
    """The shortest step of at least that many periods that keeps to the parts of a season."""
    steps = [part for part in range(1, season + 1) if season % part == 0]
    whole = season * math.ceil(least / season)
    return next((step for step in steps if step >= least), whole)


def value_ticks(values: pd.Series, look: Look) -> dict[str, object]:
    """Axis settings with about five round values, as short as they stay distinct.

    Plotly's own short numbers are English only: its `220M` would be 220 billion in Indonesian.
    """
    low, high = float(values.min()), float(values.max())
    if not math.isfinite(high - low) or high == low:
        low, high = (low - 1, high + 1) if math.isfinite(low) else (0.0, 1.0)
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(round_ * power for round_ in (1, 2, 5, 10) if round_ * power >= rough * 0.999)
    at = np.arange(math.floor(low / step), math.ceil(high / step) + 1) * step
    words = [compact(float(value), look.language) for value in at]
    if max(abs(at)) < 10_000 or len(set(words)) < len(words):
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        words = [look.number(value, digits) for value in at]
    return {"tickmode": "array", "tickvals": at.tolist(), "ticktext": words}


def dots(series: pd.Series, size: int) -> list[int]:
    """A marker size for each value: in a long series only points without neighbours have one."""
    if len(series) <= MOST_DOTS:
        return [size] * len(series)
    alone = series.notna() & series.shift().isna() & series.shift(-1).isna()
    return [size if one else 0 for one in alone]


def cut(periods: int, look: Look) -> str | None:
    """What to write under the axis of a series too long to draw whole."""
    if periods <= MOST_POINTS:
        return None
    return look.say(text("The last {shown} of {n} periods", shown=MOST_POINTS, n=periods))


def stroke(points: int) -> float:
    """How thick to draw a line of so many points."""
    return 2.5 if points <= 2 * MOST_DOTS else 1.2


def starts(periods: pd.PeriodIndex) -> list[pd.Timestamp]:
    """Where each period stands on a time axis."""
    return [period.start_time for period in periods]
