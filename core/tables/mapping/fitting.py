"""How well the cells of a column fit the shape of a field, and what they say by themselves."""

from collections.abc import Callable

from core.tables.mapping.cell_words import CELL_WORDS, DECIDED
from core.tables.mapping.model import Field, Shape
from core.tables.mapping.profile import NUMBERS, TIMES, Profile
from core.tables.model import ColumnType
from core.tables.words import NUMBERING, plain

EMPTY_FITS = 0.9  # a column without cells fits anything nearly
SPEAKS = 0.6  # share of cells from which words speak for a field
TELLING = {"verdict": 0.62, "activity": 0.55, "use": 0.5, "currency": 0.7, "direction": 0.5,
           "learning": 0.4, "stage": 0.45, "order": 0.3, "lead": 0.4, "outcome": 0.4}  # fmt: skip


def fit(field: Field, one: Profile) -> float:
    """0 (cannot be) to 1 (looks just like it)."""
    key = (field.shape, field.words)
    if key not in one.fits:
        one.fits[key] = _fit(field, one)
    return one.fits[key]


def _fit(field: Field, one: Profile) -> float:
    if one.type is ColumnType.EMPTY or not len(one.known):
        return EMPTY_FITS
    if field.words in CELL_WORDS and one.share(field.words) >= SPEAKS:
        return 1.0
    return _FITS[field.shape](one)


def spoken_for(field: Field, one: Profile) -> float:
    """0 to 0.7: what the cells alone say for a field, whatever the name."""
    if not field.words or one.type in (*NUMBERS, *TIMES, ColumnType.EMPTY):
        return 0.0
    if field.words == "sentence":
        return (
            0.55 if one.once < 0.5 and len(one.words) > 1 and one.like("sentence") > SPEAKS else 0.0
        )
    if one.share(field.words) < SPEAKS or len(one.words) < 2:
        return 0.0
    if field.words == "verdict" and not any(word in DECIDED for word, _ in one.words):
        return 0.0
    if field.words == "verdict" and len(one.words) > 6:
        return TELLING["verdict"] / 2
    return TELLING[field.words]


def _id(one: Profile) -> float:
    if one.type in TIMES or one.type in (ColumnType.BOOLEAN, ColumnType.DURATION):
        return 0.0
    if one.type is ColumnType.NUMBER and not one.whole:
        return 0.1
    if one.like("email") > SPEAKS:
        return 0.75
    if _only_counts(one):
        return 0.7
    if one.type is ColumnType.INTEGER or one.like("code") > 0.9:
        return 1.0 if one.once > 0.05 else 0.8
    return 0.85 if one.long < 14 else 0.7


def _only_counts(one: Profile) -> bool:
    """Whether a column called number runs 1, 2, 3 …: it may only number the rows."""
    if one.type is not ColumnType.INTEGER or not NUMBERING.match(plain(one.name)):
        return False
    return bool((one.known.diff().dropna() == 1).all())


def _name(one: Profile) -> float:
    if one.type in TIMES or one.type in (ColumnType.BOOLEAN, ColumnType.DURATION):
        return 0.0
    if one.type in NUMBERS:
        return (0.7 if one.once < 0.5 else 0.55) if one.whole else 0.1
    return 0.8 if one.like("code") > 0.9 else 1.0


def _category(one: Profile) -> float:
    if one.type in TIMES:
        return 0.0
    if one.type in NUMBERS:
        return 0.55 if one.whole and len(one.words) < 30 else 0.15
    if one.type is ColumnType.BOOLEAN:
        return 0.5
    if one.like("email") > SPEAKS:
        return 0.2
    return 0.9 if one.once > 0.9 and len(one.known) > 20 and one.long > 25 else 1.0


def _date(one: Profile) -> float:
    if one.type in TIMES:
        return 1.0
    if one.asked:
        return 0.9
    if one.type is ColumnType.TEXT:
        return 0.45
    low, high = one.range
    return 0.75 if one.whole and 1_900_000 < low <= high < 2_100_000_000_000 else 0.0


def _number(one: Profile) -> float:
    if one.type in NUMBERS:
        return 0.8 if one.unit == "percent" else 1.0
    if one.type is ColumnType.TEXT:
        return 0.75 if one.asked else 0.25
    return 0.15 if one.type is ColumnType.BOOLEAN else 0.0


def _percent(one: Profile) -> float:
    if one.type in NUMBERS:
        low, high = one.range
        return 1.0 if one.unit == "percent" or (low >= 0 and high <= 100) else 0.1
    return 0.6 if one.type is ColumnType.TEXT and len(one.words) < 8 else 0.1


def _currency(one: Profile) -> float:
    return 0.5 if one.type is ColumnType.TEXT and one.long < 12 else 0.0


def _yes_no(one: Profile) -> float:
    if one.type is ColumnType.BOOLEAN or one.share("yes_no") == 1:
        return 1.0
    if one.type in NUMBERS:
        return 1.0 if one.whole and set(one.range) <= {0.0, 1.0} else 0.0
    return 0.6 if one.type is ColumnType.TEXT and len(one.words) <= 3 else 0.0


def _status(one: Profile) -> float:
    if one.type in TIMES:
        return 0.0
    if one.type in NUMBERS:
        return 0.5 if one.whole and len(one.words) < 8 else 0.0
    return 1.0 if len(one.words) <= 12 else 0.4


def _duration(one: Profile) -> float:
    if one.type in (*NUMBERS, ColumnType.DURATION):
        return 1.0
    if one.type in TIMES:
        return 0.0
    return 1.0 if one.like("lasts") > SPEAKS else 0.3


def _score(one: Profile) -> float:
    if one.type in NUMBERS:
        low, high = one.range
        return 1.0 if low >= 0 and high <= 100 else 0.2
    if one.type is ColumnType.BOOLEAN or one.type in TIMES:
        return 0.1
    return 1.0 if max(one.like("scored"), one.share("agree")) > SPEAKS else 0.5


def _text(one: Profile) -> float:
    return 1.0 if one.type is ColumnType.TEXT else 0.1


def _any(one: Profile) -> float:
    return 1.0


_FITS: dict[Shape, Callable[[Profile], float]] = {
    Shape.ID: _id,
    Shape.NAME: _name,
    Shape.CATEGORY: _category,
    Shape.DATE: _date,
    Shape.NUMBER: _number,
    Shape.PERCENT: _percent,
    Shape.CURRENCY: _currency,
    Shape.YES_NO: _yes_no,
    Shape.STATUS: _status,
    Shape.DURATION: _duration,
    Shape.SCORE: _score,
    Shape.TEXT: _text,
    Shape.ANY: _any,
}
