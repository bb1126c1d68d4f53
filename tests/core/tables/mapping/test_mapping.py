"""Which kind a table is and which field each column is, on exports not seen before."""

import csv
import io
import json

import pytest

from core.__main__ import main
from core.tables import Answers, TableKind, read
from core.tables.mapping.senses import is_slip, tokens
from tests.core.tables.mapping.exports import export
from tests.core.tables.mapping.spellings import KINDS

LEFT = ("", "measure", "dimension")


def table(lines: list[list[object]], answers: Answers | None = None, name: str = "export.csv"):
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return read(out.getvalue().encode(), name, answers or Answers()).tables[0]


def fields(found) -> dict[str, str]:
    return {one.name: one.field for one in found.columns}


def right(made, found) -> list[bool]:
    """Column by column: the field, or for a column no kind needs no field of a kind."""
    wanted = made.fields
    return [
        one.field in ([wanted[one.name]] if wanted[one.name] else LEFT)
        for one in found.columns
        if one.name in wanted
    ]  # fmt: skip


def test_exports_with_names_held_out_are_understood():
    """At least 95 % of the kinds and 90 % of the columns, on names kept apart from the words."""
    answers = Answers(date_order={"": "dmy"})
    made = [export(kind, held_out=True, seed=seed) for kind in KINDS for seed in range(3)]
    found = [read(one.content, "export.csv", answers).tables[0] for one in made]
    kinds = [one.kind is got.kind for one, got in zip(made, found, strict=True)]
    columns = [hit for one, got in zip(made, found, strict=True) for hit in right(one, got)]
    assert sum(kinds) / len(kinds) >= 0.95
    assert sum(columns) / len(columns) >= 0.90


def test_peluang_is_the_deal_or_its_chance_as_its_cells_say():
    deals = [[f"D-{i}", f"2025-01-{i + 1:02d}", ["Won", "Lost", "Open"][i % 3]] for i in range(20)]
    named = [["ID Deal", "Tgl Dibuat", "Status", "Peluang"]]
    chance = table(named + [[*row, i % 9 * 10] for i, row in enumerate(deals)])
    title = table(named + [[*row, f"Gedung {i}"] for i, row in enumerate(deals)])
    assert fields(chance)["Peluang"] == "probability"
    assert fields(title)["Peluang"] == "deal_name"


def test_prefixes_of_an_export_say_nothing():
    header = ["Deal - ID", "Deal - Title", "Deal - Status", "Deal - Value", "Deal - Deal created",
              "Deal - Deal closed on", "Deal - Expected close date"]  # fmt: skip
    rows = [
        [i, f"Roof {i}", ["Open", "Won", "Lost"][i % 3], i * 100, f"2025-01-{i:02d} 10:00:00",
         f"2025-02-{i:02d} 10:00:00" if i % 3 else "", f"2025-02-{i:02d}"]
        for i in range(1, 20)
    ]  # fmt: skip
    found = table([header, *rows])
    assert found.kind is TableKind.DEALS
    wanted = "deal_id deal_name status amount created_at closed_at expected_close_at".split()
    assert list(fields(found).values()) == wanted
    assert all(one.reason for one in found.columns)


def test_one_column_for_each_stage_is_kept_with_its_stage():
    header = ["Record ID", "Deal Name", "Create Date", "Close Date", "Deal Stage",
              "Date entered “Demo (Sales)”", "hs_v2_date_entered_closedwon"]  # fmt: skip
    rows = [
        [i, f"A{i}", f"2025-01-{i:02d}", f"2025-03-{i:02d}", "Demo", f"2025-02-{i:02d}", ""]
        for i in range(1, 15)
    ]
    found = fields(table([header, *rows]))
    assert found["Date entered “Demo (Sales)”"] == "entered_at:Demo (Sales)"
    assert found["hs_v2_date_entered_closedwon"] == "entered_at:closedwon"


def test_ids_that_repeat_beside_two_stages_are_a_history():
    header = ["Opportunity ID", "From Stage", "To Stage", "Last Modified", "Amount", "Close Date"]
    rows = [[f"006{i // 3}", "Proposal", "Closed Won", f"2025-01-{i + 1:02d}", 5, "2025-06-01"]
            for i in range(24)]  # fmt: skip
    found = table([header, *rows])
    assert found.kind is TableKind.STAGE_HISTORY
    assert fields(found)["From Stage"] == "from_stage" and fields(found)["To Stage"] == "stage"


