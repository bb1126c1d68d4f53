"""Does a result stand without each of its segments?"""

from core.lead_lag.pooling.members import Members
from core.lead_lag.searches import Asked, Draws
from core.lead_lag.significance import without


def without_each(members: Members) -> dict[int, tuple[float, float]]:
    """For each segment that counts: p of the others, and their r in the best window of all."""
    asked, place = members.asked, members.place
    plan = asked.plan
    pair = Asked(
        asked.study,
        plan.leading[place],
        plan.lagging[[place]],
        plan.lost[[place]],
        plan.windows,
        plan.searched[[place]],
    )
    draws = Draws(asked.options, len(asked.study.index)).batch(0)
    window = int(asked.results.forwards.best[place])
    left = without(pair.parts(draws), plan.windows, plan.searched[[place]])
    return {at: (float(left[at].p[0]), float(left[at].r[0, window])) for at in members.counting}
