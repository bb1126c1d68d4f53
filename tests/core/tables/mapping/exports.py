"""Seeded exports of every kind with their truth: which kind, and which field each column is."""

import csv
import io
import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.tables import TableKind
from tests.core.tables.mapping.spellings import EXTRA, names

PEOPLE = "Andi Wijaya|Siti Rahma|Budi Santoso|Jane Cole|Mark Lee|Dewi Lestari".split("|")
FIRMS = "PT Maju Jaya|Acme Corp|CV Sentosa|Globex|Toko Abadi|Initech|Umbrella Ltd|UD Makmur".split(
    "|"
)
CHOICES = {
    "team": ("Jakarta", "Bandung", "Surabaya"),
    "pipeline": ("Sales", "Partner"),
    "stage": ("Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won"),
    "from_stage": ("Prospecting", "Qualification", "Proposal", "Negotiation"),
    "currency": ("IDR", "USD"),
    "lost_reason": ("", "", "Price", "Competitor", "Harga"),
    "source": ("Website", "Referral", "Event", "Google Ads", "Walk-in"),
    "product": ("Basic", "Pro", "Enterprise"),
    "channel": ("Organic Search", "Direct", "Email", "Paid Search", "Referral"),
    "source_medium": ("google / organic", "(direct) / (none)", "facebook / cpc"),
    "page": ("/", "/pricing", "/blog/a", "/contact", "/produk/b"),
    "direction": ("Inbound", "Outbound"),
    "category": ("Brochure", "Case study", "Deck"),
    "run": ("Batch 1", "Batch 2", "Batch 3"),
    "comment": ("", "Good place", "Need better tools and more time", "Lebih banyak pelatihan"),
    "question": (
        "I am proud to work here", "My manager helps me", "I would recommend us as a place to work",
    ),
}  # fmt: skip
STATUS = {
    TableKind.DEALS: ("Open", "Won", "Lost"),
    TableKind.LEADS: ("New", "Contacted", "Qualified", "Converted"),
    TableKind.TRAINING: ("Completed", "In progress", "Not started"),
    TableKind.ORDERS: ("Shipped", "Pending", "Cancelled", "Delivered"),
}
OUTCOMES = ("Connected", "No answer", "Left voicemail", "Completed")
TYPES = ("Call", "Meeting", "Email", "Task")
USES = ("view", "share", "download")
NEEDED = {
    TableKind.DEALS: ("deal_id", "status", "created_at", "closed_at", "amount"),
    TableKind.STAGE_HISTORY: ("deal_id", "stage", "entered_at"),
    TableKind.LEADS: ("lead_id", "created_at", "source", "status"),
    TableKind.ACTIVITIES: ("type", "occurred_at", "owner"),
    TableKind.CONTENT_USAGE: ("content_id", "action", "occurred_at"),
    TableKind.TRAINING: ("learner_id", "course_id", "completed_at"),
    TableKind.WEB_TRAFFIC: ("occurred_at", "sessions", "users"),
    TableKind.ORDERS: ("order_id", "ordered_at", "revenue"),
    TableKind.CUSTOMERS: ("customer_id", "churned", "mrr"),
    TableKind.SURVEY: ("submitted_at", "question", "score"),
}
DATES = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%SZ", "%d %b %Y")
PREFIX = {TableKind.DEALS: ("Deal - ", "Opportunity: "), TableKind.ACTIVITIES: ("Activity - ",)}


@dataclass(frozen=True)
class Export:
    """One export: its bytes and what is true of it."""

    kind: TableKind
    content: bytes
    fields: dict[str, str]  # header -> field; "" for columns that no field needs


