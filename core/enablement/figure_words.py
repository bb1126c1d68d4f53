"""The words of each figure: its name, and the sentence that tells it where it has one."""

from core.language import Text, counted, text

Figure = tuple[str, str, str]  # name, variant, stat

LABELS: dict[Figure, Text] = {
    ("win_rate", "", ""): text("Win rate"),
    ("win_rate_value", "", ""): text("Win rate by value"),
    ("cohort_win_rate", "", ""): text("Won so far, of deals created"),
    ("cohort_win_rate", "", "30d"): text("Won within {n} days of their creation", n=30),
    ("cohort_win_rate", "", "60d"): text("Won within {n} days of their creation", n=60),
    ("cohort_win_rate", "", "90d"): text("Won within {n} days of their creation", n=90),
    ("won", "", ""): text("Deals won"),
    ("lost", "", ""): text("Deals lost"),
    ("open", "", ""): text("Deals still open"),
    ("revenue_won", "", ""): text("Value won"),
    ("cycle_days", "won", "median"): text("Days to win: the middle deal"),
    ("cycle_days", "won", "p90"): text("Days to win: nine in ten"),
    ("cycle_days", "lost", "median"): text("Days to lose: the middle deal"),
    ("cycle_days", "lost", "p90"): text("Days to lose: nine in ten"),
    ("cycle_days", "all", "km_median"): text("Days to close, open deals counted"),
    ("stage_days", "", "median"): text("Days in a stage: the middle visit"),
    ("stage_days", "", "p90"): text("Days in a stage: nine in ten"),
    ("stage_days", "", "km_median"): text("Days in a stage, visits still running counted"),
    ("stage_conversion", "naive", ""): text("Went on, of all that were there"),
    ("stage_conversion", "resolved", ""): text("Went on, of those that went on or were lost"),
    ("stage_conversion", "km", "30d"): text("Went on within {n} days", n=30),
    ("stage_conversion", "km", "60d"): text("Went on within {n} days", n=60),
    ("stage_conversion", "km", "90d"): text("Went on within {n} days", n=90),
    ("lead_conversion", "", ""): text("Leads that became deals so far"),
    ("lead_conversion", "", "30d"): text("Became deals within {n} days", n=30),
    ("lead_conversion", "", "60d"): text("Became deals within {n} days", n=60),
    ("lead_conversion", "", "90d"): text("Became deals within {n} days", n=90),
    ("response_s", "", "median"): text("First answer: the middle lead"),
    ("response_s", "", "p90"): text("First answer: nine in ten"),
    ("response_s", "", "km_median"): text("First answer, leads still waiting counted"),
    ("response_within", "", ""): text("Answered within the limit"),
    ("never_answered", "", ""): text("Never answered"),
    ("never_answered", "", "count"): text("Leads never answered"),
    ("content_utilisation", "", ""): text("Content in use"),
    ("content_utilisation", "all_period", ""): text("In use, of what was there all along"),
    ("content_utilisation", "adoption", ""): text("Sales people who use content"),
    ("content_utilisation", "top_tenth", ""): text("Uses that fall on the top tenth"),
    ("content_engagement", "", ""): text("Recipients who looked"),
    ("content_engagement", "view_s", "median"): text("Looked at it: the middle viewer"),
    ("content_engagement", "view_s", "p90"): text("Looked at it: nine in ten"),
    ("content_engagement", "pages", ""): text("Pages seen, of all pages sent"),
    ("content_lift", "raw", ""): text("Win rate with content less without"),
    ("content_lift", "stratified", ""): text("The same, but like compared with like"),
    ("completion_rate", "all", ""): text("Completed, of all assigned"),
    ("completion_rate", "started", ""): text("Completed, of those who started"),
    ("completion_rate", "due", ""): text("Completed in time, of what was due"),
    ("training_effect", "change", ""): text("Change after the training"),
    ("training_effect", "did", ""): text("Change beside those not trained"),
}
METRICS = {  # names of metrics of which no figure at all could be worked out
    "cycle_days": text("Sales cycle"),
    "stage_days": text("Days in a stage"),
    "stage_conversion": text("Conversion by stage"),
    "response_s": text("Lead response time"),
    "content_lift": text("Content and deals won"),
    "completion_rate": text("Training completion"),
    "training_effect": text("Effect of the training"),
}
RESULTS = {  # what people are looked at by, before and after a training
    "score": text("Score"),
    "win_rate": text("Win rate"),
    "won": text("Deals won"),
    "response_within": text("Answered within the limit"),
}
EFFECTS = {
    "change": text("{result}, change after the training"),
    "did": text("{result}, change beside those not trained"),
}
SENTENCES: dict[Figure, Text] = {
    ("win_rate", "", ""): counted(
        "Of {n} closed deal {value} was won{range}.",
        "Of {n} closed deals {value} were won{range}.",
        0,
    ),
    ("win_rate_value", "", ""): counted(
        "Of the value of {n} closed deal {value} was won{range}.",
        "Of the value of {n} closed deals {value} was won{range}.",
        0,
    ),
    ("cycle_days", "won", "median"): counted(
        "The {n} deal won took {value}{range}.",
        "Half of {n} deals won took no longer than {value}{range}.",
        0,
    ),
    ("cycle_days", "all", "km_median"): counted(
        "The {n} deal takes {value} to close{range}.",
        "Half of {n} deals close within {value}, those still open counted as open{range}.",
        0,
    ),
    ("response_s", "", "median"): counted(
        "The {n} lead answered waited {value}{range}.",
        "Half of {n} leads answered waited no longer than {value}{range}.",
        0,
    ),
    ("response_s", "", "km_median"): counted(
        "The {n} lead is answered within {value}{range}.",
        "Half of {n} leads are answered within {value}, those never answered counted as still "
        "waiting{range}.",
        0,
    ),
    ("response_within", "", ""): counted(
        "Of {n} lead {value} was answered within the limit{range}.",
        "Of {n} leads {value} were answered within the limit{range}.",
        0,
    ),
    ("never_answered", "", ""): counted(
        "Of {n} lead {value} was never answered{range}.",
        "Of {n} leads {value} were never answered{range}.",
        0,
    ),
    ("lead_conversion", "", ""): counted(
        "Of {n} lead {value} became a deal so far{range}.",
        "Of {n} leads {value} became deals so far{range}.",
        0,
    ),
    ("stage_conversion", "naive", ""): counted(
        "Of {n} deal in “{stage}” {value} went on so far{range}.",
        "Of {n} deals in “{stage}” {value} went on so far{range}.",
        0,
    ),
    ("stage_conversion", "resolved", ""): counted(
        "Of {n} deal that left “{stage}” {value} went on{range}.",
        "Of {n} deals that left “{stage}” {value} went on{range}.",
        0,
    ),
    ("content_utilisation", "", ""): counted(
        "Of {n} piece of content {value} was used{range}.",
        "Of {n} pieces of content {value} were used{range}.",
        0,
    ),
    ("content_engagement", "", ""): counted(
        "Of {n} recipient of content {value} looked at it{range}.",
        "Of {n} recipients of content {value} looked at it{range}.",
        0,
    ),
    ("content_lift", "raw", ""): counted(
        "Of {n} closed deal, one given content was won this much more often: {value}{range}. That "
        "is associated, not shown to be caused.",
        "Of {n} closed deals, those given content were won this much more often: {value}{range}. "
        "That is associated, not shown to be caused.",
        0,
    ),
    ("content_lift", "stratified", ""): counted(
        "Like compared with like, of {n} deal one given content was won this much more often: "
        "{value}{range}.",
        "Like compared with like, of {n} deals those given content were won this much more often: "
        "{value}{range}.",
        0,
    ),
    ("completion_rate", "all", ""): counted(
        "Of {n} course assigned {value} was completed{range}.",
        "Of {n} courses assigned {value} were completed{range}.",
        0,
    ),
    ("completion_rate", "started", ""): counted(
        "Of {n} course started {value} was completed{range}.",
        "Of {n} courses started {value} were completed{range}.",
        0,
    ),
    ("completion_rate", "due", ""): counted(
        "Of {n} course due {value} was completed in time{range}.",
        "Of {n} courses due {value} were completed in time{range}.",
        0,
    ),
}
