"""The answer of the impact page: the sentence, its numbers, its doubts, its pictures."""

import streamlit as st

from core.enablement.impact import (
    Impact,
    Verdict,
    bound_said,
    effect_said,
    placebo,
    sentence,
    verdict_said,
)
from core.enablement.sentences import said
from core.figures import impact as pictures
from core.figures import impact_others
from core.figures.theme import Look
from core.language import Text, text
from core.metrics import Panel, value_said
from core.reports import impact_table
from core.workspace import edits
from pages.ui import changes, events, session, widgets
from pages.ui.session import t

_ICONS = {
    Verdict.NO_EVIDENCE: ":material/remove:",
    Verdict.CHANGE: ":material/timeline:",
    Verdict.HIGHER: ":material/trending_up:",
    Verdict.LOWER: ":material/trending_down:",
}
LONGEST = 2000


def answer(found: Impact) -> None:
    """The sentence, four numbers, and what speaks against it."""
    with st.container(border=True, key="impact-answer"):
        st.markdown(f"#### {_ICONS[found.verdict]} {widgets.plain(verdict_said(found.verdict))}")
        st.markdown(widgets.plain(sentence(found)))
    unit = found.metric.unit
    interval = text("{low} to {high}", low=bound_said(found, "low"), high=bound_said(found, "high"))
    facts = (
        (t("Difference"), effect_said(found), interval),
        (
            t("Mean of a period"),
            _mean(found.mean_after, unit),
            text("before: {value}", value=_mean(found.mean_before, unit)),
        ),
        (
            t("Periods"),
            text("{n} after", n=found.after),
            text("{n} before, from which the expected is drawn", n=found.before),
        ),
    )
    with st.grid(3, min_column_width=220, gap="small"):
        for label, value, beside in facts:
            with st.container(border=True, height="stretch"):
                st.markdown(
                    f":small[{label}]\n\n#### {widgets.plain(value)}\n\n"
                    f":small[{widgets.plain(beside)}]"
                )
    for words in found.warnings:
        st.warning(widgets.plain(words), icon=":material/warning:")


def _mean(value: float, unit: str) -> Text:
    """Money in words of scale, anything else in its unit."""
    return said(value, unit) if unit == "money" else value_said(value, unit)


def expected(panel: Panel, found: Impact) -> None:
    """Expected against actual, with what else happened."""
    look = _look(panel)
    shown = events.draw(pictures.expected(found, look), panel.frequency)
    widgets.chart(
        shown.figure,
        pictures.expected_table(found, look),
        shown.alt(look.say(pictures.expected_alt(found, look))),
        "impact-expected",
        pictures.expected_shares(found, look),
    )
    events.below(shown, "impact")
    with st.expander(t("The answer as a row"), icon=":material/download:"):
        widgets.downloads(impact_table(found, session.language()), "impact")


def paths(panel: Panel, found: Impact) -> None:
    """Whether the groups ran side by side before."""
    look = _look(panel)
    st.markdown(
        t(
            "Before the date the two lines should run side by side. Where they already drift "
            "apart, or the treated had just dipped, a difference after it says little."
        )
        if found.asked.comparison
        else t("There is no comparison: only the own past is drawn.")
    )
    shown = events.draw(pictures.paths(found, look), panel.frequency)
    widgets.chart(
        shown.figure,
        pictures.paths_table(found, look),
        shown.alt(look.say(pictures.paths_alt(look))),
        "impact-paths",
        pictures.paths_shares(found, look),
    )
    events.listed(shown)


def others(panel: Panel, found: Impact) -> None:
    """The same test on every other date."""
    look, words = _look(panel), placebo(found)
    st.markdown(f"**{widgets.plain(words)}**")
    st.markdown(
        t(
            "The same test is put to every other date at which nothing is known to have begun. "
            "The more of them give as much, the less this date stands out. Beyond ±1 the 95% "
            "interval of a date leaves out zero."
        )
    )
    widgets.chart(
        impact_others.others(found, look), impact_others.others_table(found, look), look.say(words),
        "impact-others",
    )  # fmt: skip


def decide(found: Impact) -> None:
    """The place for what was decided; it becomes a note of the workspace."""
    st.subheader(t("What did you decide?"))
    with st.form("impact-decision", clear_on_submit=True, border=False):
        typed = st.text_area(t("Your decision"), max_chars=LONGEST, height=80, key="decided")
        if st.form_submit_button(t("Write it down"), key="decide") and typed.strip():
            about = sentence(found).to(session.language())
            words = "\n".join(one for one in (typed.strip(), about) if one)
            changes.edit(edits.add_note(words), text("Decision written down"))
            st.success(t("Kept among the notes of the workspace."), icon=":material/check:")


def _look(panel: Panel) -> Look:
    return widgets.look(panel.names(session.language()))
