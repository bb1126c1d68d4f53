"""Digits that name something: phone numbers, postcodes, accounts, ids. They stay as written."""

import re
from collections.abc import Sequence

from core.tables.columns.cells import Cells
from core.tables.columns.rewritten import LONGEST_NUMBER
from core.tables.columns.units import CURRENCIES
from core.tables.words import plain

CODE_NAMES = re.compile(
    r"\b(nik|npwp|ktp|nisn|nip|nis|imei|kode pos|kodepos|postal code|post code|postcode|zip"
    r"|zip code|zipcode|rekening|no rek|norek|account (?:no|number)|card (?:no|number)|no kartu"
    r"|nomor kartu|virtual account|barcode|ean|upc|gtin|isbn)\b"
)
PHONE_NAMES = re.compile(
    r"\b(telepon|telp|tel|phone|hp|handphone|mobile|ponsel|wa|whatsapp|fax|faks|kontak|contact)\b"
)
_NUMBERING = re.compile(
    r"(?:(?:kode|code|id|no|nomor|ref|sku)\b.*|.*\b(?:kode|code|id|sku|versi|version|release|build))"
)  # 1.10 and 1.1 are two of them
_DIALLED = 7  # digits from which a number under such a name is dialled, not counted


_FRACTION = re.compile(r"-\d*[.,]\d+|\d?[.,]\d{5,}")  # s(hp) of a model: measured, not dialled
_GROUPED = re.compile(  # counted; with points nine digits and more may be dialled
    r"-?[1-9]\d{0,2}(?:([,'’])\d{3}(\1\d{3})*([.,]\d{1,2})?|([.\s]\d{3})+,\d{1,2})"
    r"|-?[1-9]\d?\.\d{3}\.\d{3}"
)
_PAID = re.compile(rf"-?\s*(?:{'|'.join(map(re.escape, CURRENCIES))})(?![a-z])", re.IGNORECASE)
_AS_A_CODE = re.compile(r"\d[., ]\d|^\d+[A-Za-z]+$|^\d+E\d+$")
_LETTERED = re.compile(r"\d{1,4}[A-Z]")  # a room or a seat: 7G, 12B
_PARTED = re.compile(r"\d{1,4}[A-Za-z]?")  # 16, 16a, 16b

_POWER = re.compile(r"\d{1,4}[Ee]\d{1,2}")


def may_name_code(name: str) -> bool:
    """Whether a name is one under which digits may be codes."""
    said = plain(name.replace(".", " "))
    return bool(CODE_NAMES.search(said) or PHONE_NAMES.search(said) or _NUMBERING.fullmatch(said))


def names_ids(name: str) -> bool:
    """Whether a name is one of ids or of a running number."""
    said = plain(name.replace(".", " "))
    return bool(CODE_NAMES.search(said) or _NUMBERING.fullmatch(said))


def names_code(cells: Cells, name: str) -> bool:
    """Whether a column's name says that its digits are codes."""
    said = plain(name.replace(".", " "))
    if CODE_NAMES.search(said):
        return True
    if _NUMBERING.fullmatch(said):
        return cells.share([bool(_AS_A_CODE.search(one)) for one in cells.texts]) > 0
    if not PHONE_NAMES.search(said):
        return False
    return cells.share([_may_be_dialled(one) for one in cells.texts]) > 0.5


def _may_be_dialled(words: str) -> bool:
    counted = _FRACTION.fullmatch(words) or _GROUPED.fullmatch(words) or _PAID.match(words)
    return _digits(words) >= _DIALLED and not counted


def are_lettered(cells: Cells, fits: Sequence[bool]) -> bool:
    """Whether 7K is a room and no number: 4H stands beside it, and each cell has that make.

    So is 16b beside 16a and plain 11. 1E5 above 2E7 is a part too: no program writes powers of ten
    without a sign or a mark.
    """
    odd = cells.share([not fit for fit in fits]) > 0
    powers = cells.share([bool(_POWER.fullmatch(one)) for one in cells.texts])
    return (odd and (have_letter_last(cells) or _are_parted(cells, fits))) or powers == 1


def _are_parted(cells: Cells, fits: Sequence[bool]) -> bool:
    """Whether each cell is a few digits and a letter at most, some letter being no scale."""
    scaled = [fit and one[-1:].isalpha() for one, fit in zip(cells.texts, fits, strict=True)]
    parted = [bool(_PARTED.fullmatch(one)) for one in cells.texts]
    return cells.share(scaled) > 0 and cells.share(parted) == 1


def have_letter_last(cells: Cells) -> bool:
    """Whether each cell is a few digits and one capital: rooms, seats, sizes."""
    return cells.share([bool(_LETTERED.fullmatch(one)) for one in cells.texts]) == 1


def is_identity(cells: Cells) -> bool:
    """Leading zeros, a plus sign or more digits than a number keeps: codes, not amounts."""
    return identity_share(cells) > 0


def identity_share(cells: Cells) -> float:
    """The share of cells that are codes by their own digits."""
    return cells.share(
        [
            kind == "text" and _names_something(words)
            for words, kind in zip(cells.texts, cells.kinds, strict=True)
        ]
    )


def _names_something(words: str) -> bool:
    digits = words.lstrip("+")
    if digits != words and _digits(words) > 8:
        return bool(re.fullmatch(r"[\d ()-]+", digits))
    return digits.isdecimal() and (
        (len(digits) > 1 and digits[0] == "0") or len(digits) > LONGEST_NUMBER
    )


def _digits(words: str) -> int:
    return sum(letter.isdecimal() for letter in words)
