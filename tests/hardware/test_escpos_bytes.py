"""The bytes on the way to a printer and back: any of them, and cut anywhere."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from hardware.printer.escpos_document import (
    SLICE_ROWS,
    encode_slip,
    end_of_broken_slip,
    without_real_time_bytes,
)
from hardware.printer.escpos_status import (
    AnswerKind,
    Ask,
    PrinterStatus,
    confirmed_without_paper,
    decode_status,
    encode_confirmation,
    encode_status,
    kind_of_answer,
    status_question,
)
from hardware.printer.printer_profile import EPSON_TM_T20III, GENERIC_80, PROFILES, PrinterProfile
from hardware.simulator.commands import AskPaper, Command, Cut, Feed, Initialize, Raster, Symbol
from hardware.simulator.parser import MOST_RASTER_BYTES, EscposParser
from hardware.simulator.receipt_printer import SimulatedModel, SimulatedPrinter
from hardware.slips.receipt import Receipt

BYTE = st.integers(0, 255)
STARTS = st.sampled_from(
    [
        *(b"\x1b@", b"\x1bJ\x05", b"\x1bd\x02", b"\x1ba\x01", b"abc\n", b"\0", b"\x10\x04\x01"),
        *(b"\x1dv0\0\x02\0\x03\0abcdef", b"\x1dV\x42\x10", b"\x1dV\x00", b"\x1dr\x01"),
        *(b"\x1d(k\x03\0\x31\x43\x06", b"\x1d(k\x05\x001P0hi", b"\x1d(k\x03\x001Q0"),
        *(b"\x1dk\x49\x02ab", b"\x1b*\x21\x01\0abc"),
    ]
)
STREAM = st.lists(STARTS | st.binary(max_size=8), max_size=30).map(b"".join)
STATUS = st.builds(
    PrinterStatus, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans()
)


def parsed(pieces: list[bytes]) -> list[Command]:
    parser, commands = EscposParser(), []
    for piece in pieces:
        parser.feed(piece)
        while command := parser.take():
            commands.append(command)
    return commands


def cut_at(data: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted({place % (len(data) + 1) for place in places}), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


@given(BYTE, BYTE, BYTE, BYTE)
def test_any_status_bytes_mean_something(one: int, two: int, three: int, four: int) -> None:
    assert isinstance(decode_status(one, two, three, four), PrinterStatus)
    assert kind_of_answer(one) in AnswerKind
    assert confirmed_without_paper(one) in {True, False}


@given(STATUS)
def test_a_status_comes_back_as_it_was(status: PrinterStatus) -> None:
    answers = [encode_status(ask, status) for ask in Ask]
    assert {kind_of_answer(answer) for answer in answers} == {AnswerKind.STATUS}
    read = decode_status(*answers)
    assert read == status
    confirmation = encode_confirmation(status)
    assert kind_of_answer(confirmation) is AnswerKind.CONFIRMATION
    assert confirmed_without_paper(confirmation) == status.paper_out


def test_flow_control_is_no_answer() -> None:
    assert {kind_of_answer(0x11), kind_of_answer(0x13)} == {AnswerKind.OTHER}


@settings(deadline=None)
@given(STREAM, st.lists(st.integers(0, 400), max_size=12))
def test_bytes_cut_anywhere_are_the_same_commands(data: bytes, places: list[int]) -> None:
    assert parsed(cut_at(data, places)) == parsed([data])


@settings(deadline=None)
@given(STREAM, st.lists(st.integers(0, 400), max_size=12))
@example(b"\x1d(k\x03\x001Q0\x1d(k\x05\x001P0\xff\xff\x1d(k\x03\x001Q0", [3])
def test_no_bytes_break_the_simulated_printer(data: bytes, places: list[int]) -> None:
    simulated = SimulatedPrinter(SimulatedModel(width_dots=64, side_margin=0, head_to_cutter=4))
    for piece in cut_at(data, places):
        assert simulated.receive(piece, 0) == len(piece)
    assert all(paper.picture.height <= 20_000 for paper in simulated.papers)


@settings(deadline=None)
@given(st.binary(max_size=40), st.sampled_from(Ask), st.binary(max_size=40))
def test_a_real_time_question_is_answered_wherever_it_stands(
    before: bytes, ask: Ask, after: bytes
) -> None:
    stream = b"\x1dv0\0\xff\0\xff\0" + before + status_question(ask) + after
    heard = bytearray()
    simulated = SimulatedPrinter()
    simulated.attach(heard.extend, lambda: None)
    for byte in stream:
        simulated.receive(bytes((byte,)), 0)
    assert encode_status(ask, simulated.status) in heard


def test_an_image_too_large_for_memory_is_not_waited_for() -> None:
    parser = EscposParser()
    parser.feed(b"\x1dv0\0\xff\xff\xff\xff" + b"\x1b@")
    assert MOST_RASTER_BYTES < 0xFFFF * 0xFFFF
    assert isinstance(parser.take(), Command)
    assert isinstance(parser.take(), Initialize)


@settings(deadline=None, max_examples=60)
@given(st.binary(min_size=72, max_size=288).map(lambda data: data[: len(data) // 72 * 72]))
@example(b"\x10\x04\x01" * 24)
@example(b"\x10" * 71 + b"\x10" + b"\x04" * 72)
@example(b"\x10\x05\x10\x14" * 18)
def test_no_picture_reads_as_a_real_time_command(burned: bytes) -> None:
    size = (576, len(burned) // 72)
    picture = Image.frombytes("1", size, bytes(byte ^ 0xFF for byte in burned))
    sent = bytes(byte ^ 0xFF for byte in without_real_time_bytes(picture).tobytes())
    for command in (b"\x10\x04", b"\x10\x05", b"\x10\x14"):
        assert command not in sent
    assert all(was & now == was for was, now in zip(burned, sent, strict=True))


def test_a_slip_is_reset_slices_cut_and_question(slip: Receipt) -> None:
    commands = parsed([encode_slip(slip, GENERIC_80)])
    assert isinstance(commands[0], Initialize)
    assert isinstance(commands[-2], Cut)
    assert isinstance(commands[-1], AskPaper)
    slices = [command for command in commands if isinstance(command, Raster)]
    assert len(slices) > 1
    assert all(len(one.dots) <= SLICE_ROWS * 72 for one in slices)
    assert {one.width_bytes for one in slices} == {72}
    assert b"".join(command.raw for command in commands).replace(b"\0", b"") == encode_slip(
        slip, GENERIC_80
    ).replace(b"\0", b"")


def test_every_profile_ends_a_slip_in_its_own_way(slip: Receipt) -> None:
    ends = {name: parsed([encode_slip(slip, one)])[-2] for name, one in PROFILES.items()}
    assert isinstance(ends["generic-58"], Feed)
    assert isinstance(ends["xprinter-xp-80"], Cut)
    full = PrinterProfile("full", cut="full")
    assert parsed([encode_slip(slip, full)])[-2].raw[2] == 65
    native = parsed([encode_slip(slip, EPSON_TM_T20III)])
    assert [command.function for command in native if isinstance(command, Symbol)] == [
        65, 67, 69, 80, 81
    ]  # fmt: skip


def test_the_rest_of_a_broken_slip_prints_nothing_between_commands() -> None:
    assert parsed([end_of_broken_slip(GENERIC_80)]) == []
    simulated = SimulatedPrinter()
    simulated.receive(b"\x1dv0\0\x48\0\xff\0", 0)
    simulated.receive(end_of_broken_slip(GENERIC_80), 0)
    simulated.receive(b"\x1b@\x1dV\x42\x00", 0)
    assert len(simulated.papers) == 1


def test_words_sent_as_text_are_printed_as_text() -> None:
    simulated = SimulatedPrinter()
    simulated.receive(
        b"Xin chao\n\x1bd\x03Quay 5\x1bJ\x20\x1dv0\x03\x02\0\x01\0\xff\xff\x1dV\x42\0", 0
    )
    (paper,) = simulated.papers
    assert paper.picture.getextrema() == (0, 255)
    assert paper.raw.startswith(b"Xin chao\n")
