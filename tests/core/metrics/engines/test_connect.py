"""Sources by URL: read-only, credentials from the environment, and what is said when it fails."""

import json
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from core.__main__ import main
from core.errors import Refusal
from core.language import LANGUAGES
from core.metrics import build_panel, connected, dividing, outcome_words, tables_of
from core.metrics.engine import connect, named
from core.metrics.engine.faults import refused
from core.periods import Grain
from core.settings import settings
from tests.core.metrics.engines.servers import PASSWORD, USER


def said(stop: Refusal) -> str:
    """All that a person sees of it, in both languages."""
    parts = [stop.what, stop.remedy, stop.place.text()]
    return " ".join(part.to(language) for part in parts for language in LANGUAGES)


def refusal(url: str, name: str = "crm_deals") -> Refusal:
    with pytest.raises(Refusal) as stop:
        connected(url, name)
    return stop.value


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ayu:hunter2@db.example:5432/sales",
        "postgresql://db.example/sales?password=hunter2",
        "sc://db.example:15002/;token=hunter2",
    ],
)
def test_a_password_in_the_url_is_refused_and_never_shown(url):
    stop = refusal(url)
    assert "password" in str(stop)
    assert "hunter2" not in said(stop)
    assert "HEADLIGHT_" in str(stop.remedy)


def test_only_variables_meant_for_sources_are_taken(monkeypatch):
    monkeypatch.setenv("SECRET_OF_ANOTHER", "x")
    assert "SECRET_OF_ANOTHER" in said(refusal("postgresql://a:${SECRET_OF_ANOTHER}@localhost/x"))
    assert "HEADLIGHT_NOT_SET" in said(refusal("postgresql://${HEADLIGHT_NOT_SET}@localhost/x"))


@pytest.mark.parametrize("url", ["postgresql://localhost:1/x", "sc://localhost:1"])
def test_a_host_that_does_not_answer_is_said_at_once(url):
    assert "localhost" in str(refusal(url).what)


def test_a_host_that_nobody_knows_is_said():
    stop = refusal("postgresql://no-such-host.invalid/x")
    assert "no-such-host.invalid" in str(stop.what) and "host" in str(stop.remedy)


def test_a_message_of_a_driver_repeats_nothing_of_the_environment(monkeypatch):
    monkeypatch.setenv("HEADLIGHT_ODD_PASSWORD", "hunter2")
    address = named("postgresql://ayu:${HEADLIGHT_ODD_PASSWORD}@localhost/x")
    stop = refused(address, RuntimeError("cannot use hunter2 with localhost"))
    assert "hunter2" not in said(stop) and "•••" in said(stop)
    gone = refused(address, RuntimeError("server closed the connection unexpectedly"))
    assert "stopped answering" in str(gone.what)


def test_the_tables_of_a_source_are_listed_by_schema(on_postgresql, on_duckdb):
    server = on_postgresql.url.rpartition("@")[2]
    with psycopg.connect(f"postgresql://{USER}:{PASSWORD}@{server}") as database:
        database.execute("create schema shop")
        database.execute("create materialized view shop.kept as select 1 as a")
    for source in (on_postgresql, on_duckdb):
        names = tables_of(source.url)
        assert {"crm_deals", "seller_orders"} <= set(names)
        assert not any("pg_" in name or "information_schema" in name for name in names)
    assert "shop.kept" in tables_of(on_postgresql.url)


def test_groups_and_words_of_a_connected_table_are_those_of_all_its_rows(source, every):
    deals = source.connected("crm_deals")
    uploaded = every["crm_deals"].to_pandas()
    assert "region" in dividing([deals]) and "owner" in dividing([deals])
    told = {one.word: one.rows for one in outcome_words([deals], {})}
    assert told == uploaded["status"].value_counts().to_dict()


@pytest.mark.parametrize("url", ["mysql://localhost/x", "duckdb:////no/such/file", "/no/such"])
def test_what_cannot_be_reached_is_said(url):
    assert refusal(url).remedy


def test_a_missing_table_is_said_with_those_there_are(on_duckdb, on_postgresql):
    for source in (on_duckdb, on_postgresql):
        stop = refusal(source.url, "no_such_table")
        assert "no_such_table" in str(stop.what)
        assert "crm_deals" in str(stop.remedy)


def test_a_missing_table_of_spark_is_said(on_spark):
    assert "no_such_table" in str(refusal(on_spark.url, "no_such_table").what)


