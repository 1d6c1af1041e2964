"""``hallctl voice``: make a recorded voice for a hall, check it, list it, hear it."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from hallctl.core.plan import Plan
from hallctl.settings.hall_rules.boards import VOICES
from hallctl.station.voice.chime import chime
from hallctl.station.voice.clip import Clip, joined, silence
from hallctl.station.voice.espeak import EspeakVoice
from hallctl.station.voice.making import faults_of, make_voice
from hallctl.station.voice.named_voices import NamedVoices
from hallctl.station.voice.pack import VoicePack, VoicePackError, open_pack
from hallctl.station.voice.recorded import RecordedVoice
from hallctl.station.voice.vocabulary import phrases_of, reading_of, sentences_of
from hallctl.station.voice.voices import VoiceFault
from hallctl.station.voice.wording import LANGUAGES, Reading, counter_words, ticket_words
from hallctl.verbs.shared import FAILED, HallOption, fail, hall_at

app = typer.Typer(no_args_is_help=True, help="Recorded voices: make, check, list, play.")
PLAYERS = ("paplay", "pw-play", "aplay")
NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="The voice: a folder in voices/.", show_default=False)
]


def add_to(whole: typer.Typer) -> None:
    """Give the command line this group of verbs."""
    whole.add_typer(
        app, name="voice", epilog="Example:  hallctl voice make nu-mien-bac --hall hall"
    )


@app.command(epilog="Example:  hallctl voice make nu-mien-bac --recordings studio --hall hall")
def make(
    name: NameArgument,
    *,
    recordings: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="WAV files named as in script.csv, instead of made ones."),
    ] = None,
    pace: Annotated[
        int, typer.Option(min=80, max=300, help="Words a minute of what is made.")
    ] = 145,
    hall: HallOption = Path(),
) -> None:
    """Build the voice from espeak-ng, with human recordings in place of made clips where there are any.

    script.csv in the voice's folder says what to read out, and how to name each file.
    """
    plan = hall_at(hall).plan
    folder = _folder(hall, name)
    if recordings is not None and not recordings.is_dir():
        fail(f"there is no folder {recordings}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        voice = NamedVoices(EspeakVoice(pace=pace), _named(plan))
        made = make_voice(folder, phrases_of(plan), voice, recordings, _tell)
    except (OSError, VoiceFault, VoicePackError) as error:
        fail(error)
    for one in made.unused:
        typer.echo(
            f"{one}.wav says nothing this hall needs; see script.csv for the names", err=True
        )
    typer.echo(f"{folder}: {made.clips} clips, {made.recorded} of them recorded")
    for code in _silent(plan, open_pack(folder)):
        typer.echo(f"{code}: no voice of espeak-ng, and nobody has recorded it; it stays silent")
    typer.echo(f'to use it, write  voice = "{name}"  under [announcements] in hall.toml')


@app.command(epilog="Example:  hallctl voice check nu-mien-bac --hall hall")
def check(name: NameArgument, *, hall: HallOption = Path()) -> None:
    """Say whether the voice is whole and can say everything this hall says; status 1 if not."""
    plan = hall_at(hall).plan
    faults = list(faults_of(_pack(hall, name), sentences_of(plan)))
    for one in faults:
        typer.echo(one, err=True)
    if faults:
        raise typer.Exit(FAILED)
    typer.echo(f"{name}: whole, and it can say everything this hall says")


@app.command("list", epilog="Example:  hallctl voice list nu-mien-bac --hall hall")
def list_(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="Its clips; else every voice.")
    ] = "",
    *,
    hall: HallOption = Path(),
) -> None:
    """List the hall's voices, or the clips of one."""
    if name:
        for one in _pack(hall, name).manifest.clip:
            typer.echo(f"{one.language}  {one.source:8}  {one.says}  ({one.file})")
        return
    for folder in sorted((hall / VOICES).glob("*/")):
        try:
            clips = open_pack(folder).manifest.clip
        except VoicePackError as error:
            typer.echo(str(error), err=True)
            continue
        recorded = sum(one.source == "recorded" for one in clips)
        typer.echo(f"{folder.name}  {len(clips)} clips, {recorded} recorded")


@app.command(epilog="Example:  hallctl voice play nu-mien-bac A012 3 --hall hall")
def play(
    name: NameArgument,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="Such as A012.")],
    counter: Annotated[str, typer.Argument(metavar="COUNTER", help="Such as 3.")],
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a WAV file instead of playing it.")
    ] = None,
    hall: HallOption = Path(),
) -> None:
    """Hear a call as the hall would."""
    reading = reading_of(hall_at(hall).plan)
    voice = RecordedVoice(_pack(hall, name))
    try:
        sound = _call(voice, number, counter, reading)
        if out is not None:
            out.write_bytes(sound.to_wav())
        else:
            _play(sound)
    except (OSError, VoiceFault) as error:
        fail(error)


def _call(voice: RecordedVoice, number: str, counter: str, reading: Reading) -> Clip:
    parts = [chime()]
    for language in (*LANGUAGES, *filter(voice.speaks, reading.added)):
        parts += [
            silence(0.3),
            voice.speak(ticket_words(number, language, reading), language),
            silence(0.15),
            voice.speak(counter_words(counter, language, reading), language),
        ]
    return joined([*parts, silence(0.3)])


def _named(plan: Plan) -> dict[str, str]:
    """Which voice of espeak-ng reads each added language."""
    return {code: plan.languages[code].voice for code in plan.called_in}


def _silent(plan: Plan, pack: VoicePack) -> list[str]:
    """Added languages that a call may be made in, and this voice can't say."""
    return [code for code in plan.called_in if not pack.phrases(code)]


def _play(sound: Clip) -> None:
    player = next(filter(None, map(shutil.which, PLAYERS)), None)
    if player is None:
        fail(f"none of {', '.join(PLAYERS)} is installed; write a file with --out call.wav")
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        file.write(sound.to_wav())
        file.flush()
        played = subprocess.run([player, file.name], capture_output=True, check=False)  # noqa: S603 - found on this machine
    if played.returncode:
        why = " ".join(played.stderr.decode(errors="replace").split())
        fail(f"this machine plays no sound ({why}); write a file with --out call.wav")


def _folder(hall: Path, name: str) -> Path:
    if not name or Path(name).name != name or name.startswith("."):
        fail(f"{name!r} is no name for a folder; use letters and digits")
    return hall / VOICES / name


def _pack(hall: Path, name: str) -> VoicePack:
    try:
        return open_pack(_folder(hall, name))
    except VoicePackError as error:
        fail(error)


def _tell(done: int, of: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{done} of {of} clips", nl=done == of, err=True)
