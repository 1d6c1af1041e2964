"""Dossiers at a counter's panel: received, opened, moved on, and those that are due."""
