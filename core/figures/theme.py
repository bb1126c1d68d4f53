"""One look for every chart, in light and dark, in two languages.

Colours follow Okabe & Ito (Color Universal Design, 2008), darkened or lightened until text reaches
4.5:1 and marks 3:1 against the page; colour is never the only sign. Charts have no title (the page
has the heading) and cannot be zoomed, so that a finger on a phone scrolls the page.
"""

import html
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from core.language import Language, Text, number, period_text

Mode = Literal["light", "dark"]
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"


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
