"""Six companies as data: who leads, by how long, and what only looks as if it did.

Magnitudes are those of a mid-sized Indonesian firm. Money is in millions of rupiah; the hotel
keeps rupiah.
"""

from core.worlds.make import grow
from core.worlds.model import Decoys, Echo, Plan, Truth, World


def sales_team(months: int = 60, seed: int = 1) -> World:
    """A business-to-business sales team: meetings come two months before revenue."""
    plans = (
        Plan("sessions", 4200, own=0.03, growth=0.018, counted=True),
        Plan("new_leads", 260, own=0.12, growth=0.006, counted=True),
        Plan("calls", 1450, own=0.05, growth=0.003, season="offices", lebaran=-0.1, counted=True),
        Plan("meetings", 420, own=0.2, growth=0.007, counted=True),
        Plan("pipeline_value", 9800, own=0.1, growth=0.009, memory=0.5),
        Plan("training_hours", 96, own=0.25, digits=0),
        Plan(
            "revenue",
            2400,
            own=0.09,
            growth=0.012,
            season="offices",
            lebaran=-0.06,
            echo=Echo("meetings", 2, 0.75),
            digits=1,
        ),
        Plan("marketing_spend", 140, own=0.06, growth=0.01, echo=Echo("revenue", 2, 0.9), digits=1),
        Plan("win_rate", 0.27, own=0.12, digits=3),
    )
    return World(
        "sales_team",
        "general",
        grow(plans, "2021-01", months, seed),
        (Truth("meetings", "revenue", 2, 1),),
        Decoys("sessions", "calls", "marketing_spend", "training_hours"),
    )


def retail(months: int = 60, seed: int = 1) -> World:
    """A shop: enquiries come two months before sales; stock turnover contains sales."""
    plans = (
        Plan("footfall", 12400, own=0.03, season="shops", lebaran=0.2, counted=True),
        Plan("enquiries", 640, own=0.2, growth=0.004, counted=True),
        Plan("followers", 8300, own=0.02, growth=0.021, counted=True),
        Plan("stockouts", 31, own=0.15, counted=True),
        Plan(
            "revenue",
            1850,
            own=0.09,
            growth=0.01,
            season="shops",
            lebaran=0.25,
            echo=Echo("enquiries", 2, 0.75),
            digits=1,
        ),
        Plan("inventory_turnover", 0.62, own=0.05, echo=Echo("revenue", 0, 0.8), digits=2),
        Plan("marketing_spend", 85, own=0.06, growth=0.008, echo=Echo("revenue", 1, 0.9), digits=1),
    )
    return World(
        "retail",
        "retail",
        grow(plans, "2021-01", months, seed),
        (Truth("enquiries", "revenue", 2, 1),),
        Decoys("followers", "footfall", "marketing_spend", "stockouts", "inventory_turnover"),
    )


def housing(months: int = 54, seed: int = 3) -> World:
    """A property developer: viewings come four months before sales."""
    plans = (
        Plan("sessions", 6900, own=0.04, season="homes", counted=True),
        Plan("enquiries", 310, own=0.12, growth=0.003, counted=True),
        Plan("viewings", 480, own=0.22, growth=0.005, counted=True),
        Plan("listings", 120, own=0.03, growth=0.017),
        Plan("calls", 900, own=0.15, counted=True),
        Plan(
            "revenue",
            8600,
            own=0.09,
            growth=0.009,
            season="homes",
            lebaran=-0.08,
            echo=Echo("viewings", 4, 0.75),
        ),
        Plan("marketing_spend", 410, own=0.06, growth=0.008, echo=Echo("revenue", 2, 0.9)),
    )
    return World(
        "housing",
        "property",
        grow(plans, "2021-07", months, seed),
        (Truth("viewings", "revenue", 4, 1),),
        Decoys("listings", "sessions", "marketing_spend", "calls"),
    )


def software(months: int = 60, seed: int = 4) -> World:
    """A software subscription: trial sign-ups come two months before new recurring revenue."""
    plans = (
        Plan("sessions", 15800, own=0.03, growth=0.022, counted=True),
        Plan("trial_signups", 520, own=0.2, growth=0.01, counted=True),
        Plan("demos", 240, own=0.05, season="offices", counted=True),
        Plan("active_users", 3900, own=0.05, growth=0.015, memory=0.5, counted=True),
        Plan("reviews", 45, own=0.2, counted=True),
        Plan(
            "new_mrr",
            310,
            own=0.08,
            growth=0.015,
            season="offices",
            echo=Echo("trial_signups", 2, 0.75),
            digits=1,
        ),
        Plan("tickets", 680, own=0.06, growth=0.012, echo=Echo("new_mrr", 1, 0.9), counted=True),
        Plan("churn_rate", 0.031, own=0.12, digits=4),
    )
    return World(
        "software",
        "saas",
        grow(plans, "2021-01", months, seed),
        (Truth("trial_signups", "new_mrr", 2, 1),),
        Decoys("sessions", "demos", "tickets", "reviews"),
    )


def factory(months: int = 60, seed: int = 3) -> World:
    """A factory: production lead time moves, the other way, three months before revenue."""
    plans = (
        Plan("proposals", 190, own=0.05, season="offices", counted=True),
        Plan("order_book", 14200, own=0.03, growth=0.014),
        Plan("production_lead_days", 21, own=0.2, digits=1),
        Plan("defect_rate", 0.024, own=0.15, digits=4),
        Plan("training_hours", 150, own=0.22),
        Plan(
            "revenue",
            5300,
            own=0.09,
            growth=0.01,
            season="offices",
            lebaran=-0.12,
            echo=Echo("production_lead_days", 3, -0.75),
            digits=1,
        ),
        Plan("stock", 7100, own=0.05, growth=0.009, echo=Echo("revenue", 2, 0.9)),
    )
    return World(
        "factory",
        "manufacturing",
        grow(plans, "2021-01", months, seed),
        (Truth("production_lead_days", "revenue", 3, -1),),
        Decoys("order_book", "proposals", "stock", "training_hours"),
    )


def hotel(months: int = 54, seed: int = 6) -> World:
    """A hotel: advance bookings come two months before room revenue."""
    plans = (
        Plan("sessions", 9400, own=0.04, season="holidays", lebaran=0.1, counted=True),
        Plan("advance_bookings", 760, own=0.2, growth=0.006, counted=True),
        Plan("followers", 5200, own=0.02, growth=0.02, counted=True),
        Plan("cancellation_rate", 0.083, own=0.15, digits=3),
        Plan("reviews", 120, own=0.18, counted=True),
        Plan(
            "revenue",
            1_240_000_000,
            own=0.09,
            growth=0.016,
            season="holidays",
            lebaran=0.12,
            echo=Echo("advance_bookings", 2, 0.75),
            digits=-5,
        ),
        Plan("complaints", 140, own=0.06, echo=Echo("revenue", 1, 0.9), counted=True),
    )
    return World(
        "hotel",
        "hospitality",
        grow(plans, "2021-07", months, seed),
        (Truth("advance_bookings", "revenue", 2, 1),),
        Decoys("followers", "sessions", "complaints", "reviews"),
    )


COMPANIES = (sales_team, retail, housing, software, factory, hotel)
