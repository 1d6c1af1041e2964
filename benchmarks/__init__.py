"""How fast the hall is, beside what the same machine can do at that moment."""
