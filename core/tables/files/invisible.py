"""What a text holds that nobody sees: taken out and said, or left and said.

Zero bytes, control characters, marks of width zero and of direction are taken out: a code with one
inside equals no other. Letters that were encoded twice are left as they are.
"""

import re

from core.language import Text, text

# Tab, line ends and the two joiners, without which emoji and some scripts fall apart, stay.
_UNSEEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_TWICE = re.compile(
    "[\u00c2-\u00c6\u00c8-\u00cf\u00d0\u00d1\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178"
    "\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a"
    "\u20ac\u2122]+"
)


def swept(written: str) -> tuple[str, tuple[Text, ...]]:
    """The text without what nobody sees, and what to say about it."""
    notices = []
    written = written.rstrip("\x1a\x00") + "\n" if written.endswith("\x1a") else written
    if "\x00" in written:
        written = written.replace("\x00", "")
        notices.append(text("Zero bytes in the file were left out."))
    bare = _UNSEEN.sub("", written)
    if len(bare) < len(written):
        notices.append(text("Invisible characters were left out."))
    if twice := encoded_twice(bare):
        notices.append(
            text(
                "Some letters were encoded twice, such as “{found}” for “{meant}”; they stay as "
                "they are. Export the file again as UTF-8 to have them right.",
                found=twice[0],
                meant=twice[1],
            )
        )
    return bare, tuple(notices)


def encoded_twice(written: str) -> tuple[str, str] | None:
    """The first letters that are UTF-8 read as Windows-1252, and what they were."""
    for match in _TWICE.finditer(written):
        try:
            meant = match.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        return match.group(), meant
    return None
