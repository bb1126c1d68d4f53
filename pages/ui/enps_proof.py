"""The attack on the figures on show: whether anybody could be worked out from them."""

import streamlit as st

from core.figures.enps_groups import group_name
from core.language import Text, counted, text
from core.people import Proof, prove
from core.people.privacy.plan import Group
from pages.ui import session, survey_waves, widgets
from pages.ui.session import t

_SECONDS = 20


def show() -> None:
    """A button, and what the attack found."""
    st.subheader(t("Can anybody be worked out?"))
    st.caption(
        t(
            "The attack does what somebody could do who knows who is in which group: for every few "
            "people it looks for other answers that agree with all figures on show, whether added, "
            "subtracted or pinned by whole numbers. Who gave which answer cannot be told from "
            "figures of everybody: every point, means, links and comments."
        )
    )
    if st.button(
        t("Check that nobody can be worked out"), key="enps-proof", icon=":material/shield:"
    ):
        _told(_attacked())


def _attacked() -> Proof:
    """The attack, with how far it is."""
    bar, language = st.progress(0.0, t("Attacking the figures on show …")), session.language()

    def drawn(share: float, doing: Text) -> None:
        bar.progress(min(1.0, share), doing.to(language))

    proof = prove(survey_waves.all_shown(), seconds=_SECONDS, progress=drawn)
    bar.empty()
    return proof


def _told(proof: Proof) -> None:
    st.markdown(widgets.plain(_tried(proof)))
    if not proof.holds:
        named = "; ".join(_named(wave, union) for wave, union in proof.computed)
        open_ = text("These can be worked out: {groups}. Do not pass the figures on.", groups=named)
        st.error(widgets.plain(open_), icon=":material/gpp_bad:")
    elif not proof.targets:
        none = text("There is nobody to attack: no group or crossing of fewer than {floor}.",
                    floor=proof.floor)  # fmt: skip
        st.success(widgets.plain(none), icon=":material/verified_user:")
    elif not proof.open:
        said = text("Nobody could be worked out.")
        st.success(widgets.plain(said), icon=":material/verified_user:")
    widgets.notices(_left_out(proof))


def _tried(proof: Proof) -> Text:
    waves = counted("{n} wave", "{n} waves", proof.waves)
    figures = counted("{n} figure on show", "{n} figures on show", proof.figures)
    targets = counted(
        "{n} set of fewer than {floor} people", "{n} sets of fewer than {floor} people",
        proof.targets, floor=proof.floor,
    )  # fmt: skip
    return text("Attacked: {waves}, {figures}, {targets}.", waves=waves, figures=figures,
                targets=targets)  # fmt: skip


def _left_out(proof: Proof) -> list[Text]:
    """What the attack did not settle."""
    told = []
    if proof.open:
        told.append(
            counted(
                "{n} set was not settled in {seconds} seconds: it may be safe or not. Try again.",
                "{n} sets or more were not settled in {seconds} seconds: they may be safe or not. "
                "Try again.",
                proof.open, seconds=_SECONDS,
            )
        )  # fmt: skip
    if not proof.whole:
        told.append(text("There are so many small crossings that sets of three and four of them "
                         "were not attacked."))  # fmt: skip
    told += [
        text("Not attacked: {wave}. Its answers are no longer those of its figures.", wave=one)
        for one in proof.left_out
    ]
    return told


def _named(wave: str, union: tuple[Group, ...]) -> str:
    look = widgets.look({})
    cells = " + ".join(group_name(one, look) for one in union)
    return f"{cells} ({wave})" if wave else cells
