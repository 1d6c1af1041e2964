"""The real kiosk, and somebody beside it who reads its code aloud: on standard output."""

import sys
from typing import Any

from hallctl.station.pairing import view_model
from kiosk.__main__ import main


class ReadAloud(view_model.PairingViewModel):
    """Says each code that its screen shows."""

    def __init__(self, ask: Any, *rest: Any) -> None:
        super().__init__(ask, *rest)
        ask.told.connect(lambda: sys.stdout.write(f"code {ask.code}\n") and sys.stdout.flush())


if __name__ == "__main__":
    from hallctl.station.pairing import coming_in

    coming_in.PairingViewModel = ReadAloud  # type: ignore[misc]
    sys.exit(main())
