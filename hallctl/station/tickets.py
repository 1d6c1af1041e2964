"""A ticket's QR code as the hall's own scanners read it: where it stands, what its visit is about."""

from collections.abc import Callable
from urllib.parse import quote

import msgspec

from hallctl.core.views import TicketView
from hallctl.station.link.answering import Link, Said

PATH = "/api/tickets"
MARK = "/t/"


class TicketHere(msgspec.Struct, frozen=True):
    """A ticket of today, and the dossiers of its visit."""

    ticket: TicketView
    dossiers: tuple[str, ...] = ()


def looks_like_ticket(scanned: str) -> bool:
    """Whether that is the address in a ticket's QR code."""
    return MARK in scanned


def open_ticket(link: Link, scanned: str, heard: Callable[[TicketHere | str], None]) -> None:
    """Ask the hall for the ticket; ``heard`` may hear a refusal's code or "unreachable" instead."""
    path = f"{PATH}/{quote(scanned.strip(), safe='')}"
    link.request("GET", path, b"", lambda said: heard(_read(said)))


def _read(said: Said) -> TicketHere | str:
    try:
        if said.is_good:
            return msgspec.json.decode(said.body, type=TicketHere)
        return str(msgspec.json.decode(said.body).get("refused", "other"))
    except (msgspec.DecodeError, AttributeError):
        return "unreachable"
