"""What the stations' screens share: the link to the hall, the look, the words, the devices."""
