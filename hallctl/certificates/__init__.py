"""The hall's own authority, and the server certificate that it renews by itself."""
