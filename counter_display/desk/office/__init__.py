"""Behind the counter: courier runs, fees, results brought home."""
