"""Dossiers as a kiosk looks them up in the hall, by what was scanned or typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import msgspec

from hallctl.core.views import DossierView
from hallctl.station.link.answering import Link, Said

PATH = "/api/dossiers"


class DossierHere(msgspec.Struct, frozen=True):
    """A dossier, and where a number is taken for its result."""

    dossier: DossierView
    collect: str = ""
    """A service, or empty."""
    has_number: str = ""
    """The number that somebody in the hall holds for it already, or empty."""


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Why there is nothing to show: the hall's refusal with its details, or "unreachable"."""

    refused: str
    details: Mapping[str, Any] = field(default_factory=dict)


class _Refusal(msgspec.Struct):
    refused: str
    details: dict[str, Any]


def open_dossier(
    link: Link, scanned: str, heard: Callable[[DossierHere | NotOpened], None]
) -> None:
    """Ask the hall for the dossier of a code, or of the address in a receipt's QR code."""
    path = f"{PATH}/{quote(scanned, safe='')}"
    link.request("GET", path, b"", lambda said: heard(_read(said)))


def _read(said: Said) -> DossierHere | NotOpened:
    try:
        if said.is_good:
            return msgspec.json.decode(said.body, type=DossierHere)
        refusal = msgspec.json.decode(said.body, type=_Refusal)
    except msgspec.DecodeError:
        return NotOpened("unreachable")
    return NotOpened(refusal.refused, refusal.details)
