"""Journals of released versions, kept as they were written: old days must still open."""
