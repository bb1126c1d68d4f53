"""A closed wave as bytes and back; the same wave gives the same bytes."""

import json
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from pydantic import TypeAdapter, ValidationError

from core.language import Text
from core.people.answers import Pulse, SurveyQuestion
from core.people.closed import Frozen
from core.people.closed_marks import Known
from core.people.enps import Counts, Scale
from core.people.privacy.plan import Group, Plan, Why
from core.people.released import Released
from core.people.survey import Survey
from core.tables.stored import canonical

VERSION = 1
_MOST = 200_000_000  # bytes of one wave, unpacked
_Row = tuple[float | str | None, ...]


@dataclass(frozen=True)
class _Sheet:
    """A frame: its columns, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[_Row, ...]


@dataclass(frozen=True)
class _Written:
    version: int
    question: str
    scale: Scale
    wave: str
    day: date | None
    columns: tuple[tuple[str, str], ...]
    outside: int
    notices: tuple[Text, ...]
    floor: int
    shown: tuple[tuple[Group, int], ...]
    withheld: tuple[tuple[Group, Why], ...]
    counts: tuple[tuple[Group, Counts], ...]
    histogram: tuple[tuple[int, int], ...]
    answers: tuple[float, ...]
    groups: _Sheet
    points: _Sheet
    comments: _Sheet
    questions: tuple[SurveyQuestion, ...]
    of_file: tuple[SurveyQuestion, ...]
    unsettled: tuple[str, ...]
    known: Known


_WRITTEN = TypeAdapter(_Written)


def closed_bytes(frozen: Frozen) -> bytes:
    """All that is kept of a closed wave."""
    told, survey, pulse = frozen.released, frozen.survey, frozen.pulse
    written = _Written(
        version=VERSION,
        question=told.question,
        scale=told.scale,
        wave=told.wave,
        day=told.day,
        columns=told.columns,
        outside=told.outside,
        notices=told.notices,
        floor=told.plan.floor,
        shown=tuple((group, int(n)) for group, n in told.plan.shown.items()),
        withheld=tuple(told.plan.withheld.items()),
        counts=tuple(told.counts.items()),
        histogram=tuple((int(point), int(n)) for point, n in told.histogram.items()),
        answers=tuple(map(float, survey.answers)),
        groups=_sheet(survey.groups),
        points=_sheet(pulse.points),
        comments=_sheet(pulse.comments),
        questions=pulse.questions,
        of_file=pulse.columns,
        unsettled=pulse.unsettled,
        known=frozen.known,
    )
    return zlib.compress(canonical(_WRITTEN.dump_python(written, mode="json")), 9)


def closed_of(content: bytes) -> Frozen:
    """What was kept. Raises ValueError where it is not a closed wave of this version."""
    try:
        read = _WRITTEN.validate_python(_unpacked(content), strict=False)
    except (zlib.error, ValidationError, UnicodeDecodeError) as error:
        raise ValueError("not a closed wave") from error
    if read.version != VERSION:
        raise ValueError(f"version {read.version}")
    plan = Plan(dict(read.shown), dict(read.withheld), read.floor)
    released = Released(
        read.question, read.scale, read.wave, read.columns, plan, dict(read.counts),
        dict(read.histogram), read.outside, read.notices, read.day,
    )  # fmt: skip
    survey = Survey(
        read.question, read.scale, pd.Series(read.answers, dtype=float), _texts(read.groups),
        read.outside, read.notices, read.wave, read.columns, read.day,
    )  # fmt: skip
    return Frozen(released, survey, _pulse(read), read.known)


def _pulse(read: _Written) -> Pulse:
    points = pd.DataFrame(read.points.rows, columns=list(read.points.columns), dtype=float)
    return Pulse(
        points=points,
        questions=read.questions,
        waves=pd.Series([read.wave] * len(points), dtype=object),
        order=(read.wave,) if read.wave else (),
        comments=_texts(read.comments),
        columns=read.of_file,
        unsettled=read.unsettled,
    )


def _unpacked(content: bytes) -> Any:
    opened = zlib.decompressobj()
    written = opened.decompress(content, _MOST)
    if opened.unconsumed_tail or not opened.eof:
        raise ValueError("torn or too large")
    return json.loads(written)


def _sheet(frame: pd.DataFrame) -> _Sheet:
    known = frame.astype(object).where(frame.notna(), None)
    rows = tuple(known.itertuples(index=False, name=None))
    return _Sheet(tuple(map(str, frame.columns)), rows)


def _texts(sheet: _Sheet) -> pd.DataFrame:
    return pd.DataFrame(list(sheet.rows), columns=list(sheet.columns), dtype=object)
