"""Training: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.model import TableKind

TRAINING = Kind(
    TableKind.TRAINING,
    frozenset({"course", "content"}),
    ("learner_id", "course_id", "completed_at"),
    (
        "learner_id",
        "course_id",
        "enrolled_at",
        "assigned_at",
        "attempts",
        "unenrolled_at",
        "completed_at",
    ),
    (
        Field(
            "learner_id",
            Shape.ID,
            "learner id, user id, learner, user name, user, learner name, employee id, "
            "learner email, ~email, ~name, email address, full name, ~owner, id learner name, ~id, "
            "unique user id",
        ),
        Field(
            "course_id",
            Shape.ID,
            "course id, course code, course no, course, course name, course title, ~content id, "
            "~title, ~content, course content, ~content name",
        ),
        Field("run", Shape.CATEGORY, "run, course run, session, batch, course batch, run name"),
        Field("assigned_at", Shape.DATE, "assigned date, assignment date, course assigned date"),
        Field(
            "enrolled_at",
            Shape.DATE,
            "enrolled date, enrollment date, registered date, registration date, sign up date, "
            "join date, course enrolled date",
        ),
        Field(
            "started_at",
            Shape.DATE,
            "started date, start date, course start date, time started, first access date, "
            "begin date, launched date",
        ),
        Field(
            "completed_at",
            Shape.DATE,
            "completed date, completion date, finish date, course completed date, "
            "course complete, "
            "end date, ~date, passed date, completed, course completion date, ~close date",
        ),
        Field("due_at", Shape.DATE, "due date, deadline, due, complete due date, course due date"),
        Field(
            "unenrolled_at",
            Shape.DATE,
            "unenrolled date, withdrawn date, dropped date, unenrollment date, cancelled date",
        ),
        Field(
            "status",
            Shape.CATEGORY,
            "status, completion status, course status, enrollment status, state, progress status, "
            "learner status, training status, ~outcome",
            "learning",
        ),
        Field(
            "score",
            Shape.SCORE,
            "score, final score, test score, grade, quiz score, course score, learner score, "
            "exam score, best score, post test score, assessment score",
        ),
        Field(
            "attempts",
            Shape.NUMBER,
            "attempt, attempt count, number of attempt, total attempt, test attempt",
        ),
        Field(
            "hours",
            Shape.NUMBER,
            "hour, training hour, duration hour, course hour, learning hour, duration, "
            "time spent, hour viewed, "
            "course duration, total hour, credit hour",
        ),
        Field(
            "treated",
            Shape.YES_NO,
            "treated, is treated, treatment, treatment group, exposed group, test group",
        ),
        Field("-", Shape.CATEGORY, "team, group name, job title, manager, learner team, level"),
        Field("-", Shape.PERCENT, "percent completed, progress, progress rate, completion rate"),
        Field(
            "-",
            Shape.DATE,
            "last access date, last seen, certificate date, archived date, last viewed date, "
            "first viewed date",
        ),
        Field(
            "-",
            Shape.NUMBER,
            "course completed count, total view, course assigned count, total assessment, "
            "assessment completed, assessment count, number of assessment",
        ),
    ),
    date="completed_at",
    needs=("course_id", "status", "enrolled_at", "assigned_at", "score"),
    many="course_id",
)
