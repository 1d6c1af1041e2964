"""One server for the hall: commands in, views out, pages for phones."""
