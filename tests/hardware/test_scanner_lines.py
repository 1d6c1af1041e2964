"""Bytes of scanners on a line, cut and ended in every way, and keys of those that type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.scanners.hid_keys import KeyLine
from hardware.scanners.scanner_lines import MOST_BYTES, QUIET_S, ScanLines, read_scan
from hardware.vietnamese import as_typed

CARD = "001085012345||Đặng Đức Ân|01021985|Nam|Xã Tam Mỹ, Tỉnh Quảng Nam|25122021"
TEXTS = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=60).filter(
    lambda text: text.strip() == text and not text.startswith("]")
)


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n"])
def test_every_end_mark_ends_a_scan_once(ending: bytes) -> None:
    lines = ScanLines()
    scans = lines.receive(CARD.encode() + ending + b"A017" + ending, at=0)
    assert [scan.text for scan in scans] == [CARD, "A017"]
    assert lines.refused == 0


def test_a_quiet_line_ends_a_scan_without_an_end_mark() -> None:
    lines = ScanLines()
    assert lines.receive(b"H47-260915-6326", at=1) == []
    assert lines.settle(1 + QUIET_S / 2) == []
    (scan,) = lines.settle(1 + QUIET_S)
    assert scan.text == "H47-260915-6326"
    assert lines.settle(9) == []


def test_a_pause_between_two_scans_divides_them() -> None:
    lines = ScanLines()
    lines.receive(b"A017", at=1)
    (first,) = lines.receive(b"A018", at=2)
    assert first.text == "A017"


@given(st.lists(TEXTS, max_size=4), st.integers(1, 7))
def test_texts_come_out_whole_wherever_their_bytes_are_cut(texts: list[str], piece: int) -> None:
    stream = b"".join(text.encode() + b"\r\n" for text in texts)
    lines = ScanLines()
    scans = []
    for start in range(0, len(stream), piece):
        scans += lines.receive(stream[start : start + piece], at=0)
    assert [scan.text for scan in scans] == [as_typed(text) for text in texts]


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_any_bytes_give_texts_or_are_refused(pieces: list[bytes]) -> None:
    lines = ScanLines()
    for at, piece in enumerate(pieces):
        for scan in lines.receive(piece, at):
            assert scan.text == unicodedata.normalize("NFC", scan.text)


def test_a_line_without_end_is_refused_and_the_next_is_read() -> None:
    lines = ScanLines()
    for _ in range(MOST_BYTES // 100 + 2):
        lines.receive(b"x" * 100, at=0)
    (scan,) = lines.receive(b"\rA017\r", at=0)
    assert scan.text == "A017"
    assert lines.refused == 1


def test_frames_and_format_marks_are_taken_off() -> None:
    scan = read_scan(b"\x02]Q1A017\x03")
    assert scan is not None
    assert (scan.text, scan.format, scan.raw) == ("A017", "QRCode", b"]Q1A017")
    barcode = read_scan(b"]C0H47-260915-6326")
    assert barcode is not None
    assert barcode.format == "Code128"


def test_a_scanner_set_for_windows_sends_vietnamese_too() -> None:
    windows = unicodedata.normalize("NFD", "Nguyễn Thị Ðào").replace("e\u0302", "ê")
    scan = read_scan(windows.replace("\u00d0", "\u0110").encode("cp1258"))
    assert scan is not None
    assert scan.text == "Nguyễn Thị Đào"


def test_an_empty_line_is_nothing() -> None:
    lines = ScanLines()
    assert lines.receive(b"\r\n\r\n", at=0) == []
    assert lines.refused == 0


def typed(keys: KeyLine, *presses: tuple[int, ...]) -> str | None:
    """Each press: the held keys, then the key itself."""
    for *held, key in presses:
        for modifier in held:
            keys.press(modifier, 1)
        text = keys.press(key, 1)
        keys.press(key, 0)
        for modifier in held:
            keys.press(modifier, 0)
        if text:
            return text
    return None


def test_keys_make_a_dossier_code() -> None:
    shift, enter = 42, 28
    h47 = [(shift, 35), (5,), (8,), (12,), (3,), (7,), (enter,)]
    assert typed(KeyLine(), *h47) == "H47-26"


def test_caps_lock_turns_letters_only() -> None:
    assert typed(KeyLine(), (58,), (30,), (42, 30), (2,), (28,)) == "Aa1"


def test_alt_and_the_number_pad_make_vietnamese_letters() -> None:
    keys = KeyLine()
    keys.press(56, 1)
    for key in (80, 71, 80):  # 272
        keys.press(key, 1)
        keys.press(key, 0)
    keys.press(56, 0)
    assert typed(keys, (28,)) == "Đ"


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 2)), max_size=200))
def test_any_keys_give_text_or_nothing(presses: list[tuple[int, int]]) -> None:
    keys = KeyLine()
    for key, value in presses:
        text = keys.press(key, value)
        assert text is None or text
