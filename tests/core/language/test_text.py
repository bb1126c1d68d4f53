from datetime import date

import pandas as pd
import pytest

from core.language import Amount, Share, Text, counted, number, percent, period_text, text
from core.language.formats import money


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        (number(1234567.8, "id", 1), "id", "1.234.567,8"),
        (number(1234567.8, "en", 1), "en", "1,234,567.8"),
        (number(-0.001, "en", 2), "en", "0.00"),
        (money(1_200_000, "IDR", "id"), "id", "Rp 1,2 jt"),
        (money(1_200_000, "USD", "en"), "en", "$1.2M"),
        (percent(0.633, "id", 1), "id", "63,3%"),
        (period_text(pd.Period("2025-12", "M"), "id"), "id", "Des 2025"),
        (period_text(pd.Period("2025-08-31", "D"), "id"), "id", "31 Agu 2025"),
        (period_text(pd.Period("2025-01-27", "W-SUN"), "id"), "id", "Minggu 5 2025"),
        (period_text(pd.Period("2025Q3", "Q-DEC"), "en"), "en", "Q3 2025"),
    ],
)
def test_numbers_money_and_dates_follow_the_language(said, language, expected):
    assert said == expected


def test_values_inside_a_message_follow_the_language():
    said = Text(
        "{n} {share} {amount} {day} {plain}",
        (
            ("n", 1500),
            ("share", Share(0.25)),
            ("amount", Amount(0.5, 2)),
            ("day", date(2025, 5, 31)),
            ("plain", "1500"),
        ),
    )
    assert said.to("id") == "1.500 25% 0,50 31 Mei 2025 1500"
    assert said.to("en") == "1,500 25% 0.50 31 May 2025 1500"


def test_a_message_is_said_in_the_language_asked():
    assert text("row {row}", row="7").to("id") == "baris 7"
    assert text("row {row}", row="7").to("en") == "row 7"


def test_counting_has_two_forms_in_english():
    one, many = "{n} sheep", "{n} flocks"
    assert counted(one, many, 1).to("en") == "1 sheep"
    assert counted(one, many, 2).to("en") == "2 flocks"


def test_joined_texts_are_each_translated():
    said = Text.joined(", ", ["a.xlsx", text("row {row}", row="3")])
    assert said.to("id") == "a.xlsx, baris 3"


def test_braces_in_a_persons_words_are_left_alone():
    assert text("row {row}", row="{x}").to("en") == "row {x}"
