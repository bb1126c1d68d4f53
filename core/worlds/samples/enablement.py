"""What was planted in the use of content and in the courses, and what only looks like it."""

import pandas as pd

from core.worlds.crm import Company


def readme_of_enablement(company: Company) -> str:
    """Lines of the list of planted truths, with what the rows seem to say beside it."""
    content, training = company.truth.content, company.truth.training
    return _README.format(
        with_=content.win_with,
        without=content.win_without,
        large_from=content.large_from / 1e6,
        large=content.win_large,
        smaller=content.win_smaller,
        proof_raw=_raw_lift(company, content.helps) * 100,
        decoy_raw=_raw_lift(company, content.decoy) * 100,
        idle=content.idle,
        month=training.month,
        teams=" and ".join(team.capitalize() for team in training.teams),
        before=training.before,
        after=training.after,
        decoy_month=training.decoy_month,
        picked_over=training.picked_over,
        picked=" and ".join(sorted(_learners(company, training.decoy))),
        seeming=_rise_since_picked(company) * 100,
    )


def _raw_lift(company: Company, category: str) -> float:
    """Share won of the closed deals that were sent some before the close, less that of others."""
    used, deals = company.content, company.deals
    sent = used[(used["action"] == "share") & (used["category"] == category)]
    closed = deals[deals["status"] != "open"]
    given = closed["deal_id"].map(sent.groupby("deal_id")["occurred_at"].min())
    given, won = given < closed["closed_at"], closed["status"] == "won"
    return float(won[given].mean() - won[~given].mean())


def _rise_since_picked(company: Company) -> float:
    """Win rate of those sent to the decoy, half a year after its month less the months before."""
    training = company.truth.training
    deals = company.deals[company.deals["owner"].isin(_learners(company, training.decoy))]
    closed = deals[deals["status"] != "open"]
    month = pd.PeriodIndex(closed["closed_at"], freq="M")
    at = pd.Period(training.decoy_month, freq="M")
    won = closed["status"] == "won"
    before = won[(month >= at - training.picked_over) & (month < at)]
    return float(won[(month > at) & (month <= at + 6)].mean() - before.mean())


def _learners(company: Company, course: str) -> set[str]:
    return set(company.training.loc[company.training["course"] == course, "learner"])


_README = """\
- **Content that helps:** outside the region named below, deals that reached the proposal are won
  {with_:.0%} of the time where a case study was sent between the demo and the proposal,
  {without:.0%} where none was. (Of all closed deals the rows say {proof_raw:+.0f} points.)
- **Content that does not:** datasheets. They are sent while a deal is open, so deals that live on
  get them, and sooner to deals of {large_from:.0f} million rupiah and more, which are won
  {large:.0%} of the time from the proposal on and smaller ones {smaller:.0%}, whatever they are
  sent. The rows say {decoy_raw:+.0f} points; among deals of one size that are open on the same day
  of their lives it is 0. Decks, one-pagers and videos add nothing either.
- **The content log:** {idle:.0%} of the assets are never sent or taken, some are younger than 30
  days, some archived. Filters of mail open links several times in one second; reps look themselves.
- **A course that helps:** “Answer within the hour”, completed in {month} by the reps of {teams}
  and by nobody else. Of their genuine leads {before:.0%} were answered within the hour
  before it, {after:.0%} after; of the others' {before:.0%} throughout.
- **A course that does not:** “Closing clinic” in {decoy_month}, for the reps who had won least
  over the {picked_over} months before ({picked}). Half a year later their win rate is
  {seeming:+.0f} points, though nothing changed for them: who was picked for a bad spell does better
  after it. Product updates and onboarding are for everybody.
"""
