"""Dossiers exchanged with an external one-stop system by files: its columns and words, our rules."""
