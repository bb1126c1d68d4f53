"""The picture that belongs to a topic, and how to read it."""

from collections.abc import Callable, Mapping

import streamlit as st

from core.enablement.durations import Survival
from core.enablement.ledger import NotComputable
from core.enablement.model import Asked
from core.enablement.shrunk import Ranked, ranked
from core.enablement.topics import Topic
from core.figures import enablement_funnel, enablement_groups, enablement_matrix
from core.figures import enablement_survival as survival
from core.figures import enablement_training as training
from core.language import Text, text
from pages.ui import enablement_asked, widgets
from pages.ui.session import t

_FAR = text("How far deals came")
_OPEN = text("Share of deals not yet closed, day by day")
_STAYING = text("Share of deals still in the stage, day by day")
_NEW = text("New people who have not won yet, day by day")
_TRAINED = text("Before and after the training")
_WAITED = text("Leads that became deals, by how long they waited")
_CONTENT = text("Content by its use and by the deals won")


def show(topic: Topic, asked: Asked) -> None:
    """The topic's own pictures; a line where the records cannot draw one."""
    for heading, draw in _PICTURES.get(topic.id, ()):
        try:
            draw(asked)
        except NotComputable as stop:
            st.caption(widgets.plain(text("{name}: {why}.", name=heading, why=stop.why)))


def _head(heading: Text) -> None:
    st.markdown(f"**{widgets.plain(heading)}**")


def _funnel(asked: Asked) -> None:
    """Where deals stand and where they are lost, pipeline by pipeline."""
    look, pipelines = widgets.look({}), enablement_asked.funnels(asked)
    name = next(iter(pipelines))
    _head(_FAR)
    if len(pipelines) > 1:
        names = {one: one or t("All together, not divided") for one in pipelines}
        name = st.selectbox(
            t("Which deals"), list(names), format_func=names.get, key="enabled-pipeline"
        )
    steps = pipelines[name]
    widgets.chart(
        enablement_funnel.funnel(steps, look),
        enablement_funnel.funnel_table(steps, look),
        enablement_funnel.funnel_alt(steps, look),
        "enablement-funnel",
    )


def _closing(asked: Asked) -> None:
    """How long deals take, those still open counted as open."""
    found = enablement_asked.curves(asked)
    _head(_OPEN)
    _curves(found, text("Days since they were created"), "enablement-closing")


def _staying(asked: Asked) -> None:
    """How long deals stay in each stage, those still there counted as there."""
    found = enablement_asked.staying(asked)
    _head(_STAYING)
    _curves(found, text("Days since they entered the stage"), "enablement-staying")


def _ramp(asked: Asked) -> None:
    """How soon new people win, those trained at once beside the others."""
    found = enablement_asked.first_wins(asked)
    _head(_NEW)
    st.caption(t("Associated, not caused: who is trained at once may differ in other ways too."))
    told = {t("Trained at once"): found.trained, t("Later or not at all"): found.others}
    curves = {name: one for name, one in told.items() if one is not None}
    _curves(curves, text("Days since their first record"), "enablement-ramp")


def _curves(found: dict[str, Survival], what: Text, key: str) -> None:
    look = widgets.look({})
    widgets.chart(
        survival.curves(found, look, what),
        survival.curves_table(found, look),
        survival.curves_alt(found, look),
        key,
        survival.curves_shares(look),
    )


def _trained(asked: Asked) -> None:
    """The months before and after a training; two lines apart before it prove nothing."""
    look, found = widgets.look({}), enablement_asked.trained(asked)
    _head(_TRAINED)
    st.caption(
        t(
            "Lines that already drew apart before the training would have gone on to do so: then "
            "the difference after it is no sign that it worked."
        )
    )
    names = [look.say(training.named(one)) for one in found]
    name = st.selectbox(t("Course and result"), names, key="enabled-trained")
    trend = found[names.index(name)]
    widgets.chart(
        training.before_and_after(trend, look),
        training.before_and_after_table(trend, look),
        training.before_and_after_alt(trend, look),
        "enablement-trained",
        training.before_and_after_shares(trend, look),
    )


def _impact(_asked: Asked) -> None:
    """The way to what followed one date."""
    st.page_link("impact.py", label=t("Look at what followed one date"), icon=":material/flag:")


def _speed(asked: Asked) -> None:
    """What became of leads, by how long they waited."""
    look, rows = widgets.look({}), [Ranked(one) for one in enablement_asked.speed(asked)]
    _head(_WAITED)
    st.caption(
        t("Associated, not caused: who asks plainly is answered sooner and buys more often.")
    )
    widgets.chart(
        enablement_groups.groups(enablement_groups.all_of(rows), rows, look),
        enablement_groups.groups_table(enablement_groups.all_of(rows), rows, look),
        enablement_groups.groups_alt(rows, look),
        "enablement-speed",
        enablement_groups.groups_shares(look),
    )


def _content(asked: Asked) -> None:
    """Which content is used, and what became of the deals that were given it."""
    look, (without, *pieces) = widgets.look({}), enablement_asked.content(asked)
    rows, none = ranked(pieces), Ranked(without)
    _head(_CONTENT)
    st.caption(
        t(
            "Associated, not caused. Filled dots differ plainly from the other pieces. Deals given "
            "nothing are in the numbers only: many closed before there was anything to give."
        )
    )
    widgets.chart(
        enablement_matrix.matrix(rows, look),
        enablement_matrix.matrix_table(rows, none, look),
        enablement_matrix.matrix_alt(rows, look),
        "enablement-matrix",
        enablement_matrix.matrix_shares(look),
    )
    lines = [f"**{at}** {widgets.plain(said)}" for at, said in enablement_matrix.numbered(rows)]
    st.markdown("  \n".join(f":small[{line}]" for line in lines))


_PICTURES: Mapping[str, tuple[tuple[Text, Callable[[Asked], None]], ...]] = {
    "conversion": ((_FAR, _funnel),),
    "training": ((_TRAINED, _trained), (_TRAINED, _impact)),
    "cycle": ((_OPEN, _closing), (_STAYING, _staying)),
    "response": ((_WAITED, _speed),),
    "content-use": ((_CONTENT, _content),),
    "works": ((_CONTENT, _content), (_WAITED, _speed), (_NEW, _ramp), (_TRAINED, _impact)),
}
