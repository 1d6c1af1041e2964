"""What should have gone out by itself and hasn't: for whoever runs the hall, beside what else needs a hand."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from hallctl.core.views import Alert, HallView


class Unsent(NamedTuple):
    """Letters or posts that nobody takes: how many, and when the oldest of them was owed (ms)."""

    kind: Literal["reports_unsent", "webhooks_unsent"]
    many: int
    since_at: int


def with_unsent(view: HallView, found: Iterable[Unsent]) -> HallView:
    """The view with an alert for each kind that there is any of; nobody in the hall waits for them, so they come last."""
    alerts = tuple(
        Alert(kind=one.kind, count=one.many, since_at=one.since_at) for one in found if one.many
    )
    return msgspec.structs.replace(view, alerts=(*view.alerts, *alerts)) if alerts else view
