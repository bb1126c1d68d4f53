"""The records of a large text file as Arrow cuts them, and those of another width than the usual.

Columns whose first cells come again and again are cut into distinct texts (`coded`) at once.
"""

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from core.tables.coded import TEXT, coded, is_coded
from core.tables.files.dialect import Dialect

MOST_ODD = 1000  # rows of another width; more, and the file is not regular
BLOCK = 1 << 21  # bytes cut together: they stay in the processor's cache
HEAD = 1 << 20  # bytes that tell which columns hold few distinct texts
FEWEST, FEW = 1000, 0.25  # rows in them, and distinct texts for each row


class Records:
    """One pass of Arrow's reader, and the rows of another width it met."""

    def __init__(self, dialect: Dialect, width: int) -> None:
        self.separator = dialect.separator
        self.names = [str(i) for i in range(width)]
        self.odd: dict[int, str] = {}  # place among all rows -> the row as it lies

    def read(self, content: bytes, quoted: bool, over_lines: bool) -> pa.Table | None:
        """All rows of the usual width; None where too many are not."""
        types = self._types(content, quoted, over_lines)
        found = self._cut(content, types, quoted, over_lines)
        return None if found is None else _in_one_piece(found)

    def _types(self, content: bytes, quoted: bool, over_lines: bool) -> dict[str, pa.DataType]:
        """How each column is kept, as its first cells suggest."""
        types = dict.fromkeys(self.names, TEXT)
        head = content[: content.rfind(b"\n", 0, HEAD) + 1]
        first = self._cut(head, types, quoted, over_lines) if head else None
        if first is None or first.num_rows < FEWEST:
            return types
        most = FEW * first.num_rows
        few = [name for name in self.names if pc.count_distinct(first[name]).as_py() <= most]
        return types | dict.fromkeys(few, pa.dictionary(pa.int32(), TEXT))

    def _cut(
        self, content: bytes, types: dict[str, pa.DataType], quoted: bool, over_lines: bool
    ) -> pa.Table | None:
        self.odd.clear()
        try:
            return arrow_csv.read_csv(
                pa.BufferReader(content),
                arrow_csv.ReadOptions(use_threads=False, column_names=self.names, block_size=BLOCK),
                self._as_written(quoted, over_lines),
                arrow_csv.ConvertOptions(column_types=types, check_utf8=False),
            )
        except pa.ArrowInvalid:
            return None

    def _as_written(self, quoted: bool, over_lines: bool) -> arrow_csv.ParseOptions:
        return arrow_csv.ParseOptions(
            delimiter=self.separator,
            quote_char='"' if quoted else False,
            newlines_in_values=over_lines,
            ignore_empty_lines=False,
            invalid_row_handler=self._keep,
        )

    def _keep(self, row: arrow_csv.InvalidRow) -> str:
        self.odd[row.number - 1] = row.text
        return "skip" if len(self.odd) <= MOST_ODD else "error"


def _in_one_piece(table: pa.Table) -> pa.Table:
    """The table with one list of distinct texts for each coded column, short as codes may be."""
    columns = [coded(one).arrow() if is_coded(one) else one for one in table.columns]
    return pa.table(columns, names=table.column_names)
