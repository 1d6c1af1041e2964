"""Every pair of colours the screens put together can be read, and every size follows the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlEngine

from hallctl.station.screen import KIT
from tests.screens.layout_lint import contrast

TEXT_ON = {
    "page": ["ink", "soft", "brand", "good", "warn", "bad"],
    "card": ["ink", "soft", "brand", "good", "warn", "bad"],
    "tint": ["ink", "brand", "soft"],
    "pressed": ["ink", "brand", "good", "warn", "bad", "soft"],
    "goodTint": ["ink", "good"],
    "warnTint": ["ink", "warn"],
    "badTint": ["ink", "bad"],
    "goldTint": ["ink", "goldEdge"],
    "brand": ["brandInk"],
    "brandPressed": ["brandInk"],
    "gold": ["goldInk"],
    "goldPressed": ["goldInk"],
    "deep": ["deepInk", "deepSoft"],
    "disabledCard": ["disabledInk"],
    "alarm": ["alarmInk"],
}
BOARD_TEXT_ON = {
    "ground": ["ink", "sky", "gold", "good", "warn", "bad"],
    "card": ["ink", "sky", "gold", "good", "warn", "bad"],
    "raised": ["ink", "sky", "gold", "good", "warn", "bad"],
    "gold": ["goldInk"],
    "bar": ["barInk"],
}
EDGES = [
    ("border", "card"),
    ("brand", "card"),
    ("brand", "tint"),
    ("goldEdge", "goldTint"),
    ("goldEdge", "gold"),
    ("good", "goodTint"),
    ("warn", "warnTint"),
    ("bad", "badTint"),
    ("focusOuter", "focusInner"),
    ("alarmEdge", "alarm"),
]


@pytest.fixture
def theme(qapp: QGuiApplication) -> Iterator[QObject]:
    engine = QQmlEngine()
    engine.addImportPath(str(KIT))
    yield engine.singletonInstance("Kit", "Theme")
    engine.deleteLater()


def ratio(palette: QObject, one: str, other: str) -> float:
    return contrast(QColor(palette.property(one)), QColor(palette.property(other)))


@pytest.mark.parametrize(("high", "least"), [(False, 4.5), (True, 7.0)])
def test_every_word_stands_out_from_its_ground(theme: QObject, high: bool, least: float) -> None:
    theme.setProperty("highContrast", high)
    pale = {
        (ink, ground): ratio(theme, ink, ground)
        for ground, inks in TEXT_ON.items()
        for ink in inks
        if ratio(theme, ink, ground) < least
    }
    assert not pale


def test_ordinary_ink_reaches_seven_without_high_contrast(theme: QObject) -> None:
    assert all(ratio(theme, "ink", ground) >= 7 for ground in ("page", "card", "tint"))


def test_every_word_of_the_board_stands_out(theme: QObject) -> None:
    board = theme.property("board")
    pairs = [(ink, ground) for ground, inks in BOARD_TEXT_ON.items() for ink in inks]
    assert not {pair: ratio(board, *pair) for pair in pairs if ratio(board, *pair) < 4.5}


@pytest.mark.parametrize("high", [False, True])
def test_every_edge_of_a_control_can_be_seen(theme: QObject, high: bool) -> None:
    theme.setProperty("highContrast", high)
    edges = EDGES if not high else [edge for edge in EDGES if edge != ("goldEdge", "gold")]
    assert not {edge: ratio(theme, *edge) for edge in edges if ratio(theme, *edge) < 3}


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("ground", ["page", "card", "brand", "gold", "deep", "tint"])
def test_one_of_the_two_focus_rings_shows_on_any_ground(
    theme: QObject, ground: str, high: bool
) -> None:
    theme.setProperty("highContrast", high)
    assert max(ratio(theme, ring, ground) for ring in ("focusOuter", "focusInner")) >= 3


@pytest.mark.parametrize(
    ("width", "height", "unit"),
    [
        (1080, 1920, 1),
        (1920, 1080, 1),
        (2160, 3840, 2),
        (1280, 800, 2 / 3),
        (1366, 768, 768 / 1080),
    ],
)
def test_sizes_follow_the_window(theme: QObject, width: int, height: int, unit: float) -> None:
    theme.setProperty("windowWidth", width)
    theme.setProperty("windowHeight", height)
    assert theme.property("unit") == pytest.approx(unit)
    assert theme.property("target") == round(96 * unit)


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_type_follows_the_citizen_and_distances_do_not(theme: QObject, scale: float) -> None:
    theme.setProperty("textScale", scale)
    assert theme.property("titleSize") == round(64 * scale)
    assert theme.property("margin") == 48
