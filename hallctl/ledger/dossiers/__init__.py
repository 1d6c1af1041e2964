"""Dossiers: their rows and steps, the days' sums, and what is asked about them."""
