"""Forms for the parts of ``hall.toml``, described by their fields, tried, and sent."""
