"""Metrics of quotations and proposals."""

from core.language import text
from core.metrics.spec import Aggregate, Metric, Role, aliases

QUOTATIONS = (
    Metric(
        id="proposals",
        name=text("Proposals sent"),
        meaning=text("Proposals and quotations sent to customers."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "penawaran dikirim, quotes issued, penawaran dibuat, jumlah penawaran, proposals "
            "submitted, proposals, proposals sent, quotes, quotes sent, quotations, quotations "
            "sent, offers sent, offers, tenders submitted, penawaran, penawaran terkirim, "
            "proposal terkirim, surat penawaran, quotation terkirim, sph, penawaran harga"
        ),
        usual_lead=(1, 3),
        gamed=text("Proposals nobody asked for are sent."),
        guard="win_rate",
    ),
    Metric(
        id="proposal_value",
        name=text("Value of proposals"),
        meaning=text("Value of the proposals and quotations sent in the period."),
        role=Role.LEADING,
        better="up",
        unit="money",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "proposal value, value of proposals, quotation value, quoted value, nilai penawaran, "
            "nilai proposal, nilai quotation"
        ),
        usual_lead=(1, 3),
        gamed=text("Offers are padded with items nobody asked for."),
        guard="win_rate_value",
    ),
)
