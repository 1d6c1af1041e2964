"""The hall's signature under each day's public figures, for anybody to check."""
