"""Tickets and their visits: their rows, the sums of days, months and officials, ratings."""
