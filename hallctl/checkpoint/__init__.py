"""What the hall was at one fact, kept as bytes: a start replays only what came after it.

A checkpoint is a copy and never a truth. It counts only where the journal, the code and its own
checksum say that it is right; in every other case the whole journal is replayed.
"""
