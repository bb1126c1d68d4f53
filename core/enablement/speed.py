"""Of the leads that waited so long for their first answer, how many became deals: associated only.

A lead that buys is also answered sooner because it asks more plainly, so this shows no cause.
"""

import pandas as pd

from core.enablement.answers_to_leads import responses
from core.enablement.counting import shared
from core.enablement.ledger import Ledger, NotComputable
from core.enablement.model import Asked, Measured
from core.enablement.opportunities import leads_so_far
from core.enablement.waits import EDGES, UNANSWERED, WAITED, WORDS
from core.language import text

RIPE_DAYS = 30  # younger leads have hardly had the time to become deals
_NONE_RIPE = text("not computable, because every lead is younger than {days} days", days=RIPE_DAYS)


def conversion_by_wait(book: Ledger, asked: Asked) -> tuple[Measured, ...]:
    """leads that became deals / leads, by how long they waited, the quickest first.

    Leads younger than RIPE_DAYS are left out. Raises NotComputable.
    """
    became = leads_so_far(book)[["became_deal", "watched"]]
    leads = responses(book, asked).timed.join(became.add_prefix("own_"), how="inner")
    ripe = leads[leads["own_watched"] >= RIPE_DAYS]
    if ripe.empty or not ripe["own_became_deal"].any():
        raise NotComputable(_NONE_RIPE)
    steps = pd.cut(ripe["waited"], EDGES, labels=[one for one in WORDS if one != UNANSWERED])
    words = steps.astype("string").where(ripe["answered_at"].notna(), UNANSWERED)
    became_of = ripe["own_became_deal"].groupby(words)
    part, whole = became_of.sum(), became_of.count()
    return tuple(
        shared(
            Measured("lead_conversion", by=WAITED, group=word), int(part[word]), int(whole[word])
        )
        for word in WORDS
        if word in whole.index
    )
