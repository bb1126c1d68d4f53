"""Each class that the examiner's generator found reads right, with its notices."""

import pytest

from core.figures.roles import cell_roles
from core.tables import read
from tests.core.tables.odd.case import Odd, judged
from tests.core.tables.odd.examined import examined


@pytest.mark.parametrize("odd", examined(7), ids=lambda odd: odd.name)
def test_reads_right(odd: Odd) -> None:
    assert judged(odd)[0] == "right", judged(odd)[1]


def test_a_turned_table_leads_back_to_the_cells_as_they_lie() -> None:
    content = (
        b"Deal,D1,D2,D3\nPemilik,Budi,Siti,Agus\nTanggal,2024-01-25,2024-02-30,2024-03-01\n"
        b"Malam,2,3,1\nStatus,Open,Won,Open\n"
    )
    reading = read(content, "sisi.csv")
    table = reading.tables[0]
    assert table.place(1, "Malam").cell == "C4"
    assert [issue.place.cell for issue in table.issues] == ["C3"]
    roles = cell_roles(reading.grids[0], [table])
    assert (roles["A"] == "header").all() and (roles["C"] == "data").all()
