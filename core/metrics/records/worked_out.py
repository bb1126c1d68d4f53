"""From tallies to series: what every metric was in every period its table speaks about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from core.metrics.measures import Flow, Measure, Net, Share, Stock, flows
from core.metrics.records.span import Span
from core.metrics.records.tally import Tally
from core.metrics.within_period import Series
from core.periods import Frequency, calendar
from core.tables.model import TableKind

Answers = Mapping[int, Tally]  # id of a flow -> its tally
Spans = Mapping[TableKind, Span]


@dataclass(frozen=True)
class Frame:
    """What series are laid on: periods, how far each table speaks, whether to keep the last."""

    frequency: Frequency
    spans: Spans
    keep_unfinished: bool = False
    own: Mapping[int, Span] = field(default_factory=dict)  # id of a flow -> span of its files

    def span(self, flow: Flow) -> Span:
        """The days of the files that tell of a flow."""
        return self.own.get(id(flow), self.spans[flow.table])

    def periods(self, flow: Flow) -> pd.PeriodIndex:
        """The calendar of what a flow is made of, from the first record to the last."""
        span = self.span(flow)
        first, last = (pd.Period(day, self.frequency.freq) for day in (span.first, span.last))
        return calendar(first, last)


def series_of(measure: Measure, answers: Answers, frame: Frame, group: str = "") -> Series:
    """The measure of one group; needs each of its flows answered."""
    match measure:
        case Flow() as flow:
            values, counts = _flow(flow, answers, frame, group)
            values = _ripe(values, answers[id(flow)], frame)
        case Stock() as stock:
            values, counts = _stock(stock, answers, frame, group)
        case Net() as net:
            values, counts = _net(net, answers, frame, group)
        case Share() as share:
            values, counts = _share(share, answers, frame, group)
        case _:
            raise TypeError(measure)
    return _ended(values, counts, measure, frame)


def _flow(flow: Flow, answers: Answers, frame: Frame, group: str) -> tuple[pd.Series, pd.Series]:
    """Values and counts on the table's calendar; a period without rows has the empty value."""
    found = answers[id(flow)].of(group).reindex(frame.periods(flow))
    counts = found["count"].fillna(0)
    nothing = found["count"].isna() | ((counts == 0) & (found["left_out"] == 0))
    values = found["value"].mask(nothing & found["value"].isna(), flow.empty)
    return values, counts


def _stock(stock: Stock, answers: Answers, frame: Frame, group: str) -> tuple[pd.Series, pd.Series]:
    """What had entered by the end of each period less what had left."""
    entered, left = _both(stock, answers, frame, group)
    return (entered[0] - left[0]).cumsum(), (entered[1] - left[1]).cumsum()


def _net(net: Net, answers: Answers, frame: Frame, group: str) -> tuple[pd.Series, pd.Series]:
    """What entered less what left, on the records of both."""
    entered, left = _both(net, answers, frame, group)
    return entered[0] - left[0], entered[1] + left[1]


def _both(
    change: Stock | Net, answers: Answers, frame: Frame, group: str
) -> tuple[tuple[pd.Series, pd.Series], tuple[pd.Series, pd.Series]]:
    """Values and counts of what entered and of what left, on one calendar."""
    entered, left = (_flow(one, answers, frame, group) for one in (change.entered, change.left))
    periods = entered[0].index
    gone = left[0].fillna(0.0).reindex(periods, fill_value=0.0)
    return (entered[0].fillna(0.0), entered[1]), (gone, left[1].reindex(periods, fill_value=0))


def _share(share: Share, answers: Answers, frame: Frame, group: str) -> tuple[pd.Series, pd.Series]:
    """A flow over the stock at the start of its period; nothing to lose before the first."""
    part, _ = _flow(share.part, answers, frame, group)
    whole, members = (one.shift(1) for one in _stock(share.whole, answers, frame, group))
    values = part / whole.where(whole > 0)
    return values, members.fillna(0)


def _ripe(values: pd.Series, tally: Tally, frame: Frame) -> pd.Series:
    """Without cohorts so young that many of them will still change."""
    if tally.flow.matures is None:
        return values
    last = pd.Timestamp(frame.span(tally.flow).last)
    ends = pd.PeriodIndex(values.index).to_timestamp(how="end").normalize()
    return values.where((last - ends).days >= tally.mature_days)


def _ended(values: pd.Series, counts: pd.Series, measure: Measure, frame: Frame) -> Series:
    """Without a first period that began late and a last one that is not over."""
    spans = [frame.span(flow) for flow in flows(measure)]
    begun = [one for span in spans if (one := span.begun(frame.frequency)) is not None]
    open_now = [one for span in spans if (one := span.unfinished(frame.frequency)) is not None]
    lost = begun if frame.keep_unfinished else begun + open_now
    lost += [one for span in spans for one in span.unknown(pd.PeriodIndex(values.index))]
    values = values.where(~values.index.isin(lost))
    partial = max(open_now) if open_now and not frame.keep_unfinished else None
    return Series(values + 0.0, counts.where(values.notna(), 0), partial)
