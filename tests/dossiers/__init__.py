"""Dossiers: codes, deadlines, their life, the ledger and the counts."""
