"""What a file is, told by its content; its name is only compared with it.

Raises Refusal for what is no table.
"""

import codecs
import io
import re
import zipfile
from enum import StrEnum

from core.errors import Place, Refusal
from core.language import text
from core.settings import Settings
from core.tables.files.archives import Held, damaged, is_zip, locked, members, refuse_document
from core.tables.files.foreign import not_a_table, refuse_foreign, save_as

__all__ = ["Format", "disagrees", "format_of", "not_a_table", "refuse_size", "save_as"]


class Format(StrEnum):
    """The formats that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    FODS = "fods"
    SPREADSHEETML = "xml"
    HTML = "html"
    PARQUET = "parquet"
    ARROW = "arrow"
    DELIMITED = "csv"


ENDINGS = {
    Format.XLSX: ("xlsx", "xlsm", "xltx", "xltm"),
    Format.XLSB: ("xlsb",),
    Format.XLS: ("xls", "xlt", "xla"),
    Format.ODS: ("ods", "ots"),
    Format.FODS: ("fods",),
    Format.SPREADSHEETML: ("xml",),
    Format.HTML: ("html", "htm", "xhtml"),
    Format.PARQUET: ("parquet", "pq", "parq"),
    Format.ARROW: ("arrow", "feather", "ipc", "ft"),
    Format.DELIMITED: ("csv", "tsv", "txt", "tab", "psv", "text", "dat", ""),
}
HEAD = 8192
# The first record of an old workbook, then FILEPASS: what follows is encrypted ([MS-XLS] 2.4.117).
_FILE_PASS = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
_OLD_START = re.compile(rb"\x09[\x00\x02\x04\x08](?:[\x04\x06\x08\x10]\x00)..[\x10\x05\x20]\x00")
_HTML = re.compile(r"<(!doctype html|html|table|head|body|meta|style|script|div|center|font|h\d)\b")


def refuse_size(content: bytes, place: Place, limits: Settings) -> None:
    """Refuse a file that is too large or empty."""
    if len(content) > limits.upload_mb * 1024**2:
        raise Refusal(
            text(
                "The file has {size} MB; at most {mb} MB are read.",
                size=-(-len(content) // 1024**2),
                mb=limits.upload_mb,
            ),
            text("Split it, or keep only the sheets and columns you need."),
            place,
        )
    blank = b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"
    if not content[:HEAD].strip(blank) and not content.strip(blank):
        raise Refusal(
            text("The file is empty."), text("Check that it was saved, then try again."), place
        )


def format_of(held: Held, source: str, limits: Settings) -> Format:
    """The format of a file. Raises Refusal when it is not a table or breaks a limit."""
    content, place = held.content, Place(source)
    refuse_size(content, place, limits)
    if is_zip(content):
        names = (held.parts or members(content, place, limits)).names
        return _archive(content, names, place)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _compound(content, place)
    if content[:4] == b"PAR1":
        return Format.PARQUET
    if content[:4] == b"PARE":
        raise locked(place)
    if content[:6] == b"ARROW1" or content[:4] == b"FEA1":
        return Format.ARROW
    if _OLD_START.match(content):
        raise _very_old(place)
    head = _head(content)
    refuse_foreign(content, head, place)
    return _marked_up(head, place) if head.startswith("<") else Format.DELIMITED


def _head(content: bytes) -> str:
    """The beginning of a file as text, as far as that is needed to tell what it is."""
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF8, "utf-8"),
    ):
        if content.startswith(mark):
            return content[len(mark) : HEAD].decode(encoding, errors="replace").lstrip()
    return content[:HEAD].decode("latin-1").lstrip()


def _marked_up(head: str, place: Place) -> Format:
    lowered = head.lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in lowered and "<workbook" in lowered:
        return Format.SPREADSHEETML
    if "opendocument" in lowered and "office:document" in lowered:
        return Format.FODS
    if _HTML.search(lowered):
        return Format.HTML
    raise not_a_table("SVG" if "<svg" in lowered else "XML", place)


def disagrees(found: Format, source: str) -> bool:
    """Whether the ending of the name promises another format than the content has."""
    ending = source.rsplit(".", 1)[-1].casefold() if "." in source else ""
    known = {one for endings in ENDINGS.values() for one in endings}
    return ending in known and ending not in ENDINGS[found]


def _archive(content: bytes, names: list[str], place: Place) -> Format:
    lowered = {name.casefold().replace("\\", "/") for name in names}
    if "xl/workbook.xml" in lowered:
        return Format.XLSX
    if "xl/workbook.bin" in lowered:
        return Format.XLSB
    if "mimetype" in lowered and b"opendocument.spreadsheet" in _part(content, "mimetype"):
        if b"encryption-data" in _part(content, "META-INF/manifest.xml"):
            raise locked(place)
        return Format.ODS
    refuse_document(names, place)
    if "mimetype" in lowered:
        raise not_a_table("OpenDocument", place)
    if "[content_types].xml" in lowered:
        raise damaged(place)
    raise Refusal(
        text("This is a zip archive, not a workbook."),
        text("Unpack it and bring the spreadsheet inside."),
        place,
    )


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name) if name in archive.namelist() else b""


def _compound(content: bytes, place: Place) -> Format:
    """An OLE file: an old workbook, an encrypted new one, or another program's document."""
    if "EncryptedPackage".encode("utf-16-le") in content or _FILE_PASS.search(content):
        raise locked(place)
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return Format.XLS
    raise not_a_table("OLE (Word, PowerPoint or Outlook)", place)


def _very_old(place: Place) -> Refusal:
    return Refusal(
        text("This workbook is in a format older than Excel 95, which is not read."),
        save_as(),
        place,
    )
