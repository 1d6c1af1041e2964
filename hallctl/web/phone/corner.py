"""The corner of a board or a kiosk that shows the hall's code: an address added to their views.

Only stations in their own name are shown it: whoever reads a public view from afar is not.
"""

import msgspec

from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.views import BoardView, HallCodeShown, KioskView
from hallctl.web.addresses import Addresses
from hallctl.web.phone.hall_code import HallCode


class CodeCorner:
    """Adds the code to views while the hall gives numbers."""

    def __init__(self, hall: Hall, plan: Plan, codes: HallCode, addresses: Addresses) -> None:
        self._hall = hall
        self._plan = plan
        self._codes = codes
        self._addresses = addresses

    def on_kiosk(self, view: KioskView) -> KioskView:
        """The kiosk's view with the code, and the way to the complaint form."""
        return msgspec.structs.replace(
            view,
            hall_code=self._shown(view.shown_at),
            complaint_page=self._addresses.complaint_page,
        )

    def on_board(self, view: BoardView) -> BoardView:
        """The board's view with the code."""
        return msgspec.structs.replace(view, hall_code=self._shown(view.shown_at))

    def _shown(self, at: int) -> HallCodeShown | None:
        hall, rules = self._hall, self._plan.phone
        if not rules.numbers or not hall.is_open or hall.issuing_ended:
            return None
        return HallCodeShown(
            address=self._addresses.link_to_code(self._codes.shown(at)), wifi=rules.wifi
        )
