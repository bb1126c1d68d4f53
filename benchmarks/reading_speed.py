"""How fast and in how much memory large files are read, beside bare readers, in one run.

`python -m benchmarks.reading_speed` prints a table. Processor seconds of this process and of the
reading process together, all threads, the smallest of three runs; memory is this process's own.
"""

import io
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import python_calamine as calamine
import xlsxwriter
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from core.tables import read
from core.tables.files.memory import give_back
from core.tables.files.process import READER

REPEATS = 3
ROWS_CSV, ROWS_XLSX = 1_000_000, 100_000
WORDS = "harga mahal menunggu anggaran kirim proposal demo pelanggan minta diskon baru".split()


def orders(rows: int) -> pd.DataFrame:
    """Twelve columns: codes with leading zeros, dates, categories, decimals, free text."""
    rng = np.random.default_rng(0)
    days = np.datetime64("2022-01-01") + rng.integers(0, 1000, rows).astype("m8[D]")
    notes = np.array(WORDS)[rng.integers(0, len(WORDS), (rows, 5))]
    return pd.DataFrame(
        {
            "order_id": [f"{i:08d}" for i in range(rows)],
            "created": days,
            "closed": days + rng.integers(0, 90, rows).astype("m8[D]"),
            "region": rng.choice(["Jakarta", "Bandung", "Surabaya", "Medan"], rows),
            "team": rng.choice([f"Tim {i}" for i in range(40)], rows),
            "stage": rng.choice(["Won", "Lost", "Open"], rows),
            "customer": [f"C{i:06d}" for i in rng.integers(0, 200_000, rows)],
            "amount": rng.gamma(2, 50_000, rows).round(2),
            "quantity": rng.integers(1, 500, rows),
            "discount": rng.random(rows).round(4),
            "calls": rng.integers(0, 17, rows),
            "note": [" ".join(one) for one in notes],
        }
    )


def as_csv(frame: pd.DataFrame) -> bytes:
    return frame.to_csv(index=False, date_format="%Y-%m-%d").encode()


def as_xlsx(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet, day = book.add_worksheet("Orders"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, list(frame.columns))
    for place, row in enumerate(frame.itertuples(index=False), start=1):
        for i, value in enumerate(row):
            if isinstance(value, pd.Timestamp):
                sheet.write_datetime(place, i, value.to_pydatetime(), day)
            else:
                sheet.write(place, i, value)
    book.close()
    return out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """Smallest processor time of this process alone."""
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def ours(content: bytes, name: str) -> tuple[float, float]:
    """Smallest processor time of app and reading process together, and the app's part of it."""
    read(b"a,b\n1,2\n", "warm.csv")
    taken = []
    for _ in range(REPEATS):
        start, before = time.process_time(), _of_reader()
        read(content, name)
        own = time.process_time() - start
        taken.append((own + _of_reader() - before, own))
    return min(taken)


def _of_reader() -> float:
    """Processor seconds of the children that the reading process has seen end."""
    assert READER._process is not None
    stat = Path(f"/proc/{READER._process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, stat[11:15])) / 100


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024**2


def of_text() -> tuple[list[str], list[str]]:
    """Lines on a large CSV, and on the app's memory while it is read, held and let go."""
    content = as_csv(orders(ROWS_CSV))
    bare = {
        "pandas, C engine": seconds(lambda: pd.read_csv(io.BytesIO(content))),
        "pyarrow.csv": seconds(lambda: arrow_csv.read_csv(pa.BufferReader(content))),
    }
    give_back()
    before = resident_mb()
    total, own = ours(content, "orders.csv")
    reading = read(content, "orders.csv")
    held = resident_mb()
    del reading
    give_back()
    size, times = len(content) / 1e6, total / min(bare.values())
    return [
        f"| CSV of 1,000,000 x 12, {size:.0f} MB, read, typed and mapped | {total:.2f} | "
        f"{times:.1f} times the fastest bare reader |",
        f"| of which in the app itself | {own:.2f} | |",
        *(f"| {name}, no typing of our own | {taken:.2f} | |" for name, taken in bare.items()),
    ], [
        f"| before | {before:.0f} |",
        f"| with the CSV's reading held | {held:.0f} |",
        f"| after it was let go | {resident_mb():.0f} |",
    ]


def of_workbook() -> list[str]:
    content = as_xlsx(orders(ROWS_XLSX))
    bare = seconds(
        lambda: calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    )
    total, own = ours(content, "orders.xlsx")
    return [
        f"| XLSX of 100,000 x 12, {len(content) / 1e6:.1f} MB | {total:.2f} | "
        f"{total / bare:.1f} times bare calamine |",
        f"| of which in the app itself | {own:.2f} | |",
        f"| calamine to Python lists | {bare:.2f} | |",
    ]


def of_columns() -> list[str]:
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pandas(orders(ROWS_CSV), preserve_index=False), out)
    bare = seconds(lambda: parquet.read_table(pa.BufferReader(out.getvalue())))
    total, _ = ours(out.getvalue(), "orders.parquet")
    return [
        f"| Parquet of 1,000,000 x 12 | {total:.2f} | {total / bare:.1f} times pyarrow.parquet |",
        f"| pyarrow.parquet | {bare:.2f} | |",
    ]


def main() -> None:
    text, memory = of_text()
    print("| what | seconds | beside it |\n|---|---|---|")
    print("\n".join([*text, *of_workbook(), *of_columns()]))
    print("\n| memory of the app, MB | |\n|---|---|")
    print("\n".join(memory))


if __name__ == "__main__":
    main()
