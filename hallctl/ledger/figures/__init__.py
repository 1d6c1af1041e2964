"""Figures of a day as they were published, sealed, corrected, or given by others."""
