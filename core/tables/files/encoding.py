"""Bytes of a text file -> text, with a word when that was not plain UTF-8.

A byte order mark decides; then UTF-16 and UTF-32 told by their zero bytes; then UTF-8; then UTF-8
with lines of another encoding mixed in; then the best of the Western encodings (`western`).
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace

from core.errors import Place
from core.language import Text, counted, text
from core.tables.files.invisible import swept
from core.tables.files.sniff import not_a_table
from core.tables.files.spotless import is_spotless
from core.tables.files.western import known_as, western

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY = re.compile("[\udc80-\udcff]")
_LETTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HEAD = 20_000  # letters that are looked at
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f]")
CUT_OFF = text("The file ends in the middle of a letter: it may be cut off.")


@dataclass(frozen=True)
class Decoded:
    """The text of a file and what was decided on the way."""

    text: str
    notices: tuple[Text, ...] = ()


def decode(content: bytes, source: str) -> Decoded:
    """The text of a file. Raises Refusal when it is not text at all."""
    if is_spotless(content):
        return Decoded(content.decode("ascii"))
    found = _parted(_marked(content) or _wide(content) or _narrow(content))
    _refuse_binary(found.text.rstrip("\x00"), source)
    clean, notices = swept(found.text)
    return Decoded(clean, (*found.notices, *notices))


def _parted(found: Decoded) -> Decoded:
    """Tabs in place of the control character that parts the cells of each line, where one does."""
    marks = set(_CONTROL.findall(found.text[:_HEAD])) - {"\t"}
    if len(marks) != 1 or "\t" in found.text[:_HEAD]:
        return found
    (mark,) = marks
    counts = {line.count(mark) for line in found.text[:_HEAD].split("\n")[:-1] if line.strip()}
    if len(counts) != 1 or counts == {0} or found.text.count("\n") < 2:
        return found
    said = text("Cells are separated by {mark}.", mark=text("control characters"))
    return replace(found, text=found.text.replace(mark, "\t"), notices=(*found.notices, said))


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            rest = content[len(mark) :]
            return _narrow(rest) if encoding == "utf-8" else _in_units(rest, encoding)
    return None


def _in_units(content: bytes, encoding: str) -> Decoded:
    """Text of 2 or 4 bytes a letter; an odd end is cut off and said."""
    odd = len(content) % (4 if "32" in encoding else 2)
    decoded = content[: len(content) - odd].decode(encoding, errors="replace")
    return Decoded(decoded, (CUT_OFF,) if odd else ())


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: Latin text has its zeros always in the same places."""
    head = content[:4000]
    quarter = len(head) // 4
    if quarter < 2:
        return None
    zeros = [head[i::4].count(0) / quarter for i in range(4)]
    shapes = {
        "utf-32-le": (0, 1, 1, 1),
        "utf-32-be": (1, 1, 1, 0),
        "utf-16-le": (0, 1, 0, 1),
        "utf-16-be": (1, 0, 1, 0),
    }
    for encoding, shape in shapes.items():
        fits = (
            share > 0.6 if full else share < 0.15 for share, full in zip(zeros, shape, strict=True)
        )
        if all(fits):
            found = _in_units(content, encoding)
            said = text("Read as {encoding}.", encoding=encoding[:6].upper())
            return replace(found, notices=(said, *found.notices))
    return None


def _narrow(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as stop:
        if stop.reason == "unexpected end of data":
            with suppress(UnicodeDecodeError):
                head = content[: stop.start].decode("utf-8")
                if not head.isascii():
                    return Decoded(head, (CUT_OFF,))
    decoded = content.decode("utf-8", errors="surrogateescape")
    strays = len(_STRAY.findall(decoded))
    proper = sum(ord(char) > 127 for char in decoded) - strays
    foreign = sum(byte > 127 for byte in content[:50_000]) > 0.2 * len(content[:50_000])
    if proper and (2 * proper >= strays or not foreign):
        return _mended(content)
    encoding = western(content)
    decoded = content.decode(encoding, errors="replace")
    return Decoded(decoded, (text("Read as {encoding}.", encoding=known_as(encoding)),))


def _mended(content: bytes) -> Decoded:
    """Each line by itself: UTF-8 where it is, else the encoding of the lines that are not."""
    lines = content.split(b"\n")
    odd = {i: line for i, line in enumerate(lines) if not _is_utf8(line)}
    encoding = western(b"\n".join(odd.values()))
    done = [
        _mended_line(line, encoding) if i in odd else line.decode("utf-8")
        for i, line in enumerate(lines)
    ]
    said = counted(
        "{n} line is not UTF-8 like the rest and was read as {encoding}: line {lines}.",
        "{n} lines are not UTF-8 like the rest and were read as {encoding}: lines {lines}.",
        len(odd),
        encoding=known_as(encoding),
        lines=", ".join(str(i + 1) for i in list(odd)[:6]) + ("…" if len(odd) > 6 else ""),
    )
    return Decoded("\n".join(done), (said,))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mended_line(line: bytes, encoding: str) -> str:
    if not _LETTER.search(line):
        return line.decode(encoding, errors="replace")
    mixed = line.decode("utf-8", errors="surrogateescape")
    return _STRAY.sub(
        lambda stray: bytes([ord(stray.group()) - 0xDC00]).decode(encoding, errors="replace"), mixed
    )


def _refuse_binary(decoded: str, source: str) -> None:
    head = decoded[:_HEAD]
    odd = len(_CONTROL.findall(head)) + 0.2 * head.count("\x00") + head.count("\ufffd")
    if odd > 0.02 * len(head) + 1:
        raise not_a_table("binary", Place(source))
