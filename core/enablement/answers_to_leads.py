"""When each genuine lead was first answered by a person, and how long it has waited.

From the leads' own day of the first response; where they have none, from the activities: a call
that was answered, a meeting that was held, a mail or message that was sent. Replies that nobody
wrote and mail that came back are no answer.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import Asked, LeftOut
from core.enablement.working_hours import working_seconds
from core.language import Text, counted, text
from core.metrics.records.sales_words import ACTIVITY, HAPPENED
from core.metrics.records.words import plainly
from core.tables.model import TableKind

EARLY = text("answered before it was created")
_NOT_GENUINE = text("spam, duplicates and one’s own")
_NO_DAY = text("without a day")
_SPOKEN, _WRITTEN = ("call", "meeting", "demo", "viewing", "visit"), ("email", "message")
_NO_ANSWER = ("failed", "automatic")  # bounced, or nobody's
_AUTOMATIC = ACTIVITY.words["automatic"] | HAPPENED.words["automatic"]
_TELLS = frozenset(  # headers that say who or what answered
    "first response type, response type, first response by, first response channel, reply type, "
    "response by, jenis respons, tipe respons, auto reply, is auto reply, auto response, "
    "is auto response, automated, is automated, automatic, is automatic, balasan otomatis, "
    "is bot, first response is auto, first response auto, otomatis, response source".split(", ")
)
_NEVER = text("not computable, because no lead in this file was answered")
_DAYS = text("The times of leads or of their answers have no hours: response is in whole days.")
_BY_ACTIVITIES = text(
    "The first answer is the first call answered, meeting held, mail or message sent to the lead."
)
_CLOCK = text("Times are taken as the file writes them, in one time zone.")
_HOURS = text("Counted in working hours, Monday to Friday without public holidays in Indonesia.")


@dataclass(frozen=True)
class Responses:
    """Genuine leads created so far, one row each, with `answered_at`, `early`, `waited`.

    `waited`: seconds to the answer, of unanswered ones so far. `early`: answered before they were
    created. `whole_days`: nothing finer than days is known.
    """

    leads: pd.DataFrame
    whole_days: bool
    left_out: tuple[LeftOut, ...]
    notes: tuple[Text, ...]

    @property
    def timed(self) -> pd.DataFrame:
        """Those whose wait is known."""
        return self.leads[~self.leads["early"]]


def responses(book: Ledger, asked: Asked) -> Responses:
    """Raises NotComputable: no leads, nothing that could answer them, none answered."""
    every = book.need(TableKind.LEADS, "created_at")
    end = book.ends.get(TableKind.LEADS)
    dated = every[every["created_at"].notna()]
    dated = dated if end is None else dated[dated["created_at"] < end]
    leads = dated[dated["is_genuine"].fillna(True).astype(bool)]
    answered, notes = _answered(book, leads)
    end = _known_until(book, end, answered)
    leads = leads.assign(answered_at=answered.where(answered < end))
    if not leads["answered_at"].notna().any():
        raise NotComputable(_NEVER)
    whole = _only_days(leads["created_at"]) or _only_days(leads["answered_at"])
    left = (
        LeftOut(_NOT_GENUINE, len(dated) - len(leads)),
        LeftOut(_NO_DAY, int(every["created_at"].isna().sum())),
    )
    said = (*notes, *((_DAYS,) if whole else ()), *_said(asked))
    return Responses(_waiting(leads, end, asked.working_hours, whole), whole, left, said)


def _known_until(
    book: Ledger, end: pd.Timestamp | None, answered: "pd.Series[pd.Timestamp]"
) -> pd.Timestamp:
    """The end of what is known of leads, and of activities where those answer them."""
    ends = [one for one in (end, book.ends.get(TableKind.ACTIVITIES)) if one is not None]
    if end is None or "first_response_at" not in book.frames[TableKind.LEADS].columns:
        return max(ends)
    return end


def _said(asked: Asked) -> tuple[Text, ...]:
    if not asked.working_hours:
        return ()
    return (_CLOCK, _HOURS)


def _waiting(leads: pd.DataFrame, end: pd.Timestamp, working: bool, whole: bool) -> pd.DataFrame:
    """`waited` in seconds and `early`."""
    begun, answered = leads["created_at"], leads["answered_at"]
    if whole:
        begun, answered = begun.dt.normalize(), answered.dt.normalize()
        end = end - pd.Timedelta(days=1)
    early = (answered < begun).to_numpy()
    until = answered.fillna(end)
    waited = working_seconds(begun, until) if working else (until - begun).dt.total_seconds()
    return leads.assign(waited=np.maximum(np.asarray(waited, float), 0.0), early=early)


def _answered(book: Ledger, leads: pd.DataFrame) -> tuple["pd.Series[pd.Timestamp]", list[Text]]:
    """When a person first answered each lead, and what is said of it."""
    if "first_response_at" in leads.columns and leads["first_response_at"].notna().any():
        nobody = automatic(leads) & leads["first_response_at"].notna()
        return leads["first_response_at"].mask(nobody), _said_automatic(int(nobody.sum()))
    if TableKind.ACTIVITIES not in book.frames:
        book.need(TableKind.LEADS, "first_response_at")
        raise NotComputable(_NEVER)
    book.need(TableKind.LEADS, "lead_id")
    touches = _touches(book.need(TableKind.ACTIVITIES, "lead_id", "type", "occurred_at"))
    keys = key(leads["lead_id"])
    begun = leads.assign(key=keys)[["key", "created_at"]].dropna()
    found = touches.merge(begun.drop_duplicates("key"), on="key")
    before = found["occurred_at"] < found["created_at"]
    first = found[~before].groupby("key")["occurred_at"].min()
    at = pd.Series(pd.DatetimeIndex(keys.map(first)), index=leads.index)
    return at, [_BY_ACTIVITIES, *_said_before(int(before.sum()))]


def _touches(done: pd.DataFrame) -> pd.DataFrame:
    """What people of ours did that a lead noticed: key of the lead, occurred_at."""
    went = done["how_it_went"].astype("string").fillna("")
    spoke = done["type"].isin(_SPOKEN) & went.isin(["held", "connected"])
    wrote = done["type"].isin(_WRITTEN) & ~went.isin(_NO_ANSWER)
    began = done["who_began"].astype("string").fillna("")
    ours = ~done["is_planned"].fillna(False).astype(bool) & (began != "inbound")
    ours &= ~done["is_internal"].fillna(False).astype(bool) & ~automatic(done)
    kept = done[ours & (spoke | wrote)]
    return kept.assign(key=key(kept["lead_id"]))[["key", "occurred_at"]].dropna()


def key(numbers: pd.Series) -> "pd.Series[str]":
    """A number as words, so that 17 and "17" are the same record."""
    if pd.api.types.is_numeric_dtype(numbers):
        return numbers.astype("Int64").astype("string")
    return numbers.astype("string").str.strip()


def automatic(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Whether some column says that no person wrote it."""
    found = pd.Series(False, index=frame.index)
    for name in frame.columns:
        if plainly(name) in _TELLS:
            found |= _says_so(frame[name], plainly(name))
    return found


def _says_so(column: pd.Series, header: str) -> "pd.Series[bool]":
    """By its words; where the header itself says automatic, by yes and no too."""
    flag = any(
        one in header.split() for one in ("auto", "automated", "automatic", "bot", "otomatis")
    )
    yes = ("true", "yes", "ya", "y", "1", "1 0") if flag else ()
    words = {one: plainly(str(one)) for one in column.dropna().unique()}
    meant = [one for one, plain in words.items() if plain in _AUTOMATIC or plain in yes]
    return column.isin(meant)


def _only_days(moments: "pd.Series[pd.Timestamp]") -> bool:
    known = moments.dropna()
    return bool((known == known.dt.normalize()).all())


def _said_automatic(n: int) -> list[Text]:
    if not n:
        return []
    return [
        counted(
            "{n} first response was automatic: that lead counts as not answered by a person.",
            "{n} first responses were automatic: those leads count as not answered by a person.",
            n,
        )
    ]


def _said_before(n: int) -> list[Text]:
    if not n:
        return []
    return [
        counted(
            "{n} activity before its lead was created is no answer to it.",
            "{n} activities before their leads were created are no answers to them.",
            n,
        )
    ]
