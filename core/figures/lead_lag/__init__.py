"""The pictures of “What leads”, each with its table and its sentence."""

from core.figures.lead_lag.lag_bars import lag_bars, lag_bars_alt, lag_bars_table
from core.figures.lead_lag.matrix import matrix, matrix_alt, matrix_table
from core.figures.lead_lag.overlay import overlay, overlay_alt, overlay_table
from core.figures.lead_lag.past_skill import past_skill, past_skill_alt, past_skill_table
from core.figures.lead_lag.segments import (
    segments,
    segments_alt,
    segments_rest,
    segments_table,
)
from core.figures.lead_lag.stability import stability, stability_alt, stability_table

__all__ = [
    "lag_bars",
    "lag_bars_alt",
    "lag_bars_table",
    "matrix",
    "matrix_alt",
    "matrix_table",
    "overlay",
    "overlay_alt",
    "overlay_table",
    "past_skill",
    "past_skill_alt",
    "past_skill_table",
    "segments",
    "segments_alt",
    "segments_rest",
    "segments_table",
    "stability",
    "stability_alt",
    "stability_table",
]