def test_a_wrong_password_and_a_missing_right_are_said(on_postgresql, monkeypatch):
    monkeypatch.setenv("HEADLIGHT_WRONG", "wrong")
    wrong = on_postgresql.url.replace("HEADLIGHT_TEST_PASSWORD", "HEADLIGHT_WRONG")
    assert "does not let" in str(refusal(wrong).what)
    server = on_postgresql.url.rpartition("@")[2]
    with psycopg.connect(f"postgresql://{USER}:{PASSWORD}@{server}") as database:
        database.execute(f"create role guest login password '{PASSWORD}'")
    assert "does not let" in str(refusal(on_postgresql.url.replace(USER, "guest", 1)).what)
    assert "database" in str(refusal(on_postgresql.url + "_other").what)


def test_nothing_can_be_written(on_postgresql, on_duckdb):
    for source in (on_postgresql, on_duckdb):
        engine = connect(source.url)
        with pytest.raises(Exception, match="read-only"):
            engine.backend.raw_sql("create table written (x int)")
        engine.close()


def test_times_are_utc_whatever_the_server_says(on_postgresql, on_spark):
    for source in (on_postgresql, on_spark):
        engine = connect(source.url)
        zone = engine.backend.raw_sql(
            "show timezone" if source is on_postgresql else "select current_timezone()"
        )
        told = zone.fetchone() if source is on_postgresql else zone.toArrow().to_pylist()
        assert "UTC" in str(told)
        engine.close()


def test_a_source_that_takes_too_long_is_stopped(on_postgresql, on_duckdb, monkeypatch):
    monkeypatch.setattr(settings(), "__dict__", {**settings().__dict__, "source_seconds": 1})
    for source in (on_postgresql, on_duckdb):
        engine = connect(source.url)
        rows = engine.table("crm_traffic")
        endless = rows.select(a="sessions")
        for other in "bcd":
            endless = endless.cross_join(rows.select(**{other: "sessions"}))
        with pytest.raises(Refusal, match="longer than 1 seconds"):
            engine.run(endless.aggregate(n=(endless.a * endless.b - endless.c * endless.d).max()))
        engine.close()


def test_eight_threads_ask_at_once(source):
    def asked(_turn: int) -> int:
        engine = connect(source.url)
        try:
            rows = engine.table(source.names["crm_deals"])
            return int(engine.run(rows.aggregate(n=rows.count()))["n"].iloc[0])
        finally:
            engine.close()

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(asked, range(24)))) == 1


def test_uploads_and_sources_share_a_panel_but_no_metric_spans_two(on_duckdb, on_postgresql):
    deals, calls = on_postgresql.connected("reps_deals"), on_duckdb.connected("reps_calls")
    panel = build_panel([deals, calls], Grain.MONTH)
    assert {"deals_won", "calls"} <= set(panel.values)
    assert "different sources" in str(panel.refused["stale_deals"])
    with pytest.raises(Refusal, match="different sources"):
        build_panel([deals, on_duckdb.connected("reps_deals")], Grain.MONTH)


def test_that_duplicates_are_not_looked_for_is_said(source):
    panel = build_panel([source.connected("reps_deals")], Grain.MONTH)
    assert any("stand twice" in str(one) for one in panel.notices)


def test_dates_held_as_text_are_not_guessed_at(tmp_path, every):
    import pyarrow.parquet as pq

    rows = every["reps_deals"]
    place = rows.column_names.index("closed_at")
    words = rows["closed_at"].cast("date32").cast("string")
    pq.write_table(rows.set_column(place, "closed_at", words), tmp_path / "deals.parquet")
    panel = build_panel([connected(str(tmp_path), "")], Grain.MONTH)
    assert "deals_won" not in panel.values
    assert any("closed_at" in str(one) and "cast" in str(one) for one in panel.notices)


def test_the_command_line_takes_a_url_and_a_table(source, capsys):
    name = f"{source.url}#{source.names['reps_deals']}"
    assert main(["panel", name, "--period", "month", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "deals_won" in answer["metrics"]
    assert PASSWORD not in json.dumps(answer)


def test_verbs_that_need_a_file_refuse_a_url(capsys):
    assert main(["read", "postgresql://localhost/x#deals", "--json"]) == 2
    assert "panel" in json.loads(capsys.readouterr().err)["error"]["what"]
