"""Webhooks: facts of the journal posted to other systems, signed, tried again, never anybody's data."""
