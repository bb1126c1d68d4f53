import pickle

from core.errors import Issue, Place, Refusal
from core.language import text


def test_a_place_is_named_as_the_person_sees_it():
    place = Place("crm.csv", "Rekap", 4, "Nilai", "D4")
    assert place.text().to("en") == "crm.csv, sheet “Rekap”, row 4, column “Nilai”, cell D4"
    assert place.text().to("id") == "crm.csv, lembar “Rekap”, baris 4, kolom “Nilai”, sel D4"


def test_an_unknown_place_says_nothing():
    assert Issue(text("a"), text("b")).place.text().to("en") == ""


def test_a_refusal_survives_the_way_between_processes():
    stop = Refusal(text("row {row}", row="1"), text("sheet “{sheet}”", sheet="x"), Place("a.csv"))
    back = pickle.loads(pickle.dumps(stop))
    assert (back.what, back.remedy, back.place) == (stop.what, stop.remedy, stop.place)
