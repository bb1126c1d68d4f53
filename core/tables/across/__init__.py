"""Periods across the columns, or crossing the rows, turned into period, metric, value."""
