"""Codes in place of people: one way, the same within a workspace, telling nothing elsewhere.

The key lies beside the database and in no workspace, bundle or download: who has the codes and a
list of names cannot try which belongs to which.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from core.people.leaving import Code
from core.workspace.locks import flush_folder, locked

_LONG = 32


def coder(folder: Path, workspace: str) -> Code:
    """Words -> their code in that workspace; makes the key where there is none. Raises OSError."""
    key = hmac.digest(_key(folder), workspace.encode(), hashlib.sha256)
    mark = hmac.new(key, b"", hashlib.sha256).hexdigest()[:4]

    def code(words: str) -> str:
        return f"p{mark}-{hmac.new(key, words.encode(), hashlib.sha256).hexdigest()[:12]}"

    return code


def _key(folder: Path) -> bytes:
    place = folder / "key"
    with locked(folder / "lock"):
        if not place.exists():
            _make(place)
        return place.read_bytes()


def _make(place: Path) -> None:
    """Whole and on the disk, or not there."""
    aside = place.with_name("new.key")
    aside.unlink(missing_ok=True)
    number = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(number, secrets.token_bytes(_LONG))
        os.fsync(number)
    finally:
        os.close(number)
    aside.rename(place)
    flush_folder(place.parent)
