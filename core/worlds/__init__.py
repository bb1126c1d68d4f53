"""Synthetic companies that return their truth: samples, tests and simulators share them."""

from core.worlds.companies import COMPANIES, factory, hotel, housing, retail, sales_team, software
from core.worlds.model import Decoys, Truth, World

__all__ = [
    "COMPANIES",
    "Decoys",
    "Truth",
    "World",
    "factory",
    "hotel",
    "housing",
    "retail",
    "sales_team",
    "software",
]
