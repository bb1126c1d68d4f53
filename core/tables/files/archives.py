"""Zip archives and gzip files: measured by inflating them, because the sizes they tell can lie."""

import gzip
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import Place, Refusal
from core.language import Text, text
from core.settings import Settings
from core.tables.files.foreign import not_a_table, save_as

CHUNK = 1 << 20
KEPT = 1 << 28  # bytes of inflated parts that are handed on, so that none is inflated twice
TABLES = (
    "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "ods", "fods", "parquet", "feather", "csv",
    "tsv", "tab", "psv", "txt", "htm", "html", "xml",
)  # fmt: skip
DOCUMENTS = (
    ("word/", "Word (DOCX)"),
    ("ppt/", "PowerPoint (PPTX)"),
    ("index/document.iwa", "Apple Numbers"),
    ("index.zip", "Apple Numbers"),
    ("androidmanifest.xml", "program (APK)"),
    ("meta-inf/manifest.mf", "program (JAR)"),
    ("visio/", "Visio"),
)


@dataclass(frozen=True)
class Parts:
    """What was met while a zip archive was measured."""

    names: list[str]
    inflated: Mapping[str, bytes]  # all but the largest


@dataclass(frozen=True)
class Held:
    """The file that an archive holds, or the file itself."""

    content: bytes
    name: str
    notices: tuple[Text, ...] = ()
    parts: Parts | None = None  # of a workbook that was measured


def is_zip(content: bytes) -> bool:
    """Whether a file begins like a zip archive."""
    return content[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def unwrapped(content: bytes, source: str, limits: Settings) -> Held:
    """The one table a zip or gzip file holds; any other file as it is. Raises Refusal."""
    if content.startswith(b"\x1f\x8b"):
        return _gunzipped(content, source, limits)
    if is_zip(content):
        parts = members(content, Place(source), limits)
        if not _is_document(parts.names):
            return _unzipped(content, parts.names, source)
        return Held(content, source, parts=parts)
    return Held(content, source)


def members(content: bytes, place: Place, limits: Settings) -> Parts:
    """The parts of a zip archive that keeps to the limits. Raises Refusal."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _measured(archive, place, limits)
    except RuntimeError as stop:  # zipfile's word for an encrypted member
        if isinstance(stop, NotImplementedError):
            raise damaged(place) from stop
        raise locked(place) from stop
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, MemoryError) as stop:
        raise damaged(place) from stop


def _measured(archive: zipfile.ZipFile, place: Place, limits: Settings) -> Parts:
    """Count what really comes out of the archive, and stop at the limit."""
    if len(archive.infolist()) > limits.members:
        what = text(
            "The workbook holds {m} parts; at most {n} are read.",
            m=len(archive.infolist()),
            n=limits.members,
        )
        raise Refusal(what, save_as(), place)
    inflated: dict[str, bytes] = {}
    left, room = limits.unpacked_mb * 1024**2, KEPT
    for member in archive.infolist():
        inflated.pop(member.filename, None)  # of two parts with one name, the last counts
        pieces, size = [], 0
        with archive.open(member) as part:
            while chunk := part.read(CHUNK):
                size += len(chunk)
                if size > left:
                    raise too_large(place, limits)
                if size <= room:
                    pieces.append(chunk)
                else:
                    pieces.clear()
        left -= size
        if size <= room:
            inflated[member.filename] = b"".join(pieces)
            room -= size
    return Parts(archive.namelist(), inflated)


def _is_document(names: list[str]) -> bool:
    """Whether the archive is a workbook or a document of another program."""
    lowered = {name.casefold().replace("\\", "/") for name in names}
    return bool(lowered & {"mimetype", "[content_types].xml", "_rels/.rels"}) or any(
        name.startswith(("xl/", *(start for start, _ in DOCUMENTS))) for name in lowered
    )


def _unzipped(content: bytes, names: list[str], source: str) -> Held:
    real = [
        name
        for name in names
        if not name.endswith("/")
        and not name.startswith("__MACOSX/")
        and posixpath.basename(name).casefold() not in (".ds_store", "thumbs.db", "desktop.ini")
    ]
    tables = [name for name in real if _ending(name) in TABLES]
    wanted = tables if len(tables) == 1 else [name for name in tables if _ending(name) != "txt"]
    if len(wanted) != 1:
        raise Refusal(
            text("This is a zip archive of {n} files, not one workbook.", n=len(real)),
            text("Unpack it and bring the spreadsheet inside."),
            Place(source),
        )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inner = archive.read(wanted[0])
    shown = posixpath.basename(wanted[0].replace("\\", "/"))
    return Held(inner, shown, (text("“{name}” was read out of the archive.", name=shown),))


def _gunzipped(content: bytes, source: str, limits: Settings) -> Held:
    place = Place(source)
    pieces: list[bytes] = []
    left = limits.unpacked_mb * 1024**2
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            while chunk := file.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise too_large(place, limits)
                pieces.append(chunk)
    except (OSError, EOFError, zlib.error) as stop:
        raise damaged(place) from stop
    name = source[:-3] if source.casefold().endswith(".gz") else source
    return Held(b"".join(pieces), name, (text("The file was unpacked from gzip."),))


def _ending(name: str) -> str:
    return name.rsplit(".", 1)[-1].casefold()


def refuse_document(names: list[str], place: Place) -> None:
    """Refuse the document of another program by its name."""
    lowered = {name.casefold().replace("\\", "/") for name in names}
    for start, kind in DOCUMENTS:
        if any(name.startswith(start) for name in lowered):
            remedy = None
            if kind == "Apple Numbers":
                remedy = text("In Numbers choose File, Export To, Excel, and bring that file.")
            raise not_a_table(kind, place, remedy)


def too_large(place: Place, limits: Settings) -> Refusal:
    """The refusal of what grows beyond the limit."""
    return Refusal(
        text("Unpacked, the workbook is over {mb} MB.", mb=limits.unpacked_mb),
        text("Keep only the sheets you need, or save it as .csv."),
        place,
    )


def damaged(place: Place) -> Refusal:
    """The refusal of an archive that breaks off."""
    return Refusal(
        text("The file is damaged: it is cut off or was changed on the way."),
        text("Download or save it again, then try once more."),
        place,
    )


def locked(place: Place) -> Refusal:
    """The refusal of what needs a password."""
    return Refusal(
        text("The workbook is protected by a password."),
        text("Open it, remove the password, save it and try again."),
        place,
    )
