"""Whatever reads codes: on a line, as a keyboard, by a camera; and the card that citizens hold before it."""
