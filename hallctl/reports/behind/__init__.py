"""What stands behind a figure: the visits, dossiers and records that it counted."""
