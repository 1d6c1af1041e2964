"""``[[webhook]]``: another system that is told what happens here, as it happens."""

import msgspec


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """Where facts are posted, and which; each post is signed with the webhook's own secret.

    The secret lies in ``secrets/webhooks/NAME.key``, made once.
    """

    name: str
    url: str
    events: tuple[str, ...]
    timeout_s: float = 10.0
    is_paused: bool = False
