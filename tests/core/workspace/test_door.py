"""What names people goes before anything is stored; what is left counts as it did."""

import io

import pandas as pd
import pytest

from core.errors import Refusal
from core.people import surveys_of
from core.people.leaving import Instead
from core.tables import Answers, RowRole, RowSaid, TableKind, read
from core.tables.layout.said import said_of
from core.tables.updates import Mode
from core.workspace import Workspaces
from core.worlds.surveys import TOOLS, surveyed

NAMES = ("Mira Halim", "Andi Putra", "Sari Dewi")
HEADER = "Timestamp,Email Address,Nama,Team,How likely are you to recommend us? (0-10),Why?\n"
TALKS = (
    "Employee,Met with,Date,Team,Minutes,Notes\n"
    "Andi,Budi,2025-03-03,North,55,wants a raise\nSiti,Budi,2025-03-24,North,60,afraid of it\n"
)


def survey(n=12, waves=("2025-03",), again=0) -> bytes:
    """Everybody answers once in each wave; the first `again` twice, lower at first."""
    rows = []
    for wave in waves:
        for i in range(n):
            for at in (1, 2) if i < again else (2,):
                score = 2 if at == 1 else 7 + i % 4
                rows.append(f"{wave}-0{at} 09:{i:02},p{i}@firm.example,{NAMES[i % 3]} {i},"
                            f"{'AB'[i % 2]},{score},fine {i}\n")  # fmt: skip
    return (HEADER + "".join(rows)).encode()


def taken(store, now, content, name="survey.csv", **how):
    return store.accept(now.id, store.arrive(now, name, content), content, **how)


def everything(store: Workspaces, folder) -> bytes:
    """All bytes of the folder, with what lies packed in bundles and Parquet."""
    found = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    for one in store.recent():
        for digest in store.originals(one.id):
            found += _unpacked(store.content(digest))
        for step in store.steps(one.id):
            for dataset in step.state.datasets:
                for upload in dataset.uploads:
                    for digest in upload.tables:
                        frame = pd.read_parquet(io.BytesIO(store.content(digest)))
                        found += frame.to_csv().encode()
    return found


def _unpacked(content: bytes) -> bytes:
    if content[:2] != b"PK":
        return content
    sheets = pd.read_excel(io.BytesIO(content), sheet_name=None, header=None)
    return content + b"".join(one.to_csv().encode() for one in sheets.values())


def scores(store, now):
    (table,) = store.tables(now, now.state.datasets[0])
    return [(one.wave, sorted(one.answers), one.notices) for one in surveys_of(table)]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "workspaces"


@pytest.mark.parametrize(
    "tool", ["google_forms", "microsoft_forms", "surveymonkey", "qualtrics", "long_format"]
)
def test_of_every_tool_nothing_that_names_people_is_stored_and_every_figure_stays(
    tool, store, folder
):
    export = TOOLS[tool](surveyed(2).only("2025-Q4"), "en")
    plain = next(one for one in read(export.content, export.name).tables)
    now = taken(store, store.create(), export.content, export.name)
    (table,) = store.tables(now, now.state.datasets[0])
    kept = everything(store, folder)
    for people in ("Email Address", "Email", "Name", "Recipient Email", "IP Address", "User ID"):
        if people in plain.frame:
            words = plain.frame[people].astype("string").dropna()
            assert not any(str(one).encode() in kept for one in words.unique() if len(str(one)) > 5)
    try:
        before = surveys_of(plain)
    except Refusal as stop:
        with pytest.raises(Refusal, match="read"):
            surveys_of(table)
        assert "read" in str(stop.what)
        return
    after = surveys_of(table)
    assert [(one.wave, list(one.answers)) for one in after] == [
        (one.wave, list(one.answers)) for one in before
    ]
    assert [one.groups.equals(other.groups) for one, other in zip(after, before, strict=True)]


def test_the_columns_that_went_are_told_and_their_headers_stay(store):
    arrival = store.arrive(store.create(), "survey.csv", survey())
    assert [(one.column, one.instead) for one in arrival.gone] == [
        ("Email Address", Instead.CODES),
        ("Nama", Instead.NOTHING),
    ]
    names = [one.name for one in arrival.reading.tables[0].columns]
    assert names[1:3] == ["Email Address", "Nama"]


def test_who_answered_twice_still_counts_once(store):
    content = survey(again=4)
    now = taken(store, store.create(), content)
    assert scores(store, now) == [
        (one.wave, sorted(one.answers), one.notices)
        for one in surveys_of(read(content, "survey.csv").tables[0])
    ]


def test_the_same_file_again_changes_nothing(store):
    now = taken(store, store.create(), survey())
    arrival = store.arrive(now, "survey (2).csv", survey())
    assert arrival.identical and store.accept(now.id, arrival, survey()) == now


