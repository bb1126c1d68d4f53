"""Files arrive, are compared, taken in, and taken back."""

import pytest

from core.errors import Refusal
from core.language import text
from core.metrics import Role
from core.tables import Answers
from core.tables.updates import Mode
from core.workspace import Conflict, edits
from core.workspace.written import state_json
from tests.core.workspace.monthly import figures, monthly, objects, taken


@pytest.fixture
def begun(store):
    return taken(store, store.create("Shop"), "monthly.csv", monthly(12))


def test_a_first_file_makes_a_data_set(store, begun):
    (dataset,) = begun.state.datasets
    assert dataset.name == "monthly.csv"
    assert len(figures(store, begun)) == 12
    assert store.content(dataset.newest.digest) == monthly(12)
    assert (
        store.reading(begun, dataset).tables[0].frame.equals(store.tables(begun, dataset)[0].frame)
    )


def test_arriving_stores_nothing(store, begun, tmp_path):
    before = sorted((tmp_path / "workspaces").rglob("objects/*/*"))
    store.arrive(begun, "monthly.csv", monthly(13))
    assert sorted((tmp_path / "workspaces").rglob("objects/*/*")) == before
    assert store.open(begun.id) == begun


def test_next_month_continues_its_data_set_and_adds_its_row(store, begun):
    arrival = store.arrive(begun, "monthly (2).csv", monthly(13))
    assert arrival.dataset == begun.state.datasets[0].id
    assert [len(one.new) for one in arrival.comparison.changes] == [1]
    after = store.accept(begun.id, arrival, monthly(13))
    assert len(after.state.datasets) == 1
    assert len(figures(store, after)) == 13


def test_a_corrected_january_changes_january_only(store, begun):
    after = taken(store, begun, "monthly.csv", monthly(12, corrected={0: 7}))
    before, now = figures(store, begun), figures(store, after)
    assert {month for month in now if now[month] != before[month]} == {"2023-01"}
    assert now["2023-01"] == 7


def test_the_same_bytes_change_nothing(store, begun):
    arrival = store.arrive(begun, "copy of monthly.csv", monthly(12))
    assert arrival.identical
    assert store.accept(begun.id, arrival, monthly(12)) == begun


def test_an_older_file_again_is_identical_only_where_it_would_change_nothing(store, begun):
    later = taken(store, begun, "monthly.csv", monthly(13))
    assert store.arrive(later, "monthly.csv", monthly(12)).identical
    corrected = taken(store, later, "monthly.csv", monthly(13, corrected={0: 7}))
    assert not store.arrive(corrected, "monthly.csv", monthly(12)).identical


def test_shuffled_rows_change_no_figure(store, begun):
    arrival = store.arrive(begun, "monthly.csv", monthly(12, shuffled=True))
    assert arrival.comparison.is_same and not arrival.identical
    after = store.accept(begun.id, arrival, monthly(12, shuffled=True))
    assert after.state.datasets[0].newest.tables == begun.state.datasets[0].newest.tables


def test_replace_leaves_only_the_new_file(store, begun):
    content = monthly(3, corrected={0: 7})
    arrival = store.arrive(begun, "monthly.csv", content)
    after = store.accept(begun.id, arrival, content, Mode.REPLACE)
    assert list(figures(store, after)) == ["2023-01", "2023-02", "2023-03"]


def test_a_file_can_be_kept_apart(store, begun):
    content = monthly(12, corrected={0: 7})
    arrival = store.arrive(begun, "branch.csv", content)
    after = store.accept(begun.id, arrival.apart(), content)
    assert [one.name for one in after.state.datasets] == ["monthly.csv", "branch.csv"]


def test_another_kind_of_file_makes_another_data_set(store, begun):
    content = b"Agent,Calls,Sick days\nAni,30,1\nBudi,40,0\nCitra,50,2\n"
    arrival = store.arrive(begun, "agents.csv", content)
    assert arrival.dataset is None and arrival.comparison is None
    assert len(store.accept(begun.id, arrival, content).state.datasets) == 2


@pytest.mark.parametrize("mode", Mode)
def test_undoing_the_newest_file_gives_the_state_before_byte_for_byte(store, begun, mode):
    content = monthly(13, corrected={0: 7})
    arrival = store.arrive(begun, "monthly.csv", content)
    after = store.accept(begun.id, arrival, content, mode)
    undone = store.undo(begun.id, after.state.datasets[0].newest.id)
    assert state_json(undone.state) == state_json(begun.state)
    assert figures(store, undone) == figures(store, begun)


