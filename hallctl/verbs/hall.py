"""``hallctl init, check, serve, status, send, demo, verify, rebuild``: the verbs of a hall as a whole."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hallctl.certificates.keeping import CertificateError
from hallctl.hall_directory import HallBusyError, HallDirectory, is_no_hall
from hallctl.journal.entry import JournalError
from hallctl.machine.listening_faults import listening_fault
from hallctl.machine.log_lines import log_in_json
from hallctl.running_hall import HallUnreachableError, ask_health, ask_view, send_command
from hallctl.samples import HallExistsError, Sample, write_sample
from hallctl.settings import HallSettings
from hallctl.verbs.shared import (
    FAILED,
    HallArgument,
    HallOption,
    Language,
    fail,
    hall_at,
    hall_to_begin,
    progress,
)
from hallctl.verbs.upkeep_lines import upkeep_lines

if TYPE_CHECKING:
    from hallctl.verifying import Verdict

DEMO_OUT = Path("out/demo")
IN_ORDER = {
    "en": "{} is in order: {} services, {} counters, {} departments, {} stations, {} procedures",
    "vi": "{} không có lỗi: {} lĩnh vực, {} quầy, {} cơ quan, {} thiết bị, {} thủ tục",
}
USUAL_SAMPLE: Sample = "province"


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command(epilog="Example:  hallctl init hall --sample province")(init)
    app.command(epilog="Example:  hallctl check hall")(check)
    app.command(epilog="Example:  hallctl serve hall --host 127.0.0.1 --port 0")(serve)
    app.command(epilog="Example:  hallctl status --hall hall")(status)
    app.command(
        epilog="""Example:  hallctl send '{"type":"IssueTicket","service":"land"}' --hall hall"""
    )(send)
    app.command(epilog="Example:  hallctl demo --headless --people 60 --out out/demo")(demo)
    app.command(epilog="Example:  hallctl verify hall")(verify)
    app.command(epilog="Example:  hallctl rebuild hall")(rebuild)


def init(
    directory: HallArgument,
    sample: Annotated[
        Sample | None,
        typer.Option(help="Which hall to begin with; a province's where nothing is said."),
    ] = None,
) -> None:
    """Make a hall directory from a sample: a commented hall.toml and its catalogue.

    Everything in it is a beginning, to be changed: services, counters, departments, hours. Whoever
    would rather answer questions in a browser runs 'hallctl serve DIR' on a new directory.
    """
    from hallctl.verbs import certificate, people, signing  # noqa: PLC0415 - no other verb needs them

    begun = sample or USUAL_SAMPLE
    try:
        write_sample(directory, begun)
    except (HallExistsError, OSError) as error:
        fail(error)
    typer.echo(f"{directory} is a hall now, from the sample of a {begun}.")
    if sample is None:
        typer.echo("Nothing was said of another: --sample commune makes a commune's.")
    typer.echo(f"Edit {directory / 'hall.toml'}, then:")
    typer.echo(f"  hallctl check {directory}")
    typer.echo(f"  hallctl serve {directory}")
    certificate.make_authority_of(directory)
    signing.make_key_of(directory)
    people.first_administrator(hall_at(directory))


def check(
    directory: HallArgument,
    language: Annotated[Language, typer.Option(help="In which language problems are told.")] = "en",
) -> None:
    """Say whether the hall directory is in order, or every problem found, with its code."""
    from hallctl.verbs import catalogue, languages  # noqa: PLC0415 - no other verb needs them
    from hallctl.web.voice_shelf import languages_recorded  # noqa: PLC0415 - as above

    settings = hall_at(directory, language)
    plan = settings.plan
    counts = (len(plan.services), len(plan.counters), len(plan.departments), len(settings.stations))
    typer.echo(IN_ORDER[language].format(directory, *counts, catalogue.checked(settings)))
    recorded = languages_recorded(directory, plan.announcing.voice)
    for line in languages.checked(plan, recorded):
        typer.echo(f"words/{line}")


def serve(
    directory: HallArgument,
    host: Annotated[str, typer.Option(help="Address to listen on; else hall.toml's.")] = "",
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 picks a free one.")
    ] = None,
    *,
    tls: Annotated[
        bool | None, typer.Option("--tls/--no-tls", help="Encrypt or not, whatever hall.toml says.")
    ] = None,
    json_log: Annotated[bool, typer.Option("--json-log", help="Log lines in JSON.")] = False,
) -> None:
    """Run the hall's controller until it is told to stop; a new directory opens a guide first."""
    import uvloop  # noqa: PLC0415 - the other verbs start without it

    from hallctl.running import Asked, Ending, How  # noqa: PLC0415
    from hallctl.running import serve as run  # noqa: PLC0415
    from hallctl.running.moving import Begun, Given, served  # noqa: PLC0415
    from hallctl.verbs import first_run, people  # noqa: PLC0415 - no other verb needs them

    def begin(settings: HallSettings, asked: Asked, *, has_begun: bool = False) -> Ending:
        return uvloop.run(run(settings, asked, has_begun=has_begun))

    if json_log:
        log_in_json()
    guided = first_run.guide(directory, host, port) if is_no_hall(directory) else 0
    settings = hall_to_begin(directory)
    wanted = settings.server.port if port is None else port
    if guided and not settings.server.encrypts(host or settings.server.host):
        wanted = guided  # the guide's browser goes on where it is
    people.first_administrator(settings)
    try:
        given = Given(host, port, tls)
        asked = Asked(host or settings.server.host, wanted, How(tls, guided, given.names))
        ending = served(begin, Begun(settings, asked, lambda: hall_to_begin(directory)), given)
    except (JournalError, HallBusyError, CertificateError) as error:
        fail(error)
    except OSError as error:
        fail(listening_fault(error) or error)
    if ending.failure:
        fail(f"stopped, because the journal could not be written: {ending.failure}")


