"""Events are kept, changed, taken back, carried along; notes about a day are events too."""

from datetime import UTC, date, datetime

import pytest

from core.errors import Refusal
from core.language import text
from core.workspace import Event, EventKind, Note, Shading, State, Workspaces, edits, events
from core.workspace.edits import Conflict
from core.workspace.written import state_json, state_of

PROMO = events.new(EventKind.CAMPAIGN, " Promo Maret ", (date(2025, 3, 3), date(2025, 3, 31)), "TV")
CHANGED = text("Event")


def kept(store: Workspaces, *made: Event):
    opened = store.create()
    for one in made:
        opened = store.change(opened.id, events.put(one), CHANGED)
    return opened


def test_an_event_is_kept_in_good_order(store):
    (one,) = store.open(kept(store, PROMO).id).state.events
    assert one == PROMO
    assert (one.name, one.last) == ("Promo Maret", date(2025, 3, 31))


def test_an_event_can_be_changed_and_removed_and_brought_back(store):
    opened = kept(store, PROMO)
    later = events.new(EventKind.LAUNCH, "Launch", (date(2025, 5, 1), None))
    changed = Event(PROMO.id, PROMO.at, later.kind, later.name, later.begins)
    opened = store.change(opened.id, events.put(changed), CHANGED)
    assert opened.state.events == (changed,)
    opened = store.change(opened.id, events.drop(PROMO.id), CHANGED)
    assert opened.state.events == ()
    then = store.state_at(opened.id, opened.revision - 2)
    opened = store.change(opened.id, lambda _: then, CHANGED)
    assert opened.state.events == (PROMO,)


def test_events_and_the_holidays_shown_travel_in_a_bundle(store, tmp_path):
    opened = kept(store, PROMO)
    opened = store.change(opened.id, events.shade(Shading.ALL), CHANGED)
    there = Workspaces(tmp_path / "elsewhere")
    taken = there.take_in(store.bundle(opened.id))
    assert taken.state.events == (PROMO,)
    assert taken.state.choice.holidays is Shading.ALL
    there.close()


def test_a_note_about_a_day_is_an_event_until_it_is_changed_into_one(store):
    opened = kept(store, PROMO)
    long = "Harga naik 10 % di semua cabang\nsejak pagi"
    opened = store.change(opened.id, edits.add_note(long, date(2025, 1, 6)), CHANGED)
    opened = store.change(opened.id, edits.add_note("No day"), CHANGED)
    first, second = events.known(opened.state)
    assert (first.name, first.note) == ("Harga naik 10 % di semua cabang", long)
    assert second == PROMO
    changed = Event(first.id, first.at, EventKind.PRICE_CHANGE, "Harga naik", first.begins)
    opened = store.change(opened.id, events.put(changed), CHANGED)
    assert [one.text for one in opened.state.notes] == ["No day"]
    assert events.known(opened.state) == (changed, PROMO)


def test_a_note_about_a_day_is_removed_as_an_event(store):
    opened = store.create()
    opened = store.change(opened.id, edits.add_note("x", date(2025, 1, 6)), CHANGED)
    (one,) = events.known(opened.state)
    opened = store.change(opened.id, events.drop(one.id), CHANGED)
    assert opened.state.notes == ()
    with pytest.raises(Conflict):
        store.change(opened.id, events.drop(one.id), CHANGED)


@pytest.mark.parametrize(
    ("name", "days"),
    [(" ", (date(2025, 1, 1), None)), ("x", (date(2025, 1, 2), date(2025, 1, 1)))],
)
def test_an_event_without_a_name_or_ending_before_it_begins_is_refused(name, days):
    with pytest.raises(Refusal):
        events.new(EventKind.OTHER, name, days)


def test_an_event_of_one_day_has_no_end():
    assert events.new(EventKind.OTHER, "x", (date(2025, 1, 1), date(2025, 1, 1))).ends is None


def test_a_workspace_of_before_there_were_events_still_opens():
    old = (
        b'{"state":{"choice":{},"datasets":[],"name":"Toko","notes":[{"at":"2025-01-02T03:04:05Z",'
        b'"id":"a","on":"2025-01-01","text":"Libur"}]},"version":1}'
    )
    state = state_of(old)
    assert (state.events, state.tracked, state.choice.holidays) == ((), {}, None)
    assert [one.name for one in events.known(state)] == ["Libur"]
    assert state_of(state_json(state)) == state


def test_events_stand_by_their_first_day():
    at = datetime(2025, 1, 1, tzinfo=UTC)
    state = State(
        notes=(Note("n", at, date(2025, 2, 1), "b"),),
        events=(
            Event("1", at, EventKind.OTHER, "c", date(2025, 3, 1)),
            Event("2", at, EventKind.OTHER, "a", date(2025, 1, 1), date(2025, 12, 31)),
        ),
    )
    assert [one.name for one in events.known(state)] == ["a", "b", "c"]
