"""Changing ``hall.toml``: begun from a sample, edited by a form, taken up by a running hall."""
