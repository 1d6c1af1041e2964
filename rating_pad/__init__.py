"""Two questions after a visit: was the result right, was the manner right."""

from rating_pad.opening import open_pad

__all__ = ["open_pad"]
