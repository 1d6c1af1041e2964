"""Pages for those who run the hall: the floor now, the inbox, reports, the past, set-up."""
