"""The ways in which a company lays its figures out; each fills pages and keeps the truth."""

import datetime as dt

from tests.core.tables.torture import LAYOUTS, Case, Maker, Money, Page, Share


def made(seed: int) -> Case:
    """The file of one seed."""
    maker = Maker(seed)
    layout = LAYOUTS[seed % len(LAYOUTS)]
    pages = globals()[f"_{layout}"](maker)
    if maker.maybe(0.2):
        pages = [_shifted(page) for page in pages]
    if maker.maybe(0.15):
        pages.append(Page("Petunjuk", [["Cara mengisi lembar ini"], ["Isi setiap bulan"]]))
    truth = dict(maker.truth)
    return Case(seed, layout, maker.locale, pages, truth, maker.as_text, maker.bad)


def _shifted(page: Page) -> Page:
    """The same sheet one column to the right and two rows down."""
    rows = [[], [], *([None, *row] if row else [] for row in page.rows)]
    merges = [(a + 2, b + 1, c + 2, d + 1) for a, b, c, d in page.merges]
    return Page(page.name, rows, merges, page.hidden)


def _head(maker: Maker, metrics: list[tuple[str, str]]) -> list[str]:
    return [
        f"{name} (%)" if kind == "share" and maker.maybe(0.3) else name for name, kind in metrics
    ]


def _body(maker: Maker, metrics: list[tuple[str, str]]) -> list[list[object]]:
    return [[maker.month(m), *(maker.cell(*one, m) for one in metrics)] for m in maker.months]


def _with_subtotals(maker: Maker, body: list[list[object]]) -> list[list[object]]:
    """A row for each year after its months."""
    found: list[list[object]] = []
    for month, row in zip(maker.months, body, strict=True):
        found.append(row)
        if month.month == 12:
            found.append([f"Total {month.year}", *([123456.0] * (len(row) - 1))])
    return found


def _table(maker: Maker, metrics: list[tuple[str, str]]) -> tuple[list[list[object]], list]:
    head: list[list[object]] = [[maker.word("Bulan", "Month"), *_head(maker, metrics)]]
    merges = []
    if len(metrics) > 2 and maker.maybe(0.25):
        half = len(metrics) // 2
        group = [
            None,
            "Marketing",
            *[None] * (half - 1),
            "Sales",
            *[None] * (len(metrics) - half - 1),
        ]
        head.insert(0, group)
        if maker.maybe(0.7):
            merges = [(0, i, 0, j) for i, j in ((1, half), (half + 1, len(metrics))) if j > i]
    elif maker.maybe(0.2):
        units = {
            "count": "(unit)",
            "big": "(unit)",
            "money": "(Rp)",
            "share": "(%)",
            "decimal": "(1-5)",
        }
        head.append([None, *(units[kind] for _, kind in metrics)])
    body = _body(maker, metrics)
    total = maker.maybe(0.3)
    rows = _with_subtotals(maker, body) if maker.maybe(0.2) and len(maker.years) > 1 else body
    numbered = maker.maybe(0.2) and len(head) == 1 and rows is body
    foot = maker.foot(body) if total else []
    if numbered:
        head = [["No", *head[0]]]
        rows = [[float(i), *row] for i, row in enumerate(rows, 1)]
        foot = [[None, *row] if len(row) > 1 else row for row in foot]
    return [*head, *rows, *foot], merges


def _wide(maker: Maker) -> list[Page]:
    rows, merges = _table(maker, maker.metrics)
    titles = maker.titles()
    down = len(titles)
    return [Page("Rekap", [*titles, *rows], [(a + down, b, c + down, d) for a, b, c, d in merges])]


