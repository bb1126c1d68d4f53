"""Metrics of keeping in touch: how often, by mail, by following up."""

from core.language import text
from core.metrics.catalogue import activity_flows as did
from core.metrics.spec import Aggregate, Metric, Role, aliases

CONTACTS = (
    Metric(
        id="contact_frequency",
        name=text("Contact frequency"),
        meaning=text("Contacts for each deal or lead that was contacted in the period."),
        role=Role.LEADING,
        better="up",
        unit="ratio",
        aggregate=Aggregate.MEAN,
        measures=(
            did.CONTACTS,
            did.CONTACTS_OF_LEADS,
        ),
        aliases=aliases(
            "contact frequency, customer contact frequency, touches per lead, touches per "
            "account, contacts per customer, frekuensi kontak, frekuensi kontak pelanggan, "
            "frekuensi kontak dengan pelanggan, kontak per pelanggan"
        ),
        usual_lead=(1, 3),
        gamed=text("Mass mails are counted as contact."),
        guard="lead_conversion",
    ),
    Metric(
        id="emails_sent",
        name=text("E-mails sent"),
        meaning=text("E-mails sent to customers and possible customers."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.MAILS,),
        aliases=aliases(
            "emails, emails sent, e-mails sent, email terkirim, surel terkirim, email blast, wa "
            "blast, whatsapp blast"
        ),
        usual_lead=(1, 2),
        gamed=text("More mails to the same list raise the count and the complaints."),
        guard="email_open_rate",
    ),
    Metric(
        id="follow_ups",
        name=text("Follow-ups"),
        meaning=text("Follow-ups to leads, quotations or customers."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(did.FOLLOW_UPS,),
        aliases=aliases("follow ups, follow up, followups, tindak lanjut, fu prospek"),
        usual_lead=(1, 2),
        gamed=text("Follow-ups are ticked off without a conversation."),
        guard="lead_conversion",
    ),
)
