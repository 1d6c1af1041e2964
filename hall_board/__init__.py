"""The wall board: newest call in gold, earlier calls, who waits, the day's counts; it speaks."""
