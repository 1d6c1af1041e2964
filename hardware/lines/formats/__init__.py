"""Declarations of pads' bytes: one of each kind, to begin one's own with."""
