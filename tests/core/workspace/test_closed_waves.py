"""A closed wave is the same for everybody and for good, whatever comes, goes or is undone."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from core.errors import Refusal
from core.language import text
from core.people.closed import together
from core.people.closed_written import closed_bytes
from core.people.closing import beside, continued, standing
from core.people.open_waves import kept_of, opened
from core.people.results import results
from core.people.survey_said import SurveySaid
from core.tables.updates import Mode
from core.workspace import Workspaces, closed_waves, people
from core.workspace.model import State
from core.workspace.written import state_json, state_of
from tests.core.people.test_closing import ASKED, FIRST, SECOND, TODAY, rows
from tests.core.workspace.monthly import taken

WHAT = text("Survey settings changed")
HEADER = f"Timestamp,Team,{ASKED},I can grow here,Why?"


def survey(*every) -> bytes:
    return "\n".join([HEADER, *(row for one in every for row in one)]).encode()


def key(now) -> str:
    return f"{now.state.datasets[-1].id}/"


def newest(store, now):
    return store.tables(now, now.state.datasets[-1])[0]


def shown(store, now, name="", today=TODAY):
    """The workspace once the survey is looked at: what is past is closed first."""
    name = name or key(now)
    said = now.state.surveys.of(name)
    own = closed_waves.closed(store, now, name)
    others = [one for one in closed_waves.closed(store, now) if one.kept.survey != name]
    found = beside(opened(newest(store, now), said), own)
    past = standing(found, own, others, today).past
    if not past:
        return now
    order = [one.wave for one in found.waves]
    return closed_waves.close(store, now, (name, kept_of(found, past, ())), order)


def figures(store, now):
    """Everything that is shown of closed waves, in bytes."""
    every = closed_waves.closed(store, now)
    told = results(together(every), ASKED) if every else ()
    return [closed_bytes(one.frozen) for one in every], repr(told)


def said(store, now):
    change = people.survey(key(now), lambda _: SurveySaid(scale="0-10"))
    return store.change(now.id, change, WHAT)


@pytest.fixture
def begun(store):
    now = taken(store, store.create("Team"), "survey.csv", survey(FIRST, SECOND))
    return shown(store, said(store, now))


def waves(now):
    return [one.wave for one in now.state.surveys.closed]


def asked(told):
    return replace(told, asked={"2025-Q1": 9})


LATE = rows("06", [0] * 3, hour=15)


def test_late_answers_change_nothing_that_is_shown(store, begun):
    before = figures(store, begun)
    assert waves(begun) == ["2025-Q1", "2025-Q2"]
    for content in (survey(FIRST, SECOND, LATE), survey(FIRST[:9], SECOND[:7])):
        for mode in (Mode.UPDATE, Mode.REPLACE):
            arrival = store.arrive(store.open(begun.id), "survey.csv", content)
            now = shown(store, store.accept(begun.id, arrival, content, mode))
            assert figures(store, now) == before


def test_looking_again_closes_nothing_again(store, begun):
    again = shown(store, begun)
    assert again == begun and len(store.revisions(begun.id)) == begun.revision
    newer = taken(store, begun, "survey.csv", survey(FIRST, SECOND, rows("09", [7] * 9)))
    after = shown(store, newer)
    assert waves(after) == ["2025-Q1", "2025-Q2", "2025-Q3"]
    assert after.state.surveys.closed[:2] == begun.state.surveys.closed


def test_undoing_late_answers_gives_the_same_bytes_back(store, begun):
    late = taken(store, begun, "survey.csv", survey(FIRST, SECOND, LATE))
    undone = store.undo(begun.id, late.state.datasets[0].newest.id)
    assert state_json(undone.state) == state_json(begun.state)
    assert figures(store, undone) == figures(store, begun)


def test_what_was_shown_stays_closed_when_its_file_is_undone_or_an_earlier_state_comes_back(
    store, begun
):
    before = figures(store, begun)
    earlier = store.state_at(begun.id, 2)
    back = store.change(begun.id, people.gone_back(earlier), WHAT)
    assert back.state.datasets == earlier.datasets and figures(store, back) == before
    assert shown(store, back) == back
    gone = store.undo(begun.id, back.state.datasets[0].newest.id)
    assert gone.state.datasets == () and figures(store, gone) == before


def test_a_file_brought_again_goes_on_with_the_waves_that_were_closed(store, begun):
    gone = store.undo(begun.id, begun.state.datasets[0].newest.id)
    now = taken(store, gone, "survey.csv", survey(FIRST, SECOND, LATE))
    found = opened(newest(store, now), SurveySaid(scale="0-10"))
    before = continued(found, closed_waves.closed(store, now))
    assert before == key(begun) != key(now)
    now = store.change(now.id, people.continue_survey(before, key(now)), WHAT)
    assert figures(store, now) == figures(store, begun)
    assert shown(store, now) == now
    assert [one.survey for one in now.state.surveys.closed] == [key(now)] * 2


def test_the_same_answers_in_a_file_kept_apart_are_not_closed_a_second_time(store, begun):
    content = survey(FIRST, SECOND, LATE)
    apart = store.arrive(begun, "again.csv", content).apart()
    now = store.accept(begun.id, apart, content)
    assert len(now.state.datasets) == 2
    assert shown(store, said(store, now)).state.surveys.closed == begun.state.surveys.closed


def test_of_two_windows_that_close_at_once_the_first_stands_and_nothing_is_lost(store):
    now = taken(store, store.create("Team"), "survey.csv", survey(FIRST, SECOND))
    now = said(store, now)
    early = date(2025, 6, 20)
    one = shown(store, now, today=early)
    late = store.change(now.id, people.survey(key(now), asked), WHAT)
    other = shown(store, now)  # as it stood in the other window
    assert waves(one) == waves(other) == ["2025-Q1"]
    assert other.state.surveys == late.state.surveys and other.revision == late.revision
    assert waves(shown(store, other)) == ["2025-Q1", "2025-Q2"]


def test_closed_answers_cannot_be_cut_otherwise(store, begun):
    name = key(begun)
    before = figures(store, begun)
    for other in (
        SurveySaid(question="I can grow here", scale="1-5"),
        SurveySaid(question=ASKED, scale="1-10"),
        SurveySaid(question=ASKED, scale="0-10", waves="month"),
    ):
        with pytest.raises(Refusal) as stop:
            store.change(begun.id, people.survey(name, lambda _, other=other: other), WHAT)
        assert "new workspace" in stop.value.remedy.to("en")
    held = begun.state.surveys.of(name)
    now = store.change(begun.id, people.survey(name, asked), WHAT)
    assert (held.question, held.scale) == (ASKED, "0-10")
    assert now.state.surveys.of(name).asked == {"2025-Q1": 9} and figures(store, now) == before


def test_words_that_were_not_weighed_before_can_be_weighed_later(store, begun):
    name = key(begun)
    change = people.survey(name, lambda told: replace(told, likert="below"))
    assert store.change(begun.id, change, WHAT).state.surveys.of(name).likert == "below"


@pytest.fixture
def elsewhere(tmp_path):
    other = Workspaces(tmp_path / "elsewhere")
    yield other
    other.close()


def test_a_bundle_takes_the_closed_waves_along(store, begun, elsewhere):
    late = taken(store, begun, "survey.csv", survey(FIRST, SECOND, LATE))
    packed = store.bundle(late.id)
    there = elsewhere.take_in(packed)
    assert figures(elsewhere, there) == figures(store, begun)
    assert there.state.surveys == begun.state.surveys
    assert elsewhere.bundle(there.id) == packed
    assert shown(elsewhere, there) == there


def test_a_bundle_that_lacks_a_closed_wave_or_has_another_in_its_place_is_refused(
    store, begun, elsewhere
):
    packed = store.bundle(begun.id)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    closed = next(name for name in files if name.startswith("closed/"))
    for other in (None, b"something else"):
        changed = {name: one for name, one in files.items() if name != closed}
        changed |= {} if other is None else {closed: other}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, one in changed.items():
                archive.writestr(name, one)
        with pytest.raises(Refusal):
            elsewhere.take_in(out.getvalue())
    assert elsewhere.recent() == ()


def test_a_state_of_before_opens_and_one_with_closed_waves_comes_back_as_written(begun):
    written = json.loads(state_json(State(name="Old")))
    del written["state"]["surveys"]["closed"]
    assert state_of(json.dumps(written).encode()) == State(name="Old")
    assert state_of(state_json(begun.state)) == begun.state


def test_deleting_a_workspace_for_good_deletes_its_closed_waves(store, begun, tmp_path):
    digests = {one.digest for one in begun.state.surveys.closed}
    folder = tmp_path / "workspaces" / "objects"
    assert all((folder / one[:2] / one[2:]).exists() for one in digests)
    store.delete(begun.id)
    assert not any((folder / one[:2] / one[2:]).exists() for one in digests)


def named_survey(n: int = 24) -> bytes:
    lines = [row.replace(",", f",Zubaidah {at},", 1) for at, row in enumerate(FIRST[:n])]
    return "\n".join([HEADER.replace("Timestamp,", "Timestamp,Name,"), *lines]).encode()


def test_closed_waves_stay_when_names_go_out_of_a_history_of_before(store, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr("core.workspace.door.leaving_of", lambda *_: ())
        now = taken(store, store.create(), "s.csv", named_survey())
    now = shown(store, said(store, now))
    kept = figures(store, now)
    clean = store.cleansed(now.id)
    assert clean.state.datasets != now.state.datasets
    assert clean.state.surveys == now.state.surveys and figures(store, clean) == kept
    store.sweep()
    assert figures(store, clean) == kept and shown(store, clean) == clean


def test_no_name_is_kept_with_a_closed_wave(store):
    now = taken(store, store.create(), "s.csv", named_survey())
    (one,) = closed_waves.closed(store, shown(store, said(store, now)))
    assert b"ubaidah" not in closed_bytes(one.frozen)
