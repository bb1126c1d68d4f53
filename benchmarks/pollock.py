"""The public Pollock files: how much of 2,290 polluted CSVs is read as it was meant, told nothing.

`python -m benchmarks.pollock FOLDER`, where FOLDER is a clone of
https://github.com/HPI-Information-Systems/Pollock. Ten measures from 0 to 1 for each file: it was
read; precision, recall and their harmonic mean (F1) of the cells of the header, of whole records,
and of all cells. The weighted score counts each pollution as often as it was met in a survey of
open data. Source: Vitagliano et al. 2023, “Pollock: A Data Loading Benchmark”, VLDB 16(8); cells
are compared as written, without the kinder comparison of dates and prices used there.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from xlsxwriter.utility import xl_cell_to_rowcol

from core.errors import Refusal
from core.tables import read

Row = list[str]


def rows_read(path: Path) -> list[Row] | None:
    """Names and cells of every table of a file, as they are written there; None when refused."""
    try:
        reading = read(path.read_bytes(), path.name)
    except Refusal:
        return None
    grids = {grid.sheet: grid.cells for grid in reading.grids}
    rows: list[Row] = []
    for table in reading.tables:
        columns = [xl_cell_to_rowcol(f"{one.letter}1")[1] for one in table.columns]
        rows += [[one.name for one in table.columns]] if table.header_rows else []
        rows += grids[table.sheet].loc[table.frame.index, columns].to_numpy().tolist()
    return rows


def rows_meant(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def measures(found: list[Row] | None, meant: list[Row]) -> list[float]:
    """The ten measures of one file."""
    if found is None:
        return [0.0] * 10
    if not meant:
        return [1.0] * 10
    whole = ["".join(row) for row in found[1:]], ["".join(row) for row in meant[1:]]
    cells = [cell for row in found for cell in row], [cell for row in meant for cell in row]
    header = (found[0] if found else []), meant[0]
    return [1.0, *_agreement(*header), *_agreement(*whole), *_agreement(*cells)]


def _agreement(found: Iterable[str], meant: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two bags."""
    one, other = Counter(found), Counter(meant)
    if not other:
        return 1.0, 1.0, 1.0
    both = (one & other).total()
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / one.total(), both / other.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def main(folder: Path) -> None:
    files = sorted((folder / "polluted_files" / "csv").glob("*.csv"))
    clean = folder / "polluted_files" / "clean"
    scores = {
        one.name: sum(measures(rows_read(one), rows_meant(clean / one.name))) for one in files
    }
    weights = json.loads((folder / "pollock_weights.json").read_text())
    weighed = sum(score * weights[name] for name, score in scores.items())
    print(f"simple {sum(scores.values()) / len(scores):.2f}")
    print(f"weighted {weighed / sum(weights[name] for name in scores):.2f}")
    for name, score in sorted(scores.items(), key=lambda item: item[1]):
        if score < 9:
            print(f"{score:.1f} {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
