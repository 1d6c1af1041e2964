"""Notices to applicants: by mail, through a gateway, or left to be told by telephone."""
