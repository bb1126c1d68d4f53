"""Whether a survey asks staff about working here, or customers about goods.

Only what says so counts: the question that is scored, then the columns beside it. Where nothing
does, it is not taken for staff unasked: a score of customers told as one of staff would be wrong.
"""

import re

from core.people.answers.words import plainly
from core.tables.mapping.questions import RECOMMEND
from core.tables.model import Table

_HERE = re.compile(
    r"\b(enps|place to work|work(ing)? (here|for|at|with)|employers?|workplace|tempat (be)?kerja|"
    r"bekerja|karyawan|pegawai|employees?|staff)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r"\b(nps|products?|services?|produk|layanan|toko|store|purchase|customers?|clients?|pelanggan|"
    r"klien|guests?|tamu|pasien|patients?|brand|merek)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(employees?|karyawan|pegawai|staff|tenure|masa kerja|lama (be)?kerja|department|departemen|"
    r"divisi|division|jabatan|job (title|level|grade)|atasan|line manager|payroll|nik)\b",
    re.IGNORECASE,
)


def may_be_of_staff(table: Table) -> bool:
    """Whether a survey that could not be read asks staff, as far as its headers tell."""
    headers = [plainly(one.name) for one in table.columns]
    return is_of_staff(table, "") or any(
        RECOMMEND.search(one) and is_of_staff(table, one) for one in headers
    )


def is_of_staff(table: Table, question: str) -> bool:
    """Whether that question of the survey was put to staff, as its words or columns say."""
    if _HERE.search(question):
        return True
    return not asks_customers(table, question) and any(map(_STAFF.search, _headers(table)))


def asks_customers(table: Table, question: str) -> bool:
    """Whether that question of the survey was put to customers, as its words or columns say."""
    if _HERE.search(question):
        return False
    return any(map(_GOODS.search, (question, *_headers(table))))


def _headers(table: Table) -> list[str]:
    return [plainly(one.name).replace("_", " ") for one in table.columns]
