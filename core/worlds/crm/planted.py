"""What the use of content and the courses do, worked out from the habits that make them."""

import pandas as pd

from core.worlds.crm.courses import DECOY as CLOSING
from core.worlds.crm.courses import HELPS as ANSWERING
from core.worlds.crm.courses import PICKED_OVER
from core.worlds.crm.deals import LARGE, large_factors, proof_factors
from core.worlds.crm.library import DECOY, HELPS, idle_share
from core.worlds.crm.model import ContentTruth, Habits, TrainingTruth


def content_truth(habits: Habits) -> ContentTruth:
    """Chances of the usual regions, of deals that reached the proposal."""
    win = habits.regions[0].win_from("proposal")
    helped, alone = proof_factors(habits)
    large, smaller = large_factors(habits)
    return ContentTruth(
        helps=HELPS,
        share=habits.proof_share,
        win_with=win * helped,
        win_without=win * alone,
        decoy=DECOY,
        decoy_lift=0.0,
        large_from=LARGE,
        win_large=win * large,
        win_smaller=win * smaller,
        idle=idle_share(),
    )


def training_truth(habits: Habits) -> TrainingTruth:
    """Chances of a genuine lead, and months of the calendar."""
    first = pd.Period(habits.first, freq="M")
    return TrainingTruth(
        helps=ANSWERING,
        month=str(first + habits.answer_month),
        teams=habits.answer_teams,
        before=habits.fast_share,
        after=habits.trained_fast_share,
        decoy=CLOSING,
        decoy_month=str(first + habits.closing_month),
        picked_over=PICKED_OVER,
        decoy_gain=0.0,
    )
