"""Files that are no table, told by how they begin: each is refused by its name."""

import re

from core.errors import Place, Refusal
from core.language import Text, text

FOREIGN = (
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"MZ", "program (EXE)"),
    (b"\x7fELF", "program (ELF)"),
    (b"\xcf\xfa\xed\xfe", "program (Mach-O)"),
    (b"\xca\xfe\xba\xbe", "program (Java)"),
    (b"\x00asm", "program (WebAssembly)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM\x00", "BMP"),
    (b"ID3", "MP3"),
    (b"OggS", "OGG"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3", "SQLite"),
    (b"\x00\x01\x00\x00Standard", "Access"),
    (b"{\\rtf", "RTF"),
    (b"\x89HDF", "HDF5"),
    (b"$FL2", "SPSS"),
    (b"ORC", "ORC"),
    (b"Obj\x01", "Avro"),
    (b"\x80\x02", "pickle"),
    (b"\x80\x03", "pickle"),
    (b"\x80\x04", "pickle"),
    (b"\x80\x05", "pickle"),
)
WORDED = (
    (re.compile(r"mime-version:.*multipart/related", re.DOTALL), "MHT"),
    (re.compile(r"(received|return-path|delivered-to|message-id): "), "e-mail (EML)"),
    (re.compile(r"begin:vcard"), "vCard"),
    (re.compile(r"begin:vcalendar"), "iCalendar"),
    (re.compile(r'\{\s*("|\})|\[\s*[\{\[]\s*["\d\[\{]|\[\s*"'), "JSON"),
    (re.compile(r"#!\s*/"), "program (script)"),
    (re.compile(r"<\?php"), "program (PHP)"),
    (re.compile(r"-----begin "), "PEM"),
)
_CODE = re.compile(
    r"^(from [\w.]+ import [\w., ()*]+|import [\w.]+( as \w+)?|def \w+\(.*\).*:|class \w+(\(.*\))?:"
    r"|#include [<\"].*|function \w+\(.*|const \w+ = .*|package [\w.]+;|using [\w.]+;)\s*$",
    re.MULTILINE,
)
_SQL = re.compile(
    r"^\s*(create (table|database|view)|insert into|drop table|alter table|select\b.*\bfrom\b"
    r"|begin transaction|lock tables|copy \S+ \(.*\) from)\b",
    re.MULTILINE | re.IGNORECASE,
)


def save_as() -> Text:
    """The remedy that helps with every unreadable file."""
    return text("Open it in your spreadsheet program and save it as .xlsx or .csv, then try again.")


def not_a_table(kind: str, place: Place, remedy: Text | None = None) -> Refusal:
    """The refusal of a file that is something else."""
    what = text("This is not a spreadsheet: its content is {kind}.", kind=kind)
    return Refusal(what, remedy or save_as(), place)


def refuse_foreign(content: bytes, head: str, place: Place) -> None:
    """Refuse what begins like another kind of file; `head` is its beginning as text."""
    for start, kind in FOREIGN:
        if content.startswith(start) and (len(start) > 2 or b"\x00" in content[:512]):
            raise not_a_table(kind, place, _remedy(kind))
    if content[4:8] == b"ftyp":
        raise not_a_table("video (MP4)", place)
    lowered = head.lower()
    for shape, kind in WORDED:
        if shape.match(lowered):
            raise not_a_table(kind, place, _remedy(kind))
    if _SQL.search(head):
        raise not_a_table("SQL", place, _remedy("SQL"))
    if len(_CODE.findall(head)) >= 2:
        raise not_a_table("program (source code)", place)


def _remedy(kind: str) -> Text:
    if kind == "PDF":
        return text("Ask for the same report as .xlsx or .csv; a PDF holds no cells.")
    if kind in ("7z", "RAR", "bzip2", "xz", "zstd"):
        return text("Unpack it and bring the spreadsheet inside.")
    if kind in ("SQLite", "Access", "SQL", "JSON", "Avro", "ORC", "HDF5", "SPSS"):
        return text("Export the table you need as .csv or .xlsx from the program that made it.")
    return save_as()