def _across(maker: Maker) -> list[Page]:
    pairs = maker.maybe(0.2) and len(maker.years) == 1
    unit, numbered = maker.maybe(0.3), maker.maybe(0.2)
    lead = [
        *(["No"] if numbered else []),
        maker.word("Indikator", "KPI"),
        *(["Satuan"] if unit else []),
    ]
    years = len(maker.years) > 1 and maker.maybe(0.4)
    merges: list[tuple[int, int, int, int]] = []
    head: list[list[object]]
    if years:
        top: list[object] = [None] * len(lead)
        for month in maker.months:
            top.append(str(month.year) if month.month == 1 else None)
        head = [top, [*lead, *(maker.bare(m.month) for m in maker.months)]]
    elif pairs:
        top = [None] * len(lead)
        for month in maker.months:
            top += [maker.month(month), None]
        head = [top, [*lead, *(["Target", "Realisasi"] * len(maker.months))]]
    else:
        head = [[*lead, *(maker.month(m) for m in maker.months)]]
    total = maker.maybe(0.3) and not pairs
    if total:
        head[-1].append("Total")
    body = []
    for i, (name, kind) in enumerate(maker.metrics, 1):
        label = [
            *([float(i)] if numbered else []),
            name,
            *(["%" if kind == "share" else "unit"] if unit else []),
        ]
        cells = [maker.cell(name, kind, m) for m in maker.months]
        if pairs:
            cells = [one for cell in cells for one in (_goal(kind), cell)]
        body.append([*label, *cells, *([999_999.0] if total else [])])
    titles = maker.titles()
    merges = [(a + len(titles), b, c + len(titles), d) for a, b, c, d in merges]
    notes = [[], ["Catatan: diperbarui tiap bulan"]] if maker.maybe(0.3) else []
    return [Page("KPI", [*titles, *head, *body, *notes], merges)]


def _goal(kind: str) -> object:
    return {"share": Share(0.5), "money": Money(5e8)}.get(kind, 300.0)


def _crosstab(maker: Maker) -> list[Page]:
    pages = []
    together = maker.maybe(0.6) or len(maker.metrics) == 1
    rows: list[list[object]] = []
    for name, kind in maker.metrics:
        block: list[list[object]] = []
        for month in range(1, 13):
            days = [dt.date(year, month, 1) for year in maker.years]
            block.append([maker.bare(month), *(maker.cell(name, kind, day) for day in days)])
        head = [maker.word("Bulan", "Month"), *(float(y) for y in maker.years)]
        if maker.maybe(0.3):
            block.append([maker.word("Jumlah", "Total"), *(1e9 for _ in maker.years)])
        rows += [[name], head, *block, []]
        if not together:
            pages.append(Page(name, maker.titles() + rows[1:]))
            rows = []
    return [Page("Rekap", rows)] if together else pages


def _long(maker: Maker) -> list[Page]:
    head: list[object] = [
        maker.word("Periode", "Period"),
        maker.word("Indikator", "Metric"),
        maker.word("Nilai", "Value"),
    ]
    metrics = [one for one in maker.metrics if one[1] != "share"]
    if len(metrics) < 2 or len(maker.months) < 2:
        return _wide(maker)
    maker.truth = {key: value for key, value in maker.truth.items() if key[0] in dict(metrics)}
    body = [
        [maker.month(m), name, maker.cell(name, kind, m)]
        for m in maker.months
        for name, kind in metrics
    ]
    return [Page("Data", [*maker.titles(), head, *body])]


def _sheets(maker: Maker) -> list[Page]:
    pages = []
    for year in maker.years:
        months = [m for m in maker.months if m.year == year]
        head = [maker.word("Bulan", "Month"), *(name for name, _ in maker.metrics)]
        body = [
            [maker.bare(m.month), *(maker.cell(*one, m) for one in maker.metrics)] for m in months
        ]
        pages.append(Page(str(year), [*maker.titles(), head, *body, *maker.foot(body)]))
    return pages