def test_next_wave_s_export_is_compared_person_by_person(store):
    now = taken(store, store.create(), survey())
    longer = survey(waves=("2025-03", "2025-06"))
    arrival = store.arrive(now, "survey.csv", longer)
    (change,) = arrival.comparison.changes
    assert (len(change.new), len(change.changed), len(change.vanished)) == (12, 0, 0)
    after = store.accept(now.id, arrival, longer)
    assert [wave for wave, *_ in scores(store, after)] == ["2025-03", "2025-06"] or len(
        scores(store, after)
    ) == 2


def test_other_answers_read_the_cleaned_file_again(store, folder):
    now = taken(store, store.create(), survey())
    held = now.state.datasets[0]
    after = store.answer(now.id, held.id, Answers(fields={"Why?": "ignore"}))
    (table,) = store.tables(after, after.state.datasets[0])
    assert len(table.frame) == 12 and b"@firm.example" not in everything(store, folder)


def test_a_table_said_to_be_a_survey_later_is_cleaned_as_far_back_as_it_goes(store, folder):
    rows = "".join(f"2025-03-{i + 1:02},Orang{i}@firm.example,{i}\n" for i in range(20))
    content = ("Tanggal,Email,Isi\n" + rows).encode()
    now = taken(store, store.create(), content, "angka.csv")
    (table,) = store.tables(now, now.state.datasets[0])
    assert table.kind is not TableKind.SURVEY and b"Orang3@" in everything(store, folder)
    held = now.state.datasets[0]
    after = store.answer(now.id, held.id, Answers(kinds={"": "survey"}))
    (table,) = store.tables(after, after.state.datasets[0])
    assert table.kind is TableKind.SURVEY and after.revision == now.revision + 1
    assert b"Orang3@" not in everything(store, folder)
    assert after.state.datasets[0].newest.gone == ("Email",)


