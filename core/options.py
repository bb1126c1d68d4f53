"""What the words on the command line ask for: which file, which answers, which indicators."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from math import inf
from pathlib import Path

from core.errors import Place, Refusal
from core.language import LANGUAGES, text
from core.metrics import MEANINGS, Panel
from core.periods import Grain
from core.tables import Answers, Question


def speaking_words() -> ArgumentParser:
    """How to answer."""
    words = ArgumentParser(add_help=False)
    words.add_argument("--json", action="store_true", help="answer as one line of JSON")
    words.add_argument("--language", choices=LANGUAGES, default="en")
    return words


def reading_words(speaking: ArgumentParser) -> ArgumentParser:
    """What a file leaves open, answered."""
    words = ArgumentParser(add_help=False, parents=[speaking])
    words.add_argument("--sheet", help="read this sheet only")
    words.add_argument("--date-order", action="append", default=[], metavar="[FILE=]dmy|mdy")
    words.add_argument("--decimal", action="append", default=[], metavar="[FILE=]comma|point")
    words.add_argument("--suffix", action="append", default=[], metavar="[FILE=]million|billion")
    words.add_argument("--map", action="append", default=[], metavar="[FILE:]COLUMN=FIELD")
    words.add_argument("--year", type=int, help="the year, where months have none")
    words.add_argument(
        "--fiscal-start",
        type=int,
        choices=range(1, 13),
        metavar="MONTH",
        help="the month (1-12) in which financial years start",
    )
    return words


def panel_words() -> ArgumentParser:
    """How the panel is cut."""
    words = ArgumentParser(add_help=False, parents=[record_words()])
    words.add_argument("--period", choices=[grain.value for grain in Grain])
    words.add_argument("--keep-unfinished", action="store_true", help="keep the last period")
    words.add_argument("--define", action="append", default=[], metavar="NAME=SUM(COLUMN)…")
    return words


def record_words() -> ArgumentParser:
    """What records are taken for, and how they are divided."""
    words = ArgumentParser(add_help=False)
    words.add_argument("--as-of", metavar="DATE", help="the day the data go up to")
    words.add_argument("--by", action="append", default=[], metavar="COLUMN")
    words.add_argument("--outcome", action="append", default=[], metavar="COLUMN:WORD=OUTCOME")
    return words


def enablement_words() -> ArgumentParser:
    """How the enablement metrics are worked out."""
    words = ArgumentParser(add_help=False)
    words.add_argument("--metric", action="append", default=[], metavar="NAME")
    words.add_argument("--within", type=hours, default=1.0, metavar="HOURS", help="response limit")
    words.add_argument("--working-hours", action="store_true", help="count working hours alone")
    words.add_argument("--others-lost", action="store_true", help="third outcomes count as lost")
    return words


def hours(said: str) -> float:
    """A limit in hours, above 0. Raises ValueError."""
    hours = float(said)
    if not 0 < hours < inf:
        raise ValueError
    return hours


def file_and_sheet(name: str) -> tuple[Path, str | None]:
    """FILE#Sheet taken apart, unless a file has that very name."""
    if "#" not in name or Path(name).exists():
        return Path(name), None
    path, sheet = name.rsplit("#", 1)
    return Path(path), sheet


def source_and_table(name: str) -> tuple[str, str] | None:
    """URL#table (or a folder of Parquet files) taken apart; None for the name of a file."""
    if "://" in name:
        url, _, table = name.partition("#")
        return url, table
    return (name, "") if Path(name).is_dir() else None


def answers_for(name: str, given: Namespace) -> Answers:
    """What the options say about this one file."""
    path, _ = file_and_sheet(name)
    files = {str(path), path.name}
    return Answers(
        date_order=_for_file(given.date_order, files, ("dmy", "mdy"), "--date-order"),
        decimal=_for_file(given.decimal, files, ("comma", "point"), "--decimal"),
        fields=dict(_mapped(given.map, files)),
        year=given.year,
        sheet=given.sheet,
        suffix=_for_file(given.suffix, files, ("million", "billion"), "--suffix"),
        fiscal_start=given.fiscal_start,
    )


