"""A workspace travels as one file and is the same elsewhere; nothing else gets in."""

import io
import json
import zipfile

import pytest

from core.errors import Refusal
from core.language import text
from core.metrics import Role
from core.settings import settings
from core.workspace import Workspaces, bundle, edits, growth
from core.workspace.written import digest_of, state_json
from tests.core.workspace.monthly import figures, monthly, objects, taken


@pytest.fixture
def made(store):
    return shop(store)


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """The bundle of such a workspace; what it is made of is made once."""
    store = Workspaces(tmp_path_factory.mktemp("packed"))
    yield store.bundle(shop(store).id)
    store.close()


def shop(store):
    now = taken(store, store.create("Shop"), "../monthly.csv", monthly(12))
    wrong = taken(store, now, "wrong.csv", monthly(12, corrected={0: 1}))
    store.undo(now.id, wrong.state.datasets[0].newest.id)
    store.change(now.id, edits.set_role("revenue", Role.LAGGING), text("Role of {x}", x="revenue"))
    return taken(store, store.open(now.id), "monthly.csv", monthly(13, corrected={2: 4}))


@pytest.fixture
def elsewhere(tmp_path):
    other = Workspaces(tmp_path / "elsewhere")
    yield other
    other.close()


def test_a_workspace_is_the_same_elsewhere_under_a_new_id(store, made, elsewhere):
    there = elsewhere.take_in(store.bundle(made.id))
    assert there.id != made.id
    assert state_json(there.state) == state_json(made.state)
    assert elsewhere.revisions(there.id) == store.revisions(made.id)
    assert list(objects(elsewhere, there)) == list(objects(store, made))
    assert figures(elsewhere, there) == figures(store, made)
    assert elsewhere.bundle(there.id) == store.bundle(made.id) == store.bundle(made.id)


def test_what_was_taken_in_can_be_undone_and_continued_there(store, made, elsewhere):
    there = elsewhere.take_in(store.bundle(made.id))
    newest = made.state.datasets[0].newest.id
    assert elsewhere.undo(there.id, newest).state == store.undo(made.id, newest).state
    assert elsewhere.arrive(there, "monthly.csv", monthly(14)).dataset


def test_tables_that_come_out_otherwise_are_told(store, made, elsewhere, monkeypatch):
    packed = store.bundle(made.id)
    write = growth.to_parquet
    monkeypatch.setattr(growth, "to_parquet", lambda table: write(table) + b" ")
    there = elsewhere.take_in(packed)
    last = elsewhere.revisions(there.id)[-1]
    assert last.what.to("en") == "3 tables came out otherwise than where the bundle was made."
    assert there.state.datasets[0].newest.tables != made.state.datasets[0].newest.tables


def members(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def resigned(files):
    """The files with a manifest that fits them."""
    manifest = json.loads(files.pop("manifest.json"))
    manifest["files"] = {name: digest_of(content) for name, content in files.items()}
    return zipped({**files, "manifest.json": json.dumps(manifest)}.items())


def refused(elsewhere, packed, match):
    with pytest.raises(Refusal, match=match) as stop:
        elsewhere.take_in(packed)
    assert stop.value.remedy.to("en")
    assert elsewhere.recent() == ()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_torn_bundle_is_refused(packed, elsewhere, share):
    refused(elsewhere, packed[: int(len(packed) * share)], "torn or not a zip")


def test_one_changed_byte_anywhere_is_refused_or_changes_nothing(packed, elsewhere):
    wanted = members(packed)
    for place in range(0, len(packed), max(1, len(packed) // 150)):
        altered = packed[:place] + bytes([packed[place] ^ 0x55]) + packed[place + 1 :]
        try:
            found = bundle.unpack(altered)
        except Refusal:
            continue
        assert found == bundle.unpack(packed) and wanted


@pytest.mark.parametrize("name", ["originals/" + "0" * 64, "history.json", "templates.json"])
def test_an_altered_member_is_refused(packed, elsewhere, name):
    files = members(packed)
    name = next((one for one in files if one.startswith(name[:10])), name)
    refused(elsewhere, zipped({**files, name: files[name] + b" "}.items()), "altered")


def test_an_altered_file_under_a_fitting_manifest_is_refused(packed, elsewhere):
    files = members(packed)
    name = next(one for one in files if one.startswith("originals/"))
    files[name] = files[name].replace(b"1000", b"9000")
    refused(elsewhere, resigned(files), "altered")


def test_an_altered_state_under_a_fitting_manifest_is_refused(packed, elsewhere):
    files = members(packed)
    files["history.json"] = files["history.json"].replace(b'"Shop"', b'"Sh0p"')
    refused(elsewhere, resigned(files), "altered")


@pytest.mark.parametrize("name", ["../evil", "/etc/cron.d/x", "C:\\x", "originals/../../x", "x"])
def test_a_foreign_name_is_refused_and_never_becomes_a_path(packed, elsewhere, name, tmp_path):
    files = members(packed) | {name: b"x"}
    refused(elsewhere, zipped(files.items()), "foreign file")
    assert not (tmp_path / "evil").exists()


def test_a_member_that_stands_twice_is_refused(packed, elsewhere):
    files = list(members(packed).items())
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped([*files, files[0]])
    refused(elsewhere, twice, "twice")


def test_a_file_that_is_missing_is_refused(packed, elsewhere):
    files = members(packed)
    del files[next(one for one in files if one.startswith("originals/"))]
    refused(elsewhere, resigned(files), "lacks a file")


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"hello", zipped([]), zipped([("manifest.json", "{}")])],
    ids=["empty", "stub", "text", "no members", "empty manifest"],
)
def test_what_is_no_bundle_is_refused(elsewhere, content):
    refused(elsewhere, content, "torn|not a bundle")


def test_a_bomb_is_counted_while_it_is_unpacked(packed, elsewhere, monkeypatch):
    files = members(packed)
    bomb = b"0" * 3_000_000
    files["originals/" + digest_of(bomb)] = bomb
    small = resigned(files)
    assert len(small) < 100_000
    monkeypatch.setattr(
        bundle, "settings", lambda: settings().model_copy(update={"unpacked_mb": 2})
    )
    refused(elsewhere, small, "over 2 MB")


def test_too_many_members_are_refused(elsewhere, monkeypatch):
    monkeypatch.setattr(bundle, "MOST", 3)
    refused(elsewhere, zipped((f"originals/{i:064x}", b"") for i in range(4)), "more than 3 files")


def test_a_workspace_too_large_to_be_taken_in_is_not_bundled(store, made, monkeypatch):
    monkeypatch.setattr(
        bundle, "settings", lambda: settings().model_copy(update={"unpacked_mb": 0})
    )
    with pytest.raises(Refusal, match="over 0 MB"):
        store.bundle(made.id)
