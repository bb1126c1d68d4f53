"""The answer to “Did it work?” as one row, to download."""

import pandas as pd

from core.enablement.impact import Impact, verdict_said
from core.language import Language, Text, text
from core.periods import label


def impact_table(found: Impact, language: Language) -> pd.DataFrame:
    """What was asked and answered; amounts in the indicator's unit, shares as fractions."""
    told: list[tuple[Text, object]] = [
        (text("Indicator"), found.metric.name.to(language)),
        (text("Date"), found.when.isoformat()),
        (text("First period after"), label(found.first)),
        (text("Treated"), ", ".join(found.asked.treated)),
        (text("Comparison"), ", ".join(found.asked.comparison)),
        (text("Answer"), verdict_said(found.verdict).to(language)),
        (text("Difference"), found.effect.value),
        (text("Difference, from"), found.effect.low),
        (text("Difference, to"), found.effect.high),
        (Text("p"), found.p),
        (text("Periods before"), found.before),
        (text("Periods after"), found.after),
        (text("Mean before"), found.mean_before),
        (text("Mean after"), found.mean_after),
        (text("Other dates"), found.others.n),
        (text("Other dates that give as much"), found.others.as_much),
    ]
    return pd.DataFrame(
        [[value for _, value in told]], columns=[one.to(language) for one, _ in told]
    )
