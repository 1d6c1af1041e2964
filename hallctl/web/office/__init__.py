"""Pages for those who run the hall: the floor now, reports, the past, set-up."""
