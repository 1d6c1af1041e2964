"""The reports of dossiers and of officials, and which dossiers a period is about."""