def test_a_form_of_questions_is_a_survey():
    ask = "Seberapa besar kemungkinan Anda merekomendasikan kami sebagai tempat kerja? (0-10)"
    other = "Saya puas dengan pekerjaan saya"
    rows = [[f"2025-03-{i + 1:02d} 08:00:00", f"p{i}@x.id", "Jakarta", i % 11,
             ["Setuju", "Tidak setuju", "Netral"][i % 3]] for i in range(25)]  # fmt: skip
    found = table([["Cap waktu", "Alamat email", "Tim", ask, other], *rows])
    assert found.kind is TableKind.SURVEY
    assert list(fields(found).values()) == [
        "submitted_at", "respondent", "dimension", "score", f"score:{other}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        ["Bulan", "Omzet", "Prospek", "Kunjungan"],
        ["Month", "Deals won", "Leads", "Website sessions"],
        ["No", "Bulan", "Penjualan", "Jumlah"],
    ],
)
def test_figures_by_month_stay_figures_by_period(header):
    rows = [[i * 7 + at for at in range(len(header))] for i in range(1, 13)]
    for i, row in enumerate(rows):
        row[header.index("Bulan") if "Bulan" in header else 0] = f"2024-{i + 1:02d}"
    assert table([header, *rows]).kind is TableKind.KPI_WIDE


def test_daily_web_traffic_is_known_and_still_gives_its_indicators(tmp_path, capsys):
    rows = [
        [f"2025-{1 + i // 28:02d}-{1 + i % 28:02d}", 300 + i, 20 + i % 7, 900 + i]
        for i in range(84)
    ]
    found = table([["Date", "Sessions", "Clicks", "Impressions"], *rows])
    assert found.kind is TableKind.WEB_TRAFFIC
    assert list(fields(found).values()) == ["occurred_at", "sessions", "clicks", "impressions"]
    path = tmp_path / "web.csv"
    path.write_text(
        "\n".join(
            ",".join(map(str, r)) for r in [["Date", "Sessions", "Clicks", "Impressions"], *rows]
        )
    )
    assert main(["panel", str(path), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)["metrics"]) >= {"sessions", "impressions"}


def test_what_the_person_says_always_wins():
    lines = [["Deal ID", "Created", "Closed", "Status", "Sum"]]
    lines += [
        [i, f"2025-01-{i:02d}", f"2025-02-{i:02d}", ["Won", "Lost"][i % 2], i * 10]
        for i in range(1, 20)
    ]
    said = Answers(fields={"Created": "updated_at", "Sum": "ignore", "Closed": "expected_close_at"})
    found = fields(table(lines, said))
    assert (found["Created"], found["Sum"], found["Closed"]) == (
        "updated_at",
        "",
        "expected_close_at",
    )
    orders = table(lines, Answers(kinds={"": "orders"}))
    assert orders.kind is TableKind.ORDERS
    assert table(lines, Answers(kinds={"": "other"})).kind is TableKind.OTHER


def test_a_field_is_taken_once():
    for seed in range(4):
        made = export(TableKind.DEALS, held_out=False, seed=seed)
        found = read(made.content, "a.csv", Answers(date_order={"": "dmy"})).tables[0]
        named = [
            one.field for one in found.columns if one.field not in ("", "measure", "dimension")
        ]
        assert len(named) == len(set(named))


def test_slips_and_joined_words_are_understood():
    assert tokens("Compnay") == tokens("company") and tokens("closedate") == tokens("close date")
    assert tokens("Tgl_Penutupan") == tokens("Date closed")
    assert is_slip("prodcut", "product") and not is_slip("contact", "contract2")


def test_the_command_line_shows_kind_field_and_reason(tmp_path, capsys):
    path = tmp_path / "deals.csv"
    rows = [
        f"D-{i},2025-01-{i:02d},2025-02-{i:02d},{'Won' if i % 2 else 'Lost'}" for i in range(1, 15)
    ]
    path.write_text("Deal ID,Created,Tgl Closing,Status\n" + "\n".join(rows))
    assert main(["read", str(path), "--json", "--map", "Created=updated_at"]) == 0
    told = json.loads(capsys.readouterr().out)["tables"][0]
    assert told["kind"] == "deals"
    assert told["columns"][1]["field"] == "updated_at"
    assert told["columns"][2]["reason"] == "Its name “Tgl Closing” stands for: close date."


def test_few_records_far_apart_are_no_sheet_of_weeks():
    days = ["2025-01-02", "2025-01-20", "2025-02-02", "2025-02-03", "2025-03-30", "2025-04-30"]
    orders = [[f"SO-{100 + i}", day, 500 + i, 100 + i] for i, day in enumerate(days)]
    found = table([["Order ID", "Order date", "Revenue", "Cost"], *orders])
    assert found.kind is TableKind.ORDERS
    visits = [[day, "Organic", f"/product/{i}", 10 + i, 5] for i, day in enumerate(days)]
    head = ["Date", "Channel", "Landing page", "Sessions", "Engaged sessions"]
    assert table([head, *visits]).kind is TableKind.WEB_TRAFFIC


@pytest.mark.parametrize(
    "days",
    [
        ["2025-01-06", "2025-01-13", "2025-01-20", "2025-01-27", "2025-02-03", "2025-02-10"],
        ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"],
    ],
)
def test_figures_of_weeks_and_months_stay_figures_by_period(days):
    rows = [[day, 50 + i, 20 + i, 9.5 + i] for i, day in enumerate(days)]
    assert table([["Date", "Sessions", "Clicks", "Revenue"], *rows]).kind is TableKind.KPI_WIDE
