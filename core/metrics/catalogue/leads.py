"""Metrics of the table of leads: who asked, who fits, who was answered."""

from core.language import text
from core.metrics.catalogue import lead_flows as leads
from core.metrics.spec import Aggregate, Metric, Role, aliases

LEADS = (
    Metric(
        id="enquiries",
        name=text("Enquiries"),
        meaning=text(
            "People who asked about the offer for themselves, by form, chat, phone or mail."
        ),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(leads.ENQUIRIES,),
        aliases=aliases(
            "enquiries, enquiry, inquiries, customer enquiries, customer inquiries, inbound "
            "enquiries, new enquiries, requests for information, rfi, permintaan masuk, "
            "pertanyaan pelanggan, permintaan pelanggan, pertanyaan masuk, permintaan informasi, "
            "inquiry masuk, inkuiri, chat masuk"
        ),
        usual_lead=(1, 3),
        gamed=text("Spam and people who ask twice are counted too."),
        guard="qualified_leads",
    ),
    Metric(
        id="new_leads",
        name=text("New leads"),
        meaning=text("Possible customers first recorded in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(leads.NEW,),
        aliases=aliases(
            "leads, new leads, lead baru, leads baru, prospek, prospek baru, calon pelanggan, "
            "calon pelanggan baru, calon pembeli, lead masuk, prospek masuk, leads created, new "
            "leads created, new prospects, prospects, leads generated, inbound leads, arahan baru"
        ),
        usual_lead=(1, 4),
        gamed=text("Lists bought or contacts nobody asked for raise the count."),
        guard="qualified_leads",
    ),
    Metric(
        id="qualified_leads",
        name=text("Qualified leads"),
        meaning=text("Leads that were checked and fit the offer."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(
            leads.QUALIFIED_BY_DAY,
            leads.QUALIFIED_OF_MONTH,
        ),
        aliases=aliases(
            "qualified leads, mql, mqls, sql, sqls, marketing qualified leads, sales qualified "
            "leads, lead berkualitas, leads berkualitas, prospek berkualitas, prospek "
            "terkualifikasi, leads terkualifikasi, prospek memenuhi syarat, hot leads, hot "
            "prospek, prospek panas"
        ),
        usual_lead=(1, 3),
        gamed=text("The bar for “qualified” is lowered."),
        guard="lead_conversion",
    ),
    Metric(
        id="qualified_share",
        name=text("Qualified share of leads"),
        meaning=text("Qualified leads as a share of all new leads."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(
            leads.QUALIFIED_SHARE,
            leads.QUALIFIED_SHARE_SO_FAR,
        ),
        contains=(
            "qualified_leads",
            "new_leads",
        ),
        aliases=aliases(
            "qualified share, qualified rate, lead quality, lead quality rate, porsi prospek "
            "berkualitas, persentase lead berkualitas, kualitas lead, kualitas prospek, tingkat "
            "kualifikasi"
        ),
        usual_lead=(1, 3),
        gamed=text("The bar for “qualified” is lowered."),
        guard="lead_conversion",
    ),
    Metric(
        id="lead_conversion",
        name=text("Lead conversion"),
        meaning=text("Share of the leads of the period that became an opportunity so far."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(
            leads.CONVERSION,
            leads.CONVERSION_BY_FLAG,
            leads.CONVERSION_BY_DEAL,
            leads.CONVERSION_BY_STATUS,
        ),
        contains=("new_leads",),
        aliases=aliases(
            "lead conversion, lead conversion rate, lead to opportunity, lead to opportunity "
            "rate, lead to opportunity conversion, conversion rate, conversion, konversi, tingkat "
            "konversi, rasio konversi, konversi prospek, konversi lead, tingkat konversi lead, "
            "tingkat konversi prospek, cvr"
        ),
        usual_lead=(1, 3),
        gamed=text("Weak leads are left unrecorded, so the share rises."),
        guard="new_leads",
    ),
    Metric(
        id="lead_response_time",
        name=text("Lead response time"),
        meaning=text("Median time from a new lead to the first human answer, of those answered."),
        role=Role.LEADING,
        better="down",
        unit="hours",
        aggregate=Aggregate.MEAN,
        measures=(leads.RESPONSE_HOURS, leads.RESPONSE_BY_ACTIVITIES),
        aliases=aliases(
            "average response time, avg response time, rata rata waktu respons, rata rata waktu "
            "respon, average lead response time, lead response time, response time, speed to "
            "lead, time to first response, first response time, waktu respons, waktu respon, "
            "waktu respons utama, waktu respons prospek, waktu respon prospek, waktu respons "
            "lead, waktu respon lead, kecepatan respons, waktu tanggap, waktu respons pertama"
        ),
        usual_lead=(1, 2),
        gamed=text("Automatic replies are counted, and leads never answered are left out."),
        guard="lead_conversion",
    ),
    Metric(
        id="answered_in_a_day",
        name=text("Leads answered within a day"),
        meaning=text(
            "Share of all new leads that were answered within 24 hours; those never answered "
            "count as not."
        ),
        role=Role.NEITHER,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(leads.ANSWERED_IN_A_DAY,),
        contains=("new_leads",),
        aliases=aliases(
            "answered within a day, answered within 24 hours, response within sla, respons dalam "
            "24 jam, dijawab dalam sehari"
        ),
        gamed=text("Automatic replies are counted."),
        guard="lead_conversion",
    ),
    Metric(
        id="answered_in_an_hour",
        name=text("Leads answered within an hour"),
        meaning=text(
            "Share of all new leads that were answered within 60 minutes; those never answered "
            "count as not."
        ),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(leads.ANSWERED_IN_AN_HOUR,),
        contains=("new_leads",),
        aliases=aliases(
            "answered within an hour, answered within 1 hour, respons dalam 1 jam, dijawab dalam "
            "satu jam"
        ),
        usual_lead=(1, 2),
        gamed=text("Automatic replies are counted."),
        guard="lead_conversion",
    ),
    Metric(
        id="never_answered",
        name=text("Leads never answered"),
        meaning=text("Share of the new leads of the period that nobody has answered so far."),
        role=Role.LEADING,
        better="down",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(leads.NEVER_ANSWERED,),
        contains=("new_leads",),
        aliases=aliases(
            "never answered, leads never answered, unanswered leads, prospek tidak dijawab, lead "
            "tidak dijawab, tidak pernah dijawab"
        ),
        usual_lead=(1, 2),
        gamed=text("Leads are marked as answered before anybody calls."),
        guard="lead_conversion",
    ),
)
