"""A table as a file that a spreadsheet opens rightly and that never starts a formula.

Source of the rule: OWASP, CSV Injection. A text cell that begins with = + - @ or a control
character gets an apostrophe in front; numbers stay numbers.
"""

import pandas as pd

_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n")


def frame_to_csv(frame: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with a byte order mark, so that spreadsheets read every letter."""
    safe = frame.rename(columns=_harmless).map(_harmless)
    return str(safe.to_csv(index=False)).encode("utf-8-sig")


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_STARTERS):
        return "'" + cell
    return cell
