"""The speaker: what the hall hears through a real sound server, and how silence is told."""

import os
import shutil
import subprocess
import sys
import textwrap
import time
from array import array
from pathlib import Path

import numpy as np
import pytest

from hallctl.station.voice.chime import chime
from hallctl.station.voice.clip import RATE
from hallctl.station.voice.speaker import SilentSpeaker

pytestmark = pytest.mark.screens
needs_pulse = pytest.mark.skipif(
    any(shutil.which(one) is None for one in ("pulseaudio", "parec", "pactl")),
    reason="pulseaudio and pulseaudio-utils are not installed",
)
RECORDED_AS = (f"--rate={RATE}", "--channels=1", "--format=s16le")
LONGEST_BYTES = 2 * 20 * RATE
ROOT = Path(__file__).parents[2]
PLAY = """
    from PySide6.QtCore import QCoreApplication, QTimer
    app = QCoreApplication([])
    from hallctl.station.voice.chime import chime
    from hallctl.station.voice.sound_device import open_speaker
    speaker = open_speaker()
    QTimer.singleShot(0, lambda: speaker.play(chime(), app.quit))
    app.exec()
    print("fault:", speaker.fault)
"""


def play_the_chime(**environment):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PLAY)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    ).stdout.strip()


@pytest.fixture
def sound_server(tmp_path):
    """A PulseAudio of our own whose only device is a null sink named ``hall``."""
    socket = tmp_path / "s"
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    modules = [
        *("-L", f"module-null-sink sink_name=hall rate={RATE} channels=1"),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
    ]
    server = subprocess.Popen(
        ["pulseaudio", "--daemonize=no", "-n", "--exit-idle-time=-1", *modules],
        env=os.environ | home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    environment = home | {"PULSE_SERVER": f"unix:{socket}"}
    wait_for_server(environment)
    yield environment
    server.terminate()
    server.wait(10)


def wait_for_server(environment):
    for _ in range(100):
        asked = subprocess.run(
            ["pactl", "info"], env=os.environ | environment, capture_output=True, check=False
        )
        if asked.returncode == 0:
            return
        time.sleep(0.05)
    pytest.fail("the sound server did not start")


def recorded(environment, play):
    """What came out of the sink while ``play`` ran and until it was quiet again, as samples."""
    recorder = subprocess.Popen(
        [*("parec", "-d", "hall.monitor", "--latency-msec=50"), *RECORDED_AS],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
    )
    heard = recorder.stdout.read(2)  # the recorder runs before anything is played
    answer = play()
    while not is_over(heard) and len(heard) < LONGEST_BYTES:
        heard += recorder.stdout.read(RATE)  # half a second
    recorder.terminate()
    recorder.communicate(timeout=10)
    return answer, array("h", heard)


def is_over(heard):
    """Something has sounded, and the last quarter of a second is silent."""
    return any(heard) and not any(heard[-RATE // 2 :])


def share_heard(heard, source, window=2048):
    """How much of ``source`` is found in ``heard``, window by window, as it was played.

    A sound server on a loaded machine may pause between two windows, as no hall's does.
    """
    heard, source = (np.asarray(one, dtype=np.float64) for one in (heard, source))
    energy = np.convolve(heard**2, np.ones(window), mode="valid")
    windows = [source[at : at + window] for at in range(0, len(source) - window, window)]
    loud = [one for one in windows if np.abs(one).max() > 300]
    found = [_likeness(heard, energy, one) > 0.98 for one in loud]
    return sum(found) / len(found)


def _likeness(heard, energy, window):
    """The best normalised correlation of ``window`` with any stretch of ``heard``; 1 is equal."""
    places = np.correlate(heard, window, mode="valid")
    return (places / np.sqrt(np.maximum(energy, 1) * (window @ window))).max()


@needs_pulse
def test_the_hall_hears_what_was_played(sound_server):
    answer, heard = recorded(sound_server, lambda: play_the_chime(**sound_server))
    assert answer == "fault:"
    assert share_heard(heard, chime().samples) > 0.7
    assert sum(abs(one) > 30 for one in heard) / RATE < chime().duration_s


def test_a_machine_without_sound_says_so_and_goes_on(tmp_path):
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path}/none", "QT_AUDIO_BACKEND": "pulseaudio"}
    assert play_the_chime(**nowhere) == "fault: no_sound"


def test_a_silent_speaker_is_done_at_once():
    done = []
    SilentSpeaker("no_sound").play(chime(), lambda: done.append(True))
    assert done == [True]
