"""The journal: every fact the hall has answered for, durable, in order, chained by hashes."""
