"""What is not looked at while reading could not have said anything."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables.across.mostly import mostly
from core.tables.columns.dates import take_apart
from core.tables.columns.forms import FORMS, first_form
from core.tables.columns.moment import valid
from core.tables.columns.numbers import take_apart as number
from core.tables.columns.shown import may_show
from core.tables.files.encoding import decode
from core.tables.files.spotless import is_clean

WORDS = "jan Mei Q w tw iv fy tahun minggu rp jt m k s/d wib senin st T 1 31 12 2024 24 03042024"
PIECES = [*WORDS.split(), *"/-., ':%()–", "\u00a0", "\x1c"]
CELLS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)


@settings(max_examples=400, deadline=None)
@given(CELLS)
def test_a_cell_that_is_passed_over_shows_neither_a_mark_nor_an_order(cell):
    if may_show(pd.Series([cell.strip()], dtype="str"))[0]:
        return
    found, moment = number(cell.strip()), take_apart(cell.strip())
    assert found is None or found.comma == found.point
    assert moment is None or moment.parts is None


@settings(max_examples=400, deadline=None)
@given(CELLS)
def test_one_look_at_all_forms_misses_none(cell):
    said = cell.casefold()
    found = None
    for form, build in FORMS:
        match = form.match(said)
        try:
            found = valid(build(match.groupdict())) if match else None
        except ValueError:
            found = None
        if found:
            break
    assert first_form(said) == found


UNSEEN = "\x00\x07\x7f\u0085\u2028\u200b\ufeff\u2060\u2065\u202a\u2069"
LETTERS = st.sampled_from([*"a1,\n\t\réü–’€漢Â°😀", *UNSEEN, "Ã©", "â€™"])


@settings(max_examples=400, deadline=None)
@given(st.lists(LETTERS, max_size=6), st.binary(max_size=2), st.booleans())
def test_a_clean_text_is_decoded_as_it_stands_and_without_a_word(letters, stray, ends):
    written = "nama,kota,jumlah\n" * 12 + "".join(letters)
    content = written.encode() + (stray if ends else b"")
    if is_clean(content):
        assert decode(content, "a.csv").text == content.decode("utf-8")
        assert decode(content, "a.csv").notices == ()


def test_labels_are_read_by_row_and_only_when_most_can_be():
    cells = pd.Series(["jan", "", "feb", "jan"], dtype="str")
    months = mostly(cells, take_apart, 2)
    assert {row: one.part for row, one in months.items()} == {0: 1, 2: 2, 3: 1}
    assert mostly(pd.Series(["jan", "Budi", "Siti"], dtype="str"), take_apart, 2) == {}
    assert mostly(pd.Series(["jan"], dtype="str"), take_apart, 2) == {}
