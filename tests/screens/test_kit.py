"""The kit's own parts: typefaces, drawings, the clock, what one person prefers, and PySide itself."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QImage, QRawFont

from hallctl.station import fonts
from hallctl.station.clock import HallClock
from hallctl.station.fonts import NUMBERS, WORDS, FontMissingError, load_fonts
from hallctl.station.pictures import KitPictures, face_svg, icon_svg, qr_image
from hallctl.station.preferences import Preferences
from hallctl.station.screen import ScreenBrokenError, open_screen
from hardware.scanners.codes import read_codes
from tests.screens.kiosk_samples import NINE_O_CLOCK

KIOSK_WORDS = Path(__file__).parents[2] / "kiosk" / "words"


@pytest.mark.parametrize("family", [WORDS, NUMBERS])
def test_both_typefaces_are_really_there(qapp: QGuiApplication, family: str) -> None:
    load_fonts()
    assert QFontInfo(QFont(family)).family() == family


def test_words_have_every_vietnamese_letter(qapp: QGuiApplication) -> None:
    load_fonts()
    typeface = QRawFont.fromFont(QFont(WORDS))
    letters = "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
    assert [letter for letter in letters if not typeface.supportsCharacter(ord(letter))] == []


def test_a_missing_typeface_is_said_before_anything_is_drawn(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    broken = tmp_path / "Broken.ttf"
    broken.write_bytes(b"not a font")
    with pytest.raises(FontMissingError, match="Broken"):
        fonts._load(broken, WORDS)


@pytest.mark.qt_log_ignore("nonsense")
def test_a_screen_that_does_not_load_says_where(qapp: QGuiApplication, tmp_path: Path) -> None:
    broken = tmp_path / "Main.qml"
    broken.write_text("import QtQuick\nItem { nonsense: 3 }\n", "utf-8")
    with pytest.raises(ScreenBrokenError, match="nonsense"):
        open_screen(broken, "nothing", QObject(), QSize(100, 100))


def test_an_icon_nobody_knows_becomes_a_sheet_of_paper() -> None:
    assert icon_svg("no-such-icon") == icon_svg("file-text")


def test_the_five_faces_differ() -> None:
    assert len({face_svg(level) for level in "12345"}) == 5


def test_words_are_read_one_by_one_and_follow_the_language(qapp: QGuiApplication) -> None:
    """A dict would be copied into QML, all of it, for each word that is read."""
    preferences = Preferences(KIOSK_WORDS)
    words = preferences.words
    assert isinstance(words, QObject)
    assert words.property("done") == preferences.say("done") == "Xong"
    preferences.choose_language("en")
    assert words.property("done") == "Done"
    assert not words.property("people_wait"), "what has places to fill is said, not read"


@pytest.mark.parametrize(
    "source", ["icon/bell/0b4f8a/2", "face/5/1a7a4c", "shadow/28/16", "qr/http%3A%2F%2Fhall"]
)
def test_every_kind_of_picture_is_drawn(qapp: QGuiApplication, source: str) -> None:
    size = QSize()
    picture = KitPictures().requestImage(source, size, QSize(120, 120))
    colours = {picture.pixel(x, picture.height() // 2) for x in range(picture.width())}
    assert size == picture.size()
    assert len(colours) > 1


def test_a_picture_nobody_can_draw_is_refused(qapp: QGuiApplication) -> None:
    with pytest.raises(ValueError, match="cake"):
        KitPictures().requestImage("cake/cherry", QSize(), QSize(10, 10))


def test_the_qr_code_on_the_screen_reads_back(qapp: QGuiApplication, tmp_path: Path) -> None:
    picture: QImage = qr_image("http://hall.local/t/k3v9-x7tq", 260)
    picture.save(str(tmp_path / "qr.png"))
    from PIL import Image

    with Image.open(tmp_path / "qr.png") as opened:
        assert [code.text for code in read_codes(opened)] == ["http://hall.local/t/k3v9-x7tq"]


def test_the_clock_shows_the_controllers_time_in_the_halls_zone(qapp: QGuiApplication) -> None:
    clock = HallClock()
    assert (clock.time, clock.date) == ("", "")
    clock.set_hall_time(NINE_O_CLOCK, "Asia/Ho_Chi_Minh")
    assert (clock.time, clock.date) == ("09:00", "Thứ\xa0Sáu, 20/11/2026")
    assert clock.time_with_seconds.startswith("09:00:0")
    clock.set_language("en")
    assert clock.date == "Friday, 20 November 2026"


def test_preferences_go_round_and_back(qapp: QGuiApplication) -> None:
    preferences = Preferences(KIOSK_WORDS)
    scales = []
    for _ in range(3):
        preferences.next_text_size()
        scales.append(preferences.text_scale)
    assert scales == [1.15, 1.3, 1.0]
    preferences.choose_language("en")
    preferences.switch_contrast()
    preferences.next_text_size()
    preferences.reset()
    assert (preferences.language, preferences.text_scale, preferences.high_contrast) == (
        "vi",
        1.0,
        False,
    )


def test_only_the_halls_languages_are_offered(qapp: QGuiApplication) -> None:
    preferences = Preferences(KIOSK_WORDS)
    preferences.offer(("en", "fr"))
    assert [one["code"] for one in preferences.languages] == ["en"]
    assert preferences.language == "en"
    preferences.choose_language("vi")
    preferences.reset()
    assert preferences.language == "en"


class Bell(QObject):
    rung = Signal()


def test_void_calls_and_bare_signals_keep_their_references(qapp: QGuiApplication) -> None:
    timer, bell = QTimer(), Bell()
    rounds = 3000
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(rounds):
        timer.stop()
        bell.rung.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    lost = [was - now for was, now in zip(before, after, strict=True)]
    assert max(map(abs, lost)) < rounds / 10
