"""What a number format says about a cell (ECMA-376 part 1, 18.8.30): percent, leading zeros."""

import re
from dataclasses import dataclass
from functools import cache

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
BUILT_IN = {9: "0%", 10: "0.00%"}


@dataclass(frozen=True)
class Form:
    """What matters of a number format."""

    percent: bool = False
    digits: int = 0  # at least so many digits are shown, with zeros in front

    @property
    def plain(self) -> bool:
        """Whether the number is shown as it is."""
        return not self.percent and not self.digits


@cache
def form_of(code: str) -> Form:
    """What a format code means; its first section is the one for positive numbers."""
    bare = _QUOTED.sub("", code.split(";")[0]).strip()
    padded = re.fullmatch(r"0{2,}", bare)
    return Form("%" in bare, len(bare) if padded else 0)


def shown(words: str, kind: str, form: Form) -> tuple[str, str]:
    """A number as its cell shows it: fractions marked as percent, padded codes as text."""
    if kind != "number" or form.plain:
        return words, kind
    if form.percent:
        return words, "percent"
    return (words.zfill(form.digits), "text") if words.isdecimal() else (words, kind)
