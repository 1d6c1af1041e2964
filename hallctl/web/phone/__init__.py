"""Numbers by phone: the hall's changing code, and the pages behind it."""
