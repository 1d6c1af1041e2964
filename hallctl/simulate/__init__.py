"""A simulated day: people and officials who use the hall as real ones do."""
