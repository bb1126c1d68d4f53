"""Samples of records: one company's exports, a hotel's bookings, the accounts of a subscription."""

from dataclasses import dataclass, replace

from core.language import Text, text
from core.worlds.crm import Company, company
from core.worlds.crm.systems import exports
from core.worlds.exports import ExportFile
from core.worlds.model import Truth
from core.worlds.samples.enablement import readme_of_enablement
from core.worlds.trades import Trade, inn, trials

CRM_SEED, TRADE_SEED = 1, 1
CRM_FILES = (
    "crm_deals.csv",
    "crm_stage_history.csv",
    "crm_leads.csv",
    "crm_activities.xlsx",
    "crm_customers.csv",
    "crm_traffic.csv",
    "crm_content_usage.xlsx",
    "crm_training.csv",
)


@dataclass(frozen=True)
class Exported:
    """A sample of records: files of sample_data that are opened together."""

    id: str
    title: Text  # what the start page calls it
    files: tuple[str, ...]


EXPORTED = (
    Exported("crm", text("Software company: CRM, web, content and training"), CRM_FILES),
    Exported("hotel", text("Hotel: its list of bookings"), ("pemesanan_hotel.csv",)),
    Exported("accounts", text("Subscriptions: trials and accounts"), ("saas_accounts.csv",)),
)


@dataclass(frozen=True)
class RecordSamples:
    """The companies behind the samples and every file, named as in sample_data."""

    company: Company
    hotel: Trade
    accounts: Trade
    files: tuple[ExportFile, ...]


def record_samples() -> RecordSamples:
    """All samples of records: the company in English, the hotel in Indonesian."""
    crm, hotel, accounts = company(CRM_SEED), inn(TRADE_SEED), trials(TRADE_SEED)
    (bookings,) = hotel.files("id")
    traffic, _ = exports(crm, "analytics", "en")
    return RecordSamples(
        crm,
        hotel,
        accounts,
        (
            *(_named(file) for file in exports(crm, "sheets", "en")),
            *(_named(file) for file in exports(crm, "enablement", "en")),
            replace(traffic, name="crm_traffic.csv"),
            replace(bookings, name="pemesanan_hotel.csv"),
            *accounts.files("en"),
        ),
    )


def readme_of_records(samples: RecordSamples) -> str:
    """What was planted in the records."""
    truth = samples.company.truth
    hotel, accounts = samples.hotel.facts, samples.accounts.facts
    return _README.format(
        steps="; ".join(_step(one) for one in truth.leads),
        through="; ".join(_step(one) for one in truth.through),
        fast=truth.fast_conversion,
        slow=truth.slow_conversion,
        ratio=truth.response_ratio,
        stages=", ".join(f"{stage} {share:.0%}" for stage, share in truth.stage_conversion.items()),
        win=truth.win_rate,
        cycle=truth.cycle_days,
        region=truth.elsewhere.id.capitalize(),
        other_win=truth.elsewhere.win_rate,
        other_cycle=truth.elsewhere.cycle_days,
        churn=truth.churn,
        enablement=readme_of_enablement(samples.company),
        cancelled=hotel["cancellation_rate"],
        booked=hotel["lead_days"],
        paid=accounts["trial_to_paid"],
        left=accounts["churn_rate"],
    )


def _named(file: ExportFile) -> ExportFile:
    stem, _, ending = file.name.partition("-en")
    return replace(file, name=f"crm_{stem}{ending}")


def _step(one: Truth) -> str:
    months = "month" if one.lead == 1 else "months"
    return f"{_SAID[one.leading]} {one.lead} {months} before {_SAID[one.lagging]}"


_SAID = {
    "sessions": "web sessions",
    "new_leads": "new leads",
    "demos": "demos booked",
    "revenue": "revenue",
}
_README = """
## Records

Samples of records instead of figures: one row a deal, a lead, a call. 36 complete months, January
2023 to December 2025; what happened later is not known. Deals, bookings and accounts go back to
the first one in 2022, so no month of them is there in part. Every figure follows from the rows.

**One company that sells software to companies** (`core.worlds.crm`): `crm_deals.csv`,
`crm_stage_history.csv`, `crm_leads.csv`, `crm_activities.xlsx`, `crm_customers.csv`,
`crm_traffic.csv` (as Google Analytics exports it), `crm_content_usage.xlsx`, `crm_training.csv`.
The same company is written the way HubSpot, Salesforce and Pipedrive export it, in English and
Indonesian, by `core.worlds.crm.systems`.

- **What leads:** {steps}.
- **And so also:** {through}.
- **What does not:** social sessions only grow, calls only share the season, e-mails follow the won
  deals, referred leads are noise.
- **Response time:** of the leads answered within the hour {fast:.0%} become deals, of those
  answered later {slow:.0%}: {ratio:.1f} times better. Spam, duplicates and the unanswered never do.
  The first response is a person's, in Jakarta time (WIB); leads come on every day between seven and
  ten at night. A few were called before they were typed in.
{enablement}- **Past each stage:** {stages}.
- **Win rate and cycle:** {win:.0%} of closed deals, a median of {cycle:.0f} days to a won close.
  In {region} it is {other_win:.0%} and {other_cycle:.0f} days.
- **Churn:** {churn:.0%} of customers a month.

Rates are chances, so the rows scatter about them. A deal counts as past a stage when it is seen
later in the order: some skip a stage, some go back, some rows of the history change the amount
alone.

**A hotel's bookings**, in Indonesian: `pemesanan_hotel.csv`. Bookings, by the day they are made,
come 2 months before revenue by the day of check-in; {cancelled:.0%} are cancelled, the median
booking is made {booked:.0f} days ahead.

**Accounts of a subscription**: `saas_accounts.csv`. Trials, by the day they start, come 2 months
before new MRR by the day of the first payment; {paid:.0%} of trials pay, {left:.0%} of those leave
a month.
"""
