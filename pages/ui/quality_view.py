"""A table's quality on screen: one sentence, two scores, what to look at and where."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from core.language import number
from core.reports import (
    SEVERITIES,
    STATUSES,
    frame_to_csv,
    freshness_told,
    quality_columns,
    quality_findings,
    quality_totals,
    where,
)
from core.tables.quality import FORMULA, Finding, Quality, Severity
from pages.ui import going, session, widgets
from pages.ui.session import t

MOST_SHOWN, MOST_LOSSES = 5, 4
ICONS = {
    Severity.WRONG: ":red[:material/error:]",
    Severity.CHECK: ":orange[:material/search:]",
    Severity.INFO: ":material/info:",
}


def show(found: Quality, key: str, hidden: bool = False) -> None:
    """What was found of one table's quality; `key` keeps its widgets apart from other tables'.

    hidden: without anything that a single cell would be told by.
    """
    st.markdown(widgets.plain(found.summary))
    left, right = st.columns(2)
    with left.container(border=True, height="stretch"):
        _correctness(found)
    with right.container(border=True, height="stretch"):
        _freshness(found)
    if hidden:
        going.why()
    else:
        _findings(found.findings, key)
    _columns(found)
    if found.totals and not hidden:
        with st.expander(t("The sheet's own totals ({n})", n=len(found.totals))):
            totals = quality_totals(found, session.language())
            st.dataframe(totals, hide_index=True, alt=t("The sheet's own totals"))


def _correctness(found: Quality) -> None:
    points = found.correctness.score
    score = number(points, session.language(), 0 if points.is_integer() else 1)
    st.metric(t("Correctness"), t("{score} of 100", score=score), help=widgets.plain(FORMULA))
    losses = found.correctness.losses
    said = [_lowered(one.points, widgets.plain(one.why)) for one in losses[:MOST_LOSSES]]
    rest = sum(one.points for one in losses[MOST_LOSSES:])
    if rest:
        said.append(_lowered(rest, t("other, smaller things")))
    st.caption("\n".join(said) if said else t("Nothing lowered it."))


def _lowered(points: float, why: str) -> str:
    return f"- −{widgets.plain(number(points, session.language(), 1))} · {why}"


def _freshness(found: Quality) -> None:
    status = found.freshness.status
    words = t("Not known") if status is None else STATUSES[status].to(session.language())
    st.metric(t("Freshness"), words)
    st.caption("\n".join(f"- {widgets.plain(one)}" for one in freshness_told(found.freshness)))


def _findings(findings: Sequence[Finding], key: str) -> None:
    """Each finding with its place and remedy, the gravest first."""
    if not findings:
        return
    for one in widgets.leaf(findings, MOST_SHOWN, f"quality-{key}"):
        mark, severity = ICONS[one.severity], SEVERITIES[one.severity].to(session.language())
        st.markdown(f"{mark} **{severity}** · {widgets.plain(one.what)}")
        told = [widgets.plain(part) for part in (where(one), one.remedy)]
        st.caption(" · ".join(part for part in told if part))
    frame = quality_findings(findings, session.language())
    st.download_button(
        t("Download the findings as CSV"),
        partial(frame_to_csv, frame),
        "quality.csv",
        "text/csv",
        key=f"quality-csv-{key}",
        on_click="ignore",
        icon=":material/download:",
    )


def _columns(found: Quality) -> None:
    with st.expander(t("Quality by column ({n})", n=len(found.columns))):
        frame = quality_columns(found, session.language())
        known = st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f%%")
        st.dataframe(
            frame,
            hide_index=True,
            column_config={t("Known"): known},
            alt=t("Quality by column ({n})", n=len(found.columns)),
        )
