"""What the screens share: the link to the hall, the look, the words, devices of this machine."""
