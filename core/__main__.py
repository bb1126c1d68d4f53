"""The same verbs as the screen, with the same digits: `python -m core VERB … [--json]`.

Exit 0: answered. Exit 2: refused, with the reason on standard error.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from core.command_words import Words, asked_for, settle_days
from core.comparing import add_words, compared
from core.enablement import describe as describe_enablement
from core.enablement.impact import asked, impact, impact_words
from core.enablement.impact import describe as describe_impact
from core.errors import Refusal
from core.lead_lag import Options, pooled, scan
from core.lead_lag import describe as describe_scan
from core.metrics import Role, describe_bridge
from core.metrics import describe as describe_panel
from core.opening import (
    bridge_of,
    enablement_of,
    enps_of,
    enps_words,
    panel_of,
    reading_of,
    survey_words,
)
from core.options import (
    enablement_words,
    ids,
    indicator,
    lags,
    panel_words,
    reading_words,
    record_words,
    settled,
    speaking_words,
)
from core.people import describe as describe_enps
from core.people.series import too_seldom
from core.settings import settings
from core.tables import describe as describe_reading
from core.tables import to_csv
from core.workspace.command import add_steps, workspace_verb


def main(words: list[str] | None = None) -> int:
    """Runs one verb and gives its exit code."""
    words = sys.argv[1:] if words is None else words
    given = asked_for(words)
    try:
        given = _parser().parse_args(words)
        settle_days(given)
        given.verb(given)
    except Refusal as stop:
        print(_refused(stop, given), file=sys.stderr)
        return 2
    return 0


def read_verb(given: Namespace) -> None:
    """What was understood of one file."""
    reading = reading_of(given.files[0], given)
    if given.out:
        Path(given.out).write_bytes(to_csv(reading.tables[0]))
    _answer(describe_reading(reading, given.language, given.as_of), given)


def panel_verb(given: Namespace) -> None:
    """Metrics by period."""
    panel = panel_of(given, given.metric)
    answer = describe_panel(panel, given.language)
    wanted = ids(panel, given.metric)
    if wanted:
        answer["metrics"] = {one: answer["metrics"][one] for one in wanted}
    if given.bridge:
        answer["bridge"] = describe_bridge(bridge_of(given, panel), given.language)
    _answer(answer, given)


def lead_lag_verb(given: Namespace) -> None:
    """Which indicator moves before which result, by how long, how surely."""
    named = given.leading + given.lagging if given.leading and given.lagging else []
    panel = panel_of(given, named, tested=given.leading + given.lagging)
    if not named:
        settled(panel.questions)
    leading, lagging = ids(panel, given.leading), ids(panel, given.lagging)
    options = Options(lags(given.lags), settings().surrogates, given.seed)
    leading = leading or [one for one in panel.ids(Role.LEADING) if one not in lagging]
    lagging = lagging or [one for one in panel.ids(Role.LAGGING) if one not in leading]
    if panel.segments:
        found = pooled(panel.segments, leading, lagging, options)
    else:
        found = scan(panel, leading, lagging, options)
    answer = describe_scan(found, given.language)
    untested = too_seldom(panel)
    if untested and not named:
        answer["left_out"] = {id: why.to(given.language) for id, why in untested.items()}
    _answer(answer, given)


def enablement_verb(given: Namespace) -> None:
    """The seven sales-enablement metrics."""
    _answer(describe_enablement(enablement_of(given), given.language), given)


def impact_verb(given: Namespace) -> None:
    """What followed a date: beside the past, other groups, other dates."""
    panel = panel_of(given, [given.metric])
    metric = indicator(panel, given.metric)
    control = indicator(panel, given.control) if given.control else None
    found = impact(panel, metric, given.on, asked(given, control))
    _answer(describe_impact(found, given.language), given)


def enps_verb(given: Namespace) -> None:
    """eNPS of a survey, of everybody and of groups large enough to be shown."""
    found, waves = enps_of(given)
    _answer(describe_enps(found, given.by, given.language, waves), given)


def compare_verb(given: Namespace) -> None:
    """What next month's file changes."""
    old, new = (reading_of(name, given) for name in given.files)
    _answer(compared(old, new, given), given)


