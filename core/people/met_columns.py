"""Which columns of a table say who met whom, when, and for how long."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.metrics.records.words import plainly
from core.tables.model import Column, ColumnType, Question, Table, TableKind

_TIMES = (ColumnType.DATE, ColumnType.DATETIME)
_NO_TALKS = frozenset(
    {
        TableKind.DEALS,
        TableKind.STAGE_HISTORY,
        TableKind.LEADS,
        TableKind.CONTENT_USAGE,
        TableKind.WEB_TRAFFIC,
        TableKind.ORDERS,
        TableKind.CUSTOMERS,
        TableKind.SURVEY,
    }
)  # where two names and a day are something else
_SECONDS, _HOURS = 1 / 60, 60.0


def _named(words: str) -> tuple[re.Pattern[str], ...]:
    """One pattern a line, the surest first."""
    return tuple(re.compile(f"({one.strip()})") for one in words.strip().splitlines())


_PERSON = _named("""
    person|employee|employee name|team member|member|direct report|report|karyawan|nama karyawan
    pegawai|nama pegawai|anggota|anggota tim|nama anggota|bawahan|staff|staff name|staf|nama staf
    coachee|mentee|anak buah|participant|attendee|peserta|with employee
    sales|sales rep|rep|salesperson
    name|nama|full name|nama lengkap
    contact|contact name|kontak|with|dengan|met with|bertemu|bertemu dengan
""")
_LEADER = _named("""
    met with|leader|lead|team lead|team leader|manager|line manager|direct manager|leader name
    manager name|bertemu|bertemu dengan|atasan|atasan langsung|nama atasan|pimpinan|pemimpin
    supervisor|spv|coach|ketua|ketua tim|manajer|met by|held by|with manager|with leader
    .* (manager|leader|lead|supervisor|head)|(manajer|kepala|atasan|pimpinan) .*
    host|organizer|organiser|owner|assigned to|assigned|pemilik|penyelenggara|activity owner
    with|dengan
""")
_DAY = _named("""
    met on|meeting date|date met|tanggal pertemuan|tanggal bertemu|held on|date of 1 1|1 1 date
    date|tanggal|tgl|day|hari|occurred at|activity date|start time|start date|start|waktu|when
""")
_TEAM = _named("""
    team|tim|nama tim|team name|squad
    department|departemen|division|divisi|unit|branch|cabang|group|kelompok|region|wilayah
""")
_LENGTH = _named("""
    (duration|length|durasi|lama|panjang)?( in| dalam)? ?(minutes|minute|mins|min|menit|mnt)
    (duration|length|durasi|lama)?( in| dalam)? ?(hours|hour|hrs|jam)
    duration|length|durasi|lama|lamanya|(duration|durasi)?( in| dalam)? ?(seconds|detik|sec)
""")
_TYPE = _named("""
    type|activity type|meeting type|kind|jenis|jenis aktivitas|jenis pertemuan|tipe|activity
    category|kategori|aktivitas
""")
_STATUS = _named("""
    status|outcome|hasil|result|meeting status|attendance|kehadiran|meeting outcome|held|terlaksana
""")


@dataclass(frozen=True)
class MetColumns:
    """Names of columns; "" where a table has none."""

    person: str
    leader: str
    team: str
    on: str
    length: str
    type: str
    status: str

    def used(self) -> frozenset[str]:
        """The columns that are looked at."""
        every = (self.person, self.leader, self.team, self.on, self.length, self.type, self.status)
        return frozenset(every)

    def asked(self, table: Table) -> list[Question]:
        """What the table leaves open about the day."""
        return [one for one in table.questions if one.column == self.on]

    def minutes_each(self, table: Table) -> float | None:
        """How many minutes one unit of length is; None where nothing says it."""
        column = next(one for one in table.columns if one.name == self.length)
        words = plainly(self.length)
        if column.type is ColumnType.DURATION or re.search(r"\b(seconds?|sec|detik)\b", words):
            return _SECONDS
        if re.search(r"\b(hours?|hrs|jam)\b", words):
            return _HOURS
        return 1.0 if re.search(r"\b(min|mins|minutes?|menit|mnt)\b", words) else None


def columns_of(table: Table) -> MetColumns | None:
    """The columns of a table of one-on-ones; None where no person or no day is among them."""
    if table.kind in _NO_TALKS:
        return None
    left = list(table.columns)
    kind = next((one.name for one in left if one.field == "type"), "")
    left = [one for one in left if one.name != kind]
    on = _taken(left, _DAY, lambda one: one.type in _TIMES or _asked(one, table))
    on = on or next((one.name for one in left if one.type in _TIMES), "")
    left = [one for one in left if one.name != on]
    leader = _taken(left, _LEADER[:-1], _is_text)  # “with” may be either
    person = _taken(left, _PERSON, _is_text)
    leader = leader or _taken(left, _LEADER, _is_text)
    if not person or not on:
        return None
    team = _taken(left, _TEAM, _is_text)
    kind = kind or _taken(left, _TYPE, _is_text)
    length = _taken(left, _LENGTH, lambda one: not _is_text(one))
    return MetColumns(person, leader, team, on, length, kind, _taken(left, _STATUS, _is_text))


def _taken(
    left: list[Column], patterns: Sequence[re.Pattern[str]], fits: Callable[[Column], bool]
) -> str:
    """The column that the surest pattern names, taken out of those left; "" where none does."""
    for pattern in patterns:
        for one in left:
            if fits(one) and pattern.fullmatch(plainly(one.name)):
                left.remove(one)
                return one.name
    return ""


def _is_text(one: Column) -> bool:
    return one.type is ColumnType.TEXT


def _asked(one: Column, table: Table) -> bool:
    return any(each.column == one.name for each in table.questions)
