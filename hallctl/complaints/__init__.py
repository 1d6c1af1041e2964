"""What citizens wrote when they complained: kept apart from the journal, proved by it, never deleted."""
