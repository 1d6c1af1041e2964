"""How facts of the back office change a hall."""

from hallctl.core.notice_applying import APPLY_TO_NOTICES

APPLY_IN_THE_OFFICE = {**APPLY_TO_NOTICES}
