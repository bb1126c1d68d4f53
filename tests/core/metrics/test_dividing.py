"""Which columns tell groups apart, and what the words of a status are taken for."""

import pandas as pd

from core.metrics import dividing, outcome_words
from core.tables import read


def deals(**columns: list[str]):
    frame = pd.DataFrame(
        {
            "Deal ID": [f"D-{i}" for i in range(12)],
            "Status": ["Won", "Lost", "Deal!"] * 4,
            "Amount": range(100, 112),
            "Created Date": "2025-01-02",
            "Closed Date": "2025-02-03",
            **columns,
        }
    )
    return read(frame.to_csv(index=False).encode(), "deals.csv").tables


def test_branches_and_owners_do_names_of_rows_and_results_do_not():
    tables = deals(
        Branch=["Jakarta", "Medan"] * 6, Owner=["Ani", "Budi", "Cici"] * 4,
        Remark=[f"call {i} again" for i in range(12)],
    )  # fmt: skip
    assert dividing(tables) == ("Branch", "Owner")


def test_a_column_that_says_the_same_everywhere_divides_nothing():
    assert dividing(deals(Branch=["Jakarta"] * 12)) == ()


def test_a_field_of_several_tables_stands_once():
    one = deals(Owner=["Ani", "Budi", "Cici"] * 4)
    other = deals(**{"Deal Owner": ["Ani", "Budi", "Cici"] * 4})
    assert dividing([*one, *other]) == ("Owner",)


def test_words_that_are_not_known_come_first():
    words = outcome_words(deals(), {})
    assert [(one.word, one.rows, one.meant) for one in words] == [
        ("Deal!", 4, ""),
        ("Lost", 4, "lost"),
        ("Won", 4, "won"),
    ]


def test_what_the_person_says_of_a_word_counts():
    first, *_ = outcome_words(deals(), {})
    said = outcome_words(deals(), {first.key: "won"})
    assert {one.word: one.meant for one in said}["Deal!"] == "won"
