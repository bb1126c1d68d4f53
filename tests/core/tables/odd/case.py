"""An odd file, its table, and the judge: right, asked, refused, or wrong without a word."""

import csv
import io
from dataclasses import dataclass, field

from core.errors import Refusal
from core.tables import Answers, Reading, describe, read, to_csv

Cell = str  # canonical: ISO dates, point decimals, true/false, "" for unknown


@dataclass(frozen=True)
class Odd:
    """One file with its truth.

    `columns` is the first table: header -> canonical cells; None where a refusal is right.
    `due` are pieces of English sentences that the notices, issues, questions or the refusal must
    hold. `asks` are the questions that may stand instead of the answer, and `answers` answers them.
    """

    name: str
    source: str
    content: bytes
    columns: dict[str, list[Cell]] | None = None
    due: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    may_refuse: bool = False
    answers: Answers = field(default_factory=Answers)


def judged(odd: Odd) -> tuple[str, str]:
    """right | asked | refused | unsaid (right, but a due notice is missing) | wrong, and why."""
    try:
        reading = read(odd.content, odd.source, odd.answers)
    except Refusal as stop:
        return _refusal(odd, stop)
    if odd.columns is None:
        return "wrong", f"read instead of refused: {list(reading.tables[0].frame.columns)}"
    describe(reading)  # its quality, too, can be told of any table
    asked = {question.id for table in reading.tables for question in table.questions}
    if asked:
        return ("asked", str(asked)) if asked <= set(odd.asks) else ("wrong", f"asks {asked}")
    found = _canonical(reading)
    if found != odd.columns:
        return "wrong", _difference(found, odd.columns)
    said = _said(reading)
    unsaid = [piece for piece in odd.due if piece.casefold() not in said]
    return ("unsaid", f"{unsaid} not in {said}") if unsaid else ("right", "")


def _refusal(odd: Odd, stop: Refusal) -> tuple[str, str]:
    words = f"{stop.what.to('en')} {stop.remedy.to('en')}".casefold()
    if odd.columns is not None and not odd.may_refuse:
        return "wrong", f"refused: {words}"
    if not stop.what.to("en") or not stop.remedy.to("en") or not stop.place.source:
        return "wrong", "a refusal without what, where or what to do"
    unsaid = [piece for piece in odd.due if piece.casefold() not in words]
    return ("unsaid", f"{unsaid} not in {words}") if unsaid else ("refused", words)


def _canonical(reading: Reading) -> dict[str, list[Cell]]:
    rows = list(csv.reader(io.StringIO(to_csv(reading.tables[0]).decode())))
    return {name: [row[i] for row in rows[1:]] for i, name in enumerate(rows[0])}


def _said(reading: Reading) -> str:
    table = reading.tables[0]
    texts = [one.to("en") for one in (*reading.notices, *table.notices)]
    texts += [f"{issue.what.to('en')} {issue.remedy.to('en')}" for issue in table.issues]
    return " | ".join(texts).casefold()


def _difference(found: dict[str, list[Cell]], wanted: dict[str, list[Cell]]) -> str:
    if list(found) != list(wanted):
        return f"columns {list(found)}, not {list(wanted)}"
    for name in wanted:
        if len(found[name]) != len(wanted[name]):
            return f"{name}: {len(found[name])} rows, not {len(wanted[name])}"
        off = [
            (i, a, b)
            for i, (a, b) in enumerate(zip(found[name], wanted[name], strict=True))
            if a != b
        ]
        if off:
            return f"{name}: (row, found, wanted) {off[:3]} of {len(off)}"
    return "order"
