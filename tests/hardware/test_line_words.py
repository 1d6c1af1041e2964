"""What pads, boards and lamps say and are told, byte by byte."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.lines import led_words, modbus_words
from hardware.lines.checksums import checksum
from hardware.lines.pad_format import (
    MOST_BYTES,
    FormatError,
    formats_with,
    known_formats,
    read_format,
)
from hardware.lines.pad_frames import PadFrames, Press
from tests.pages import DOCS, blocks

FORMATS = known_formats()
FRAMED = [form for form in FORMATS.values() if form.framing == "frame"]
STX, SUM = FORMATS["stx-etx"], FORMATS["four-byte-sum"]
BCC = FORMATS["stx-etx-bcc"]


@pytest.mark.parametrize(
    ("words", "board", "text", "frame"),
    [
        (led_words.andon, 5, "999", "05 03 e7 ef"),
        (led_words.sunpn, 0, "888", "3a 00 78 03 01 b6 0a"),
        (led_words.armfly, 1, "02", "24 30 30 31 2c 30 32 26"),
        (led_words.edi, 1, "1234", "02 30 31 31 32 33 34 03"),
        (led_words.edi, 7, "", "02 30 37 20 20 20 20 03"),
        (led_words.modbus_dm36, 5, "A017", "05 06 00 00 00 11 48 42"),
        (led_words.sunpn, 3, "A017", "3a 03 11 00 01 4f 0a"),
        (led_words.sunpn, 255, "9999", "3a ff 0f 27 01 70 0a"),
        (led_words.armfly, 5, "A017", "24 30 30 35 2c 30 31 37 26"),
        (led_words.modbus_dm36, 1, "9999", "01 06 00 00 27 0f d2 3e"),
        (led_words.modbus_dm56, 5, "A017", "05 10 00 00 00 02 04 00 00 00 11 26 93"),
        (led_words.andon, 5, "A1000", "05 03 e8 f0"),
        (led_words.andon, 5, "", "05 00 00 05"),
    ],
)
def test_a_board_is_told_in_its_makers_bytes(
    words: led_words.LedWords, board: int, text: str, frame: str
) -> None:
    assert words(board, text).hex(" ") == frame


@pytest.mark.parametrize("words", led_words.LED_WORDS.values(), ids=led_words.LED_WORDS)
@given(board=st.integers(0, 99), text=st.text(max_size=40))
def test_any_text_makes_a_short_frame(words: led_words.LedWords, board: int, text: str) -> None:
    assert 0 < len(words(board, text)) <= 16


def test_a_press_is_read_however_its_bytes_are_cut() -> None:
    frame = b"\x02054\x03"
    for cut in range(len(frame) + 1):
        frames = PadFrames(STX)
        assert frames.receive(frame[:cut], 0.0) + frames.receive(frame[cut:], 0.1) == [
            Press(5, "both-4")
        ]
        assert frames.refused == 0


def test_a_frame_whose_rest_never_comes_spoils_no_other() -> None:
    frames = PadFrames(STX)
    assert frames.receive(b"\x0205", 0.0) == []
    assert frames.receive(b"\x02054\x03", 9.0) == [Press(5, "both-4")]
    assert frames.refused == 1


@pytest.mark.parametrize(
    "noise", [b"\x02", b"\x02\x02", b"\x0205", b"\xff\x00", b"\x02059\x03", b"\x020541\x03"]
)
def test_noise_before_a_frame_is_passed_over(noise: bytes) -> None:
    assert PadFrames(STX).receive(noise + b"\x02054\x03", 0.0) == [Press(5, "both-4")]


def test_a_check_after_the_end_is_waited_for_and_covers_the_end() -> None:
    frame = bytes.fromhex("02 30 35 34 03 32")
    for cut in range(len(frame) + 1):
        frames = PadFrames(BCC)
        assert frames.receive(frame[:cut], 0.0) + frames.receive(frame[cut:], 0.1) == [
            Press(5, "both-4")
        ]
    for wrong in ("02 30 35 34 03 31", "02 30 35 33 03 32", "02 30 35 34 03"):
        frames = PadFrames(BCC)
        assert frames.receive(bytes.fromhex(wrong), 0.0) == []
        assert frames.receive(frame, 9.0) == [Press(5, "both-4")]
        assert frames.refused >= 1


def test_a_check_that_looks_like_a_start_or_an_end_is_a_check() -> None:
    for number in range(100):
        for button in "12345":
            body = f"{number:02d}{button}\x03".encode()
            frame = b"\x02" + body + checksum("xor8", body)
            twice = PadFrames(BCC).receive(frame + frame, 0.0)
            assert twice == [Press(number, f"both-{button}")] * 2


def test_a_wrong_sum_is_no_press() -> None:
    frames = PadFrames(SUM)
    assert frames.receive(bytes.fromhex("aa0301af"), 0.0) == []
    assert frames.receive(bytes.fromhex("aa0301ae"), 0.1) == [Press(3, "call")]
    assert frames.refused == 1


@pytest.mark.parametrize("form", FRAMED, ids=lambda form: form.name)
@given(pieces=st.lists(st.binary(max_size=70), max_size=12))
def test_any_bytes_are_read_and_little_is_kept(form: object, pieces: list[bytes]) -> None:
    frames = PadFrames(form)  # type: ignore[arg-type]
    for at, piece in enumerate(pieces):
        for press in frames.receive(piece, at * 0.1):
            assert press.button in FORMATS[form.name].buttons.values()  # type: ignore[attr-defined]
        assert len(frames._begun) <= MOST_BYTES


def spoilt(frame: bytes, random: Random) -> bytes:
    return bytes(
        byte ^ random.randrange(1, 256) if random.random() < 0.05 else byte for byte in frame
    )


def test_of_a_thousand_spoilt_frames_with_a_sum_none_is_a_wrong_press() -> None:
    random, frames, right = Random(2026), PadFrames(SUM), 0
    for at in range(1000):
        body = bytes((0xAA, 3, random.randint(1, 4)))
        frame = body + checksum("sum8", body)
        sent = spoilt(frame, random)
        for press in frames.receive(sent, float(at)):
            assert (press.number, press.button) == (3, SUM.buttons[f"{frame[2]:02X}"])
            right += 1
    assert right > 750


def test_of_a_thousand_spoilt_modbus_answers_none_is_a_wrong_value() -> None:
    random, right = Random(2026), 0
    for _ in range(1000):
        value = random.randint(0, 5)
        body = bytes((5, 3, 2, 0, value))
        read = modbus_words.register_in(5, spoilt(body + checksum("crc16", body), random))
        assert read in {None, value}
        right += read == value
    assert right > 600


@given(st.integers(1, 247), st.binary(max_size=300))
def test_any_bytes_are_a_modbus_answer_or_none(unit: int, data: bytes) -> None:
    value = modbus_words.register_in(unit, data)
    assert value is None or 0 <= value <= 0xFFFF
    modbus_words.confirms(unit, modbus_words.switch(unit, 0, on=True))(data)


def test_modbus_requests_are_those_of_the_standard() -> None:
    assert modbus_words.read_register(5, 0).hex(" ") == "05 03 00 00 00 01 85 8e"
    assert modbus_words.switch(1, 0, on=True).hex(" ") == "01 05 00 00 ff 00 8c 3a"
    assert modbus_words.register_in(5, bytes.fromhex("05030200044847")) == 4
    assert modbus_words.register_in(6, bytes.fromhex("05030200044847")) is None


@pytest.mark.parametrize(
    ("declared", "why"),
    [
        ("name = 'x'\n[buttons]\n", "x: it names no button"),
        ("name = 'x'\n[buttons]\n01 = 'call'\n", "x: a frame needs a start and an end"),
        (
            "name = 'x'\nlength = 2\nbutton_at = 2\n[buttons]\n01 = 'call'\n",
            "x: address, button, check and end do not fit into 2 bytes",
        ),
        (
            "name = 'x'\nstart = '02'\nend = '03'\n[buttons]\n01 = 'call'\n0203 = 'finish'\n",
            "x: every button takes the same number of bytes",
        ),
        ("name = 'x'\nlenght = 2\n[buttons]\n01 = 'call'\n", "unknown field `lenght`"),
        ("name = 'x'\nlength = 4\n[buttons]\nzz = 'call'\n", "no pad's format: "),
        ("name = ", "no pad's format: "),
    ],
)
def test_a_declaration_that_describes_no_frame_is_refused(declared: str, why: str) -> None:
    with pytest.raises(FormatError) as refused:
        read_format(declared)
    assert why in str(refused.value)


@given(st.text(max_size=200))
def test_any_text_is_a_declaration_or_refused(text: str) -> None:
    with suppress(FormatError):
        assert read_format(text).buttons


def test_the_pad_that_the_docs_declare_is_read() -> None:
    (declared,) = [one for one in blocks(DOCS / "devices.md", "toml") if "five-faces" in one]
    form = formats_with((declared,))["five-faces"]
    pressed = PadFrames(form).receive(bytes.fromhex("fa0504 01fe"), 0.0)
    assert pressed == [Press(5, "both-4")]
