"""By what name halls are known on their LAN, and which addresses mean all of them."""

SERVICE_TYPE = "_hallctl._tcp.local."
EVERY_INTERFACE = ("", "0.0.0.0", "::")  # noqa: S104 - compared with, never bound to
