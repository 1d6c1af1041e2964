"""What a busy floor adds to visits: legs, breaks, parkings, and presses that are taken back."""
