"""What can't be put on a form."""


class FormError(ValueError):
    """The form can't be drawn so; the message names the part and never repeats its value."""
