"""Courier runs: their rows and sums, read and proved."""
