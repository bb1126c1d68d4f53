"""The stated limits with real files: at them, one over, and how the server answers meanwhile.

`python -m benchmarks.reading_limits` prints two tables: what becomes of each file and how long it
takes, and the delay of another visitor's requests while a browser uploads and reads that file.
"""

import io
import tempfile
import threading
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from core.errors import Refusal
from core.settings import settings
from core.tables import read
from tests.journeys.browser import chromium, serving, settle

MB = 1024**2
SETTINGS = settings()
SHEET = "xl/worksheets/sheet1.xml"


def text_of(size: int) -> bytes:
    """A CSV of exactly that many bytes and as many lines as may be."""
    head, rows = "Tanggal,Cabang,Nomor,Kabar\n", SETTINGS.rows - 1
    width, over = divmod(size - len(head), rows)
    lines = [head]
    for i in range(rows):
        start = f"2025-{1 + i % 12:02d}-{1 + i % 28:02d},Cabang {i % 40:02d},{i:08d},"
        line = start + "pelanggan minta "[i % 3 :] * 13
        lines.append(line[: width - 1 + (i < over)] + "\n")
    return "".join(lines).encode()


def ragged(size: int) -> bytes:
    """The same with a last line that has one cell more."""
    whole = text_of(size)
    return whole[:-3] + b",1\n"


def cells_of(columns: int) -> bytes:
    """A CSV of a million lines and that many columns."""
    digits = np.random.default_rng(0).integers(48, 58, (SETTINGS.rows - 1, columns), dtype=np.uint8)
    laid = np.full((SETTINGS.rows - 1, 2 * columns), ord(","), np.uint8)
    laid[:, ::2], laid[:, -1] = digits, ord("\n")
    head = ",".join(f"kolom{i}" for i in range(columns)) + "\n"
    return head.encode() + laid.tobytes()


def bomb(megabytes: int, row: bytes = b"<row><c><v>1</v></c></row>") -> bytes:
    """A workbook whose sheet unpacks to that many megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("[Content_Types].xml", TYPES)
        held.writestr("_rels/.rels", RELATIONS.format(kind="officeDocument", to="xl/workbook.xml"))
        held.writestr("xl/workbook.xml", BOOK)
        inner = RELATIONS.format(kind="worksheet", to="worksheets/sheet1.xml")
        held.writestr("xl/_rels/workbook.xml.rels", inner)
        with held.open(SHEET, "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            chunk = row * (MB // len(row))
            for _ in range(megabytes):
                sheet.write(chunk)
            sheet.write(b"</sheetData></worksheet>")
    return out.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="'
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{DOCUMENT}/{{kind}}" Target="{{to}}"/></Relationships>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)

FILES: dict[str, Callable[[], bytes]] = {
    "200 MB.csv": lambda: text_of(SETTINGS.upload_mb * MB),
    "200 MB, ragged.csv": lambda: ragged(SETTINGS.upload_mb * MB),
    "200 MB and a byte.csv": lambda: text_of(SETTINGS.upload_mb * MB) + b"a",
    "20M cells.csv": lambda: cells_of(20),
    "21M cells.csv": lambda: cells_of(21),
    "unpacks to 1000 MB.xlsx": lambda: bomb(1000),
    "unpacks to 1100 MB.xlsx": lambda: bomb(1100),
    "1000 MB of blanks.xlsx": lambda: bomb(1000, b" " * 64),
}


def outcome(content: bytes, name: str) -> str:
    """What becomes of a file."""
    try:
        found = read(content, name)
    except Refusal as stop:
        return f"refused: {stop.what.to('en')}"
    return f"read: {', '.join(f'{len(one.frame):,} rows' for one in found.tables)}"


@contextmanager
def watched(address: str) -> Iterator[list[float]]:
    """The delays of one request after the other to the server while it lasts, in milliseconds."""
    delays: list[float] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            begun = time.perf_counter()
            with urllib.request.urlopen(f"{address}/healthz", timeout=60) as answer:
                answer.read()
            delays.append(1000 * (time.perf_counter() - begun))

    thread = threading.Thread(target=watch)
    thread.start()
    yield delays
    over.set()
    thread.join()


def other_visitor(page, address: str) -> float:
    """Seconds until another visitor has opened the start page anew."""
    begun = time.perf_counter()
    page.goto(address)
    settle(page)
    return time.perf_counter() - begun - 0.3  # which `settle` waits in any case


def meanwhile(browser, address: str, path: Path | None) -> tuple[float, float, float, str]:
    """(p95 ms of a health request, seconds another page takes: median and most, what was said)."""
    sender, other = (browser.new_context(locale="en-US").new_page() for _ in range(2))
    sender.goto(address)
    settle(sender)
    other_visitor(other, address)
    loads = []
    with watched(address) as delays:
        if path is not None:
            sender.locator("[data-testid='stFileUploaderDropzoneInput']").first.set_input_files(
                path
            )
        end = time.monotonic() + 150
        while time.monotonic() < end and (len(loads) < 5 or path is not None):
            loads.append(other_visitor(other, address))
            done = "/data" in sender.url or sender.locator("[data-testid='stAlert']").count()
            if done and len(loads) >= 5:
                break
    said = sender.locator("[data-testid='stAlert']")
    words = "taken in" if "/data" in sender.url else "not done after 150 s"
    words = said.first.inner_text().replace("\n", " ") if said.count() else words
    sender.context.close()
    other.context.close()
    return float(np.percentile(delays, 95)), float(np.median(loads)), max(loads), words


def main() -> None:
    """Both tables."""
    print("| file | bytes | seconds | outcome |\n|---|---|---|---|")
    for name, make in FILES.items():
        content, begun = make(), time.perf_counter()
        said = outcome(content, name)
        print(
            f"| {name} | {len(content):,} | {time.perf_counter() - begun:.1f} | {said} |",
            flush=True,
        )
        del content
    print("\n| meanwhile | health p95 (ms) | page median (s) | page most (s) | said |")
    print("|---|---|---|---|---|")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(HEADLIGHT_WORKSPACES=f"{folder}/kept") as address,
        chromium() as browser,
    ):
        for name, make in {"nothing": None, **FILES}.items():
            path = Path(folder) / name if make else None
            if path and make:
                path.write_bytes(make())
            p95, median, most, said = meanwhile(browser, address, path)
            row = f"| {name} | {p95:.0f} | {median:.1f} | {most:.1f} | {said if path else ''} |"
            print(row, flush=True)
            if path:
                path.unlink()


if __name__ == "__main__":
    main()
