"""ESC/POS printers: what they can do, the bytes that print a slip, and what became of it."""
