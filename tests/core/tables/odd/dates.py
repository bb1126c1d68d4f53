# ruff: noqa: E501
"""Columns of dates and periods as people and programs write them, with what a careful person reads.

Written down before the code was looked at: a proved order is read and told, an open one is asked,
a day that does not exist is unknown and told, and day and hour stay as the file writes them.
"""

import datetime as dt
from random import Random

from core.tables import Answers
from tests.core.tables.odd.case import Odd
from tests.core.tables.odd.cells import filed

ID = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
EN = "January February March April May June July August September October November December".split()
ID3 = "Jan Peb Mar Apr Mei Jun Jul Agt Sep Okt Nop Des".split()
EN3 = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()
HARI = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()


def days(random: Random, count: int = 7) -> list[dt.date]:
    """Days of one or two years, one of them with a day above 12 in any month."""
    first = dt.date(random.choice((2023, 2024, 2025)), 1, 1)
    found = [first + dt.timedelta(random.randrange(700)) for _ in range(count - 2)]
    return [first.replace(day=25), *found, first.replace(month=11, day=13)]


def in_words(seed: int) -> Odd:
    """Month names of two languages leave nothing open."""
    random, forms = Random(seed), (
        lambda d: f"{d.day} {ID[d.month - 1]} {d.year}", lambda d: f"{EN[d.month - 1]} {d.day}, {d.year}",
        lambda d: f"{d.day:02}-{ID3[d.month - 1]}-{d.year}", lambda d: f"{d.day} {EN3[d.month - 1]} '{d:%y}",
        lambda d: f"{HARI[d.weekday()]}, {d.day} {ID[d.month - 1]} {d.year}",
        lambda d: f"{EN3[d.month - 1]} {d.day:02} {d.year}", lambda d: f"tgl {d.day} {ID3[d.month - 1]} {d.year}",
        lambda d: f"{d.day}{_th(d.day)} {EN[d.month - 1]} {d.year}",
    )  # fmt: skip
    found = days(random)
    return filed("in words", "Tanggal", [forms[seed % 8](d) for d in found],
                 [d.isoformat() for d in found], seed=seed)  # fmt: skip