def status(
    hall: HallOption = Path(),
    *,
    devices: Annotated[
        bool, typer.Option("--devices", help="Also every device, and slips not on paper.")
    ] = False,
) -> None:
    """Say whether the controller runs, and how far its journal is."""
    try:
        health = ask_health(HallDirectory(hall))
        upkeep = ask_view(HallDirectory(hall), "upkeep") if devices else None
    except HallUnreachableError as error:
        fail(error)
    for name, value in health.items():
        typer.echo(f"{name}: {value}")
    for line in upkeep_lines(upkeep) if upkeep else ():
        typer.echo(line)


def send(
    command: Annotated[
        str, typer.Argument(metavar="JSON", help="One command; - reads it from standard input.")
    ],
    hall: HallOption = Path(),
) -> None:
    """Send one command to the running controller and print its answer."""
    text = sys.stdin.read() if command == "-" else command
    try:
        answer = send_command(HallDirectory(hall), text)
    except (HallUnreachableError, ValueError) as error:
        fail(error)
    typer.echo(answer.text)
    if not answer.is_granted:
        raise typer.Exit(FAILED)


def demo(  # noqa: PLR0913 - one argument an option
    *,
    headless: Annotated[
        bool, typer.Option("--headless", help="No windows: a whole day in seconds, and pictures.")
    ] = False,
    people: Annotated[
        int | None,
        typer.Option(min=1, max=100_000, help="Citizens of the day; else 60, in windows 240."),
    ] = None,
    speed: Annotated[
        float, typer.Option(min=0.1, max=1000, help="Hall seconds a second, in windows.")
    ] = 10.0,
    seed: Annotated[int, typer.Option(help="The same seed makes the same day.")] = 2026,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where everything is left.")] = DEMO_OUT,
    days: Annotated[
        int, typer.Option(min=0, max=1000, help="Working days that have passed in it before.")
    ] = 0,
) -> None:
    """Show a whole hall on this machine: controller, screens, printer and people."""
    from hallctl import demo as played  # noqa: PLC0415 - brings Qt

    in_windows = not headless and played.has_display()
    usual = played.CITIZENS_IN_WINDOWS if in_windows else played.CITIZENS
    order = played.DemoOrder(people or usual, speed, seed, out, days)
    try:
        summary = played.run_demo(order, in_windows=in_windows)
    except (played.DemoError, JournalError, OSError) as error:
        fail(error)
    if summary is not None:
        typer.echo(summary.line())
        if not summary.reconciles:
            raise typer.Exit(FAILED)


def verify(directory: HallArgument) -> None:
    """Prove the journal whole: chain, order, counts, and the ledger and checkpoint made from it."""
    from hallctl.verbs import people, signing  # noqa: PLC0415 - no other verb needs them
    from hallctl.verifying import verify as examine  # noqa: PLC0415
    from hallctl.verifying import verify_words  # noqa: PLC0415

    home = HallDirectory(directory)
    verdict = examine(home.journal, progress, home.checkpoint)
    if problem := verdict.problem or verify_words(home.journal, home.complaints):
        fail(problem)
    for line in _told(verdict):
        typer.echo(line)
    if lines := people.proved_record(directory):
        typer.echo(f"record: {lines} lines, unbroken")
    signed, wrong = signing.signing_problem(directory)
    if wrong:
        fail(wrong)
    if signed:
        typer.echo(f"signatures: {signed}, all by the hall's keys")


def _told(verdict: "Verdict") -> Iterator[str]:
    ledger = "is of an earlier release: the next start makes it again"
    agrees = ledger if verdict.is_ledger_old else "agrees"
    yield f"{verdict.facts} events, unbroken; the counts add up; the ledger {agrees}"
    if verdict.dossiers:
        yield f"dossiers: {verdict.dossiers}; every day, department and official reconciles"
    if verdict.runs:
        yield f"courier runs: {verdict.runs}; nothing is on two, nothing unaccounted for"
    if verdict.checkpoint:
        yield f"checkpoint: {verdict.checkpoint}"


def rebuild(directory: HallArgument) -> None:
    """Make the ledger again from the journal (the controller must not be running)."""
    from hallctl.ledger.opening import open_journal  # noqa: PLC0415
    from hallctl.ledger.rebuilding import rebuild as make_again  # noqa: PLC0415

    home = HallDirectory(directory)
    if not home.journal.exists():
        fail(f"{home.journal}: there is no journal here")
    try:
        with home.held():
            journal = open_journal(home)
            wrong = make_again(journal.database, journal.read(), progress)
            journal.close()
    except (JournalError, HallBusyError) as error:
        fail(error)
    found = f"{', '.join(wrong)} had been wrong" if wrong else "it came out the same"
    typer.echo(f"the ledger was made again from {journal.number} events; {found}")
