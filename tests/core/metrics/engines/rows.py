"""Rows of made-up records, odd on purpose: blanks, zeros, odd divisions, words nobody expects."""

import numpy as np
import pandas as pd


def moments(random: np.random.Generator, n: int, days: int = 430) -> pd.DatetimeIndex:
    """Moments anywhere in the days from the beginning of 2024."""
    return pd.Timestamp("2024-01-01") + pd.to_timedelta(random.integers(0, days * 86400, n), "s")


def orders(seed: int) -> pd.DataFrame:
    """Orders with cost, pieces, returns, cancellations; odd divisions, zeros, missing cells."""
    random, n = np.random.default_rng(seed), 900
    at = moments(random, n, days=480)
    quantity = random.integers(1, 8, n)
    revenue = pd.Series(quantity * random.integers(3, 70, n) / 7.0)
    revenue[random.random(n) < 0.05] = np.nan
    return pd.DataFrame(
        {
            "order_id": np.arange(n),
            "order_date": at,
            "customer": random.integers(1, 120, n).astype(str),
            "region": random.choice(["North", "South", " East ", ""], n),
            "product": random.choice(["A", "B"], n),
            "quantity": quantity,
            "revenue": revenue,
            "cost": random.integers(1, 300, n) / 3.0,
            "status": random.choice(["Completed", "Returned", "Cancelled", "Paid"], n),
        }
    )


