"""Lines of keys and values above a table (“Periode: 2024”) are its titles, no table."""

import re
from dataclasses import replace

import numpy as np

from core.tables.layout.looks import BLANK, MISSING, WORDS, Words
from core.tables.layout.pieces import Block, looks_of
from core.tables.words import plain

MOST_KEYS = 8
_KEYS = re.compile(
    r"(tanggal|tgl|date|periode|period|perusahaan|company|cabang|branch|dicetak|printed|generated"
    r"|filter|user|pengguna|oleh|by|jumlah baris|rows|report|laporan|nama laporan|currency"
    r"|mata uang|dari|sampai|from|to|until|versi|version|disusun|dibuat|created|judul|title)\b"
)


def without_keys(tables: list[Block], words: Words, kinds: Words) -> list[Block]:
    """Lines of keys and values above a wider table are its titles."""
    found: list[Block] = []
    for block in reversed(tables):
        below = found[-1] if found else None
        if below is not None and _are_keys(words, kinds, block) and _wide(words, below) > 2:
            rows = (*block.titles, *block.rows, *block.notes)
            found[-1] = replace(below, titles=(*rows, *below.titles))
        else:
            found.append(block)
    return found[::-1]


def _are_keys(words: Words, kinds: Words, block: Block) -> bool:
    """Two columns, the first of different words that end in a colon or name a report's keys."""
    inner = block.of(words)
    columns = np.flatnonzero((inner != "").any(axis=0))
    if len(columns) != 2 or len(inner) > MOST_KEYS:
        return False
    keys = [str(one) for one in inner[:, columns[0]] if one]
    looks = set(looks_of(words, kinds, block)[1:, columns[1]].tolist()) - {BLANK, MISSING}
    named = sum(one.endswith(":") or bool(_KEYS.match(plain(one))) for one in keys)
    mixed = WORDS in looks and len(looks) > 1
    telling = named >= max(min(2, len(keys)), len(keys) / 2) or (mixed and named > 0)
    return len(set(keys)) == len(keys) > 0 and telling


def _wide(words: Words, block: Block) -> int:
    return int((block.of(words) != "").any(axis=0).sum())
