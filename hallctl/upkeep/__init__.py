"""A hall's machines: set up, and looked after when something is wrong."""
