"""``hallctl verify-day`` and ``hallctl signing``: the hall's signature under each day's figures."""

import ssl
import time
from pathlib import Path
from typing import Annotated
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

import msgspec
import typer

from hallctl.hall_directory import HallDirectory
from hallctl.signing.checking import Checked, check_day
from hallctl.signing.document import SignedDay
from hallctl.signing.keys import SigningKeyError, SigningKeys, fingerprint_of
from hallctl.verbs.shared import FAILED, HallOption, fail, hall_at

PATIENCE_S = 10.0
LARGEST = 16 * 1024 * 1024
FAULTS = {
    "other_day": "is about another day or part",
    "unreadable": "can't be read",
    "hash": "was changed: it does not have its hash",
    "unknown_key": "is signed by a key that is not given",
    "strange_key": "is signed by a key that the trusted one does not vouch for",
    "signature": "was not signed by that key",
    "sum": "does not add up",
    "order": "does not follow from what was signed before",
}

signing = typer.Typer(
    name="signing",
    help="The key that signs each day's figures.",
    epilog="Example:  hallctl signing show --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command("verify-day", epilog="Example:  hallctl verify-day day.json --key hall.pem")(
        verify_day
    )
    app.add_typer(signing)


def make_key_of(directory: Path) -> None:
    """A new hall can sign from the first moment."""
    SigningKeys(directory).current(_now())


def verify_day(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL", help="A signed day, or its address.", show_default=False
        ),
    ],
    key: Annotated[
        str, typer.Option(metavar="PEM|FINGERPRINT", help="The hall's key, known otherwise.")
    ] = "",
    authority: Annotated[
        Path | None, typer.Option(metavar="PEM", help="The hall's authority, for an https address.")
    ] = None,
) -> None:
    """Check a signed day's figures: hashes, signatures, sums, order; needs no hall."""
    try:
        day = msgspec.json.decode(_content(source, authority), type=SignedDay)
        checked = check_day(day, _fingerprint(key))
    except (FileNotFoundError, IsADirectoryError):
        fail(f"{source}: there is no such file")
    except (OSError, URLError, ValueError, msgspec.MsgspecError, SigningKeyError) as error:
        fail(f"{source}: {error}")
    if not checked:
        fail(f"{source}: nothing is signed about {day.day}")
    typer.echo(f"{day.hall.vi}, {day.day}")
    for one in checked:
        typer.echo(_line(one))
    if not key:
        signers = ", ".join(sorted({one.key for one in checked}))
        typer.echo(f"compare with the key that the hall publishes: {signers}")
    if any(one.fault for one in checked):
        raise typer.Exit(FAILED)


@signing.callback()
def _group() -> None:
    """The key that signs each day's figures."""


@signing.command(epilog="Example:  hallctl signing show --hall hall")
def show(hall: HallOption = Path()) -> None:
    """Every key of the hall, the newest last, by fingerprint; publish the newest on paper."""
    hall_at(hall)
    keys = SigningKeys(hall)
    try:
        keys.current(_now())
        published = keys.published()
    except (SigningKeyError, OSError) as error:
        fail(error)
    for one in published:
        since = time.strftime("%Y-%m-%d", time.localtime(one.since / 1000))
        typer.echo(f"{one.key}  since {since}")
    typer.echo(f"public key: {keys.public_file}")


@signing.command(epilog="Example:  hallctl signing rotate --hall hall")
def rotate(hall: HallOption = Path()) -> None:
    """A new key from now on, introduced by the one before; what that has signed stays signed."""
    hall_at(hall)
    try:
        made = SigningKeys(hall).rotate(_now()).published
    except (SigningKeyError, OSError) as error:
        fail(error)
    typer.echo(f"signing with {made.key} from now on")
    if made.introduced_by:
        typer.echo(f"introduced by {made.introduced_by}")
    else:
        typer.echo("no earlier key vouches for it: publish it anew")


def signing_problem(directory: Path) -> tuple[int, str]:
    """How many statements are signed, and what is wrong with the first bad one (or empty)."""
    from hallctl.signing.checking import first_unproved  # noqa: PLC0415
    from hallctl.signing.store import Signatures  # noqa: PLC0415

    file = HallDirectory(directory).signatures
    if not file.exists():
        return 0, ""
    signatures = Signatures(file)
    try:
        wrong = first_unproved(signatures, SigningKeys(directory).published())
        return len(signatures.known()), wrong
    finally:
        signatures.close()


def _content(source: str, authority: Path | None) -> bytes:
    if urlsplit(source).scheme not in {"http", "https"}:
        return Path(source).read_bytes()
    context = ssl.create_default_context(cafile=str(authority) if authority else None)
    opener = build_opener(ProxyHandler({}), HTTPSHandler(context=context))
    with opener.open(Request(_data_of(source)), timeout=PATIENCE_S) as answer:  # noqa: S310 - http or https
        read: bytes = answer.read(LARGEST)
    return read


def _data_of(address: str) -> str:
    """The document's address, also where the page's was given, as the board's code has it."""
    root, is_page, day = address.partition("/days/")
    if not is_page or root.endswith("/open-data"):
        return address
    return f"{root}/open-data/days/{day.partition('?')[0].strip('/')}.json"


def _fingerprint(key: str) -> str:
    """Of a PEM file, or as it was given."""
    if key and Path(key).is_file():
        return fingerprint_of(Path(key).read_text("utf-8"))
    return "".join(key.split()).lower()


def _line(one: Checked) -> str:
    what = f"{one.part}, correction {one.correction}" if one.correction else f"{one.part}, sealed"
    if one.fault:
        return f"{what}: NOT VALID: it {FAULTS[one.fault]}"
    told = ", ".join(f"{name} {value}" for name, value in one.figures.items() if value)
    return f"{what}: valid, by {one.key[:16]}: {told or 'nothing happened'}"


def _now() -> int:
    return round(time.time() * 1000)
