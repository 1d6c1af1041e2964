"""Signing in: the page, one's own account, and the record of who did."""
