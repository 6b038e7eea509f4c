"""Public pages: the programme today, reports, privacy; and how pages are made."""
