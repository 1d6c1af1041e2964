"""How notices leave the hall: the mail server, and the gateway to telephones."""

from typing import Literal

import msgspec

Security = Literal["starttls", "tls", "none"]


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """``[mail]``: the SMTP server; without a host nothing is mailed.

    The password of ``user`` is not here but in the file ``secrets/mail.password``.
    """

    host: str = ""
    port: int = 587
    security: Security = "starttls"
    user: str = ""
    sender: str = ""
    timeout_s: float = 20.0


class Gateway(msgspec.Struct, frozen=True, kw_only=True):
    """``[gateway]``: where short messages are posted; without a URL none are.

    Each is signed with the key in ``secrets/gateway.key``.
    """

    url: str = ""
    timeout_s: float = 10.0
