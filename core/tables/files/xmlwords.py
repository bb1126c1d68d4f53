"""Texts and numbers cut out of a sheet's XML, as calamine reads them."""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables.files.cellxml import cut_strings
from core.tables.files.ends import first_bytes, is_digit, last_bytes
from core.tables.files.valued import TEXT, Shown, words_shown

ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ENTITY = re.compile(r"&([^&;]{1,8};)?")
_ESCAPED = r"_x[0-9A-Fa-f]{4}_"


class Irregular(ValueError):
    """A cell that must be read with care."""


FAULTS = (Irregular, pa.ArrowException)


def said_in(xml: bytes, begins: np.ndarray, ends: np.ndarray) -> pa.Array:
    """What lies in the XML at those places and, in turn, between them: every other one counts."""
    edges = np.empty(2 * len(begins), np.int64)
    edges[::2], edges[1::2] = begins, ends
    buffers = [None, pa.py_buffer(edges), pa.py_buffer(xml)]
    return pa.Array.from_buffers(pa.large_binary(), len(edges) - 1, buffers)


def shared_strings(xml: bytes) -> Shown | None:
    """The strings that the sheets of a workbook share; None when they must be read with care."""
    found = cut_strings(xml)
    return words_of(said_in(xml, *found)[::2]) if found else None


def words_of(texts: pa.Array) -> Shown:
    """Words with their entities resolved; blank ones are no cell."""
    said = texts.cast(TEXT)
    if pc.any(pc.match_substring(said, "&")).as_py():
        said = _resolved(said)
    escaped = pc.match_substring(said, "_x")
    if pc.any(escaped).as_py() and _any_fits(said.filter(escaped), _ESCAPED):
        raise Irregular
    return words_shown(said)


def _any_fits(said: pa.Array, shape: str) -> bool:
    return bool(pc.any(pc.match_substring_regex(said, shape)).as_py())


def numbers_of(texts: pa.Array) -> np.ndarray:
    """The numbers that texts write. Raises Irregular."""
    said = pa.chunked_array([texts.cast(TEXT)])
    heads = first_bytes(said)
    if not ((is_digit(heads) | (heads == ord("-"))) & is_digit(last_bytes(said))).all():
        raise Irregular
    numbers = np.asarray(said.cast(pa.float64()).to_numpy())
    if not np.isfinite(numbers).all():
        raise Irregular
    return numbers


def _resolved(said: pa.Array) -> pa.Array:
    """Texts without entities; each distinct one is looked at once."""
    coded = said.dictionary_encode()
    words = pa.array([_ENTITY.sub(_letter, one) for one in coded.dictionary.to_pylist()], TEXT)
    return words.take(coded.indices)


def _letter(found: "re.Match[str]") -> str:
    name = (found.group(1) or "").rstrip(";")
    if name in ENTITIES:
        return ENTITIES[name]
    number = re.fullmatch(r"#(?:x([0-9A-Fa-f]{1,5})|([0-9]{1,6}))", name)
    code = int(number.group(1) or "0", 16) or int(number.group(2) or "0") if number else 0
    if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        raise Irregular
    return chr(code)
