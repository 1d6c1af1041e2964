"""Pages for anybody: the start, the day in figures, the public listing, open data."""
