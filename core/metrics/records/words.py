"""The words that exports use for the few values a field can have, in the languages met.

Words that are not known stay as they are written, except where a field names its rest: a deal
whose status is the name of a stage is an open deal.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Vocabulary:
    """The values of a field and the words for each; `rest`: what any other word means."""

    words: Mapping[str, frozenset[str]]
    rest: str = ""  # "" keeps the word as written

    def value(self, written: str) -> str | None:
        """The value a cell's word stands for, None when it is not known."""
        plain = plainly(written)
        return next((value for value, known in self.words.items() if plain in known), None)


def plainly(written: str) -> str:
    """Lower case, without accents, marks and doubled spaces."""
    ascii = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9%]+", ascii))


_CLOSING = frozenset("closed close tutup ditutup tertutup selesai sudah sales deal".split())


def ended(written: str) -> str | None:
    """won | lost, where a word says it beside closing, a number or a remark: “6 - Closed Won”."""
    known = OUTCOME.value(written)
    if known is not None:
        return known
    words = plainly(re.sub(r"\([^)]*\)", " ", written)).split()
    rest = [one for one in words if one not in _CLOSING and not re.fullmatch(r"\d+%?", one)]
    if len(rest) == len(plainly(written).split()):
        return None
    value = OUTCOME.value(" ".join(rest)) if rest else None
    return value if value in ("won", "lost") else None


def worded(rest: str = "", **values: str) -> Vocabulary:
    """A vocabulary from comma-separated words for each value; the value's own name is one."""
    known = {
        value: frozenset(plainly(one) for one in words.split(",")) | {plainly(value)}
        for value, words in values.items()
    }
    return Vocabulary(known, rest)


OUTCOME = worded(
    rest="open",
    won="closed won, closedwon, win, won deal, deal won, menang, dimenangkan, berhasil, sukses, "
    "deal menang, tertutup menang, tertutup won, selesai menang, closed - won, signed, success, "
    "successful, gewonnen, gagne, ganado, ganada, vyhrano, wygrana, vinto, ganho, converted, "
    "closed (won), won - closed, 100% closed won, kontrak ditandatangani",
    lost="closed lost, closedlost, loss, lose, lost deal, deal lost, kalah, gagal, hilang, "
    "tidak jadi, "
    "tertutup kalah, tertutup hilang, tertutup lost, selesai kalah, closed - lost, rejected, "
    "ditolak, unsuccessful, verloren, perdu, perdido, perdida, prohrano, przegrana, perso, "
    "closed (lost), lost - closed",
    other="abandoned, disqualified, duplicate, duplikat, duplikasi, cancelled, canceled, batal, "
    "dibatalkan, passed, no decision, tanpa keputusan, archived, deleted, dihapus, error, "
    "dropped, void, test, spam, invalid, ditinggalkan, kedaluwarsa, expired",
    open="in progress, open deal, terbuka, berjalan, proses, dalam proses, aktif, active, ongoing, "
    "on progress, pending, menunggu, buka, offen, otevreno, on hold, new, baru",
)  # fmt: skip