def _stacked(maker: Maker) -> list[Page]:
    half = max(1, len(maker.metrics) // 2)
    rows: list[list[object]] = []
    for metrics in (maker.metrics[:half], maker.metrics[half:]):
        if metrics:
            head = [maker.word("Bulan", "Month"), *(name for name, _ in metrics)]
            rows += [["Tabel " + metrics[0][0]], head, *_body(maker, metrics), []]
    return [Page("Rekap", rows)]


def _year_month(maker: Maker) -> list[Page]:
    head = [
        maker.word("Tahun", "Year"),
        maker.word("Bulan", "Month"),
        *(n for n, _ in maker.metrics),
    ]
    merged = maker.maybe(0.5)
    body = []
    for m in maker.months:
        year = None if merged and m.month > 1 else float(m.year)
        body.append([year, maker.bare(m.month), *(maker.cell(*one, m) for one in maker.metrics)])
    return [Page("Rekap", [*maker.titles(), head, *body, *maker.foot(body, 2)])]


def _beside(maker: Maker) -> list[Page]:
    half = max(1, len(maker.metrics) // 2)
    left, right = maker.metrics[:half], maker.metrics[half:]
    if not right:
        return _wide(maker)
    heads = [[maker.word("Bulan", "Month"), *(n for n, _ in some)] for some in (left, right)]
    bodies = [_body(maker, some) for some in (left, right)]
    rows = [[*a, None, *b] for a, b in zip(bodies[0], bodies[1], strict=True)]
    return [Page("Rekap", [[*heads[0], None, *heads[1]], *rows])]


def _sections(maker: Maker) -> list[Page]:
    """Headings between the rows: a region above its metrics, months across."""
    regions = maker.dice.sample(["Jakarta", "Bandung", "Surabaya"], 2)
    head = [maker.word("Indikator", "KPI"), *(maker.month(m) for m in maker.months)]
    rows: list[list[object]] = [head]
    truth: dict = {}
    for region in regions:
        rows.append([region])
        for name, kind in maker.metrics:
            for m in maker.months:
                maker.truth[name, m] = maker.draw(kind)
            rows.append([name, *(maker.cell(name, kind, m) for m in maker.months)])
            for m in maker.months:
                truth[f"{region} {name}", m] = maker.truth[name, m]
    maker.truth = truth
    return [Page("KPI", [*maker.titles(), *rows])]


def _timed(maker: Maker, days: list[dt.date], said: list[object], name: str) -> list[Page]:
    """Rows of other periods than months."""
    maker.truth = {(n, day): maker.draw(kind) for n, kind in maker.metrics for day in days}
    body = [
        [words, *(maker.cell(*one, day) for one in maker.metrics)]
        for words, day in zip(said, days, strict=True)
    ]
    head = [name, *(n for n, _ in maker.metrics)]
    return [Page("Rekap", [*maker.titles(), head, *body, *maker.foot(body)])]


def _weekly(maker: Maker) -> list[Page]:
    first = dt.date.fromisocalendar(maker.years[0], 1, 1)
    days = [first + dt.timedelta(weeks=i) for i in range(30 + maker.dice.randint(0, 60))]
    style = maker.dice.choice(["2025-W03", "W3 2025", "Minggu 3 2025", "date", "d/m/y"])
    said: list[object] = []
    for day in days:
        year, week, _ = day.isocalendar()
        ways = {
            "2025-W03": f"{year}-W{week:02}",
            "W3 2025": f"W{week} {year}",
            "Minggu 3 2025": f"Minggu {week} {year}",
            "date": day,
            "d/m/y": f"{day:%d/%m/%Y}",
        }
        said.append(ways[style])
    return _timed(maker, days, said, maker.word("Minggu", "Week"))


def _daily(maker: Maker) -> list[Page]:
    first = dt.date(maker.years[0], maker.dice.randint(1, 12), 1)
    days = [first + dt.timedelta(days=i) for i in range(20 + maker.dice.randint(0, 80))]
    style = maker.dice.choice(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%Y%m%d", "%d.%m.%Y", "date"])
    said: list[object] = [day if style == "date" else day.strftime(style) for day in days]
    return _timed(maker, days, said, maker.word("Tanggal", "Date"))


def _quarterly(maker: Maker) -> list[Page]:
    days = [dt.date(year, month, 1) for year in range(2018, 2025) for month in (1, 4, 7, 10)]
    style = maker.dice.choice(["Q{q} {y}", "{y}-Q{q}", "TW {r} {y}", "Kuartal {q} {y}", "Q{q}-{s}"])
    roman = "I II III IV".split()
    said: list[object] = [
        style.format(q=day.month // 3 + 1, y=day.year, s=day.year % 100, r=roman[day.month // 3])
        for day in days
    ]
    return _timed(maker, days, said, maker.word("Kuartal", "Quarter"))


def _yearly_totals(maker: Maker) -> list[Page]:
    """Months across with a total after each year, units beside the names, a total row below."""
    head: list[object] = [maker.word("Indikator", "KPI"), maker.word("Satuan", "Unit")]
    rows: list[list[object]] = [[n, "%" if kind == "share" else "Rp" if kind == "money" else "unit"]
                                for n, kind in maker.metrics]  # fmt: skip
    for year in maker.years:
        months = [m for m in maker.months if m.year == year]
        head += [*(maker.month(m) for m in months), f"Total {year}"]
        for row, (name, kind) in zip(rows, maker.metrics, strict=True):
            cells = [maker.cell(name, kind, m) for m in months]
            row += [*cells, None if kind == "share" else 5.0]
    return [Page("KPI", [*maker.titles(), head, *rows])]


__all__ = ["made"]
