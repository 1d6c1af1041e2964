"""The verbs of ``hallctl`` by what one is about to do: the order of its help, and of the README."""

import typer
from typer.core import TyperGroup

SECTIONS = {
    "Make and run a hall": (
        *("init", "check", "serve", "status", "send"),
        *("checkpoint", "install", "uninstall"),
    ),
    "When something is wrong": ("doctor", "verify", "rebuild"),
    "Lose nothing": ("backup", "restore", "standby", "take-over", "stand-alone"),
    "Stations and devices": ("stations", "devices", "voice", "languages", "certificate"),
    "People and personal data": ("people", "person", "retention", "looks"),
    "Procedures and dossiers": (
        *("search", "catalogue", "due", "dossier", "forms"),
        *("runs", "notices", "fees", "deliveries", "appointments"),
    ),
    "Figures": ("counts", "report", "indicators", "signing", "verify-day"),
    "Other systems": ("tokens", "webhooks", "exchange"),
    "Try it": ("demo", "simulate", "simulate-dossiers"),
}
WHOLE = 200
"""Letters of a verb's sentence: none is cut off."""


class WholeSentences(TyperGroup):
    """Shows each of its verbs with its whole first sentence."""

    def format_commands(self, ctx, formatter) -> None:  # type: ignore[no-untyped-def]  # noqa: ARG002 - its classes are private
        """Write the verbs, section by section."""
        width = max(len(verb) for verb in self.commands)
        for section, verbs in self.sections().items():
            here = [(verb, self.commands[verb]) for verb in verbs if verb in self.commands]
            if here:
                with formatter.section(section):
                    formatter.write_dl(
                        [(verb.ljust(width), one.get_short_help_str(WHOLE)) for verb, one in here]
                    )

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]  # its classes are private
        """Whoever asks for nothing is shown what there is, where it can be paged through."""
        if not args:
            typer.echo(self.get_help(ctx))
            ctx.exit()
        return super().parse_args(ctx, args)

    def sections(self) -> dict[str, tuple[str, ...]]:
        """All of them in one."""
        return {"Verbs": tuple(self.commands)}


class InSections(WholeSentences):
    """The verbs of ``hallctl`` itself, in its sections."""

    def sections(self) -> dict[str, tuple[str, ...]]:
        """As one is about to use them."""
        return SECTIONS
