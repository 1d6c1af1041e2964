"""Personal data go when there is no more reason to keep them; a record says what went, never whose."""
