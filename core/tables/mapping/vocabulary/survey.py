"""Surveys: who answered, when, and what; the questions themselves are columns or rows."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.model import TableKind

SURVEY = Kind(
    TableKind.SURVEY,
    frozenset({"survey"}),
    ("submitted_at", "question", "score"),
    ("response_id", "question", "scale_min", "scale_max", "comment"),
    (
        Field(
            "response_id",
            Shape.ID,
            "response id, respondent id, ~id, no, survey response id, answer id, submission id, "
            "survey id response, form response id",
        ),
        Field(
            "respondent",
            Shape.NAME,
            "respondent, email, email address, user name, respondent email, employee id, "
            "respondent name, user id, employee email, ~name, ~full name, ~contact, "
            "~employee name, "
            "~recipient email, user, anonymous id",
        ),
        Field(
            "submitted_at",
            Shape.DATE,
            "submitted date, timestamp, submit date, completion time, date submitted, end date, "
            "recorded date, survey date, response date, ~date, answered date, snapshot, "
            "~datestamp, complete date, submission time, response submitted date, wave date",
        ),
        Field(
            "question",
            Shape.TEXT,
            "question, question text, survey question, statement, item, question name, ~factor",
            "sentence",
        ),
        Field(
            "score",
            Shape.SCORE,
            "score, response, answer, rating, answer value, response value, nps score, enps, nps, "
            "answer score, recommend score, ~value, numeric answer, ~response text, ~answer text",
        ),
        Field("scale_min", Shape.NUMBER, "scale minimum, minimum score, minimum, scale from"),
        Field("scale_max", Shape.NUMBER, "scale maximum, maximum score, maximum, scale to"),
        Field(
            "comment",
            Shape.TEXT,
            "comment, feedback, open ended response, additional comment, other comment, "
            "suggestion, "
            "comment text, reason for score",
        ),
        Field(
            "-",
            Shape.ANY,
            "start time, start date, last modified date, ip address, network id, first name, "
            "last name, collector id, custom data, progress, duration, duration second, finished, "
            "status, user language, distribution channel, last page, start language, seed, token, "
            "referrer url, response type, stage date, tag, survey id, total point, note, "
            "date last action, date started, external reference, recipient last name, score sum, "
            "recipient first name, location latitude, location longitude, access code, quota",
        ),
        Field(
            "-",
            Shape.CATEGORY,
            "team, department, manager, region, location, tenure, job title, role, level, "
            "position, "
            "gender, age, office, branch, division, direct manager, length of service, generation",
        ),
    ),
    date="submitted_at",
)
