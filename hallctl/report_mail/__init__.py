"""Reports by e-mail: which and when by the hall's settings, durable, tried again, never anybody's data."""
