"""Simulated devices: they speak the bytes of real ones, and fail on request."""
