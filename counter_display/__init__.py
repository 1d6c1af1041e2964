"""A counter's two faces: the official's panel, and the sign above the counter."""

from counter_display.opening import open_panel, open_sign

__all__ = ["open_panel", "open_sign"]
