"""The page around the charts has their colours, and every option is one Streamlit knows."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

from core.figures.theme import DARK, FONT, LIGHT

PAGE = tomllib.loads((Path(__file__).parents[3] / ".streamlit/config.toml").read_text())
MODES = {"light": LIGHT, "dark": DARK}


def options(table: dict[str, object], prefix: str = "") -> list[str]:
    """Every option that is set, with its full name."""
    found = []
    for name, value in table.items():
        whole = f"{prefix}{name}"
        found += options(value, whole + ".") if isinstance(value, dict) else [whole]
    return found


@pytest.mark.parametrize("option", options(PAGE))
def test_streamlit_knows_every_option(option):
    config.get_option(option)


@pytest.mark.parametrize("mode", MODES)
def test_page_and_charts_share_their_colours(mode):
    page, palette = PAGE["theme"][mode], MODES[mode]
    assert page["backgroundColor"] == palette.ground
    assert page["textColor"] == palette.ink
    assert page["grayColor"] == palette.muted
    assert page["chartCategoricalColors"][:3] == [
        palette.result,
        palette.indicator,
        palette.rungs[4],
    ]


def test_page_and_charts_share_their_font_and_fetch_none():
    assert PAGE["theme"]["font"] == FONT
    assert "fontFaces" not in PAGE["theme"] and "http" not in str(PAGE["theme"])


def test_nothing_is_told_to_outside_hosts_and_only_this_machine_is_served():
    assert PAGE["browser"]["gatherUsageStats"] is False
    assert PAGE["server"]["address"] == "127.0.0.1"
    assert set(PAGE["server"]["allowedHosts"]) == {"localhost", "127.0.0.1"}
    assert PAGE["client"]["showErrorDetails"] == "type"
