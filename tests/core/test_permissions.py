"""Who may ask for what: the whole table of roles and commands, written out once more."""

import pytest

from hallctl.core import commands as c
from hallctl.core.permissions import Actor, Role, may_send
from hallctl.core.refusals import Refusal
from tests.core.one_day import OneDay
from tests.core.test_life import about_the_first_ticket

EVERY_COMMAND = c.AnyCommand.__args__
MAY = {
    Role.ADMIN: {one.__name__ for one in EVERY_COMMAND},
    Role.HALL: {"OpenDay", "CloseDay"},
    Role.KIOSK: {"IssueTicket", "CancelTicket", "ConfirmPrinted", "ReportNotPrinted"},
    Role.COUNTER: {
        "OpenDay",
        "OpenCounter",
        "CloseCounter",
        "CallNext",
        "Recall",
        "MarkNoShow",
        "Requeue",
        "FinishVisit",
        "CancelTicket",
    },
    Role.BOARD: set(),
    Role.SIGN: set(),
    Role.PAD: {"RateVisit"},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", EVERY_COMMAND)
def test_a_role_may_send_its_own_commands_and_no_other(
    day: OneDay, role: Role, kind: type[c.Command]
) -> None:
    may = kind.__name__ in MAY[role]
    assert may_send(role, kind) is may
    refused = day.refusal(about_the_first_ticket(kind), Actor("somebody", role))
    not_allowed = refused is not None and refused.refusal is Refusal.NOT_ALLOWED
    assert not_allowed is not may
    if refused is not None and not_allowed:
        assert refused.details == {"role": role}
