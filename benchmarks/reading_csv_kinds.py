"""How fast CSV files of other makes are read beside the fastest bare reader of the same bytes.

`python -m benchmarks.reading_csv_kinds` prints a table. 200,000 rows each, but for the wide one;
processor seconds of app and reading process together, the smallest of three runs.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from benchmarks.reading_speed import orders, ours, seconds

ROWS = 200_000
WIDE_ROWS, WIDE_COLUMNS = 1_000, 2_000


def semicolons(frame: pd.DataFrame) -> bytes:
    """Days first, decimal commas, semicolons."""
    return frame.to_csv(index=False, sep=";", decimal=",", date_format="%d/%m/%Y").encode()


def quoted(frame: pd.DataFrame) -> bytes:
    """Every cell in quotation marks, and a comma in each note."""
    noted = frame.assign(note=frame["note"].str.replace(" ", ", ", n=1))
    return noted.to_csv(index=False, date_format="%Y-%m-%d", quoting=1).encode()


def indonesian(frame: pd.DataFrame) -> bytes:
    """Whole rupiah with points between thousands, names of months, letters beyond ASCII, a mark."""
    amounts = frame["amount"].round().astype(int)
    written = amounts.map("{:,}".format).str.replace(",", ".")
    noted = frame.assign(amount=written, note=frame["note"] + " – selesai")
    return (
        b"\xef\xbb\xbf"
        + noted.to_csv(index=False, sep=";", decimal=",", date_format="%d %b %Y").encode()
    )


def missing(frame: pd.DataFrame) -> bytes:
    """One cell in ten empty, and timestamps."""
    gaps = np.random.default_rng(1).random(frame.shape) < 0.1
    gaps[:, 0] = False
    return frame.mask(gaps).to_csv(index=False, date_format="%Y-%m-%d %H:%M:%S").encode()


def wide(_: pd.DataFrame) -> bytes:
    """Two thousand columns."""
    rng = np.random.default_rng(2)
    makes: list[Callable[[], object]] = [
        lambda: rng.integers(0, 500, WIDE_ROWS),
        lambda: rng.gamma(2, 50_000, WIDE_ROWS).round(2),
        lambda: rng.choice(["Jakarta", "Bandung", "Medan"], WIDE_ROWS),
        lambda: np.datetime64("2022-01-01") + rng.integers(0, 1000, WIDE_ROWS).astype("m8[D]"),
    ]
    columns = {f"kolom {i}": makes[i % 4]() for i in range(WIDE_COLUMNS)}
    return pd.DataFrame(columns).to_csv(index=False, date_format="%Y-%m-%d").encode()


def main() -> None:
    frame = orders(ROWS)
    print("| file | MB | seconds | pyarrow.csv | times |\n|---|---|---|---|---|")
    for make in (semicolons, quoted, indonesian, missing, wide):
        content = make(frame)
        mark = ";" if b";" in content[:60] else ","
        parsed = arrow_csv.ParseOptions(delimiter=mark)
        bare = seconds(lambda: arrow_csv.read_csv(pa.BufferReader(content), parse_options=parsed))  # noqa: B023
        total, _ = ours(content, "orders.csv")
        size = len(content) / 1e6
        print(
            f"| {make.__name__} | {size:.0f} | {total:.2f} | {bare:.2f} | {total / bare:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
