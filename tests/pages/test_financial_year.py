"""The month in which financial years start: asked, kept, and told alike on screen and line."""

import json

import pytest

from core.__main__ import main
from core.language import LANGUAGES
from core.worlds.samples import SAMPLES
from tests.journeys.workbooks import decimal_comma_csv
from tests.pages.test_journey import PAGES, SHELL, fresh, opened, started, words

__all__ = ["fresh"]
LABELLED = "\n".join(
    [
        "Periode;Omzet;Panggilan",
        *(f"{y}/{y % 100 + 1};{y % 7 + 3};{y % 5}" for y in range(2009, 2025)),
    ]
).encode()


def starting(app):
    """The picker of the month, if it is shown."""
    return next((one for one in app.selectbox if str(one.key).startswith("fiscal")), None)


def by(app, grain):
    next(one for one in app.segmented_control if one.label in ("Period", "Periode")).set_value(
        grain
    )
    return app.run()


def kept(app, page):
    """A page of the same workspace in a new window, as after a reload."""
    again = started()
    for name, value in app.query_params.items():
        again.query_params[name] = value[0] if isinstance(value, list) else value
    return again.run().switch_page(page).run()


def test_the_month_is_asked_for_quarters_only_and_survives_a_reload():
    app = opened(started(), "rekap.csv", decimal_comma_csv())
    app.switch_page("indicators.py").run()
    assert starting(app) is None
    by(app, "quarter")
    assert starting(app).value == 1
    starting(app).select(4).run()
    assert not app.exception
    assert starting(app).value == 4
    assert "FY2024 is" in words(app) or "is Apr" in words(app)
    app = kept(app, "indicators.py")
    assert starting(app).value == 4
    app.switch_page("explore.py").run()
    assert not app.exception
    assert "FY20" in words(app)
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception


def test_a_file_that_names_two_years_is_asked_for_the_month_and_read_again():
    app = opened(started(), "tahunan.csv", LABELLED)
    assert "In which month do they start" in words(app)
    press = next(one for one in app.button if str(one.key).endswith("-fiscal_start-4"))
    press.click().run()
    assert not app.exception
    assert "In which month do they start" not in words(app)
    assert starting(app).value == 4
    app.switch_page("indicators.py").run()
    assert not app.error
    assert starting(app).value == 4
    starting(app).select(7).run()
    assert not app.error
    assert "is Jul" in words(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_and_the_command_line_agree_on_financial_quarters(capsys, language):
    sample = SAMPLES[0]
    app = started(language)
    app.button(key=f"sample-{sample.file}").click().run()
    app.switch_page("indicators.py").run()
    by(app, "quarter")
    starting(app).select(4).run()
    app.switch_page("lead_lag.py").run()
    said = words(app).replace("\\", "")
    path = SHELL.parents[1] / "sample_data" / sample.file
    line = ["lead-lag", str(path), "--json", "--language", language, "--period", "quarter"]
    assert main([*line, "--fiscal-start", "4"]) == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert pairs
    for pair in pairs:
        assert pair["sentence"] in said