def _th(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def iso(seed: int) -> Odd:
    """Year first."""
    found = days(Random(seed))
    form = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")[seed % 4]
    return filed("iso", "Tanggal", [d.strftime(form) for d in found],
                 [d.isoformat() for d in found], seed=seed)  # fmt: skip


def proved(seed: int) -> Odd:
    """A day above 12 anywhere proves the order of the column, and it is told."""
    found, mark = days(Random(seed)), "/-. "[seed % 4]
    first, short = ("%d", "%m")[seed % 2], ("%Y", "%y")[seed // 4 % 2]
    form = mark.join((first, "%m" if first == "%d" else "%d", short))
    told = "day first" if first == "%d" else "month first"
    asks = ("date_order",) if short == "%y" else ()  # 25/01/23 may have its year first
    return filed("proved", "Tanggal", [d.strftime(form) for d in found],
                 [d.isoformat() for d in found], seed=seed, due=(told,), asks=asks)  # fmt: skip


def open_order(seed: int) -> Odd:
    """No day above 12: asked, and read when answered."""
    random = Random(seed)
    found = [dt.date(2025, random.randrange(1, 13), random.randrange(1, 13)) for _ in range(6)]
    found += [dt.date(2025, 3, 4), dt.date(2025, 11, 2)]
    order = ("dmy", "mdy")[seed % 2]
    form = "%d/%m/%Y" if order == "dmy" else "%m/%d/%Y"
    given = {"answers": Answers(date_order={"": order})} if seed > 1 else {}
    return filed("open order", "X", [d.strftime(form) for d in found],
                 [d.isoformat() for d in found], seed=seed, asks=("date_order",), **given)  # fmt: skip


def both_orders(seed: int) -> Odd:
    """Both orders proved in one column: asked; the answer loses the others, told by cell."""
    cells = ["13/01/2025", "01/14/2025", "02/03/2025", "25/04/2025", "05/26/2025"]
    if seed == 0:
        return filed("both orders", "Tanggal", cells, cells, asks=("date_order",))
    truth = ["2025-01-13", "", "2025-03-02", "2025-04-25", ""]
    return filed("both orders", "Tanggal", cells, truth, seed=seed, due=("“01/14/2025” is not a date",),
                 answers=Answers(date_order={"": "dmy"}))  # fmt: skip


def half_converted(seed: int) -> Odd:
    """A program turned what it could into date cells, the other way: asked, mended when told."""
    early = [dt.date(2025, m, d) for m, d in ((5, 1), (2, 3), (11, 7), (4, 9))]
    late = [dt.date(2025, m, d) for m, d in ((1, 19), (8, 26), (3, 13))]
    form, order = (("%d/%m/%Y", "dmy"), ("%m/%d/%Y", "mdy"))[seed % 2]
    turned = [dt.date(d.year, d.day, d.month) for d in early]
    native: list[object] = list(turned) if seed // 2 % 2 == 0 else [d.isoformat() for d in turned]
    cells = [*native, *(d.strftime(form) for d in late)]
    truth = [d.isoformat() for d in (*early, *late)]
    given = {"answers": Answers(date_order={"": order})} if seed > 3 else {}
    return filed(
        "half converted", "Tanggal", cells, truth, seed=seed, asks=("date_order",), **given
    )


def no_such_day(seed: int) -> Odd:
    """Days that do not exist, or stand for nothing, are unknown and told."""
    odd = ("31/02/2025", "30/02/24", "00/00/0000", "31/04/2025", "29/02/2023", "32/01/2025")[
        seed % 6
    ]
    year = "%y" if len(odd) == 8 else "%Y"
    found = [dt.date(2025, 1, 25), dt.date(2025, 2, 14), dt.date(2025, 3, 5), dt.date(2025, 4, 17)]
    cells = [d.strftime(f"%d/%m/{year}") for d in found]
    truth = [d.isoformat() for d in found]
    return filed("no such day", "Tanggal", [*cells[:2], odd, *cells[2:]], [*truth[:2], "", *truth[2:]],
                 seed=seed, due=(f"“{odd}” is not a date",))  # fmt: skip


def far_off(seed: int) -> Odd:
    """Years 0, 1900-00 and 9999 among dates are told; a column of old dates is one."""
    if seed == 4:
        cells = ["25/05/1850", "1 Juni 1851", "31/12/1899", "02/01/1999"]
        truth = ["1850-05-25", "1851-06-01", "1899-12-31", "1999-01-02"]
        return filed("far off", "Tanggal", cells, truth, seed=seed, due=("day first",))
    if seed == 5:
        cells = ["2024-01-25", "1824-02-14", "2024-03-09", "2024-03-10"]
        truth = [cells[0], "", *cells[2:]]
        return filed("far off", "Tanggal", cells, truth, seed=seed, due=("“1824-02-14”",))
    if seed > 2:
        cells = ["1850-05-01", "1851-06-01", "1899-12-31", "1799-01-02"]
        return filed("far off", "Tanggal", cells, cells, seed=seed)
    odd = ("9999-12-31", "1900-01-00", "0001-01-01")[seed]
    cells = ["2025-01-05", "2025-02-14", odd, "2025-03-09"]
    return filed(
        "far off", "Tanggal", cells, [*cells[:2], "", cells[3]], seed=seed, due=(f"“{odd}”",)
    )


def with_clock(seed: int) -> Odd:
    """Times of day; the zone stays as written and is told."""
    random, found = Random(seed), days(Random(seed))
    at = [
        dt.datetime.combine(d, dt.time(random.randrange(24), random.randrange(60))) for d in found
    ]
    form, due = (
        ("%Y-%m-%dT%H:%M:%SZ", "time zone"), ("%Y-%m-%dT%H:%M:%S+07:00", "time zone"),
        ("%Y-%m-%d %H:%M", ""), ("%d/%m/%Y %H.%M WIB", "time zone"), ("%m/%d/%Y %I:%M %p", "month first"),
        ("%Y-%m-%d %H:%M:%S.250", "fractions of a second"), ("%d %b %Y pukul %H.%M", ""),
        ("%d-%m-%Y %H:%M", "day first"),
    )[seed % 8]  # fmt: skip
    return filed("clock", "Created at", [one.strftime(form) for one in at],
                 [one.strftime("%Y-%m-%dT%H:%M:%S") for one in at], seed=seed,
                 due=(due,) if due else ())  # fmt: skip


def counted(seed: int) -> Odd:
    """Day numbers and seconds since 1970 under a name of time are dates, told; else numbers."""
    number = 45658 + seed
    day = dt.date(1899, 12, 30) + dt.timedelta(number)
    if seed % 4 == 0:
        cells, header, told = [str(number + i) for i in range(4)], "Tanggal", "day numbers"
        truth = [(day + dt.timedelta(i)).isoformat() for i in range(4)]
    elif seed % 4 == 1:
        cells, header, told = [f"{number + i}.5" for i in range(4)], "Order date", "day numbers"
        truth = [f"{day + dt.timedelta(i)}T12:00:00" for i in range(4)]
    elif seed % 4 == 2:
        at = [dt.datetime(2025, 1, 1 + i, 8 + i, 30, tzinfo=dt.UTC) for i in range(4)]
        size = (1, 1000)[seed // 4 % 2]
        cells, header = [str(int(one.timestamp()) * size) for one in at], "timestamp"
        truth, told = [one.strftime("%Y-%m-%dT%H:%M:%S") for one in at], "seconds since 1970"
    else:
        cells, header, told = [str(number + i) for i in range(4)], "Omzet", ""
        truth = cells
    return filed("counted", header, cells, truth, seed=seed, due=(told,) if told else ())


def counts_no_years(seed: int) -> Odd:
    """Counts near 2000 under a name that mentions time are counts."""
    header = ("Leads created", "Deals closed", "Leads per month", "Kunjungan per hari", "Orders this year",
              "Created")[seed]  # fmt: skip
    cells = ["1980", "2011", "2045", "1999"]
    return filed("counts", header, cells, cells, seed=seed)


def periods(seed: int) -> Odd:
    """Months, quarters, weeks and years, told by their first day."""
    cells, truth = PERIODS[seed % len(PERIODS)]
    return filed("periods", "Periode", list(cells), list(truth), seed=seed)


QUARTERS = ("2025-01-01", "2025-04-01", "2025-07-01")
MONTHS = ("2025-01-01", "2025-02-01", "2025-05-01")
WEEKS = ("2025-01-27", "2025-02-03", "2025-02-10")
PERIODS = (
    (("Q1 2025", "Q2 2025", "Q3 2025"), QUARTERS), (("2025-Q1", "2025-Q2", "2025-Q3"), QUARTERS),
    (("Kuartal I 2025", "Kuartal II 2025", "Kuartal III 2025"), QUARTERS),
    (("Triwulan 1/2025", "Triwulan 2/2025", "Triwulan 3/2025"), QUARTERS),
    (("TW1 2025", "TW2 2025", "TW3 2025"), QUARTERS), (("K1 2025", "K2 2025", "K3 2025"), QUARTERS),
    (("Q1'25", "Q2'25", "Q3'25"), QUARTERS), (("1Q25", "2Q25", "3Q25"), QUARTERS),
    (("2025-W05", "2025-W06", "2025-W07"), WEEKS), (("W5 2025", "W6 2025", "W7 2025"), WEEKS),
    (("Minggu 5 2025", "Minggu 6 2025", "Minggu 7 2025"), WEEKS),
    (("wk 05-2025", "wk 06-2025", "wk 07-2025"), WEEKS),
    (("2025-01", "2025-02", "2025-05"), MONTHS), (("01/2025", "02/2025", "05/2025"), MONTHS),
    (("Jan-25", "Feb-25", "May-25"), MONTHS), (("202501", "202502", "202505"), MONTHS),
    (("M01 2025", "M02 2025", "M05 2025"), MONTHS), (("Jan '25", "Peb '25", "Mei '25"), MONTHS),
    (("Januari 2025", "Pebruari 2025", "Mei 2025"), MONTHS),
    (("2023", "2024", "2025"), ("2023-01-01", "2024-01-01", "2025-01-01")),
)  # fmt: skip


def fiscal(seed: int) -> Odd:
    """Fiscal labels: calendar years when they name one, told; else asked for."""
    cells = (("FY2024/25", "FY2025/26", "FY2026/27"), ("TA 2022/2023", "TA 2023/2024", "TA 2024/2025"),
             ("2023/24", "2024/25", "2025/26"), ("2009-10", "2010-11", "2011-12"),
             ("FY23-24", "FY24-25", "FY25-26"))  # fmt: skip
    if seed < 5:
        return filed("fiscal", "Tahun", list(cells[seed]), list(cells[seed]), seed=seed,
                     asks=("fiscal_start",))  # fmt: skip
    found = (("FY24", "FY25"), ("FY2024", "FY2025"), ("FY25 Q1", "FY25 Q2"))[seed - 5]
    truth = ["2025-01-01", "2025-04-01"] if seed == 7 else ["2024-01-01", "2025-01-01"]
    return filed("fiscal", "Periode", list(found), truth, seed=seed, due=("fiscal periods",))


def special(seed: int) -> Odd:
    """Spans, weeks as numbers, day-month-year without marks, short years of the last century."""
    header, cells, truth, due = (
        ("Minggu", ["202505", "202506", "202507"], list(WEEKS), ""),
        ("Periode", ["1-7 Jan 2025", "8-14 Jan 2025", "15-21 Jan 2025"],
         ["2025-01-01", "2025-01-08", "2025-01-15"], "spans of days"),
        ("Tanggal", ["05012025", "16012025", "07022025"], ["2025-01-05", "2025-01-16", "2025-02-07"],
         "day first"),
        ("Tanggal lahir", ["25/03/65", "13/04/88", "07/12/71"], ["1965-03-25", "1988-04-13", "1971-12-07"],
         "two digits"),
        ("Tanggal", ["2025-01-05", "2025-01-06", "n/a", "2025-01-07", "-"],
         ["2025-01-05", "2025-01-06", "", "2025-01-07", ""], ""),
        ("Tanggal", ["2025-01-05", "besok", "2025-01-07", "2025-01-08"],
         ["2025-01-05", "", "2025-01-07", "2025-01-08"], "“besok” is not a date"),
        ("Tanggal", ["2025-01-05", "06/01/2025", "20 Jan 2025", "25/01/2025"],
         ["2025-01-05", "2025-01-06", "2025-01-20", "2025-01-25"], "day first"),
        ("Jam", ["14.30", "15.45", "09.00"], ["14.30", "15.45", "09.00"], ""),
    )[seed]  # fmt: skip
    more = {"Jumlah": [str(5 + i) for i in range(len(cells))]}
    return filed(
        f"special {header}", header, cells, truth, seed=seed, due=(due,) if due else (), more=more
    )


KEPT = (
    (in_words, 8), (iso, 4), (proved, 8), (open_order, 4), (both_orders, 2), (half_converted, 8),
    (no_such_day, 6), (far_off, 6), (with_clock, 8), (counted, 8), (counts_no_years, 6),
    (periods, 20), (fiscal, 8), (special, 8),
)  # fmt: skip


def date_files() -> list[Odd]:
    """The files that are kept."""
    return [make(seed) for make, count in KEPT for seed in range(count)]
