"""The citizen's screen: choose a service, take a number."""

from kiosk.opening import open_kiosk

__all__ = ["open_kiosk"]
