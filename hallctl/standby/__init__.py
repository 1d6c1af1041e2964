"""A second machine that follows the hall's journal live, and can take over by one command."""
