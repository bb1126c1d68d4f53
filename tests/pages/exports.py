"""A small CRM export whose figures can be counted by hand."""

import pandas as pd

HEADER = "Deal ID,Account,Branch,Created Date,Closed Date,Status,Amount"
BRANCHES = ("Jakarta", "Medan", "Bandung")


def deals(months: int = 26, words: tuple[str, str] = ("Won", "Lost"), branches=BRANCHES) -> bytes:
    """In each month and branch one deal won for 100 x the month's number, and one lost."""
    won, lost = words
    lines = [HEADER]
    for month in range(months):
        first = pd.Timestamp("2023-01-01") + pd.DateOffset(months=month)
        for place, branch in enumerate(branches):
            for at, (status, amount) in enumerate(((won, 100 * (month + 1)), (lost, 50))):
                number = f"D-{month}-{place}-{at}"
                dates = f"{first:%Y-%m}-03,{first:%Y-%m}-{26 + at}"
                lines.append(f"{number},PT {number},{branch},{dates},{status},{amount}")
    return "\n".join(lines).encode()
