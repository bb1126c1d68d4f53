"""Cells -> typed columns: numbers, dates, periods, yes and no, each judged as a whole."""
