"""A ticket's and a dossier's own pages, and what is said when one is scanned."""
