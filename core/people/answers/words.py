"""How the words of surveys are compared, and which columns are people's, the tool's or groups."""

import html
import re
from collections.abc import Sequence

TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_CODED = re.compile(
    r"^(?:[A-Za-z]{1,8}\d+\w*(?:\[[^\]]*\])*[.:]\s+|\d{1,3}[.)]\s+|Q\d+\s*[-–:]\s*)(?=\S)"
)
_PARTS = re.compile(r"\s+(?:open-ended response|response)$", re.IGNORECASE)
_PERSONAL = re.compile(
    r"\b(e-?mail|surel|alamat surat|ip ?address|ipaddr(ess)?|alamat ip|network ?id|"
    r"(location)? ?(latitude|longitude)|user ?agent|formbricks id|user ?id|user ?name|"
    r"nama pengguna|(first|last|full|preferred|recipient|respondent|employee|staff|middle) ?name|"
    r"recipient ?(first|last) ?name|nama (lengkap|depan|belakang|anda|karyawan|pegawai|responden|"
    r"panggilan|staf)|your name|(employee|staff|personnel|payroll) ?(id|number|no|code)|"
    r"nik|nip|nrp|npk|ktp|id karyawan|id pegawai|(no|nomor)\.? ?(hp|wa|whatsapp|telp|telepon|"
    r"induk|pegawai|karyawan|ponsel)|phone|telepon|whatsapp|mobile|access code|token|"
    r"date of birth|tanggal lahir|tgl lahir|external ?(data)? ?reference|collector ?id|device ?id|"
    r"refurl|referrer url)\b|^(name ?\d?|nama ?\d?|respond[ae]nt?s?|user|pengguna|participant|"
    r"peserta|(created|submitted|completed|filled( in)?|entered) by|(diisi|dibuat|dikirim) oleh)$",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"^(#|no\.?|id|nomor|status|response type|progress|duration( \(in seconds\))?|finished|"
    r"recorded ?date|start ?(date|time)( \(utc\))?|end ?date|completion time|waktu (mulai|selesai)|"
    r"last modified time|timestamp|cap waktu|stempel waktu|submit ?date( \(utc\))?|"
    r"stage date \(utc\)|date (submitted|started|last action)|tags?|notes|quotas|survey ?id|url|"
    r"country|action|source|(start|user) ?language|last ?page|seed|datestamp|total points|"
    r"quiz feedback|verified email|distribution ?channel|custom data \d*|response ?id|"
    r"respondent ?id|total ?score|language|bahasa)$|^(points|feedback|poin|umpan balik) - |"
    r"- option id$|^(question|group|interview) ?time\b|^useragent|nps[_ ]group$|[-:–] ?group$|"
    r"\[(score|feedback|skor|umpan balik)\]$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(team|department|dept|division|unit|squad|tim|departemen|divisi|bagian|direktorat|"
    r"manager|manajer|supervisor|leader|atasan|kepala|region|location|office|branch|area|market|"
    r"wilayah|lokasi|kantor|cabang|kota|provinsi|city|tenure|length of service|years at|"
    r"how long have you worked|masa kerja|lama (be)?kerja|role|job title|level|jabatan|posisi|"
    r"golongan|generation|shift|grade|site|country)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[\s*:]*(\([^)]*\))?[\s*:]*$")  # Name *, Nama: and Name (optional)
_LEADING_CODE = re.compile(r"^\w+(?:\[\w+\])?\.\s+")
MOST_WORDS = 6  # of a header that names a column, not a question


def plainly(name: str) -> str:
    """A header as people read it: without tags, codes of the tool and odd blanks."""
    bare = html.unescape(TAG.sub("", name)).replace("\u00a0", " ").replace("\u200b", "")
    bare = " ".join(bare.split())
    bare = _PARTS.sub("", bare) or bare
    return _CODED.sub("", bare) or bare


def titles(names: Sequence[str]) -> dict[str, str]:
    """Each header with how it is shown; those that would be alike keep all they are."""
    shown = {name: plainly(name) for name in names}
    many = {one: list(shown.values()).count(one) for one in set(shown.values())}
    return {name: one if many[one] == 1 else " ".join(name.split()) for name, one in shown.items()}


def is_personal(name: str) -> bool:
    """Whether a header names a person, or something that leads to one."""
    return any(
        bool(_PERSONAL.search(one)) and len(one.split()) <= MOST_WORDS for one in _ways(name)
    )


def is_tools(name: str) -> bool:
    """Whether a header is one the survey tool adds to the questions."""
    return any(bool(_TOOL.search(one)) for one in _ways(name))


def names_group(name: str) -> bool:
    """Whether a header names what people belong to."""
    return any(bool(_GROUP.search(one)) and "?" not in one for one in _ways(name)) and (
        len(plainly(name).split()) <= MOST_WORDS
    )


def _ways(name: str) -> tuple[str, ...]:
    """A header as it is, plainly, and with its code in place of its words: ipaddr. IP address."""
    bare = " ".join(html.unescape(name).replace("\u00a0", " ").split())
    code = _LEADING_CODE.match(bare)
    spaced = plainly(name).replace("_", " ")
    ways = (bare, spaced, _REMARK.sub("", spaced))
    return (*ways, bare[code.end() :]) if code else ways


_WHO = (
    re.compile(r"\b(e-?mail|surel)\b", re.IGNORECASE),
    re.compile(r"\b((employee|staff|personnel|payroll) ?(id|number|no)|nik|nip|nrp|npk|"
               r"id karyawan|id pegawai|nomor (induk|pegawai|karyawan))\b", re.IGNORECASE),
    re.compile(r"\b(user ?(id|name)|nama pengguna|token|access code)\b", re.IGNORECASE),
    re.compile(r"^((full |employee |respondent |your )?name ?\d?|"
               r"nama( lengkap| anda| karyawan| pegawai| responden)? ?\d?|respond[ae]nt?s?)$",
               re.IGNORECASE),
)  # fmt: skip


def names_person(name: str) -> int | None:
    """How surely a header tells people apart, 0 the surest; None: it does not."""
    ways = [one for one in _ways(name) if len(one.split()) <= MOST_WORDS]
    return next((n for n, who in enumerate(_WHO) if any(who.search(one) for one in ways)), None)
