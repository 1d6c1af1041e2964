"""People who sign in: accounts, sessions, lock-out, and the record of who did what. No journal."""
