"""What is kept about people: a template and meetings, as revisions; no word of what was said."""

import io
import zipfile
from datetime import date

from core.language import text
from core.people.met_in import one_on_ones_of
from core.people.one_on_ones import Cadence, Meeting, Member, every, met, on_roster
from core.people.pulse_library import starter
from core.people.pulse_template import Kind, PulseQuestion, asking
from core.tables import read
from core.workspace import Workspaces, people
from core.workspace.model import State
from core.workspace.written import state_json, state_of

TODAY = date(2025, 12, 1)
WHAT = text("Event removed")
SECRET = "thinks of leaving for a rival"
LIST = f"Employee,Met with,Date,Team,Notes\nAndi,Budi,2025-03-03,North,{SECRET}\n"


def kept(folder):
    store = Workspaces(folder)
    found = one_on_ones_of(read(LIST.encode(), "talks.csv").tables, TODAY)
    now = store.create("Team")
    for one in found.meetings:
        now = store.change(now.id, people.one_on_ones(met(one, TODAY)), WHAT)
    return store, now


def test_no_byte_of_a_note_reaches_the_folder_or_the_bundle(tmp_path):
    store, now = kept(tmp_path)
    bundle = store.bundle(now.id)
    store.close()
    inside = zipfile.ZipFile(io.BytesIO(bundle))
    files = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    every_byte = b"".join([bundle, *files, *(inside.read(name) for name in inside.namelist())])
    assert b"Andi" in every_byte
    for word in (SECRET, "rival", "Notes"):
        assert word.encode() not in every_byte


def test_each_change_is_a_revision_that_can_be_gone_back_to(tmp_path):
    store, now = kept(tmp_path)
    before = now.revision
    one = Meeting("Siti", "Budi", "North", date(2025, 3, 4), 55)
    store.change(now.id, people.one_on_ones(met(one, TODAY)), WHAT)
    assert len(store.open(now.id).state.one_on_ones.meetings) == 2
    assert len(store.state_at(now.id, before).one_on_ones.meetings) == 1
    store.change(now.id, people.one_on_ones(met(one, TODAY)), WHAT)
    assert store.open(now.id).revision == before + 1


def test_a_state_with_people_comes_back_as_it_was_written():
    state = State()
    for change in (
        people.one_on_ones(met(Meeting("Andi", "Budi", "North", date(2025, 3, 3), 60), TODAY)),
        people.one_on_ones(on_roster(Member("Siti", "Budi", "North", date(2025, 4, 1)))),
        people.one_on_ones(every("North", Cadence.WEEKLY)),
        people.pulse(asking(PulseQuestion("Mood?", Kind.RATING)), starter("Pulse", "id")),
    ):
        state = change(state)
    assert state_of(state_json(state)) == state
    assert state_of(state_json(State())) == State()


def test_a_template_is_begun_once_and_then_changed():
    begun = starter("Pulse", "en")
    one = people.pulse(asking(PulseQuestion("Mood?", Kind.RATING)), begun)(State())
    two = people.pulse(asking(PulseQuestion("Energy?", Kind.RATING)), begun)(one)
    assert len(two.pulse.questions) == len(begun.questions) + 2
