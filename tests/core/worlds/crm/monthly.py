"""Monthly figures counted from the records of the made-up company, by plain pandas."""

import pandas as pd


def by_month(times, values=None):
    """How many, or how much, in each month."""
    months = pd.PeriodIndex(times, freq="M")
    groups = times.groupby(months) if values is None else values.groupby(months)
    return groups.size() if values is None else groups.sum()


def monthly(company):
    """What a manager would count: one column an indicator, one row a month of the window."""
    traffic, leads, deals = company.traffic, company.leads, company.deals
    calendar = company.activities
    social = traffic["channel"] == "social"
    genuine = leads[~leads["status"].isin(["spam", "duplicate"])]
    other = genuine[genuine["source"] != "website"]
    won = deals[deals["status"] == "won"]
    kind = {name: calendar[calendar["type"] == name] for name in ("demo", "call", "email")}
    figures = {
        "sessions": by_month(traffic["day"], traffic["sessions"]),
        "social_sessions": by_month(traffic["day"][social], traffic["sessions"][social]),
        "new_leads": by_month(genuine["created_at"]),
        "referral_leads": by_month(other["created_at"]),
        "demos": by_month(kind["demo"]["booked_at"]),
        "calls": by_month(kind["call"]["occurred_at"]),
        "emails": by_month(kind["email"]["occurred_at"]),
        "revenue": by_month(won["closed_at"], won["amount"]),
    }
    first = pd.Period(company.habits.first, freq="M")
    window = pd.period_range(first, periods=company.habits.months, freq="M", name="period")
    return pd.DataFrame(figures).reindex(window)
