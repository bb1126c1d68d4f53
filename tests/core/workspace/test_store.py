"""Workspaces are opened by their link alone; every step is kept; what is deleted is gone."""

import os
import time

import pytest

from core.errors import Refusal
from core.language import text
from core.metrics import Role
from core.periods import Grain
from core.workspace import Conflict, Workspaces, edits
from core.workspace.written import digest_of, state_json
from tests.core.workspace.monthly import monthly, taken

HOSTILE = [
    "",
    "x",
    "A" * 24,
    "../../../etc/passwd\0",
    "a' OR '1'='1",
    "%",
    "é" * 24,
    "\ud800" * 24,
    "A" * 10_000,
    "A" * 23 + "\n",
    None,
    7,
    ["A" * 24],
]


@pytest.mark.parametrize("id", HOSTILE, ids=lambda id: repr(id)[:20])
@pytest.mark.parametrize("act", ["open", "revisions", "delete", "bundle"])
def test_every_id_that_opens_nothing_gets_the_same_answer(store, id, act):
    store.create("Secret")
    with pytest.raises(Refusal) as stop:
        getattr(store, act)(id)
    assert str(stop.value) == "There is no such workspace."
    assert len(store.recent()) == 1


def test_ids_cannot_be_guessed_and_never_look_like_options(store):
    ids = {store.create().id for _ in range(100)}
    assert len(ids) == 100
    assert all(len(id) == 24 and not id.startswith("-") for id in ids)


def test_a_workspace_outlives_its_process(store, tmp_path):
    made = store.change(
        store.create("Shop").id, edits.set_grain(Grain.QUARTER), text("Quarters now")
    )
    store.close()
    again = Workspaces(tmp_path / "workspaces")
    assert again.open(made.id) == made
    again.close()


def test_every_change_is_a_revision_and_no_change_is_none(store):
    made = store.create("Shop")
    for _ in range(2):
        store.change(made.id, edits.set_role("calls", Role.LEADING), text("Role of calls"))
    told = store.revisions(made.id)
    assert [(one.number, one.what.to("id")) for one in told] == [
        (1, "Ruang kerja dibuat"),
        (2, "Role of calls"),
    ]
    assert store.state_at(made.id, 1) == made.state
    assert told[1].digest == digest_of(state_json(store.open(made.id).state))


def test_an_edit_that_no_longer_applies_says_what_the_other_did(store):
    made = store.create()
    noted = store.change(made.id, edits.add_note("Fair in Bandung"), text("Note"))
    gone = edits.drop_note(noted.state.notes[0].id)
    store.change(made.id, gone, text("Note deleted"))
    with pytest.raises(Conflict, match="deleted in another window"):
        store.change(made.id, gone, text("Note deleted"))
    assert store.open(made.id).revision == 3


def test_two_windows_that_take_in_a_file_at_once_lose_nothing_in_silence(store):
    made = taken(store, store.create(), "monthly.csv", monthly(12))
    here = store.arrive(made, "here.csv", monthly(13))
    there = store.arrive(made, "there.csv", monthly(14))
    store.accept(made.id, there, monthly(14))
    with pytest.raises(Conflict, match=r"its newest file is now “there.csv”"):
        store.accept(made.id, here, monthly(13))


def test_two_windows_that_open_the_same_first_file_keep_it_once(store):
    made = store.create()
    arrivals = [store.arrive(made, "monthly.csv", monthly(12)) for _ in range(2)]
    store.accept(made.id, arrivals[0], monthly(12))
    with pytest.raises(Conflict, match="is there already"):
        store.accept(made.id, arrivals[1], monthly(12))


def test_recent_tells_the_last_changed_first(store):
    old, new = store.create("Old"), store.create("New")
    taken(store, old, "monthly.csv", monthly(12))
    assert [(one.id, one.name, one.files) for one in store.recent()] == [
        (old.id, "Old", ("monthly.csv",)),
        (new.id, "New", ()),
    ]


def held(folder):
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_a_deleted_workspace_is_gone_from_every_byte_of_the_folder(store, tmp_path):
    made = taken(store, store.create("CANARY-NAME"), "CANARY-FILE.csv", monthly(12))
    for i in range(50):
        store.change(made.id, edits.add_note(f"CANARY-NOTE {i} " + "x" * 500), text("CANARY-WHAT"))
    assert b"CANARY-NAME" in held(tmp_path) and monthly(12) in held(tmp_path)
    store.delete(made.id)
    left = held(tmp_path)
    assert b"CANARY" not in left and b"New leads" not in left
    assert store.recent() == ()


def test_what_another_workspace_uses_stays(store):
    one, two = (taken(store, store.create(), "monthly.csv", monthly(12)) for _ in range(2))
    store.delete(one.id)
    assert store.content(two.state.datasets[0].newest.digest) == monthly(12)
    assert store.tables(two, two.state.datasets[0])


def test_only_old_objects_that_nothing_names_are_swept(store, tmp_path):
    used = taken(store, store.create(), "monthly.csv", monthly(12)).state.datasets[0].newest
    old, fresh = (store._objects.put(one) for one in (b"old", b"fresh"))
    long_ago = time.time() - 7200
    for digest in (used.digest, old):
        os.utime(tmp_path / "workspaces/objects" / digest[:2] / digest[2:], (long_ago, long_ago))
    Workspaces(tmp_path / "workspaces").close()
    assert [store._objects.has(one) for one in (used.digest, old, fresh)] == [True, False, True]


def test_what_a_writer_left_aside_is_swept_and_what_one_is_writing_is_not(store, tmp_path):
    aside = tmp_path / "workspaces/objects/aside"
    (aside / "left").write_bytes(b"torn")
    with store._objects._temporary() as (_, path):
        Workspaces(tmp_path / "workspaces").close()
        assert [one.name for one in aside.iterdir()] == [path.name]


def test_damage_on_the_disk_is_told_not_read(store, tmp_path):
    made = taken(store, store.create(), "monthly.csv", monthly(12))
    digest = made.state.datasets[0].newest.digest
    (tmp_path / "workspaces/objects" / digest[:2] / digest[2:]).write_bytes(b"other")
    with pytest.raises(Refusal, match="missing or damaged"):
        store.content(digest)
    taken(store, store.create(), "monthly.csv", monthly(12))
    assert store.content(digest) == monthly(12)


def test_a_folder_of_a_newer_version_is_refused(store, tmp_path):
    store._database.write(lambda one: one.exec_driver_sql("UPDATE layout SET version = 99"))
    with pytest.raises(Refusal, match="newer Headlight"):
        Workspaces(tmp_path / "workspaces")


def test_a_damaged_revision_is_told_not_read(store):
    made = store.create("Shop")
    store._database.write(
        lambda one: one.exec_driver_sql("UPDATE revisions SET state = replace(state, 'Shop', 'S')")
    )
    with pytest.raises(Refusal, match="Revision 1 is damaged"):
        store.open(made.id)


@pytest.mark.parametrize("digest", ["../workspaces.sqlite", "..", "", "g" * 64, "a" * 64])
def test_a_digest_never_becomes_another_path(store, digest):
    with pytest.raises(Refusal, match="missing or damaged"):
        store.content(digest)


def test_only_the_bytes_that_arrived_are_accepted(store):
    made = store.create()
    arrival = store.arrive(made, "monthly.csv", monthly(12))
    with pytest.raises(ValueError, match="not those that arrived"):
        store.accept(made.id, arrival, monthly(13))
