"""Stand-ins that speak the same words as the real thing."""
