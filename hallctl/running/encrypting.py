"""TLS while the hall is served: the certificate is made, shown, and renewed before it runs out."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from ssl import SSLContext
from typing import NamedTuple

from hallctl.certificates.authority import utc_now
from hallctl.certificates.keeping import CertificateError, Certificates
from hallctl.certificates.server_certificate import own_names
from hallctl.habits import kept
from hallctl.settings import HallSettings

log = logging.getLogger(__name__)

LOOK_S = 30.0


class Encryption(NamedTuple):
    """How the server encrypts, and by which authority stations know it; neither without TLS."""

    context: SSLContext | None = None
    fingerprint: str = ""


@asynccontextmanager
async def encrypting(settings: HallSettings, *, wanted: bool) -> AsyncIterator[Encryption]:
    """The encryption while inside. Raises :class:`CertificateError` or OSError."""
    if not wanted:
        yield Encryption()
        return
    certificates = Certificates(settings.directory / "secrets", settings.plan.hall.vi)
    public_url = settings.server.public_url
    certificates.renew_if_due(own_names(public_url), utc_now())
    _hand_out(certificates, settings.directory / "run" / "stations")
    context = certificates.context()
    async with kept(_renew(certificates, context, public_url)):
        yield Encryption(context, certificates.authority(utc_now()).fingerprint)


def _hand_out(certificates: Certificates, folder: Path) -> None:
    """The authority lies beside the stations' tokens, to be copied with them."""
    folder.mkdir(parents=True, exist_ok=True)
    copy, content = folder / certificates.authority_file.name, certificates.authority_file
    if not copy.exists() or copy.read_bytes() != content.read_bytes():
        copy.write_bytes(content.read_bytes())


async def _renew(certificates: Certificates, context: SSLContext, public_url: str) -> None:
    shown = certificates.server()
    while True:
        await asyncio.sleep(LOOK_S)
        try:
            names = own_names(public_url)
            await asyncio.to_thread(certificates.renew_if_due, names, utc_now())
            if certificates.server() != shown:
                certificates.load(context)
                shown = certificates.server()
        except (CertificateError, OSError) as error:
            log.warning("the server's certificate could not be renewed: %s", error)
