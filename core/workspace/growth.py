"""What a data set becomes file by file: each is read again from its original bytes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.tables import Answers, Reading, Table, read
from core.tables.quality import Arrival, newest_day
from core.tables.stored import from_parquet, to_parquet
from core.tables.updates import take
from core.workspace.model import Dataset, Upload
from core.workspace.written import digest_of

Content = Callable[[str], bytes]


def tables_of(upload: Upload, content: Content) -> tuple[Table, ...]:
    """The tables of a data set after an upload, from their objects."""
    return tuple(from_parquet(content(digest)) for digest in upload.tables)


def reading_of(upload: Upload, answers: Answers, content: Content) -> Reading:
    """An upload read again from its original bytes."""
    return read(content(upload.digest), upload.source, answers)


def grown(before: Sequence[Table], reading: Reading, upload: Upload) -> tuple[Table, ...]:
    """The tables once a reading is taken in. Raises Refusal where it must not be."""
    if not before:
        return reading.tables
    return take(before, reading.tables, upload.mode, upload.renamed)


def stored(upload: Upload, tables: Sequence[Table]) -> tuple[Upload, tuple[bytes, ...]]:
    """The upload naming its tables, and their bytes."""
    objects = tuple(to_parquet(one) for one in tables)
    return replace(upload, tables=tuple(map(digest_of, objects))), objects


def folded(dataset: Dataset, content: Content, first: int = 0) -> tuple[Dataset, tuple[bytes, ...]]:
    """The data set with its uploads from `first` on taken in anew, and the bytes of its tables."""
    uploads = list(dataset.uploads[:first])
    tables = tables_of(uploads[-1], content) if uploads else ()
    objects: tuple[bytes, ...] = ()
    for upload in dataset.uploads[first:]:
        tables = grown(tables, reading_of(upload, dataset.answers, content), upload)
        named, more = stored(upload, tables)
        uploads.append(named)
        objects += more
    return replace(dataset, uploads=tuple(uploads)), objects


def arrivals_of(dataset: Dataset, place: int, content: Content) -> tuple[Arrival, ...]:
    """When the newest period of one of its tables first came, upload by upload.

    The first upload says nothing: its periods may have been known long before.
    """
    found = []
    for upload in dataset.uploads[1:]:
        if place < len(upload.tables):
            newest = newest_day(from_parquet(content(upload.tables[place])))
            found += [Arrival(upload.at.date(), newest)] if newest else []
    return tuple(found)
