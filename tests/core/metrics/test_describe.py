"""The panel as `panel --json` prints it."""

import json

from core.metrics import build_panel, describe


def test_values_counts_units_and_unknowns_are_plain_data(table, months_from):
    sheet = table(
        months_from("2025-01", 3),
        {"Omzet": [1.5, None, 0], "Perputaran": [1, 2, 3]},
        units={"Omzet": "IDR"},
    )
    told = json.loads(json.dumps(describe(build_panel([sheet]), "id"), allow_nan=False))
    assert told["period"] == "month"
    assert told["metrics"]["revenue"]["values"] == {"2025-01": 1.5, "2025-02": None, "2025-03": 0.0}
    assert told["metrics"]["revenue"]["counts"] == {"2025-01": 1, "2025-02": 0, "2025-03": 1}
    assert told["metrics"]["revenue"]["unit"] == "IDR"
    assert told["metrics"]["revenue"]["role"] == "lagging"
    assert told["unfinished"] is None
    assert told["questions"][0]["option"] == "--map"
    assert "bisa berarti" in told["questions"][0]["what"]
