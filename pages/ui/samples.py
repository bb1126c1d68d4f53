"""Where the files of the samples lie."""

from collections.abc import Iterable
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "sample_data"


def paths(files: Iterable[str]) -> list[Path]:
    """The files of a sample."""
    return [_FOLDER / one for one in files]
