"""How facts of the back office change a hall."""

from hallctl.core.applying.delivery_applying import APPLY_TO_DELIVERIES
from hallctl.core.applying.fee_applying import APPLY_TO_FEES
from hallctl.core.applying.notice_applying import APPLY_TO_NOTICES

APPLY_IN_THE_OFFICE = {**APPLY_TO_NOTICES, **APPLY_TO_FEES, **APPLY_TO_DELIVERIES}
