"""Connected tables of a workspace: what is kept of them, and what may be opened from where."""

import duckdb
import pytest

from core.errors import Refusal
from core.language import LANGUAGES, text
from core.settings import settings
from core.tables import TableKind
from core.workspace import Connection, Workspaces, begun, connections, table_of, where
from core.workspace.edits import Conflict, use_table
from core.workspace.written import state_json, state_of

ROWS = (
    "select range as deal_id, date '2024-01-03' + (range * 9)::int as created_at, "
    "'Won' as status, 5.0 as amount, {won} as {name} from range(40)"
)
WON = "date '2024-01-10' + (range * 9)::int"


@pytest.fixture
def url(tmp_path) -> str:
    path = tmp_path / "crm.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("create table deals as " + ROWS.format(won=WON, name="closed_at"))
        database.execute("create schema old")
        database.execute("create view old.won as select * from deals")
    (tmp_path / "secret.csv").write_text("created_at,closed_at,amount\n2024-01-01,2024-01-02,5\n")
    return f"duckdb:///{path}"


@pytest.fixture
def hosted(monkeypatch):
    """The settings of a server that visitors reach, with the connections it lists."""

    def settled(**listed: str) -> None:
        changed = {"address": "0.0.0.0", "hosts": ("app.example",), "connections": listed}
        monkeypatch.setattr(settings(), "__dict__", {**settings().__dict__, **changed})

    return settled


def refusal(*words: str) -> Refusal:
    with pytest.raises(Refusal) as stop:
        begun(*words)
    return stop.value


def test_it_is_understood_when_it_is_begun_and_kept_in_the_workspace(store, url):
    new, table = begun("", url, "deals")
    assert table.kind is TableKind.DEALS and len(table.frame) == 0
    assert new.fields["closed_at"] == "closed_at"
    now = store.create()
    now = store.change(now.id, connections.add(new), text("Name changed"))
    assert store.open(now.id).state.connections == (new,)
    assert state_of(state_json(now.state)) == now.state
    assert store.recent()[0].files == ("deals",)
    with pytest.raises(Conflict):
        store.change(now.id, connections.add(begun("", url, "deals")[0]), text("Name changed"))
    gone = store.change(now.id, connections.drop(new.id), text("Name changed"))
    assert gone.state.connections == ()
    assert store.state_at(now.id, now.revision).connections == (new,)


def test_where_tables_are_picked_a_new_one_is_picked_too(store, url):
    first, second = begun("", url, "deals")[0], begun("", url, "old.won")[0]
    now = store.create()
    for edit in (connections.add(first), use_table(first.id, 0, True, frozenset())):
        now = store.change(now.id, edit, text("Name changed"))
    now = store.change(now.id, connections.add(second), text("Name changed"))
    assert now.state.choice.tables == {(first.id, 0), (second.id, 0)}


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ayu:hunter2@db.example/crm",
        "postgresql://ayu:12/hunter2@db.example/crm",
        "postgresql://ayu:12?hunter2@db.example/crm",
        "postgresql://ayu:hun/ter2@db.example/crm",
        "postgresql://db.example/crm?password=hunter2",
        "sc://db.example/;token=hunter2",
    ],
)
def test_a_password_is_refused_and_repeated_nowhere(url):
    stop = refusal("", url, "deals")
    said = [
        part.to(one) for part in (stop.what, stop.remedy, stop.place.text()) for one in LANGUAGES
    ]
    assert "unter2" not in " ".join(said) and "ter2" not in " ".join(said)


def test_its_columns_stay_what_they_were_taken_for_when_its_first_rows_change(url):
    new, _ = begun("", url, "deals")
    kept = Connection(**{**new.__dict__, "fields": {**new.fields, "amount": "ignore"}})
    taken = {one.name: one.field for one in table_of(kept).columns}
    assert taken["amount"] in ("", "ignore")
    assert taken["closed_at"] == "closed_at"


def test_a_name_that_is_no_table_is_never_read_as_a_file(url, tmp_path):
    for name in (str(tmp_path / "secret.csv"), "secret.csv", "main.secret.csv"):
        assert "no table" in str(refusal("", url, name).what)
    assert begun("", url, "old.won")[1].kind is TableKind.DEALS
    assert begun("", url, "main.deals")[1].kind is TableKind.DEALS


def test_a_hosted_server_opens_what_it_lists_and_nothing_else(url, hosted, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    duckdb.sql("select 1 as a").write_parquet(str(folder / "a.parquet"))
    hosted(CRM=url, Files=f"parquet://{folder}")
    new, table = begun("CRM", "", "deals")
    assert (new.url, where(new), new.name) == ("", "CRM", "deals (CRM)")
    assert table.source == "deals (CRM)"
    for typed in (url, "postgresql://10.0.0.1/crm", "sc://localhost", str(folder), "/etc/passwd"):
        assert "lists" in str(refusal("", typed, "deals").what)
        forged = Connection("1", "", typed, "deals")
        with pytest.raises(Refusal, match="lists"):
            table_of(forged)
    assert "no connection named" in str(refusal("Other", "", "deals").what)
    for name in (str(tmp_path / "secret.csv"), "nothing"):
        assert "no table" in str(refusal("CRM", "", name).what)
    assert "no table" in str(refusal("Files", "", str(tmp_path / "secret.csv")).what)


def test_alone_means_that_only_this_machine_reaches_the_app(monkeypatch):
    from core.metrics import alone

    for address, hosts, expected in (
        ("127.0.0.1", ("localhost", "127.0.0.1", "[::1]"), True),
        ("0.0.0.0", ("localhost",), False),
        ("127.0.0.1", ("localhost", "app.example"), False),
        ("127.0.0.1", ("*",), False),
    ):
        changed = {**settings().__dict__, "address": address, "hosts": hosts}
        monkeypatch.setattr(settings(), "__dict__", changed)
        assert alone() is expected


def test_a_connection_that_came_in_a_bundle_waits_for_a_word(store, url, tmp_path):
    now = store.create()
    now = store.change(now.id, connections.add(begun("", url, "deals")[0]), text("Name changed"))
    content = store.bundle(now.id)
    elsewhere = Workspaces(tmp_path / "elsewhere")
    there = elsewhere.take_in(content)
    one = there.state.connections[0]
    with pytest.raises(Refusal, match="only when you say so"):
        table_of(one)
    trusted = connections.put(one.id, lambda each: Connection(**{**each.__dict__, "trusted": True}))
    there = elsewhere.change(there.id, trusted, text("Name changed"))
    assert table_of(there.state.connections[0]).kind is TableKind.DEALS
    elsewhere.close()
