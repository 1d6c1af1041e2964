"""What is known of the person or organisation behind a dossier. Personal: never a fact, never logged."""

from datetime import date
from typing import Annotated, Literal, NamedTuple, Protocol

import msgspec

NoticeBy = Literal["", "email", "sms", "phone"]
"""How the applicant agreed to be told that the result is ready; empty: not at all."""

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=r"\S")]
Identity = Annotated[str, msgspec.Meta(max_length=20, pattern=r"^[0-9A-Za-z. -]*$")]
"""A citizen's 12 digits, an old card's 9, a passport's or an organisation's number."""
Place = Annotated[str, msgspec.Meta(max_length=300)]
Phone = Annotated[str, msgspec.Meta(max_length=30, pattern=r"^[0-9+(). -]*$")]
PhoneToReach = Annotated[
    str, msgspec.Meta(max_length=30, pattern=r"^[+(). -]*(?:[0-9][+(). -]*){8,15}$|^$")
]
"""As a form takes it from people who want to be reached: a whole number, or none."""
Email = Annotated[
    str,
    msgspec.Meta(
        max_length=120,
        pattern=r"^$|^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+$",
    ),
]
"""One address that every mail server takes (WHATWG HTML, "valid e-mail address"); a domain has a dot."""


class Applicant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose dossier it is, and how to reach them. What was not given is empty."""

    name: Name
    identity: Identity = ""
    birth_date: date | None = None
    address: Place = ""
    phone: Phone = ""
    email: Email = ""
    notice_by: NoticeBy = ""
    return_to: Place = ""
    """Where a result sent by post goes; empty: to the address."""

    def __repr__(self) -> str:
        """Nothing of a person gets into a log by accident."""
        return "Applicant(…)"


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """What notices and deliveries need of an applicant."""

    name: str
    phone: str
    email: str
    notice_by: NoticeBy
    address: str
    """Where a result sent by post goes."""

    def __repr__(self) -> str:
        """As with :class:`Applicant`."""
        return "Contact(…)"


class Looker(NamedTuple):
    """Who looks: an official and the station, or a part of the hall such as ``notices``."""

    official: str
    station: str = ""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: who did what with whose dossier, and when (ms since 1970)."""

    at: int
    act: str
    """looked, kept, changed, searched, contacted, printed or deleted."""
    dossier: str
    """Its code; empty for a search that found none."""
    official: str
    station: str
    detail: str = ""
    """The names of the fields that changed, or why; never what they hold."""


class Contacts(Protocol):
    """Knows how to reach applicants; every look is logged."""

    def contact(self, dossier: str, by: Looker) -> Contact | None:
        """How, or None where nobody is kept."""
