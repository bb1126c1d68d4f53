"""A line that is not understood is told so in the language asked for, whatever is wrong with it."""

import pytest

from core.__main__ import main
from core.command_faults import fault

LINES = {
    ("enps", "s.csv", "--likert", "x"): ("“x” is none of", "“x” tidak termasuk"),
    ("enps", "s.csv", "--wave"): ("one value must follow", "harus diikuti satu nilai"),
    ("enps",): ("missing: FILE", "belum ada: FILE"),
    ("enps", "s.csv", "--nothing"): ("not known: --nothing", "tidak dikenal: --nothing"),
    ("enps", "s.csv", "--min-group", "few"): ("no whole number", "bukan bilangan bulat"),
    ("enps", "s.csv", "--s", "x"): ("“--s” may mean", "“--s” dapat berarti"),
    ("enps", "s.csv", "--json=1"): ("no value may follow", "tidak boleh diikuti nilai"),
    ("enablement", "s.csv", "--within", "soon"): ("cannot stand there", "tidak dapat dipakai"),
    ("nothing",): ("“nothing” is none of", "“nothing” tidak termasuk"),
    ("compare", "a.csv"): ("missing: OLD NEW", "belum ada: OLD NEW"),
}


@pytest.mark.parametrize(("line", "told"), LINES.items(), ids=lambda one: " ".join(one))
def test_what_is_wrong_is_told_in_both_languages(line, told, capsys):
    for language, words in zip(("en", "id"), told, strict=True):
        assert main([*line, "--language", language]) == 2
        said = capsys.readouterr().err
        assert words in said and ("understood" in said) == (language == "en")


def test_a_message_that_is_not_known_stays_as_it_is():
    assert fault("something new").to("id") == "something new"
