"""Who tracks an indicator and when it is next reviewed: on its card, and of all at the start."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

import streamlit as st

from core.errors import Refusal
from core.language import Text, text
from core.metrics import Indicator
from core.workspace import Owner, Rhythm, reviews
from core.workspace.reviews import Review
from pages.ui import cache, changes, events, opened, session, widgets
from pages.ui.session import t

T = TypeVar("T")
OWNERS = {
    Owner.ENABLEMENT_MANAGER: text("Enablement manager"),
    Owner.SALES_OPERATIONS: text("Sales operations"),
    Owner.SALES_MANAGER: text("Sales manager"),
}
RHYTHMS = {
    Rhythm.MONTHLY: text("Every month"),
    Rhythm.QUARTERLY: text("Every quarter"),
    Rhythm.AFTER_CAMPAIGN: text("After a campaign"),
    Rhythm.YEARLY: text("Every year"),
}
MOST = 4  # reviews shown at a time


def popover(one: Indicator) -> None:
    """The way to who tracks it and when to review it; its label says when that is due."""
    now = _review(one)
    shown = st.popover(
        _when(now), icon=":material/event_repeat:", key=f"review-{one.id}", on_change="rerun",
        type="tertiary",
    )  # fmt: skip
    if shown.open:
        with shown:
            _choose(now)


def upcoming() -> None:
    """The next reviews of the open workspace; a connected table is asked only when they are."""
    if not opened.connections():
        _upcoming()
        return
    shown = st.expander(
        t("Next reviews"), icon=":material/event_repeat:", key="reviews", on_change="rerun"
    )
    if shown.open:
        with shown:
            _upcoming()


def _upcoming() -> None:
    """The next reviews, for all or for one who tracks them."""
    try:
        with st.spinner(t("Working it out …")):
            panel = cache.panel()
    except Refusal:
        return  # the data page says why
    every = reviews.reviews(
        session.need_workspace().state, panel.indicators, events.known(), widgets.today()
    )
    if not every:
        return
    st.subheader(t("Next reviews"))
    _late(every)
    language = session.language()
    owner = st.segmented_control(
        t("Tracked by"),
        list(OWNERS),
        format_func=lambda one: OWNERS[one].to(language),
        key="reviews-of",
        wrap=True,
    )
    wanted = [one for one in every if owner is None or one.tracking.owner is owner]
    if not wanted:
        st.caption(t("Nothing to review."))
    for one in widgets.leaf(wanted, MOST, f"leaf-reviews-{owner}"):
        _row(one)


def _late(every: Sequence[Review]) -> None:
    late = sum(one.overdue for one in every)
    if late:
        st.warning(t("Overdue: {n}", n=late), icon=":material/event_busy:")


def _row(one: Review) -> None:
    """One review: when, of what, by whom, and that it was done."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        late = t("Overdue")
        badge = f" :red-badge[{late}]" if one.overdue else ""
        named = widgets.plain(one.indicator.name)
        told = widgets.plain(Text.joined(" · ", [_date(one), *_how(one)]))
        st.markdown(f"**{named}**{badge}  \n:small[{told}]")
        st.space("stretch")
        st.page_link(
            "explore.py",
            label=t("Explore"),
            icon=":material/query_stats:",
            query_params={"metric": one.indicator.id},
        )
        _done(one, "home")


def _choose(now: Review) -> None:
    """Who tracks it, how often, and that it was reviewed."""
    one, kept = now.indicator, now.tracking
    _pick(t("Tracked by"), (OWNERS, kept.owner), f"owner-{one.id}", partial(_assign, one))
    _pick(t("Reviewed"), (RHYTHMS, kept.rhythm), f"rhythm-{one.id}", partial(_repeat, one))
    st.caption(_last(now))
    _done(now, "card")


def _pick(
    label: str, choice: tuple[Mapping[T, Text], T], key: str, take: Callable[[str], None]
) -> None:
    """A choice among words, and the one of now; another is kept at once."""
    words, now = choice
    language, widget = session.language(), f"{key}-{now}"
    st.selectbox(
        label,
        list(words),
        list(words).index(now),
        format_func=lambda one: words[one].to(language),
        key=widget,
        on_change=take,
        args=(widget,),
    )


def _assign(one: Indicator, widget: str) -> None:
    what = text("Who tracks “{name}”", name=one.name)
    changes.edit(reviews.assign(one, Owner(session.picked(widget))), what)


def _repeat(one: Indicator, widget: str) -> None:
    what = text("When to review “{name}”", name=one.name)
    changes.edit(reviews.repeat(one, Rhythm(session.picked(widget))), what)


def _done(now: Review, key: str) -> None:
    st.button(
        t("Reviewed today"),
        key=f"reviewed-{key}-{now.indicator.id}",
        icon=":material/check:",
        on_click=_keep_reviewed,
        args=(now.indicator,),
    )


def _keep_reviewed(one: Indicator) -> None:
    what = text("“{name}” reviewed", name=one.name)
    changes.edit(reviews.reviewed(one, widgets.today()), what)


def _review(one: Indicator) -> Review:
    state = session.need_workspace().state
    return reviews.review(state, one, events.known(), widgets.today())


def _when(now: Review) -> str:
    if now.due is None:
        return t("Review: after the next campaign")
    if now.overdue:
        return t("Review: overdue since {day}", day=now.due)
    return t("Review: {day}", day=now.due)


def _date(now: Review) -> Text:
    if now.due is None:
        return text("waits for a campaign to end")
    return Text("{day}", (("day", now.due),))


def _how(now: Review) -> tuple[Text, Text]:
    return OWNERS[now.tracking.owner], RHYTHMS[now.tracking.rhythm]


def _last(now: Review) -> str:
    if now.tracking.reviewed is None:
        return t("Not reviewed yet.")
    return t("Last reviewed {day}.", day=now.tracking.reviewed)
