"""Files become tables, tables become a panel, the panel answers which metric moves first."""
