# ruff: noqa: E501
"""Columns of yes and no, lengths of time, and types the person gives, with what they must become."""

import datetime as dt

from core.tables import Answers, ColumnType
from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.cells import filed

YES_NO = "yes and no"
COUNT = {"Jumlah": ["5", "7", "6", "9"]}
TRUTHS = (
    (("ya", "tidak", "ya", "tidak"), (1, 0, 1, 0), YES_NO),
    (("Yes", "No", "n/a", "No"), (1, 0, None, 0), YES_NO),
    (("TRUE", "FALSE", "TRUE", ""), (1, 0, 1, None), ""), (("Y", "T", "Y", "T"), (1, 0, 1, 0), YES_NO),
    (("T", "F", "F", "T"), (1, 0, 0, 1), YES_NO), (("benar", "salah", "-", "benar"), (1, 0, None, 1), YES_NO),
    (("✓", "✗", "✓", "✓"), (1, 0, 1, 1), YES_NO), (("Y", "N", "N", "Y"), (1, 0, 0, 1), YES_NO),
    (("true", "true", "true", "true"), (1, 1, 1, 1), ""), (("v", "x", "v", "v"), (1, 0, 1, 1), YES_NO),
)  # fmt: skip
STAYING = (
    ("Status", ("aktif", "nonaktif", "aktif", "aktif")), ("Kode negara", ("NA", "ID", "MY", "SG")),
    ("Inisial", ("NA", "BS", "KR", "NA")), ("Hadir", ("x", "", "x", "x")),
    ("Jawaban", ("ya", "tidak", "mungkin", "ya")), ("Grade", ("A", "B", "T", "Y")),
    ("Ukuran", ("S", "M", "L", "XL")), ("Skor", ("1", "0", "1", "0")),
    ("Mulai", ("14:30", "09:15", "16:00", "08:45")), ("Selesai", ("14:30:00", "09:15:00", "16:00:00", "08:45:00")),
)  # fmt: skip
LENGTHS = (
    (
        "Durasi",
        ("1:30:00", "0:45:30", "12:00:00", "0:00:59"),
        ("1:30:00", "0:45:30", "12:00:00", "0:00:59"),
    ),
    ("Total", ("1h 30m", "45m 10s", "2h", "10 min"), ("1:30:00", "0:45:10", "2:00:00", "0:10:00")),
    (
        "Lama",
        ("45 menit", "2 jam", "1 jam 15 menit", "90 detik"),
        ("0:45:00", "2:00:00", "1:15:00", "0:01:30"),
    ),
    (
        "X",
        ("30:15:00", "8:00:00", "7:45:00", "41:00:00"),
        ("30:15:00", "8:00:00", "7:45:00", "41:00:00"),
    ),
)


def truths(seed: int) -> Odd:
    """Words and ticks for yes and no, said; true and false need no word."""
    cells, values, due = TRUTHS[seed % len(TRUTHS)]
    truth = ["" if one is None else ("false", "true")[one] for one in values]
    return filed(
        "truths", "Aktif", list(cells), truth, seed=seed, due=(due,) if due else (), more=COUNT
    )


def staying(seed: int) -> Odd:
    """What only resembles something else stays as it is."""
    header, cells = STAYING[seed % len(STAYING)]
    return filed(
        f"staying {header}",
        header,
        list(cells),
        list(cells),
        seed=seed,
        more=COUNT,
    )


def lengths(seed: int) -> Odd:
    """Lengths of time, told to be kept in seconds; written as h:mm:ss."""
    header, cells, truth = LENGTHS[seed % len(LENGTHS)]
    return filed(
        "lengths", header, list(cells), list(truth), seed=seed, due=("lengths of time",), more=COUNT
    )


def native_lengths(seed: int) -> Odd:
    """Lengths of time as a workbook keeps them."""
    cells: list[object] = [
        dt.timedelta(hours=h, minutes=m, seconds=seed) for h, m in ((30, 5), (2, 45), (49, 0))
    ]
    truth = [f"{h}:{m:02}:{seed:02}" for h, m in ((30, 5), (2, 45), (49, 0))]
    return filed("native lengths", "Jam lembur", cells, truth, seed=seed, due=("lengths of time",))


def minutes_or_hours(seed: int) -> Odd:
    """5:30 of a length of time stays text, and why is told; hours and minutes when the person says."""
    cells = ["5:30", "12:45", "0:50", "7:05"]
    if seed % 2 == 0:
        return filed(
            "minutes or hours",
            "Durasi",
            cells,
            cells,
            seed=seed,
            due=("minutes and seconds or hours",),
        )
    given = Answers(types={"Durasi": ColumnType.DURATION})
    return filed(
        "minutes or hours",
        "Durasi",
        cells,
        [f"{one}:00" for one in cells],
        seed=seed,
        answers=given,
    )


GIVEN = (
    (ColumnType.TEXT, ("1.234", "2", "3"), ("1.234", "2", "3"), ""),
    (ColumnType.TEXT, ("01/02/2025", "03/04/2025", "x"), ("01/02/2025", "03/04/2025", "x"), ""),
    (
        ColumnType.NUMBER,
        ("5", "tutup", "libur", "x", "7,5"),
        ("5", "", "", "", "7.5"),
        "“tutup” is not a number",
    ),
    (ColumnType.NUMBER, ("007", "012", "3"), ("7", "12", "3"), ""),
    (ColumnType.INTEGER, ("5", "7.5", "8"), ("5", "", "8"), "“7.5” is not a whole number"),
    (
        ColumnType.DATE,
        ("2025-01-05", "x", "y", "z"),
        ("2025-01-05", "", "", ""),
        "“y” is not a date",
    ),
    (
        ColumnType.DATE,
        ("45658", "45659", "45660"),
        ("2025-01-01", "2025-01-02", "2025-01-03"),
        "day numbers",
    ),
    (
        ColumnType.DATE,
        ("2025-01-05 10:30", "2025-01-06 11:00"),
        ("2025-01-05", "2025-01-06"),
        "times of day",
    ),
    (
        ColumnType.DATETIME,
        ("2025-01-05", "2025-01-06"),
        ("2025-01-05T00:00:00", "2025-01-06T00:00:00"),
        "",
    ),
    (
        ColumnType.BOOLEAN,
        ("1", "0", "ya", "mungkin"),
        ("true", "false", "true", ""),
        "neither yes nor no",
    ),
    (
        ColumnType.DURATION,
        ("1:30", "0:45:10", "2h", "lama"),
        ("1:30:00", "0:45:10", "2:00:00", ""),
        "“lama” is not a length",
    ),
)


def given(seed: int) -> Odd:
    """The type a person gives holds; what does not fit it is told by cell."""
    type, cells, truth, due = GIVEN[seed % len(GIVEN)]
    count = [str(i) for i in range(len(cells))]
    return filed(f"given {type}", "Kolom", list(cells), list(truth), seed=seed, more={"Jumlah": count},
                 answers=Answers(types={"Kolom": type}), due=(due,) if due else ())  # fmt: skip


KEPT = (
    (truths, 10), (staying, 10), (lengths, 4), (native_lengths, 2), (minutes_or_hours, 2), (given, 11),
)  # fmt: skip


def cell_files() -> list[Odd]:
    """The files that are kept."""
    return [make(seed) for make, count in KEPT for seed in range(count)]
