"""The command line's own words: a line that is not understood is refused as a file would be."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NoReturn

from core.command_faults import fault
from core.errors import Refusal
from core.language import LANGUAGES, text
from core.tables import Table

_DAYS = {"as_of": "--as-of", "on": "--on"}
_FORM = "2025-01-31"


class Words(ArgumentParser):
    """Raises Refusal where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        """What argparse says of the line, and where its words are told."""
        raise Refusal(
            text("The command was not understood: {said}.", said=fault(message)),
            text("{help} says what it takes.", help=f"{self.prog} --help"),
        )


def asked_for(words: Sequence[str]) -> Namespace:
    """How to answer a line that could not be taken apart."""
    language = next((one for one in LANGUAGES if f"--language={one}" in words), "en")
    for option, said in pairwise(words):
        if option == "--language" and said in LANGUAGES:
            language = said
    return Namespace(json="--json" in words, language=language)


def heard(said: Iterable[str], tables: Iterable[Table]) -> None:
    """Raises Refusal where something is said of a column that no table has."""
    known = list(dict.fromkeys(one.name for table in tables for one in table.columns))
    for name in said:
        if name and name not in known:
            raise Refusal(
                text("There is no column “{name}”.", name=name),
                text("Choose from: {known}.", known=", ".join(known)),
            )


def settle_days(given: Namespace) -> None:
    """Turns the days of a line into dates. Raises Refusal for one that is none."""
    for name, option in _DAYS.items():
        said = getattr(given, name, None)
        if said is not None:
            setattr(given, name, _day(option, said))


def _day(option: str, said: str) -> date:
    try:
        found = date.fromisoformat(said)
    except ValueError:
        found = None
    if found is None or str(found) != said:  # a week or a row of digits is not meant as a day
        raise Refusal(
            text("{option} cannot be “{said}”.", option=option, said=said),
            text("Write it as {form}.", form=_FORM),
        )
    return found
