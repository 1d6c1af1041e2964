"""Who is behind a request: known by a token, a session, a phone, or the link of a ticket."""
