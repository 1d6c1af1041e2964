"""Tokens of programs: made with scopes for a time, shown once, kept as hashes, revoked at any moment."""
