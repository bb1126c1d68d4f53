"""The sheet's own totals that its rows do not add to."""

from collections.abc import Iterator

from core.errors import Place
from core.language import Amount, counted, text
from core.tables.model import Fits, Table, TotalCheck
from core.tables.quality.model import Fault, Finding, Severity


def totals_off(table: Table) -> Iterator[Finding]:
    """One finding for each total row, or column of totals, that is off somewhere."""
    off: dict[tuple[bool, object], list[TotalCheck]] = {}
    for one in table.totals:
        if one.fits is Fits.NEITHER:
            off.setdefault((one.across, one.column if one.across else one.row), []).append(one)
    for checks in off.values():
        first = checks[0]
        yield Finding(
            Fault.TOTAL,
            Severity.WRONG,
            counted(
                "“{label}” disagrees with its parts: {cell} says {total}, they add to {sum}.",
                "“{label}” disagrees with its parts in {n} cells: {cell} says {total}, they add to "
                "{sum}.",
                len(checks),
                label=first.label,
                cell=first.cell,
                total=_amount(first.total),
                sum=_amount(first.sum),
            ),
            text("Check the formula of the total, and whether rows were added or lost."),
            "" if len(checks) > 1 else first.column,
            tuple(Place(table.source, table.sheet, one.row, one.column, one.cell)
                  for one in checks[:20]),
            len(checks),
        )  # fmt: skip


def _amount(value: float) -> Amount:
    return Amount(value, 0 if value.is_integer() else 2)
