"""What the screens share: the link, printing, finding the hall."""
