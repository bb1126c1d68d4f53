"""A table as a CSV file that a spreadsheet opens rightly and that never starts a formula.

Source of the rule: OWASP, CSV Injection. A text cell that begins with = + - @ or a control
character gets an apostrophe in front; so does what follows a semicolon or a line break inside a
cell, where a spreadsheet that cuts at semicolons would begin a new one. Numbers stay numbers.
"""

import re

import pandas as pd

_STARTER = r"\s*[=+\-@＝＋－＠]"
_STARTS = re.compile(rf"{_STARTER}|[\t\r\n]")
_STARTS_WITHIN = re.compile(rf"(?<=\S)([;\t\r\n])(?={_STARTER})")


def frame_to_csv(frame: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with a byte order mark, so that spreadsheets read every letter."""
    safe = frame.rename(columns=harmless)
    for i, name in enumerate(safe.columns):
        if safe.dtypes.iloc[i] == "object" or pd.api.types.is_string_dtype(safe.dtypes.iloc[i]):
            safe = safe.assign(**{name: safe.iloc[:, i].map(harmless, na_action="ignore")})
    return str(safe.to_csv(index=False)).encode("utf-8-sig")


def harmless(cell: object) -> object:
    """A text that no spreadsheet takes for a formula; anything else as it is."""
    if not isinstance(cell, str):
        return cell
    within = _STARTS_WITHIN.sub(r"\1'", cell)
    return "'" + within if _STARTS.match(cell) else within
