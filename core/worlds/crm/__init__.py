"""A made-up company that sells to companies: its records, and the truth planted in them."""

from core.worlds.crm.make import company
from core.worlds.crm.model import Company, CrmTruth, Habits, Region

__all__ = ["Company", "CrmTruth", "Habits", "Region", "company"]
