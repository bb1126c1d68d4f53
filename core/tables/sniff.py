"""What a file is, told by its content; its name is only compared with it.

Raises Refusal for what is no table. Zip archives are measured by inflating them, because the
sizes in their directory can lie.
"""

import io
import re
import zipfile
from enum import StrEnum

from core.errors import Place, Refusal
from core.language import Text, text
from core.settings import Settings


class Format(StrEnum):
    """The formats that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    PARQUET = "parquet"
    DELIMITED = "csv"


ENDINGS = {
    Format.XLSX: ("xlsx", "xlsm", "xltx", "xltm"),
    Format.XLSB: ("xlsb",),
    Format.XLS: ("xls", "xlt", "xla"),
    Format.ODS: ("ods", "ots", "fods"),
    Format.PARQUET: ("parquet", "pq", "parq"),
    Format.DELIMITED: ("csv", "tsv", "txt", "tab", "psv", "text", "dat", ""),
}
FOREIGN = (
    (b"%PDF", "PDF"),
    (b"MZ", "program (EXE)"),
    (b"\x7fELF", "program (ELF)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"ARROW1", "Arrow"),
    (b"BM\x00", "BMP"),
)
# The first record of an old workbook, then FILEPASS: what follows is encrypted ([MS-XLS] 2.4.117).
_FILE_PASS = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)


def save_as() -> Text:
    """The remedy that helps with every unreadable file."""
    return text("Open it in your spreadsheet program and save it as .xlsx or .csv, then try again.")


def format_of(content: bytes, source: str, limits: Settings) -> Format:
    """The format of a file. Raises Refusal when it is not a table or breaks a limit."""
    place = Place(source)
    if len(content) > limits.upload_mb * 1024**2:
        raise Refusal(
            text("The file is larger than {mb} MB.", mb=limits.upload_mb),
            text("Split it, or keep only the sheets and columns you need."),
            place,
        )
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refusal(
            text("The file is empty."), text("Check that it was saved, then try again."), place
        )
    if content[:4] == b"PK\x03\x04" or content[:4] == b"PK\x05\x06":
        return _archive(content, place, limits)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _compound(content, place)
    if content[:4] == b"PAR1":
        return Format.PARQUET
    _refuse_foreign(content, place)
    return Format.DELIMITED


def disagrees(found: Format, source: str) -> bool:
    """Whether the ending of the name promises another format than the content has."""
    ending = source.rsplit(".", 1)[-1].casefold() if "." in source else ""
    known = {one for endings in ENDINGS.values() for one in endings}
    return ending in known and ending not in ENDINGS[found]


def not_a_table(kind: str, place: Place) -> Refusal:
    """The refusal of a file that is something else."""
    return Refusal(
        text("This is not a spreadsheet: its content is {kind}.", kind=kind), save_as(), place
    )


def _refuse_foreign(content: bytes, place: Place) -> None:
    for start, kind in FOREIGN:
        if content.startswith(start) and (start != b"MZ" or b"\x00" in content[:512]):
            raise not_a_table(kind, place)
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if re.match(rb"<(!doctype|html|table|head|body|meta|style|script|div)", head):
        raise not_a_table("HTML", place)
    if head.startswith((b"<?xml", b"<svg", b"<")):
        raise not_a_table("XML", place)
    if re.match(rb'(\{\s*"|\[\s*[\{\[]\s*)', head):
        raise not_a_table("JSON", place)


def _archive(content: bytes, place: Place, limits: Settings) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            _measure(archive, place, limits)
            found = _packed(archive, names, place)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as stop:
        raise Refusal(
            text("The workbook is damaged: it is cut off or was changed on the way."),
            text("Download or save it again, then try once more."),
            place,
        ) from stop
    except RuntimeError as stop:  # zipfile's word for an encrypted member
        raise _locked(place) from stop
    return found


def _measure(archive: zipfile.ZipFile, place: Place, limits: Settings) -> None:
    """Count what really comes out of the archive, and stop at the limit."""
    if len(archive.infolist()) > limits.members:
        raise Refusal(
            text("The workbook holds more than {n} parts.", n=limits.members), save_as(), place
        )
    left = limits.unpacked_mb * 1024**2
    for member in archive.infolist():
        with archive.open(member) as part:
            while chunk := part.read(1 << 20):
                left -= len(chunk)
                if left < 0:
                    raise Refusal(
                        text("Unpacked, the workbook is over {mb} MB.", mb=limits.unpacked_mb),
                        text("Keep only the sheets you need, or save it as .csv."),
                        place,
                    )


def _packed(archive: zipfile.ZipFile, names: list[str], place: Place) -> Format:
    lowered = {name.casefold().replace("\\", "/") for name in names}
    if "xl/workbook.xml" in lowered:
        return Format.XLSX
    if "xl/workbook.bin" in lowered:
        return Format.XLSB
    if "mimetype" in lowered and b"opendocument.spreadsheet" in archive.read("mimetype"):
        manifest = "META-INF/manifest.xml"
        if manifest in names and b"encryption-data" in archive.read(manifest):
            raise _locked(place)
        return Format.ODS
    if any(name.startswith("word/") for name in lowered):
        raise not_a_table("Word (DOCX)", place)
    if any(name.startswith("ppt/") for name in lowered):
        raise not_a_table("PowerPoint (PPTX)", place)
    raise Refusal(
        text("This is a zip archive, not a workbook."),
        text("Unpack it and bring the spreadsheet inside."),
        place,
    )


def _compound(content: bytes, place: Place) -> Format:
    """An OLE file: an old workbook, an encrypted new one, or another program's document."""
    if "EncryptedPackage".encode("utf-16-le") in content or _FILE_PASS.search(content):
        raise _locked(place)
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return Format.XLS
    raise not_a_table("OLE (Word, PowerPoint or Outlook)", place)


def _locked(place: Place) -> Refusal:
    return Refusal(
        text("The workbook is protected by a password."),
        text("Open it, remove the password, save it and try again."),
        place,
    )
