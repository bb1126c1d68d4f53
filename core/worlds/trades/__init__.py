"""Small companies of five trades as records, each with one planted lead of two or three months."""

from core.worlds.trades.estate import estate
from core.worlds.trades.inn import inn
from core.worlds.trades.model import Trade
from core.worlds.trades.shop import shop
from core.worlds.trades.trials import trials
from core.worlds.trades.works import works

TRADES = (shop, estate, trials, works, inn)

__all__ = ["TRADES", "Trade", "estate", "inn", "shop", "trials", "works"]
