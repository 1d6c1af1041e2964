"""Rules about what happens in the hall: its hours, what it offers, the floor, boards, numbers by phone."""
