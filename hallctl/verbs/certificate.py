"""``hallctl certificate``: by which authority stations know the hall, and its server certificate."""

from pathlib import Path

import typer

from hallctl.certificates.authority import utc_now
from hallctl.certificates.keeping import CertificateError, Certificates
from hallctl.certificates.server_certificate import names_of, own_names
from hallctl.settings import HallSettings
from hallctl.verbs.shared import HallOption, fail, hall_at

certificate = typer.Typer(
    name="certificate",
    help="Show or renew the hall's certificates.",
    epilog="Example:  hallctl certificate show --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(certificate)


@certificate.callback()
def _group() -> None:
    """Show or renew the hall's certificates."""


def make_authority_of(directory: Path) -> None:
    """A new hall has its authority from the first moment."""
    settings = hall_at(directory)
    certificates_of(settings).authority(utc_now())


@certificate.command(epilog="Example:  hallctl certificate show --hall hall")
def show(hall: HallOption = Path()) -> None:
    """The authority's fingerprint, to compare with a new station's screen, and what else there is."""
    certificates = certificates_of(hall_at(hall))
    try:
        authority = certificates.authority(utc_now())
    except CertificateError as error:
        fail(error)
    typer.echo(f"authority  {authority.fingerprint}")
    typer.echo(f"           {certificates.authority_file}")
    found = certificates.server()
    if found is None:
        typer.echo("server     none yet; it is made when the hall is served with TLS")
        return
    typer.echo(f"server     good until {found.not_valid_after_utc:%d/%m/%Y}")
    typer.echo(f"           {', '.join(sorted(names_of(found)))}")


@certificate.command(epilog="Example:  hallctl certificate renew --hall hall")
def renew(hall: HallOption = Path()) -> None:
    """A new server certificate; a running controller shows it within a minute."""
    settings = hall_at(hall)
    try:
        made = certificates_of(settings).renew(own_names(settings.server.public_url), utc_now())
    except (CertificateError, OSError) as error:
        fail(error)
    typer.echo(f"the server's certificate is good until {made.not_valid_after_utc:%d/%m/%Y}")


def certificates_of(settings: HallSettings) -> Certificates:
    """The certificates of that hall."""
    return Certificates(settings.directory / "secrets", settings.plan.hall.vi)
