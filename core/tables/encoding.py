"""Bytes of a text file -> text, with a word when that was not plain UTF-8.

A byte order mark decides; then UTF-16 told by its zero bytes; then UTF-8; then UTF-8 with a few
bytes of another encoding mixed in; then the best of the Western encodings.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

from charset_normalizer import from_bytes

from core.errors import Place
from core.language import Text, text
from core.tables.sniff import not_a_table

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHERS = ["cp1250", "cp1251", "cp1253", "cp1254", "gb18030", "shift_jis", "big5", "euc_kr"]
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Decoded:
    """The text of a file and what was decided on the way."""

    text: str
    notices: tuple[Text, ...] = ()


def decode(content: bytes, source: str) -> Decoded:
    """The text of a file. Raises Refusal when it is not text at all."""
    found = _marked(content) or _wide(content) or _narrow(content)
    _refuse_binary(found.text, source)
    if "\x00" in found.text:
        notice = text("Zero bytes in the file were left out.")
        return Decoded(found.text.replace("\x00", ""), (*found.notices, notice))
    return found


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding))
            except UnicodeDecodeError:
                return _narrow(content[len(mark) :]) if encoding == "utf-8" else None
    return None


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    head = content[:4000]
    half = len(head) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half > 2 and head[offset::2].count(0) > 0.6 * half > 5 * head[1 - offset :: 2].count(0):
            try:
                return Decoded(
                    content.decode(encoding), (text("Read as {encoding}.", encoding="UTF-16"),)
                )
            except UnicodeDecodeError:
                return None
    return None


def _narrow(content: bytes) -> Decoded:
    with suppress(UnicodeDecodeError):
        return Decoded(content.decode("utf-8"))
    mixed = content.decode("utf-8", errors="surrogateescape")
    strays = len(re.findall("[\udc80-\udcff]", mixed))
    proper = sum(ord(char) > 127 for char in mixed) - strays
    if 2 * proper >= strays:
        repaired = re.sub("[\udc80-\udcff]", _stray, mixed)
        return Decoded(repaired, (text("A few letters were not UTF-8; read as Windows-1252."),))
    encoding = _western(content)
    decoded = content.decode(encoding, errors="replace")
    return Decoded(decoded, (text("Read as {encoding}.", encoding=encoding),))


def _stray(match: re.Match[str]) -> str:
    return bytes([ord(match.group()) - 0xDC00]).decode("cp1252", errors="replace")


def _western(content: bytes) -> str:
    """cp1252 unless bytes it leaves undefined, or the letters themselves, say otherwise."""
    if b"\xa4" in content and not any(0x80 <= byte <= 0x9F for byte in set(content)):
        return "iso8859-15"
    sample = content[:50_000]
    best = from_bytes(sample, cp_isolation=["cp1252", *OTHERS]).best()
    letters = sum(byte > 127 for byte in sample)
    if best is not None and letters > 0.2 * len(sample):
        return str(best.encoding)
    return "cp1252"


def _refuse_binary(decoded: str, source: str) -> None:
    head = decoded[:20_000]
    odd = len(_CONTROL.findall(head)) + 0.2 * head.count("\x00") + head.count("\ufffd")
    if odd > 0.02 * len(head) + 1:
        raise not_a_table("binary", Place(source))
