"""``hallctl languages``: what a hall speaks, and what the languages it has added lack."""

from collections.abc import Container
from pathlib import Path
from typing import Annotated

import typer

from hallctl.core.call_words import can_call
from hallctl.core.languages import Language
from hallctl.core.plan import Plan
from hallctl.known_words import SAMPLES, gaps_of
from hallctl.verbs.shared import HallOption, fail, hall_at

languages = typer.Typer(
    help="Languages of the hall: list them and what they lack, or begin one.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example:  hallctl languages list --hall hall",
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(languages, name="languages")


@languages.command("list", epilog="Example:  hallctl languages list --missing --hall hall")
def list_languages(
    *,
    missing: Annotated[
        bool, typer.Option("--missing", help="Name every sentence that is missing.")
    ] = False,
    hall: HallOption = Path(),
) -> None:
    """List the hall's languages, how much is there of each, and who has looked it over."""
    plan = hall_at(hall).plan
    for code in plan.rules.languages:
        added = plan.languages.get(code)
        typer.echo(_line(added) if added else f"{code:8} whole, with a voice")
        if added:
            _tell_gaps(added, missing=missing)
    for code in plan.languages.keys() - set(plan.rules.languages):
        typer.echo(f"{code:8} has a file and is not in hall.languages: nobody is offered it")


@languages.command("begin", epilog="Example:  hallctl languages begin hmn --hall hall")
def begin(
    code: Annotated[str, typer.Argument(help="One that is laid out already, such as hmn.")],
    hall: HallOption = Path(),
) -> None:
    """Put a language that is laid out beside hall.toml, to be looked over by a speaker."""
    hall_at(hall)
    sample, file = SAMPLES / f"{code}.json", hall / "words" / f"{code}.json"
    if not sample.is_file():
        known = ", ".join(sorted(one.stem for one in SAMPLES.glob("*.json")))
        fail(f"no language {code!r} is laid out; there is: {known}. Write {file} yourself")
    if file.exists():
        fail(f"{file} is there already")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(sample.read_bytes())
    typer.echo(
        f"{file} is there; a speaker of the language must look it over before citizens see it."
        f' Then add "{code}" to hall.languages, and names in it to hall.toml'
    )


def checked(plan: Plan, recorded: Container[str] = ()) -> list[str]:
    """A line a language for ``hallctl check``, and whether calls are made in it."""
    return [
        line
        for one in plan.languages.values()
        for line in (_line(one), f"{one.code:8} {_called(one, plan, recorded)}")
    ]


def _called(language: Language, plan: Plan, recorded: Container[str]) -> str:
    """Whether boards call in it. ``recorded`` are the languages that the hall's own voice speaks."""
    if language.code in plan.called_in:
        if language.code in recorded:
            return "is called aloud by the hall's own voice"
        if language.voice:
            return f"is called aloud by the voice {language.voice} of espeak-ng"
        return "is not called aloud: it has no voice, and nobody has recorded one"
    if not can_call(language):
        return "is not called aloud: its file lacks call and digits"
    return "is not called aloud: the hall's settings don't name it"


def _line(language: Language) -> str:
    gaps = list(gaps_of(language))
    said, total = sum(one.said for one in gaps), sum(one.total for one in gaps)
    review = f"looked over by {language.reviewed}" if language.reviewed else "not looked over yet"
    voice = f"voice {language.voice}" if language.voice else "no voice"
    return (
        f"{language.code:8} {language.name}: {said} of {total} sentences, the others are said in"
        f" Vietnamese; {voice}; {review}"
    )


def _tell_gaps(language: Language, *, missing: bool) -> None:
    for gaps in gaps_of(language):
        for key in gaps.odd:
            typer.echo(f"  {gaps.part}.{key}: unknown, or fills other places; it is not said")
        for key in gaps.missing if missing else ():
            typer.echo(f"  {gaps.part}.{key}: missing")
