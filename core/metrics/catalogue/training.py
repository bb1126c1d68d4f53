"""Metrics of training."""

from core.language import text
from core.metrics.catalogue import course_flows as courses
from core.metrics.spec import Aggregate, Metric, Role, aliases

TRAINING = (
    Metric(
        id="training_hours",
        name=text("Staff development hours"),
        meaning=text("Hours of training and coaching that staff received."),
        role=Role.LEADING,
        better="up",
        unit="hours",
        aggregate=Aggregate.SUM,
        measures=(courses.HOURS,),
        aliases=aliases(
            "training hours, staff development hours, staff development, development hours, hours "
            "of training, coaching hours, jam pelatihan, jam pengembangan staf, jam pengembangan "
            "karyawan, pengembangan staf, jam training, jam coaching, pelatihan, training"
        ),
        usual_lead=(2, 6),
        gamed=text("Hours are sat through rather than used."),
        guard="win_rate",
    ),
    Metric(
        id="training_completion",
        name=text("Training completion"),
        meaning=text("Share of assigned training that was completed."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(courses.COMPLETION,),
        aliases=aliases(
            "training completion, training completion rate, course completion, course completion "
            "rate, penyelesaian pelatihan, tingkat penyelesaian pelatihan"
        ),
        usual_lead=(2, 6),
        gamed=text("Courses are clicked through."),
        guard="win_rate",
    ),
    Metric(
        id="training_on_time",
        name=text("Training completed on time"),
        meaning=text("Share of the training due in the period that was completed by its due date."),
        role=Role.LEADING,
        better="up",
        unit="rate",
        aggregate=Aggregate.MEAN,
        measures=(courses.ON_TIME,),
        aliases=aliases(
            "training completed on time, on time training, pelatihan selesai tepat waktu"
        ),
        usual_lead=(2, 6),
        gamed=text("Courses are clicked through."),
        guard="win_rate",
    ),
)
