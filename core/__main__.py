"""The same verbs as the screen, with the same digits: `python -m core VERB … [--json]`.

Exit 0: answered. Exit 2: refused, with the reason on standard error.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from core.comparing import add_words, compared
from core.errors import Place, Refusal
from core.language import text
from core.lead_lag import Options, pooled, scan
from core.lead_lag import describe as describe_scan
from core.metrics import Panel, Role, build_panel, choose_tables, connected, parsed
from core.metrics import describe as describe_panel
from core.options import (
    answers_for,
    file_and_sheet,
    ids,
    lags,
    outcomes,
    panel_words,
    parts,
    reading_words,
    settled,
    source_and_table,
    speaking_words,
)
from core.periods import Grain
from core.settings import settings
from core.tables import Reading, Table, read, to_csv
from core.tables import describe as describe_reading
from core.workspace.command import add_steps, workspace_verb


def main(words: list[str] | None = None) -> int:
    """Runs one verb and gives its exit code."""
    given = _parser().parse_args(words)
    try:
        given.verb(given)
    except Refusal as stop:
        print(_refused(stop, given), file=sys.stderr)
        return 2
    return 0


def read_verb(given: Namespace) -> None:
    """What was understood of one file."""
    reading = _reading(given.files[0], given)
    if given.out:
        Path(given.out).write_bytes(to_csv(reading.tables[0]))
    _answer(describe_reading(reading, given.language, given.as_of), given)


def panel_verb(given: Namespace) -> None:
    """Metrics by period."""
    panel = _panel(given, given.metric)
    answer = describe_panel(panel, given.language)
    wanted = ids(panel, given.metric)
    if wanted:
        answer["metrics"] = {one: answer["metrics"][one] for one in wanted}
    _answer(answer, given)


def lead_lag_verb(given: Namespace) -> None:
    """Which indicator moves before which result, by how long, how surely."""
    named = given.leading + given.lagging if given.leading and given.lagging else []
    panel = _panel(given, named)
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
    _answer(describe_scan(found, given.language), given)


def compare_verb(given: Namespace) -> None:
    """What next month's file changes."""
    old, new = (_reading(name, given) for name in given.files)
    _answer(compared(old, new, given), given)


def serve_verb(given: Namespace) -> None:
    """Serves the app in the browser."""
    root = Path(__file__).parents[1]
    subprocess.run([sys.executable, str(root / "app.py")], cwd=root, check=False)  # noqa: S603


def _panel(given: Namespace, named: list[str]) -> Panel:
    """The panel of all files. Raises Refusal when what is named, or anything, is still open."""
    tables: list[Table] = []
    fields: dict[str, str] = {}
    for name in given.files:
        tables.extend(_tables(name, given))
        fields |= answers_for(name, given).fields
    fields |= outcomes(given.outcome)
    asked = {one.casefold() for said in named for one in (said, *parts(said))}
    open_now = [one for table in tables for one in table.questions]
    settled([one for one in open_now if not asked or one.column.casefold() in asked])
    return build_panel(
        tables,
        Grain(given.period) if given.period else None,
        as_of=given.as_of,
        keep_unfinished=given.keep_unfinished,
        fields=fields,
        by=given.by,
        own=[parsed(one) for one in given.define],
        fiscal_start=given.fiscal_start,
    )


def _tables(name: str, given: Namespace) -> Sequence[Table]:
    """The tables of one file that a panel is made of, or the table of a source."""
    source = source_and_table(name)
    if source is not None:
        return [connected(*source, answers_for(name, given))]
    reading = _reading(name, given)
    return choose_tables(reading.tables) or reading.tables


def _reading(name: str, given: Namespace) -> Reading:
    path, sheet = file_and_sheet(name)
    if source_and_table(name) is not None:
        raise Refusal(
            text("Sources are connected for the verbs panel and lead-lag only."),
            text("Bring a file here, or ask for the panel of the source."),
        )
    answers = answers_for(name, given)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            text("The file cannot be opened: {reason}.", reason=error.strerror or str(error)),
            text("Check the name of the file and your right to read it."),
            Place(str(path)),
        ) from error
    return read(content, path.name, answers if sheet is None else replace(answers, sheet=sheet))


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
    common, grains = reading_words(speaking), panel_words()
    parser = ArgumentParser(prog="python -m core", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    one = verbs.add_parser("read", parents=[common], help=read_verb.__doc__)
    one.add_argument("files", nargs=1, metavar="FILE")
    one.add_argument("--out", help="write the first table as canonical CSV")
    one.add_argument("--as-of", type=date.fromisoformat, help="the day to judge freshness on")
    one.set_defaults(verb=read_verb)
    two = verbs.add_parser("panel", parents=[common, grains], help=panel_verb.__doc__)
    two.add_argument("files", nargs="+", metavar="FILE")
    two.add_argument("--metric", action="append", default=[], metavar="ID")
    two.set_defaults(verb=panel_verb)
    three = verbs.add_parser("lead-lag", parents=[common, grains], help=lead_lag_verb.__doc__)
    three.add_argument("files", nargs="+", metavar="FILE")
    three.add_argument("--leading", action="append", default=[], metavar="A,B")
    three.add_argument("--lagging", action="append", default=[], metavar="C")
    three.add_argument("--lags", metavar="1-6", help="the usual delay, in periods")
    three.add_argument("--seed", type=int, default=settings().seed)
    three.set_defaults(verb=lead_lag_verb)
    beside = verbs.add_parser("compare", parents=[common], help=compare_verb.__doc__)
    add_words(beside)
    beside.set_defaults(verb=compare_verb)
    add_steps(verbs.add_parser("workspace", help=workspace_verb.__doc__), speaking, _answer)
    four = verbs.add_parser("serve", help=serve_verb.__doc__)
    four.set_defaults(verb=serve_verb, json=False, language="en")
    return parser


if __name__ == "__main__":
    sys.exit(main())