def _for_file(
    said: Iterable[str], files: set[str], allowed: tuple[str, ...], option: str
) -> dict[str, str]:
    """`[FILE=]value` -> {"": value} for this file."""
    found = {}
    for one in said:
        file, _, value = one.rpartition("=")
        if value not in allowed:
            raise _not_taken(option, one, "[FILE=]" + "|".join(allowed))
        if not file or file in files:
            found[""] = value
    return found


def _mapped(said: Iterable[str], files: set[str]) -> Iterable[tuple[str, str]]:
    """`[FILE:]Source column=field` -> (column, field) for this file."""
    for one in said:
        column, mark, field = one.rpartition("=")
        if not mark:
            raise _not_taken("--map", one, '"[FILE:]Source column=field"')
        file, colon, rest = column.partition(":")
        if colon and file in files:
            yield rest, field
        elif not (colon and Path(file).exists()):
            yield column, field


def outcomes(said: Iterable[str]) -> dict[str, str]:
    """`Status:Closed Won=won` -> {"Status:Closed Won": "won"}. Raises Refusal.

    Of deals won, lost, open or other; of other tables what their own words can mean: qualified,
    held, cancelled …
    """
    found = {}
    for one in said:
        word, _, outcome = one.rpartition("=")
        if ":" not in word or outcome not in MEANINGS:
            raise _not_taken("--outcome", one, f'"Column:word={"|".join(MEANINGS)}"')
        found[word] = outcome
    return found


def lags(said: str | None) -> tuple[int, int] | None:
    """1-6 -> (1, 6); 3 -> (3, 3)."""
    if said is None:
        return None
    low, _, high = said.partition("-")
    if not (low.isdigit() and (high or low).isdigit()) or not 1 <= int(low) <= int(high or low):
        raise _not_taken("--lags", said, "1-6")
    return int(low), int(high or low)


def parts(said: str) -> list[str]:
    """Names with commas between."""
    return [name.strip() for name in said.split(",") if name.strip()]


def ids(panel: Panel, said: Iterable[str]) -> list[str]:
    """The ids named one by one or with commas between. Raises Refusal."""
    found: dict[str, None] = {}
    for one in said:
        whole = _find(panel, one)
        for id in [whole] if whole else [indicator(panel, part) for part in parts(one)]:
            found[id] = None
    return list(found)


def _find(panel: Panel, name: str) -> str | None:
    """The indicator with that id, else with that name, else recognised as that metric."""
    wanted = name.strip().casefold()
    known = [
        (one.id, *(one.name.to(language) for language in LANGUAGES), one.metric or "")
        for one in panel.indicators
    ]
    for place in range(2 + len(LANGUAGES)):
        for told in known:
            if told[place].casefold() == wanted:
                return told[0]
    return None


def indicator(panel: Panel, name: str) -> str:
    """The id of one indicator, by its id or its name. Raises Refusal."""
    found = _find(panel, name)
    if found is None:
        raise Refusal(
            text("There is no indicator “{name}”.", name=name),
            text("Choose from: {known}.", known=", ".join(one.id for one in panel.indicators)),
        )
    return found


def _not_taken(option: str, said: str, form: str) -> Refusal:
    return Refusal(
        text("{option} cannot be “{said}”.", option=option, said=said),
        text("Write it as {form}.", form=form),
    )


def settled(questions: Sequence[Question]) -> None:
    """Raises Refusal at the first question that the file leaves open."""
    for one in questions:
        choices = ", ".join(value for value, _ in one.choices) or "2025"
        raise Refusal(
            one.what,
            text("Answer with {option}: {choices}.", option=one.option, choices=choices),
            Place(column=one.column),
        )