def test_an_old_bundle_with_names_is_cleaned_as_it_is_taken_in(store, folder, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr("core.workspace.door.leaving_of", lambda *_: ())
        old = store.bundle(taken(store, store.create(), survey()).id)
    assert b"@firm.example" in everything(store, folder)
    there = Workspaces(folder.parent / "there")
    now = there.take_in(old)
    assert b"@firm.example" not in everything(there, folder.parent / "there")
    assert len(scores(there, now)[0][1]) == 12
    there.close()


def test_a_workspace_of_long_ago_is_cleaned_when_it_is_opened(store, folder, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr("core.workspace.door.leaving_of", lambda *_: ())
        now = taken(store, store.create(), survey())
    after = store.cleansed(now.id)
    assert b"@firm.example" not in everything(store, folder)
    assert scores(store, after) and after.state.datasets[0].newest.gone
    assert store.cleansed(now.id) == after


def test_codes_say_nothing_elsewhere_and_a_survey_from_there_is_not_joined(store, folder):
    now = taken(store, store.create(), survey())
    there = store.take_in(store.bundle(now.id))
    arrival = store.arrive(there, "survey.csv", survey())
    assert arrival.dataset is None and "other codes" in arrival.told[0].to("en")
    assert store.coder(now.id)("a@b.c") != store.coder(there.id)("a@b.c")
    assert (folder / "key").read_bytes() not in store.bundle(now.id)


def test_sheets_beside_a_survey_stay_as_they_are(store, folder):
    out = io.BytesIO()
    months = pd.DataFrame({"Month": [f"2025-{m:02}" for m in range(1, 13)],
                           "Revenue": range(100, 112), "Owner": ["Rina"] * 12})  # fmt: skip
    with pd.ExcelWriter(out) as book:
        months.to_excel(book, sheet_name="Sales", index=False)
        pd.read_csv(io.BytesIO(survey())).to_excel(book, sheet_name="Pulse", index=False)
    now = taken(store, store.create(), out.getvalue(), "book.xlsx")
    kept = {one.sheet: one for one in store.tables(now, now.state.datasets[0])}
    plain = {one.sheet: one for one in read(out.getvalue(), "book.xlsx").tables}
    assert kept["Sales"].frame.equals(plain["Sales"].frame)
    assert (kept["Sales"].frame["Owner"] == "Rina").all()
    assert b"@firm.example" not in everything(store, folder)


@pytest.mark.parametrize("kind", ["xlsx", "parquet", "tsv"])
def test_a_survey_comes_in_whatever_its_format(kind, store, folder):
    frame, out = pd.read_csv(io.BytesIO(survey()), parse_dates=["Timestamp"]), io.BytesIO()
    {"xlsx": lambda: frame.to_excel(out, index=False), "parquet": lambda: frame.to_parquet(out),
     "tsv": lambda: frame.to_csv(out, sep="\t", index=False)}[kind]()  # fmt: skip
    now = taken(store, store.create(), out.getvalue(), f"survey.{kind}")
    assert b"@firm.example" not in everything(store, folder)
    assert len(scores(store, now)[0][1]) == 12


def test_words_of_one_on_ones_go_and_the_rest_of_the_list_stays(store, folder):
    now = taken(store, store.create(), TALKS.encode(), "talks.csv")
    (table,) = store.tables(now, now.state.datasets[0])
    assert list(table.frame["Employee"]) == ["Andi", "Siti"]
    kept = everything(store, folder)
    assert b"wants a raise" not in kept and b"afraid" not in kept


def test_of_activities_only_the_words_of_one_on_ones_go(store, folder):
    rows = "".join(
        f"A{i},{'1:1' if i % 3 else 'Call'},2025-03-{i:02},Budi,Person {i},secret {i} of us\n"
        for i in range(1, 20)
    )
    content = ("Activity ID,Type,Date,Owner,Contact,Notes\n" + rows).encode()
    now = taken(store, store.create(), content, "activities.csv")
    kept = everything(store, folder)
    assert b"secret 3 of us" in kept and b"secret 4 of us" not in kept
    (table,) = store.tables(now, now.state.datasets[0])
    assert len(table.frame) == 19 and table.kind is TableKind.ACTIVITIES


def test_a_file_of_no_survey_is_kept_byte_for_byte(store):
    content = b"Employee,Manager,Month,Calls,Revenue\n" + b"".join(
        b"Andi,Budi,2025-%02d,%d,%d\n" % (m, m, m * 9) for m in range(1, 13)
    )
    now = taken(store, store.create(), content, "kpi.csv")
    assert store.content(now.state.datasets[0].newest.digest) == content


@pytest.mark.parametrize("mode", [Mode.REPLACE, Mode.APPEND])
def test_other_ways_of_taking_in_keep_no_name_either(mode, store, folder):
    now = taken(store, store.create(), survey())
    longer = survey(n=14)
    store.accept(now.id, store.arrive(now, "survey.csv", longer), longer, mode)
    assert b"@firm.example" not in everything(store, folder)


def test_names_go_from_comments_too_as_nobody_knows_them_later(store, folder):
    content = survey().replace(b"fine 3", b"ask Halim or Rina").replace(b"fine 4", b"bad fade")
    now = taken(store, store.create(), content)
    (table,) = store.tables(now, now.state.datasets[0])
    said = set(table.frame["Why?"])
    assert "ask […] or Rina" in said and "bad fade" in said
    assert store.arrive(now, "survey.csv", content).identical
    assert now.state.datasets[0].newest.gone == ("Email Address", "Nama")


@pytest.mark.parametrize(
    "header",
    ["Name *", "Nama (opsional)", "Nama:", "Participant", "Submitted by", "Contact", "Kontak HR",
     "NIK", "What is your name?"],
)  # fmt: skip
def test_however_the_column_is_called_names_are_not_stored(header, store, folder):
    content = survey().replace(b"Nama,", f"{header},".encode())
    now = taken(store, store.create(), content)
    assert header in now.state.datasets[0].newest.gone
    assert b"Halim 3" not in everything(store, folder)


def test_of_two_columns_of_one_name_both_go(store, folder):
    content = survey().replace(b"Email Address,Nama,", b"Name,Name,")
    taken(store, store.create(), content)
    kept = everything(store, folder)
    assert b"@firm.example" not in kept and b"Halim 3" not in kept


def test_words_under_a_question_are_no_names(store):
    content = survey().replace(b"Why?", b"What should be better here?")
    gone = store.arrive(store.create(), "survey.csv", content).gone
    assert all(one.column != "What should be better here?" for one in gone)


def test_answers_of_staff_cannot_be_taken_for_figures_by_whoever_has_the_link(store):
    content = survey().replace(b"recommend us?", b"recommend us as a place to work?")
    now = taken(store, store.create(), content)
    held = now.state.datasets[0]
    with pytest.raises(Refusal, match="answers of staff"):
        store.answer(now.id, held.id, Answers(kinds={"": "kpi_wide"}))
    assert store.open(now.id) == now


@pytest.mark.parametrize("role", [RowRole.DATA, RowRole.NOTE])
def test_rows_that_were_spoken_of_are_known_again_by_words_that_name_nobody(role, store, folder):
    content, now = survey(), store.create()
    (grid,) = read(content, "survey.csv").grids
    said = Answers(rows=(RowSaid("", 4, said_of(grid, 4), role),))
    arrival = store.arrive(now, "survey.csv", content, said)
    after = store.accept(now.id, arrival, content)
    assert b"Sari Dewi" not in everything(store, folder)
    (row,) = after.state.datasets[0].answers.rows
    assert "@firm" not in row.words and "fine 2" in row.words
    (table,) = store.tables(after, after.state.datasets[0])
    assert len(table.frame) == (12 if role is RowRole.DATA else 11)