def test_undoing_the_only_file_removes_its_data_set(store, begun):
    empty = store.state_at(begun.id, 1)
    assert store.undo(begun.id, begun.state.datasets[0].newest.id).state == empty


def test_undoing_keeps_what_was_chosen_since(store, begun):
    after = taken(store, begun, "monthly.csv", monthly(13))
    store.change(begun.id, edits.set_role("revenue", Role.LAGGING), text("Role"))
    undone = store.undo(begun.id, after.state.datasets[0].newest.id)
    assert undone.state.choice.roles == {"revenue": Role.LAGGING}
    assert undone.state.datasets == begun.state.datasets


def test_undoing_an_older_file_takes_the_later_ones_in_again_without_it(store, begun):
    wrong = taken(store, begun, "wrong.csv", monthly(12, corrected={3: 5}))
    after = taken(store, wrong, "monthly.csv", monthly(13, corrected={3: 5, 5: 6}))
    undone = store.undo(begun.id, wrong.state.datasets[0].newest.id)
    same = taken(store, begun_again(store), "monthly.csv", monthly(13, corrected={3: 5, 5: 6}))
    assert figures(store, undone) == figures(store, same)
    assert [one.source for one in undone.state.datasets[0].uploads] == [
        one.source for one in after.state.datasets[0].uploads if one.source != "wrong.csv"
    ]


def begun_again(store):
    return taken(store, store.create("Other"), "monthly.csv", monthly(12))


def test_undoing_the_first_file_leaves_the_later_ones(store, begun):
    after = taken(store, begun, "monthly.csv", monthly(13, corrected={0: 7}))
    undone = store.undo(begun.id, begun.state.datasets[0].newest.id)
    assert len(undone.state.datasets[0].uploads) == 1
    assert figures(store, undone) == figures(store, after)


def test_an_upload_that_is_gone_cannot_be_undone_again(store, begun):
    upload = begun.state.datasets[0].newest.id
    store.undo(begun.id, upload)
    with pytest.raises(Conflict, match="removed in another window"):
        store.undo(begun.id, upload)


TWO_WAYS = "Date,Leads,Revenue\n" + "".join(
    f"0{m}/0{m + 1}/2024,{m},{m * 9}\n" for m in range(1, 8)
)


def test_answers_read_every_file_again_and_are_remembered_after_undo(store):
    now = taken(store, store.create(), "days.csv", TWO_WAYS.encode())
    (dataset,) = now.state.datasets
    (question,) = store.reading(now, dataset).tables[0].questions
    answers = dataset.answers.with_answer(question, "mdy")
    said = store.answer(now.id, dataset.id, answers)
    (table,) = store.tables(said, said.state.datasets[0])
    assert not table.questions
    assert str(table.frame["Date"].iloc[0])[:10] == "2024-01-02"
    store.undo(now.id, dataset.newest.id)
    again = store.arrive(store.open(now.id), "days (2).csv", TWO_WAYS.encode())
    assert again.answers == answers and not again.reading.tables[0].questions


def test_a_continuing_file_is_read_with_the_answers_of_its_data_set(store):
    now = taken(store, store.create(), "days.csv", TWO_WAYS.encode())
    store.answer(now.id, now.state.datasets[0].id, Answers(date_order={"": "mdy"}))
    more = TWO_WAYS + "09/08/2024,3,40\n"
    arrival = store.arrive(store.open(now.id), "days.csv", more.encode())
    assert arrival.answers == Answers(date_order={"": "mdy"})
    assert [len(one.new) for one in arrival.comparison.changes] == [1]


def test_other_answers_given_with_a_file_are_undone_with_it(store, begun):
    content = monthly(13)
    arrival = store.arrive(begun, "monthly.csv", content, Answers(fields={"Revenue": "ignore"}))
    after = store.accept(begun.id, arrival, content)
    assert after.state.datasets[0].answers == arrival.answers
    undone = store.undo(begun.id, after.state.datasets[0].newest.id)
    assert state_json(undone.state) == state_json(begun.state)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/abs.csv", "a\x00b.csv", "CON", "x" * 5000])
def test_no_file_name_becomes_a_path(store, tmp_path, name):
    now = taken(store, store.create(), name, monthly(12))
    assert now.state.datasets[0].newest.source == name
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert all(name[-9:] not in one.name for one in files)
    assert {digest for digest, _ in objects(store, now)} == {
        one.parent.name + one.name for one in files if one.parent.parent.name == "objects"
    }


def test_a_refused_file_leaves_nothing(store, begun):
    with pytest.raises(Refusal):
        store.arrive(begun, "monthly.csv", b"%PDF-1.7 not a table")
    assert store.open(begun.id) == begun
