"""A hall's copies: taken while it runs, proven, encrypted, kept by rule, restored to a point."""
