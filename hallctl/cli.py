"""``hallctl``: the hall's command line. Each verb is thin; what it does lives elsewhere."""

import logging
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer
from typer.models import CommandInfo, TyperInfo

from hallctl import __version__
from hallctl.machine.log_lines import PLAIN
from hallctl.verbs.sections import InSections, WholeSentences
from hallctl.verbs.shared import told

VERBS = {
    "hall": ("init", "check", "serve", "status", "send", "demo", "verify", "rebuild"),
    "applicants": ("looks",),
    "appointments": ("appointments",),
    "backup": ("backup", "restore"),
    "checkpoint": ("checkpoint",),
    "catalogue": ("search", "catalogue"),
    "devices": ("devices",),
    "languages": ("languages",),
    "dossiers": ("due", "dossier", "counts"),
    "forms": ("forms",),
    "people": ("people",),
    "person": ("person",),
    "certificate": ("certificate",),
    "signing": ("verify-day", "signing"),
    "standby": ("standby", "take-over", "stand-alone"),
    "stations": ("stations",),
    "upkeep": ("doctor", "install", "uninstall"),
    "simulate_dossiers": ("simulate-dossiers",),
    "simulate": ("simulate",),
    "report": ("report",),
    "retention": ("retention",),
    "runs": ("runs",),
    "voice": ("voice",),
    "notices": ("notices",),
    "webhooks": ("webhooks",),
    "indicators": ("indicators",),
    "tokens": ("tokens",),
    "exchange": ("exchange",),
    "fees": ("fees", "deliveries"),
}
"""Which module of :mod:`hallctl.verbs` brings which verbs."""
AS_IT_STANDS = "\b\n"
"""Before a paragraph of help."""


def main() -> None:
    """Run the command line; the exit status says whether it worked."""
    logging.basicConfig(level=logging.WARNING, format=PLAIN)
    try:
        command_line(_bringing(sys.argv[1:2]))()
    except OSError as error:  # a disk, a file or a wire: nothing that a list of calls would explain
        sys.exit(f"hallctl: {told(error)}")


def command_line(modules: Iterable[str] = VERBS) -> typer.Typer:
    """The command line with the verbs of these modules; of all, where none is named."""
    app = typer.Typer(
        name="hallctl",
        cls=InSections,
        help="Run a service hall: numbers, counters, boards and ratings around one controller.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_version)
    for module in modules:
        import_module(f"hallctl.verbs.{module}").add_to(app)
    _with_examples_on_one_line(app)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            group.typer_instance.info.cls = WholeSentences
            _with_examples_on_one_line(group.typer_instance)
    return app


def _with_examples_on_one_line(app: typer.Typer) -> None:
    """To be copied as they stand: the mark keeps a paragraph from being filled anew."""
    told: list[TyperInfo | CommandInfo] = [app.info, *app.registered_commands]
    for one in told:
        if isinstance(one.epilog, str) and not one.epilog.startswith(AS_IT_STANDS):
            one.epilog = AS_IT_STANDS + one.epilog


def _bringing(words: list[str]) -> Iterable[str]:
    """The module whose verb is asked for: the others are a second's loading. All for anything else."""
    return [name for name, verbs in VERBS.items() if set(verbs) & set(words)] or VERBS


def _version(
    *, version: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False
) -> None:
    if version:
        typer.echo(f"hallctl {__version__}")
        raise typer.Exit
