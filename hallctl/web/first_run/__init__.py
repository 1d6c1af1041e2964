"""The guide of a machine without a hall: a few pages of questions, and a hall is there."""