def serve_verb(given: Namespace) -> None:
    """Serves the app in the browser."""
    root = Path(__file__).parents[1]
    subprocess.run([sys.executable, str(root / "app.py")], cwd=root, check=False)  # noqa: S603


def _answer(answer: dict[str, Any], given: Namespace) -> None:
    indent = None if given.json else 2
    print(json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=indent))


def _refused(stop: Refusal, given: Namespace) -> str:
    said = {
        name: part.to(given.language)
        for name, part in (
            ("what", stop.what),
            ("where", stop.place.text()),
            ("remedy", stop.remedy),
        )
    }
    if given.json:
        return json.dumps({"error": said}, ensure_ascii=False)
    where = said["where"] + ": " if said["where"] else ""
    return f"{where}{said['what']} {said['remedy']}"


def _parser() -> ArgumentParser:
    speaking = speaking_words()
    common = reading_words(speaking)
    grains = ArgumentParser(add_help=False, parents=[panel_words(), survey_words()])
    parser = Words(prog="python -m core", description=__doc__)
    verbs: Any = parser.add_subparsers(required=True, metavar="VERB")
    reading = verbs.add_parser("read", parents=[common], help=read_verb.__doc__)
    reading.add_argument("files", nargs=1, metavar="FILE")
    reading.add_argument("--out", help="write the first table as canonical CSV")
    reading.add_argument("--as-of", metavar="DATE", help="the day to judge freshness on")
    reading.set_defaults(verb=read_verb)
    panel = verbs.add_parser("panel", parents=[common, grains], help=panel_verb.__doc__)
    panel.add_argument("files", nargs="+", metavar="FILE")
    panel.add_argument("--metric", action="append", default=[], metavar="ID")
    panel.add_argument("--bridge", action="store_true", help="what changed the pipeline, by period")
    panel.set_defaults(verb=panel_verb)
    for one in (_leading, _enabling, _followed, _asked):
        one(verbs, common, grains)
    beside = verbs.add_parser("compare", parents=[common], help=compare_verb.__doc__)
    add_words(beside)
    beside.set_defaults(verb=compare_verb)
    add_steps(verbs.add_parser("workspace", help=workspace_verb.__doc__), speaking, _answer)
    serving = verbs.add_parser("serve", help=serve_verb.__doc__)
    serving.set_defaults(verb=serve_verb, json=False, language="en")
    return parser


def _leading(verbs: Any, common: ArgumentParser, grains: ArgumentParser) -> None:
    words = verbs.add_parser("lead-lag", parents=[common, grains], help=lead_lag_verb.__doc__)
    words.add_argument("files", nargs="+", metavar="FILE")
    words.add_argument("--leading", action="append", default=[], metavar="A,B")
    words.add_argument("--lagging", action="append", default=[], metavar="C")
    words.add_argument("--lags", metavar="1-6", help="the usual delay, in periods")
    words.add_argument("--seed", type=int, default=settings().seed)
    words.set_defaults(verb=lead_lag_verb)


def _enabling(verbs: Any, common: ArgumentParser, grains: ArgumentParser) -> None:
    parents = [common, record_words(), enablement_words()]
    words = verbs.add_parser("enablement", parents=parents, help=enablement_verb.__doc__)
    words.add_argument("files", nargs="+", metavar="FILE")
    words.set_defaults(verb=enablement_verb)


def _followed(verbs: Any, common: ArgumentParser, grains: ArgumentParser) -> None:
    parents = [common, grains, impact_words()]
    words = verbs.add_parser("impact", parents=parents, help=impact_verb.__doc__)
    words.set_defaults(verb=impact_verb)


def _asked(verbs: Any, common: ArgumentParser, grains: ArgumentParser) -> None:
    words = verbs.add_parser("enps", parents=[common, enps_words()], help=enps_verb.__doc__)
    words.add_argument("files", nargs=1, metavar="FILE")
    words.set_defaults(verb=enps_verb)


if __name__ == "__main__":
    sys.exit(main())
