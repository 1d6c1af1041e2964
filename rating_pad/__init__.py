"""The visitor's pad: two questions after a visit, five faces each."""

from rating_pad.opening import open_pad

__all__ = ["open_pad"]
