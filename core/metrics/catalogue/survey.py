"""Metrics of surveys: customers and staff."""

from core.language import text
from core.metrics.catalogue import survey_flows as answers
from core.metrics.spec import Aggregate, Metric, Role, aliases

SURVEY = (
    Metric(
        id="csat",
        name=text("Customer satisfaction"),
        meaning=text("How satisfied customers say they are, by survey."),
        role=Role.LAGGING,
        better="up",
        unit="score",
        aggregate=Aggregate.MEAN,
        measures=(answers.SATISFIED,),
        aliases=aliases(
            "csat score, skor csat, csat, customer satisfaction, customer satisfaction score, "
            "customer satisfaction rating, satisfaction, satisfaction score, customer rating, "
            "kepuasan pelanggan, skor kepuasan, skor kepuasan pelanggan, peringkat kepuasan "
            "pelanggan, indeks kepuasan pelanggan, kepuasan, guest satisfaction, kepuasan tamu, "
            "tingkat kepuasan pelanggan, rating pelanggan"
        ),
        gamed=text("Only happy customers are asked."),
        guard="complaints",
    ),
    Metric(
        id="nps",
        name=text("Net promoter score"),
        meaning=text("Share of customers who would recommend less those who would not."),
        role=Role.LAGGING,
        better="up",
        unit="score",
        aggregate=Aggregate.MEAN,
        measures=(answers.PROMOTERS,),
        aliases=aliases("nps score, nps, net promoter score, skor nps, skor promotor bersih"),
        gamed=text("Only happy customers are asked."),
        guard="churn_rate",
    ),
    Metric(
        id="enps",
        name=text("Employee net promoter score"),
        meaning=text("Share of staff who would recommend working here less those who would not."),
        role=Role.LEADING,
        better="up",
        unit="score",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "enps score, skor enps, enps, employee nps, employee net promoter score, skor "
            "promotor karyawan"
        ),
        usual_lead=(2, 6),
        gamed=text("Answers are asked for in front of the manager."),
        guard="staff_turnover",
    ),
    Metric(
        id="pulse",
        name=text("Pulse score"),
        meaning=text("Mean answer to the short regular staff survey."),
        role=Role.LEADING,
        better="up",
        unit="score",
        aggregate=Aggregate.MEAN,
        aliases=aliases(
            "pulse, pulse score, pulse survey, pulse survey score, employee engagement, employee "
            "satisfaction, skor pulse, survei pulse, kepuasan karyawan, keterlibatan karyawan, "
            "semangat tim"
        ),
        usual_lead=(2, 6),
        gamed=text("Answers are asked for in front of the manager."),
        guard="staff_turnover",
    ),
    Metric(
        id="reviews",
        name=text("Reviews"),
        meaning=text("Reviews written by customers in the period."),
        role=Role.LEADING,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        aliases=aliases(
            "reviews, new reviews, customer reviews, online reviews, ulasan, ulasan baru, ulasan "
            "pelanggan"
        ),
        usual_lead=(1, 4),
        gamed=text("Reviews can be bought."),
        guard="csat",
    ),
    Metric(
        id="survey_answers",
        name=text("Survey answers"),
        meaning=text("Answers of customers to a survey in the period."),
        role=Role.NEITHER,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(answers.ANSWERS,),
        aliases=aliases(
            "survey answers, survey responses, responses received, surveys completed, jawaban "
            "survei, survei terisi, jumlah responden"
        ),
        gamed=text("Only happy customers are asked."),
        guard="response_rate",
    ),
    Metric(
        id="surveys_sent",
        name=text("Surveys sent"),
        meaning=text("Customers who were asked in the period."),
        role=Role.NEITHER,
        better="up",
        unit="count",
        aggregate=Aggregate.SUM,
        measures=(answers.SENT,),
        aliases=aliases(
            "surveys sent, survey invitations, customers surveyed, survei terkirim, survei dikirim"
        ),
        gamed=text("Only happy customers are asked."),
        guard="response_rate",
    ),
    Metric(
        id="response_rate",
        name=text("Response rate of surveys"),
        meaning=text("Customers who answered as a share of those asked."),
        role=Role.NEITHER,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(answers.RESPONSE_RATE, answers.RESPONSE_RATE_OF_SHEETS),
        contains=("survey_answers", "surveys_sent"),
        aliases=aliases(
            "survey response rate, response rate of surveys, tingkat respons survei, tingkat "
            "pengisian survei"
        ),
        gamed=text("Those unlikely to answer are not asked."),
        guard="csat",
    ),
)