def export(kind: TableKind, held_out: bool, seed: int, rows: int = 40) -> Export:
    """One export with names of one half, in an order and with extras of its own."""
    draw = random.Random(f"{kind.value}-{held_out}-{seed}")
    said = names(kind, held_out)
    optional = [field for field in said if field not in NEEDED[kind]]
    count = draw.randint(len(optional) // 3, len(optional))
    fields = [*NEEDED[kind], *draw.sample(optional, count)]
    headers: dict[str, str] = {}
    for field in fields:
        free = [name for name in said[field] if name not in headers]
        if free:
            headers[draw.choice(free)] = field
    for name in draw.sample(EXTRA, draw.randint(0, 3)):
        headers.setdefault(name, "")
    order = draw.sample(list(headers), len(headers))
    form = draw.choice(DATES)
    lines = [
        _row(kind, [headers[name] for name in order], order, i, (form, draw)) for i in range(rows)
    ]
    shown = (
        [_styled(name, draw_style) for name in order]
        if (draw_style := _style(kind, draw))
        else order
    )
    out = io.StringIO()
    csv.writer(out, delimiter=draw.choice(",;")).writerows([shown, *lines])
    truth = {said: headers[name] for said, name in zip(shown, order, strict=True)}
    return Export(kind, out.getvalue().encode(), truth)


def _style(kind: TableKind, draw: random.Random) -> str:
    """A prefix, a way of writing, or nothing."""
    return draw.choice(["", "", "", "snake", "upper", "camel", "slip", *PREFIX.get(kind, ())])


def _styled(name: str, style: str) -> str:
    words = name.replace("(", "").replace(")", "").split()
    if style == "snake":
        return "_".join(words).lower()
    if style == "camel":
        return words[0].lower() + "".join(one.capitalize() for one in words[1:])
    if style == "upper":
        return name.upper()
    if style == "slip":
        long = max(name.split(), key=len)
        return (
            name.replace(long, long[:-3] + long[-2] + long[-3] + long[-1])
            if len(long) > 6
            else name
        )
    return style + name


def _row(
    kind: TableKind, fields: list[str], order: list[str], i: int, how: tuple[str, random.Random]
) -> list[str]:
    """One record; its dates follow each other."""
    form, draw = how
    start = datetime(2025, 1, 2, 9) + timedelta(
        days=i * 3 + draw.randint(0, 2), minutes=draw.randint(0, 400)
    )
    if kind is TableKind.WEB_TRAFFIC:
        start = datetime(2025, 1, 1) + timedelta(days=i)
    status = draw.choice(STATUS.get(kind, ("Open", "Won", "Lost")))
    return [
        _cell(kind, field, name, i, (form, draw, start, status))
        for field, name in zip(fields, order, strict=True)
    ]


LATE = {"closed_at": 40, "expected_close_at": 35, "exited_at": 9, "first_response_at": 1,
        "qualified_at": 5, "converted_at": 12, "due_at": 14, "completed_at": 8, "shipped_at": 4,
        "finished_at": 9, "service_at": 20, "cancelled_at": 3, "churned_at": 200, "assigned_at": 0,
        "enrolled_at": 1, "started_at": 2, "unenrolled_at": 6, "updated_at": 45}  # fmt: skip
SPARSE = {"closed_at", "first_response_at", "qualified_at", "converted_at", "completed_at",
          "cancelled_at", "churned_at", "unenrolled_at", "shipped_at"}  # fmt: skip
NUMBERS = {"amount": (1_000_000, 90_000_000), "position": (1, 6), "web_visits": (0, 30),
           "duration_s": (20, 1800), "pages_viewed": (1, 12), "pages": (12, 30), "score": (40, 100),
           "attempts": (1, 3), "hours": (1, 16), "users": (200, 900), "new_users": (50, 300),
           "sessions": (300, 1200), "engaged_sessions": (100, 600), "events": (2000, 9000),
           "avg_engagement_time_s": (20, 90), "key_events": (0, 30), "clicks": (20, 200),
           "impressions": (900, 9000), "revenue": (100_000, 9_000_000), "quantity": (1, 20),
           "unit_price": (10_000, 400_000), "cost": (50_000, 900_000), "profit": (10_000, 900_000),
           "tenure_months": (1, 70), "mrr": (100_000, 900_000), "probability": (1, 10)}  # fmt: skip


def _cell(
    kind: TableKind, field: str, name: str, i: int, how: tuple[str, random.Random, datetime, str]
) -> str:
    form, draw, start, status = how
    if field.endswith("_at"):
        if field in SPARSE and draw.random() < 0.35:
            return ""
        return (start + timedelta(days=LATE.get(field, 0), hours=draw.randint(0, 30))).strftime(
            form
        )
    if field.endswith("_id"):
        return _identity(field, i, draw)
    if field in NUMBERS:
        low, high = NUMBERS[field]
        if kind is TableKind.SURVEY:
            low, high = 1, 5
        return str(draw.randint(low, high) * (10 if field == "probability" else 1))
    if field in CHOICES:
        return draw.choice(CHOICES[field])
    if field in ("owner", "user"):
        return draw.choice(PEOPLE)
    if field in ("is_external", "converted", "churned"):
        return draw.choice(["Yes", "No"])
    if field in ("recipient", "respondent"):
        return f"person{draw.randint(1, 30)}@example.com"
    texts = {"status": status, "outcome": draw.choice(OUTCOMES), "type": draw.choice(TYPES),
             "action": draw.choice(USES), "account": draw.choice(FIRMS),
             "deal_name": f"{draw.choice(FIRMS)} renewal {i}",
             "title": f"Deck {i % 7}"}  # fmt: skip
    return texts.get(field) or _extra(name, draw)


def _identity(field: str, i: int, draw: random.Random) -> str:
    if field == "learner_id":
        return f"E{1000 + i % 15}"
    if field == "course_id":
        return draw.choice(["Negotiation", "Product basics", "Closing skills"])
    if field == "content_id":
        return f"C-{i % 9}"
    repeated = field == "deal_id" and draw.random() < 0.5
    return f"{field[0].upper()}-{1000 + (i // 3 if repeated else i)}"


def _extra(name: str, draw: random.Random) -> str:
    low = name.lower()
    if "date" in low:
        return f"2025-05-{draw.randint(1, 28):02d}"
    if low in ("phone", "no hp"):
        return f"+62 812 {draw.randint(1000000, 9999999)}"
    return draw.choice(["Jakarta", "High", "Andi", "some words", "", "Retail"])
