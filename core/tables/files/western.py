"""Which one-byte encoding a text is in, told by the letters that stand inside its words.

cp1252 unless the bytes it leaves undefined, or the letters themselves, say otherwise.
"""

import re

from charset_normalizer import from_bytes

SAMPLE = 50_000
CLOSE = ("cp1252", "cp1250", "cp850")  # in the order in which they win a tie
FAR = ["cp1251", "cp1253", "cp1254", "gb18030", "shift_jis", "big5", "euc_kr"]
NAMES = {
    "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp850": "DOS 850",
    "iso8859-15": "ISO 8859-15", "cp1251": "Windows-1251", "cp1253": "Windows-1253",
    "cp1254": "Windows-1254", "gb18030": "GB 18030", "shift_jis": "Shift JIS",
    "big5": "Big5", "euc_kr": "EUC-KR",
}  # fmt: skip
# Inside or at the end of a word; at the end Windows-1252 also has quotes, dashes and dots.
_INSIDE = re.compile(
    rb"(?<=[a-z])[\x80-\x90\x98-\xff](?=[a-z])|(?<=[a-z])[\x98-\xff]|(?<=[\x98-\xff])[\x98-\xff]"
)


def western(content: bytes) -> str:
    """The encoding of text that is not Unicode, as Python calls it."""
    sample = content[:SAMPLE]
    letters = sum(byte > 127 for byte in sample)
    if letters > 0.2 * len(sample):
        best = from_bytes(sample, cp_isolation=["cp1252", *FAR]).best()
        if best is not None:
            return str(best.encoding)
    if b"\xa4" in content and not any(0x80 <= byte <= 0x9F for byte in set(content)):
        return "iso8859-15"
    inside = b"".join(_INSIDE.findall(sample))
    return max(CLOSE, key=lambda encoding: _lower_letters(inside, encoding))


def known_as(encoding: str) -> str:
    """The name under which programs offer an encoding."""
    return NAMES.get(encoding.replace("_", "-") if "8859" in encoding else encoding, encoding)


def _lower_letters(inside: bytes, encoding: str) -> int:
    """How many letters inside lower-case words stay lower case."""
    return sum(char.islower() for char in inside.decode(encoding, errors="replace"))