def courses(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 700
    begun = pd.Timestamp("2024-01-01") + pd.to_timedelta(random.integers(0, 500, n), "D")
    took = pd.to_timedelta(random.integers(1, 40, n), "D")
    done = pd.Series(begun + took).where(random.random(n) < 0.7)
    return pd.DataFrame(
        {
            "learner_id": np.arange(n) // 3,
            "course_id": [f"C{one}" for one in np.arange(n) % 3],
            "assigned_at": begun,
            "due_at": begun + pd.Timedelta(days=21),
            "completed_at": done,
            "hours": random.integers(1, 9, n) / 3.0,
            "team": random.choice(["A", "B"], n),
        }
    )


def calls(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 1500
    at = moments(random, n)
    kinds = ["Call", "Visit", "Follow up", "Viewing", "Meeting", "Demo", "Email"]
    return pd.DataFrame(
        {
            "activity_id": np.arange(n),
            "type": random.choice(kinds, n),
            "direction": random.choice(["Outgoing", "Incoming"], n),
            "outcome": random.choice(["Completed", "No answer", "Connected", "No show"], n),
            "occurred_at": at,
            "duration_s": random.integers(0, 900, n),
            "owner": random.choice(["Ayu", "Budi"], n),
            "deal_id": random.integers(1, 90, n),
        }
    )


def deals(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 260
    begun = pd.Timestamp("2024-01-01") + pd.to_timedelta(random.integers(0, 430, n), "D")
    closed = pd.Series(begun + pd.to_timedelta(random.integers(5, 200, n), "D"))
    over = closed < pd.Timestamp("2025-03-05")
    return pd.DataFrame(
        {
            "deal_id": np.arange(1, n + 1),
            "created_at": begun,
            "closed_at": closed.where(over),
            "status": np.where(over, random.choice(["Won", "Lost"], n), "Open"),
            "amount": random.integers(1, 900, n) / 7.0,
            "owner": random.choice(["Ayu", "Budi"], n),
        }
    )


def answers(seed: int) -> pd.DataFrame:
    """Answers to two questions, one of them about satisfaction, from 1 to 5; some are missing."""
    random, n = np.random.default_rng(seed), 600
    at = moments(random, n)
    score = pd.Series(random.integers(1, 6, n).astype(float))
    score[random.random(n) < 0.05] = np.nan
    return pd.DataFrame(
        {
            "response_id": np.arange(n) // 2,
            "submitted_at": at,
            "question": np.where(
                np.arange(n) % 2, "How satisfied are you?", "Was it easy to book?"
            ),
            "score": score,
            "region": random.choice(["North", "South"], n),
        }
    )


def recommending(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 300
    at = moments(random, n)
    return pd.DataFrame(
        {
            "response_id": np.arange(n),
            "submitted_at": at,
            "question": "Would you recommend us?",
            "score": random.integers(0, 11, n).astype(float),
            "scale_max": 10,
            "scale_min": 0,
        }
    )


def invited(seed: int) -> pd.DataFrame:
    """People asked on one day who answer on a later one, or never."""
    random, n = np.random.default_rng(seed), 400
    asked = moments(random, n)
    answered = asked + pd.to_timedelta(random.exponential(40, n).round(), "h")
    went = random.random(n) < 0.7
    return pd.DataFrame(
        {
            "response_id": np.arange(n),
            "sent_at": asked,
            "submitted_at": answered.where(went),
            "nps_score": np.where(went, random.integers(0, 11, n), np.nan),
        }
    )


def viewings(seed: int) -> pd.DataFrame:
    """Viewings and offers of buyers, who come again and offer late or never."""
    random, n = np.random.default_rng(seed), 700
    at = moments(random, n)
    return pd.DataFrame(
        {
            "activity_id": np.arange(n),
            "activity_type": random.choice(["Viewing", "Offer made"], n, p=[0.8, 0.2]),
            "occurred_at": at,
            "lead_id": random.integers(1, 300, n),
            "outcome": random.choice(["held", "no show"], n, p=[0.9, 0.1]),
        }
    )


def changes(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 900
    at = moments(random, n)
    return pd.DataFrame(
        {
            "deal_id": random.integers(1, 150, n),
            "stage": random.choice(
                ["Qualified", "Proposal", "Negotiation", "Closed Won", "Closed Lost"],
                n,
                p=[0.28, 0.28, 0.28, 0.08, 0.08],
            ),
            "entered_at": at,
        }
    )


def asked(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 400
    at = moments(random, n)
    return pd.DataFrame(
        {
            "lead_id": np.arange(n),
            "created_at": at,
            "source": random.choice(["Web", "Chat"], n),
            "lead_status": random.choice(["New", "Qualified", "Spam"], n),
        }
    )


def replies(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 1500
    at = moments(random, n)
    return pd.DataFrame(
        {
            "activity_id": np.arange(n),
            "activity_type": random.choice(["Call", "Email", "Meeting"], n),
            "direction": random.choice(["Outbound", "Inbound"], n),
            "outcome": random.choice(["connected", "no answer", "sent", "held"], n),
            "occurred_at": at,
            "lead_id": random.integers(0, 400, n),
            "owner": random.choice(["Ani", "Budi", None], n),
        }
    )


def search(seed: int) -> pd.DataFrame:
    random, n = np.random.default_rng(seed), 420
    shown = random.integers(0, 900, n)
    return pd.DataFrame(
        {
            "date": pd.date_range("2024-01-01", periods=n).date,
            "impressions": shown,
            "clicks": (shown * random.random(n) / 9).astype(int),
            "position": random.integers(10, 400, n) / 9.0,
        }
    )


def events(seed: int) -> pd.DataFrame:
    """So many activities that they are counted by day and word: plans ahead, blanks, no numbers."""
    random, n = np.random.default_rng(seed), 5000
    seconds = np.sort(random.integers(0, 430 * 86400, n))
    at = pd.Timestamp("2024-01-01") + pd.to_timedelta(seconds, "s")
    went = random.choice(["Completed", "No answer", "No show", "Cancelled", "  ", None], n)
    return pd.DataFrame(
        {
            "activity_id": np.arange(n),
            "type": random.choice(["Call", " Call ", "Meeting", "Demo", "Email", "Other"], n),
            "direction": random.choice(["Outbound", "Inbound", None], n),
            "outcome": np.where(at >= pd.Timestamp("2025-02-20"), "Scheduled", went),
            "occurred_at": at,
            "region": random.choice(["North", "South"], n),
            "deal_id": [f"D{one}" if one % 9 else None for one in random.integers(1, 90, n)],
        }
    )


def content(seed: int) -> pd.DataFrame:
    """A log of material in versions, some listed only, some archived, opened by people and not."""
    random, n = np.random.default_rng(seed), 1200
    asset = random.integers(0, 40, n)
    published = pd.Timestamp("2023-11-01") + pd.to_timedelta(asset * 9 % 330, "D")
    archived = pd.Series(published + pd.Timedelta(days=150)).where(asset % 5 == 0)
    action = random.choice(["Share", "Viewed", "External view", "Download", "Upload"], n)
    outside = action == "External view"
    users = pd.Series(random.choice(["ana@us.id", "budi@us.id", "admin"], n)).mask(outside)
    people = pd.Series([f"p{one}@b{one % 7}.com" for one in random.integers(0, 90, n)])
    at = pd.Series(moments(random, n)).dt.floor("s").mask(asset > 37)
    return pd.DataFrame(
        {
            "content_id": [
                f"C{one}-v{k}" for one, k in zip(asset, random.integers(1, 3, n), strict=True)
            ],
            "title": [
                f"Deck {one} v{k}" for one, k in zip(asset, random.integers(1, 3, n), strict=True)
            ],
            "action": pd.Series(action).mask(asset > 37),
            "user": users,
            "recipient": people.where(outside | (action == "Share")),
            "is_external": outside,
            "date": at,
            "duration_s": np.where(outside, random.integers(0, 90, n), np.nan),
            "published_at": published,
            "archived_at": archived,
        }
    )
