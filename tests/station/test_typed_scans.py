"""A scanner that types is told from a hand that does."""

import pytest

from hallctl.station.devices.typed_scans import TypedScans


class Keyboard:
    """Keys with a clock between them."""

    def __init__(self) -> None:
        self.at = 100.0
        self.heard: list[str] = []
        self.scans = TypedScans(self.heard.append, lambda: self.at)

    def types(self, text: str, gap_s: float) -> list[bool]:
        taken = []
        for letter in text:
            self.at += gap_s
            taken.append(self.scans.letter(letter))
        return taken

    def enter(self, gap_s: float = 0.005) -> bool:
        self.at += gap_s
        return self.scans.enter()


@pytest.mark.parametrize("text", ["H15.50-261123-0001", "001190000123||Nguyễn Thị Hoa|17051990|Nữ"])
def test_what_comes_at_once_with_enter_is_a_scan(text: str) -> None:
    keyboard = Keyboard()
    assert keyboard.types(text, 0.005) == [False] + [True] * (len(text) - 1)
    assert keyboard.enter()
    assert keyboard.heard == [text]


def test_a_hand_is_no_scanner() -> None:
    keyboard = Keyboard()
    assert not any(keyboard.types("H15.50-261123-0001", 0.12))
    assert not keyboard.enter(0.12)
    assert keyboard.heard == []


def test_a_late_enter_belongs_to_the_hand() -> None:
    keyboard = Keyboard()
    keyboard.types("H15.50-261123-0001", 0.005)
    assert not keyboard.enter(0.5)


@pytest.mark.parametrize("text", ["", " ", "A017"])
def test_a_few_quick_keys_are_no_scan(text: str) -> None:
    keyboard = Keyboard()
    keyboard.types(text, 0.005)
    assert not keyboard.enter()
    assert keyboard.heard == []


def test_two_scans_are_two() -> None:
    keyboard = Keyboard()
    for code in ("H15.50-261123-0001", "H15.50-261123-0002"):
        keyboard.types(code, 0.005)
        assert keyboard.enter()
    assert keyboard.heard == ["H15.50-261123-0001", "H15.50-261123-0002"]


def test_a_scan_after_a_lonely_key_begins_anew() -> None:
    keyboard = Keyboard()
    keyboard.types("x", 0.005)
    keyboard.at += 3
    keyboard.types("H15.50-261123-0001", 0.005)
    assert keyboard.enter()
    assert keyboard.heard == ["H15.50-261123-0001"]


def test_an_endless_scan_is_cut() -> None:
    keyboard = Keyboard()
    keyboard.types("9" * 5000, 0.001)
    assert keyboard.enter()
    assert len(keyboard.heard[0]) == 1000
