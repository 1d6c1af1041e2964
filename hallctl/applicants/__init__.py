"""Who handed a dossier in: kept apart from the journal, looked at under a log, forgotten in time."""
